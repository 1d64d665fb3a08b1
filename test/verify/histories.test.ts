import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { now } from '../../clock/machine-clock.js'
import { sealedComparison } from '../../db/compared-runs.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { stateAt } from '../../db/log/state-records.js'
import type { LedgerEntry } from '../../db/ledger.js'
import { sealHistory } from '../../db/writes/sealed-histories.js'
import { fingerprint } from '../../documents/document-store.js'
import { leafOf } from '../../verify/tree.js'
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

const withoutHistories = (files: ReadonlyMap<string, Buffer>) =>
  new Map([...files].filter(([name]) => !name.startsWith('histories/')))
const withHistories = (told: readonly LedgerEntry[]) => new Map([...withoutHistories(whole), ...historiesTelling(told)])
const saidOf = (files: ReadonlyMap<string, Buffer>): readonly string[] =>
  verdictOn(files).faults.map(({ check, says }) => `${check}: ${says.en}`)

test('the histories in the file tell every entry alike, and are counted', () => {
  expect(verdictOn(whole)).toMatchObject({ sound: true, figures: { witnessed: entries.length, open: 1 } })
})

test('a file without the history of a run that wrote entries is refused, and the run is named', () => {
  expect(saidOf(new Map([...withoutHistories(whole), ['histories.ndjson', Buffer.alloc(0)]]))).toEqual([
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
  await makeCheckpoint(ledger.sequencer, { signers: [signer], atOnce: true })
  const files = new Map([
    ...withoutHistories(await evidenceFrom(ledger.app)),
    ...historiesTelling([...told, ...(await entriesOf()).slice(entries.length)]),
  ])
  expect(saidOf(files)).toEqual([
    `histories: The sealed history of run run-of-${yueqing} says nothing of entry ${entries.length} of ${yueqing}.`,
  ])
})

test('what the installation noted of its own comparisons is under the checkpoint and in no file', async () => {
  const comparison = sealedComparison({
    stream: yueqing,
    run: 'run-of-another',
    sha256: fingerprint(Buffer.of()),
    entries: [],
    commands: [],
    first_seq: null,
    last_seq: null,
    continues: null,
    held: fingerprint(Buffer.of()),
    found: [],
    compared_at: now(),
  })
  await ledger.app.insertInto('compared_run').values(comparison).execute()
  await recordMore(ledger.app, 'another one more')
  await makeCheckpoint(ledger.sequencer, { signers: [signer], atOnce: true })
  const { size = 0 } =
    (await ledger.app.selectFrom('checkpoint').select('size').orderBy('size', 'desc').executeTakeFirst()) ?? {}
  expect((await stateAt(ledger.app, size)).map(({ kind }) => kind)).toContain('comparison')
  const files = new Map([...(await evidenceFrom(ledger.app)), ...historiesTelling(await entriesOf())])
  expect(files.get('state.txt')?.toString('utf8')).not.toContain('comparison')
  expect(verdictOn(files).faults.filter(({ check }) => check === 'state')).toEqual([])
})

test('a sealed history cannot hide among the hashes of the state: the statement names it', async () => {
  const files = new Map([...(await evidenceFrom(ledger.app)), ...historiesTelling(await entriesOf())])
  const text = files.get('statement.txt')?.toString('utf8') ?? ''
  expect(text).toContain(`\nhistory ${yueqing} run-of-${yueqing} `)
  const lines = (files.get('state.txt')?.toString('utf8') ?? '').split('\n')
  const hidden = lines.map((line) =>
    line.startsWith('r history ') ? `g 0 ${leafOf(line.slice(2)).toString('hex')}` : line,
  )
  const said = saidOf(new Map([...files, ['state.txt', Buffer.from(hidden.join('\n'))]]))
  expect(said).toContainEqual(expect.stringMatching(/^statement: The file is not the one that was signed for/))
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
