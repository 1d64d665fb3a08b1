import { xmlPart, type Tag } from '../inspect/xml-part.js'
import type { ZipParts } from '../inspect/zip-parts.js'

type Heard = Parameters<typeof xmlPart>[0]

/** What a part of the file leads to. */
interface Relation {
  readonly kind: string
  /** The whole name of the part; undefined: it is outside of the file, or named in a way that programs read differently. */
  readonly target: string | undefined
}

/** The parts of a file of a word processor, by what the file itself says they are. */
export interface TextParts {
  readonly main: string
  /** How words look; undefined: they look as they stand. */
  readonly styles: string | undefined
  /** What stands beside the text: the part, and what it is. */
  readonly besides: readonly { readonly name: string | undefined; readonly is: Beside }[]
}
type Beside = 'remark' | 'note' | 'margin' | 'other_file'

/**
 * Which part is the text, and which stand beside it: by the relationships of the file, which programs follow, and by the names word
 * processors give them. Undefined where more than one part, or one that is not there, is said to be the text.
 */
export const textParts = async (zip: ZipParts, most: number): Promise<TextParts | undefined> => {
  const mains = await relations(zip, { of: '', most })
  if (mains === undefined) return undefined
  const [main, ...others] = mains.filter(({ kind }) => kind === 'officedocument')
  // A container that leads to no part at all opens in no word processor; what is read of it is where the text always stands.
  const name = mains.length === 0 ? 'word/document.xml' : main?.target
  if (name === undefined || others.length > 0) return undefined
  const led = await relations(zip, { of: name, most })
  if (led === undefined) return undefined
  const byRelation = led.flatMap(({ kind, target }) => {
    const is = ofKind[kind]
    return is === undefined ? [] : [{ name: target, is }]
  })
  const known = new Set([name, ...byRelation.map((one) => one.name)])
  const byName = zip.entries.flatMap(({ fileName }) => {
    const kind = /^word\/([a-z]+?)\d*\.xml$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
    const is = ofKind[kind.replace(/(header|footer)s$/, '$1')]
    return is === undefined || known.has(fileName.toLowerCase()) ? [] : [{ name: fileName.toLowerCase(), is }]
  })
  const styles = led.find(({ kind }) => kind === 'styles')?.target
  return { main: name, styles, besides: [...byRelation, ...byName] }
}

const ofKind: Readonly<Record<string, Beside>> = {
  comments: 'remark',
  footnotes: 'note',
  endnotes: 'note',
  header: 'margin',
  footer: 'margin',
  afchunk: 'other_file',
  subdocument: 'other_file',
}

interface Of {
  readonly of: string
  readonly most: number
}

const relations = async (zip: ZipParts, { of, most }: Of): Promise<readonly Relation[] | undefined> => {
  const found: Relation[] = []
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const opened = ({ name, attributes }: Tag): void => {
    if (name !== 'Relationship') return
    const { Type: type = '', Target: target = '', TargetMode: mode = 'Internal' } = attributes
    const kind = type.slice(type.lastIndexOf('/') + 1).toLowerCase()
    found.push({ kind, target: mode === 'Internal' ? wholeName(folder, target) : undefined })
  }
  const name = `${folder}_rels/${of.slice(folder.length)}.rels`
  return (await readPart(zip, { name, heard: { opened }, must: false, most })) ? found : undefined
}

const wholeName = (folder: string, target: string): string | undefined => {
  if (/[%\\:?#]|\.\.|\/\//.test(target)) return undefined
  return (target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`).toLowerCase()
}

interface Reading {
  readonly name: string
  readonly heard: Heard
  /** Whether there is no such file without it. */
  readonly must: boolean
  readonly most: number
}

/**
 * Whether a part was read, or is rightly missing. Names of parts are the same in capitals and small letters; of two parts under one name
 * each program takes another.
 */
export const readPart = async (zip: ZipParts, { name, heard, must, most }: Reading): Promise<boolean> => {
  const [entry, ...others] = zip.entries.filter(({ fileName }) => fileName.toLowerCase() === name.toLowerCase())
  if (entry === undefined) return !must
  if (others.length > 0 || entry.uncompressedSize > most) return false
  const part = xmlPart(heard)
  for await (const piece of await zip.open(entry)) if (piece instanceof Uint8Array) part.write(piece)
  part.end()
  return !part.isDoubtful()
}
