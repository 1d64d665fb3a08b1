import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Sha256 } from '../domain/ids.js'
import type { ContentClause, TextContent } from '../domain/negotiation/content.js'
import type { ClauseMark, ClauseMarks } from '../domain/negotiation/version.js'

/** SHA-256 over canonical JSON: what every hash of a text and of its clauses is made with. */
export const hashOfText = (content: unknown): Sha256 =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')

/** Each clause by its hash in each language, the rows of its tables included. */
export const marksOf = ({ languages, clauses }: TextContent): ClauseMarks =>
  Object.fromEntries(clauses.map((clause) => [clause.id, markOf(clause, languages)]))

/** One clause by its hash in each language: its heading, and its paragraphs by their names. */
export const markOf = (clause: ContentClause, languages: readonly string[]): ClauseMark => ({
  hashes: Object.fromEntries(languages.map((language) => [language, hashOfText(clauseIn(clause, language))])),
})

/** What is hashed of a clause in one language. */
const clauseIn = ({ id, heading, paragraphs }: ContentClause, language: string) => ({
  id,
  heading: heading[language] ?? '',
  paragraphs: paragraphs.map((one) => ({
    id: one.id,
    text: one.text[language] ?? '',
    rows: (one.rows ?? []).map((row) => row.map((cell) => cell[language] ?? '')),
  })),
})

/** A text as its hash is made of it, and no word besides: in canonical JSON, from which everybody computes both hashes again. */
export const hashedText = ({ model, languages, clauses }: TextContent): string =>
  canonicalize({
    model: { id: model.id, version: model.version },
    languages: [...languages].toSorted(),
    clauses: clauses.map((clause) => [
      clause.id,
      Object.fromEntries(languages.map((language) => [language, clauseIn(clause, language)])),
    ]),
  }) ?? ''

/** The hash of the whole text, by which it is handed over, approved and printed. */
export const textHashOf = (content: TextContent): Sha256 => hashOfMarks({ ...content, clauses: marksOf(content) })

/** The same of a text of which no more is known than its clauses in their order, by their hashes. */
export const hashOfMarks = ({
  model,
  languages,
  clauses,
}: Pick<TextContent, 'model' | 'languages'> & { readonly clauses: ClauseMarks }): Sha256 =>
  hashOfText({
    model: { id: model.id, version: model.version },
    languages: [...languages].toSorted(),
    clauses: Object.entries(clauses).map(([id, { hashes }]) => [id, hashes]),
  })
