import { dateInWords, type Locale, type LocalText } from '../locale.js'
import type { FormColumn, FormField } from './field.js'
import { isKeyed, keyed, listed } from './kinds/kind.js'

/** Words in both languages, or in the one their writer used. */
type Wording = string | LocalText

/**
 * An answer as papers and registers print it. Undefined for what none prints: files, exhibits, confirmations, references, persons, and
 * answers that say that there is nothing.
 */
export const answerInWords = (field: FormColumn | FormField, value: unknown): Wording | undefined => {
  if ('none' in keyed(value)) return undefined
  switch (field.kind) {
    case 'text':
      return textIn(value)
    case 'number':
      return typeof value === 'number' ? ofUnit(numberInWords(value), field.unit) : undefined
    case 'fact':
      return ofUnit(numberInWords(Number(keyed(value)['value'])), field.unit)
    case 'percentage':
      return percentInWords(isKeyed(value) ? keyed(value)['percent'] : value)
    case 'date':
      return typeof value === 'string'
        ? { en: dateInWords(value, 'en'), 'zh-CN': dateInWords(value, 'zh-CN') }
        : undefined
    case 'period':
      return periodInWords(keyed(value))
    case 'choice':
      return field.choices.find(({ code }) => code === value)?.label
    case 'choices':
      return joined(field.choices.filter(({ code }) => listed(value).includes(code)).map(({ label }) => label))
    case 'yes_no':
      return typeof value === 'boolean' ? (value ? yes : no) : undefined
    case 'money':
      return moneyInWords(keyed(value))
    case 'organisation':
    case 'place':
      return textIn(keyed(value)['name'])
    case 'person':
    case 'file':
    case 'evidence':
    case 'checklist':
    case 'confirmation':
    case 'reference':
    case 'table':
      return undefined
  }
}

const yes: LocalText = { en: 'Yes', 'zh-CN': '是' }
const no: LocalText = { en: 'No', 'zh-CN': '否' }

/** As it was written: in both languages, or in the one its writer used. */
const textIn = (value: unknown): Wording | undefined => {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  const { en, 'zh-CN': chinese } = keyed(value)
  return typeof en === 'string' && typeof chinese === 'string' ? { en, 'zh-CN': chinese } : undefined
}

/** 1234567.5 as 1,234,567.5: by hand, since what a machine's locale data say may differ. */
export const numberInWords = (value: number): string => {
  const [whole = '', part] = String(Math.round(value * 10_000) / 10_000).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

const ofUnit = (number: string, unit: LocalText): LocalText =>
  isOfAnother(unit)
    ? { en: number, 'zh-CN': number }
    : { en: `${number} ${unit.en}`, 'zh-CN': `${number}${unit['zh-CN']}` }

/** A unit that says by what a number counts is none to print behind it: another column of the row names it, or its indicator. */
const isOfAnother = ({ en }: LocalText): boolean => /^(in the unit of|as the)\b/.test(en)

const percentInWords = (value: unknown): Wording | undefined =>
  typeof value === 'number'
    ? { en: `${numberInWords(value)} per cent`, 'zh-CN': `${numberInWords(value)}%` }
    : undefined

const periodInWords = ({ from, to }: Readonly<Record<string, unknown>>): Wording | undefined =>
  typeof from !== 'string' || typeof to !== 'string'
    ? undefined
    : {
        en: `${dateInWords(from, 'en')} to ${dateInWords(to, 'en')}`,
        'zh-CN': `${dateInWords(from, 'zh-CN')}至${dateInWords(to, 'zh-CN')}`,
      }

const moneyInWords = ({ amount, currency }: Readonly<Record<string, unknown>>): Wording | undefined =>
  typeof amount === 'number' && typeof currency === 'string' ? sumInWords({ amount, currency }) : undefined

/** An amount in its own currency. */
export const sumInWords = ({ amount, currency }: { readonly amount: number; readonly currency: string }): string =>
  `${currency} ${numberInWords(amount)}`

/** Several words in a row. */
export const joined = (all: readonly LocalText[]): LocalText | undefined => {
  const inOne = (locale: Locale): string => all.map((one) => one[locale]).join(commas[locale])
  return all.length === 0 ? undefined : { en: inOne('en'), 'zh-CN': inOne('zh-CN') }
}

const commas: Readonly<Record<Locale, string>> = { en: ', ', 'zh-CN': '、' }
