import { addYears, plainDate } from './calendar-date.js'
import { startOfDay } from './calendar-zone.js'
import { keysWhere } from './gicc/steps.js'
import type { Instant } from './ids.js'
import type { LocalText } from './locale.js'
import { programmeZone } from './values/programme-zone.js'
import type { StepKey } from './values/step-key.js'
import { zoneAround } from './words/zone-around.js'

/** How long records are kept after the memorandum of their base has ended, in years (8.13, an assumption of the rules). */
export const retentionYears = 10

/** How long the file of an exhibit with figures of one firm is kept after the decision it served, in years. */
export const firmYears = 3

/** How long a draft that was never handed in is kept after its step was closed, in days. */
export const draftDays = 90

/** What becomes of a kind of record when its person is erased. */
type OnErasure =
  /** Gone with the person's key. */
  | 'erased'
  /** Stays, and names nobody by more than an id. */
  | 'kept'
  /** Stands against the erasure until its time is over. */
  | 'refuses'

export interface RetentionRule {
  readonly onErasure: OnErasure
  /** From when the years count; absent: for as long as the person holds a seat, or for ever. */
  readonly from?: 'end_of_memorandum'
  /** Of the acts on these steps alone. */
  readonly steps?: readonly StepKey[]
  readonly label: LocalText
}

/**
 * What is kept of people until when (8.13), as data. An officer's reasons and contacts are no proof by themselves: the
 * decision stays with role, time and salted hash. Who signed a memorandum, or proved who may, stays known by name.
 */
export const retentionRules = {
  contacts: { onErasure: 'erased', label: { en: 'name and address', 'zh-CN': '姓名与联系地址' } },
  texts: {
    onErasure: 'erased',
    from: 'end_of_memorandum',
    label: { en: 'reasons and remarks in own words', 'zh-CN': '本人撰写的理由与意见' },
  },
  drafts: {
    onErasure: 'erased',
    label: { en: 'drafts of forms that were never handed in', 'zh-CN': '未提交的表格草稿' },
  },
  letters: { onErasure: 'erased', label: { en: 'letters to the person', 'zh-CN': '致本人的信函' } },
  seats: { onErasure: 'erased', label: { en: 'seats, which fall vacant', 'zh-CN': '所任职务（转为空缺）' } },
  signatures: {
    onErasure: 'refuses',
    from: 'end_of_memorandum',
    steps: keysWhere(({ duties = [] }) => duties.includes('signature') || duties.includes('authority')),
    label: {
      en: 'who signed a memorandum, or proved who may sign it',
      'zh-CN': '谅解备忘录的签署人及签署授权核实人',
    },
  },
  entries: {
    onErasure: 'kept',
    label: { en: 'entries of the ledger, which hold ids and codes only', 'zh-CN': '登记记录（仅含编号与代码）' },
  },
  documents: {
    onErasure: 'kept',
    from: 'end_of_memorandum',
    label: { en: 'documents that were issued', 'zh-CN': '已出具的文件' },
  },
  scans: {
    onErasure: 'kept',
    from: 'end_of_memorandum',
    label: { en: 'scans of acts on paper', 'zh-CN': '书面文件的扫描件' },
  },
  evidence: {
    onErasure: 'kept',
    from: 'end_of_memorandum',
    label: { en: 'evidence files that were handed out', 'zh-CN': '已交付的证据文件' },
  },
} as const satisfies Record<string, RetentionRule>

export type RetentionRuleId = keyof typeof retentionRules

/** Steps whose actors stay known by name. */
export const stepsThatKeepNames: readonly StepKey[] = retentionRules.signatures.steps

/** How much of each kind was erased. */
export type ErasedCounts = Readonly<Record<'texts' | 'letters' | 'mailbox' | 'seats', number>>

/** What is known of the end of a base. */
export interface BaseEnd {
  readonly closedAt: Instant | null
  /** The last day of its memorandum, `YYYY-MM-DD`; null where none was signed. */
  readonly endsOn: string | null
}

/**
 * The day on which the records of a base have been kept for long enough: ten years after its memorandum, or after the
 * base itself, whichever ended later (8.13). null while the base lives.
 */
export const keptUntil = ({ closedAt, endsOn }: BaseEnd): string | null => {
  if (closedAt === null) return null
  const closed = closedAt.slice(0, 'YYYY-MM-DD'.length)
  return addYears(plainDate(endsOn !== null && endsOn > closed ? endsOn : closed), retentionYears)
}

/** When that time is over: as its day begins where the programme is, which keeps them and counts its own days. */
export const keepingEnds = (day: string): Instant =>
  startOfDay(zoneAround(programmeZone, `${day}T12:00:00.000Z`), plainDate(day))

/** Whether records of a base must still be kept on a day. */
export const isKeptOn = (end: BaseEnd, day: string): boolean => {
  const until = keptUntil(end)
  return until === null || until > day
}

/** An exhibit, as far as its time hangs on it. */
export interface ExhibitEnd extends BaseEnd {
  /** It holds figures of one firm. */
  readonly isOfFirm: boolean
  /** When the stage it served was left. */
  readonly stageLeft: Instant | null
}

/**
 * Whether the file of an exhibit has been kept for long enough: what one firm gave goes three years after the decision it served,
 * since firms give more freely what is not kept for ever; the rest with the records of its base (8.13). Hash, size and state stay.
 */
export const isEnded = ({ isOfFirm, stageLeft, ...end }: ExhibitEnd, day: string): boolean => {
  if (!isKeptOn(end, day)) return true
  if (!isOfFirm || stageLeft === null) return false
  return addYears(plainDate(stageLeft.slice(0, 'YYYY-MM-DD'.length)), firmYears) <= day
}

/** What stands in the place of a name. */
export const erasedPerson: LocalText = { en: 'erased person', 'zh-CN': '已删除人员' }
