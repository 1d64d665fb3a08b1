import type { z } from 'zod'
import { marksOf } from '../../documents/hash-of-text.js'
import type { TextContent } from '../../domain/negotiation/content.js'
import type { ClauseMark } from '../../domain/negotiation/version.js'
import { textDifference, type ParagraphDifference, type PieceDifference } from '../../domain/text/text-difference.js'
import type { SetText } from '../../domain/text/text.js'
import { defined } from '../../domain/values/defined.js'
import type { TextDifferenceResponse } from '../contract/texts.js'
import { asRead } from './as-read.js'

interface Versions {
  readonly before: TextContent
  readonly after: TextContent
  /** The clauses whose change asks nobody to look again, by the rules of the base. */
  readonly normal: readonly string[]
}
type ShownDifference = Pick<z.output<typeof TextDifferenceResponse>, 'citing' | 'clauses'>

/** What reads otherwise in a later version, section by section. A number that merely moved is no difference. */
export const differencesRead = ({ before, after, normal }: Versions): ShownDifference => {
  const [old, now] = [asRead(before), asRead(after)]
  const [was, is] = [marksOf(before), marksOf(after)]
  return {
    citing: { ...now.citing },
    clauses: textDifference({ before: old, after: now }).map((piece) => ({
      id: piece.piece,
      kind: piece.kind,
      fate: piece.fate,
      ...defined({ number: piece.number, numberBefore: piece.numberBefore }),
      heading: { ...piece.heading },
      weight: normal.includes(piece.piece) ? 'normal' : 'material',
      languages: differing(was[piece.piece], is[piece.piece]),
      paragraphs: piece.paragraphs.map((one) => paragraphRead(one, { piece, old, now })),
    })),
  }
}

const differing = (was: ClauseMark | undefined, is: ClauseMark | undefined): string[] =>
  [...new Set([...Object.keys(was?.hashes ?? {}), ...Object.keys(is?.hashes ?? {})])].filter(
    (language) => was?.hashes[language] !== is?.hashes[language],
  )

const paragraphRead = (
  { paragraph, fate, number, languages }: ParagraphDifference,
  { piece, old, now }: { readonly piece: PieceDifference; readonly old: SetText; readonly now: SetText },
): ShownDifference['clauses'][number]['paragraphs'][number] => {
  const textIn = ({ pieces }: SetText) => {
    const text = pieces.find(({ id }) => id === piece.piece)?.paragraphs.find(({ id }) => id === paragraph)?.text
    return text === undefined ? null : { ...text }
  }
  return {
    id: paragraph,
    fate,
    ...defined({ number }),
    before: textIn(old),
    after: textIn(now),
    changes: Object.fromEntries(
      Object.entries(languages).map(([language, change]) => [
        language,
        { ...change, runs: change.runs.map((run) => ({ ...run })) },
      ]),
    ),
  }
}
