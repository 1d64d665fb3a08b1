/**
 * Where an object that is logged may hold what names a person: answers and rows that errors of the database and the mail
 * server quote, and fields of ours. Ids and codes are what a log is for.
 */
export const personalPaths: string[] = [
  'email',
  'recipientName',
  'reason',
  'text',
  'body',
  'address',
  '*.email',
  '*.reason',
  '*.body',
  '*.address',
  'err.detail',
  'err.where',
  'err.parameters',
  'err.query',
  'err.response',
  'err.rejected',
  'err.rejectedErrors',
  'err.envelope',
  'err.recipient',
]
