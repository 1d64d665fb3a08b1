import type { PaperFacts } from '../../documents/paper.js'
import type { LocalText } from '../../domain/locale.js'
import { keyed } from '../../domain/form/kinds/kind.js'
import { broughtOn } from './brought.js'
import { launchParts } from './launch-parts.js'
import { dayOf } from './dates.js'
import { lastClosed, type StorySoFar } from './story-so-far.js'

/** What was ready when the base was launched, and when it was (4.1 to 4.11, 10). */
export const launchRecord = (story: StorySoFar): PaperFacts['launch_record'] => {
  const { base } = story
  const ceremony = lastClosed(story, ['4.11a'])
  if (base.slot === undefined || base.plaque === undefined) {
    throw new Error(`${base.id} has no slot or no plaque, so there is no launch to record.`)
  }
  return {
    checklist: checkedIn(story) ?? byStep(story),
    parts: launchParts(story),
    ceremonyOn: dayOf(ceremony?.at ?? story.ledger.at, story.zone),
    plaque: base.plaque,
    slot: base.slot,
  }
}

type Checklist = PaperFacts['launch_record']['checklist']

/**
 * The items as they were checked last before the launch (4.9): which are done is what both sides launch on, so the record tells
 * it; what the officer remarked is not for it. Undefined where no list was brought.
 */
const checkedIn = (story: StorySoFar): Checklist | undefined => {
  const lists = ['mandatory', 'wished'] as const
  const checked = broughtOn(story, { key: '4.9', also: lists })
  const all = lists.flatMap((list) => {
    const field = checked?.fields.find(({ code }) => code === list)
    const results = keyed(checked?.answers[list])
    return field?.kind !== 'checklist'
      ? []
      : field.items.map(({ code, label }) => ({
          item: label,
          mandatory: list === 'mandatory',
          done: keyed(results[code])['result'] === 'done',
        }))
  })
  return all.length === 0 ? undefined : all
}

/** Where nobody brought a list: by the steps that settle its items. */
const byStep = (story: StorySoFar): Checklist =>
  items
    .filter(({ key }) => story.procedure.steps[key] !== undefined)
    .map(({ key, item, doneBy, mandatory = true }) => ({
      item,
      mandatory,
      done: doneBy.includes(lastClosed(story, [key])?.option ?? ''),
    }))

interface Item {
  /** The step that settles it. */
  readonly key: string
  readonly item: LocalText
  /** The options of that step that call it done. */
  readonly doneBy: readonly string[]
  readonly mandatory?: false
}

/** The items of stage 4, of which a procedure has its own; a conference may be left out (10), nothing else. */
const items: readonly Item[] = [
  {
    key: '4.1b',
    item: { en: 'Joint steering committee constituted', 'zh-CN': '联合指导委员会已组成' },
    doneBy: ['constituted'],
  },
  {
    key: '4.2',
    item: { en: 'Launch checklist completed', 'zh-CN': '启动清单已逐项完成' },
    doneBy: ['ready'],
  },
  { key: '4.2a', item: { en: 'Office open', 'zh-CN': '办公场所已启用' }, doneBy: ['ready'] },
  { key: '4.2b', item: { en: 'Secretariat staffed', 'zh-CN': '秘书处人员已到位' }, doneBy: ['ready'] },
  {
    key: '4.3',
    item: { en: 'Legal presence or filing settled', 'zh-CN': '主体登记或活动备案已办妥' },
    doneBy: ['not_needed', 'filed', 'registered'],
  },
  { key: '4.4b', item: { en: 'Baseline accepted', 'zh-CN': '基线值已审核通过' }, doneBy: ['accepted'] },
  {
    key: '4.5c',
    item: { en: 'Three-year and first-year plans adopted', 'zh-CN': '三年规划和首年计划已通过' },
    doneBy: ['adopted'],
  },
  { key: '4.6b', item: { en: 'Budget signed', 'zh-CN': '预算已签署' }, doneBy: ['confirmed'] },
  { key: '4.7', item: { en: 'Name and logo licence granted', 'zh-CN': '名称和标识使用已许可' }, doneBy: ['granted'] },
  { key: '4.8b', item: { en: 'Communication plan approved', 'zh-CN': '宣传方案已审定' }, doneBy: ['approved'] },
  {
    key: '4.9',
    item: { en: 'Readiness checked', 'zh-CN': '启动准备情况已核查' },
    doneBy: ['ready', 'ready_with_minor_points'],
  },
  {
    key: '4.11b',
    item: { en: 'Plaque numbered and handed over', 'zh-CN': '牌匾已编号并授予' },
    doneBy: ['handed_over'],
  },
  {
    key: '4.11a',
    item: { en: 'Opening conference', 'zh-CN': '启动大会' },
    doneBy: ['held', 'held_online'],
    mandatory: false,
  },
]
