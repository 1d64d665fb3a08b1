import { defined } from '../values/defined.js'
import type { SetPiece, SetText } from '../text/text.js'
import type { ContentClause, TextContent } from './content.js'

/** A text as it is set, as both sides work on it: what a notice changes is left out, for no clearance hangs on it. */
export const contentOfSet = ({ model, authentic, pieces }: SetText): TextContent => ({
  model,
  languages: authentic,
  clauses: pieces.filter(({ class: weight }) => weight !== 'by_notice').map(clauseOf),
})

const clauseOf = ({ id, heading, paragraphs }: SetPiece): ContentClause => ({
  id,
  heading,
  paragraphs: paragraphs.map(({ id: paragraph, content, table }) => ({
    id: paragraph,
    text: content,
    ...defined({ rows: table === undefined || table.rows.length === 0 ? undefined : table.rows }),
  })),
})
