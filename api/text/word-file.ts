import type { z } from 'zod'
import { wordFileOf, type WordParagraph } from '../../documents/word/text-file.js'
import { organisation } from '../../documents/letterhead.js'
import type { DifferenceRun } from '../../domain/text/difference.js'
import { markBefore, pieceInWords } from '../../domain/text/text-difference.js'
import { defined } from '../../domain/values/defined.js'
import type { TextDifferenceResponse, TextResponse } from '../contract/texts.js'
import type { ApiParts } from '../parts.js'
import type { TextLookedAt } from './text-of-base.js'
import { textDifference, textView } from './text-view.js'

type ShownText = z.output<typeof TextResponse>
type Changed = z.output<typeof TextDifferenceResponse>['clauses']

/** What such a file is called on its way. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface Leaving {
  readonly at: TextLookedAt
  readonly version?: number | undefined
  /** The earlier version, from which it leaves with its changes tracked. */
  readonly against?: number | undefined
}

/** A version as a file of a word processor, as far as it is for the eyes of whoever asks. */
export const textAsWord = async (
  parts: ApiParts,
  { at, version, against }: Leaving,
): Promise<{ readonly no: number; readonly bytes: Buffer }> => {
  const text = await textView(parts, { ...at, version })
  const changes =
    against === undefined ? [] : (await textDifference(parts, { ...at, from: against, to: text.no })).clauses
  const languages = text.languages.map((language) => ({
    language,
    title: titleIn(text, language),
    sections: sectionsIn(text, { changes, language }),
  }))
  const { no, hash } = text
  const origin = { base: at.base, no, hash, languages: text.languages }
  // A text was shown, so that its place is known.
  const rehearsal = at.place?.base.rehearsal === true
  const bytes = await wordFileOf({ origin, rehearsal, by: organisation.en, at: parts.clock().toISOString(), languages })
  return { no, bytes }
}

const titleIn = ({ clauses }: ShownText, language: string): string =>
  clauses.find(({ kind }) => kind === 'title')?.paragraphs[0]?.text[language] ?? ''

const sectionsIn = (
  { clauses, citing }: ShownText,
  { changes, language }: { readonly changes: Changed; readonly language: string },
) => {
  const style = citing[language] ?? 'western'
  let index = -1
  return clauses.map(({ paragraphs, ...clause }) => {
    const changed = changes.find(({ id }) => id === clause.id)?.paragraphs ?? []
    const standing = paragraphs.map(({ id, number, text }): WordParagraph => {
      index += 1
      const runs = changed.find((one) => one.id === id)?.changes[language]?.runs
      return { index, number: markBefore(number, style), runs: runs ?? asItStands(text[language] ?? '') }
    })
    const gone = changed
      .filter(({ fate }) => fate === 'left_out')
      .map(({ changes: of }): WordParagraph => ({ number: '', runs: of[language]?.runs ?? [] }))
    const heading = pieceInWords(defined(clause), { language, style }).trim()
    return { heading, paragraphs: [...standing, ...gone] }
  })
}

const asItStands = (text: string): readonly DifferenceRun[] => [{ how: 'same', text }]
