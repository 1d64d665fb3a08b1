import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createExhibitFolder } from '../../exhibits/folder-store.js'
import { FileDamaged, makeFileKey, openSealed, sealStream } from '../../exhibits/sealed-stream.js'
import { joined, sourceOf, type ByteSource } from '../../exhibits/source.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-exhibits-'))
})
afterAll(() => rm(folder, { recursive: true }))

const name = '0a1b2c3d-1111-4222-8333-444455556666.0'
const under = { key: makeFileKey(), name }
const bytesOf = (size: number): Buffer => Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251))
const whole = async (source: ByteSource): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of source.stream()) pieces.push(piece)
  return Buffer.concat(pieces)
}
const sealed = async (bytes: Buffer): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of sealStream(sourceOf(bytes, 10_007).stream(), { under })) pieces.push(piece)
  return Buffer.concat(pieces)
}
const opened = (bytes: Buffer, with_ = under) =>
  openSealed({ size: bytes.byteLength, read: async (at, length) => bytes.subarray(at, at + length) }, with_)

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_500_000])(
  'a file of %i bytes is read as it was sealed, whole and from anywhere',
  async (size) => {
    const bytes = bytesOf(size)
    const source = await opened(await sealed(bytes))
    expect([source.size, (await whole(source)).equals(bytes)]).toEqual([size, true])
    for (const [at, length] of [
      [0, 10],
      [65_530, 20],
      [size - 5, 50],
      [size, 4],
    ] as const)
      if (at >= 0) expect(Buffer.from(await source.read(at, length)).equals(bytes.subarray(at, at + length))).toBe(true)
  },
)

test('sealed bytes that were changed, cut off, put in another order or under another name or key are not read', async () => {
  const good = await sealed(bytesOf(200_000))
  const changed = Buffer.from(good)
  changed[70_000] = (changed[70_000] ?? 0) ^ 1
  const segment = 65_536 + 16
  const swapped = Buffer.concat([
    good.subarray(0, 11),
    good.subarray(11 + segment, 11 + 2 * segment),
    good.subarray(11, 11 + segment),
    good.subarray(11 + 2 * segment),
  ])
  const cut = good.subarray(0, 11 + 2 * segment)
  const read = async (bytes: Buffer, with_ = under) => whole(await opened(bytes, with_))
  for (const bytes of [changed, swapped, cut, good.subarray(0, -1)])
    await expect(read(bytes)).rejects.toThrow(FileDamaged)
  await expect(read(good, { ...under, name: name.replace('.0', '.1') })).rejects.toThrow(FileDamaged)
  await expect(read(good, { ...under, key: makeFileKey() })).rejects.toThrow(FileDamaged)
  expect((await read(good)).equals(bytesOf(200_000))).toBe(true)
})

test('a folder keeps sealed bytes whole or not at all, under names of ours alone', async () => {
  const store = createExhibitFolder(folder)
  await store.room()
  await store.put(name, sealStream(sourceOf(Buffer.from('a marker nobody else writes')).stream(), { under }))
  const kept = await store.open(name)
  expect(kept && (await whole(await openSealed(kept, under))).toString()).toBe('a marker nobody else writes')
  const there = await readdir(join(folder, '0a'))
  expect(there).toEqual([name])
  expect((await readFile(join(folder, '0a', name))).includes('marker')).toBe(false)
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half')
    throw new Error('the line went')
  }
  await expect(store.put(name.replace('.0', '.1'), broken())).rejects.toThrow('the line went')
  expect(await readdir(join(folder, '0a'))).toEqual([name])
  await writeFile(join(folder, 'beside'), 'x')
  expect(() => store.open('../beside')).toThrow(RangeError)
  await store.remove(name)
  await store.remove(name)
  expect(await store.open(name)).toBeUndefined()
})

test('parts behind one another are read as one', async () => {
  const bytes = bytesOf(1_000)
  const source = joined(
    [bytes.subarray(0, 300), bytes.subarray(300, 301), bytes.subarray(301)].map((part) => sourceOf(part)),
  )
  expect([source.size, (await whole(source)).equals(bytes)]).toEqual([1_000, true])
  expect(Buffer.from(await source.read(290, 30)).equals(bytes.subarray(290, 320))).toBe(true)
})
