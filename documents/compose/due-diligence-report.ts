import { programmeDay } from '../../domain/words/hours.js'
import { dateInWords, type Locale, type LocalText } from '../../domain/locale.js'
import { ratingPoints } from '../../domain/diligence.js'
import { leftTable } from '../left-table.js'
import type { FindingOnPaper, PaperOf, Recommendation, RiskOnPaper } from '../paper.js'
import type { Block, Content, Tone } from '../sheet.js'
import { figure, say } from '../wording.js'
import { conditionsTable } from './conditions.js'

/** The consolidated report of due diligence (2.7): seven streams, the rating, conditions and the proposal. */
export const composeDueDiligenceReport = (paper: PaperOf<'due_diligence_report'>): Content => {
  const { base, facts, ledger, language } = paper
  const words = wordings[language]
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      {
        type: 'facts',
        rows: [
          [words.place, base.place[language]],
          [words.government, base.government[language]],
          [words.industry, base.industry[language]],
          [words.closed, dateInWords(programmeDay(ledger.at), language)],
        ],
      },
      {
        type: 'verdict',
        tone: tones[facts.recommendation],
        label: words.recommendation,
        text: recommendations[facts.recommendation][language],
      },
      ...(facts.summary === undefined ? [] : [{ type: 'paragraph', text: say(facts.summary, language) } as const]),
      { type: 'heading', text: words.streams },
      streamsTable(facts, language),
      { type: 'paragraph', text: scales[language](facts.limits) },
      { type: 'heading', text: words.findings },
      facts.findings.length === 0
        ? { type: 'paragraph', text: words.noFindings }
        : findingsTable(facts.findings, language),
      { type: 'heading', text: words.conditions },
      facts.conditions.length === 0
        ? { type: 'paragraph', text: words.noConditions }
        : conditionsTable(facts.conditions, language),
      { type: 'heading', text: words.risks },
      facts.risks.length === 0 ? { type: 'paragraph', text: words.noRisks } : risksTable(facts.risks, language),
    ],
  }
}

const findingsTable = (findings: readonly FindingOnPaper[], language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.about, 3.6],
      [words.finding, 6],
      [words.reply, 5],
      [words.resolution, 5],
    ],
    findings.map(({ about, text, reply, resolution }) => [
      say(about, language),
      say(text, language),
      reply === undefined ? words.noReply : say(reply, language),
      say(resolution, language),
    ]),
  )
}

const risksTable = (risks: readonly RiskOnPaper[], language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.risk, 5.4],
      [words.grade, 3.2],
      [words.owner, 3],
      [words.measure, 5.4],
      [words.reviewOn, 4],
    ],
    risks.map(({ text, likelihood, impact, owner, measure, reviewOn }) => [
      say(text, language),
      `${likelihood} × ${impact}`,
      say(owner, language),
      say(measure, language),
      say(reviewOn, language),
    ]),
  )
}

const streamsTable = (facts: PaperOf<'due_diligence_report'>['facts'], language: Locale): Block => {
  const words = wordings[language]
  return {
    type: 'table',
    columns: [
      { label: words.stream, align: 'left', width: 5 },
      { label: words.weight, align: 'right', width: 1.4 },
      { label: words.rating, align: 'center', width: 1.4 },
      { label: words.points, align: 'right', width: 1.4 },
      { label: words.note, align: 'left', width: 8 },
    ],
    rows: facts.streams.map((stream) => [
      say(stream.name, language),
      figure(stream.weight),
      stream.rating,
      figure((stream.weight * ratingPoints[stream.rating]) / 100),
      say(stream.note, language),
    ]),
    foot: [
      words.total,
      figure(facts.streams.reduce((sum, stream) => sum + stream.weight, 0)),
      '',
      figure(facts.total),
      '',
    ],
  }
}

const tones: Readonly<Record<Recommendation, Tone>> = {
  recommend: 'positive',
  recommend_with_conditions: 'warning',
  defer: 'warning',
  not_recommend: 'negative',
}

const recommendations: Readonly<Record<Recommendation, LocalText>> = {
  recommend: { en: 'Recommend', 'zh-CN': '建议推荐' },
  recommend_with_conditions: { en: 'Recommend with conditions', 'zh-CN': '建议附条件推荐' },
  defer: { en: 'Defer', 'zh-CN': '建议暂缓' },
  not_recommend: { en: 'Do not recommend', 'zh-CN': '不予推荐' },
}

type Word =
  | ('title' | 'place' | 'government' | 'industry' | 'closed' | 'recommendation' | 'streams' | 'stream' | 'weight')
  | ('rating' | 'points' | 'note' | 'total' | 'conditions' | 'noConditions' | 'risks' | 'noRisks')
  | ('findings' | 'finding' | 'noFindings' | 'about' | 'reply' | 'noReply' | 'resolution')
  | ('risk' | 'grade' | 'owner' | 'measure' | 'reviewOn')

type Limits = PaperOf<'due_diligence_report'>['facts']['limits']

/** How ratings become points, and points a proposal, by the limits of the version (6.3). */
const scales: Readonly<Record<Locale, (limits: Limits) => string>> = {
  en: ({ plain, conditions, sensitive }) => {
    const streams = sensitive.map((stream) => `“${say(stream, 'en')}”`).join(' or ')
    return (
      `A counts ${ratingPoints.A}, B ${ratingPoints.B}, C ${ratingPoints.C} and D ${ratingPoints.D} per cent of the weight. ` +
      `From ${plain} points without a D the base is recommended; from ${conditions}` +
      `${streams === '' ? '' : `, or with a C in ${streams}`}, with conditions; any D means it is not.`
    )
  },
  'zh-CN': ({ plain, conditions, sensitive }) => {
    const { A, B, C, D } = ratingPoints
    const streams = sensitive.map((stream) => `“${say(stream, 'zh-CN')}”`).join('、')
    return (
      `评级A、B、C、D分别按权重的${A}%、${B}%、${C}%和${D}计分。总分${plain}分及以上且无D级的，建议推荐；${conditions}分及以上` +
      `${streams === '' ? '' : `，或者${streams}为C级`}的，建议附条件推荐；任一事项为D级的，不予推荐。`
    )
  },
}

const wordings: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = {
  en: {
    title: 'Due-diligence report',
    findings: 'Findings',
    finding: 'Finding',
    noFindings: 'No finding is recorded.',
    about: 'Matter',
    reply: 'Reply of the place',
    noReply: 'No reply was given.',
    resolution: 'Resolution',
    place: 'Place',
    government: 'Local government',
    industry: 'Industry',
    closed: 'Consolidated on',
    recommendation: 'Proposal to the committee',
    streams: 'Work-streams',
    stream: 'Work-stream',
    weight: 'Weight',
    rating: 'Rating',
    points: 'Points',
    note: 'Finding',
    total: 'Total',
    conditions: 'Conditions',
    noConditions: 'No conditions are proposed.',
    risks: 'Risk register',
    noRisks: 'The report names no risk.',
    risk: 'Risk',
    grade: 'Likelihood × impact (1–5)',
    owner: 'Responsible',
    measure: 'Measure',
    reviewOn: 'Looked at again on',
  },
  'zh-CN': {
    findings: '核查结论',
    finding: '结论内容',
    noFindings: '无核查结论。',
    about: '事项',
    reply: '申报单位答复',
    noReply: '未答复。',
    resolution: '处理意见',
    title: '尽职调查报告',
    place: '所在地',
    government: '地方政府',
    industry: '主导产业',
    closed: '汇总日期',
    recommendation: '提请委员会审议的建议',
    streams: '一、分项调查结论',
    stream: '调查事项',
    weight: '权重',
    rating: '评级',
    points: '得分',
    note: '调查结论',
    total: '合计',
    conditions: '二、附带条件',
    noConditions: '未提出附带条件。',
    risks: '三、风险清单',
    noRisks: '报告未列出风险。',
    risk: '风险内容',
    grade: '可能性×影响（1至5）',
    owner: '责任岗位',
    measure: '应对措施',
    reviewOn: '复查日期',
  },
}
