import { defined } from '../values/defined.js'
import type { PieceDifference, ParagraphDifference } from './text-difference.js'

interface ToldParagraph extends Pick<ParagraphDifference, 'fate'> {
  readonly id: string
  readonly number?: number | undefined
  readonly changes: ParagraphDifference['languages']
}

interface ToldPiece extends Pick<PieceDifference, 'kind' | 'fate' | 'heading'> {
  readonly id: string
  readonly number?: number | undefined
  readonly numberBefore?: number | undefined
  readonly paragraphs: readonly ToldParagraph[]
}

/** What differs in a piece, from how a difference is told to whoever asks for it: as lines and papers are made of it. */
export const pieceTold = ({
  id,
  kind,
  fate,
  heading,
  number,
  numberBefore,
  paragraphs,
}: ToldPiece): PieceDifference => ({
  piece: id,
  kind,
  fate,
  heading,
  ...defined({ number, numberBefore }),
  paragraphs: paragraphs.map((one) => ({
    paragraph: one.id,
    fate: one.fate,
    languages: one.changes,
    ...defined({ number: one.number }),
  })),
})
