import { defined } from '../values/defined.js'
import type { SetPiece, SetText, TextEdit } from '../text/text.js'
import type { ContentClause, TextContent } from './content.js'

/** A text as it is set, as both sides work on it: what a notice changes is left out, for no clearance hangs on it. */
export const contentOfSet = ({ authentic, pieces }: SetText): TextContent => ({
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

/** What was negotiated: the edits by which the text that a draft begins with reads like the one both sides have made. */
export const editsBetween = (begun: TextContent, made: TextContent): readonly TextEdit[] =>
  made.clauses.flatMap((clause) =>
    clauseEdits(
      begun.clauses.find(({ id }) => id === clause.id),
      clause,
    ),
  )

const clauseEdits = (begun: ContentClause | undefined, made: ContentClause): readonly TextEdit[] => {
  const before = begun?.paragraphs ?? []
  const gone = before.filter(({ id }) => !made.paragraphs.some((one) => one.id === id))
  return [
    ...gone.map(({ id }): TextEdit => ({ kind: 'leave_out', paragraph: id })),
    ...made.paragraphs.flatMap(({ id, text }, index): readonly TextEdit[] => {
      const old = before.find((one) => one.id === id)
      const after = made.paragraphs[index - 1]?.id
      if (old === undefined)
        return [
          {
            kind: 'insert',
            piece: made.id,
            paragraph: id,
            binding: false,
            text,
            ...defined({ after }),
          },
        ]
      const changed = Object.entries(text).filter(([language, wording]) => old.text[language] !== wording)
      return changed.length === 0 ? [] : [{ kind: 'replace', paragraph: id, text: Object.fromEntries(changed) }]
    }),
  ]
}
