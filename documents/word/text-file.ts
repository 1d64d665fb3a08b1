import {
  Bookmark,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx'
import { footOfText } from '../../domain/text/margins.js'
import { textMark } from '../../domain/text/text-mark.js'
import { originSaid, type TextOrigin } from '../../domain/text/text-origin.js'
import type { DifferenceRun } from '../../domain/text/difference.js'
import { rehearsalMark } from '../letterhead.js'

/** A paragraph as it leaves: marked, so that it is known again when it returns; without a mark it was taken out. */
export interface WordParagraph {
  readonly index?: number
  readonly number: string
  readonly runs: readonly DifferenceRun[]
}

/** A text as a file of a word processor, whole in one language after the other. */
export interface WordText {
  /** Kept in the file, so that it is known again which text it is. */
  readonly origin: TextOrigin
  /** A rehearsal says so on every page, in both languages. */
  readonly rehearsal: boolean
  /** Who changed it, and when, as the tracked changes say. */
  readonly by: string
  readonly at: string
  readonly languages: readonly {
    readonly language: string
    readonly title: string
    readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly WordParagraph[] }[]
  }[]
}

/**
 * A version for whoever works with a word processor; what became of another version stands in it as tracked changes. Each paragraph bears a
 * bookmark with the version, the language and its place, by which it is compared when the file returns; the file names its base, version
 * and languages, for the eye at the foot of each page and for what reads it among its properties.
 */
export const wordFileOf = async (text: WordText): Promise<Buffer> => {
  const changes = counted()
  const children = text.languages.flatMap(({ language, title, sections }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, children: [new TextRun(title)] }),
    ...sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === '' ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(heading)] })]),
      ...paragraphs.map((one) => paragraphOf(one, { text, language, changes })),
    ]),
  ])
  const customProperties = originSaid(text.origin).map(([name, value]) => ({ name, value }))
  const headers = text.rehearsal ? { default: new Header({ children: markOfRehearsal() }) } : {}
  const footers = { default: new Footer({ children: [new Paragraph(footOfText(text.origin))] }) }
  const sections = [{ headers, footers, children }]
  return await Packer.toBuffer(new Document({ creator: text.by, customProperties, sections }))
}

const markOfRehearsal = (): Paragraph[] =>
  Object.values(rehearsalMark).map((words) => new Paragraph({ children: [new TextRun({ text: words, bold: true })] }))

const paragraphOf = (
  { index, number, runs }: WordParagraph,
  { text, language, changes }: { readonly text: WordText; readonly language: string; readonly changes: Counted },
): Paragraph => {
  const children = runs.map((run) => childOf(run, { text, changes }))
  return new Paragraph({
    spacing: { after: 120 },
    children:
      index === undefined
        ? children
        : [
            new Bookmark({ id: textMark({ no: text.origin.no, language, index }), children: [new TextRun(number)] }),
            ...children,
          ],
  })
}

interface Counted {
  readonly next: () => number
}

/** Numbers the tracked changes through the file: of two under one number a word processor may take one for the other. */
const counted = (): Counted => {
  let last = 0
  return {
    next: () => {
      last += 1
      return last
    },
  }
}

const childOf = (
  { how, text: words }: DifferenceRun,
  { text, changes }: { readonly text: WordText; readonly changes: Counted },
): ParagraphChild => {
  if (how === 'same') return new TextRun(words)
  const change = { text: words, id: changes.next(), author: text.by, date: text.at }
  return how === 'put_in' ? new InsertedTextRun(change) : new DeletedTextRun(change)
}
