import { programmeDay } from '../../domain/words/hours.js'
import { dateInWords, type Locale, type LocalText } from '../../domain/locale.js'
import { chineseNumeral } from '../../domain/text/numbering.js'
import type { PaperOf, StreamRating } from '../paper.js'
import type { Wording } from '../facts/parts.js'
import { reasonTexts } from '../reason-texts.js'
import { leftTable } from '../left-table.js'
import type { Block, Content } from '../sheet.js'
import { figure, say } from '../wording.js'

/** The reasoned sheet an unsuccessful nominee receives (8.15): what was found, as far as it came, and advice. */
export const composeFeedbackSheet = ({ base, facts, ledger, language }: PaperOf<'feedback_sheet'>): Content => {
  const words = wordings[language]
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      {
        type: 'facts',
        rows: [
          [words.nominator, base.government[language]],
          [words.industry, base.industry[language]],
          [words.issued, dateInWords(programmeDay(ledger.at), language)],
        ],
      },
      ...verdictOn(facts, language),
      ...(facts.reasonCode === undefined
        ? []
        : [
            {
              type: 'paragraph',
              text: words.reason(reasonTexts[facts.reasonCode][language]),
            } as const,
          ]),
      ...(facts.reasons === undefined ? [] : [{ type: 'paragraph', text: say(facts.reasons, language) } as const]),
      ...sections(facts, language).flatMap(({ title, blocks }, index): Block[] => [
        { type: 'heading', text: words.numbered(index + 1, title) },
        ...blocks,
      ]),
      ...(facts.reasonCode === 'INT' ? [] : [{ type: 'paragraph', text: words.closing } as const]),
    ],
  }
}

type Facts = PaperOf<'feedback_sheet'>['facts']
type Scored = NonNullable<Facts['scored']>

const verdictOn = ({ scored }: Facts, language: Locale): Block[] => {
  if (scored === undefined) return []
  const words = wordings[language]
  const tone = scored.total >= scored.pass ? 'neutral' : 'warning'
  const text = words.totalOf(figure(scored.total), figure(scored.pass))
  return [{ type: 'verdict', tone, label: words.total, text }]
}

interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

const sections = (
  { gates = [], scored, strengths = [], gaps = [], streams, advice }: Facts,
  language: Locale,
): readonly Section[] => {
  const words = wordings[language]
  const means: Block = { type: 'paragraph', text: words.means }
  const lines: Block =
    advice.length === 0
      ? { type: 'paragraph', text: words.noAdvice }
      : { type: 'list', items: advice.map((line) => say(line, language)) }
  return [
    ...(gates.length === 0 ? [] : [{ title: words.gates, blocks: [gatesTable(gates, language)] }]),
    ...(scored === undefined ? [] : [{ title: words.criteria, blocks: [criteriaTable(scored, language), means] }]),
    ...(strengths.length === 0 ? [] : [{ title: words.strengths, blocks: [said(strengths, language)] }]),
    ...(gaps.length === 0 ? [] : [{ title: words.gaps, blocks: [said(gaps, language)] }]),
    ...(streams === undefined ? [] : [{ title: words.streams, blocks: [streamsTable(streams, language)] }]),
    { title: words.advice, blocks: [lines] },
  ]
}

const gatesTable = (gates: NonNullable<Facts['gates']>, language: Locale): Block =>
  leftTable(
    [
      [wordings[language].gate, 6],
      [wordings[language].limit, 5],
      [wordings[language].reading, 5],
    ],
    gates.map(({ name, limit, reading }) => [name, limit, reading].map((one) => say(one, language))),
  )

const said = (all: readonly Wording[], language: Locale): Block => ({
  type: 'list',
  items: all.map((one) => say(one, language)),
})

const streamsTable = (streams: NonNullable<Facts['streams']>, language: Locale): Block => ({
  type: 'table',
  columns: [
    { label: wordings[language].stream, align: 'left', width: 6 },
    { label: wordings[language].rating, align: 'center', width: 4 },
  ],
  rows: streams.map(({ name, rating }) => [say(name, language), ratings[rating][language]]),
})

/** What a rating says, in words. */
const ratings: Readonly<Record<StreamRating, LocalText>> = {
  A: { en: 'A, good', 'zh-CN': 'A，良好' },
  B: { en: 'B, sound with small gaps', 'zh-CN': 'B，基本良好' },
  C: { en: 'C, to be improved', 'zh-CN': 'C，需要改进' },
  D: { en: 'D, not up to what is needed', 'zh-CN': 'D，不符合要求' },
}

const criteriaTable = (facts: Scored, language: Locale): Block => {
  const words = wordings[language]
  return {
    type: 'table',
    columns: [
      { label: words.criterion, align: 'left', width: 7 },
      { label: words.points, align: 'right', width: 1.6 },
      { label: words.of, align: 'right', width: 1.6 },
      { label: words.minimum, align: 'right', width: 2 },
    ],
    rows: facts.criteria.map((criterion) => [
      say(criterion.name, language),
      figure(criterion.points),
      figure(criterion.weight),
      figure((criterion.minimum * criterion.weight) / 100),
    ]),
    foot: [words.total, figure(facts.total), '100', figure(facts.pass)],
  }
}

type Word =
  | ('title' | 'nominator' | 'industry' | 'issued' | 'total' | 'criteria' | 'criterion' | 'points' | 'of' | 'minimum')
  | ('gates' | 'gate' | 'limit' | 'reading')
  | ('strengths' | 'gaps' | 'means' | 'streams' | 'stream' | 'rating' | 'advice' | 'noAdvice' | 'closing')
type Words = Readonly<Record<Word, string>> & {
  readonly totalOf: (total: string, pass: string) => string
  readonly reason: (text: string) => string
  readonly numbered: (number: number, title: string) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Feedback on a nomination',
    nominator: 'Nominated by',
    industry: 'Industry',
    issued: 'Issued on',
    total: 'Total',
    totalOf: (total, pass) => `${total} of 100 (pass at ${pass})`,
    reason: (text) => `The main reason: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`,
    numbered: (_, title) => title,
    criteria: 'Scores by criterion',
    criterion: 'Criterion',
    points: 'Points',
    of: 'Of',
    minimum: 'Minimum',
    advice: 'Advice for another nomination',
    noAdvice: 'There is no further advice.',
    gates: 'Conditions of eligibility that were not met',
    gate: 'Condition',
    limit: 'Asked for',
    reading: 'Reading accepted',
    strengths: 'Strengths',
    gaps: 'Gaps',
    means: 'Scores are means of independent sheets. Evidence that was missing scored zero.',
    streams: 'Due diligence by work-stream',
    stream: 'Work-stream',
    rating: 'Finding',
    closing: 'The cluster may be nominated again in a later call, under the rules of that time.',
  },
  'zh-CN': {
    title: '申报反馈表',
    nominator: '申报单位',
    industry: '主导产业',
    issued: '出具日期',
    total: '总分',
    totalOf: (total, pass) => `${total}分（满分100分，合格线${pass}分）`,
    reason: (text) => `主要原因：${text}。`,
    numbered: (number, title) => `${chineseNumeral(number)}、${title}`,
    criteria: '分项得分',
    criterion: '评审指标',
    points: '得分',
    of: '满分',
    minimum: '最低分',
    gates: '未达到的资格条件',
    gate: '资格条件',
    limit: '要求',
    reading: '采信值',
    strengths: '优势',
    gaps: '不足',
    means: '得分为各专家独立评分的平均值；未提供佐证材料的，该项计零分。',
    streams: '尽职调查分项结论',
    stream: '调查内容',
    rating: '核查结论',
    advice: '改进建议',
    noAdvice: '未提出其他建议。',
    closing: '该产业集群可在今后的申报期再次申报，届时依当时规则重新审核。',
  },
}
