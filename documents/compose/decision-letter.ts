import { dateInWords, type Locale } from '../../domain/locale.js'
import type { PaperOf } from '../paper.js'
import { reasonTexts } from '../reason-texts.js'
import type { Block, Content } from '../sheet.js'
import { figure, say } from '../wording.js'
import { office } from '../letterhead.js'
import { conditionsTable } from './conditions.js'
import { redressBlocks } from './redress.js'

/** A decision, its reasons and what may be done about it (1.11, 8.9, 8.14). */
export const composeDecisionLetter = ({ base, facts, language }: PaperOf<'decision_letter'>): Content => {
  const words = wordings[language]
  // Where a place is kept the decision is about a base, before that about a nomination.
  const isBase = base.slot !== undefined
  return {
    layout: 'letter',
    title: words.title[facts.means](base.cluster[language], isBase),
    addressee: words.addressee(base.government[language]),
    blocks: [
      { type: 'paragraph', text: words.opening(base.cluster[language], isBase) },
      {
        type: 'verdict',
        tone: facts.favourable ? 'positive' : 'negative',
        label: words.decision,
        text: say(facts.decision, language),
      },
      { type: 'facts', rows: factRows(facts, language) },
      ...reasonBlocks(facts, language),
      ...conditionBlocks(facts, language),
      ...(facts.cover === undefined ? [] : [{ type: 'paragraph', text: say(facts.cover, language) } as const]),
      ...redressBlocks(facts, language),
      ...(words.closing === '' ? [] : [{ type: 'paragraph', text: words.closing } as const]),
    ],
    signedBy: { name: office[language], date: dateInWords(facts.decidedOn, language) },
  }
}

type Facts = PaperOf<'decision_letter'>['facts']

const factRows = (facts: Facts, language: Locale): (readonly [string, string])[] => {
  const words = wordings[language]
  return [
    [words.decidedOn, dateInWords(facts.decidedOn, language)],
    ...(facts.score === undefined
      ? []
      : [[words.scores[facts.scoreOf ?? 'nomination'], words.outOf(figure(facts.score))] as const]),
    ...(facts.superior === undefined ? [] : [[words.superior, say(facts.superior, language)] as const]),
    ...(facts.reasonCode === undefined ? [] : [[words.code, reasonTexts[facts.reasonCode][language]] as const]),
  ]
}

const reasonBlocks = (facts: Facts, language: Locale): Block[] =>
  facts.reasons === undefined
    ? []
    : [
        { type: 'heading', text: wordings[language].reasons },
        { type: 'paragraph', text: say(facts.reasons, language) },
      ]

const conditionBlocks = (facts: Facts, language: Locale): Block[] =>
  facts.conditions === undefined || facts.conditions.length === 0
    ? []
    : [{ type: 'heading', text: wordings[language].conditions }, conditionsTable(facts.conditions, language)]

type Word = 'superior' | 'decision' | 'decidedOn' | 'code' | 'reasons' | 'conditions' | 'closing'
type Words = Readonly<Record<Word, string>> & {
  readonly title: Readonly<
    Record<PaperOf<'decision_letter'>['facts']['means'], (cluster: string, isBase: boolean) => string>
  >
  readonly addressee: (government: string) => string
  readonly opening: (cluster: string, isBase: boolean) => string
  readonly outOf: (score: string) => string
  readonly scores: Readonly<Record<'nomination' | 'diligence', string>>
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: {
      outcome: (cluster, isBase) =>
        isBase ? `Outcome for the Base ${cluster}` : `Outcome of the nomination of ${cluster}`,
      shortlist: (cluster) => `${cluster} is on the shortlist`,
      waiting_list: (cluster) => `${cluster}: place on the waiting list`,
      approval: (cluster) => `The Board has approved the Base ${cluster}`,
    },
    addressee: (government) => `To: ${government}`,
    opening: (cluster, isBase) =>
      isBase
        ? `This letter tells you what was decided on the Base ${cluster}.`
        : `This letter tells you what was decided on your nomination of ${cluster}.`,
    decision: 'Decision',
    decidedOn: 'Decided on',
    scores: { nomination: 'Score of the nomination', diligence: 'Score of due diligence' },
    outOf: (score) => `${score} of 100`,
    superior: 'Superior authority',
    code: 'Main reason',
    reasons: 'Reasons',
    conditions: 'Conditions',
    closing: '',
  },
  'zh-CN': {
    title: {
      outcome: (cluster, isBase) =>
        isBase ? `关于${cluster}合作基地办理结果的函` : `关于${cluster}产业集群申报结果的函`,
      shortlist: (cluster) => `关于${cluster}产业集群入围的函`,
      waiting_list: (cluster) => `关于${cluster}产业集群列入候补名单的函`,
      approval: (cluster) => `关于确认共建全球产业集群合作基地（${cluster}）的函`,
    },
    addressee: (government) => `${government}：`,
    opening: (cluster, isBase) =>
      isBase ? `关于${cluster}合作基地，经研究，决定如下。` : `贵方关于${cluster}产业集群的申报，经研究，决定如下。`,
    decision: '决定',
    decidedOn: '决定日期',
    scores: { nomination: '申报评分', diligence: '尽职调查评分' },
    outOf: (score) => `${score}分（满分100分）`,
    superior: '上级主管部门意见',
    code: '主要原因',
    reasons: '决定理由',
    conditions: '附带条件',
    closing: '特此函告。',
  },
}
