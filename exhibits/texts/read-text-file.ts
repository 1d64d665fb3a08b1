import { markRead, textMark, type TextMark } from '../../domain/text/text-mark.js'
import { xmlPart, type Tag } from '../inspect/xml-part.js'
import { openZip } from '../inspect/zip-parts.js'
import { sourceOf } from '../source.js'

/** A paragraph of a file that came back, by the mark it left with. */
export interface ReturnedParagraph {
  readonly mark: TextMark
  readonly text: string
}

/** What a file of a word processor says: what is known again, what stands in no one paragraph that left, and its headings. */
export interface ReturnedText {
  readonly placed: readonly ReturnedParagraph[]
  /** Also paragraphs that were joined: of two marks neither says whose words they are. */
  readonly unplaced: readonly string[]
  readonly headings: readonly string[]
}

const mostParts = 200
const mostBytes = 32 * 1024 * 1024

/**
 * The paragraphs of a text that came back from a word processor, as they read with all its tracked changes accepted: what was put in
 * counts, what was taken out does not. Undefined for what is no such file, is too large, or can be read in more than one way.
 */
export const readTextFile = async (bytes: Uint8Array): Promise<ReturnedText | undefined> => {
  if (bytes.byteLength > mostBytes) return undefined
  const zip = await openZip(sourceOf(bytes), { entries: mostParts }).catch(() => undefined)
  const main = zip?.entries.find(({ fileName }) => fileName === 'word/document.xml')
  if (zip === undefined || main === undefined || main.uncompressedSize > mostBytes) return undefined
  const found = collected()
  const part = xmlPart(found.heard)
  try {
    for await (const piece of await zip.open(main)) if (piece instanceof Uint8Array) part.write(piece)
    part.end()
  } catch {
    return undefined
  } finally {
    zip.close()
  }
  return part.isDoubtful() ? undefined : found.text()
}

const collected = () => {
  const found: Sorted = { placed: [], unplaced: [], headings: [] }
  let words = ''
  let heading = false
  let [reading, gone] = [false, 0]
  // Whether what is read is said of a paragraph, and whether its end was taken out.
  let [isAboutIt, joins] = [false, false]
  let marks = new Map<string, TextMark>()
  const begin = (): void => {
    if (!joins || words.trim() === '') {
      words = ''
      heading = false
      marks = new Map()
    }
    joins = false
  }
  const end = ({ isLast }: { readonly isLast: boolean }): void => {
    const text = words.trim()
    // Its end was taken out: what is left of it reads on in the next one.
    if (joins && text !== '' && !isLast) return
    sortInto(found, { text, heading, marks: [...marks.values()] })
  }
  const opened = ({ name, attributes }: Tag): void => {
    if (name === 'p') begin()
    if (name === 'pStyle') heading = /^heading/i.test(attributes['w:val'] ?? '')
    if (name === 'pPr') isAboutIt = true
    if (isTakenOut(name)) [gone, joins] = [gone + 1, joins || isAboutIt]
    if (gone > 0) return
    const mark = name === 'bookmarkStart' ? markRead(attributes['w:name'] ?? '') : undefined
    if (mark !== undefined) marks.set(textMark(mark), mark)
    if (name === 'tab' || name === 'br') words += ' '
    if (name === 't') reading = true
  }
  const closed = (name: string): void => {
    if (name === 't') reading = false
    if (name === 'pPr') isAboutIt = false
    if (isTakenOut(name)) gone -= 1
    if (name === 'p') end({ isLast: false })
  }
  const heardText = (piece: string): void => {
    if (reading) words += piece
  }
  const text = (): ReturnedText => {
    // Nothing follows into which the last one could read on.
    if (joins && words.trim() !== '') end({ isLast: true })
    return found
  }
  return { text, heard: { opened, text: heardText, closed } }
}

interface Sorted {
  readonly placed: ReturnedParagraph[]
  readonly unplaced: string[]
  readonly headings: string[]
}

/** A paragraph that bears one mark is that one; with several, or none and no heading, nobody knows where it belongs. */
const sortInto = (
  { placed, unplaced, headings }: Sorted,
  { text, heading, marks }: { readonly text: string; readonly heading: boolean; readonly marks: readonly TextMark[] },
): void => {
  const [mark, ...others] = marks
  if (mark !== undefined && others.length === 0) placed.push({ mark, text })
  else if (text !== '') (heading && mark === undefined ? headings : unplaced).push(text)
}

/** What was taken out, and what was moved from here: with the changes accepted neither stands here. */
const isTakenOut = (name: string): boolean => name === 'del' || name === 'moveFrom'
