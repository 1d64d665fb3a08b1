import type { FieldOf, FormField } from '../../domain/form/field.js'

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
