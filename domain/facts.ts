import type { PlainDate } from './calendar-date.js'
import type { ConditionFacts } from './conditions.js'
import type { BaselineFacts, IndicatorValue, SettledValues } from './figures.js'
import type { PersonId, Sha256, ClusterId } from './ids.js'
import type { GateKey } from './procedure.js'
import type { ScoreSheet } from './values/score-sheet.js'

/** A reading of a place's size, kept with the year it holds for: an undated one counts in no gate (8.6). */
export interface Reading {
  readonly measure: string
  readonly value: number
  readonly unit: string
  /** null: the source gives no year. Kept, named, counted nowhere. */
  readonly year: number | null
  /** Evidence class 1–5 (8.6, R8). */
  readonly evidence: 1 | 2 | 3 | 4 | 5
}

/** What the engine must know of a nominated cluster to judge caps, gates and calendars: codes and numbers only, no text. */
export interface ClusterFacts {
  readonly cluster: ClusterId
  /** Industry category of the programme text or an added one (13.1). */
  readonly category: string
  /** ISO 3166-2, such as `CN-ZJ`. */
  readonly province: string
  readonly country: string
  readonly zone: string
  /** Ids of clusters whose territory holds this one or lies inside it (8.2). */
  readonly overlaps: readonly string[]
  readonly readings: readonly Reading[]
  /** Hash of the record as it was handed in, so that a second import can say `unchanged` or `differs`. */
  readonly recordHash: Sha256
}

/** The fourteen parts of a dossier by number (1.3). */
export const dossierParts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const
export type DossierPart = (typeof dossierParts)[number]

/** The dossier as the core sees it (1.3): what is there, and the figures the gates read. Money in CNY billion a year. */
export interface DossierFacts {
  readonly parts: readonly DossierPart[]
  readonly dossierHash: Sha256
  /** G1: one authority answers for the whole territory: the only one there is, or one with the written mandate of each other. */
  readonly oneAuthority: boolean
  /** G2: the cluster organisation is a legal person since so many full years; null: there is none. */
  readonly clusterBodyYears: number | null
  /** G3: years for which output, firms and exports are all given with class 1–3 evidence. */
  readonly yearsOfData: number
  /** G4: share of the lead industry in the cluster's output, 0–1. */
  readonly leadIndustryShare: number
  /** G5: output of the last years, newest first, CNY billion. */
  readonly outputCnyBn: readonly number[]
  /** G6 */
  readonly memberFirms: number
  /** G7: major accidents and grade I/II incidents in the last three years. */
  readonly incidents: number
  /** G10, G11 */
  readonly coFunding: boolean
  readonly declarationsSigned: boolean
}

/** What an officer makes of a declared reading of a gate: takes it, puts another in its place, or counts it as not shown (6.1). */
export type Treatment = 'accept' | 'correct' | 'reject'
export interface TreatedGate {
  readonly gate: GateKey
  readonly treat: Treatment
  /** What counts instead, in the unit of the gate; yes is 1 and no 0. */
  readonly reading?: { readonly value: number; readonly year: number; readonly evidence: 1 | 2 | 3 | 4 | 5 }
}

/** The yearly report in numbers (7): what the base says of itself. */
export interface ReportFacts {
  readonly year: number
  readonly reportHash: Sha256
  /** The indicators agreed at launch, as they stand (7); absent in reports from before there were any. */
  readonly values?: readonly IndicatorValue[]
  /** What the part "governance" counts, as far as the report says it (6.5). */
  readonly governance?: ReportedGovernance
}

/** How the year was governed, as the report has it: meetings, cash, and how name and logo were used (6.5). */
export interface ReportedGovernance {
  readonly meetingsHeld: number
  readonly meetingsPlanned: number
  /** Received of the cash that was due by 31 December, 0–1. */
  readonly cashShare: number
  readonly signs: 'no_breach' | 'corrected_in_time' | 'breach'
}

/** What the colour rules read of the year and the base does not say of itself (5.3): it comes from what the programme has. */
export interface ProgrammeRecordFacts {
  /** By how many months the money that was promised came late. */
  readonly lateFundsMonths: number
  /** How much of the cash that was due by 31 December came, 0–1; absent where the officer has no money of the year. */
  readonly cashShare?: number
  /** How many findings of the year stand against the base. */
  readonly findings: number
  /** What the sample made of reported values (5.3). */
  readonly sample?: SettledValues
}

/** How many units of each currency make one US dollar in the budget of a year of the plan, the first of them 1 (4.6). */
export interface BudgetRates {
  readonly planYear: number
  readonly perUsd: Readonly<Record<string, number>>
}

/** People named for the due-diligence team (2.1). */
export interface TeamFacts {
  readonly members: readonly PersonId[]
}

/** What a decision may bring, by `brings` of its step. */
export interface BroughtFacts {
  readonly dossier?: DossierFacts
  readonly gates?: readonly TreatedGate[]
  /** The parts of the dossier that are not as they must be, as the officer ticked them (1.4a). */
  readonly lacking?: readonly DossierPart[]
  readonly sheet?: ScoreSheet
  readonly report?: ReportFacts
  readonly programmeRecord?: ProgrammeRecordFacts
  readonly team?: TeamFacts
  readonly baseline?: BaselineFacts
  /** What the examination of the baseline left of it (4.4). */
  readonly settled?: SettledValues
  /** At which rates a year of the plan is counted (4.6). */
  readonly rates?: BudgetRates
  /** The true values where a misstatement was proven (5.3). */
  readonly misstated?: readonly IndicatorValue[]
  readonly conditions?: ConditionFacts
  /** The last day on which what was proven holds (3.10). */
  readonly holdsUntil?: PlainDate
  /** The day to which it was put off (3.11). */
  readonly putOffTo?: PlainDate
}
