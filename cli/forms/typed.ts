import type { FormField } from '../../domain/form/field.js'

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
      return listOf(line).map((id) => ({ kind: field.to, id }))
    case 'person':
    case 'organisation':
      return { id: line }
    case 'text':
    case 'date':
    case 'place':
    case 'fact':
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

/** By its number in the list, its code, or either of its labels. */
const chosen = (line: string, choices: readonly { code: string; label: { en: string; 'zh-CN': string } }[]): string =>
  choices.find(({ code, label }, index) =>
    [String(index + 1), code, label.en, label['zh-CN']].some((name) => name.toLowerCase() === line.toLowerCase()),
  )?.code ?? line

const listOf = (line: string): readonly string[] => line.split(/[,，、]/).flatMap((one) => one.trim() || [])

/** `exh-1@p. 3`: an exhibit and where in it. */
const citedBy = (cited: string): object => {
  const [exhibit = '', at] = cited.split('@')
  return at === undefined ? { exhibit } : { exhibit, at }
}
