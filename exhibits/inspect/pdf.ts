import { inflate } from 'node:zlib'
import { promisify } from 'node:util'
import { defined } from '../../domain/values/defined.js'
import type { FileVerdict } from '../../domain/exhibits/verdicts.js'
import type { ByteSource } from '../source.js'
import { refused, type Inspection } from './inspection.js'

const unpack = promisify(inflate)
const most = 32 * 1024 * 1024
/** As much of what stood before is kept as a dictionary or a word may need. */
const overlap = 2_048

/** What no file may hold, in its own dictionaries and in those packed into object streams. */
const finds: readonly (readonly [RegExp, FileVerdict])[] = [
  [/\/Encrypt(?![A-Za-z])/, 'encrypted'],
  [/\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm)(?![A-Za-z])/, 'active'],
]
/** Too short to be looked for in packed data, where it comes up by chance. */
const shortFind = /\/JS(?![A-Za-z])/
const page = /\/Type\s*\/Page(?![A-Za-z])/g

interface Reading {
  verdict?: FileVerdict
  pages: number
}

/** A PDF: what it does when it is opened, whether it can be opened, and how many pages it has. */
export const inspectPdf = async (source: ByteSource): Promise<Inspection> => {
  const tail = Buffer.from(await source.read(Math.max(0, source.size - overlap), overlap)).toString('latin1')
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0) return refused('unreadable')
  if (!/^[\s\0]*$/.test(tail.slice(end + 5))) return refused('polyglot')
  const reading: Reading = { pages: 0 }
  for await (const { text, packed } of partsOf(source)) {
    look(text, reading)
    if (packed !== undefined) await lookInto(packed, reading)
    if (reading.verdict !== undefined) return refused(reading.verdict)
  }
  return { ok: true, media: 'application/pdf', ...defined({ pages: reading.pages === 0 ? undefined : reading.pages }) }
}

const look = (text: string, reading: Reading): void => {
  const plain = text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const found = finds.find(([form]) => form.test(plain))?.[1] ?? (shortFind.test(plain) ? 'active' : undefined)
  reading.pages += plain.match(page)?.length ?? 0
  if (found !== undefined) reading.verdict ??= found
}

/** An object stream: dictionaries, packed. One that cannot be unpacked hides what it holds. */
const lookInto = async (packed: Buffer, reading: Reading): Promise<void> => {
  try {
    look((await unpack(packed, { maxOutputLength: most })).toString('latin1'), reading)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    const isTooMuch = code === 'ERR_BUFFER_TOO_LARGE'
    reading.verdict ??= isTooMuch ? 'bomb' : 'unreadable'
  }
}

interface Part {
  /** What stands outside of streams. */
  readonly text: string
  /** The stream behind it, where that holds objects. */
  readonly packed?: Buffer
}

const opens = /(?<!end)stream\r?\n/g
const closes = Buffer.from('endstream')

/** Where the reading of a file stands: between two streams, or within one. */
interface Place {
  text: string
  /** Of the stream it is within: its last bytes, which may begin the word that ends it. */
  within?: Buffer | undefined
  objects?: Buffer[] | undefined
}

/** The file as what stands between its streams, and those streams that hold objects. What other streams hold is passed over. */
async function* partsOf(source: ByteSource): AsyncGenerator<Part> {
  const place: Place = { text: '' }
  for await (const piece of source.stream()) {
    let rest: Buffer = Buffer.from(piece)
    while (rest.byteLength > 0) {
      const { part, left } = place.within === undefined ? between(place, rest) : inside(place, rest)
      if (part !== undefined) yield part
      rest = left
    }
  }
  // A stream that does not end hides the rest of the file.
  yield place.within === undefined ? { text: place.text } : { text: place.text, packed: Buffer.from('cut off') }
}

interface Went {
  readonly part?: Part
  readonly left: Buffer
}
const nothing = Buffer.alloc(0)

const between = (place: Place, bytes: Buffer): Went => {
  opens.lastIndex = Math.max(0, place.text.length - 8)
  place.text += bytes.toString('latin1')
  const found = opens.exec(place.text)
  if (found !== null) {
    const left = Buffer.from(place.text.slice(found.index + found[0].length), 'latin1')
    place.text = place.text.slice(0, found.index)
    place.within = nothing
    place.objects = /\/ObjStm(?![A-Za-z])/.test(place.text.slice(-overlap)) ? [] : undefined
    return { left }
  }
  if (place.text.length < overlap * 4) return { left: nothing }
  const cut = place.text.lastIndexOf('\n', place.text.length - overlap) + 1 || place.text.length - overlap
  const text = place.text.slice(0, cut)
  place.text = place.text.slice(cut)
  return { part: { text }, left: nothing }
}

const inside = (place: Place, bytes: Buffer): Went => {
  const both = Buffer.concat([place.within ?? nothing, bytes])
  const end = both.indexOf(closes)
  const kept = end < 0 ? Math.max(0, both.byteLength - closes.byteLength) : end
  place.objects?.push(both.subarray(0, kept))
  if (end < 0) {
    place.within = both.subarray(kept)
    return { left: nothing }
  }
  const packed = place.objects === undefined ? undefined : Buffer.concat(place.objects)
  const part: Part = { text: place.text, ...defined({ packed }) }
  place.text = ''
  place.within = undefined
  return { part, left: both.subarray(end) }
}
