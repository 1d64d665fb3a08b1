import { z } from 'zod'
import { letterStates } from '../../domain/words/letters.js'
import { pageFields, pageOf } from './page.js'
import { Names } from './base.js'
import {
  count,
  documentKind,
  identifier,
  instant,
  locale,
  localText,
  personName,
  programmeId,
  sha256,
  uuid,
  words,
} from './scalars.js'

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
    madeAt: instant.describe('When it was made: papers of one kind are told apart by it.'),
    voided: z
      .boolean()
      .describe('The decision it tells of was voided since; the paper stays readable and no longer counts (8.7).'),
  })
  .meta({ id: 'Document' })
export const DocumentsResponse = pageOf(DocumentResponse, 'Documents')

export const LettersQuery = z.strictObject({ ...pageFields, state: z.enum(letterStates).optional() })

/** Where somebody finds a letter of a base. */
export const LetterParams = z.strictObject({ id: identifier, letter: uuid })

const letterFields = {
  id: z.string(),
  base: identifier.nullable(),
  baseName: localText,
  kind: z.string(),
  about: localText.describe('What a letter of this kind is about.'),
  step: z.string().nullable(),
  stepTitle: localText.nullable(),
  recipient: z.string(),
  recipientName: personName,
  language: locale,
  state: z.enum(letterStates),
  stateLabel: localText,
  attempts: z.int(),
  again: count.describe('How often it was sent for once more; 0: it is the first of its kind to this reader.'),
  queuedAt: instant,
  sentAt: instant.nullable(),
  response: z.string().nullable(),
  bouncedAt: instant
    .nullable()
    .describe('When the mail server said that it did not arrive; `response` says why, without an address.'),
  undoUntil: instant
    .nullable()
    .describe(
      'Until then what it tells of can be taken back, and it never leaves; null: it waited for nothing of that kind.',
    ),
  isElsewhere: z.boolean().describe('It goes to another address than the one on record, without a link that acts.'),
  sentWith: z
    .string()
    .nullable()
    .describe('The mail it left in, by the first letter of it, which may be itself; null: it has not left.'),
  subject: z
    .string()
    .nullable()
    .describe(
      'Of the mail it left in; null: it has not left, or its reader was erased, or it is older than the copies.',
    ),
}
export const LetterResponse = z.object(letterFields).meta({ id: 'Letter' })
export const LettersResponse = pageOf(LetterResponse, 'Letters')
export const OneLetterResponse = z
  .object({
    ...letterFields,
    text: z
      .string()
      .nullable()
      .describe('As it was handed to the mail server, but for the token of its link and for words of others (0062).'),
    mayResend: z.boolean().describe('Whether you may send it once more, and it can be.'),
  })
  .meta({ id: 'OneLetter' })

export const ResendRequest = z
  .strictObject({
    reason: words,
    address: z
      .email()
      .max(254)
      .optional()
      .describe('Another address of its reader. What goes there bears no link that acts. Left out: the one on record.'),
  })
  .meta({ id: 'ResendRequest', description: 'Why a letter is sent once more, and where to.' })
export const ResentResponse = z
  .object({ command: uuid, letter: uuid.describe('The new one, which waits to be sent.') })
  .meta({ id: 'Resent' })

export const TakenMailResponse = z
  .object({
    kind: z.enum(['bounced', 'delayed', 'passed_on', 'filed', 'reader_erased', 'not_ours']),
    base: identifier.nullable().describe('The base it is about; null: none of this programme.'),
    letters: z.array(uuid).describe('The letters it speaks of.'),
  })
  .meta({
    id: 'TakenMail',
    description:
      'What was done with a mail: letters that came back are marked, what somebody wrote is filed with its base. Never an act.',
  })

export const CorrespondenceResponse = z
  .object({
    id: uuid,
    letter: uuid.nullable().describe('The letter it answers; null: none that is known.'),
    person: identifier.nullable().describe('Who had that letter; whoever wrote may be somebody else.'),
    personName,
    isAutomatic: z.boolean().describe('A machine wrote it.'),
    files: count.describe('How many files came with it; they are in the mailbox of the office.'),
    receivedAt: instant,
    from: z.string(),
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'Correspondence' })
export const CorrespondencePage = pageOf(CorrespondenceResponse, 'CorrespondencePage')

/** What a paper is, found by its fingerprint. */
export const OriginResponse = z
  .object({
    sha256,
    base: identifier,
    names: Names,
    rehearsal: z.boolean().describe('It is of a rehearsal and decides nothing.'),
    kind: documentKind,
    kindLabel: localText,
    language: locale,
    size: z.int(),
    order: z.string(),
    madeAt: instant,
    madeSeq: z.int().describe('The entry of the ledger that says it was made.'),
    version: z.int().describe('The how-many-th of its kind and language, from 1.'),
    versions: z.int().describe('How many there are by now.'),
    isNewest: z.boolean(),
    seal: z
      .object({
        subject: z.string().describe('Of whom its certificate says it is.'),
        certificate: sha256.describe('SHA-256 of the certificate: compare it with what the programme has published.'),
        holds: z.boolean().describe('It is true of the whole file.'),
      })
      .nullable()
      .describe('The electronic seal within the file (PAdES); null: it bears none, or `isSealRead` is false.'),
    isSealRead: z.boolean().describe('False: the file could not be had, and nothing is known of its seal now.'),
    voided: z.boolean().describe('The decision it tells of was voided since; it no longer counts (8.7).'),
    decision: z
      .object({ seq: z.int(), occurredAt: instant, says: localText, rulesVersion: z.string() })
      .nullable()
      .describe('The entry it goes back to, as you may read it; null: the clock ordered it.'),
  })
  .meta({ id: 'DocumentOrigin' })

export const MailboxMessage = z
  .object({
    id: z.string(),
    receivedAt: instant,
    from: z.string(),
    to: z.string(),
    subject: z.string(),
  })
  .meta({ id: 'MailboxMessage' })
export const MailboxQuery = z.strictObject({
  ...pageFields,
  programme: programmeId.optional().describe('Letters of this programme alone. Left out: all of the trial.'),
})
export const MailboxMessagesResponse = pageOf(MailboxMessage, 'MailboxMessages')
