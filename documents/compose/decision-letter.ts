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
  const matter = facts.matter === undefined ? words.nomination : say(facts.matter, language)
  return {
    layout: 'letter',
    title: words.title(base.cluster[language], matter),
    addressee: words.addressee(base.government[language]),
    blocks: [
      { type: 'paragraph', text: words.opening(base.cluster[language], matter) },
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
    ...(facts.score === undefined ? [] : [[words.score, words.outOf(figure(facts.score))] as const]),
    ...(facts.superior === undefined ? [] : [[words.superior, say(facts.superior, language)] as const]),
    ...(facts.reasonCode === undefined
      ? []
      : [[words.code, `${facts.reasonCode}${words.colon}${reasonTexts[facts.reasonCode][language]}`] as const]),
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

type Word =
  | 'nomination'
  | 'superior'
  | 'decision'
  | 'decidedOn'
  | 'score'
  | 'code'
  | 'colon'
  | 'reasons'
  | 'conditions'
  | 'closing'
type Words = Readonly<Record<Word, string>> & {
  readonly title: (cluster: string, matter: string) => string
  readonly addressee: (government: string) => string
  readonly opening: (cluster: string, matter: string) => string
  readonly outOf: (score: string) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: (cluster, matter) => `Decision on ${cluster}: ${matter}`,
    addressee: (government) => `To: ${government}`,
    opening: (cluster, matter) => `This letter tells you the decision taken on ${cluster} in the matter “${matter}”.`,
    nomination: 'nomination',
    decision: 'Decision',
    decidedOn: 'Decided on',
    score: 'Score',
    outOf: (score) => `${score} of 100`,
    superior: 'Superior authority',
    code: 'Reason code',
    colon: ': ',
    reasons: 'Reasons',
    conditions: 'Conditions',
    closing: '',
  },
  'zh-CN': {
    title: (cluster, matter) => `关于${cluster}产业集群“${matter}”事项的决定`,
    addressee: (government) => `${government}：`,
    opening: (cluster, matter) => `关于${cluster}产业集群“${matter}”事项，经研究，作出如下决定。`,
    nomination: '申报',
    decision: '决定',
    decidedOn: '决定日期',
    score: '评分',
    outOf: (score) => `${score}分（满分100分）`,
    superior: '上级主管部门意见',
    code: '理由代码',
    colon: '：',
    reasons: '决定理由',
    conditions: '附带条件',
    closing: '特此函告。',
  },
}
