import type { LocalText } from '../locale.js'
import type { FieldOf, FormField } from './field.js'

/** One line as it was typed, as an answer to a field that one line answers; what it does not understand it hands on as it is. */
export const typedAnswer = (typed: string, field: FormField): unknown => {
  const line = typed.trim()
  switch (field.kind) {
    case 'number':
      return numberOf(line)
    case 'percentage':
      return field.parts === true ? partsOf(line) : numberOf(line.replace(/%$/, ''))
    case 'money':
      return moneyOf(line)
    case 'period':
      return periodOf(line)
    case 'choice':
      return chosen(line, field.choices)
    case 'choices':
      return listOf(line).map((one) => chosen(one, field.choices))
    case 'yes_no':
    case 'confirmation':
      return yes.test(line) ? true : no.test(line) ? false : line
    case 'file':
    case 'evidence':
      return listOf(line).map(citedBy)
    case 'reference':
      return listOf(line).map((one) => pointedAt(one, field))
    case 'person':
      return personOf(line)
    case 'organisation':
      return organisationOf(line)
    case 'place':
      return placeOf(line)
    case 'fact':
      return figureOf(line)
    case 'text':
      return field.both === true ? bothOf(line) : line
    case 'date':
    case 'table':
    case 'checklist':
      return line
  }
}

/** How an answer of several parts is typed in one line; nothing for what is plain by itself. */
export const howTyped = (field: FormField): LocalText | undefined => {
  if (field.kind === 'text') return field.both === true ? lineForms.both : undefined
  if (field.kind === 'percentage') return field.parts === true ? lineForms.parts : undefined
  return Object.entries(lineForms).find(([kind]) => kind === field.kind)?.[1]
}

const lineForms: Readonly<Partial<Record<FormField['kind'] | 'both' | 'parts', LocalText>>> = {
  both: { en: 'English | 中文', 'zh-CN': 'English | 中文' },
  parts: { en: '30/60', 'zh-CN': '30/60' },
  money: { en: '250000 CNY 2027', 'zh-CN': '250000 CNY 2027' },
  date: { en: '2027-03-31', 'zh-CN': '2027-03-31' },
  period: { en: '2027-01-01 2027-12-31', 'zh-CN': '2027-01-01 2027-12-31' },
  choices: { en: 'one, another', 'zh-CN': '甲、乙' },
  yes_no: { en: 'yes / no', 'zh-CN': '是 / 否' },
  person: {
    en: 'id in the register, or name | position | position in Chinese | organisation',
    'zh-CN': '登记册编号，或：姓名 | 英文职务 | 职务 | 单位',
  },
  organisation: {
    en: 'id in the register, or name | name in Chinese | kind | country',
    'zh-CN': '登记册编号，或：英文名称 | 名称 | 类型代码 | 国家代码',
  },
  place: { en: 'CN-ZJ | Yueqing | 乐清', 'zh-CN': 'CN-ZJ | Yueqing | 乐清' },
  fact: {
    en: 'value | year | nature | class | evidence@place, such as 6200000000 | 2026 | actual | 2 | <id>@p. 3',
    'zh-CN': '数值 | 年份 | 性质代码 | 等级 | 佐证材料编号@位置，如 6200000000 | 2026 | actual | 2 | <编号>@第3页',
  },
  file: { en: 'id of the material@place, and more after a comma', 'zh-CN': '材料编号@位置，多个以逗号分隔' },
  evidence: { en: 'id of the material@place, and more after a comma', 'zh-CN': '材料编号@位置，多个以逗号分隔' },
  reference: { en: 'id of what is meant', 'zh-CN': '所指事项编号' },
}

const yes = /^(y|yes|是|true)$/i
const no = /^(n|no|否|false)$/i

const numberOf = (line: string): unknown => {
  const plain = line.replace(/[\s,，]/g, '')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : line
}

/** `30/60`: what the share is of. */
const partsOf = (line: string): unknown => {
  const [numerator = '', denominator = ''] = line.split('/')
  return { numerator: numberOf(numerator), denominator: numberOf(denominator) }
}

/** `250000 CNY 2027`. */
const moneyOf = (line: string): unknown => {
  const [amount = '', currency = '', year = ''] = line.split(/\s+/)
  return { amount: numberOf(amount), currency: currency.toUpperCase(), year: numberOf(year) }
}

/** `2027-01-01 2027-12-31`. */
const periodOf = (line: string): unknown => {
  const [from = '', to = ''] = line.split(/\s+/)
  return { from, to }
}

/** What stands between upright strokes; one line of a table holds a whole figure, or somebody who is in no register. */
const strokes = (line: string): readonly string[] => line.split('|').map((part) => part.trim())

/** `Office | 办公室`: in both languages. */
const bothOf = (line: string): unknown => {
  const [en, chinese, ...more] = strokes(line)
  return en === undefined || chinese === undefined || more.length > 0 ? line : { en, 'zh-CN': chinese }
}

/** The id of whoever is in the register, or `name | position | 职务 | organisation`. */
const personOf = (line: string): unknown => {
  const [name = '', en = '', chinese = '', organisation = '', ...more] = strokes(line)
  if (!line.includes('|')) return { id: line }
  return more.length > 0 ? line : { name, position: { en, 'zh-CN': chinese }, organisation }
}

/** The id of whoever is in the register, or `name | 名称 | kind | country`. */
const organisationOf = (line: string): unknown => {
  const [en = '', chinese = '', kind = '', country = '', ...more] = strokes(line)
  if (!line.includes('|')) return { id: line }
  return more.length > 0 ? line : { name: { en, 'zh-CN': chinese }, kind, country }
}

/** `CN-ZJ | Yueqing | 乐清`: the whole of it. */
const placeOf = (line: string): unknown => {
  const [code = '', en = '', chinese = '', ...more] = strokes(line)
  return !line.includes('|') || more.length > 0 ? line : { code, name: { en, 'zh-CN': chinese }, whole: true }
}

/** `6200000000 | 2026 | actual | 2 | <exhibit>`: value, year, nature, class and what shows it, of all firms where nothing else is said. */
const figureOf = (line: string): unknown => {
  const [value = '', year = '', nature = 'actual', shown = '5', cited = '', cutOff = 'all', ...more] = strokes(line)
  if (!line.includes('|') || more.length > 0) return line
  const figure = { value: numberOf(value), year: numberOf(year), cutOff, nature, class: numberOf(shown) }
  return cited === '' ? figure : { ...figure, evidence: listOf(cited).map(citedBy) }
}

/** By its number in the list, its code, or either of its labels. */
const chosen = (line: string, choices: readonly { code: string; label: { en: string; 'zh-CN': string } }[]): string =>
  choices.find(({ code, label }, index) =>
    [String(index + 1), code, label.en, label['zh-CN']].some((name) => name.toLowerCase() === line.toLowerCase()),
  )?.code ?? line

const listOf = (line: string): readonly string[] => line.split(/[,，、]/).flatMap((one) => one.trim() || [])

/** `2.3a.1:findings-r1`; where it may be of several kinds, `recommendation 5.7a.1:recommendations-r1`. */
const pointedAt = (line: string, { to: [first, ...others] }: FieldOf<'reference'>): object => {
  const [kind = '', id] = line.split(/\s+/)
  return others.length === 0 || id === undefined ? { kind: first, id: line } : { kind, id }
}

/** `exh-1@p. 3`: an exhibit and where in it. */
const citedBy = (cited: string): object => {
  const [exhibit = '', at] = cited.split('@')
  return at === undefined ? { exhibit } : { exhibit, at }
}
