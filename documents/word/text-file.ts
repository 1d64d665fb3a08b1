import {
  Bookmark,
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx'
import { textMark } from '../../domain/text/text-mark.js'
import type { DifferenceRun } from '../../domain/text/difference.js'

/** A paragraph as it leaves: marked, so that it is known again when it returns; without a mark it was taken out. */
export interface WordParagraph {
  readonly index?: number
  readonly number: string
  readonly runs: readonly DifferenceRun[]
}

/** A text as a file of a word processor, whole in one language after the other. */
export interface WordText {
  readonly no: number
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
 * bookmark with the version, the language and its place, by which it is compared when the file returns.
 */
export const wordFileOf = async (text: WordText): Promise<Buffer> => {
  const children = text.languages.flatMap(({ language, title, sections }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, children: [new TextRun(title)] }),
    ...sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === '' ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(heading)] })]),
      ...paragraphs.map((one) => paragraphOf(one, { text, language })),
    ]),
  ])
  return await Packer.toBuffer(new Document({ creator: text.by, sections: [{ children }] }))
}

const paragraphOf = (
  { index, number, runs }: WordParagraph,
  { text, language }: { readonly text: WordText; readonly language: string },
): Paragraph => {
  const children = runs.map((run, place) => childOf(run, { text, id: place + 1 }))
  return new Paragraph({
    spacing: { after: 120 },
    children:
      index === undefined
        ? children
        : [
            new Bookmark({ id: textMark({ no: text.no, language, index }), children: [new TextRun(number)] }),
            ...children,
          ],
  })
}

const childOf = (
  { how, text: words }: DifferenceRun,
  { text, id }: { readonly text: WordText; readonly id: number },
): ParagraphChild => {
  const change = { text: words, id, author: text.by, date: text.at }
  return how === 'same'
    ? new TextRun(words)
    : how === 'put_in'
      ? new InsertedTextRun(change)
      : new DeletedTextRun(change)
}
