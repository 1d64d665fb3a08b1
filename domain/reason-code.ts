/** Reason codes (8.14); their words are in `words/`. Every negative or exceptional decision takes one. */
export const reasonCodes = [
  'INC',
  'INE',
  'CAP',
  'QUO',
  'INT',
  'DAT',
  'SCA',
  'VCH',
  'COM',
  'GOV',
  'ENV',
  'LAB',
  'FIN',
  'LEG',
  'TXT',
  'LAT',
  'REP',
  'PLN',
  'WDR',
  'FMJ',
] as const
export type ReasonCode = (typeof reasonCodes)[number]
/** Whether a text that came from outside is a reason code. */
export const isReasonCode = (text: string): text is ReasonCode => reasonCodes.some((code) => code === text)
