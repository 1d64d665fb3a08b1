import type { Locale } from '../domain/locale.js'
import type { Days } from '../domain/procedure.js'
import type { Wording } from './paper.js'

/** The text in the paper's language; a free text stands as its writer wrote it. */
export const say = (wording: Wording, locale: Locale): string =>
  typeof wording === 'string' ? wording : wording[locale]

/** 1 to 99 in Chinese numerals, as official texts number articles: 7 → 七, 21 → 二十一. */
export const chineseNumeral = (count: number): string => {
  const tens = Math.floor(count / 10)
  const ones = count % 10
  const front = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${front}${ones === 0 ? '' : digits[ones]}`
}

/** 1 to 10 in English words, larger numbers in figures. */
export const englishNumeral = (count: number): string => englishWords[count] ?? String(count)

/** A figure with at most one decimal: 78, 78.5. Rounded by arithmetic, so it is the same under every Node version. */
export const figure = (value: number): string => String(Math.round(value * 10) / 10)

/** So many days, as a version of the rules counts them: 30 working days, 1 day; 30个工作日, 30日. */
export const daysInWords = ({ unit, n }: Days, locale: Locale): string => {
  if (locale === 'zh-CN') return unit === 'wd' ? `${n}个工作日` : `${n}日`
  return unit === 'wd'
    ? counted(n, { one: 'working day', many: 'working days' })
    : counted(n, { one: 'day', many: 'days' })
}

/** `one` for exactly one, else `many`: English counts only. */
export const counted = (count: number, words: { readonly one: string; readonly many: string }): string =>
  `${count} ${count === 1 ? words.one : words.many}`

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

const englishWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const
