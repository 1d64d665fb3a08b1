import type { Locale } from '../domain/locale.js'
import type { Days } from '../domain/procedure.js'
import type { Wording } from './facts/parts.js'

/** The text in the paper's language; a free text stands as its writer wrote it. */
export const say = (wording: Wording, locale: Locale): string =>
  typeof wording === 'string' ? wording : wording[locale]

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
