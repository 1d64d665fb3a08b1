import { industryLabel } from '../../domain/cluster-words.js'
import type { Malformed } from '../../domain/cluster-record-form.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { Register } from '../../domain/register.js'
import { figureFaultInChinese } from '../nominations/figure-words.js'
import { columnNeeds } from './column-needs.js'

interface Reading {
  readonly register: Register
  readonly locale: Locale
}

/** All that is wrong with a row, one sentence each, in the language of its reader, under the names of the columns. */
export const rowFaultsInWords = (faults: readonly Malformed[], { register, locale }: Reading): string =>
  faults.map((fault) => faultInWords(fault, register)[locale]).join(locale === 'en' ? ' ' : '')

const faultInWords = (fault: Malformed, register: Register): LocalText => {
  const { field, got, needs, figure, ofOtherCountry, isUnknown } = fault
  const column = field === 'industry' ? 'programme_category' : field
  if (figure !== undefined)
    return { en: inEnglish(fault), 'zh-CN': `${figureFaultInChinese(figure)}${gotInChinese(got)}。` }
  if (ofOtherCountry !== undefined)
    return {
      en: inEnglish(fault),
      'zh-CN': `${column} 应为该国的地区代码，以 ${ofOtherCountry}- 开头${gotInChinese(got)}。`,
    }
  if (isUnknown === true && field === 'industry') return unknownCategory(got, register)
  if (isUnknown === true)
    return {
      en: inEnglish(fault),
      'zh-CN': `${column} 应为项目登记的地区；请先由系统管理员连同时区登记该地区${gotInChinese(got)}。`,
    }
  return {
    en: `${column} is ${got}; it must be ${needs}.`,
    'zh-CN': `${column} 应为${columnNeeds[column] ?? '申报表所要求的内容'}${gotInChinese(got)}。`,
  }
}

const inEnglish = ({ field, got, needs }: Malformed): string => `${field} is ${got}; it must be ${needs}.`

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
