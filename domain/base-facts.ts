import type { BaselineValue, SettledValues } from './figures.js'
import type { BudgetRates, DossierFacts } from './facts.js'
import type { ScoreSheet } from './values/score-sheet.js'
import type { Colour } from './values/colour.js'
import type { Instant, PersonId } from './ids.js'
import type { ReasonCode } from './reason-code.js'
import type { Option, StepKey } from './values/step-key.js'

/** A yearly review as later ones remember it. */
export interface ReviewSummary {
  readonly year: number
  readonly colour: Colour
  readonly total: number
  /** The share of each part of the sheet that the points rest on; absent where there was no sheet. */
  readonly shares?: Readonly<Record<string, number>>
  /** Why it is not green (8.14): the code of whoever gave the colour, or of what the figures rest on. */
  readonly code?: ReasonCode
  /** The panel's option its score called for, whatever the panel gave (6.5). */
  readonly called?: Option
  /** The panel suspended the base and compliance lifted it: it stands as it stood, and nothing was found (R1). */
  readonly lifted?: true
  /** Nobody of the programme judged the year in time: the base stands as it stood, and nothing was found (R3). */
  readonly unassessed?: true
  /** In such a year no report came, which counts as a yellow for the panel that judges next (R3). */
  readonly unreported?: true
  /** The colour before it was contested, and nobody of the programme decided that: it counts for nothing (8.9, R3). */
  readonly formerContested?: true
  /** The board let the base have one last term on this review: its red has become a yellow (R1). */
  readonly lastTerm?: true
}

/** An extraordinary review as later ones remember it: beside the yearly ones, and none of them (5.13). */
export interface ExtraordinarySummary {
  /** The number of the matter in its stage. */
  readonly no: number
  readonly on: Instant
  /** The review year whose panel comes next: that panel is its re-review (R10). */
  readonly before: number
  readonly colour: Colour
  readonly total: number
  /** The share of each part of the sheet that the points rest on; absent where there was no sheet. */
  readonly shares?: Readonly<Record<string, number>>
  /** Why it is not green (8.14). */
  readonly code?: ReasonCode
  readonly called?: Option
  /** The time for redress is over, or redress was not upheld: from here on it counts for the next panel (8.9, R10). */
  readonly inForce?: true
  /** Redress was upheld, or the programme let it lie before it was in force: it stands in the history and counts for nothing. */
  readonly setAside?: true
  /** The board let the base have one last term on it: its red has become a yellow (R1). */
  readonly lastTerm?: true
  /** Nobody handed in a plan: the panel of that year is called to propose red (5.11). */
  readonly planMissingBefore?: number
}

/** A time in which the clocks of a base stood still (8.5, E6). */
export interface ClockStop {
  readonly since: Instant
  readonly until: Instant
}

/** What ended stages leave behind for later ones: numbers and codes. */
export interface BaseFacts {
  readonly dossier?: DossierFacts
  readonly sheets: readonly ScoreSheet[]
  readonly score?: number
  readonly ratings: Readonly<Record<StepKey, Option>>
  readonly diligence?: number
  readonly slot?: number
  /** When the board is asked whether the slot lapses, and the moment it was asked for last (R5, 4.11). */
  readonly slotUntil?: Instant
  readonly slotAsked?: Instant
  /** The caps do not count for this base (8.2). */
  readonly capsWaived?: true
  /** The last offer of a freed slot (8.3). */
  readonly offer?: string
  readonly plaque?: string
  readonly signedOn?: Instant
  readonly endsOn?: string
  /** When its clocks stood still in this term, by a hold or a stop that is over: the grace after the term moves by it (3.13). */
  readonly stops?: readonly ClockStop[]
  readonly activatedOn?: Instant
  readonly firstReviewOn?: Instant
  /** The KPI set as it was handed in at launch, and what its examination left of it: `agreedSet` is what counts (4.4). */
  readonly baseline?: readonly BaselineValue[]
  readonly settled?: SettledValues
  /** The budget rates of each year of the plan for which some were fixed (4.6). */
  readonly rates?: readonly BudgetRates[]
  readonly reviews: readonly ReviewSummary[]
  /** Absent until there is one. */
  readonly extraordinary?: readonly ExtraordinarySummary[]
  readonly lastTermUsed: boolean
  /** Who decided and confirmed the last review: after upheld redress it is for others (R14). */
  readonly lastPanel?: readonly PersonId[]
  /** The end of term for which the clock has raised a renewal. */
  readonly renewalFor?: string
}
