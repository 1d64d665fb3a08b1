/** The languages every label, letter and paper is written in. English comes first because it is the programme's own. */
export const locales = ['en', 'zh-CN'] as const

export type Locale = (typeof locales)[number]

/** One text in every language: leaving a language out does not compile. */
export type LocalText = Readonly<Record<Locale, string>>

/** A calendar date in words: `31 March 2027`, `2027年3月31日`. Refuses what is not a `YYYY-MM-DD` date. */
export const dateInWords = (date: string, locale: Locale): string => {
  const [, year, month = '', day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  const monthName = months[Number(month) - 1]
  if (monthName === undefined) {
    throw new RangeError(`a date is written YYYY-MM-DD, such as 2027-03-31; got ${JSON.stringify(date)}`)
  }
  return locale === 'en' ? `${Number(day)} ${monthName} ${year}` : `${year}年${Number(month)}月${Number(day)}日`
}

/** A day of every year: 31 March; 3月31日. */
export const dayOfYearInWords = (
  { month, day }: { readonly month: number; readonly day: number },
  locale: Locale,
): string => (locale === 'en' ? `${day} ${months[month - 1] ?? ''}` : `${month}月${day}日`)

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A text in both languages. */
export const localText = (en: string, chinese: string): LocalText => ({ en, 'zh-CN': chinese })
