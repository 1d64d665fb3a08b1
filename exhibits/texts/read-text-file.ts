import { originRead, type TextOrigin } from '../../domain/text/text-origin.js'
import { xmlPart, type Tag } from '../inspect/xml-part.js'
import { openZip, type ZipParts } from '../inspect/zip-parts.js'
import { sourceOf } from '../source.js'
import { heardParagraphs, type HeardText } from './heard-paragraphs.js'

/** What a file of a word processor says: which text it left as, and its words as they read with all tracked changes accepted. */
export interface ReturnedText extends HeardText {
  /** Absent: it does not say. */
  readonly origin: TextOrigin | undefined
}

const mostParts = 200
const mostBytes = 32 * 1024 * 1024

/**
 * The paragraphs of a text that came back from a word processor, as they read with all its tracked changes accepted: what was put in
 * counts, what was taken out does not. What somebody set beside them, in tables, remarks and notes too, is named. Undefined for what is no
 * such file, is too large, or can be read in more than one way.
 */
export const readTextFile = async (bytes: Uint8Array): Promise<ReturnedText | undefined> => {
  if (bytes.byteLength > mostBytes) return undefined
  const zip = await openZip(sourceOf(bytes), { entries: mostParts }).catch(() => undefined)
  if (zip === undefined) return undefined
  try {
    const found = heardParagraphs()
    const properties = heardProperties()
    // The text itself last: remarks and notes stand in parts of their own and belong to the whole.
    const isRead =
      (await readPart(zip, { name: 'docProps/custom.xml', heard: properties.heard, must: false })) &&
      (await readPart(zip, { name: 'word/document.xml', heard: found.heard, must: true })) &&
      (await readPart(zip, { name: 'word/comments.xml', heard: found.beside('remark'), must: false })) &&
      (await readPart(zip, { name: 'word/footnotes.xml', heard: found.beside('note'), must: false })) &&
      (await readPart(zip, { name: 'word/endnotes.xml', heard: found.beside('note'), must: false }))
    return isRead ? { ...found.text(), origin: originRead(properties.said) } : undefined
  } catch {
    return undefined
  } finally {
    zip.close()
  }
}

interface Reading {
  readonly name: string
  readonly heard: Parameters<typeof xmlPart>[0]
  /** Whether there is no such file without it. */
  readonly must: boolean
}

/** Whether a part was read, or is rightly missing. Of two parts under one name each program takes another. */
const readPart = async (zip: ZipParts, { name, heard, must }: Reading): Promise<boolean> => {
  const [entry, ...others] = zip.entries.filter(({ fileName }) => fileName === name)
  if (entry === undefined) return !must
  if (others.length > 0 || entry.uncompressedSize > mostBytes) return false
  const part = xmlPart(heard)
  for await (const piece of await zip.open(entry)) if (piece instanceof Uint8Array) part.write(piece)
  part.end()
  return !part.isDoubtful()
}

const heardProperties = () => {
  const said: (readonly [string, string])[] = []
  let [name, value] = ['', '']
  const opened = (tag: Tag): void => {
    if (tag.name === 'property') [name, value] = [tag.attributes['name'] ?? '', '']
  }
  const text = (piece: string): void => {
    value += piece
  }
  const closed = (tag: string): void => {
    if (tag === 'property') said.push([name, value.trim()])
  }
  return { said, heard: { opened, text, closed } }
}
