import type { Locale } from '../domain/locale.js'

/**
 * The language to answer in, by Accept-Language: `zh` in any form is `zh-CN`, everything else English, and English
 * where nothing is asked. The highest weight wins; among equals the first.
 */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .flatMap((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = Number(parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean) ?? '1')
      const locale: Locale | undefined = /^zh\b/.test(tag) ? 'zh-CN' : /^en\b/.test(tag) ? 'en' : undefined
      return locale === undefined || !(weight > 0) ? [] : [{ locale, weight }]
    })
  return wishes.toSorted((a, b) => b.weight - a.weight)[0]?.locale ?? 'en'
}
