import { defined } from '../values/defined.js'
import type { ContentClause, TextContent } from '../negotiation/content.js'
import type { TextModel, Wordings } from './model.js'
import { modelPieces } from './pieces.js'
import type { SetParagraph, SetPiece, SetTable } from './text.js'

/**
 * The pieces in the words that both sides have made: what they left out is not there, what they put in is, and a table has the rows it
 * had. Of the model are the place of a piece, the heads of its tables, and what a notice changes. So what is printed has the hash of
 * what was approved, however the values of the model have moved since.
 */
export const asMade = (
  pieces: readonly SetPiece[],
  { made, model }: { readonly made: TextContent; readonly model: TextModel },
): readonly SetPiece[] =>
  pieces.flatMap((piece) => {
    if (piece.class === 'by_notice') return [piece]
    const clause = made.clauses.find(({ id }) => id === piece.id)
    return clause === undefined ? [] : [pieceMade(piece, { clause, model })]
  })

const pieceMade = (
  piece: SetPiece,
  { clause, model }: { readonly clause: ContentClause; readonly model: TextModel },
): SetPiece => {
  const known = modelPieces(model).find(({ id }) => id === piece.id)?.paragraphs ?? []
  return {
    ...piece,
    heading: clause.heading,
    paragraphs: clause.paragraphs.map(({ id, text, rows = [] }): SetParagraph => {
      const table = known.find((one) => one.id === id)?.table
      const set = piece.paragraphs.find((one) => one.id === id)
      return {
        id,
        content: text,
        text: inOrder(text, set),
        ...defined({
          table: table && ({ columns: table.columns, none: table.none, rows, from: table.rows } satisfies SetTable),
        }),
      }
    }),
  }
}

/** Where the model says the very same, whoever holds the original is named first in it. */
const inOrder = (text: Wordings, set: SetParagraph | undefined): Wordings =>
  Object.fromEntries(
    Object.entries(text).map(([language, wording]) => [
      language,
      set?.content[language] === wording ? (set.text[language] ?? wording) : wording,
    ]),
  )
