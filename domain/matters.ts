import type { Locale } from './locale.js'
import type { ReasonCode } from './reason-code.js'
import type { Role, Side } from './role.js'

/** What a matter is about: what changed at a place, or until when it is to be held. */
export interface MatterFacts {
  /** What changed at a place (8.10). */
  readonly change?: (typeof changesOfPlace)[number]
  /** Share of the area by which a boundary moved, 0–1. */
  readonly share?: number
  /** The last day of a hold for force majeure, where the place is (8.5). */
  readonly until?: string
  /** The condition that is to be met no longer (8.16). */
  readonly condition?: string
}

interface MatterEntry {
  readonly label: Record<Locale, string>
  /** Who may raise it; nobody where the clock alone does. */
  readonly by: readonly Role[]
  /** Only while the base is active in any colour; otherwise at any time before the end. */
  readonly onlyActive: boolean
  /** The case is frozen and the clocks of all other steps stand while it is open (E6). */
  readonly freezes: boolean
  readonly codes: readonly ReasonCode[]
  /** Codes that one side alone says, of itself: nobody's record says that another has withdrawn. */
  readonly ofOneSide?: Readonly<Partial<Record<ReasonCode, Side>>>
  /** Of a base that the panel has suspended too (5.8). */
  readonly evenSuspended?: true
  /** By it the term of the memorandum is renewed. */
  readonly renewsTerm?: true
  /** Only before the activation. */
  readonly onlyBefore?: true
  /** A sheet on which something is noted, not a matter somebody has a ground for: several are open at a time (5.14, 5.15). */
  readonly isRecord?: true
  /** Only once somebody was screened. */
  readonly onlyScreened?: true
  /** It has an end of its own, whoever is silent, or must not end by that: the programme does not let it lie (R3). */
  readonly endsItself?: true
  /** `change`: what changed; `end`: until when; `condition`: which. Why is said of each, in words (8.14). */
  readonly brings: 'nothing' | 'change' | 'end' | 'condition'
}

const defineMatters = <const M extends string>(table: Readonly<Record<M, MatterEntry>>) => Object.freeze(table)

/**
 * Matters that come up beside the five stages, each a small story of its own (`domain/gicc/matters/story.ts`): E6, R5, 1.6, 3.13,
 * 5.13 to 5.15, 8.2, 8.5, 8.10, 8.16. No stage waits for one.
 */
export const matters = defineMatters({
  integrity_stop: {
    label: { en: 'Integrity stop', 'zh-CN': '核实期间暂停' },
    by: ['CO'],
    onlyActive: false,
    freezes: true,
    codes: ['INT', 'LAB', 'ENV'],
    endsItself: true,
    brings: 'nothing',
  },
  extraordinary_review: {
    label: { en: 'Extraordinary review', 'zh-CN': '特别评估' },
    by: ['CO', 'PD', 'LG'],
    onlyActive: true,
    freezes: false,
    codes: ['INT', 'DAT', 'ENV', 'LAB', 'FIN', 'COM', 'GOV', 'FMJ'],
    brings: 'nothing',
  },
  change: {
    label: { en: 'Change of circumstances', 'zh-CN': '情况变更' },
    by: ['LG', 'PM'],
    onlyActive: false,
    freezes: false,
    codes: ['GOV', 'LEG', 'DAT'],
    brings: 'change',
  },
  amendment: {
    label: { en: 'Amendment of the memorandum', 'zh-CN': '备忘录修订' },
    by: ['PM', 'LG'],
    onlyActive: true,
    freezes: false,
    codes: ['TXT', 'GOV', 'FIN', 'LEG'],
    brings: 'nothing',
  },
  renewal: {
    label: { en: 'Renewal of the memorandum', 'zh-CN': '备忘录续期' },
    by: [],
    onlyActive: true,
    freezes: false,
    codes: [],
    renewsTerm: true,
    endsItself: true,
    brings: 'nothing',
  },
  cap_waiver: {
    label: { en: 'Waiver of the caps', 'zh-CN': '名额上限豁免' },
    by: ['PM', 'CH'],
    onlyActive: false,
    onlyBefore: true,
    freezes: false,
    codes: ['CAP'],
    brings: 'nothing',
  },
  condition_lifting: {
    label: { en: 'Lifting of a condition', 'zh-CN': '解除附带条件' },
    by: ['PM', 'PD', 'LG', 'CLO'],
    onlyActive: false,
    freezes: false,
    codes: ['GOV', 'LEG', 'FIN', 'FMJ', 'DAT', 'TXT'],
    brings: 'condition',
  },
  reservation: {
    label: { en: 'Reservation that ran out', 'zh-CN': '名额保留期满' },
    by: [],
    onlyActive: false,
    onlyBefore: true,
    freezes: false,
    codes: [],
    endsItself: true,
    brings: 'nothing',
  },
  ending: {
    label: { en: 'Ending by agreement', 'zh-CN': '商定终止' },
    by: ['PD', 'LG'],
    onlyActive: true,
    evenSuspended: true,
    freezes: false,
    codes: ['WDR', 'FIN', 'GOV', 'FMJ', 'INT'],
    ofOneSide: { WDR: 'partner' },
    brings: 'nothing',
  },
  force_majeure: {
    label: { en: 'Hold for force majeure', 'zh-CN': '因不可抗力暂停办理' },
    by: ['PM', 'PD', 'LG'],
    onlyActive: true,
    freezes: false,
    codes: ['FMJ'],
    brings: 'end',
  },
  year_record: {
    label: { en: "Record of the year's work", 'zh-CN': '年度工作记录' },
    by: ['CLO'],
    onlyActive: true,
    freezes: false,
    codes: [],
    brings: 'nothing',
    isRecord: true,
  },
  service_request: {
    label: { en: 'Request of a member firm', 'zh-CN': '企业服务需求' },
    by: ['EN'],
    onlyActive: true,
    freezes: false,
    codes: [],
    brings: 'nothing',
    isRecord: true,
  },
  rescreening: {
    label: { en: 'Integrity screening repeated', 'zh-CN': '定期诚信核查' },
    by: ['CO'],
    onlyActive: false,
    freezes: false,
    codes: ['INT'],
    onlyScreened: true,
    endsItself: true,
    brings: 'nothing',
  },
})

export type MatterKind = keyof typeof matters
/** Whether a text that came from outside is a kind of matter. */
export const isMatter = (text: string): text is MatterKind => Object.hasOwn(matters, text)
/** What a person may raise; the clock raises a renewal before the end of the term (3.13) and a reservation that ran out (R5). */
export type RaisedByPeople = Exclude<MatterKind, 'renewal' | 'reservation' | RecordKind>

/** What is noted during the year, each on a sheet of its own (5.14, 5.15). */
export const recordKinds = ['year_record', 'service_request'] as const satisfies readonly MatterKind[]
export type RecordKind = (typeof recordKinds)[number]

/** What whoever raised it may take back until it is settled (3.13). */
export const takenBack = ['ending'] as const satisfies readonly RaisedByPeople[]
export type TakenBack = (typeof takenBack)[number]

/** What may have changed at a place (8.10). */
export const changesOfPlace = ['boundary', 'name', 'merger', 'signatory', 'cluster_body'] as const

/** What a person may raise, in the order of the table. */
export const raisedByPeople = [
  'integrity_stop',
  'extraordinary_review',
  'change',
  'amendment',
  'cap_waiver',
  'condition_lifting',
  'ending',
  'force_majeure',
  'rescreening',
] as const satisfies readonly RaisedByPeople[]
