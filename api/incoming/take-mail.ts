import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import {
  baseNamed,
  fileCorrespondence,
  letterBegun,
  lettersCameBack,
  lettersOfMails,
  type LetterSpokenOf,
} from '../../db/writes/incoming-mail.js'
import { questionsCameBack, questionsOfMails } from '../../db/writes/third-parties.js'
import { readMail, type DeliveryReport, type MailOfSomebody } from './read-mail.js'
import type { ApiParts } from '../parts.js'

/** What was done with a mail. */
export interface TakenMail {
  readonly kind: 'bounced' | 'delayed' | 'passed_on' | 'filed' | 'reader_erased' | 'not_ours'
  readonly base: BaseId | null
  readonly letters: readonly string[]
}

const notOurs: TakenMail = { kind: 'not_ours', base: null, letters: [] }

/**
 * Takes a mail as a mail server brings it: marks the letters, and the questions to people outside, that did not arrive, files what somebody wrote with its base. Nothing in a
 * mail is ever an act. Harmless to repeat; what speaks of no letter and no base of the programme is left alone.
 */
export const takeMail = async (
  parts: ApiParts,
  { programme, raw }: { readonly programme: ProgrammeId; readonly raw: Buffer },
): Promise<TakenMail> => {
  const mail = await readMail(raw)
  return mail.kind === 'report'
    ? await takeReport(parts, { programme, report: mail })
    : await takeWritten(parts, { programme, mail })
}

/** What a report says of a letter that arrived, or was handed on for good. */
const tookIt = new Set(['delivered', 'relayed', 'expanded'])

const takeReport = async (
  { db, clock }: ApiParts,
  { programme, report }: { readonly programme: ProgrammeId; readonly report: DeliveryReport },
): Promise<TakenMail> => {
  const { about: messages, action, status, diagnostic } = report
  const letters = await lettersOfMails(db, { programme, messages })
  const questions = await questionsOfMails(db, { programme, messages })
  const [first = questions[0]] = letters
  if (first === undefined) return notOurs
  const said = { base: first.base, letters: letters.map(({ id }) => id) }
  if (action !== 'failed') return { kind: tookIt.has(action) ? 'passed_on' : 'delayed', ...said }
  const response = [status, diagnostic].filter((one) => one !== undefined).join(' ')
  await lettersCameBack(db, { letters, response, at: clock().toISOString() })
  await questionsCameBack(db, { questions, response })
  return { kind: 'bounced', ...said }
}

const takeWritten = async (
  parts: ApiParts,
  { programme, mail }: { readonly programme: ProgrammeId; readonly mail: MailOfSomebody },
): Promise<TakenMail> => {
  const { db, clock } = parts
  const { from, subject, text, isAutomatic, files, mark } = mail
  const found = await placeOf(parts, { programme, mail })
  if (found === undefined) return notOurs
  const { base, letter } = found
  const said = { from, subject, text }
  const isFiled = await fileCorrespondence(db, {
    base,
    letter,
    said,
    isAutomatic,
    files,
    mark,
    at: clock().toISOString(),
  })
  return { kind: isFiled ? 'filed' : 'reader_erased', base, letters: letter === undefined ? [] : [letter.id] }
}

interface Place {
  readonly base: BaseId
  readonly letter?: LetterSpokenOf | undefined
}

/** The base and the letter that a mail answers: by the address for answers, else by the mails it refers to. */
const placeOf = async (
  { db }: ApiParts,
  { programme, mail }: { readonly programme: ProgrammeId; readonly mail: MailOfSomebody },
): Promise<Place | undefined> => {
  const [letter] = await lettersAnswered({ db }, { programme, mail })
  for (const address of mail.to) {
    const [, named, begins] = /([a-z][a-z0-9]{1,19}-[a-z0-9-]+)\.([0-9a-f]{8})@/i.exec(address) ?? []
    if (named === undefined || begins === undefined) continue
    const base = await baseNamed(db, { programme, named })
    if (base === undefined) continue
    return { base, letter: letter?.base === base ? letter : await letterBegun(db, { base, begins }) }
  }
  if (letter !== undefined) return { base: letter.base, letter }
  for (const message of mail.answers) {
    const named = /^base\.([^@]+)@/.exec(message)?.[1]
    const base = named === undefined ? undefined : await baseNamed(db, { programme, named })
    if (base !== undefined) return { base }
  }
  return undefined
}

/** The nearest first. */
const lettersAnswered = async (
  { db }: Pick<ApiParts, 'db'>,
  { programme, mail: { answers } }: { readonly programme: ProgrammeId; readonly mail: MailOfSomebody },
): Promise<readonly LetterSpokenOf[]> => {
  for (const one of answers) {
    const letters = await lettersOfMails(db, { programme, messages: [one] })
    if (letters.length > 0) return letters
  }
  return []
}
