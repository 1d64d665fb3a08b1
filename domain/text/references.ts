import type { CitingStyle, Wordings } from './model.js'
import { annexNumber, ownParagraph, sectionNumber } from './numbering.js'
import type { SetPiece } from './text.js'

/** The places of a text by id: clauses and annexes counted apart, paragraphs within their piece. */
export interface TextNumbers {
  readonly pieces: ReadonlyMap<string, number>
  readonly kinds: ReadonlyMap<string, SetPiece['kind']>
  readonly paragraphs: ReadonlyMap<string, { readonly piece: string; readonly number?: number }>
}

/** Numbers by place among what applies. A paragraph that stands alone has none. */
export const numbersOf = (pieces: readonly Pick<SetPiece, 'id' | 'kind' | 'paragraphs'>[]): TextNumbers => {
  const counted = (kind: SetPiece['kind']) =>
    pieces.filter((piece) => piece.kind === kind).map(({ id }, index) => [id, index + 1] as const)
  return {
    pieces: new Map([...counted('clause'), ...counted('annex')]),
    kinds: new Map(pieces.map(({ id, kind }) => [id, kind])),
    paragraphs: new Map(
      pieces
        .filter(({ kind }) => kind === 'clause' || kind === 'annex')
        .flatMap(({ id: piece, paragraphs }) =>
          paragraphs.map(({ id }, index) => [id, paragraphs.length === 1 ? { piece } : { piece, number: index + 1 }]),
        ),
    ),
  }
}

/** The wordings with each reference by id turned into the number it has here; one that leads nowhere stays as it was written. */
export const resolved = (
  content: Wordings,
  { numbers, citing }: { readonly numbers: TextNumbers; readonly citing: Readonly<Record<string, CitingStyle>> },
): Wordings =>
  Object.fromEntries(
    Object.entries(content).map(([language, wording]) => [
      language,
      wording.replace(
        referencePattern,
        (whole: string, how: string, to: string) =>
          cited(to, { numbers, style: citing[language] ?? 'western', own: how === 'own' }) ?? whole,
      ),
    ]),
  )

/** The ids that a wording refers to. */
export const referencesIn = (wording: string): readonly string[] =>
  [...wording.matchAll(referencePattern)].flatMap(([, , to]) => (to === undefined ? [] : [to]))

/** A reference in a wording, and what it is left by when names of values are looked for. */
export const referencePattern = /\{(ref|own):([^{}]+)\}/g

const cited = (
  to: string,
  { numbers, style, own }: { readonly numbers: TextNumbers; readonly style: CitingStyle; readonly own: boolean },
): string | undefined => {
  const paragraph = numbers.paragraphs.get(to)
  const number = paragraph?.number
  if (own) return number === undefined ? undefined : ownParagraph(number, style)
  const piece = numbers.pieces.get(paragraph?.piece ?? to)
  if (piece === undefined) return undefined
  if (numbers.kinds.get(paragraph?.piece ?? to) === 'annex') return annexNumber(piece, style)
  const section = sectionNumber(piece, style)
  return number === undefined ? section : `${section}${ownParagraph(number, style)}`
}
