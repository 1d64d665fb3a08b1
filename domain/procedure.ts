import type { ColourLimits, RecommendationLimits } from './limits.js'
import type { ConditionGate, ConditionRule } from './conditions.js'
import type { Pace } from './pace.js'
import type { ScreeningGate, ScreeningRule } from './screening.js'
import type { DocumentKind } from './document-kind.js'
import type { ExtensionRules } from './extension-rules.js'
import type { Form } from './form/form.js'
import type { Stage, Status } from './lifecycle.js'
import type { MatterFacts, MatterKind } from './matters.js'
import type { NegotiationRules, StepText } from './negotiation/rules.js'
import type { Meant } from './meanings.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'
import type { SeparationRules } from './separation.js'
import type { SupportKind } from './support-kinds.js'
import type { Option, StepKey } from './values/step-key.js'
import type { ProcedureId } from './procedure-id.js'

export type Days = { readonly unit: 'wd' | 'cd'; readonly n: number }

/** When a step is due, counted in the calendar of the side that acts (R4). */
export type Due =
  | { readonly from: 'opening'; readonly days: Days }
  /** Counted from the first visit of the step in its stage: coming round again gives no new time (8.3). */
  | { readonly from: 'first'; readonly days: Days }
  /** Counted from the signature of the MoU, as the whole of stage 4 is. */
  | { readonly from: 'signature'; readonly days: Days }
  /** The end of the open call's window (1.2, 1.3). */
  | { readonly from: 'window' }
  /** Counted from the end of the memorandum's term, in calendar days; 0 is the end itself (3.13). */
  | { readonly from: 'term'; readonly days: Days }
  /** A calendar date of the review year, such as 31 March; `atLeast` adds days to the opening and the later one counts (R10). */
  | { readonly from: 'date'; readonly month: number; readonly day: number; readonly atLeast?: Days }

/** Where an option leads. Every option of every step has exactly one of these (R1). */
export type Lead =
  /** Where the same option completes the stage for some and goes on for others, the stage stands with the steps. */
  | { readonly to: readonly StepKey[]; readonly stage?: Stage }
  /** Goes back, at most `limit` times in the visit of the stage; `then` is what happens when the limit is used up. */
  | { readonly back: StepKey; readonly limit: number; readonly then: Lead | 'not_offered' }
  /** Ends the matter with a status; `code` is the reason where the option itself carries none (R1). */
  | { readonly end: Status; readonly via?: readonly StepKey[]; readonly code?: ReasonCode }
  /** The stage is complete and the next one begins. */
  | { readonly stage: Stage }
  /** What was asked beside the stage is settled: what it interrupted goes on, or ends as it would have. */
  | { readonly settles: 'redress' | 'matter' }

export interface OptionRule {
  readonly leads: Lead
  /** Only the engine's clock chooses it; nobody is offered it. */
  readonly byClock?: true
  /** Reason codes the person must choose from (8.14); absent where the decision is neither negative nor exceptional. */
  readonly codes?: readonly ReasonCode[]
  /** The person must say it in words as well (8.14): of whatever carries a code, and of a return, which says what is missing. */
  readonly says?: 'required'
}

/** How a step comes to its outcome. */
export type Decides =
  | { readonly by: 'one' }
  /** Votes of a body (8.4, R14). `twoThirds` are the options of admission; the others need the simple majority. */
  | {
      readonly by: 'votes'
      readonly seats: number
      readonly quorum: number
      readonly twoThirds: readonly Option[]
      /** What the body has decided when all have voted and no option has its majority. */
      readonly otherwise: Otherwise
      /** Chair and deputy hold this role: they sit in the body, and without one of them a meeting has no quorum (8.4). */
      readonly chair?: Role
      /** Options of procedure for which the chair breaks a tie; on the merits nobody does (8.4). */
      readonly casting?: readonly Option[]
      /** The role of those who are drawn when recusals break the quorum (8.4). */
      readonly substitutes?: Role
      /** After a second meeting without a quorum: so many of all seats must agree in writing, in this time (E4, 8.4). */
      readonly written?: { readonly needs: number; readonly within: Days }
    }
  /** Independent sheets, blind to each other (1.8, 5.6); `recuses` is the option by which an assessor recuses. */
  | { readonly by: 'sheets'; readonly count: number; readonly sheet: SheetKind; readonly recuses: Option }
  /** Nobody acts: the engine closes it on its date (5.1) or when its time has run (3.13i, 3.13k). */
  | { readonly by: 'clock'; readonly option: Option }

/** An option of the step, or the one the score of the review calls for: that is there before anybody votes (6.5). */
export type Otherwise = Option | { readonly by: 'score' }

export const sheetKinds = ['nomination', 'review'] as const
export type SheetKind = (typeof sheetKinds)[number]

export const escalationProfiles = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'] as const
export type EscalationProfile = (typeof escalationProfiles)[number]

/** What a decision must bring besides the option; asked of the first option of the step, the one that goes on. */
export const broughtBesides = ['nothing', 'dossier', 'sheet', 'report', 'programme_record', 'team', 'baseline'] as const
export type Brings = (typeof broughtBesides)[number]

/** What the closing of a step makes a score of. */
export const scoreKinds = ['nomination', 'diligence', 'review'] as const

export interface StepDefinition extends Meant {
  readonly key: StepKey
  readonly stage: Stage
  readonly role: Role
  readonly decides: Decides
  readonly options: Readonly<Record<Option, OptionRule>>
  /** The options in the order people see them, the one that goes on first: a JSON object keeps no order of its keys. */
  readonly order: readonly Option[]
  readonly due: Due
  readonly escalation: EscalationProfile
  /** Silence closes the step with this option when the step is late (R3, 2.6); absent: silence never decides. */
  readonly silence?: Option
  /** By these options whoever acts has just shown afresh who he or she is (0061). */
  readonly weighty?: readonly Option[]
  /** Papers that are made by what is decided on it, as the stories order them; what every end by a "no" orders is not among them (8.15). */
  readonly documents: readonly DocumentKind[]
  /** The text a person approves here: the decision must name its hashes. */
  readonly sees?: DocumentKind
  /** What it does with the text that is negotiated. */
  readonly text?: StepText
  readonly brings: Brings
  /** What whoever acts fills in; absent: an option, a code and words are all. */
  readonly form?: Form
  /** Not to be closed before the due time: a notice period runs its full length (2.9). */
  readonly runsFull?: boolean
  /** The matter the step belongs to, where it comes up beside a stage. */
  readonly matter?: MatterKind
  /** Nobody who acted on the case in any way may act here (R14, the appeals panel). */
  readonly outsiders?: true
  /** Whoever raised the matter may not act here (four eyes). */
  readonly notByRaiser?: true
  /** Only whoever raised the matter, or who acts in that place, acts here: a sheet of one firm is no other's (5.15). */
  readonly onlyByRaiser?: true
  /** A stage, a matter or redress begins with it: no option has to lead to it. */
  readonly begins?: true
  /** Bases ranked in one session are decided on in the order of their ranks (R9). */
  readonly inRankOrder?: true
  /** It carries out what the last review left to do: let lie by the programme, be it a paper on it, it holds the next panel back no longer (R3). */
  readonly leftOver?: true
  /** It decides once more what others have decided (R14): none of them acts here. */
  readonly again?: true
  /** What on file an option must be borne by (`domain/judge/supports.ts`); absent: it rests on judgement alone. */
  readonly supports?: SupportKind
  /** The score its closing makes. */
  readonly scores?: (typeof scoreKinds)[number]
  /** What was handed in here is not changed after that option of that step, by taking it back either (4, 14.10). */
  readonly lockedBy?: { readonly step: StepKey; readonly option: Option }
  /** What an outcome of it finds of the year that is reviewed. */
  readonly finds?: Readonly<Record<Option, YearFinding>>
  /** By this option the base takes its ground, where the other step had that outcome (6.1, R9). */
  readonly takesTerritory?: {
    readonly by: Option
    readonly after?: { readonly step: StepKey; readonly option: Option }
  }
  /** Its outcome falls with this change of circumstances where that is found, as long as nothing is signed (8.10). */
  readonly fallsWith?: MatterFacts['change']
  /** The field of its form that names the last day on which what is proven here holds; empty: it holds without an end. */
  readonly proves?: { readonly until: string }
  /** The day in that field of its form lies no later than what was proven there holds. */
  readonly provenBy?: { readonly step: StepKey; readonly on: string }
  /** By this option it is asked again, and due on the day that field names. */
  readonly putsOff?: { readonly by: Option; readonly to: string }
  /** The step by which the place is told how this one ended: before it, and by the step itself, it reads nothing of that (8.12). */
  readonly toldBy?: StepKey
  /** By this option of a change of circumstances what falls with it falls (8.10). */
  readonly fells?: Option
  /** An item of the launch checklist: the answer that leaves it open, and whether it is only wished for (10). */
  readonly checklist?: { readonly leaves: Option; readonly only?: 'wished' }
  /** What it does with conditions (8.16). */
  readonly conditions?: ConditionRule
  /** What is due by then must be met before it is passed (8.16). */
  readonly awaitsConditions?: ConditionGate
  /** What its outcomes say of whoever was screened (1.6). */
  readonly screens?: ScreeningRule
  readonly awaitsScreening?: ScreeningGate
  /** It looks again at what that screening found: that it is there at all tells of it, so only whoever may know that sees it (1.6). */
  readonly examines?: StepKey
  /** Whoever acted on that step of the same matter does not act here (SD2). */
  readonly notByWhoDid?: StepKey
}

/** What an outcome finds of a year, by which the panel judges it (6.5, R11). */
export const yearFindings = [
  'report_missing',
  'report_delayed',
  'report_unendorsed',
  'report_incomplete',
  'plan_missing',
  'integrity_breach',
] as const
export type YearFinding = (typeof yearFindings)[number]

/** A reminder or notice moment of an escalation profile, and who is told when the step is late (E1 to E6). */
export type AlarmMoment =
  | { readonly at: 'opening' }
  | { readonly at: 'half' }
  | { readonly at: 'before'; readonly days: Days }
  | { readonly at: 'late'; readonly days: Days }

export interface Alarm {
  readonly moment: AlarmMoment
  readonly kind: 'reminder' | 'escalation'
  /** `supervisor` is whoever stands over the role of the step: `domain/supervisor.ts`. */
  readonly tells: readonly (Role | 'actor' | 'supervisor')[]
  /** What the ladder does besides telling. */
  readonly effect?: AlarmEffect
  /** Sounds again so many working days after each time, for as long as the step is open. */
  readonly repeats?: number
}

/** `reassign`: the director, or the chair over him, may act on the step too. `silence` needs reminders that arrived. */
export type AlarmEffect = 'hold' | 'silence' | 'reconvene' | 'reassign'

export type GateKind = 'binding' | 'guiding'

export const gateKeys = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G11'] as const
export type GateKey = (typeof gateKeys)[number]

/** One weighted part of a score sheet; `minimum` is a share of the part's own weight, 0–1 (6.2, 6.5). */
export interface Criterion {
  readonly key: string
  readonly weight: number
  readonly minimum: number
  /** The reason code a failure of this criterion carries. */
  readonly code: ReasonCode
}

export type MonthDay = Pick<Extract<Due, { from: 'date' }>, 'month' | 'day'>

export interface Settings {
  readonly slots: number
  readonly capPerCategory: number
  readonly capPerProvince: number
  /** Categories the bases have at least once all slots are taken (8.2); absent: not asked. */
  readonly categoriesAtLeast?: number
  /** How long a reservation holds without a signature, a launch without an activation, and by how much the board prolongs them (R5, 4.11). */
  readonly reservation?: { readonly days: number; readonly launchDays: number; readonly prolongDays: number }
  /** Due-diligence results older than this are refreshed before a slot is given on them (8.3). */
  readonly diligenceMonths?: number
  /** Shares of free slots one call may advance (R9). */
  readonly shortlistFactor: number
  /** Put off so often for want of a quorum, a base no longer keeps those that rank after it waiting (R9). */
  readonly passedOverAfter: number
  readonly pace: Pace
  /** How many bases may be role models of one review year (6.5); absent: as many as deserve it. */
  readonly roleModels?: number
  readonly callWindowDays: number
  readonly passMark: number
  readonly spreadLimit: number
  readonly gates: Readonly<Record<GateKey, GateKind>>
  /** Limits of the gates, in the unit the gate names: years, share, CNY bn, firms (6.1). */
  readonly limits: {
    readonly yearsOfData: number
    readonly leadIndustryShare: number
    readonly scaleCnyBn: number
    readonly memberFirms: number
    readonly clusterBodyYears: number
    readonly evidenceMonths: number
  }
  readonly recommends: RecommendationLimits
  readonly colours: ColourLimits
  /** A visit is due every so many reviews, and after a yellow (12). */
  readonly visitEvery: number
  /** From this share of its area on a moved boundary asks for a new assessment (8.10). */
  readonly boundaryShare: number
  /** The clock raises the renewal of a memorandum this long before its term ends (3.13). */
  readonly renewalDays: number
  readonly partnerHoldDays: number
  /** An active base is held for force majeure this long at most (8.5). */
  readonly forceMajeureDays: number
  /** A base is screened again so many months after it was (1.6); absent: once is enough. */
  readonly screeningMonths?: number
  /** So many days before what was brought as proof expires whoever brought it is told (8.6); absent: it expires untold. */
  readonly expiryNoticeDays?: readonly number[]
  /** From which days of its year on a review goes on without what the programme has let lie, and after how many working days (R3); absent: it waits. */
  readonly letLie?: { readonly panel: MonthDay; readonly year: MonthDay; readonly days: number }
  readonly mouTermYears: number
  readonly firstReviewMonths: number
  /** Steps on which each person says with the act that he or she has no interest in the base (SD5); absent: none asks. */
  readonly asksInterest?: readonly StepKey[]
}

/** A versioned rule set: what a base is pinned to when a stage begins (8.8). */
export interface Procedure {
  readonly id: ProcedureId
  readonly version: string
  readonly steps: Readonly<Record<StepKey, StepDefinition>>
  readonly escalation: Readonly<Record<EscalationProfile, readonly Alarm[]>>
  readonly nominationSheet: readonly Criterion[]
  readonly reviewSheet: readonly Criterion[]
  /** Weight of each due-diligence work-stream by step key (6.3). */
  readonly streams: Readonly<Record<StepKey, number>>
  /** What each approval rests on: when an input no longer counts, neither does the approval; all others are kept. */
  readonly rests?: Readonly<Record<StepKey, readonly StepKey[]>>
  /** Who may not do what besides (4, R19). */
  readonly separation: SeparationRules
  /** Who may move a deadline, and how far; absent in versions under which nobody could. */
  readonly extensions?: ExtensionRules
  /** What a change of the text weighs; absent in versions under which no text was handed over. */
  readonly negotiation?: NegotiationRules
  readonly settings: Settings
}
