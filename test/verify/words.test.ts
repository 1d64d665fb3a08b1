import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { zipOf } from '../../exhibits/zip-writer.js'
import { machineClock } from '../../clock/machine-clock.js'
import { verifyReplayed } from '../../cli/evidence/replay.js'
import { sealHistory } from '../../db/writes/sealed-histories.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { fingerprint } from '../../documents/document-store.js'
import { main, trustFrom, verifyFile } from '../../verify/main.js'
import { readKept } from '../../verify/check-kept.js'
import { told } from '../../verify/told.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { aLedger, evidenceFrom, opened, recordMore, resealed, signer, yueqing } from './a-ledger.js'
import { notesIn } from './forgeries/forging.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let base: ReadonlyMap<string, Buffer>
let folder: string
beforeAll(async () => {
  ledger = await aLedger('words of a verdict')
  base = await evidenceFrom(ledger.app)
  folder = await mkdtemp(join(tmpdir(), 'words-'))
})
afterAll(async () => {
  await ledger.close()
  await rm(folder, { recursive: true, force: true })
})

const textIn = (name: string): string => base.get(name)?.toString('utf8') ?? ''
const changed = (name: string, text: string) => new Map([...base, [name, Buffer.from(text)]])
/** What is changed here keeps the manifest it had. */
const verdict = (files: ReadonlyMap<string, Buffer>, kept: readonly string[] = []) =>
  verifyEvidence(opened(files), { keys: [], kept: kept.flatMap((text) => readKept(text) ?? []) })
const saidOf = (files: ReadonlyMap<string, Buffer>, kept: readonly string[] = []): readonly string[] =>
  verdict(files, kept).faults.map(({ check, says }) => `${check}: ${says.en}`)
const grave = /tree\.txt is damaged|changed after it was signed|written anew|entries are missing/

test('every number of a verdict is named in the language of its reader', () => {
  const said = told(verdict(base), { language: 'zh-CN', kept: 0 })
  expect(said).toContain('文本版本')
  expect(said).not.toMatch(/\bversions\b/)
})

test('a line left out of entries.ndjson is told as a change of that file, and not as one of the ledger or of its tree', () => {
  const lines = textIn('entries.ndjson').split('\n')
  const cut = changed('entries.ndjson', lines.filter((_, at) => at !== 40).join('\n'))
  const said = saidOf(cut, [notesIn(base).at(-1) ?? '']).filter((one) => /^(tree|kept|entries|manifest): /.test(one))
  expect(said[0]).toBe(`entries: Entry 41 of ${yueqing} is missing: after entry 40 comes entry 42.`)
  expect(said.filter((one) => one.startsWith('tree: '))).toEqual([
    expect.stringContaining(
      'entries.ndjson is not the file whose hash stands in manifest.json, so this file no longer',
    ),
  ])
  expect(said.filter((one) => one.startsWith('kept: '))).toEqual([expect.stringContaining('Ask for the file anew.')])
  expect(said).toContain('manifest: entries.ndjson is not the file whose hash stands in manifest.json.')
  expect(said.join('\n')).not.toMatch(grave)
  // Where whoever makes the file makes its manifest too, it is the ledger that was changed.
  expect(saidOf(resealed(cut), [notesIn(base).at(-1) ?? '']).join('\n')).toMatch(grave)
})

test('a sealed history left out of the file is one line, and not one for each entry it would tell', async () => {
  const name = [...base.keys()].find((one) => one.endsWith('.binpb')) ?? ''
  const bytes = base.get(name) ?? Buffer.alloc(0)
  const [stream, run] = [yueqing, `run-of-${yueqing}`]
  await sealHistory(ledger.app, { stream, run, sha256: fingerprint(bytes), size: bytes.length, events: 1 })
  await recordMore(ledger.app, 'under a seal')
  await makeCheckpoint(ledger.sequencer, { signers: [signer], atOnce: true })
  const files = await evidenceFrom(ledger.app)
  const own = [...files.keys()].filter((one) => one.endsWith('.binpb'))
  const without = new Map([...files].filter(([one]) => !own.includes(one)))
  const said = saidOf(without).filter((one) => one.startsWith('histories: '))
  expect(said).toHaveLength(own.length)
  for (const one of said) expect(one).toMatch(/^histories: The workflow history of run .* is not in the file\.$/)
})

test.each([
  ['with LF alone', (text: string) => text.replaceAll('\r\n', '\n')],
  ['with a byte-order mark', (text: string) => `\uFEFF${text}`],
])('a table saved %s is told as bytes that were changed, and not as one of other columns', (_, saved) => {
  const said = saidOf(changed('entries.csv', saved(textIn('entries.csv'))))
  expect(said).toEqual([
    expect.stringContaining('table: The bytes of entries.csv were changed'),
    expect.stringContaining('manifest: entries.csv is not the file whose hash stands in manifest.json: only the ends'),
  ])
  const other = changed('entries.csv', textIn('entries.csv').replace('place,', 'where,'))
  expect(saidOf(other)[0]).toContain('does not name the columns')
  expect(saidOf(other)[1]).not.toContain('only the ends')
})

test('a checkpoint.txt with the ends of lines of Windows says nothing against the keys', () => {
  const saved = changed('checkpoint.txt', textIn('checkpoint.txt').replaceAll('\n', '\r\n'))
  expect(saidOf(saved)).toEqual([expect.stringMatching(/^manifest: checkpoint\.txt .* only the ends of its lines/)])
  // One that was put in as the last and is another is one of the keys.
  const other = new Map([...base, ['checkpoint.txt', Buffer.from(notesIn(base)[0] ?? '')]])
  expect(saidOf(resealed(other)).map((one) => one.split(':', 1)[0])).toContain('keys')
})

test('the program in the file says what it does not check, in both languages, and the command line, which does, does not', () => {
  const alone = verdict(base)
  expect(told(alone, { language: 'en', kept: 0 })).toMatch(/^Not checked here: exceptions\.csv, .* replaying/m)
  expect(told(alone, { language: 'zh-CN', kept: 0 })).toMatch(/^此处未核验：exceptions\.csv/m)
  const replayed = verifyReplayed(opened(base), { kept: [], keys: [] })
  expect(told(replayed, { language: 'en', kept: 0 })).not.toContain('Not checked here')
})

test('of several true stamps on the last checkpoint the earliest is told: it says the most', () => {
  const [size, authority] = [7, 'CN=Time']
  const at = ['2027-01-02T00:00:00.000Z', '2027-01-01T00:00:00.000Z', '2027-01-03T00:00:00.000Z']
  const older = { size: 5, authority, at: '2026-01-01T00:00:00.000Z' }
  const stamped = [older, ...at.map((one) => ({ size, authority, at: one }))]
  const lines = told({ ...verdict(base), stamped }, { language: 'en', kept: 0 }).match(/^checkpoint \d+ existed.*$/gm)
  expect(lines).toEqual([
    'checkpoint 7 existed at 31 December 2026, 19:00 in New York / 2027-01-01T00:00:00.000Z, says CN=Time',
  ])
})

const file = async (name: string, bytes: Buffer | string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
const firstOf = async (path: string): Promise<string> => {
  const { first } = await verifyFile(path, () => verdict(base))
  for (const says of [first?.says.en ?? '', first?.says['zh-CN'] ?? ''])
    expect(says).toMatch(/Hand in the zip as it was given out|请原样提供所发出的 zip/)
  return first?.says.en ?? ''
}

test('a file that cannot be read says what was done to it and what to do next', async () => {
  const zip = zipOf(base, machineClock())
  expect(await firstOf(await file('cut.zip', zip.subarray(0, zip.length / 2)))).toContain('it was cut short on its way')
  expect(await firstOf(await file('page.zip', '<html>no zip'))).toContain('it is another file, or was saved as text')
  const macs = zipOf(new Map([...base, ['.DS_Store', Buffer.from('x')]]), machineClock())
  expect(await firstOf(await file('macs.zip', macs))).toContain('was put in by whoever packed it again')
  const flags = Buffer.from(zip)
  flags.writeUInt16LE(0, 6)
  flags.writeUInt16LE(0, flags.readUInt32LE(flags.length - 6) + 8)
  expect(await firstOf(await file('again.zip', flags))).toContain('as when a file is unpacked and packed again')
  expect(await firstOf(folder)).toContain('it is a folder')
  expect(await firstOf(join(folder, 'absent.zip'))).toContain('there is no such file')
})

test('a checkpoint kept in another way than as a note says what to do with it', async () => {
  const note = notesIn(base)[0] ?? ''
  const brought = (path: string) => () => trustFrom({ checkpoints: [path], keys: [] })
  const mail = await file('mail.txt', `From: log@example.org\nSubject: Checkpoint\n\n${note}\nYours, the ledger\n`)
  expect(brought(mail)).toThrow('leave nothing in it but the lines from the name of the log')
  const wide = await file('wide.txt', Buffer.from(`\uFEFF${note}`, 'utf16le'))
  expect(brought(wide)).toThrow('it is saved as UTF-16: save it as UTF-8')
  expect(brought('12')).toThrow('give one that you kept')
})

test('the program in the file refuses a language it does not speak', async () => {
  const path = await file('sound.zip', zipOf(base, machineClock()))
  const said: string[] = []
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  )
  try {
    expect(await main([path, '--language', 'fr'])).toBe(2)
    expect(said.join('')).toContain('the verdict is not told in "fr"; allowed are en and zh-CN')
    expect(await main([path, '--language', 'zh-CN'])).toBe(0)
    expect(said.join('')).toContain('全部相符。')
  } finally {
    out?.mockRestore()
    err?.mockRestore()
  }
})
