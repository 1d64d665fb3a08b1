import type { Kysely } from 'kysely'
import { readText } from '../../db/reads/texts.js'
import type { Database } from '../../db/schema.js'
import { raisedFor } from '../../domain/raised.js'
import { roles } from '../../domain/role.js'
import type { BaseState, StepState } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import { voidAsked } from '../../domain/words/second-words.js'
import type { MailFacts } from '../../mail/letter.js'
import type { LetterStanding } from './standing.js'

interface Looked extends Pick<LetterStanding, 'calendars' | 'eyes'> {
  readonly state: BaseState
  readonly step: StepState
}

/** Who asked for the step of a letter, why and until when; the words go only to whoever reads them in the record (8.12). */
export const raisedFactsOf = async (
  db: Kysely<Database>,
  { state, step, eyes, calendars }: Looked,
): Promise<MailFacts['raised']> => {
  const raised = raisedFor(state, { step, calendars })
  if (raised === undefined) return undefined
  const by = raised.inLetter
  if (raised.reason === undefined) return { by }
  const { sees } = await eyes()
  if (sees({ kind: 'words', person: raised.person, side: roles[raised.role].side }) !== 'whole') return { by }
  const text = await readText(db, { id: raised.reason.id })
  return { by, ...defined({ words: text?.body ?? undefined }) }
}

/** Who says that a decision was entered by mistake, and in which words, for the second person, who is of the programme (R17). */
export const proposedVoidOf = async (
  db: Kysely<Database>,
  { step: { voidProposed } }: Pick<Looked, 'step'>,
): Promise<MailFacts['raised']> => {
  if (voidProposed === undefined) return undefined
  const { role, code, reason } = voidProposed
  const by = voidAsked({ role, code })
  const text = reason === undefined ? undefined : await readText(db, { id: reason.id })
  return { by, ...defined({ words: text?.body ?? undefined }) }
}
