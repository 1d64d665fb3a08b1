import { closeSync, openSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { zipOf } from '../../exhibits/zip-writer.js'
import { verifyReplayed } from '../../cli/evidence/replay.js'
import { verifyInTwo } from '../../cli/evidence/verify-in-two.js'
import { machineClock } from '../../clock/machine-clock.js'
import { NotAZip } from '../../verify/not-a-zip.js'
import { linesOf, piecesOf } from '../../verify/source.js'
import { sha256Over } from '../../verify/tree.js'
import { openZip } from '../../verify/zip.js'
import { openZipFile } from '../../verify/zip-file.js'
import { aLedger, evidenceFrom, resealed } from './a-ledger.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let whole: ReadonlyMap<string, Buffer>
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-large-'))
  ledger = await aLedger('evidence larger than the memory')
  whole = await evidenceFrom(ledger.app, { kind: 'programme', id: 'gasme' })
})
afterAll(async () => {
  await ledger.close()
  await rm(folder, { recursive: true })
})

const trust = { kept: [], keys: [] }
/** Each file of at least a byte is unpacked beside the memory. */
const opened = async (bytes: Buffer) => {
  const path = join(folder, 'evidence.zip')
  await writeFile(path, bytes)
  return await openZipFile(path, { large: 1, within: folder })
}

test.each([
  ['nothing was changed', 'README.txt', (text: string) => text],
  ['an actor was changed', 'entries.ndjson', (text: string) => text.replace('"actor":"', '"actor":"x')],
  ['entries were cut off', 'entries.ndjson', (text: string) => text.slice(0, text.lastIndexOf('\n', 9e3))],
  ['a row of the table is gone', 'entries.csv', (text: string) => text.replace(/^\d+,.*\r\n/m, '')],
  ['a row was added at the end', 'entries.csv', (text: string) => `${text}1,2,3\r\n`],
  ['an exception was added', 'exceptions.csv', (text: string) => `${text}waiver,x,1\r\n`],
  ['a line has no end', 'texts.ndjson', (text: string) => `${text}{}`],
] as const)('where %s, a file that is unpacked beside the memory gives the verdict of one in it', async (...row) => {
  const [, name, change] = row
  const changed = Buffer.from(change(whole.get(name)?.toString('utf8') ?? ''))
  const zip = zipOf(resealed(new Map([...whole, [name, changed]])), machineClock())
  const { files, close } = await opened(zip)
  const wanted = verifyReplayed(openZip(zip), trust)
  expect(verifyReplayed(files, trust)).toEqual(wanted)
  expect(await verifyInTwo(files, { ...trust, from: 0 })).toEqual(wanted)
  expect(wanted.sound).toBe(name === 'README.txt')
  await close()
})

test('what was unpacked has no name while it is read, and is gone when the file could not be opened', async () => {
  const beside = async () => (await readdir(folder)).filter((name) => name.startsWith('evidence-'))
  const zip = zipOf(whole, machineClock())
  const { files, close } = await opened(zip)
  expect(await beside()).toEqual([])
  expect(files.bytes('entries.ndjson')).toEqual(whole.get('entries.ndjson'))
  await close()
  const begins = zip.indexOf('entries.ndjson') + 'entries.ndjson'.length
  for (let at = begins; at < begins + 200; at += 1) {
    const damaged = Buffer.from(zip)
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (at % 8)), at)
    await expect(opened(damaged)).rejects.toThrow(NotAZip)
  }
  expect(await beside()).toEqual([])
})

test('lines are the same in memory and beside it, however long they are', async () => {
  const lengths = [0, 1, 16_383, 16_384, 16_385, 70_000, 0, 1_048_576, 3, 2_500_000, 5]
  const text = lengths.map((length, at) => String.fromCharCode(97 + at).repeat(length)).join('\n')
  for (const bytes of [Buffer.from(text), Buffer.from(`${text}\n`), Buffer.from('\n\n'), Buffer.alloc(0)]) {
    const path = join(folder, 'lines')
    await writeFile(path, bytes)
    const descriptor = openSync(path, 'r')
    const beside = { descriptor, length: bytes.length }
    expect([...linesOf(beside)].map((line) => line.length)).toEqual([...linesOf(bytes)].map((line) => line.length))
    expect([...linesOf(beside)].join('\n')).toBe([...linesOf(bytes)].join('\n'))
    expect(sha256Over(piecesOf(beside))).toEqual(sha256Over([bytes]))
    closeSync(descriptor)
  }
})
