import { dateInWords, type Locale } from '../../domain/locale.js'
import type { PaperOf } from '../paper.js'
import { reasonTexts } from '../reason-texts.js'
import type { Block, Content } from '../sheet.js'
import { figure, say } from '../wording.js'

/** The reasoned sheet an unsuccessful nominee receives (domain.md 8.15): each criterion, its minimum, and advice. */
export const composeFeedbackSheet = ({ base, facts, ledger, language }: PaperOf<'feedback_sheet'>): Content => {
  const words = wordings[language]
  const passed = facts.total >= facts.pass
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
          [words.issued, dateInWords(ledger.at.slice(0, 10), language)],
        ],
      },
      {
        type: 'verdict',
        tone: passed ? 'neutral' : 'warning',
        label: words.total,
        text: words.totalOf(figure(facts.total), figure(facts.pass)),
      },
      ...(facts.reasonCode === undefined
        ? []
        : [
            {
              type: 'paragraph',
              text: words.reason(facts.reasonCode, reasonTexts[facts.reasonCode][language]),
            } as const,
          ]),
      { type: 'heading', text: words.criteria },
      criteriaTable(facts, language),
      { type: 'heading', text: words.advice },
      facts.advice.length === 0
        ? { type: 'paragraph', text: words.noAdvice }
        : { type: 'list', items: facts.advice.map((line) => say(line, language)) },
      { type: 'paragraph', text: words.closing },
    ],
  }
}

const criteriaTable = (facts: PaperOf<'feedback_sheet'>['facts'], language: Locale): Block => {
  const words = wordings[language]
  return {
    type: 'table',
    columns: [
      { label: words.criterion, align: 'left', width: 5 },
      { label: words.points, align: 'right', width: 2 },
      { label: words.minimum, align: 'right', width: 2 },
      { label: words.remark, align: 'left', width: 5 },
    ],
    rows: facts.criteria.map((criterion) => [
      say(criterion.name, language),
      `${figure(criterion.points)} / ${figure(criterion.weight)}`,
      figure((criterion.minimum * criterion.weight) / 100),
      criterion.remark === undefined ? '–' : say(criterion.remark, language),
    ]),
    foot: [words.total, `${figure(facts.total)} / 100`, figure(facts.pass), ''],
  }
}

type Word =
  | (
      | 'title'
      | 'nominator'
      | 'industry'
      | 'issued'
      | 'total'
      | 'criteria'
      | 'criterion'
      | 'points'
      | 'minimum'
      | 'remark'
    )
  | ('advice' | 'noAdvice' | 'closing')
type Words = Readonly<Record<Word, string>> & {
  readonly totalOf: (total: string, pass: string) => string
  readonly reason: (code: string, text: string) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Feedback on a nomination',
    nominator: 'Nominated by',
    industry: 'Industry',
    issued: 'Issued on',
    total: 'Total',
    totalOf: (total, pass) => `${total} of 100 (pass at ${pass})`,
    reason: (code, text) => `Reason ${code}: ${text}.`,
    criteria: 'Scores by criterion',
    criterion: 'Criterion',
    points: 'Points',
    minimum: 'Minimum',
    remark: 'Remark',
    advice: 'Advice for another nomination',
    noAdvice: 'The assessors gave no further advice.',
    closing:
      'Scores are means of independent sheets. Evidence that was missing scored zero. The cluster may be nominated again.',
  },
  'zh-CN': {
    title: '申报评审意见反馈表',
    nominator: '申报单位',
    industry: '主导产业',
    issued: '出具日期',
    total: '总分',
    totalOf: (total, pass) => `${total}分（满分100分，合格线${pass}分）`,
    reason: (code, text) => `理由（${code}）：${text}。`,
    criteria: '一、分项得分',
    criterion: '评审指标',
    points: '得分／满分',
    minimum: '最低分',
    remark: '评审意见',
    advice: '二、改进建议',
    noAdvice: '评审专家未提出其他建议。',
    closing: '得分为各专家独立评分的平均值；未提供佐证材料的，该项计零分。该产业集群可再次申报。',
  },
}
