import type { Locale } from '../../domain/locale.js'
import { markBefore, pieceInWords } from '../../domain/text/text-difference.js'
import { defined } from '../../domain/values/defined.js'
import type { ClauseChange, ShownClause, ShownText } from './text-model.js'

interface InText {
  readonly text: ShownText
  readonly language: string
}

/** The languages of a text, the reader's first. */
export const inOrder = ({ languages }: ShownText, locale: Locale): readonly string[] => [
  ...languages.filter((one) => one === locale),
  ...languages.filter((one) => one !== locale),
]

const styleIn = ({ text: { citing }, language }: InText) => citing[language] ?? 'western'

/** How a section is called in a language of the text, by its number in the version that is shown. */
export const pieceNamed = (
  { kind, heading, number }: Pick<ShownClause | ClauseChange, 'kind' | 'heading' | 'number'>,
  { text, language }: InText,
): string =>
  pieceInWords({ kind, heading, ...defined({ number }) }, { language, style: styleIn({ text, language }) }).trim()

/** The same by the id of the section; one that is not in this version goes by the id. */
export const clauseNamed = (id: string, of: InText): string => {
  const clause = of.text.clauses.find((one) => one.id === id)
  return clause === undefined ? id : pieceNamed(clause, of)
}

/** The number before a paragraph in a language; nothing where it stands alone. */
export const paragraphMarkIn = ({ number }: { readonly number?: number | undefined }, of: InText): string =>
  markBefore(number, styleIn(of))

/** How a paragraph is called in words: by its section and number. */
export const paragraphNamed = (id: string, of: InText): string => {
  const clause = of.text.clauses.find(({ paragraphs }) => paragraphs.some((one) => one.id === id))
  const paragraph = clause?.paragraphs.find((one) => one.id === id)
  if (clause === undefined || paragraph === undefined) return ''
  return `${pieceNamed(clause, of)} ${paragraphMarkIn(paragraph, of)}`.trim()
}
