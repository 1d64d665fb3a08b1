import type { Instant } from './ids.js'
import type { Option, StepId } from './values/step-key.js'

/** As whom somebody is screened for a base. */
export const capacities = [
  'government',
  'head_of_government',
  'organisation',
  'head_of_organisation',
  'board',
  'owner',
  'firm',
  'funder',
  'signatory',
  'partner',
] as const
export type Capacity = (typeof capacities)[number]

/** What a screening came to: nothing found; a match that is still examined; a true match that is no bar; a bar. */
export const screeningVerdicts = ['clear', 'open_hit', 'no_bar', 'barred'] as const
export type ScreeningVerdict = (typeof screeningVerdicts)[number]

/** The last screening of a base, and when the clock asks for the next; without a date it is asked for already, or never. */
export interface ScreeningState {
  readonly verdict: ScreeningVerdict
  readonly at: Instant
  /** The visit that came to it: where that is voided, what stood before it stands again. */
  readonly step: StepId
  readonly next?: Instant
  /** What stood before it, and stands again where the visit is voided. */
  readonly before?: ScreeningState
}

/** What each outcome of a step says of whoever was screened, as data of the procedure. */
export type ScreeningRule = Readonly<Record<Option, ScreeningVerdict>>

/** Options that wait until no match is open: what binds is not signed over one. */
export interface ScreeningGate {
  readonly with: readonly Option[]
}
