import type { LocalText } from '../locale.js'
import type { FormColumn } from './field.js'
import { isKeyed, keyed, listed } from './kinds/kind.js'

/** An answer as people read it; undefined where its kind has nothing to read: exhibits, files, what points elsewhere. */
export const toldAnswer = (value: unknown, column: FormColumn): LocalText | undefined => {
  switch (column.kind) {
    case 'choice':
      return column.choices.find(({ code }) => code === value)?.label
    case 'choices': {
      const labels = listed(value).flatMap((one) => column.choices.find(({ code }) => code === one)?.label ?? [])
      return labels.length === 0 ? undefined : joined(labels)
    }
    case 'yes_no':
      return value === true ? { en: 'Yes', 'zh-CN': '是' } : value === false ? { en: 'No', 'zh-CN': '否' } : undefined
    case 'number':
      return typeof value === 'number' ? inUnit(value, column.unit) : undefined
    case 'fact': {
      const { value: figure } = keyed(value)
      return typeof figure === 'number' ? inUnit(figure, column.unit) : undefined
    }
    case 'money': {
      const { amount, currency } = keyed(value)
      return typeof amount === 'number' ? same(`${amount} ${String(currency)}`) : undefined
    }
    case 'period': {
      const { from, to } = keyed(value)
      return typeof from === 'string' ? same(`${from} – ${String(to)}`) : undefined
    }
    case 'person':
    case 'organisation':
    case 'place':
      return named(value)
    case 'text':
    case 'date':
      return inWords(value)
    case 'percentage':
      return typeof value === 'number' ? same(`${value} %`) : undefined
    case 'file':
    case 'evidence':
    case 'checklist':
    case 'confirmation':
    case 'reference':
      return undefined
  }
}

const same = (text: string): LocalText => ({ en: text, 'zh-CN': text })

const inUnit = (value: number, unit: LocalText): LocalText => ({
  en: `${value} ${unit.en}`,
  'zh-CN': `${value} ${unit['zh-CN']}`,
})

const joined = (labels: readonly LocalText[]): LocalText => ({
  en: labels.map(({ en }) => en).join(', '),
  'zh-CN': labels.map((label) => label['zh-CN']).join('、'),
})

/** Words in one language or in both. */
const inWords = (value: unknown): LocalText | undefined => {
  if (typeof value === 'string') return same(value)
  if (!isKeyed(value)) return undefined
  const { en, 'zh-CN': chinese } = value
  return typeof en === 'string' && typeof chinese === 'string' ? { en, 'zh-CN': chinese } : undefined
}

/** Whoever is in the register by id, others by name. */
const named = (value: unknown): LocalText | undefined => {
  const { id, name } = keyed(value)
  return typeof id === 'string' ? same(id) : inWords(name)
}
