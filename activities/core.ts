import type { Envelope } from '../domain/command.js'
import type { Course } from '../domain/course.js'
import type { AnyEvent, Recorded } from '../domain/event.js'
import type { Instant } from '../domain/ids.js'
import type { BaseView, ProgrammeView } from '../domain/record.js'
import type { Holders } from '../domain/values/holders.js'
import type { StepId } from '../domain/values/step-key.js'
import type { ClaimRefusal, Claim } from '../domain/claims.js'
import type { Refusal } from '../domain/refusal.js'
import type { Prepared, PrepareRequest } from './contract.js'

export type CoreJudgement<State> =
  | {
      readonly ok: true
      readonly events: readonly AnyEvent[]
      readonly claims: readonly Claim[]
      readonly state: State
    }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * What the desk and the recording of a decision need of a pure core. A base and a programme are two cores behind one desk,
 * so the rules of recording, of repeats and of races are written once.
 */
export interface Core<
  State extends { readonly seq: number },
  Command extends { readonly type: string },
  View extends BaseView | ProgrammeView,
> {
  readonly kind: 'base' | 'programme'
  readonly stream: string
  readonly prepares: (state: State, now: Instant) => PrepareRequest
  readonly judge: (
    state: State,
    asked: { readonly envelope: Envelope<Command>; readonly prepared: Prepared; readonly claimRefusal?: ClaimRefusal },
  ) => CoreJudgement<State>
  /** A version of the rules, beside the pinned one, that a command is judged with. */
  readonly wants: (command: Command) => string | undefined
  /** The version the state is under now; undefined where it is under none yet. */
  readonly pinned: (state: State) => string | undefined
  readonly evolve: (state: State, entry: Recorded<AnyEvent>) => State
  readonly view: (state: State, prepared: Prepared) => View
  /** What the workflow has to do next. */
  readonly course: (state: State, prepared: Prepared) => Course
  /** The news that so many people hold the roles of its open steps; undefined where nobody is looked for. */
  readonly heldBy: (holders: Holders) => Command | undefined
  /** The open steps on which too few might act when it was last looked. */
  readonly vacant: (state: State) => readonly StepId[]
  /** What the workflow waits for, for operators; the instant is when it was said. */
  readonly inWords: (state: State, asked: { readonly prepared: Prepared; readonly now: Instant }) => string
}
