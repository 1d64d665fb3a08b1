import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { placeOf, type ExhibitStore } from './exhibit-store.js'
import type { KeptBytes } from './sealed-stream.js'

const leastFree = 256 * 1024 * 1024

/**
 * Sealed files in a folder outside of whatever is served. A file is written beside its place, flushed and renamed, so that a
 * name never stands for a part of it.
 */
export const createExhibitFolder = (folder: string): ExhibitStore => ({
  put: async (name, bytes) => {
    const path = join(folder, placeOf(name))
    const waiting = `${path}.${randomUUID()}.part`
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    try {
      await writeAndFlush(waiting, bytes)
      await rename(waiting, path)
    } catch (error) {
      await rm(waiting, { force: true })
      throw error
    }
  },
  open: (name) => keptIn(join(folder, placeOf(name))),
  remove: (name) => rm(join(folder, placeOf(name)), { force: true }),
  room: async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const disk = await statfs(folder)
    if (disk.bavail * disk.bsize < leastFree) throw new ExhibitStoreFull()
  },
})

/** No room left for a file. */
export class ExhibitStoreFull extends Error {
  override readonly name = 'ExhibitStoreFull'

  constructor() {
    super('The disk on which exhibits are kept is all but full. Free some space or move the folder to a larger disk.')
  }
}

const writeAndFlush = async (path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await writeFile(file, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const keptIn = async (path: string): Promise<KeptBytes | undefined> => {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  return found === undefined
    ? undefined
    : { size: found.size, read: (offset, length) => readFrom(path, { offset, length }) }
}

const readFrom = async (path: string, { offset, length }: { offset: number; length: number }): Promise<Uint8Array> => {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
