import { crc32, inflateRawSync } from 'node:zlib'
import { fieldsOf } from './entry.js'
import type { Said } from './fault.js'
import { NotAZip } from './not-a-zip.js'
import type { Source } from './source.js'
import { readDirectory } from './zip-directory.js'
import type { ZipPlace } from './zip-directory.js'

/** The files of an evidence file by their names; each is unpacked when it is asked for. */
export interface Files {
  readonly names: readonly string[]
  /** The bytes of a file, or undefined when there is none of that name. */
  readonly bytes: (name: string) => Buffer | undefined
  /** The same for one that may be larger than the memory. Left out, all of them lie in it. */
  readonly source?: (name: string) => Source | undefined
}

/** What a file holds, to be read piece by piece; nothing where there is none of that name. */
export const sourceOf = (files: Files, name: string): Source => (files.source ?? files.bytes)(name) ?? Buffer.alloc(0)

/**
 * Opens a zip as Cornerstone writes it, and no other: files one behind another from the first byte, then one directory that says of
 * each the same, then the end; stored or deflated, within the limits. So all programs see the same files in it, and nothing is
 * unpacked that is larger than it says. Throws NotAZip for anything else.
 */
export function openZip(zip: Buffer): Files {
  const places = readDirectory(zip)
  return {
    names: [...places.keys()],
    bytes: (name) => {
      const place = places.get(name)
      return place && unpack(zip.subarray(place.start, place.start + place.packed), { name, place })
    },
  }
}

/** Unpacks what was packed of a file, in one piece. Throws NotAZip where it is not what the directory says. */
export function unpack(packed: Buffer, { name, place }: { name: string; place: ZipPlace }): Buffer {
  const { method, size, crc } = place
  const bytes = method === 0 ? packed : inflated(packed, size)
  if (bytes?.length !== size || crc32(bytes) !== crc) throw new NotAZip(damaged(name))
  return bytes
}

/** What was deflated, in one piece of just its size; undefined for more or less than that, or bytes behind it. */
function inflated(raw: Buffer, size: number): Buffer | undefined {
  try {
    const settings = { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64), info: true }
    const given: unknown = inflateRawSync(raw, settings)
    const { buffer, engine } = fieldsOf({ given }, 'given')
    const used = fieldsOf({ engine }, 'engine')['bytesWritten']
    return Buffer.isBuffer(buffer) && used === raw.length ? buffer : undefined
  } catch {
    // What cannot be unpacked is damaged, however zlib puts it.
    return undefined
  }
}

/** That a file is not what the directory says of it. */
export const damaged = (name: string): Said => ({ en: `${name} is damaged`, 'zh-CN': `${name} 已损坏` })
