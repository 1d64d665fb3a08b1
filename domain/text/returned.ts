import { defined } from '../values/defined.js'
import { formOnly } from './form-only.js'
import type { Wordings } from './model.js'
import { textMark, type TextMark } from './text-mark.js'

/** A paragraph of the version that left, as it is read there. */
interface LeftParagraph {
  readonly clause: string
  readonly paragraph: string
  /** What stands before its words. */
  readonly numbers: Wordings
  readonly text: Wordings
  /** Its words end in a table, which a file does not change. */
  readonly hasTable: boolean
}

/** A paragraph that came back in other words. */
export interface ReturnedChange {
  readonly clause: string
  readonly paragraph: string
  /** In the languages that read otherwise; undefined: it came back empty in all of them, and is left out. */
  readonly text: Wordings | undefined
}

interface Left {
  /** The version that left. */
  readonly no: number
  readonly paragraphs: readonly LeftParagraph[]
  /** In every language, as they stand in the file. */
  readonly headings: readonly string[]
}

/** A paragraph of a file that came back, by the mark it left with. */
export interface PlacedText {
  readonly mark: TextMark
  readonly text: string
}

/** What stands in a file beside the paragraphs that are known again, and after which of them. */
export interface BesideText {
  readonly what:
    | 'added_paragraph'
    | 'added_table'
    | 'joined'
    | 'twice'
    | 'remark'
    | 'note'
    | 'picture'
    | 'margin'
    | 'other_file'
    | 'hidden'
  readonly text: string
  /** The marks of paragraphs that are in it, of which neither says whose words they are. */
  readonly marks: readonly TextMark[]
  readonly after?: TextMark
}

interface Returned {
  readonly placed: readonly PlacedText[]
  readonly besides: readonly BesideText[]
  readonly headings: readonly string[]
}

/** What a file has otherwise and no proposal says: why not, where it stands, and its words. */
export interface UntakenChange {
  readonly what:
    | BesideText['what']
    | 'emptied_in_one_language'
    | 'table'
    | 'heading'
    | 'heading_gone'
    | 'other_version'
    | 'place_unknown'
    | 'paragraph_gone'
  /** The paragraph, and its language, or the one it stands after; empty for what stands in none. */
  readonly at: string
  readonly text: string
}

/**
 * What a file that came back would have otherwise, paragraph by paragraph, and what of it cannot be taken: compared with the version it left
 * as, and with nothing else. White space and the width of marks are no change; a paragraph that is not in the file at all is left as it is
 * and named.
 */
export const returnedChanges = (
  left: Left,
  { placed, besides, headings }: Returned,
): { readonly changes: readonly ReturnedChange[]; readonly untaken: readonly UntakenChange[] } => {
  const compared = left.paragraphs.map((one, index) =>
    changeOf(
      one,
      placed.filter(({ mark }) => mark.no === left.no && mark.index === index),
    ),
  )
  return {
    changes: compared.flatMap(({ change }) => change ?? []),
    untaken: [
      ...compared.flatMap(({ untaken }) => untaken),
      ...goneFrom(left, [...placed.map(({ mark }) => mark), ...besides.flatMap(({ marks }) => marks)]),
      ...headingsChanged(left.headings, headings),
      ...placed.flatMap(({ mark, text }) => strayed(left, { mark, text })),
      ...besides.map(({ what, text, marks: [mark], after }) => ({ what, at: placeOf(left, mark ?? after), text })),
    ],
  }
}

const placeOf = ({ no, paragraphs }: Left, mark: TextMark | undefined): string => {
  const paragraph = mark?.no === no ? paragraphs[mark.index] : undefined
  return paragraph === undefined ? '' : `${paragraph.clause} ${paragraph.paragraph} ${mark?.language ?? ''}`
}

/** Paragraphs that the file does not have any more: taken out without a trace, so that nobody can tell that from a slip. */
const goneFrom = (left: Left, marks: readonly TextMark[]): readonly UntakenChange[] => {
  const there = new Set(marks.filter(({ no }) => no === left.no).map(textMark))
  return left.paragraphs.flatMap(({ text }, index) =>
    Object.entries(text).flatMap(([language, words]) => {
      const mark = { no: left.no, language, index }
      return there.has(textMark(mark))
        ? []
        : [{ what: 'paragraph_gone' as const, at: placeOf(left, mark), text: words }]
    }),
  )
}

interface Compared {
  readonly change?: ReturnedChange
  readonly untaken: readonly UntakenChange[]
}

const changeOf = (one: LeftParagraph, placed: Returned['placed']): Compared => {
  const { clause, paragraph } = one
  const said = placed.flatMap(({ mark: { language }, text }) =>
    language in one.text ? [[language, withoutNumber(text, one.numbers[language] ?? '')] as const] : [],
  )
  const changed = said.filter(([language, text]) => !formOnly(text, one.text[language] ?? ''))
  const untakenAs = (what: UntakenChange['what'], which: typeof changed): readonly UntakenChange[] =>
    which.map(([language, text]) => ({ what, at: `${clause} ${paragraph} ${language}`, text }))
  if (one.hasTable) return { untaken: untakenAs('table', changed) }
  const isGone = Object.keys(one.text).every((language) => said.some(([of, text]) => of === language && text === ''))
  if (isGone && changed.length > 0) return { change: { clause, paragraph, text: undefined }, untaken: [] }
  const written = changed.filter(([, text]) => text !== '')
  const emptied = changed.filter(([, text]) => text === '')
  return {
    ...defined({
      change: written.length === 0 ? undefined : { clause, paragraph, text: Object.fromEntries(written) },
    }),
    untaken: untakenAs('emptied_in_one_language', emptied),
  }
}

/** Headings follow from the model: those that read otherwise, and those that stand nowhere any more and became no other. */
const headingsChanged = (left: readonly string[], now: readonly string[]): readonly UntakenChange[] => {
  const lacking = (some: readonly string[], others: readonly string[]): readonly string[] =>
    some.filter((one) => !others.some((other) => formOnly(one, other)))
  const [written, missing] = [lacking(now, left), lacking(left, now)]
  return [
    ...written.map((text) => ({ what: 'heading' as const, at: '', text })),
    ...missing.slice(written.length).map((text) => ({ what: 'heading_gone' as const, at: '', text })),
  ]
}

const strayed = ({ no, paragraphs }: Left, { mark, text }: Returned['placed'][number]): readonly UntakenChange[] => {
  if (text === '') return []
  if (mark.no !== no) return [{ what: 'other_version', at: '', text }]
  const isKnown = mark.language in (paragraphs[mark.index]?.text ?? {})
  return isKnown ? [] : [{ what: 'place_unknown', at: '', text }]
}

const withoutNumber = (text: string, number: string): string =>
  text.startsWith(number.trim()) ? text.slice(number.trim().length).trim() : text
