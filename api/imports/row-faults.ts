import { industryLabel } from '../../domain/cluster-words.js'
import type { Malformed } from '../../domain/cluster-record-form.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { Register } from '../../domain/register.js'
import { figureFaultInWords } from '../nominations/figure-words.js'

interface Reading {
  readonly register: Register
  readonly locale: Locale
}

/** All that is wrong with a row, one sentence each, in the language of its reader, under the names of the columns. */
export const rowFaultsInWords = (faults: readonly Malformed[], { register, locale }: Reading): string =>
  faults.map((fault) => faultInWords(fault, register)[locale]).join(locale === 'en' ? ' ' : '')

const faultInWords = (fault: Malformed, register: Register): LocalText => {
  const { field, got, needs, figure, isUnknown } = fault
  const column = field === 'industry' ? 'programme_category' : field
  if (figure !== undefined)
    return { en: inEnglish(fault), 'zh-CN': `${figureFaultInWords(figure, needs)['zh-CN']}${gotInChinese(got)}。` }
  if (isUnknown === true && field === 'industry') return unknownCategory(got, register)
  return {
    en: `${column} is ${got}; it must be ${needs.en}.`,
    'zh-CN': `${column} 应为${needs['zh-CN']}${gotInChinese(got)}。`,
  }
}

const inEnglish = ({ field, got, needs }: Malformed): string => `${field} is ${got}; it must be ${needs.en}.`

const gotInChinese = (got: string): string =>
  got === 'absent' || got === '""' ? '（目前未填写）' : `（目前为 ${got}）`

/** The word of a category stands in a column as the register has it, so that a reader of either language finds it there. */
const unknownCategory = (got: string, { categories }: Register): LocalText => {
  const known = Object.entries({ ...industryLabel, ...categories })
  return {
    en: `programme_category is ${got}; it must be one of: ${known.map(([word]) => word).join('; ')}. An administrator adds another one to the register.`,
    'zh-CN': `programme_category 应为下列之一（填写英文词）：${known.map(([word, label]) => `${word}（${label['zh-CN']}）`).join('、')}${gotInChinese(got)}。其他类别须先由系统管理员登记。`,
  }
}
