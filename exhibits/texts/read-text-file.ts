import { markRead, type TextMark } from '../../domain/text/text-mark.js'
import { xmlPart } from '../inspect/xml-part.js'
import { openZip } from '../inspect/zip-parts.js'
import { sourceOf } from '../source.js'

/** A paragraph of a file that came back, by the mark it left with. */
export interface ReturnedParagraph {
  readonly mark: TextMark
  readonly text: string
}

/** What a file of a word processor says: what is known again, and what stands in no paragraph that left. */
export interface ReturnedText {
  readonly placed: readonly ReturnedParagraph[]
  readonly unplaced: readonly string[]
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
  const placed: ReturnedParagraph[] = []
  const unplaced: string[] = []
  let [words, heading, reading] = ['', false, false]
  let mark: TextMark | undefined
  const end = (): void => {
    const text = words.trim()
    if (mark !== undefined) placed.push({ mark, text })
    else if (text !== '' && !heading) unplaced.push(text)
  }
  return {
    text: (): ReturnedText => ({ placed, unplaced }),
    heard: {
      opened: ({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }) => {
        if (name === 'p') [words, heading, mark] = ['', false, undefined]
        if (name === 'pStyle') heading = /^heading/i.test(attributes['w:val'] ?? '')
        if (name === 'bookmarkStart') mark = markRead(attributes['w:name'] ?? '') ?? mark
        if (name === 'tab' || name === 'br') words += ' '
        if (name === 't') reading = true
      },
      text: (piece: string) => {
        if (reading) words += piece
      },
      closed: (name: string) => {
        if (name === 't') reading = false
        if (name === 'p') end()
      },
    },
  }
}
