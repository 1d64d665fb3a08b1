import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { commandIdOf } from '../../api/commands/ask.js'
import { historyReaders } from '../../api/temporal/history-readers.js'
import { readCommand } from '../../db/reads/commands.js'
import { reconcile } from '../../db/reads/reconciliations.js'
import { aBenchOfFaults } from '../support/a-bench-of-faults.js'
import { howMuch } from '../support/how-much.js'
import { holderOf } from '../support/an-example.js'
import { sendNomination } from '../support/a-worker.js'

/**
 * A backend of the database is killed between the note of a command and its recording: the server begins anew, and the
 * note, which nobody waits for on the disk, is gone. The server is told to be slow about it, so that it is gone every time.
 */
const tries = Number(process.env['TRIES'] ?? howMuch({ short: 2, long: 20 }))

let bench: Awaited<ReturnType<typeof aBenchOfFaults>>
beforeAll(async () => {
  bench = await aBenchOfFaults('lost notes')
  await asAdmin("alter system set wal_writer_delay = '10s'")
  await asAdmin('select pg_reload_conf()')
  const sending = { base: bench.base, door: bench.api.parts.temporal, namespace: 'cornerstone' }
  expect(await sendNomination(sending, { id: nomination })).toMatchObject({ kind: 'accepted' })
}, 120_000)
afterAll(() => bench.close())

/** Sent past the API, so that no door has noted it. */
const nomination = randomUUID()
const manager = holderOf('PM').person

const asAdmin = async (sql: string): Promise<readonly { readonly pid?: number }[]> => {
  const client = new pg.Client({ connectionString: bench.postgres.adminUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<{ pid?: number }>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The id of a command that the manager sent under a key. */
const idOf = (key: string): string => commandIdOf({ person: manager, key })

const comment = async (key: string, text: string) =>
  await bench.api.app.inject({
    method: 'POST',
    url: `/bases/${bench.base}/comments`,
    payload: { text },
    headers: await bench.api.write(manager, key),
  })

/**
 * Kills one backend, which has the whole server begin anew from its log, and waits until it answers. Until the server has
 * heard of the death it answers over every other connection as before, only to cut them all off: one of them is watched.
 */
const killBackend = async (): Promise<void> => {
  const watched = new pg.Client({ connectionString: bench.postgres.adminUrl })
  watched.on('error', () => undefined)
  await watched.connect()
  const isCutOff = new Promise<void>((resolve) => watched.on('end', resolve))
  const [victim] = await asAdmin(
    "select pid from pg_stat_activity where application_name = 'cornerstone' and pid <> pg_backend_pid() limit 1",
  )
  process.kill(victim?.pid ?? 0, 'SIGKILL')
  await isCutOff
  const giveUp = performance.now() + 30_000
  while (performance.now() < giveUp) {
    const isBack = await asAdmin('select 1 as pid').catch(() => [])
    if (isBack.length > 0 && (await isAnswering())) return
  }
  throw new Error('the database did not come back')
}

const isAnswering = (): Promise<boolean> =>
  readCommand(bench.api.parts.db, { id: nomination }).then(
    () => true,
    () => false,
  )

const lostOnce = async (turn: number): Promise<boolean> => {
  const key = randomUUID()
  const text = `The annex is on its way, ${turn}.`
  const stop = bench.worker.stopAt(idOf(key), 'before')
  const first = comment(key, text)
  await stop.reached
  await killBackend()
  const isLost = (await readCommand(bench.api.parts.db, { id: idOf(key) })) === undefined
  stop.letGo()
  expect((await first).statusCode).toBe(200)
  const asked = await bench.api.app.inject({ url: `/commands/${key}`, headers: await bench.api.as(manager) })
  expect(asked.json()).toMatchObject({ state: 'accepted', answer: { status: 200, body: (await first).json() } })
  expect((await comment(key, text)).body).toBe((await first).body)
  expect((await comment(key, 'Something else.')).statusCode).toBe(409)
  return isLost
}

/** Another text comes under the same key while the note is gone and the command under way, and waits on the same update. */
const takenOnce = async (turn: number): Promise<readonly number[]> => {
  const key = randomUUID()
  const [text, other] = [`The annex is signed, ${turn}.`, `The annex is lost, ${turn}.`]
  const stop = bench.worker.stopAt(idOf(key), 'before')
  const first = comment(key, text)
  await stop.reached
  await killBackend()
  const second = comment(key, other)
  while ((await readCommand(bench.api.parts.db, { id: idOf(key) })) === undefined) await isAnswering()
  stop.letGo()
  const [told, taken] = [await first, await second]
  expect(taken.json()).toMatchObject({ code: 'idempotency_conflict' })
  expect((await comment(key, text)).body).toBe(told.body)
  return [told.statusCode, taken.statusCode, (await comment(key, other)).statusCode]
}

test(`another text under the key of a command whose note was lost is refused, in ${tries} of ${tries} tries, and nobody is accused`, async () => {
  const told: (readonly number[])[] = []
  for (let turn = 0; turn < tries; turn += 1) told.push(await takenOnce(turn))
  expect(told).toEqual(told.map(() => [200, 409, 409]))
  const report = await reconcile(bench.api.parts.db, {
    programme: 'gasme',
    readers: historyReaders(bench.api.parts),
    pause: async () => undefined,
  })
  expect(report?.divergences.filter(({ subject }) => subject !== nomination)).toEqual([])
}, 600_000)

test(`a command whose note the database lost is noted again with its entries, in ${tries} of ${tries} tries`, async () => {
  const lost: boolean[] = []
  for (let turn = 0; turn < tries; turn += 1) lost.push(await lostOnce(turn))
  expect(lost).toEqual(lost.map(() => true))
  const report = await reconcile(bench.api.parts.db, {
    programme: 'gasme',
    readers: historyReaders(bench.api.parts),
    pause: async () => undefined,
  })
  expect(report?.divergences.filter(({ subject }) => subject !== nomination)).toEqual([])
}, 600_000)
