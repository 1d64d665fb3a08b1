import type { Locale } from '../domain/locale.js'
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

/** `one` for exactly one, else `many`: English counts only. */
export const counted = (count: number, words: { readonly one: string; readonly many: string }): string =>
  `${count} ${count === 1 ? words.one : words.many}`

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

const englishWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const
