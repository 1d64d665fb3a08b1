import { dateInWords, type Locale } from '../../domain/locale.js'
import type { PaperOf } from '../paper.js'
import { reasonTexts } from '../reason-texts.js'
import { board } from '../letterhead.js'
import type { Content } from '../sheet.js'
import { daysInWords, say } from '../wording.js'
import { redressBlocks } from './redress.js'

/** The Board's resolution that a base loses its name, and what follows (5.12, 8.11, 11). */
export const composeWithdrawalResolution = (paper: PaperOf<'withdrawal_resolution'>): Content => {
  const { base, facts, language } = paper
  const words = wordings[language]
  return {
    layout: 'report',
    title: words.title(base.cluster[language]),
    blocks: [
      {
        type: 'paragraph',
        text: words.opening[facts.on](base.cluster[language], dateInWords(facts.resolvedOn, language)),
      },
      { type: 'verdict', tone: 'negative', label: words.resolution, text: words.withdrawn },
      {
        type: 'facts',
        rows: [
          [words.government, base.government[language]],
          [words.code, reasonTexts[facts.reasonCode][language]],
          ...(base.slot === undefined ? [] : [[words.slot, String(base.slot)] as const]),
          ...(base.plaque === undefined ? [] : [[words.plaque, base.plaque] as const]),
        ],
      },
      ...(facts.reasons === undefined
        ? []
        : [
            { type: 'heading', text: words.reasons } as const,
            { type: 'paragraph', text: say(facts.reasons, language) } as const,
          ]),
      { type: 'heading', text: words.consequences },
      { type: 'list', items: words.consequenceItems(signsOff(facts, language)) },
      ...redressBlocks(facts, language),
    ],
    signedBy: { name: board[language], date: dateInWords(facts.resolvedOn, language) },
  }
}

/**
 * Within which time: English with a space before it, since it ends a sentence. The day is told with its hour by the letter on the step,
 * which knows the holidays of the place.
 */
const signsOff = (
  { signsOff: within, redress }: PaperOf<'withdrawal_resolution'>['facts'],
  language: Locale,
): string => {
  if (within === undefined) return ''
  const days = daysInWords(within, language)
  // Its time begins when that for redress is over or redress is dismissed.
  if (redress !== undefined)
    return language === 'en'
      ? ` within ${days} of the end of the redress, or of the time for it`
      : `自复核办结或者复核申请期届满之日起${days}内`
  return language === 'en' ? ` within ${days}` : `自本决议之日起${days}内`
}

type Word = ('resolution' | 'withdrawn' | 'government' | 'code' | 'slot' | 'plaque' | 'reasons') | 'consequences'
type Words = Readonly<Record<Word, string>> & {
  readonly title: (cluster: string) => string
  readonly opening: Readonly<
    Record<PaperOf<'withdrawal_resolution'>['facts']['on'], (cluster: string, date: string) => string>
  >
  readonly consequenceItems: (signsOff: string) => readonly string[]
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: (cluster) => `Resolution on the use of the name by the Base ${cluster}`,
    opening: {
      review: (cluster, date) =>
        `The Board considered the proposal of the review panel on ${cluster} and resolved on ${date}:`,
      stop: (cluster, date) =>
        `The Board considered what led to the integrity stop on ${cluster} and resolved on ${date}:`,
      change: (cluster, date) =>
        `The Board considered the assessment of ${cluster} after the place had changed and resolved on ${date}:`,
    },
    resolution: 'Resolution',
    withdrawn: 'The name of Cooperation Base is withdrawn',
    government: 'Local government',
    code: 'Main reason',
    slot: 'Slot set free',
    plaque: 'Plaque',
    reasons: 'Reasons',
    consequences: 'What follows',
    consequenceItems: (date) => [
      `Use of the name, the logo and the plaque ends${date}. A visit or photographs prove it.`,
      'Notice is given to end the memorandum of understanding.',
      'Data held for the base are handed over to the local government.',
      'The slot is free and is offered to the waiting list.',
    ],
  },
  'zh-CN': {
    title: (cluster) => `关于停止${cluster}使用全球产业集群合作基地名称的决议`,
    opening: {
      review: (cluster, date) => `理事会审议了评估小组关于${cluster}合作基地的提议，于${date}作出如下决议。`,
      stop: (cluster, date) => `理事会审议了${cluster}合作基地核实期间暂停所涉事项，于${date}作出如下决议。`,
      change: (cluster, date) => `理事会审议了${cluster}情况变更后的重新评估结果，于${date}作出如下决议。`,
    },
    resolution: '决议',
    withdrawn: '停止使用全球产业集群合作基地名称',
    government: '地方政府',
    code: '主要原因',
    slot: '名额空出',
    plaque: '牌匾编号',
    reasons: '决议理由',
    consequences: '后续事项',
    consequenceItems: (date) => [
      `${date}停止使用基地名称、标识和牌匾，并以实地查验或者影像资料证明。`,
      '依照谅解备忘录的约定发出终止通知。',
      '将基地相关数据移交地方政府。',
      '所占名额空出，依次递补候补名单。',
    ],
  },
}
