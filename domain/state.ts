import type { DocumentOrder } from './document-order.js'
import type { ConditionState } from './conditions.js'
import type { ScreeningState } from './screening.js'
import type { ExhibitState } from './exhibits/exhibit.js'
import type { BaseFacts } from './base-facts.js'
import type { HeldMandate } from './values/mandate.js'
import type { PlannedAlarm } from './values/planned-alarm.js'
import type { Colour } from './values/colour.js'
import type { By } from './values/by.js'
import type { PaperSays } from './commands/paper.js'
import type { BroughtFacts, ClusterFacts } from './facts.js'
import type { NegotiationState } from './negotiation/version.js'
import type { BaseId, Instant, PersonId, ProgrammeId, Sha256 } from './ids.js'
import type { Locale } from './locale.js'
import { statusFor, type Stage, type Status } from './lifecycle.js'
import type { VoidCause } from './events/returning.js'
import type { MatterFacts, MatterKind } from './matters.js'
import type { Option, StepId, StepKey } from './values/step-key.js'
import type { ReasonCode } from './reason-code.js'
import type { Role, Side } from './role.js'
import type { Interest } from './seat.js'
import { defined } from './values/defined.js'
import type { TextReference, Worded } from './values/text-reference.js'

/** One person's act on a step, as the core remembers it while the stage runs. */
export interface Act {
  readonly person: PersonId
  /** In whose place the person acted (SD7). */
  readonly delegator?: PersonId
  /** The role it was done in where that is not the step's own: the chair of a body, a substitute. */
  readonly role?: Role
  readonly option: Option
  readonly code?: ReasonCode
  readonly facts?: BroughtFacts
  /** The version of the text it is about, by its number. */
  readonly text?: number
  /** The end of the day on which it was done, where it came on paper: that is no later than the day it bears (R16). */
  readonly doneBy?: Instant
  /** Whose hands were on it too: who entered and confirmed it from paper (R16), and whose words it hands over (SD1). */
  readonly clerks?: readonly PersonId[]
}

/** An act on paper that a second person has yet to confirm (R16); which entry of the record entered it, and when. */
export interface WaitingPaper extends PaperSays {
  readonly signatory: PersonId
  readonly enteredBy: PersonId
  readonly seq: number
  readonly enteredAt: Instant
}

export interface StepOutcome {
  readonly option: Option
  readonly code?: ReasonCode
}

/** One visit of a step. */
export interface StepState {
  readonly id: StepId
  readonly key: StepKey
  /** The number of the matter whose story asked it; absent: the stage itself did. */
  readonly matter?: number
  readonly role: Role
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly calendar: string
  readonly seats: number
  /** Alarms still to come, soonest first. */
  readonly alarms: readonly PlannedAlarm[]
  /** How often a body was convened again for want of a quorum (E4). */
  readonly reconvened: number
  /** The roles that have extended it, one entry for each time (8.5). */
  readonly extended?: readonly Role[]
  /** Late for long, the step may also be acted on by whoever holds this role (E1). */
  readonly standIn?: Role
  /** The body decides in writing, because it had no quorum twice (E4, 8.4). */
  readonly form?: 'written'
  /** Who was drawn to vote in their place (8.4). */
  readonly substitutes?: readonly PersonId[]
  readonly acts: readonly Act[]
  /** Who steps aside for an interest, and is counted neither in the quorum nor in the base of the vote (SD5, 8.4). */
  readonly recused?: readonly PersonId[]
  /** The one holder of the role a director gave the step to. */
  readonly holder?: PersonId
  /** Fewer people may act than the step needs. */
  readonly vacant?: true
  readonly outcome?: StepOutcome
  readonly closedAt?: Instant
  /** Why the visit no longer counts, and in which role it or its ground was taken back; it stays readable and is asked again. */
  readonly voided?: VoidCause
  readonly takenBackAs?: Role
  /** Who asks that the decision be voided as mis-entered, and by which entry; a second person confirms (R17). */
  readonly voidProposed?: Pick<By, 'person' | 'role'> & Worded & { readonly seq: number }
  /** How often its reminder was sent again, because it had come back (E3). */
  readonly sentAgain?: number
  /** Acts on paper that wait for a second person, one for each signatory (R16). */
  readonly papers?: readonly WaitingPaper[]
}

/** A matter beside the stage (3.13, 5.13, 8.10, E6). */
export interface MatterState {
  readonly matter: MatterKind
  readonly no: number
  readonly raisedAt: Instant
  readonly by?: PersonId
  /** In whose place it was raised. */
  readonly delegator?: PersonId
  readonly role?: Role
  readonly code?: ReasonCode
  readonly facts?: MatterFacts
  /** In words, which are kept where the record is. */
  readonly reason?: TextReference
  /** Whoever raised it took it back before it was settled (3.13). */
  readonly takenBack?: true
  /** The steps at which the programme let it lie, so that it holds nothing back any more (R3). */
  readonly letLie?: readonly StepKey[]
}

/** The stage that runs now, in full; ended ones shrink to a summary, since the state travels with every run. */
export interface StageState {
  readonly stage: Stage
  readonly no: number
  readonly year?: number
  /** The colour of the review before, whose consequences this stage carries out (5.11, 5.12). */
  readonly inherits?: Colour
  /** What the programme let lie of it, and since when: it holds nothing back any more (R3). */
  readonly letLie?: { readonly leftOver?: Instant; readonly year?: true }
  readonly enteredAt: Instant
  readonly steps: Readonly<Record<StepId, StepState>>
  /** How often each effect of the story has happened in this stage. */
  readonly effects: Readonly<Record<string, number>>
  /** Matters beside the stage, in their order; those not settled when it is left go on beside the next. */
  readonly matters?: readonly MatterState[]
  /** Of these, what the matters that go on had had before it began. */
  readonly before?: Readonly<Record<string, number>>
  /** A later version of the rules that one side has agreed to, and who (8.8). */
  readonly adoption?: { readonly version: string; readonly agreed: Readonly<Partial<Record<Side, PersonId>>> }
}

export interface StageSummary {
  readonly stage: Stage
  readonly no: number
  readonly enteredAt: Instant
  readonly leftAt: Instant
  readonly outcome: Status
}

/** What goes on beside the next stage when one is left: matters that are not settled, with their steps and effects so far. */
export type GoingOn = Required<Pick<StageState, 'matters' | 'steps' | 'effects' | 'before'>>

/** A base as the core knows it: plain JSON, evolved from events only. */
export interface BaseState {
  readonly schemaVersion: 1
  readonly id: BaseId
  readonly seq: number
  readonly programme: ProgrammeId
  readonly call: string
  readonly windowEnds: Instant
  readonly cluster: ClusterFacts
  readonly languages: readonly Locale[]
  readonly partsAtHand: readonly number[]
  readonly rehearsal: boolean
  readonly procedure: string
  readonly rulesVersion: string
  readonly status: Status
  /** The status a hold or suspension interrupted. */
  readonly heldStatus?: Status
  /** What a suspension interrupted, while a hold or an integrity stop lies over it. */
  readonly beneath?: Status
  /** Why it stood there (8.14). */
  readonly heldCode?: ReasonCode
  readonly heldAt?: Instant
  readonly heldUntil?: Instant
  /** An integrity stop: only its own steps move until it is settled (E6). A hold that it found goes on after it. */
  readonly frozen?: {
    readonly matter: MatterKind
    readonly since: Instant
    readonly hold?: { readonly at: Instant; readonly until?: Instant }
  }
  readonly code?: ReasonCode
  readonly colour?: Colour
  readonly stage?: StageState
  /** Between two stages, which is never for long. */
  readonly goingOn?: GoingOn
  readonly past: readonly StageSummary[]
  /** Visits of each step in ended stages, so that step ids stay unique. */
  readonly visits: Readonly<Record<StepKey, number>>
  /** Who acted where in ended stages (separation of duties looks back over the whole life). */
  readonly acted: Readonly<Record<StepKey, readonly PersonId[]>>
  /** The same of the stage that ended last alone; absent before there is one. */
  readonly actedBefore?: Readonly<Record<StepKey, readonly PersonId[]>>
  readonly facts: BaseFacts
  /** Declared interests in this base, each for the rest of its life (SD5). */
  readonly interests?: Readonly<Record<PersonId, Interest>>
  readonly ranks: readonly { readonly session: string; readonly place: number; readonly of: number }[]
  readonly orders: readonly DocumentOrder[]
  readonly texts: Readonly<Record<string, readonly Sha256[]>>
  readonly closed: boolean
  /** What was brought to prove facts, and stands; absent where nothing was. */
  readonly exhibits?: Readonly<Record<string, ExhibitState>>
  /** The text both sides make; absent before its first version. */
  readonly negotiation?: NegotiationState
  /** The conditions that were fixed, each until it is met; absent where there are none. */
  readonly conditions?: Readonly<Record<string, ConditionState>>
  /** The question about each activity that was asked last, and until when somebody outside may answer it; absent where nobody was asked. */
  readonly thirdParties?: Readonly<Record<string, { readonly confirmation: string; readonly until: Instant }>>
  /** What the last screening came to; absent before the first. */
  readonly screening?: ScreeningState
  /** The entry that the last revival of its workflow began with; absent where there was none. */
  readonly revivedFrom?: number
}

/** The state before any event. */
export const unborn = (id: BaseId): BaseState => ({
  schemaVersion: 1,
  id,
  seq: 0,
  programme: '',
  call: '',
  windowEnds: '',
  cluster: {
    cluster: '',
    category: '',
    province: '',
    country: '',
    zone: 'UTC',
    overlaps: [],
    readings: [],
    recordHash: '',
  },
  languages: [],
  partsAtHand: [],
  rehearsal: false,
  procedure: '',
  rulesVersion: '',
  status: statusFor.beginning,
  past: [],
  visits: {},
  acted: {},
  facts: { sheets: [], ratings: {}, reviews: [], lastTermUsed: false },
  ranks: [],
  orders: [],
  texts: {},
  closed: false,
})

/** Open steps of the running stage, in the order they were opened. */
export const openSteps = (state: BaseState): readonly StepState[] =>
  Object.values(state.stage?.steps ?? {}).filter((step) => step.outcome === undefined && step.voided === undefined)

/** The status that is the base's own: beneath whatever holds or stops it now. */
export const carriedStatus = ({ beneath, heldStatus, status }: BaseState): Status => beneath ?? heldStatus ?? status

/** The matter whose story asked a step; undefined where the stage itself did. */
export const matterOf = ({ stage }: BaseState, { matter }: Pick<StepState, 'matter'>): MatterState | undefined =>
  matter === undefined ? undefined : stage?.matters?.find(({ no }) => no === matter)

/** The last visit of a step in this stage that was decided and still counts; undefined where there is none. */
export const lastDecided = (state: BaseState, key: StepKey): StepState | undefined =>
  Object.values(state.stage?.steps ?? {}).findLast(
    (step) => step.key === key && step.outcome !== undefined && step.voided === undefined,
  )

/** People by step key in the running stage. */
export const actedInStage = (state: BaseState): Readonly<Record<StepKey, readonly PersonId[]>> =>
  actedOn(Object.values(state.stage?.steps ?? {}))

/** People by the key of some steps. */
export const actedOn = (steps: readonly StepState[]): Readonly<Record<StepKey, readonly PersonId[]>> => {
  const acted: Record<StepKey, readonly PersonId[]> = {}
  // What was voided as mis-entered was no act of that person (R17).
  for (const step of steps.filter(({ voided }) => voided !== 'mistake'))
    acted[step.key] = [...new Set([...(acted[step.key] ?? []), ...step.acts.flatMap(handsOn)])]
  return acted
}

/** Everybody to whom an act is counted: whoever did it, and the person in whose place it was done (SD7). */
export const actorsOf = ({ person, delegator }: Pick<Act, 'person' | 'delegator'>): readonly PersonId[] =>
  delegator === undefined ? [person] : [person, delegator]

/** Everybody whose deed an act is when duties are separated: also those whose hands were on it (R16, SD1). */
const handsOn = ({ clerks = [], ...act }: Act): readonly PersonId[] => [...actorsOf(act), ...clerks]

/** Whether an act counts as this person's: done with the own seat, or by a delegate. */
export const isBy = (act: Pick<Act, 'person' | 'delegator'>, person: PersonId): boolean =>
  actorsOf(act).includes(person)

/** Whether a mandate may be acted with at an instant; that it was not revoked is claimed in the database. */
export const isInForce = ({ from, until }: Pick<HeldMandate, 'from' | 'until'>, now: Instant): boolean =>
  from <= now && (until === undefined || until > now)

/** The stamp of an act from the mandate it was done with. */
export const byOf = (person: PersonId, mandate: HeldMandate): By => ({
  person,
  role: mandate.role,
  mandate: mandate.id,
  onBehalfOf: mandate.delegation?.delegator ?? mandate.organisation,
  ...defined({ delegator: mandate.delegation === undefined ? undefined : mandate.delegation.delegator }),
})
