import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { keyOf, type DocumentStore } from '../../documents/document-store.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { keepsTheContract } from './document-store-contract.js'

let folder: string
let store: DocumentStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-documents-'))
  store = createFolderStore({ folder })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

keepsTheContract('folder store', {
  store: () => store,
  damage: (sha256) => writeFile(join(folder, keyOf(sha256)), 'something else'),
})

test('no half-written file stays beside the documents', async () => {
  await store.put(new TextEncoder().encode('one more'))
  const names = await readdir(folder, { recursive: true })
  expect(names.some((name) => name.includes('one') || name.endsWith('.part'))).toBe(false)
})

test('a disk without room is said to be full, with what to do, and nothing half written stays', async () => {
  const small = await mkdtemp(join(tmpdir(), 'cornerstone-documents-full-'))
  // A file-size limit of 1 MiB stands for the full disk: the write fails in its middle, as it does there.
  const { stdout } = await promisify(execFile)('bash', [
    '-c',
    'ulimit -f 1024; exec node --import tsx "$0" "$1"',
    new URL('put-too-much.mts', import.meta.url).pathname,
    small,
  ])
  expect(JSON.parse(stdout)).toEqual({
    name: 'DocumentStoreFull',
    what: `The disk of the document folder ${small} is full; the document was not kept.`,
    allowed: 'A document is kept whole or not at all.',
    next: 'Free some space or move the folder to a larger disk; what waits is then written by itself.',
  })
  const left = await readdir(small, { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => entry.isFile())).toEqual([])
  await rm(small, { recursive: true })
})

test('the health check fails, and there is no room for a new matter, before the last bytes are gone', async () => {
  const greedy = createFolderStore({ folder, freeBytesAtLeast: Number.MAX_SAFE_INTEGER })
  await expect(greedy.check()).rejects.toMatchObject({ name: 'DocumentStoreFull' })
  await expect(greedy.room()).rejects.toMatchObject({ name: 'DocumentStoreFull' })
  await expect(createFolderStore({ folder }).room()).resolves.toBeUndefined()
})

test('a folder that cannot be one is a fault that names it', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const broken = createFolderStore({ folder: file })
  await expect(broken.check()).rejects.toMatchObject({
    name: 'DocumentStoreFault',
    what: expect.stringContaining(file),
  })
  await expect(broken.put(new Uint8Array([1]))).rejects.toMatchObject({ name: 'DocumentStoreFault' })
})
