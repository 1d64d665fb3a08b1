import type { AnswerOnPaper, PaperFacts } from '../../documents/paper.js'
import type { Wording } from '../../documents/facts/parts.js'
import { keyed } from '../../domain/form/kinds/kind.js'
import type { LocalText } from '../../domain/locale.js'
import { joined, sumInWords } from '../../domain/form/answer-in-words.js'
import { broughtOn, chosen, quoted, quotedLines, rowsOf, type Quotable } from './brought.js'
import type { StorySoFar } from './story-so-far.js'

type Part = PaperFacts['launch_record']['parts'][number]

/** What was brought for the launch, part by part; a part of which nothing was brought is left out (4.1 to 4.11). */
export const launchParts = (story: StorySoFar): readonly Part[] =>
  [
    { title: titles.committee, lines: committee(story) },
    { title: titles.office, lines: office(story) },
    { title: titles.presence, lines: quotedLines(broughtOn(story, { key: '4.3', also: presence }), presence) },
    { title: titles.plans, lines: plans(story) },
    { title: titles.money, lines: money(broughtOn(story, { key: '4.6a' })) },
    { title: titles.name, lines: nameAndPlaque(story) },
    { title: titles.ceremony, lines: ceremony(broughtOn(story, { key: '4.11a' })) },
  ].filter(({ lines }) => lines.length > 0)

const titles = {
  committee: { en: 'Joint steering committee', 'zh-CN': '联合指导委员会' },
  office: { en: 'Office and staff', 'zh-CN': '办公场所与人员' },
  presence: { en: 'Legal presence', 'zh-CN': '主体登记或活动备案' },
  plans: { en: 'Baseline and plans', 'zh-CN': '基线值、规划和计划' },
  money: { en: 'Budget', 'zh-CN': '预算' },
  name: { en: 'Name, logo and plaque', 'zh-CN': '名称、标识和牌匾' },
  ceremony: { en: 'Ceremony', 'zh-CN': '启动仪式' },
} as const

/** The committee by its seats, never by persons (8.12). */
const committee = (story: StorySoFar): readonly AnswerOnPaper[] => {
  const constituted = broughtOn(story, { key: '4.1a' })
  return [
    ...counted(rowsOf(constituted, 'seats'), 'side').map(({ label, rows }) => ({
      label,
      value: seats(rows.length),
    })),
    ...quotedLines(constituted, ['rules', 'per_year']),
    ...quotedLines(broughtOn(story, { key: '4.1b' }), ['sat_on']),
  ]
}

const seats = (n: number): LocalText => ({ en: n === 1 ? '1 seat' : `${n} seats`, 'zh-CN': `${n}席` })

const office = (story: StorySoFar): readonly AnswerOnPaper[] => {
  const staff = rowsOf(broughtOn(story, { key: '4.2b' }), 'staff')
  return [
    ...quotedLines(broughtOn(story, { key: '4.2a' }), ['place', 'address', 'title', 'period', 'area', 'open_hours']),
    ...(staff.length === 0 ? [] : [{ label: { en: 'Staff', 'zh-CN': '工作人员' }, value: persons(staff.length) }]),
    ...quotedLines(broughtOn(story, { key: '4.2b' }), ['channel']),
  ]
}

const persons = (n: number): LocalText => ({ en: n === 1 ? '1 person' : `${n} persons`, 'zh-CN': `${n}人` })

/** Under what the base works where it is; what counsel thinks of it stays with the programme (4.3). */
const presence = ['presence', 'authority', 'number', 'valid', 'covers', 'supervisor']

const plans = (story: StorySoFar): readonly AnswerOnPaper[] => {
  const accepted = rowsOf(broughtOn(story, { key: '4.4b' }), 'results').filter(
    (row) => chosen(row, 'result') !== 'not_proven',
  )
  return [
    ...(accepted.length === 0
      ? []
      : [{ label: { en: 'Indicators agreed', 'zh-CN': '认可的指标' }, value: items(accepted.length) }]),
    ...quotedLines(broughtOn(story, { key: '4.5c' }), ['adopted_by', 'act_no', 'adopted_on']),
  ]
}

const items = (n: number): LocalText => ({ en: String(n), 'zh-CN': `${n}项` })

/** What was pledged in each year, cash and in kind apart, in the currencies it was pledged in: nothing is converted by hand. */
const money = (budget: Quotable | undefined): readonly AnswerOnPaper[] =>
  counted(rowsOf(budget, 'lines'), 'year')
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ label, rows }) => ({
      label,
      value:
        joined(
          counted(rows, 'paid_in').map((kind) => ({
            en: `${sumsOf(kind.rows).join(' + ')} (${kind.label.en.toLowerCase()})`,
            'zh-CN': `${sumsOf(kind.rows).join(' + ')}（${kind.label['zh-CN']}）`,
          })),
        ) ?? '',
    }))

const sumsOf = (rows: readonly Quotable[]): readonly string[] => {
  const sums = new Map<string, number>()
  for (const { answers } of rows) {
    const { amount, currency } = keyed(answers['amount'])
    if (typeof amount === 'number' && typeof currency === 'string')
      sums.set(currency, (sums.get(currency) ?? 0) + amount)
  }
  return [...sums].map(([currency, amount]) => sumInWords({ amount, currency }))
}

const nameAndPlaque = (story: StorySoFar): readonly AnswerOnPaper[] => [
  ...quotedLines(broughtOn(story, { key: '4.7' }), ['marks', 'uses', 'plaque_text']),
  ...quotedLines(broughtOn(story, { key: '4.11b' }), ['handed_on', 'to']),
]

const ceremony = (held: Quotable | undefined): readonly AnswerOnPaper[] => [
  ...quotedLines(held, ['held_on', 'where']),
  ...rowsOf(held, 'attended').flatMap((row) => {
    const [label, value] = [quoted(row, 'kind'), quoted(row, 'persons')]
    return label === undefined || value === undefined ? [] : [{ label, value: beside(value, quoted(row, 'functions')) }]
  }),
  ...quotedLines(held, ['why_none']),
]

const beside = (value: Wording, more: Wording | undefined): Wording => {
  if (more === undefined || typeof value === 'string' || typeof more === 'string') return value
  return { en: `${value.en} (${more.en})`, 'zh-CN': `${value['zh-CN']}（${more['zh-CN']}）` }
}

interface Group {
  readonly code: string
  readonly label: LocalText
  readonly rows: readonly Quotable[]
}

/** Rows by what was chosen in a column, in the order of its list. */
const counted = (rows: readonly Quotable[], column: string): readonly Group[] => {
  const field = rows[0]?.fields.find(({ code }) => code === column)
  if (field?.kind !== 'choice') return []
  return field.choices.flatMap(({ code, label }) => {
    const those = rows.filter((row) => chosen(row, column) === code)
    return those.length === 0 ? [] : [{ code, label, rows: those }]
  })
}
