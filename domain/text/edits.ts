import type { PieceClass, Wordings } from './model.js'
import type { TextEdit } from './text.js'
import type { SetTable } from './text.js'

/** A paragraph on its way into a text: it applies, and its values are not yet filled in. */
export interface PlacedParagraph {
  readonly id: string
  readonly binding: boolean
  readonly class: PieceClass
  readonly wording: Wordings
  readonly table?: SetTable
}

/** The paragraphs of a piece with what was negotiated of them. */
export const editsTaken = (
  paragraphs: readonly PlacedParagraph[],
  { edits, piece }: { readonly edits: readonly TextEdit[]; readonly piece: { id: string; class: PieceClass } },
): readonly PlacedParagraph[] =>
  edits.reduce<readonly PlacedParagraph[]>((standing, edit) => {
    switch (edit.kind) {
      case 'replace':
        return standing.map((one) =>
          one.id === edit.paragraph ? { ...one, wording: { ...one.wording, ...edit.text } } : one,
        )
      case 'leave_out':
        return standing.filter(({ id }) => id !== edit.paragraph)
      case 'insert':
        return edit.piece === piece.id ? inserted(standing, { edit, weight: piece.class }) : standing
    }
  }, paragraphs)

const inserted = (
  standing: readonly PlacedParagraph[],
  { edit, weight }: { readonly edit: Extract<TextEdit, { kind: 'insert' }>; readonly weight: PieceClass },
): readonly PlacedParagraph[] => {
  const added = { id: edit.paragraph, binding: edit.binding, class: weight, wording: edit.text }
  const before = edit.after === undefined ? -1 : standing.findIndex(({ id }) => id === edit.after)
  const at = edit.after !== undefined && before === -1 ? standing.length : before + 1
  return [...standing.filter(({ id }) => id !== edit.paragraph).slice(0, at), added, ...standing.slice(at)]
}
