import { createHash } from 'node:crypto'
import type { ExhibitStore } from './exhibit-store.js'
import { FileDamaged, openSealed, sealedSize } from './sealed-stream.js'
import { joined, type ByteSource } from './source.js'

/** A file as it lies in the store: in parts, under a key of its own. */
export interface StoredFile {
  readonly key: Buffer | undefined
  readonly parts: readonly { readonly name: string; readonly size: number }[]
}

/** The file, opened; undefined where its key or one of its parts is gone. */
export const openFile = async (store: ExhibitStore, { key, parts }: StoredFile): Promise<ByteSource | undefined> => {
  if (key === undefined) return undefined
  const opened: ByteSource[] = []
  for (const { name } of parts) {
    const kept = await store.open(name)
    if (kept === undefined) return undefined
    opened.push(await openSealed(kept, { key, name }))
  }
  return joined(opened)
}

/** Whether every part lies in the store with its length: what can be seen without a key, and without reading. */
export const liesWhole = async (store: ExhibitStore, { parts }: Pick<StoredFile, 'parts'>): Promise<boolean> => {
  for (const { name, size } of parts) if ((await store.open(name))?.size !== sealedSize(size)) return false
  return parts.length > 0
}

/** Whether the file, read from its first byte to its last, is the one with this fingerprint. */
export const isTheFile = async (
  store: ExhibitStore,
  { sha256, ...file }: StoredFile & { readonly sha256: string },
): Promise<boolean> => {
  const hash = createHash('sha256')
  try {
    const source = await openFile(store, file)
    if (source === undefined) return false
    for await (const piece of source.stream()) hash.update(piece)
  } catch (error) {
    if (error instanceof FileDamaged) return false
    throw error
  }
  return hash.digest('hex') === sha256
}
