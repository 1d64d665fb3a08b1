import type { Locale } from './locale.js'
import type { Colour } from './values/colour.js'

/** The five stages, in the order of the mission. `stage` is one of these; `status` below is where the base stands. */
export const stages = ['nomination', 'due_diligence', 'memorandum', 'launch', 'yearly_review'] as const
export type Stage = (typeof stages)[number]
/** Whether a text that came from outside is a stage. */
export const isStage = (text: string): text is Stage => stages.some((one) => one === text)

export const stageLabel: Record<Stage, Record<Locale, string>> = {
  nomination: { en: 'Nomination', 'zh-CN': '申报' },
  due_diligence: { en: 'Due diligence', 'zh-CN': '尽职调查' },
  memorandum: { en: 'Memorandum of understanding', 'zh-CN': '谅解备忘录' },
  launch: { en: 'Launch', 'zh-CN': '启动' },
  yearly_review: { en: 'Yearly review', 'zh-CN': '年度评估' },
}

interface StatusEntry<S extends string> {
  readonly label: Record<Locale, string>
  /** Counts toward the ten (3, 8.1). */
  readonly holdsSlot: boolean
  readonly next: readonly NoInfer<S>[]
}

const defineLifecycle = <const S extends string>(table: Readonly<Record<S, StatusEntry<S>>>) => Object.freeze(table)

/** Where a base stands that is under way: there a hold or a stop finds it, and there it goes on after it. */
const underWay = [
  'expression_of_interest',
  'nominated',
  'screening',
  'shortlisted',
  'in_due_diligence',
  'deferred',
  'recommended',
  'slot_reserved',
  'mou_in_negotiation',
  'mou_signed',
  'preparing_launch',
  'active_green',
  'active_role_model',
  'active_yellow',
] as const

/**
 * The statuses of 3 with ruling R2: every status before Active may also go on hold (and back), be withdrawn by the nominee or
 * be suspended; an active base goes on hold for force majeure alone. A final status has no next; a waiting list entry may come back,
 * be suspended or be removed. Whoever was held or waited when a stop came is held or waits again after it (E6).
 */
export const lifecycle = defineLifecycle({
  expression_of_interest: {
    label: { en: 'Expression of interest', 'zh-CN': '合作意向函' },
    holdsSlot: false,
    next: ['nominated', 'waiting_list', 'declined', 'withdrawn_by_nominee', 'on_hold', 'suspended', 'lapsed'],
  },
  nominated: {
    label: { en: 'Nominated', 'zh-CN': '已申报' },
    holdsSlot: false,
    next: ['screening', 'waiting_list', 'declined', 'withdrawn_by_nominee', 'on_hold', 'suspended', 'lapsed'],
  },
  screening: {
    label: { en: 'Screening', 'zh-CN': '审核中' },
    holdsSlot: false,
    next: ['shortlisted', 'waiting_list', 'declined', 'withdrawn_by_nominee', 'on_hold', 'suspended', 'lapsed'],
  },
  shortlisted: {
    label: { en: 'Shortlisted', 'zh-CN': '已入围' },
    holdsSlot: false,
    next: ['in_due_diligence', 'withdrawn_by_nominee', 'on_hold', 'suspended', 'lapsed'],
  },
  in_due_diligence: {
    label: { en: 'In due diligence', 'zh-CN': '尽职调查中' },
    holdsSlot: false,
    next: ['recommended', 'deferred', 'not_recommended', 'withdrawn_by_nominee', 'on_hold', 'suspended', 'lapsed'],
  },
  deferred: {
    label: { en: 'Deferred', 'zh-CN': '暂缓' },
    holdsSlot: false,
    next: ['in_due_diligence', 'lapsed', 'withdrawn_by_nominee', 'on_hold', 'suspended'],
  },
  recommended: {
    label: { en: 'Recommended', 'zh-CN': '已推荐' },
    holdsSlot: false,
    next: [
      'slot_reserved',
      'waiting_list',
      'not_recommended',
      'in_due_diligence',
      'withdrawn_by_nominee',
      'on_hold',
      'suspended',
      'lapsed',
    ],
  },
  slot_reserved: {
    label: { en: 'Recommended, slot reserved', 'zh-CN': '已推荐并保留名额' },
    holdsSlot: true,
    next: ['mou_in_negotiation', 'lapsed', 'withdrawn_by_nominee', 'on_hold', 'suspended'],
  },
  mou_in_negotiation: {
    label: { en: 'MoU in negotiation', 'zh-CN': '备忘录磋商中' },
    holdsSlot: true,
    next: ['mou_signed', 'lapsed', 'withdrawn_by_nominee', 'on_hold', 'suspended'],
  },
  mou_signed: {
    label: { en: 'MoU signed', 'zh-CN': '备忘录已签署' },
    holdsSlot: true,
    next: ['preparing_launch', 'lapsed', 'withdrawn_by_nominee', 'on_hold', 'suspended'],
  },
  preparing_launch: {
    label: { en: 'Preparing launch', 'zh-CN': '筹备启动' },
    holdsSlot: true,
    next: ['active_green', 'lapsed', 'withdrawn_by_nominee', 'on_hold', 'suspended'],
  },
  active_green: {
    label: { en: 'Active, green', 'zh-CN': '运行中（绿色）' },
    holdsSlot: true,
    next: ['active_role_model', 'active_yellow', 'red', 'on_hold', 'suspended', 'ended_by_agreement', 'expired'],
  },
  active_role_model: {
    label: { en: 'Active, role model', 'zh-CN': '运行中（标杆基地）' },
    holdsSlot: true,
    next: ['active_green', 'active_yellow', 'red', 'on_hold', 'suspended', 'ended_by_agreement', 'expired'],
  },
  active_yellow: {
    label: { en: 'Active, yellow', 'zh-CN': '运行中（黄色）' },
    holdsSlot: true,
    next: ['active_green', 'active_role_model', 'red', 'on_hold', 'suspended', 'ended_by_agreement', 'expired'],
  },
  on_hold: {
    label: { en: 'On hold', 'zh-CN': '暂停办理' },
    // A hold stops clocks and frees no slot; one that ends by it (R3) has none to keep.
    holdsSlot: false,
    next: [...underWay, 'lapsed', 'withdrawn_by_nominee', 'suspended'],
  },
  suspended: {
    label: { en: 'Suspended', 'zh-CN': '暂停运行' },
    holdsSlot: true,
    next: [
      ...underWay,
      'on_hold',
      'waiting_list',
      'red',
      'withdrawn_by_nominee',
      'declined',
      'lapsed',
      'ended_by_agreement',
      'expired',
    ],
  },
  waiting_list: {
    label: { en: 'Waiting list', 'zh-CN': '候补名单' },
    holdsSlot: false,
    next: [
      'screening',
      'shortlisted',
      'recommended',
      'slot_reserved',
      'removed',
      'withdrawn_by_nominee',
      'suspended',
      'lapsed',
    ],
  },
  declined: { label: { en: 'Declined', 'zh-CN': '未通过' }, holdsSlot: false, next: [] },
  not_recommended: { label: { en: 'Not recommended', 'zh-CN': '不予推荐' }, holdsSlot: false, next: [] },
  withdrawn_by_nominee: { label: { en: 'Withdrawn by nominee', 'zh-CN': '撤回申报' }, holdsSlot: false, next: [] },
  lapsed: { label: { en: 'Lapsed', 'zh-CN': '失效' }, holdsSlot: false, next: [] },
  removed: { label: { en: 'Removed from the waiting list', 'zh-CN': '移出候补名单' }, holdsSlot: false, next: [] },
  red: { label: { en: 'Red, withdrawn', 'zh-CN': '红色（停止使用名称）' }, holdsSlot: false, next: [] },
  ended_by_agreement: { label: { en: 'Ended by agreement', 'zh-CN': '商定终止' }, holdsSlot: false, next: [] },
  expired: { label: { en: 'Expired', 'zh-CN': '到期' }, holdsSlot: false, next: [] },
})

export type Status = keyof typeof lifecycle
/** Whether a text that came from outside is a status. */
export const isStatus = (text: string): text is Status => Object.hasOwn(lifecycle, text)

/** All statuses, in the order of the life of a base. */
export const statuses: readonly Status[] = Object.keys(lifecycle).filter(isStatus)

/** Whether the table allows a base to go from one status to another. */
export const canMove = (from: Status, to: Status): boolean => {
  const next: readonly Status[] = lifecycle[from].next
  return next.includes(to)
}

/** A final status: only a new nomination follows (3, R2). */
export const isFinal = (status: Status): boolean => lifecycle[status].next.length === 0

/** Active in any colour: the base carries the name and is reviewed every year. */
export const isActive = (status: Status): boolean =>
  status === 'active_green' || status === 'active_role_model' || status === 'active_yellow'

/** Carries the name or is only kept from it for now: active, or suspended by the panel or by a stop. */
export const carries = (status: Status): boolean => isActive(status) || status === 'suspended'

interface StatusFor {
  readonly beginning: Status
  readonly hold: Status
  /** An integrity stop, which freezes the case (E6), and a suspension, which the panel gives (5.8): what either interrupts is remembered until it is over (R2). */
  readonly stop: Status
  readonly suspension: Status
  readonly withdrawal: Status
  /** A hold ran out (R3). */
  readonly overdue: Status
  /** Ended by the clock when the grace after the memorandum's term is over (3.13). */
  readonly termOver: Status
  /** The programme says no before it has given the name; who loses the name was heard in the review, or is before it is taken down (8.10c). */
  readonly no: readonly Status[]
  /** An end with a letter that says why (8.15). */
  readonly explained: readonly Status[]
  /** Neither holds a slot nor waits for one (8.3). */
  readonly putOff: readonly Status[]
}

/** The statuses that a mechanism of the engine gives or looks for. */
export const statusFor: StatusFor = {
  beginning: 'expression_of_interest',
  hold: 'on_hold',
  stop: 'suspended',
  suspension: 'suspended',
  withdrawal: 'withdrawn_by_nominee',
  overdue: 'lapsed',
  termOver: 'expired',
  no: ['declined', 'not_recommended', 'lapsed'],
  explained: ['declined', 'not_recommended', 'lapsed', 'removed', 'withdrawn_by_nominee'],
  putOff: ['deferred'],
}

/** The status a colour gives (6.5); a red one moves only when the board withdraws. */
export const statusOfColour: Readonly<Partial<Record<Colour, Status>>> = {
  green: 'active_green',
  green_with_advice: 'active_green',
  yellow: 'active_yellow',
  role_model: 'active_role_model',
}

interface StageFor {
  readonly beginning: Stage
  /** Comes round every year, under a number of its own, for as long as the base lives. */
  readonly years: Stage
  /** Begins with the signature: from here on its date can be counted from, and a full cap refuses (4.11, 8.2). */
  readonly signed: Stage
  /** A silent partner's base is held here and lapses (R3). */
  readonly silence: readonly Stage[]
}

/** The stages that a mechanism of the engine looks for. */
export const stageFor: StageFor = {
  beginning: 'nomination',
  years: 'yearly_review',
  signed: 'launch',
  silence: ['nomination', 'due_diligence', 'memorandum'],
}
