import { dateInWords, type Locale } from '../../domain/locale.js'
import { chineseNumeral } from '../../domain/text/numbering.js'
import type { PaperOf } from '../paper.js'
import { leftTable } from '../left-table.js'
import type { Block, Content } from '../sheet.js'
import { say } from '../wording.js'
import { office } from '../letterhead.js'

/** What was ready when the base was launched, and under which slot and plaque (4.9 to 4.12, 10). */
export const composeLaunchRecord = ({ base, facts, language }: PaperOf<'launch_record'>): Content => {
  const words = wordings[language]
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      { type: 'verdict', tone: 'positive', label: words.plaque, text: words.slotAndPlaque(facts.slot, facts.plaque) },
      {
        type: 'facts',
        rows: [
          [words.place, base.place[language]],
          [words.government, base.government[language]],
          [words.industry, base.industry[language]],
          [words.ceremony, dateInWords(facts.ceremonyOn, language)],
          ...(facts.firstReviewOn === undefined
            ? []
            : [[words.firstReview, dateInWords(facts.firstReviewOn, language)] as const]),
        ],
      },
      { type: 'paragraph', text: words.summary(tally(facts.checklist)) },
      ...part(
        facts.checklist.filter((line) => line.mandatory),
        { heading: words.mandatory, language },
      ),
      ...part(
        facts.checklist.filter((line) => !line.mandatory),
        { heading: words.optional, language },
      ),
      ...facts.parts.flatMap(({ title, lines }, index): Block[] => [
        { type: 'heading', text: words.numbered(index + 3, say(title, language)) },
        { type: 'facts', rows: lines.map(({ label, value }) => [say(label, language), say(value, language)] as const) },
      ]),
    ],
    signedBy: { name: office[language], date: dateInWords(facts.ceremonyOn, language) },
  }
}

type Checklist = PaperOf<'launch_record'>['facts']['checklist']

interface Tally {
  readonly mandatory: number
  readonly mandatoryDone: number
  readonly optional: number
  readonly optionalDone: number
}

const tally = (checklist: Checklist): Tally => {
  const mandatory = checklist.filter((line) => line.mandatory)
  const optional = checklist.filter((line) => !line.mandatory)
  const done = (lines: Checklist) => lines.filter((line) => line.done).length
  return {
    mandatory: mandatory.length,
    mandatoryDone: done(mandatory),
    optional: optional.length,
    optionalDone: done(optional),
  }
}

const part = (lines: Checklist, { heading, language }: { heading: string; language: Locale }): Block[] => {
  const words = wordings[language]
  if (lines.length === 0) return []
  return [
    { type: 'heading', text: heading },
    leftTable(
      [
        [words.number, 1],
        [words.item, 8],
        [words.state, 2],
      ],
      lines.map((line, index) => [String(index + 1), say(line.item, language), line.done ? words.done : words.open]),
    ),
  ]
}

type Word =
  | ('title' | 'plaque' | 'place' | 'government' | 'industry' | 'ceremony' | 'firstReview')
  | ('mandatory' | 'optional' | 'number' | 'item' | 'state' | 'done' | 'open')
type Words = Readonly<Record<Word, string>> & {
  readonly slotAndPlaque: (slot: number, plaque: string) => string
  readonly summary: (tally: Tally) => string
  readonly numbered: (number: number, title: string) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Launch record',
    plaque: 'Place among the bases',
    slotAndPlaque: (slot, plaque) => `Slot ${slot}, plaque ${plaque}`,
    place: 'Place',
    government: 'Local government',
    industry: 'Industry',
    ceremony: 'Ceremony held on',
    firstReview: 'First yearly review opens on',
    summary: (count) =>
      `Of the mandatory items ${count.mandatoryDone} of ${count.mandatory} are done, of the optional ones ` +
      `${count.optionalDone} of ${count.optional}.`,
    numbered: (_, title) => title,
    mandatory: 'Mandatory items',
    optional: 'Optional items',
    number: 'No.',
    item: 'Item',
    state: 'State',
    done: 'Done',
    open: 'Open',
  },
  'zh-CN': {
    title: '合作基地启动记录',
    plaque: '名额和牌匾',
    slotAndPlaque: (slot, plaque) => `第${slot}号名额，牌匾编号${plaque}`,
    place: '所在地',
    government: '地方政府',
    industry: '主导产业',
    ceremony: '启动仪式日期',
    firstReview: '首次年度评估启动日期',
    summary: (count) =>
      `必备事项共${count.mandatory}项，已完成${count.mandatoryDone}项；可选事项共${count.optional}项，` +
      `已完成${count.optionalDone}项。`,
    numbered: (number, title) => `${chineseNumeral(number)}、${title}`,
    mandatory: '一、必备事项',
    optional: '二、可选事项',
    number: '序号',
    item: '事项',
    state: '完成情况',
    done: '已完成',
    open: '未完成',
  },
}
