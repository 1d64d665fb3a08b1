import type { DocumentKind } from './document-kind.js'
import type { ExtensionRules } from './extension.js'
import type { Stage, Status } from './lifecycle.js'
import type { MatterKind } from './matters.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'

/** A step of domain.md 5, split so that one step is one act by one side: `1.4a`, `3.11b`. */
export type StepKey = string
/** One visit of a step in the life of a base: `<key>.<n>`, such as `5.2a.2` for the second yearly report. */
export type StepId = string
export type Option = string

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
  /** A calendar date of the review year, such as 31 March; `notBefore` adds days to the opening and the later one counts (R10). */
  | { readonly from: 'date'; readonly month: number; readonly day: number; readonly atLeast?: Days }

/** Where an option leads. Every option of every step has exactly one of these (R1). */
export type Lead =
  | { readonly to: readonly StepKey[]; readonly status?: Status }
  /** Goes back, at most `limit` times in the visit of the stage; `then` is what happens when the limit is used up. */
  | { readonly back: StepKey; readonly limit: number; readonly then: Lead | 'not_offered'; readonly status?: Status }
  /** Ends the matter with a status; `code` is the reason where the option itself carries none (R1). */
  | { readonly end: Status; readonly via?: readonly StepKey[]; readonly code?: ReasonCode }
  /** The stage is complete and the next one begins. */
  | { readonly stage: Stage | 'standing' }
  /** What was asked beside the stage is settled: what it interrupted goes on, or ends as it would have. */
  | { readonly settles: 'redress' | 'matter' }

export interface OptionRule {
  readonly leads: Lead
  /** Only the engine's clock chooses it; nobody is offered it. */
  readonly byClock?: true
  /** Reason codes the person must choose from (8.14); absent where the decision is neither negative nor exceptional. */
  readonly codes?: readonly ReasonCode[]
}

/** How a step comes to its outcome. */
export type Decides =
  | { readonly by: 'one' }
  /** Votes of a body (8.4, R14). `majority` is for admission options; the others need the simple majority. */
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
  /** Independent sheets, blind to each other (1.8, 5.6); `declines` is the option by which an assessor recuses. */
  | { readonly by: 'sheets'; readonly count: number; readonly sheet: SheetKind; readonly recuses: Option }
  /** Nobody acts: the engine closes it on its date (5.1) or at its due time (2.9b). */
  | { readonly by: 'clock'; readonly option: Option }

/** An option of the step, or the one the score of the review calls for: that is there before anybody votes (6.5). */
export type Otherwise = Option | { readonly by: 'score' }

export type SheetKind = 'nomination' | 'review'
export type EscalationProfile = 'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E6'

/** What a decision must bring besides the option; asked of the first option of the step, the one that goes on. */
export type Brings = 'nothing' | 'dossier' | 'sheet' | 'report' | 'team' | 'baseline'

export interface StepDefinition {
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
  /** Papers made when the step closes. */
  readonly documents: readonly DocumentKind[]
  /** The text a person approves here: the decision must name its hashes (design 2). */
  readonly sees?: DocumentKind
  readonly brings: Brings
  /** Not to be closed before the due time: a notice period runs its full length (2.9). */
  readonly runsFull?: boolean
  /** The matter the step belongs to, where it comes up beside a stage. */
  readonly matter?: MatterKind
  /** Nobody who acted on the case in any way may act here (R14, the appeals panel). */
  readonly outsiders?: true
  /** Whoever raised the matter may not act here (four eyes). */
  readonly notByRaiser?: true
}

/** A reminder or notice moment of an escalation profile, and who is told when the step is late (domain.md 5, profiles). */
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
export type GateKey = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7' | 'G8' | 'G9' | 'G10' | 'G11'

/** One weighted part of a score sheet; `minimum` is a share of the part's own weight, 0–1 (domain.md 6.2, 6.5). */
export interface Criterion {
  readonly key: string
  readonly weight: number
  readonly minimum: number
  /** The reason code a failure of this criterion carries. */
  readonly code: ReasonCode
}

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
  readonly partnerHoldDays: number
  readonly mouTermYears: number
  readonly firstReviewMonths: number
  /** Steps on which each person says with the act that he or she has no interest in the base (SD5); absent: none asks. */
  readonly asksInterest?: readonly StepKey[]
}

/** A versioned rule set: what a base is pinned to when a stage begins (8.8, design 3). */
export interface Procedure {
  readonly id: 'full' | 'light'
  readonly version: string
  readonly steps: Readonly<Record<StepKey, StepDefinition>>
  readonly escalation: Readonly<Record<EscalationProfile, readonly Alarm[]>>
  readonly nominationSheet: readonly Criterion[]
  readonly reviewSheet: readonly Criterion[]
  /** Weight of each due-diligence work-stream by step key (6.3). */
  readonly streams: Readonly<Record<StepKey, number>>
  /** What each approval rests on: when an input no longer counts, neither does the approval; all others are kept. */
  readonly rests?: Readonly<Record<StepKey, readonly StepKey[]>>
  /** Who may move a deadline, and how far; absent in versions under which nobody could. */
  readonly extensions?: ExtensionRules
  readonly settings: Settings
}
