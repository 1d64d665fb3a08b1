import { hashOfText as hashOf } from '../../documents/hash-of-text.js'
import type { Sha256 } from '../../domain/ids.js'
import type { ContentClause, TextContent } from '../../domain/negotiation/content.js'
import type { ClauseMark, ClauseMarks } from '../../domain/negotiation/version.js'

/** Each clause by its hash in each language, the rows of its tables included. */
export const marksOf = ({ languages, clauses }: TextContent): ClauseMarks =>
  Object.fromEntries(clauses.map((clause) => [clause.id, markOf(clause, languages)]))

/** One clause by its hash in each language: its heading, and its paragraphs by their names. */
export const markOf = ({ id, heading, paragraphs }: ContentClause, languages: readonly string[]): ClauseMark => ({
  hashes: Object.fromEntries(
    languages.map((language) => [
      language,
      hashOf({
        id,
        heading: heading[language] ?? '',
        paragraphs: paragraphs.map((one) => ({
          id: one.id,
          text: one.text[language] ?? '',
          rows: (one.rows ?? []).map((row) => row.map((cell) => cell[language] ?? '')),
        })),
      }),
    ]),
  ),
})

/** The hash of the whole text: of its languages and the hashes of its clauses in their order. */
export const textHashOf = (content: TextContent): Sha256 =>
  hashOf({
    languages: [...content.languages].toSorted(),
    clauses: content.clauses.map((clause) => [clause.id, markOf(clause, content.languages).hashes]),
  })
