import type { Kysely } from 'kysely'
import type { ActedText } from '../../domain/events/negotiation.js'
import type { Sha256, BaseId } from '../../domain/ids.js'
import { saidAfter, saidWithout, type SaidOfText } from '../../domain/negotiation/said.js'
import { noNegotiation } from '../../domain/negotiation/version.js'
import { roles, type Side } from '../../domain/role.js'
import type { StepId } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'

/** An answer to a proposal, or a move of an issue, as the decision on a step brought it. */
export interface BroughtAnswer {
  readonly no: number
  readonly step: StepId
  readonly side: Side
  readonly state: string
  readonly hash: Sha256 | undefined
}

/** What decisions brought about the text of a base, in stages that are over as well. */
export interface BroughtWords {
  /** The numbers with their visits, those that count no longer among them: both sides could read them. */
  readonly numbers: ReadonlyMap<number, StepId>
  readonly answers: readonly BroughtAnswer[]
  /** The visits that count no longer. */
  readonly voided: ReadonlySet<StepId>
  /** What became of proposals and issues, folded as the state of the base is; other than there nothing goes with its stage. */
  readonly said: SaidOfText
}

/** Everything of the text that the ledger says was brought: what was handed in is for both sides to read. */
export const broughtWords = async (
  db: Kysely<Database>,
  { base }: { readonly base: BaseId },
): Promise<BroughtWords> => {
  const rows = await db
    .selectFrom('ledger_entry')
    .select('payload')
    .where('stream', '=', base)
    .where('type', 'in', ['step_acted', 'step_voided'])
    .orderBy('seq')
    .execute()
  const numbers = new Map<number, StepId>()
  const answers: BroughtAnswer[] = []
  const voided = new Set<StepId>()
  let said: SaidOfText = noNegotiation
  for (const { payload } of rows) {
    if (payload.type === 'step_voided') {
      voided.add(payload.step)
      said = saidWithout(said, payload.step)
    }
    if (payload.type !== 'step_acted' || payload.text === undefined) continue
    const told = { text: payload.text, step: payload.step, side: roles[payload.by.role].side }
    said = saidAfter(said, told)
    for (const no of numbersIn(payload.text)) numbers.set(no, payload.step)
    answers.push(...answersIn(told))
  }
  return { numbers, answers, voided, said }
}

const numbersIn = ({ proposals = [], comments = [], issues = [] }: ActedText): readonly number[] =>
  [...proposals, ...comments, ...issues].map(({ no }) => no)

const answersIn = ({
  text: { answers = [], moves = [] },
  step,
  side,
}: {
  readonly text: ActedText
  readonly step: StepId
  readonly side: Side
}): readonly BroughtAnswer[] => [...answers, ...moves].map(({ no, state, hash }) => ({ no, step, side, state, hash }))
