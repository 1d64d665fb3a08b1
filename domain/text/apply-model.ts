import { defined } from '../values/defined.js'
import { applies, hasRows, isFilled, variantsChosen } from './applies.js'
import { asMade } from './as-made.js'
import type { ClauseVariant, Paragraph, ParagraphTable, TextModel, Wordings } from './model.js'
import { modelPieces, type ModelPiece } from './pieces.js'
import { numbersOf, resolved } from './references.js'
import type { TextContent } from '../negotiation/content.js'
import type { MemorandumText, SetParagraph, SetPiece, SetTable, SetText, TextRow, TextValue } from './text.js'

/** A text, and whoever holds the original it is set for: that side is named first. Otherwise the first of the model. */
export type TextToSet = MemorandumText & { readonly heldBy?: string }

/**
 * The text as it is read: the paragraphs that apply, values filled in, numbers and references set; where both sides have made one, its
 * words and rows as they are in it, and of the model only what is around them. What has no value stays as `{name}` and is listed as missing.
 */
export const applyModel = (model: TextModel, text: TextToSet): SetText => {
  const missing = new Set<string>()
  const filling = { model, text, missing, variants: variantsChosen(model, text) }
  const { made } = text
  const pieces = (made === undefined ? modelSet(filling) : madeSet(made, filling)).filter(
    ({ paragraphs }) => paragraphs.length > 0,
  )
  const closing = setPiece({ ...outside, paragraphs: model.closing }, filling).paragraphs
  const numbers = numbersOf(pieces)
  const read = (one: SetParagraph): SetParagraph => ({
    ...one,
    ...defined({ number: numbers.paragraphs.get(one.id)?.number }),
    text: resolved(one.text, { numbers, citing: model.languages }),
  })
  return {
    model: { id: model.id, version: model.version },
    authentic: made?.languages ?? text.languages.authentic,
    citing: model.languages,
    parts: model.parts,
    pieces: pieces.map((piece) => ({
      ...piece,
      ...defined({ number: numbers.pieces.get(piece.id) }),
      paragraphs: piece.paragraphs.map(read),
    })),
    closing: closing.map(read),
    missing: [...missing].sort(),
  }
}

interface Filling {
  readonly model: TextModel
  readonly text: TextToSet
  readonly variants: readonly ClauseVariant[]
  /** Names found to have no value. */
  readonly missing: Set<string>
}

const modelSet = (filling: Filling): readonly SetPiece[] =>
  modelPieces(filling.model).map((piece) => setPiece(piece, filling))

/** What the words of the two sides do not need of the model is not missing, and what they left open is. */
const madeSet = (made: TextContent, filling: Filling): readonly SetPiece[] => {
  const needed = new Set<string>()
  const pieces = asMade(modelSet({ ...filling, missing: needed }), { made, model: filling.model })
  for (const { paragraphs, heading } of pieces) {
    const wordings = paragraphs.flatMap(({ content, table }) => [content, ...(table?.rows ?? []).flat()])
    for (const name of valuesIn([heading, ...wordings])) filling.missing.add(name)
  }
  for (const { table } of pieces.flatMap((piece) => piece.paragraphs))
    if (table !== undefined && table.rows.length === 0 && needed.has(table.from)) filling.missing.add(table.from)
  return pieces
}

/** What stands above the signatures is set like a piece and is none. */
const outside = { id: 'closing', kind: 'recitals', class: 'by_notice', heading: {} } as const

const setPiece = ({ paragraphs, ...piece }: ModelPiece, filling: Filling): SetPiece => ({
  ...piece,
  heading: filled(piece.heading, filling),
  paragraphs: paragraphs
    .filter(({ when }) => applies(when, filling))
    .map((one) => placed(one, filling))
    .map(({ wording, ...one }) => ({
      ...one,
      content: filled(wording, { ...filling, text: { ...filling.text, heldBy: filling.model.sides[0] } }),
      text: filled(wording, filling),
    })),
})

/** A paragraph on its way into a text: it applies, and its values are not yet filled in. */
interface PlacedParagraph extends Pick<SetParagraph, 'id' | 'table'> {
  readonly wording: Wordings
}

const placed = ({ id, text, soft, table }: Paragraph, filling: Filling): PlacedParagraph => {
  const softened = filling.variants.some(({ softens }) => softens === true)
  return {
    id,
    wording: reworded(softened ? (soft ?? text) : text, filling),
    ...defined({ table: table === undefined ? undefined : setTable(table, filling) }),
  }
}

/** The words of the model where an optional clause changes one, such as that for two sides when there are three. */
const reworded = (wordings: Wordings, { model, text }: Filling): Wordings => {
  if (text.choices.options.length === 0) return wordings
  const rewords = model.options
    .filter(({ id }) => text.choices.options.includes(id))
    .flatMap((option) => option.rewords ?? [])
  return Object.fromEntries(
    Object.entries(wordings).map(([language, wording]) => [
      language,
      rewords
        .filter((one) => one.language === language)
        .reduce((sofar, { from, to }) => sofar.split(from).join(to), wording),
    ]),
  )
}

const setTable = ({ columns, rows, none }: ParagraphTable, { text, missing }: Filling): SetTable => {
  const sourced = text.values[rows]
  if (sourced === undefined || !hasRows(sourced.value)) missing.add(rows)
  const given = sourced !== undefined && hasRows(sourced.value) ? sourced.value.rows : []
  return { columns, none, from: rows, rows: given.map((row) => columns.map(({ id }) => cell(row, { id, columns }))) }
}

const cell = (
  row: TextRow,
  { id, columns }: { readonly id: string; readonly columns: SetTable['columns'] },
): Wordings => {
  const value = row[id] ?? ''
  if (typeof value !== 'string') return value
  const languages = Object.keys(columns[0]?.heading ?? {})
  return Object.fromEntries(languages.map((language) => [language, value]))
}

const filled = (wordings: Wordings, filling: Filling): Wordings =>
  Object.fromEntries(
    Object.entries(wordings).map(([language, wording]) => [
      language,
      wording.replace(valuePattern, (whole: string, name: string) => {
        const value = valueIn(language, { name: sideNamed(name, filling), filling })
        if (value === undefined) filling.missing.add(sideNamed(name, filling))
        return value ?? whole
      }),
    ]),
  )

/** The names of values in these wordings, each once. */
export const valuesIn = (wordings: readonly Wordings[]): readonly string[] => [
  ...new Set(
    wordings
      .flatMap((one) => Object.values(one))
      .flatMap((wording) =>
        [...wording.matchAll(valuePattern)].flatMap(([, name]) => (name === undefined ? [] : [name])),
      ),
  ),
]

/** The name of a value in a wording; a reference has a colon and is none. */
const valuePattern = /\{([^{}:]+)\}/g

const valueIn = (
  language: string,
  { name, filling }: { readonly name: string; readonly filling: Filling },
): string | undefined => {
  const sourced = filling.text.values[name]
  return sourced !== undefined && isFilled(sourced) ? wordingIn(sourced.value, language) : undefined
}

const wordingIn = (value: TextValue, language: string): string | undefined => {
  if (typeof value === 'string') return value
  return hasRows(value) ? undefined : value[language]
}

/** `first.full` is the full name of whoever is named first here. */
const sideNamed = (name: string, { model, text }: Filling): string => {
  const [one, other] = model.sides
  const [first, second] = text.heldBy === other ? [other, one] : [one, other]
  return name.replace(/^first\./, `${first}.`).replace(/^second\./, `${second}.`)
}
