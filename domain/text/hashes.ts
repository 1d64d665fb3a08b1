import type { Sha256 } from '../ids.js'
import type { SetPiece, SetText } from './text.js'

/** SHA-256 over canonical JSON: handed in, for the ground has neither. */
export type HashOf = (content: unknown) => Sha256

/** Piece → language → hash, in the order of the text. */
export type ClauseHashes = Readonly<Record<string, Readonly<Record<string, Sha256>>>>

/**
 * One hash for each piece that is hashed and each authentic language: of its wording with values filled in, references by
 * id, so that a clause put in before it leaves its hash standing. Not in it: what is changed by notice, layout, numbers.
 */
export const clauseHashes = (text: SetText, hashOf: HashOf): ClauseHashes =>
  Object.fromEntries(
    text.pieces
      .filter(({ class: weight }) => weight !== 'by_notice')
      .map((piece) => [
        piece.id,
        Object.fromEntries(text.authentic.map((language) => [language, hashOf(contentOf(piece, language))])),
      ]),
  )

/** One hash for the text: of the model's version, the authentic languages and the hashes of its pieces in their order. */
export const textHash = (text: SetText, hashOf: HashOf): Sha256 =>
  hashOf({
    model: text.model,
    languages: [...text.authentic].sort(),
    clauses: Object.entries(clauseHashes(text, hashOf)),
  })

/** What one piece says in one language, as it is hashed. */
export const contentOf = ({ id, heading, paragraphs }: SetPiece, language: string): unknown => ({
  id,
  heading: heading[language] ?? '',
  paragraphs: paragraphs.map(({ id: paragraph, binding, content, table }) => ({
    id: paragraph,
    binding,
    text: content[language] ?? '',
    rows: table?.rows.map((row) => row.map((cell) => cell[language] ?? '')) ?? [],
  })),
})

/** The ids of pieces whose hashes differ in any language, those of either text alone included. */
export const changedClauses = (before: ClauseHashes, after: ClauseHashes): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => {
    const [old, now] = [before[id] ?? {}, after[id] ?? {}]
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].some((language) => old[language] !== now[language])
  })
