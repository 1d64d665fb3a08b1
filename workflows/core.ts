import type { Prepared, PrepareRequest } from '../activities/contract.js'
import type { Actor, Envelope } from '../domain/command.js'
import type { AnyEvent, Recorded } from '../domain/event.js'
import type { Instant } from '../domain/ids.js'
import type { BaseView, Claim, ClaimLimits, ClaimRefusal, ProgrammeView } from '../domain/record.js'
import type { Refusal } from '../domain/refusal.js'

export type CoreJudgement<State> =
  | {
      readonly ok: true
      readonly events: readonly AnyEvent[]
      readonly claims: readonly Claim[]
      readonly state: State
    }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * What the desk needs of a pure core to let it decide durably. A base and a programme are two cores behind one desk, so
 * the rules of recording, of repeats and of races are written once.
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
  readonly wants?: (command: Command) => string | undefined
  /** The version the state is under now; undefined where it is under none yet. */
  readonly pinned?: (state: State) => string | undefined
  readonly evolve: (state: State, entry: Recorded<AnyEvent>) => State
  readonly view: (state: State, prepared: Prepared) => View
  readonly nextDueAt: (state: State, prepared: Prepared) => Instant | null
  /** What the workflow waits for, for operators; the instant is when it was said. */
  readonly inWords: (state: State, asked: { readonly prepared: Prepared; readonly now: Instant }) => string
}

/** How many handled command ids travel (design 2); `record` answers for older ones. */
export const handledKept = 2000

/** The numbers of the pinned procedure that the database tests claims against. */
export const limitsOf = ({ procedure: { settings } }: Prepared): ClaimLimits => ({
  slots: settings.slots,
  capPerCategory: settings.capPerCategory,
  capPerProvince: settings.capPerProvince,
  shortlistFactor: settings.shortlistFactor,
  ...(settings.categoriesAtLeast === undefined ? {} : { categoriesAtLeast: settings.categoriesAtLeast }),
  ...(settings.roleModels === undefined ? {} : { roleModels: settings.roleModels }),
})

/** How a command came in; without a person it came from a machine. */
export const channelOf = (actor: Actor | undefined): Actor['channel'] | 'machine' => actor?.channel ?? 'machine'
