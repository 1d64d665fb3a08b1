import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import type { LedgerEntry } from '../../db/ledger.js'
import { sealHistory } from '../../db/writes/sealed-histories.js'
import { fingerprint } from '../../documents/document-store.js'
import { aLedger, evidenceFrom, historiesTelling, recordMore, signer, verdictOn, yueqing } from './a-ledger.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let whole: ReadonlyMap<string, Buffer>
let entries: readonly LedgerEntry[]
beforeAll(async () => {
  ledger = await aLedger('histories in evidence')
  whole = await evidenceFrom(ledger.app)
  entries = await ledger.app
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', yueqing)
    .orderBy('seq')
    .execute()
})
afterAll(() => ledger.close())

const entriesOf = () =>
  ledger.app.selectFrom('ledger_entry').selectAll().where('stream', '=', yueqing).orderBy('seq').execute()

const withHistories = (told: readonly LedgerEntry[]) => new Map([...whole, ...historiesTelling(told)])
const saidOf = (files: ReadonlyMap<string, Buffer>): readonly string[] =>
  verdictOn(files).faults.map(({ check, says }) => `${check}: ${says.en}`)

test('the histories in the file tell every entry alike, and are counted', () => {
  expect(verdictOn(whole)).toMatchObject({ sound: true, figures: { witnessed: entries.length, open: 1 } })
})

test('a file without the history of a run that wrote entries is refused, and the run is named', () => {
  expect(saidOf(new Map([...whole, ['histories.ndjson', Buffer.alloc(0)]]))).toEqual([
    `histories: Entries of ${yueqing} were written by run run-of-${yueqing}, whose workflow history is not in the file.`,
  ])
})

test('an entry that a history tells otherwise is refused, however well the ledger was signed', () => {
  const other = entries.map((entry) =>
    entry.payload.type === 'step_acted' && entry.seq < 20
      ? { ...entry, payload: { ...entry.payload, option: 'another' } }
      : entry,
  )
  const changed = other.filter((entry, at) => entry !== entries[at])
  expect(changed.length).toBeGreaterThan(0)
  expect(saidOf(withHistories(other))).toEqual(
    changed.map(
      ({ seq }) => `histories: Entry ${seq} of ${yueqing} is not what the workflow history says was recorded.`,
    ),
  )
})

test('an entry added behind the back of a sealed history is refused; one of a run that goes on is not known yet', async () => {
  const told = entries.slice(0, -1)
  expect(saidOf(withHistories(told))).toEqual([])
  const bytes = [...historiesTelling(told)].find(([name]) => name.endsWith('.binpb'))?.[1] ?? Buffer.alloc(0)
  const sealed = {
    stream: yueqing,
    run: `run-of-${yueqing}`,
    sha256: fingerprint(bytes),
    size: bytes.length,
    events: 1,
  }
  await sealHistory(ledger.app, sealed)
  await recordMore(ledger.app, 'one more')
  await makeCheckpoint(ledger.app, { signers: [signer], atOnce: true })
  const files = new Map([
    ...(await evidenceFrom(ledger.app)),
    ...historiesTelling([...told, ...(await entriesOf()).slice(entries.length)]),
  ])
  expect(saidOf(files)).toEqual([
    `histories: The sealed history of run run-of-${yueqing} says nothing of entry ${entries.length} of ${yueqing}.`,
  ])
})

test('bytes that are no history tell nothing and break nothing', () => {
  const name = [...whole.keys()].find((one) => one.endsWith('.binpb')) ?? ''
  for (const bytes of [Buffer.from([10]), Buffer.from('ff'.repeat(40), 'hex'), Buffer.from('no history')])
    expect(saidOf(new Map([...whole, [name, bytes]]))).toEqual([expect.stringContaining('not the one that was sealed')])
})

test('an entry judged by rules that are not in the file is refused', () => {
  const rules = [...whole.keys()].find((name) => name.startsWith('procedures/')) ?? ''
  expect(saidOf(new Map([...whole, [rules, Buffer.from('{}')]]))).toContainEqual(
    expect.stringMatching(/^rules: The rules/),
  )
})
