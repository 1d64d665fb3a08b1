import type { Instant, ProgrammeId } from '../domain/ids.js'
import type { DocumentKind } from '../domain/document-kind.js'
import type { Locale, LocalText } from '../domain/locale.js'
import type { Days } from '../domain/procedure.js'
import type { ConditionOnPaper, PlainDateText, Wording } from './facts/parts.js'
import type { FactsOfDeciding } from './facts/deciding.js'
import type { FactsOfSigning } from './facts/signing.js'
import type { ReasonCode } from '../domain/reason-code.js'
import type { MemorandumText } from '../domain/text/text.js'

export interface BaseOnPaper {
  readonly id: string
  readonly cluster: LocalText
  readonly place: LocalText
  readonly government: LocalText
  readonly industry: LocalText
  readonly slot?: number
  readonly plaque?: string
}

/** The ledger entry that ordered the paper. Its head and time are printed, so a repeat gives the same bytes. */
export interface LedgerOnPaper {
  /** The last signed checkpoint of the whole ledger by then, in its short form; absent before the first one. */
  readonly checkpoint?: { readonly short: string; readonly at: string }
  /** SHA-256 of the stream's head, 64 hexadecimal digits. */
  readonly head: string
  readonly seq: number
  /** ISO instant such as `2027-03-01T08:00:00Z`. */
  readonly at: string
  /** IANA name of the time of the place, beside which the programme's is printed; absent where no place is meant. */
  readonly zone?: string
}

/** Ratings of the seven work-streams (6.3): A=100, B=75, C=50, D=0. */
export type StreamRating = 'A' | 'B' | 'C' | 'D'

/** Options of the committee after due diligence (2.8). */
export type Recommendation = 'recommend' | 'recommend_with_conditions' | 'defer' | 'not_recommend'

/** Results of a yearly review (6.5). */
export type ReviewColour = 'role_model' | 'green' | 'green_with_advice' | 'yellow' | 'red' | 'suspended'

/** Redress against what a paper tells (8.9): until when it may be asked, and in which times of the version it is answered. */
export interface RedressOnPaper {
  readonly until: LocalText
  readonly admittedWithin?: Days
  readonly decidedWithin?: Days
}

/** A finding in the words that the place was heard on. */
export interface FindingOnPaper {
  readonly about: Wording
  readonly text: Wording
  /** Absent: the place did not answer. */
  readonly reply?: Wording
  readonly resolution: Wording
}

/** A risk of the report, likelihood and impact from 1 to 5. */
export interface RiskOnPaper {
  readonly text: Wording
  readonly likelihood: number
  readonly impact: number
  readonly owner: Wording
  readonly measure: Wording
  readonly reviewOn: Wording
}

/** An answer of a form: what the form calls it, and what was answered. */
export interface AnswerOnPaper {
  readonly label: Wording
  readonly value: Wording
}

/** What each kind of paper tells, besides the base and the ledger. */
export interface PaperFacts extends FactsOfDeciding, FactsOfSigning {
  readonly call_notice: {
    /** The ledger stream the call belongs to: the programme's id. */
    readonly programme: ProgrammeId
    readonly opensOn: PlainDateText
    /** The moment in which the window closes where the programme is (R4). */
    readonly closesAt: Instant
    readonly slotsFree: number
    readonly categories: readonly Wording[]
    readonly dossierParts: readonly Wording[]
    readonly rulesVersion: string
  }
  readonly dossier_receipt: {
    readonly parts: readonly { readonly number: number; readonly title: Wording; readonly present: boolean }[]
    readonly dossierSha256: string
    readonly submittedOn: PlainDateText
  }
  readonly decision_letter: {
    /** The decided option as the procedure names it. */
    readonly decision: Wording
    /** What it is to its reader. */
    readonly means: 'outcome' | 'shortlist' | 'waiting_list' | 'approval'
    readonly favourable: boolean
    readonly decidedOn: PlainDateText
    readonly reasonCode?: ReasonCode
    readonly reasons?: Wording
    readonly score?: number
    /** What was scored: a base is scored once as a nomination and once in due diligence. */
    readonly scoreOf?: 'nomination' | 'diligence'
    /** What the superior authority said of the nomination (1.7). */
    readonly superior?: Wording
    readonly conditions?: readonly ConditionOnPaper[]
    /** What the secretary wrote to go with it (1.11). */
    readonly cover?: Wording
    readonly redress?: RedressOnPaper
    /** It was decided again after redress, and so stands (8.9). */
    readonly decidedAgain?: true
  }
  readonly feedback_sheet: {
    /** Absent where the matter ended before anybody scored it (1.4 to 1.6). */
    readonly scored?: {
      readonly criteria: readonly {
        readonly name: Wording
        readonly weight: number
        /** Points reached out of the weight. */
        readonly points: number
        /** Minimum share of the weight, in per cent. */
        readonly minimum: number
      }[]
      readonly total: number
      readonly pass: number
    }
    /** Gates of eligibility that were not passed, with the reading that was accepted (6.1). */
    readonly gates?: readonly { readonly name: Wording; readonly limit: Wording; readonly reading: Wording }[]
    /** What due diligence found, where it has looked (2.3). */
    readonly streams?: readonly { readonly name: Wording; readonly rating: StreamRating }[]
    readonly reasonCode?: ReasonCode
    /** The words of whoever decided alone, as they were written (8.14). */
    readonly reasons?: Wording
    /** What the experts found strong and what they missed, each in own words and without a name (8.15). */
    readonly strengths?: readonly Wording[]
    readonly gaps?: readonly Wording[]
    readonly advice: readonly Wording[]
  }
  readonly due_diligence_report: {
    readonly streams: readonly {
      readonly name: Wording
      readonly weight: number
      readonly rating: StreamRating
      readonly note: Wording
    }[]
    readonly total: number
    readonly summary?: Wording
    readonly conditions: readonly ConditionOnPaper[]
    readonly recommendation: Recommendation
    /** From how many points it is recommended plainly, and with conditions; a C in these streams asks for conditions too (6.3). */
    readonly limits: { readonly plain: number; readonly conditions: number; readonly sensitive: readonly Wording[] }
    readonly risks: readonly RiskOnPaper[]
    /** What was found, what the place says to it, and what becomes of it (2.6, 2.7). */
    readonly findings: readonly FindingOnPaper[]
  }
  readonly mou_text: {
    /** The text as data: the model it is made of, what was chosen, and every value that has a source. */
    readonly text: MemorandumText
    readonly version: number
    /** True once the text is locked (3.9); until then every page says that it is a draft. */
    readonly locked?: boolean
  }
  readonly launch_record: {
    readonly checklist: readonly { readonly item: Wording; readonly mandatory: boolean; readonly done: boolean }[]
    /** What was brought of committee, office, presence, plan, money and ceremony, part by part in the words of the forms. */
    readonly parts: readonly { readonly title: Wording; readonly lines: readonly AnswerOnPaper[] }[]
    readonly ceremonyOn: PlainDateText
    readonly plaque: string
    readonly slot: number
    readonly firstReviewOn?: PlainDateText
  }
  readonly review_letter: {
    /** The year reviewed; of an extraordinary review the one whose panel looks at it again (R10). */
    readonly year: number
    /** The day on which an extraordinary review was concluded; absent for a yearly one. */
    readonly extraordinaryOn?: PlainDateText
    readonly colour: ReviewColour
    /** Why it is not green (8.14). */
    readonly reasonCode?: ReasonCode
    readonly total: number
    readonly parts: readonly { readonly name: Wording; readonly points: number; readonly of: number }[]
    /** Values that were corrected before anybody scored, as reported and as they count (5.7). */
    readonly corrections?: readonly {
      readonly name: Wording
      readonly before: Wording
      readonly after: Wording
      readonly reason: Wording
    }[]
    /** What is recommended, to whom and by when (5.8). */
    readonly recommendations?: readonly {
      readonly text: Wording
      readonly addressee: Wording
      readonly due?: Wording
    }[]
    readonly advice: readonly Wording[]
    readonly nextReviewOn: PlainDateText
    /** When the memorandum ends, hour and zones with it, where that comes before: without a renewal there is no next review (3.13). */
    readonly termEnds?: LocalText
    /** For how many years a role model bears the title (11). */
    readonly titleYears?: number
    /** Within which time a plan is due after yellow, and after which it is checked (5.11). */
    readonly plan?: { readonly within?: Days; readonly checkedAfter?: Days }
    readonly redress?: RedressOnPaper
    /** An adverse colour that was decided again after redress, and so stands (8.9). */
    readonly decidedAgain?: true
  }
  readonly withdrawal_resolution: {
    /** What the Board decided on: the colour of a review, an integrity stop (E6b) or a place that changed (8.10). */
    readonly on: 'review' | 'stop' | 'change'
    readonly resolvedOn: PlainDateText
    readonly reasonCode: ReasonCode
    readonly reasons?: Wording
    /** Within which time name, logo and plaque are off (8.11). */
    readonly signsOff?: Days
    readonly redress?: RedressOnPaper
    /** Decided again after redress, and so it stands (8.9). */
    readonly decidedAgain?: true
  }
}

interface PaperFrame<K extends DocumentKind> {
  readonly kind: K
  readonly language: Locale
  /** A rehearsal says so on every page, in both languages. */
  readonly rehearsal: boolean
  /** Its number, given by the entry that ordered it. */
  readonly number?: LocalText
  readonly ledger: LedgerOnPaper
  readonly facts: PaperFacts[K]
}

/** A paper of one kind. A call is of the programme, so it has no base; every other paper is of one base. */
export type PaperOf<K extends DocumentKind> = K extends 'call_notice'
  ? PaperFrame<K>
  : PaperFrame<K> & { readonly base: BaseOnPaper }

/** Everything a paper says, as plain JSON: the same value gives the same bytes. */
export type Paper = { readonly [K in DocumentKind]: PaperOf<K> }[DocumentKind]
