import type { Locale } from '../domain/locale.js'

const opening = /[（《“‘〔]$/
const closing = /^[）》”’〕，。、：；·]/

/**
 * A title in the pieces between which it may break: words of Chinese, which has no blanks, with their brackets; in other languages the
 * whole of it.
 */
export const titleWords = (title: string, language: Locale): readonly string[] => {
  if (language === 'en') return [title]
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)) {
    const last = words.at(-1)
    if (last !== undefined && (closing.test(segment) || opening.test(last))) words.splice(-1, 1, `${last}${segment}`)
    else words.push(segment)
  }
  return words
}
