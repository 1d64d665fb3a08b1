import { inflateRawSync } from 'node:zlib'

/** The files of an evidence file by their names; each is unpacked when it is asked for. */
export interface Files {
  readonly names: readonly string[]
  /** The bytes of a file, or undefined when there is none of that name. */
  readonly bytes: (name: string) => Buffer | undefined
}

/** Why a file could not be read as a zip at all. */
export class NotAZip extends Error {
  override readonly name = 'NotAZip'
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/** Reads the directory of a zip (stored or deflated entries, no encryption). Throws NotAZip for anything else. */
export function openZip(zip: Buffer): Files {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endMark)
    throw new NotAZip('no end of a zip is found')
  const places = new Map<string, Place>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryMark) throw new NotAZip('its directory is damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    if (places.has(name)) throw new NotAZip(`it holds ${name} twice`)
    places.set(name, {
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return {
    names: [...places.keys()],
    bytes: (name) => {
      const place = places.get(name)
      return place && unpack(zip, { name, place })
    },
  }
}

interface Place {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

function unpack(zip: Buffer, { name, place }: { name: string; place: Place }): Buffer {
  const { offset, packed, method, size } = place
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== localMark) throw new NotAZip(`${name} is damaged`)
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  const raw = zip.subarray(start, start + packed)
  try {
    const bytes = method === 8 ? inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) }) : raw
    if ((method === 0 || method === 8) && bytes.length === size) return bytes
  } catch {
    // Falls through: what cannot be unpacked is damaged, however zlib puts it.
  }
  throw new NotAZip(`${name} is damaged`)
}
