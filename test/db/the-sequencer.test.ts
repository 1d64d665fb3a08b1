import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import { connect } from '../../db/connect.js'
import { historySeal } from '../../db/seals/history-seal.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { sequence } from '../../db/log/sequence.js'
import { leftOutOfState, stateAt } from '../../db/log/state-records.js'
import { signStatements } from '../../db/log/statement.js'
import { sealedHistories, unsealedHistories } from '../../db/reads/sealed-histories.js'
import { unsealedRuns } from '../../db/reads/unsealed-runs.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import { sealHistory } from '../../db/writes/sealed-histories.js'
import { full } from '../../domain/gicc/full.js'
import { inventedSeal } from '../support/forging.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, idOf, morning, nominate, requestOf, yueqing } from './an-example.js'

/** What the sequencer makes of rows that others may write: only what bears a seal, or what it works out itself, is signed. */
let database: TestDatabase
let app: Kysely<Database>
let sequencer: Kysely<Database>
let owner: Kysely<Database>
const signers = [readSigner(makeSignerKey('example.org/gasme'))]
const dali = 'gasme-C01-dali-1'

beforeAll(async () => {
  database = await cloneDatabase('the sequencer')
  app = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl)
  owner = connect(database.ownerUrl, { max: 1 })
  await foundProgramme(app)
  await nominate(app)
  await sign()
})
afterAll(async () => {
  await Promise.all([app.destroy(), sequencer.destroy(), owner.destroy()])
  await database.drop()
})

const sign = () => makeCheckpoint(sequencer, { signers, atOnce: true })
let more = 3
const recordOne = () =>
  recordEntries(app, requestOf({ name: `entry ${more}`, after: more++, events: [{ type: 'cancel_refused' }] }))
const linesOf = async (kind: string) =>
  (await stateAt(app, Number.MAX_SAFE_INTEGER)).filter((one) => one.kind === kind).map(({ record }) => record)

/** Something the owner does with the guards of entries lifted, what is seen then, and all put back. */
const lifted = async <T>(text: string, look: () => Promise<T>): Promise<T> => {
  const run = (one: string) => owner.executeQuery(CompiledQuery.raw(one))
  const guards = (state: string) => run(`alter table ledger_entry ${state} trigger ledger_entry_rows`)
  await guards('disable')
  const before = await run(`create temporary table kept as select * from ledger_entry; ${text}`)
  expect(before).toBeDefined()
  try {
    return await look()
  } finally {
    await run(`delete from ledger_entry where stream = '${dali}';
      insert into ledger_entry select * from kept where stream = '${dali}' order by seq; drop table kept`)
    await guards('enable always')
  }
}

test.each([
  ['another payload', `payload = '{"type":"withdrawn"}'`],
  ['another actor', `actor = 'p-SO'`],
  ['another time', `recorded_at = recorded_at - interval '1 day'`],
  ['another text', `canonical = '{}'`],
  ['another end of the chain before it', `prev_hash = repeat('a', 64)`],
])('an entry that bears its seal and has %s since has no place', async (_, change) => {
  const known = await app.selectFrom('ledger_head').select('seq').where('stream', '=', dali).executeTakeFirst()
  if (known === undefined) await nominate(app, { base: dali })
  const text = `update ledger_entry set ${change} where stream = '${dali}' and seq = 1`
  expect(await lifted(text, () => sequence(sequencer))).toBe(0)
})

test('the same entries as they were written have their places', async () => {
  expect(await sequence(sequencer)).toBe(3)
})

test('rules that nobody put in place are under no checkpoint and ring; those that ship are', async () => {
  await seedProcedures(app, { procedures: [full], at: morning })
  const mine = { id: 'full' as const, version: 'mine', body: '{}', in_force_from: morning }
  await app.insertInto('procedure').values(mine).execute()
  await recordOne()
  await sign()
  expect(await linesOf('procedure')).toEqual([expect.stringMatching(new RegExp(`^procedure full@${full.version} `))])
  expect(await leftOutOfState(sequencer)).toEqual(['rules full@mine'])
})

test('who has just signed tells what was left out without reading the state again', async () => {
  await recordOne()
  const made = await sign()
  const asked: string[] = []
  const listening = connect(database.sequencerUrl).withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (result.rows.some((one) => 'record' in one)) asked.push('the state')
      return result
    },
  })
  expect(await leftOutOfState(listening, made?.records)).toEqual(['rules full@mine'])
  expect(asked).toEqual([])
  expect(await leftOutOfState(listening)).toEqual(['rules full@mine'])
  expect(asked).toEqual(['the state'])
  await listening.destroy()
})

const run = { stream: yueqing, run: 'run-1' }
const true1 = { ...run, sha256: 'c'.repeat(64), size: 9, events: 7 }

test('an invented history counts nowhere, rings, and keeps the true one from nothing', async () => {
  const invented = { ...run, sha256: 'a'.repeat(64), size: 1, events: 1, sealed_at: '2026-01-01T00:00:00.000Z' }
  for (const seal of ['', inventedSeal, historySeal({ ...invented, run: 'run-2' })])
    await app
      .insertInto('sealed_history')
      .values({ ...invented, seal })
      .execute()
  expect(await sealedHistories(app)).toEqual([])
  expect(await unsealedRuns(app, [yueqing])).toEqual([{ ...run, namespace: 'cornerstone' }])
  expect(await leftOutOfState(sequencer)).toContain(`history ${yueqing} run-1`)
  expect(await sealHistory(app, true1)).toBe(true)
  expect(await sealHistory(app, true1)).toBe(false)
  expect(await sealedHistories(app)).toMatchObject([true1])
  expect(await unsealedRuns(app, [yueqing])).toEqual([])
  await recordOne()
  await sign()
  expect(await linesOf('history')).toEqual([`history ${yueqing} run-1 ${true1.sha256}`])
  expect(await leftOutOfState(sequencer)).toEqual(['rules full@mine'])
})

test('a history that was kept before there were seals counts as far as a checkpoint vouches for it', async () => {
  const old = { stream: dali, run: 'run-1', sha256: 'd'.repeat(64), size: 3, events: 2, sealed_at: morning }
  await app.insertInto('sealed_history').values(old).execute()
  expect(await sealedHistories(app, [dali])).toEqual([])
  const size = (await recordOne().then(sign))?.size ?? 0
  const line = { kind: 'history' as const, subject: `${dali} run-1`, first_size: size }
  await owner.executeQuery(CompiledQuery.raw('alter table checkpoint_record disable trigger user'))
  await owner
    .insertInto('checkpoint_record')
    .values({ ...line, record: `history ${dali} run-1 ${old.sha256}` })
    .execute()
  expect(await sealedHistories(app, [dali])).toMatchObject([{ sha256: old.sha256, events: 2 }])
  const other = { ...old, sha256: 'e'.repeat(64), events: 9, sealed_at: '2020-01-01T00:00:00.000Z', seal: inventedSeal }
  await app.insertInto('sealed_history').values(other).execute()
  await app
    .insertInto('sealed_history')
    .values({ ...old, events: 9, sealed_at: '2020-01-01T00:00:00.000Z', seal: `00000001${inventedSeal.slice(8)}` })
    .execute()
  expect(await sealedHistories(app, [dali])).toMatchObject([{ sha256: old.sha256, events: 2 }])
})

test('whoever asks last for a statement is answered first, and a subject that is no id is not signed for', async () => {
  const size = (await recordOne().then(sign))?.size ?? 0
  const ask = (id: string, subject = yueqing) =>
    app
      .insertInto('evidence_statement')
      .values({ id: idOf(id), kind: 'base', subject, size, manifest: 'a'.repeat(64), asked_at: morning })
      .execute()
  for (let number = 0; number < 30; number += 1) await ask(`flood ${number}`)
  await ask('two words', `${yueqing} ${more}`)
  await ask('honest')
  expect(await signStatements(sequencer, { signers, verifier: async () => 'b'.repeat(64) })).toBe(20)
  const answers = await app.selectFrom('evidence_statement').select(['id', 'note', 'refused']).execute()
  const of = (id: string) => answers.find((one) => one.id === idOf(id))
  expect(of('honest')).toMatchObject({ note: expect.stringContaining(`subject base ${yueqing}\n`), refused: null })
  expect(of('two words')).toMatchObject({ note: null, refused: 'what was asked about is no id.' })
  expect(of('flood 0')).toMatchObject({ note: null, refused: null })
})

test('which histories are left out is one read of them, so that what is sealed meanwhile is told neither way', async () => {
  let reads = 0
  const counting = app.withPlugin({
    transformQuery: ({ node }) => {
      reads += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await unsealedHistories(counting)
  expect(reads).toBe(1)
})
