import type { LetterWording, LetterWords, LetterParagraph } from '../domain/letters/wording.js'
import { letters, type LetterKind } from '../domain/letters/letters.js'
import type { Locale } from '../domain/locale.js'
import { filled, paragraphOf, type Slots } from './fill.js'
import type { AnswerInLetter, MailFacts } from './letter.js'
import { letterFrame } from './letter-frame.js'
import { oneLine, slotsOf } from './letter-slots.js'

/** A notice of a letter: its kind, and what it tells. */
export interface Notice {
  readonly kind: LetterKind
  readonly facts: MailFacts
}

/** A piece of a letter, one under the other. */
export type LetterBlock =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'link'; readonly label: string; readonly href: string }

/** A letter in one language, from the address to the name of whoever sends it. */
export interface LetterPart {
  readonly locale: Locale
  readonly address: readonly string[]
  readonly sections: readonly { readonly heading?: string; readonly blocks: readonly LetterBlock[] }[]
  readonly ending: readonly string[]
  /** One link may be a button. */
  readonly isAlone: boolean
}

/** The words of a letter: of the step itself, of its form, of the paper it brings, or of whoever reads it. */
export const wordsOf = ({ kind, facts }: Notice): LetterWords => {
  const { words, forms = {}, to = {}, papers } = letters[kind]
  const { form, paperForm, audience = 'actor', own, news } = facts
  if (news !== undefined) return news
  if (form !== undefined) return forms[form] ?? words
  if (paperForm !== undefined) return papers?.[paperForm] ?? words
  if (audience !== 'actor') return to[audience] ?? words
  return letters[kind].ends === 'request' && letters[kind].asksToAct === true ? (own?.letter ?? words) : words
}

/** The subject of one notice, without the name of its base where that stands in it. */
export const subjectOf = (notice: Notice, locale: Locale): string => {
  const slots = slotsOf(notice.facts, locale)
  const [subject = ''] = wordsOf(notice)[locale].subject.flatMap((one) => filled(one, slots) ?? [])
  return oneLine(subject)
}

/** What one notice says, from what happened to what is asked. */
export const blocksOf = (notice: Notice, locale: Locale): readonly LetterBlock[] => {
  const slots = slotsOf(notice.facts, locale)
  const wording: LetterWording = wordsOf(notice)[locale]
  const blocks = wording.body.flatMap((paragraph) => blocksOfOne(paragraph, { notice, locale, slots }))
  return blocks.some(({ is }) => is === 'link') ? blocks : [...blocks, linkOf(notice, locale)]
}

interface Written {
  readonly notice: Notice
  readonly locale: Locale
  readonly slots: Slots
}

const blocksOfOne = (paragraph: LetterParagraph, written: Written): readonly LetterBlock[] => {
  const { notice, locale, slots } = written
  const frame = letterFrame[locale]
  switch (paragraph) {
    case '{link}':
      return [linkOf(notice, locale)]
    case '{details}':
      return frame.details.flatMap((one) => textOf(one, written))
    case '{how}':
      return textOf(howOf(notice, locale), written)
    case '{asked}':
      return [
        ...answersOf(notice, locale),
        ...textOf(frame.due[notice.facts.side === 'partner' ? 'partner' : 'programme'], written),
        ...textOf(howOf(notice, locale), written),
        linkOf(notice, locale),
        ...(slots['silence'] === undefined ? [] : [{ is: 'text' as const, text: slots['silence'] }]),
      ]
    default:
      return textOf(paragraph, written)
  }
}

const textOf = (paragraph: LetterParagraph, { locale, slots }: Written): readonly LetterBlock[] => {
  const text = paragraphOf(paragraph, { slots, between: letterFrame[locale].between })
  return text === undefined ? [] : [{ is: 'text', text }]
}

/** In the order of the procedure, each with where it leads. */
const answersOf = ({ facts: { options = [], own } }: Notice, locale: Locale): readonly LetterBlock[] => {
  const frame = letterFrame[locale]
  if (options.length === 0) return []
  const items = options.map((one, at) => `${frame.answer(at + 1)}${answerOf(one, { own, locale })}`)
  return [
    { is: 'text', text: frame.answers },
    { is: 'list', items },
  ]
}

const answerOf = (
  { option, label, leads }: AnswerInLetter,
  { own, locale }: { readonly own: MailFacts['own']; readonly locale: Locale },
): string => {
  const told = own?.answers?.[option]?.[locale]
  if (told !== undefined) return told
  const stop = locale === 'en' ? '' : '。'
  const between = locale === 'en' ? ': ' : '：'
  return `${label[locale]}${leads === undefined ? '' : `${between}${leads[locale]}`}${stop}`
}

const howOf = ({ facts: { side, acts } }: Notice, locale: Locale): LetterParagraph => {
  const { how } = letterFrame[locale]
  if (side !== 'partner') return how.programme
  return acts === true ? how.link : how.seat
}

const linkOf = ({ facts: { link, acts } }: Notice, locale: Locale): LetterBlock => ({
  is: 'link',
  label: letterFrame[locale].link[acts === true ? 'acts' : 'shows'],
  href: link,
})
