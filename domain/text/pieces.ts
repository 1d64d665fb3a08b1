import type { Paragraph, PieceClass, TextModel, Wordings } from './model.js'
import type { SetPiece } from './text.js'

/** A piece of a model with every paragraph it may have, those of optional clauses at its end. */
export interface ModelPiece {
  readonly id: string
  readonly kind: SetPiece['kind']
  readonly part?: string
  readonly class: PieceClass
  readonly heading: Wordings
  readonly paragraphs: readonly Paragraph[]
}

/** Every piece of a model in the order it stands in. What is hashed is made of these. */
export const modelPieces = (model: TextModel): readonly ModelPiece[] => [
  { id: 'title', kind: 'title', class: 'material', heading: {}, paragraphs: [model.title] },
  { id: 'recitals', kind: 'recitals', class: 'material', heading: {}, paragraphs: model.recitals },
  ...model.clauses.map(({ id, part, heading, class: weight, paragraphs }): ModelPiece => ({
    id,
    kind: 'clause',
    part,
    class: weight,
    heading,
    paragraphs: [...paragraphs, ...optionalIn(model, id)],
  })),
  ...model.annexes.map(({ id, heading, class: weight, paragraphs }): ModelPiece => ({
    id,
    kind: 'annex',
    class: weight,
    heading,
    paragraphs,
  })),
]

const optionalIn = (model: TextModel, clause: string): readonly Paragraph[] =>
  model.options
    .filter((option) => option.clause === clause)
    .flatMap((option) =>
      option.paragraphs.map((paragraph) => ({
        ...paragraph,
        class: option.class,
        when: { ...paragraph.when, option: option.id },
      })),
    )
