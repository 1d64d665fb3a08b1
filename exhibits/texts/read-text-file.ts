import { isOwnMargin } from '../../domain/text/margins.js'
import { originRead, type TextOrigin } from '../../domain/text/text-origin.js'
import type { Tag } from '../inspect/xml-part.js'
import { openZip, type ZipParts } from '../inspect/zip-parts.js'
import { sourceOf } from '../source.js'
import { heardParagraphs, type HeardText } from './heard-paragraphs.js'
import { heardStyles } from './hidden-styles.js'
import { readPart, textParts } from './text-parts.js'

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
    return await readIn(zip)
  } catch {
    return undefined
  } finally {
    zip.close()
  }
}

const readIn = async (zip: ZipParts): Promise<ReturnedText | undefined> => {
  const properties = heardProperties()
  const styles = heardStyles()
  const read = (name: string, heard: Parameters<typeof readPart>[1]['heard']): Promise<boolean> =>
    readPart(zip, { name, heard, must: name !== propertiesOf, most: mostBytes })
  const parts = await textParts(zip, mostBytes)
  if (parts === undefined || !(await read(propertiesOf, properties.heard))) return undefined
  if (parts.styles !== undefined && !(await read(parts.styles, styles.heard))) return undefined
  const origin = originRead(properties.said)
  const found = heardParagraphs(styles.hidden())
  if (!(await read(parts.main, found.heard))) return undefined
  // After the text itself: remarks, notes and what stands at the edge of a page belong to the whole.
  for (const { name, is } of parts.besides)
    if (name === undefined || is === 'other_file') found.unread(is)
    else {
      const isOwn = (words: string): boolean => is === 'margin' && isOwnMargin(words, origin)
      if (!(await read(name, found.beside(is, isOwn)))) return undefined
    }
  return { ...found.text(), origin }
}

const propertiesOf = 'docProps/custom.xml'

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
