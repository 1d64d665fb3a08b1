import { defined } from '../values/defined.js'
import { differenceOf, type WordingDifference } from './difference.js'
import type { CitingStyle, Wordings } from './model.js'
import { annexNumber, paragraphMark, sectionNumber } from './numbering.js'
import type { SetParagraph, SetPiece, SetText } from './text.js'

export type PieceFate = 'changed' | 'added' | 'left_out'

export interface ParagraphDifference {
  readonly paragraph: string
  readonly fate: PieceFate
  /** Its number where it stands now, or where it stood; absent where a piece has one paragraph. */
  readonly number?: number
  readonly languages: Readonly<Record<string, WordingDifference>>
}

export interface PieceDifference {
  readonly piece: string
  readonly kind: SetPiece['kind']
  readonly fate: PieceFate
  readonly number?: number
  /** Its number before, where it has moved. */
  readonly numberBefore?: number
  readonly heading: Wordings
  readonly paragraphs: readonly ParagraphDifference[]
}

/**
 * What differs between two texts, piece by piece and paragraph by paragraph, matched by id. A reference whose number merely
 * moved is no difference; what did change is shown as it is read.
 */
export const textDifference = (
  { before, after }: { readonly before: SetText; readonly after: SetText },
  names: readonly string[] = [],
): readonly PieceDifference[] => {
  const ids = [...new Set([...after.pieces, ...before.pieces].map(({ id }) => id))]
  const languages = [...new Set([...after.authentic, ...before.authentic])]
  return ids.flatMap((id) => {
    const [old, now] = [before, after].map(({ pieces }) => pieces.find((piece) => piece.id === id))
    return pieceDifference({ old, now }, { languages, names })
  })
}

interface How {
  readonly languages: readonly string[]
  readonly names: readonly string[]
}

interface Both<T> {
  readonly old: T | undefined
  readonly now: T | undefined
}

const pieceDifference = ({ old, now }: Both<SetPiece>, how: How): readonly PieceDifference[] => {
  const one = now ?? old
  if (one === undefined) return []
  const ids = [...new Set([...(now?.paragraphs ?? []), ...(old?.paragraphs ?? [])].map(({ id }) => id))]
  const paragraphs = ids.flatMap((id) => {
    const [was, is] = [old, now].map((piece) => piece?.paragraphs.find((paragraph) => paragraph.id === id))
    return paragraphDifference({ old: was, now: is }, how)
  })
  if (paragraphs.length === 0) return []
  const moved = old?.number !== undefined && now?.number !== undefined && old.number !== now.number
  return [
    {
      piece: one.id,
      kind: one.kind,
      fate: fateOf({ old, now }),
      ...defined({ number: one.number, numberBefore: moved ? old.number : undefined }),
      heading: one.heading,
      paragraphs,
    },
  ]
}

const paragraphDifference = ({ old, now }: Both<SetParagraph>, how: How): readonly ParagraphDifference[] => {
  const one = now ?? old
  if (one === undefined) return []
  const changed = how.languages.filter(
    (language) => said(old, { language, by: 'content' }) !== said(now, { language, by: 'content' }),
  )
  if (changed.length === 0) return []
  return [
    {
      paragraph: one.id,
      fate: fateOf({ old, now }),
      ...defined({ number: one.number }),
      languages: Object.fromEntries(
        changed.map((language) => [
          language,
          differenceOf(
            { before: said(old, { language, by: 'text' }), after: said(now, { language, by: 'text' }) },
            how.names,
          ),
        ]),
      ),
    },
  ]
}

const fateOf = ({ old, now }: Both<unknown>): PieceFate =>
  old === undefined ? 'added' : now === undefined ? 'left_out' : 'changed'

/** A paragraph with the rows of its table, a line each. */
const said = (
  one: SetParagraph | undefined,
  { language, by }: { readonly language: string; readonly by: 'content' | 'text' },
): string =>
  one === undefined
    ? ''
    : [
        one[by][language] ?? '',
        ...(one.table?.rows ?? []).map((row) => row.map((cell) => cell[language] ?? '').join(' | ')),
      ].join('\n')

/** How a piece is named in a list of differences: section 14, 第十四条, annex 2, the title. */
export const pieceInWords = (
  { kind, number, heading }: Pick<SetPiece, 'kind' | 'number' | 'heading'>,
  { language, style }: { readonly language: string; readonly style: CitingStyle },
): string => {
  const chinese = style === 'chinese'
  if (kind === 'title') return chinese ? '标题' : 'Title'
  if (kind === 'recitals') return chinese ? '序言' : 'Recitals'
  const called = heading[language] ?? ''
  const numbered = number ?? 0
  if (kind === 'annex')
    return chinese ? `附件${annexNumber(numbered, style)} ${called}` : `Annex ${annexNumber(numbered, style)} ${called}`
  return chinese ? `${sectionNumber(numbered, style)} ${called}` : `Section ${sectionNumber(numbered, style)} ${called}`
}

/** The number before a paragraph, with a space after it; nothing where it has none. */
export const markBefore = (number: number | undefined, style: CitingStyle): string =>
  number === undefined ? '' : `${paragraphMark(number, style)} `
