import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { full } from '../../domain/gicc/full.js'
import { readKept } from '../../verify/check-kept.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { aLedger, elsewhere, evidenceFrom, opened, signer, verdictOn, yueqing } from './a-ledger.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let base: ReadonlyMap<string, Buffer>
let programme: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  ledger = await aLedger('sound evidence')
  base = await evidenceFrom(ledger.app)
  programme = await evidenceFrom(ledger.app, { kind: 'programme', id: 'gasme' })
})
afterAll(() => ledger.close())

const textIn = (files: ReadonlyMap<string, Buffer>, name: string): string => files.get(name)?.toString('utf8') ?? ''
/** The files with one of them changed as text. */
const with_ = (
  files: ReadonlyMap<string, Buffer>,
  { name, change }: { readonly name: string; readonly change: (text: string) => string },
) => new Map([...files, [name, Buffer.from(change(textIn(files, name)))]])
const said = (files: ReadonlyMap<string, Buffer>, kept: readonly string[] = []): string =>
  verdictOn(files, kept).first?.says.en ?? 'sound'

test('the evidence of one base fits, under several checkpoints and between entries of others', () => {
  const verdict = verdictOn(base)
  expect(verdict.faults).toEqual([])
  expect(verdict.figures).toMatchObject({ streams: 1, rules: 1 })
  expect(verdict.figures['checkpoints']).toBeGreaterThan(4)
  expect(verdict.figures['entries']).toBeGreaterThan(200)
  expect(verdict.figures['acts']).toBeGreaterThan(80)
  expect(verdict.figures['papers']).toBeGreaterThan(5)
})

test('it tells nothing of the other programme but hashes, and neither does the evidence of its neighbour', () => {
  for (const files of [base, programme]) {
    const all = [...files.values()].map((bytes) => bytes.toString('utf8')).join('\n')
    expect(all).toContain(yueqing)
    expect(all).not.toContain(elsewhere)
    expect(all).not.toMatch(/stream other/)
  }
})

test('the evidence of a programme fits, and shows that no base of it was left out', () => {
  expect(verdictOn(programme).faults).toEqual([])
  expect(textIn(programme, 'state.txt')).toContain(`r stream ${yueqing} `)
})

test('a base left out of the evidence of its programme is missed', () => {
  const hidden = with_(programme, {
    name: 'state.txt',
    change: (text) => text.replace(/^r stream gasme.*\n/m, `g 0 ${'ab'.repeat(32)}\n`),
  })
  expect(verdictOn(hidden).faults.map(({ check }) => check)).toContain('state')
})

test('entries cut off the end of the file are missed, although the chain that is left is whole', () => {
  const lines = textIn(base, 'entries.ndjson').trimEnd().split('\n')
  const cut = with_(base, { name: 'entries.ndjson', change: () => `${lines.slice(0, -3).join('\n')}\n` })
  const { faults } = verdictOn(cut)
  expect(faults.map(({ check }) => check)).toEqual(expect.arrayContaining(['tree', 'state']))
  expect(faults.find(({ check }) => check === 'state')?.says.en).toContain(`entry ${lines.length} was its last`)
})

test.each([
  ['manifest.json', (text: string) => text.replace('"format":3', '"format":4'), 'this program reads form 3'],
  ['manifest.json', () => '{}', 'not an evidence file'],
  ['entries.ndjson', (text: string) => text.replace('{"actor"', '{ "actor"'), 'is not the canonical text'],
  [
    'tree.txt',
    (text: string) => text.replace(/^g (\d+) ./m, 'g $1 0').replace(/^e (\d)/, 'e 9$1'),
    'tree.txt is damaged',
  ],
  [
    'state.txt',
    (text: string) => text.replace(/^r procedure .*$/m, `g 0 ${'0'.repeat(64)}`),
    'not those the checkpoint',
  ],
  ['checkpoints.ndjson', (text: string) => text.replace(/time 20\d\d/, 'time 2019'), 'bears no true signature'],
  ['checkpoints.ndjson', () => '', 'no signed checkpoint'],
  ['keys.txt', () => `${readSigner(makeSignerKey('example.org/gasme')).verifierKey}\n`, 'bears no true signature'],
  ['proofs.json', (text: string) => text.replace(/"path":\["./, '"path":["z'), 'does not hold'],
  ['proofs.json', () => '', 'proofs.json is missing'],
  ['differences.ndjson', () => '{"says":"a head is not its last entry."}\n', 'the installation found: a head'],
  [
    `procedures/full@${full.version}.json`,
    (text: string) => text.replace('"slots":10', '"slots":99'),
    'not those that were signed',
  ],
])('%s changed is found', (name, change, says) => {
  const faults = verdictOn(with_(base, { name, change })).faults.map((one) => one.says.en)
  expect(faults.join('\n')).toContain(says)
})

test('a checkpoint in the short form of letters is enough to see that the ledger is another', () => {
  const { last } = verdictOn(base)
  const short = `${last?.size}:${last?.root.slice(0, 16)}`
  expect(said(base, [short])).toBe('sound')
  expect(said(base, [short.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))])).toContain(
    'the ledger was written anew',
  )
  expect(said(base, [`${(last?.size ?? 0) + 5}:0123456789abcdef`])).toContain('its end was cut')
  expect(readKept('no checkpoint')).toBeUndefined()
})

test('a whole note of another key is refused, and with a key from elsewhere only its signatures are believed', () => {
  const stranger = readSigner(makeSignerKey('example.org/gasme')).verifierKey
  expect(verifyEvidence(opened(base), { kept: [], keys: [signer.verifierKey] }).sound).toBe(true)
  expect(verifyEvidence(opened(base), { kept: [], keys: [stranger] }).first?.says.en).toContain(
    'bears no true signature',
  )
})
