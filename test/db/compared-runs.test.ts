import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sql, type Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordedFromRow, recordEntries } from '../../db/record/record-entries.js'
import { reconcile } from '../../db/reads/reconciliations.js'
import { comparisonsForged } from '../../db/reads/vouched.js'
import type { HistoryReaders } from '../../db/reads/testimony.js'
import type { Database } from '../../db/schema.js'
import { uncomparedStreams } from '../../db/reads/unsealed-runs.js'
import { compareSealedRuns } from '../../db/writes/compared-runs.js'
import { sealHistory } from '../../db/writes/sealed-histories.js'
import { baseAt } from '../../reconciliation/folded.js'
import type { RunFacts } from '../../reconciliation/run-facts.js'
import { inventedSeal } from '../support/forging.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { foundProgramme, requestOf } from './an-example.js'
import { defined } from '../../domain/values/defined.js'

/** A base of twelve ended runs that wrote an entry each, and one that still runs. */
const stream = 'gasme-C09-yueqing-1'
const ended = Array.from({ length: 12 }, (_, index) => `run-${index + 1}`)
const latest = 'run-13'

let database: TestDatabase
let app: Kysely<Database>
let owner: Kysely<Database>
let facts: Map<string, RunFacts>
/** Which runs were read, and where. */
let read: string[]

beforeEach(async () => {
  database = await cloneDatabase('compared runs')
  ;[app, owner] = [connect(database.appUrl), connect(database.ownerUrl)]
  await foundProgramme(app)
  const remark = { type: 'reminded', step: '1.2a.1', key: '1.2a', rung: 0, tells: [] } as const
  const entered = {
    type: 'stage_entered',
    stage: 'nomination',
    no: 1,
    procedure: 'full',
    rulesVersion: '2026.1',
  } as const
  for (const [index, run] of [...ended, latest].entries()) {
    const request = requestOf({ base: stream, name: run, after: index, events: [index === 0 ? entered : remark] })
    expect(await recordEntries(app, { ...request, workflowRun: run })).toMatchObject({ kind: 'recorded' })
  }
  facts = new Map(await Promise.all([...ended, latest].map(async (run) => [run, await factsOf(run)] as const)))
  for (const run of ended) await sealHistory(app, { stream, run, sha256: hashOf(run), size: 1, events: 1 })
  read = []
}, 60_000)
afterEach(async () => {
  await app.destroy()
  await owner.destroy()
  await database.drop()
})

const hashOf = (run: string): string => createHash('sha256').update(run).digest('hex')

/** What a history of a run would say: that which the ledger has of it. */
const factsOf = async (run: string): Promise<RunFacts> => {
  const rows = await app.selectFrom('ledger_entry').selectAll().where('workflow_run', '=', run).execute()
  const number = Number(run.slice(4))
  const before = await app
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', stream)
    .where('seq', '<', number)
    .orderBy('seq')
    .execute()
  const state = baseAt(stream, { entries: before.map(recordedFromRow), numbers: [number - 1] }).get(number - 1)
  return {
    run,
    type: 'cooperationBase',
    ended: run !== latest,
    updates: [],
    signals: [],
    incidents: [],
    input: { base: stream, procedure: 'full' },
    ...defined({
      continues: number > 1 ? `run-${number - 1}` : undefined,
      begunWith: number > 1 ? state : undefined,
    }),
    recorded: rows.map((row) => ({
      seq: row.seq,
      occurredAt: row.occurred_at,
      commandId: row.command_id,
      event: row.payload,
      row: {
        recordedAt: row.recorded_at,
        effectiveOn: row.effective_on,
        rulesVersion: row.rules_version,
        channel: row.channel,
        run: row.workflow_run,
        hash: row.hash,
      },
    })),
  }
}

/** The server has let go all but these; copies are kept of all but those that are lost. */
const reading = ({ kept = [latest], damaged = [] }: { kept?: readonly string[]; damaged?: readonly string[] } = {}) =>
  ({
    fromServer: async ({ run = latest }) => {
      read.push(`server ${run}`)
      return kept.includes(run) ? facts.get(run) : undefined
    },
    fromCopy: async ({ run }) => {
      read.push(`copy ${run}`)
      return damaged.includes(run) ? undefined : facts.get(run)
    },
    runsOf: async () => kept,
    streamsOf: async () => [stream],
    isSound: async () => true,
  }) satisfies HistoryReaders

const compared = (readers: HistoryReaders, pause = async (): Promise<void> => undefined) =>
  compareSealedRuns(app, { stream, namespace: 'n', rehearsal: false, readers, pause })

const told = async ({ readers = reading(), whole = false }: { readers?: HistoryReaders; whole?: boolean } = {}) => {
  read = []
  // What is shown of this base is not what its made-up entries lead to.
  const looks = { ofStream: async () => [], ofProgramme: async () => [], ofLogs: async () => [] }
  const report = await reconcile(app, {
    programme: 'gasme',
    base: stream,
    readers,
    whole,
    looks,
    pause: async () => undefined,
  })
  return report?.divergences.map(({ code, run, seq }) => [code, run ?? null, seq ?? null])
}
const copiesRead = () => read.filter((one) => one.startsWith('copy'))

/** A row of the right form that nobody made who holds the key. */
const inventedOf = (run: string) => ({
  stream,
  run,
  first_seq: 3,
  last_seq: 3,
  sha256: hashOf(run),
  entries: [3],
  commands: [],
  told: hashOf('x'),
  continues: 'run-2',
  held: hashOf('x'),
  found: [],
  compared_at: '2027-02-01T00:00:00.000Z',
  seal: inventedSeal,
})

/** Puts a row back by a month, as only the owner can. */
const rewrite = async (seq: number): Promise<void> => {
  await sql`alter table ledger_entry disable trigger user`.execute(owner)
  await sql`update ledger_entry set recorded_at = recorded_at - interval '30 days'
    where stream = ${stream} and seq = ${seq}`.execute(owner)
  await sql`alter table ledger_entry enable trigger user`.execute(owner)
}

test('twelve ended runs are read once, compared and sealed, and no more after that; asked for whole, they all are', async () => {
  expect(await told()).toEqual([])
  expect(copiesRead()).toHaveLength(12)
  expect(await compared(reading())).toBe(12)
  expect(await compared(reading())).toBe(0)
  expect(await told()).toEqual([])
  expect(read).toEqual([`server ${latest}`])
  expect(await told({ whole: true })).toEqual([])
  expect(copiesRead()).toHaveLength(12)
  const rows = await app.selectFrom('compared_run').selectAll().orderBy('first_seq').execute()
  expect(rows.map(({ run, first_seq, last_seq, sha256, found }) => [run, first_seq, last_seq, sha256, found])).toEqual(
    ended.map((run, index) => [run, index + 1, index + 1, hashOf(run), []]),
  )
})

test('an entry that is changed after its run was compared is found, and of the ended runs that one alone is read', async () => {
  await compared(reading())
  await rewrite(5)
  expect(await told()).toContainEqual(['dates_differ', 'run-5', 5])
  expect(new Set(copiesRead())).toEqual(new Set(['copy run-5']))
})

test('a run that differed when it was compared is read and told each time', async () => {
  await rewrite(5)
  await compared(reading())
  const row = await app.selectFrom('compared_run').select('found').where('run', '=', 'run-5').executeTakeFirst()
  expect(row?.found).toContain('dates_differ')
  expect(await told()).toContainEqual(['dates_differ', 'run-5', 5])
  expect(await told()).toContainEqual(['dates_differ', 'run-5', 5])
})

test('a comparison that nobody of the programme made counts for nothing', async () => {
  await app.insertInto('compared_run').values(inventedOf('run-3')).execute()
  expect(await comparisonsForged(app, stream)).toEqual([{ code: 'comparison_forged', stream, run: 'run-3' }])
  expect(await told({ readers: reading({ damaged: ['run-3'] }) })).toEqual([
    ['history_missing', 'run-3', null],
    ['copy_damaged', 'run-3', null],
  ])
  expect(await compared(reading())).toBe(12)
})

test('an invented comparison keeps no stream from being compared, and a true one does', async () => {
  for (const run of ended) await app.insertInto('compared_run').values(inventedOf(run)).execute()
  expect(await uncomparedStreams(app)).toEqual([stream])
  expect(await compared(reading())).toBe(12)
  expect(await uncomparedStreams(app)).toEqual([])
})

test('a comparison of which the commands were changed since is told, and its run is read again', async () => {
  await compared(reading())
  await sql`alter table compared_run disable trigger user`.execute(owner)
  await sql`update compared_run set commands = '{x}' where run = 'run-4'`.execute(owner)
  expect(await comparisonsForged(app, stream)).toEqual([{ code: 'comparison_forged', stream, run: 'run-4' }])
  expect(await told()).toEqual([])
  expect(new Set(copiesRead())).toEqual(new Set(['copy run-4']))
})

test('a history that tells of more than the table has room for is compared each time, and keeps nobody from being compared', async () => {
  const third = facts.get('run-3')
  const [one] = third?.recorded ?? []
  if (third === undefined || one === undefined) throw new Error('there is a third run')
  const more = Array.from({ length: 20_000 }, (_, index) => ({ ...one, seq: index + 14 }))
  facts.set('run-3', { ...third, recorded: [one, ...more] })
  expect(await compared(reading())).toBe(11)
  read = []
  expect(await compared(reading())).toBe(0)
  expect(new Set(copiesRead())).toEqual(new Set(['copy run-3']))
})

/** A command that the history of the third run accepted, and the note of it. */
const sentToThird = '7e9a7c1e-1111-4222-8333-944455556666'
const thirdAccepts = (): void => {
  const third = facts.get('run-3')
  if (third === undefined) throw new Error('there is a third run')
  facts.set('run-3', { ...third, updates: [{ id: sentToThird, command: { type: 'hold' }, person: 'p-PM' }] })
}
const note = async (state: 'sent' | 'accepted'): Promise<void> => {
  const row = { id: sentToThird, stream, route: 'POST /x', actor: 'p-PM', body_hash: 'b'.repeat(64), seal: '' }
  const noted = { ...row, body: JSON.stringify({ command: { type: 'hold' } }), received_at: '2027-01-05T00:00:00Z' }
  await app
    .insertInto('command')
    .values({ ...noted, state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state }))
    .execute()
}
const foundIn = (run: string) => app.selectFrom('compared_run').select('found').where('run', '=', run).execute()

test('a command that was under way at the first look is kept as the second one found it, and its run is not read again', async () => {
  thirdAccepts()
  expect(await compared(reading(), () => note('accepted'))).toBe(12)
  expect(await foundIn('run-3')).toEqual([{ found: [] }])
  expect(await told()).toEqual([])
  expect(copiesRead()).toEqual([])
})

test('a command that is answered between the looks lets its run be compared at once, and one that is not keeps it waiting', async () => {
  thirdAccepts()
  await note('sent')
  await rewrite(5)
  expect(await compared(reading())).toBe(11)
  expect(await compared(reading())).toBe(0)
  await sealHistory(app, { stream, run: latest, sha256: hashOf(latest), size: 1, events: 1 })
  await rewrite(13)
  expect(await compared(reading({ kept: [] }), () => note('accepted'))).toBe(2)
  expect(await foundIn('run-3')).toEqual([{ found: [] }])
})

test('a run that differs at the second look alone is kept neither as agreed nor as found, and is compared the next time', async () => {
  await rewrite(5)
  expect(await compared(reading(), () => rewrite(7))).toBe(11)
  expect(await foundIn('run-7')).toEqual([])
  expect(await told()).toContainEqual(['dates_differ', 'run-7', 7])
  expect(await compared(reading())).toBe(1)
  expect(await foundIn('run-7')).toEqual([{ found: expect.arrayContaining(['dates_differ']) }])
})

test('a run the server let go unsealed, a copy that is damaged, and one that says something else are told, each by its name', async () => {
  expect(await told({ readers: reading({ damaged: ['run-2'] }) })).toEqual([
    ['history_missing', 'run-2', null],
    ['copy_damaged', 'run-2', null],
  ])
  const withServer = reading({ kept: [latest, 'run-2'], damaged: ['run-2'] })
  expect(await told({ readers: withServer })).toEqual([['copy_damaged', 'run-2', null]])
  const second = facts.get('run-2')
  if (second === undefined) throw new Error('there is a second run')
  const otherwise = {
    ...withServer,
    fromCopy: async ({ run }: { run: string }) => (run === 'run-2' ? { ...second, recorded: [] } : facts.get(run)),
  }
  expect((await told({ readers: otherwise }))?.filter(([, run]) => run === 'run-2')).toContainEqual([
    'copy_differs',
    'run-2',
    null,
  ])
  const neither = reading({ kept: [] })
  expect(await told({ readers: neither })).toEqual([['history_unsealed', latest, null]])
})
