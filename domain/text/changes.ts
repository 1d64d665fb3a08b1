import { applyModel, valuesIn } from './apply-model.js'
import { variantsChosen, variantsOf } from './applies.js'
import { formOnly } from './form-only.js'
import type { AppliesWhen, PieceClass, TextModel, Wordings } from './model.js'
import { modelPieces } from './pieces.js'
import type { MemorandumText, SetParagraph, SetPiece, SetText, SetTable } from './text.js'

/**
 * The weight of a change, computed and never declared by whoever writes: material; material, but a variant cleared once for
 * all; normal; editorial, because both counsels named it so or nothing but form differs; outside the hash, changed by notice.
 */
export type ChangeClass = 'material' | 'pre_cleared' | 'normal' | 'editorial' | 'by_notice'

export interface ParagraphChange {
  readonly paragraph: string
  readonly how: 'added' | 'left_out' | 'changed'
  readonly class: ChangeClass
}

/** What changed in one piece; its class is the heaviest of its paragraphs. `languages` and `signature_page` are pieces here. */
export interface TextChange {
  readonly piece: string
  readonly class: ChangeClass
  readonly paragraphs: readonly ParagraphChange[]
}

export interface TextsCompared {
  readonly model: TextModel
  readonly before: MemorandumText
  readonly after: MemorandumText
  /** The model of the text before, where it was another version. */
  readonly formerModel?: TextModel
  /** Pieces whose present wording the counsels of both sides named editorial. */
  readonly editorial?: readonly string[]
}

/** The pieces of a text that differ from what somebody last cleared, each with its class. */
export const changesBetween = (compared: TextsCompared): readonly TextChange[] => {
  const { model, before, after, formerModel = model } = compared
  const [old, now] = [applyModel(formerModel, before), applyModel(model, after)]
  const ids = [...new Set([...now.pieces, ...old.pieces].map(({ id }) => id))]
  return [
    ...languagesChanged(old, now),
    ...ids.flatMap((id) => pieceChanged(id, { old, now, compared })),
    ...(sameParagraphs(old.closing, now.closing) ? [] : [ofOne('signature_page', 'by_notice')]),
  ]
}

/** From the heaviest to the lightest. */
export const changeClasses: readonly ChangeClass[] = ['material', 'pre_cleared', 'normal', 'editorial', 'by_notice']

const heaviest = (classes: readonly ChangeClass[]): ChangeClass =>
  changeClasses.find((weight) => classes.includes(weight)) ?? 'by_notice'

const ofOne = (piece: string, weight: ChangeClass): TextChange => ({
  piece,
  class: weight,
  paragraphs: [{ paragraph: piece, how: 'changed', class: weight }],
})

const languagesChanged = (old: SetText, now: SetText): readonly TextChange[] =>
  [...old.authentic].sort().join() === [...now.authentic].sort().join() ? [] : [ofOne('languages', 'material')]

interface Weighing {
  readonly old: SetText
  readonly now: SetText
  readonly compared: TextsCompared
}

const pieceChanged = (id: string, weighing: Weighing): readonly TextChange[] => {
  const [old, now] = [pieceOf(weighing.old, id), pieceOf(weighing.now, id)]
  const headed = old !== undefined && now !== undefined && !sameWordings(old.heading, now.heading)
  const heading: readonly ParagraphChange[] = headed
    ? [{ paragraph: id, how: 'changed', class: ownClass(now.class, { piece: id, weighing }) }]
    : []
  const paragraphs = [...heading, ...paragraphsChanged(id, weighing)]
  return paragraphs.length === 0
    ? []
    : [{ piece: id, class: heaviest(paragraphs.map(({ class: weight }) => weight)), paragraphs }]
}

const paragraphsChanged = (piece: string, weighing: Weighing): readonly ParagraphChange[] => {
  const [old, now] = [pieceOf(weighing.old, piece)?.paragraphs ?? [], pieceOf(weighing.now, piece)?.paragraphs ?? []]
  return [...new Set([...now, ...old].map(({ id }) => id))].flatMap((id): readonly ParagraphChange[] => {
    const [former, present] = [old.find((one) => one.id === id), now.find((one) => one.id === id)]
    if (former !== undefined && present !== undefined && sameParagraph(former, present)) return []
    const how = former === undefined ? 'added' : present === undefined ? 'left_out' : 'changed'
    return [{ paragraph: id, how, class: classOf({ piece, id, former, present }, weighing) }]
  })
}

interface Difference {
  readonly piece: string
  readonly id: string
  readonly former: SetParagraph | undefined
  readonly present: SetParagraph | undefined
}

const classOf = ({ piece, id, former, present }: Difference, weighing: Weighing): ChangeClass => {
  const classes = [former?.class, present?.class]
  const own = classes.includes('material') ? 'material' : classes.includes('normal') ? 'normal' : 'by_notice'
  const weight = ownClass(own, { piece, weighing })
  if (weight === 'by_notice' || weight === 'editorial') return weight
  if (former !== undefined && present !== undefined && onlyForm(former, present)) return 'editorial'
  return weight === 'material' && isPreCleared(id, weighing) ? 'pre_cleared' : weight
}

const ownClass = (
  weight: PieceClass,
  { piece, weighing: { compared } }: { readonly piece: string; readonly weighing: Weighing },
): 'material' | 'normal' | 'editorial' | 'by_notice' => {
  if (weight === 'by_notice') return weight
  if (compared.editorial?.includes(piece) === true) return 'editorial'
  return compared.after.choices.raised?.includes(piece) === true ? 'material' : weight
}

/**
 * Whether nothing but the choice of variants explains how this paragraph reads now, and every variant newly chosen of those
 * it hangs on is cleared for all. A paragraph that was ever written by hand is not.
 */
const isPreCleared = (id: string, { compared }: Weighing): boolean => {
  const { model, before, after, formerModel = model } = compared
  if (formerModel.version !== model.version) return false
  if ([...before.edits, ...after.edits].some(({ paragraph }) => paragraph === id)) return false
  const newly = newVariants(model, { before, after }).filter(({ group }) => groupsOf(id, model).includes(group))
  return newly.length > 0 && newly.every(({ preCleared }) => preCleared) && sameValuesIn(id, compared)
}

/** A value that changed along is no choice of a variant. */
const sameValuesIn = (id: string, { model, before, after }: TextsCompared): boolean => {
  const wordings = modelPieces(model)
    .flatMap(({ paragraphs }) => paragraphs)
    .filter((paragraph) => paragraph.id === id)
    .flatMap(({ text, soft }) => [text, soft ?? {}])
  return valuesIn(wordings).every(
    (name) => JSON.stringify(before.values[name]?.value) === JSON.stringify(after.values[name]?.value),
  )
}

/** The variants that apply after and did not before. */
const newVariants = (model: TextModel, { before, after }: Pick<TextsCompared, 'before' | 'after'>) => {
  const former = variantsChosen(model, before).map(({ id }) => id)
  return variantsChosen(model, after).filter(({ id }) => !former.includes(id))
}

/** The groups of variants that decide whether and how a paragraph reads. */
const groupsOf = (id: string, model: TextModel): readonly string[] => {
  const variants = variantsOf(model)
  const paragraphs = modelPieces(model)
    .flatMap((piece) => piece.paragraphs)
    .filter((paragraph) => paragraph.id === id)
  const named = paragraphs.flatMap(({ when }): NonNullable<AppliesWhen['variants']> => when?.variants ?? [])
  const softened = paragraphs.some(({ soft }) => soft !== undefined)
  return variants
    .filter((variant) => named.includes(variant.id) || (softened && variant.softens === true))
    .map(({ group }) => group)
}

const pieceOf = (text: SetText, id: string): SetPiece | undefined => text.pieces.find((piece) => piece.id === id)

const onlyForm = (one: SetParagraph, other: SetParagraph): boolean =>
  one.binding === other.binding &&
  sameTables(one.table, other.table) &&
  languagesOf(one.content, other.content).every((language) =>
    formOnly(one.content[language] ?? '', other.content[language] ?? ''),
  )

const sameParagraphs = (one: readonly SetParagraph[], other: readonly SetParagraph[]): boolean =>
  one.length === other.length &&
  one.every((paragraph, index) => {
    const beside = other[index]
    return beside !== undefined && beside.id === paragraph.id && sameParagraph(paragraph, beside)
  })

const sameParagraph = (one: SetParagraph, other: SetParagraph): boolean =>
  one.binding === other.binding && sameWordings(one.content, other.content) && sameTables(one.table, other.table)

const sameTables = (one: SetTable | undefined, other: SetTable | undefined): boolean => {
  const [rows, others] = [one?.rows ?? [], other?.rows ?? []]
  return (
    rows.length === others.length &&
    rows.every((row, at) => row.every((cell, column) => sameWordings(cell, others[at]?.[column] ?? {})))
  )
}

const sameWordings = (one: Wordings, other: Wordings): boolean =>
  languagesOf(one, other).every((language) => one[language] === other[language])

const languagesOf = (one: Wordings, other: Wordings): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
]
