import { countedActs, isChaired, isQuorumBroken, membersOf, neededInWriting, type Body } from './body.js'
import type { PersonId } from './ids.js'
import type { Procedure } from './procedure.js'
import type { StepId } from './values/step-key.js'
import { openSteps, type BaseState, type StepState } from './state.js'
import { defined } from './values/defined.js'

/** How an open body stands: who may vote, how many have, and what is missing for a valid decision (8.4). */
export interface BodyView {
  readonly step: StepId
  readonly form: 'meeting' | 'written'
  /** The first meeting, the second, …: how often the body was convened. */
  readonly convened: number
  readonly seats: number
  readonly recused: readonly PersonId[]
  readonly substitutes: readonly PersonId[]
  /** Seats without the recused, with their substitutes. */
  readonly members: number
  readonly quorum: number
  /** Votes that count. */
  readonly cast: number
  /** How many must agree, in writing. */
  readonly needed?: number
  readonly missing: { readonly votes: number; readonly chair: boolean; readonly substitutes: number }
}

/** The open bodies of a base, in the order their steps were opened. */
export const bodiesOf = (state: BaseState, { steps }: Pick<Procedure, 'steps'>): readonly BodyView[] =>
  openSteps(state).flatMap((step) => {
    const body = steps[step.key]?.decides
    return body?.by === 'votes' ? [bodyView(step, body)] : []
  })

const bodyView = (step: StepState, body: Body): BodyView => {
  const { recused = [], substitutes = [] } = step
  const members = membersOf(step)
  const cast = countedActs(step).length
  const isWritten = step.form === 'written'
  const needed = isWritten ? neededInWriting(step, body) : undefined
  return {
    step: step.id,
    form: isWritten ? 'written' : 'meeting',
    convened: step.reconvened + 1,
    seats: step.seats,
    recused,
    substitutes,
    members,
    quorum: body.quorum,
    cast,
    ...defined({ needed }),
    missing: {
      votes: Math.max(0, Math.max(body.quorum, needed ?? 0) - cast),
      chair: !isWritten && !isChaired(step, body),
      substitutes: isQuorumBroken(step, body) ? step.seats - members : 0,
    },
  }
}
