import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  DocumentStoreFault,
  DocumentStoreFull,
  fingerprint,
  intact,
  keyOf,
  type DocumentStore,
} from './document-store.js'

/**
 * A document store in a folder. A document is written to a temporary file, flushed to disk and renamed, so that a name
 * never stands for a part of a document, even when the power fails. The folder is made when it is missing.
 */
export const createFolderStore = ({
  folder,
  freeBytesAtLeast = 64 * 1024 * 1024,
}: FolderStoreOptions): DocumentStore => ({
  put: async (bytes) => {
    const sha256 = fingerprint(bytes)
    const path = join(folder, keyOf(sha256))
    if (!(await isThere(path))) await writeOnce(path, { bytes, folder })
    return { sha256, size: bytes.byteLength }
  },
  get: async (sha256) => {
    const bytes = await readIfThere(join(folder, keyOf(sha256)))
    return bytes === undefined ? undefined : intact(bytes, sha256)
  },
  has: (sha256) => isThere(join(folder, keyOf(sha256))),
  check: async () => {
    await mkdir(folder, { recursive: true })
      .then(() => access(folder, constants.W_OK))
      .catch((error: unknown) => Promise.reject(asFault(error, folder)))
    await mustHaveRoom(folder, freeBytesAtLeast)
  },
  room: () => mustHaveRoom(folder, freeBytesAtLeast),
})

interface FolderStoreOptions {
  readonly folder: string
  /** Below this many free bytes the health check fails and there is no room for a new matter. */
  readonly freeBytesAtLeast?: number
}

/** A folder that is not there yet is made when the first document comes. */
const mustHaveRoom = async (folder: string, freeBytesAtLeast: number): Promise<void> => {
  const disk = await statfs(folder).catch(() => undefined)
  if (disk === undefined || disk.bavail * disk.bsize >= freeBytesAtLeast) return
  throw new DocumentStoreFull({
    what: 'The disk on which documents are kept is all but full.',
    allowed: `At least ${Math.ceil(freeBytesAtLeast / 1024 / 1024)} MiB must be free.`,
    next: 'Free some space or move the folder to a larger disk; what waits is then written by itself.',
  })
}

const writeOnce = async (path: string, { bytes, folder }: { readonly bytes: Uint8Array; readonly folder: string }) => {
  const waiting = `${path}.${randomUUID()}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeAndFlush(waiting, bytes)
    await rename(waiting, path)
    await flushFolder(dirname(path))
  } catch (error) {
    await rm(waiting, { force: true }).catch(() => undefined)
    throw asFault(error, folder)
  }
}

const writeAndFlush = async (path: string, bytes: Uint8Array) => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without this a crash may forget the new name though the bytes are safe. Windows cannot open a folder. */
const flushFolder = async (path: string) => {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const readIfThere = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw asFault(error, path)
  }
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

const noRoom = new Set<string | undefined>(['ENOSPC', 'EDQUOT', 'EFBIG'])

const asFault = (error: unknown, folder: string): Error => {
  const code = codeOf(error)
  if (code === undefined) return error instanceof Error ? error : new Error(String(error))
  if (noRoom.has(code)) return full(folder, error)
  return new DocumentStoreFault(
    {
      what: `The document folder ${folder} cannot be used (${code}).`,
      allowed: 'The folder must exist, or be creatable, and be writable by the account that runs the program.',
      next: 'Correct its path or its permissions; what waits is then written by itself.',
    },
    { cause: error },
  )
}

const full = (folder: string, cause?: unknown): DocumentStoreFull =>
  new DocumentStoreFull(
    {
      what: `The disk of the document folder ${folder} is full; the document was not kept.`,
      allowed: 'A document is kept whole or not at all.',
      next: 'Free some space or move the folder to a larger disk; what waits is then written by itself.',
    },
    { cause },
  )
