import { textAround } from '../../activities/papers/mou-text.js'
import type { StorySoFar } from '../../activities/papers/story-so-far.js'
import { withGaps } from '../../documents/compose/gaps.js'
import { modelOf } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import type { TextContent } from '../../domain/negotiation/content.js'
import { applyModel } from '../../domain/text/apply-model.js'
import type { TextModel, Wordings } from '../../domain/text/model.js'
import type { SetParagraph, SetPiece, SetText } from '../../domain/text/text.js'
import { defined } from '../../domain/values/defined.js'

/**
 * A version as people read it: references by the numbers they have in this very text, what has no value by its name, as it will be
 * printed. Kept and hashed is what `content` says. What a notice changes is no part of it.
 */
export const asRead = (made: TextContent): SetText => {
  const model = modelOf(made.model)
  const set = applyModel(model, {
    model: made.model,
    languages: { authentic: made.languages, reading: [], working: '' },
    choices: { variants: {}, options: [], riders: [] },
    values: {},
    made,
  })
  return {
    ...set,
    pieces: set.pieces
      .filter(({ id }) => made.clauses.some((clause) => clause.id === id))
      .map((piece) => pieceRead(piece, model)),
  }
}

/** What a notice changes, as it reads now beside a version: on paper it stands behind it, and in no hash. */
export const byNoticeRead = (story: StorySoFar, made: TextContent): SetText['pieces'] =>
  textAround(story, made).pieces.flatMap((piece) =>
    piece.class === 'by_notice' ? [pieceRead(piece, modelOf(made.model))] : [],
  )

const pieceRead = (piece: SetPiece, model: TextModel): SetPiece => ({
  ...piece,
  heading: shown(piece.heading, model),
  paragraphs: piece.paragraphs.map((one) => paragraphRead(one, model)),
})

const paragraphRead = ({ table, ...one }: SetParagraph, model: TextModel): SetParagraph => ({
  ...one,
  text: shown(one.text, model),
  ...defined({
    table: table && {
      ...table,
      columns: table.columns.map((one) => ({ ...one, heading: shown(one.heading, model) })),
      none: shown(table.none, model),
      rows: table.rows.map((row) => row.map((cell) => shown(cell, model))),
    },
  }),
})

const shown = (wordings: Wordings, { languages, variables }: TextModel): Wordings =>
  Object.fromEntries(
    Object.keys(wordings).map((language) => [
      language,
      withGaps(wordings, {
        language,
        locale: language === 'zh-CN' ? 'zh-CN' : 'en',
        style: languages[language] ?? 'western',
        variables,
      }),
    ]),
  )
