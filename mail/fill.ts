import type { LetterParagraph } from '../domain/letters/wording.js'

/** What stands in the gaps of a sentence, by their names. */
export type Slots = Readonly<Record<string, string | undefined>>

/**
 * A sentence with its gaps filled; undefined where one of them has no fact. A part in square brackets goes alone where only its own facts
 * are missing, and `{?name}` prints nothing. What is filled in is never read as a sentence itself.
 */
export const filled = (sentence: string, slots: Slots): string | undefined => {
  const parts = sentence.split(/(\[[^[\]]*\])/).map((part) => {
    if (!part.startsWith('[')) return gapsFilled(part, slots)
    return gapsFilled(part.slice(1, -1), slots) ?? ''
  })
  return parts.some((part) => part === undefined) ? undefined : parts.join('')
}

/** A paragraph of what of it can be said; undefined where nothing of it can. */
export const paragraphOf = (
  paragraph: LetterParagraph,
  { slots, between }: { readonly slots: Slots; readonly between: string },
): string | undefined => {
  const sentences = typeof paragraph === 'string' ? [paragraph] : paragraph
  const said = sentences.flatMap((sentence) => filled(sentence, slots) ?? [])
  return said.length === 0 ? undefined : said.join(between)
}

/** The names of the gaps in a sentence. */
export const gapsOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(gap)].map(([, , name = '']) => name)

const gap = /\{(\??)(\w+)\}/g

const gapsFilled = (part: string, slots: Slots): string | undefined => {
  const isMissing = gapsOf(part).some((name) => slots[name] === undefined || slots[name] === '')
  if (isMissing) return undefined
  return part.replace(gap, (...[, asksOnly, name]: readonly string[]) =>
    asksOnly === '?' ? '' : (slots[name ?? ''] ?? ''),
  )
}
