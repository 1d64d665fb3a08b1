import { closeSync, createReadStream, createWriteStream, fstatSync, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { NotAZip } from './not-a-zip.js'
import { windowOn } from './source.js'
import type { Unpacked } from './source.js'
import { damaged, unpack } from './zip.js'
import type { Files } from './zip.js'
import { readDirectory } from './zip-directory.js'
import type { ZipPlace } from './zip-directory.js'

/** Files from so many bytes on are not held in memory, but unpacked beside it. */
const largeBytes = 8 * 1024 * 1024

/** An evidence file that is open, until it is closed. */
export interface OpenedZip {
  readonly files: Files
  readonly close: () => Promise<void>
}

/**
 * Opens a zip of any size as `openZip` does, in little memory: what is large in it is unpacked into a folder of its own `within` the
 * one for such things, readable by nobody else, which goes when the file is closed. Throws NotAZip for what is no zip of ours.
 */
export async function openZipFile(file: string, { large = largeBytes, within = tmpdir() } = {}): Promise<OpenedZip> {
  const opened: Unpacked[] = []
  const open = (path: string): Unpacked => {
    const descriptor = openSync(path, 'r')
    const one = { descriptor, length: fstatSync(descriptor).size }
    opened.push(one)
    return one
  }
  const folder = await mkdtemp(join(within, 'evidence-'))
  const close = async (): Promise<void> => {
    for (const { descriptor } of opened) closeSync(descriptor)
    // A file whose writing broke off may be opened by it a moment later still.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const zip = open(file)
    const places = readDirectory(zip)
    const beside = new Map<string, Unpacked>()
    for (const [name, place] of places) {
      if (place.size < large && place.packed < large) continue
      const path = join(folder, String(beside.size))
      await unpackInto(path, { file, name, place })
      beside.set(name, open(path))
    }
    // What is open can be read though its name is gone: so nothing stays behind, however this process ends.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    return { files: filesIn(zip, { places, beside }), close }
  } catch (error) {
    await close()
    throw error
  }
}

interface Lying {
  readonly places: ReadonlyMap<string, ZipPlace>
  readonly beside: ReadonlyMap<string, Unpacked>
}

function filesIn(zip: Unpacked, { places, beside }: Lying): Files {
  const look = windowOn(zip)
  const bytes = (name: string): Buffer | undefined => {
    const [place, large] = [places.get(name), beside.get(name)]
    if (large !== undefined) return Buffer.from(windowOn(large)(0, large.length))
    return place && Buffer.from(unpack(look(place.start, place.packed), { name, place }))
  }
  return { names: [...places.keys()], bytes, source: (name) => beside.get(name) ?? bytes(name) }
}

interface Packed {
  readonly file: string
  readonly name: string
  readonly place: ZipPlace
}

/** Unpacks one file of a zip into another, piece by piece, and never more than it says it has. */
async function unpackInto(path: string, { file, name, place }: Packed): Promise<void> {
  const { start, packed, method, size, crc } = place
  const read = createReadStream(file, { start, end: start + packed - 1 })
  const write = createWriteStream(path, { mode: 0o600, flags: 'wx' })
  let [length, sum] = [0, 0]
  const counted = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      length += piece.length
      sum = crc32(piece, sum)
      if (length > size) throw new NotAZip(damaged(name))
      yield piece
    }
  }
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  try {
    await (method === 0 ? pipeline(read, counted, write) : pipeline(read, inflate, counted, write))
  } catch (error) {
    // What cannot be unpacked is damaged, however zlib puts it; a disk that is full is not.
    const isOfDisk = error instanceof Error && 'syscall' in error
    throw isOfDisk ? error : new NotAZip(damaged(name))
  }
  const used = method === 0 ? length : inflate.bytesWritten
  if (length !== size || sum !== crc || used !== packed) throw new NotAZip(damaged(name))
}
