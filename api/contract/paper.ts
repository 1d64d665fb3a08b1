import { z } from 'zod'
import { pageOf } from './page.js'
import { documentKind, identifier, instant, locale, sha256 } from './scalars.js'

export const DocumentParams = z.strictObject({ sha256 })
export const DocumentResponse = z
  .object({
    base: identifier,
    order: z.string(),
    kind: documentKind,
    language: locale,
    sha256,
    size: z.int(),
    madeSeq: z.int(),
    voided: z
      .boolean()
      .describe('The decision it tells of was voided since; the paper stays readable and no longer counts (8.7).'),
  })
  .meta({ id: 'Document' })
export const DocumentsResponse = pageOf(DocumentResponse, 'Documents')

export const LetterResponse = z
  .object({
    id: z.string(),
    base: identifier.nullable(),
    kind: z.string(),
    step: z.string().nullable(),
    recipient: z.string(),
    language: locale,
    state: z.enum(['queued', 'sent', 'failed', 'unknown', 'not_needed']),
    attempts: z.int(),
    queuedAt: instant,
    sentAt: instant.nullable(),
    response: z.string().nullable(),
    sentWith: z
      .string()
      .nullable()
      .describe('The mail it left in, by the first letter of it, which may be itself; null: it has not left.'),
  })
  .meta({ id: 'Letter' })
export const LettersResponse = pageOf(LetterResponse, 'Letters')

export const MailboxMessage = z
  .object({
    id: z.string(),
    receivedAt: instant,
    from: z.string(),
    to: z.string(),
    subject: z.string(),
  })
  .meta({ id: 'MailboxMessage' })
export const MailboxMessagesResponse = pageOf(MailboxMessage, 'MailboxMessages')
