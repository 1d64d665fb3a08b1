import type { ClusterId } from '../../domain/ids.js'
import { programmeDay } from '../../domain/words/hours.js'
import { dateInWords, type Locale, type LocalText } from '../../domain/locale.js'
import type { PaperOf, ReviewColour } from '../paper.js'
import type { Block, Content, Tone } from '../sheet.js'
import { daysInWords, figure, say } from '../wording.js'
import { board, office } from '../letterhead.js'
import { reasonTexts } from '../reason-texts.js'
import { leftTable } from '../left-table.js'
import { redressBlocks } from './redress.js'

/** The result of a yearly review (5.9, 6.5, 11): colour, points, advice and what the colour obliges to. */
export const composeReviewLetter = ({ base, facts, ledger, language }: PaperOf<'review_letter'>): Content => {
  const words = wordings[language]
  const beside = facts.extraordinaryOn === undefined ? undefined : dateInWords(facts.extraordinaryOn, language)
  return {
    layout: 'letter',
    title:
      beside === undefined
        ? words.title(base.cluster[language], facts.year)
        : words.titleBeside(base.cluster[language], beside),
    addressee: words.addressee(base.government[language]),
    blocks: [
      {
        type: 'paragraph',
        text:
          beside === undefined
            ? words.opening(base.cluster[language], facts.year)
            : words.openingBeside(base.cluster[language], beside),
      },
      { type: 'verdict', tone: tones[facts.colour], label: words.result, text: colours[facts.colour][language] },
      ...(facts.reasonCode === undefined
        ? []
        : [
            {
              type: 'paragraph',
              text: words.reason(reasonTexts[facts.reasonCode][language]),
            } as const,
          ]),
      pointsTable(facts, language),
      ...correctionBlocks(facts, language),
      ...recommendationBlocks(facts, language),
      { type: 'heading', text: words.advice },
      facts.advice.length === 0
        ? { type: 'paragraph', text: words.noAdvice }
        : { type: 'list', items: facts.advice.map((line) => say(line, language)) },
      { type: 'heading', text: words.next },
      {
        type: 'paragraph',
        text: beside === undefined ? nextOfYear(facts, language) : nextBeside(facts, language),
      },
      ...redressBlocks(facts, language),
      ...(words.closing === '' ? [] : [{ type: 'paragraph', text: words.closing } as const]),
    ],
    signedBy: {
      name: byBoard.has(facts.colour) ? board[language] : office[language],
      date: dateInWords(programmeDay(ledger.at), language),
    },
  }
}

/** What the Board decides it signs; the rest goes out from the office. */
const byBoard: ReadonlySet<ReviewColour> = new Set(['role_model', 'red', 'suspended'])

/** What the colour of a year obliges to, and when the next one is opened. */
const nextOfYear = (facts: PaperOf<'review_letter'>['facts'], language: Locale): string =>
  `${obligation(facts, language)}${wordings[language].nextReview(dateInWords(facts.nextReviewOn, language), facts.termEnds?.[language])}`

/** What an extraordinary result does: a yellow is looked at again, a red goes to the board, any other changes nothing (5.13, R10). */
const nextBeside = (facts: PaperOf<'review_letter'>['facts'], language: Locale): string => {
  const { nextPanel, unchanged } = wordings[language]
  // What the board confirmed bears a code; a base that keeps its colour has none.
  if (facts.reasonCode === undefined) return unchanged
  if (facts.colour === 'yellow') return `${obligation(facts, language)}${nextPanel}`
  return obligation(facts, language).trimEnd()
}

const pointsTable = (facts: PaperOf<'review_letter'>['facts'], language: Locale): Block => {
  const words = wordings[language]
  return {
    type: 'table',
    columns: [
      { label: words.part, align: 'left', width: 6 },
      { label: words.points, align: 'right', width: 2 },
      { label: words.of, align: 'right', width: 2 },
    ],
    rows: facts.parts.map((part) => [say(part.name, language), figure(part.points), figure(part.of)]),
    foot: [words.total, figure(facts.total), figure(facts.parts.reduce((sum, part) => sum + part.of, 0))],
  }
}

type Facts = PaperOf<'review_letter'>['facts']

const correctionBlocks = ({ corrections = [] }: Facts, language: Locale): readonly Block[] => {
  if (corrections.length === 0) return []
  const words = wordings[language]
  return [
    { type: 'heading', text: words.corrections },
    leftTable(
      [
        [words.indicator, 6],
        [words.before, 2.8],
        [words.after, 2.8],
        [words.why, 6],
      ],
      corrections.map(({ name, before, after, reason }) =>
        [name, before, after, reason].map((one) => say(one, language)),
      ),
    ),
  ]
}

const recommendationBlocks = ({ recommendations = [] }: Facts, language: Locale): readonly Block[] => {
  if (recommendations.length === 0) return []
  const words = wordings[language]
  return [
    { type: 'heading', text: words.recommendations },
    leftTable(
      [
        [words.recommendation, 8],
        [words.to, 3.4],
        [words.due, 4],
      ],
      recommendations.map(({ text, addressee, due }) => [
        say(text, language),
        say(addressee, language),
        due === undefined ? '–' : say(due, language),
      ]),
    ),
  ]
}

const tones: Readonly<Record<ReviewColour, Tone>> = {
  role_model: 'positive',
  green: 'positive',
  green_with_advice: 'positive',
  yellow: 'warning',
  red: 'negative',
  suspended: 'negative',
}

const colours: Readonly<Record<ReviewColour, LocalText>> = {
  role_model: { en: 'Role model', 'zh-CN': '标杆基地' },
  green: { en: 'Green', 'zh-CN': '绿色（运行良好）' },
  green_with_advice: { en: 'Green with advice', 'zh-CN': '绿色（运行良好，附建议）' },
  yellow: { en: 'Yellow', 'zh-CN': '黄色（需要改进）' },
  red: { en: 'Red', 'zh-CN': '红色（未达要求）' },
  suspended: { en: 'Suspended', 'zh-CN': '暂停' },
}

/** What each colour obliges to (11). English ends with a space, since another sentence follows. */
const obligation = (
  { colour, plan = {}, titleYears = 1 }: PaperOf<'review_letter'>['facts'],
  language: Locale,
): string => {
  if (colour === 'yellow') return improvement[language](plan)
  return colour === 'role_model' ? title[language](titleYears) : obligations[colour][language]
}

/** For how long the title is borne, by the version of the rules. */
const title: Readonly<Record<Locale, (years: number) => string>> = {
  en: (years) =>
    `The base bears the title of role model for ${years === 1 ? 'one year' : `${years} years`} and hosts one learning visit a year. `,
  'zh-CN': (years) => `基地自即日起${years}年内使用标杆基地称谓，每年接待一次学习考察。`,
}

type Plan = NonNullable<PaperOf<'review_letter'>['facts']['plan']>

/** Until when the plan is due and after how long it is checked, by the version of the rules. */
const improvement: Readonly<Record<Locale, (plan: Plan) => string>> = {
  en: ({ within, checkedAfter }) =>
    `The base keeps its name. An improvement plan with an owner, a date and a proof for each finding is due` +
    `${within === undefined ? '' : ` within ${daysInWords(within, 'en')} of the day on which its step opens, of which you are told by a letter of its own with date and hour`}; ` +
    `${checkedAfter === undefined ? '' : `it is checked after ${daysInWords(checkedAfter, 'en')}, and `}` +
    `the next review decides whether it was carried out. `,
  'zh-CN': ({ within, checkedAfter }) =>
    `基地继续使用名称，期间不使用标杆基地称谓。我办将另函请基地${within === undefined ? '' : `在${daysInWords(within, 'zh-CN')}内`}提交改进方案，起止日期以该函为准；` +
    `方案逐项写明措施、责任人、完成时间和证明方式；` +
    `${checkedAfter === undefined ? '' : `${daysInWords(checkedAfter, 'zh-CN')}后进行中期检查，`}下一次年度评估时复评。`,
}

const obligations: Readonly<Record<Exclude<ReviewColour, 'yellow' | 'role_model'>, LocalText>> = {
  green: {
    en: 'The base keeps its name and reports again next year. ',
    'zh-CN': '基地继续使用名称，下一年度继续按期报告。',
  },
  green_with_advice: {
    en: 'The base keeps its name and answers the advice in its next report. ',
    'zh-CN': '基地继续使用名称，所提建议请在下一年度报告中说明落实情况。',
  },
  red: {
    en: 'The Board considers whether the use of the name ends. Until then the name stays, and nothing new is started under it. ',
    'zh-CN': '联盟理事会将审议是否停止使用名称；审议前名称可继续使用，不开展新的活动。',
  },
  suspended: {
    en: 'Nothing new is started under the name until the suspension is lifted. ',
    'zh-CN': '暂停期间不以基地名义开展新的活动，名称、名额不受影响。',
  },
}

type Word =
  | ('corrections' | 'indicator' | 'before' | 'after' | 'why' | 'recommendations' | 'recommendation' | 'to' | 'due')
  | 'result'
  | 'part'
  | 'points'
  | 'of'
  | 'total'
  | 'advice'
  | 'noAdvice'
  | 'next'
  | 'closing'
  | 'nextPanel'
  | 'unchanged'
type Words = Readonly<Record<Word, string>> & {
  readonly title: (cluster: ClusterId, year: number) => string
  readonly addressee: (government: string) => string
  readonly opening: (cluster: ClusterId, year: number) => string
  readonly nextReview: (date: string, termEnds: string | undefined) => string
  readonly reason: (text: string) => string
  readonly titleBeside: (cluster: ClusterId, date: string) => string
  readonly openingBeside: (cluster: ClusterId, date: string) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: (cluster, year) => `Result of the yearly review ${year}: ${cluster}`,
    addressee: (government) => `To: ${government}`,
    opening: (cluster, year) =>
      `The review of the base ${cluster} for the year ${year} is closed. Its result is as follows.`,
    reason: (text) => `The main reason: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`,
    result: 'Result',
    part: 'Part',
    points: 'Points',
    of: 'Of',
    total: 'Total',
    corrections: 'Values that were corrected',
    indicator: 'Indicator',
    before: 'As reported',
    after: 'As corrected',
    why: 'Reason',
    recommendations: 'Recommendations',
    recommendation: 'Recommendation',
    to: 'To',
    due: 'Due',
    advice: 'Advice',
    noAdvice: 'There is no advice.',
    next: 'What comes next',
    nextReview: (date, termEnds) =>
      `The next yearly review opens on ${date}${termEnds === undefined ? '' : `, unless the memorandum has ended by then: its term ends on ${termEnds}`}.`,
    titleBeside: (cluster, date) => `Result of the extraordinary review of ${date}: ${cluster}`,
    openingBeside: (cluster, date) =>
      `The extraordinary review of the base ${cluster} was closed on ${date}. It stands beside the yearly reviews and replaces none of them. Its result is as follows.`,
    nextPanel: 'The panel of the next yearly review looks at it again.',
    unchanged: 'The review changes nothing in how the base stands.',
    closing: '',
  },
  'zh-CN': {
    title: (cluster, year) => `关于${cluster}合作基地${year}年度评估结果的函`,
    addressee: (government) => `${government}：`,
    opening: (cluster, year) => `${cluster}合作基地${year}年度评估已经完成，现将结果函告如下。`,
    reason: (text) => `主要原因：${text}。`,
    result: '评估结果',
    part: '评估内容',
    points: '得分',
    of: '满分',
    total: '合计',
    corrections: '更正数据',
    indicator: '指标',
    before: '报送值',
    after: '更正值',
    why: '更正理由',
    recommendations: '评估建议',
    recommendation: '建议内容',
    to: '对象',
    due: '完成时限',
    advice: '工作建议',
    noAdvice: '无。',
    next: '后续安排',
    nextReview: (date, termEnds) =>
      `下一次年度评估于${date}启动${termEnds === undefined ? '' : `；备忘录于${termEnds}期满，届时已终止的不再启动`}。`,
    titleBeside: (cluster, date) => `关于${cluster}合作基地${date}特别评估结果的函`,
    openingBeside: (cluster, date) =>
      `${cluster}合作基地特别评估工作已于${date}完成。本次评估与年度评估并行，不替代年度评估，现将结果函告如下。`,
    nextPanel: '下一次年度评估小组将予复评。',
    unchanged: '本次特别评估不改变基地现有状态。',
    closing: '特此函告。',
  },
}
