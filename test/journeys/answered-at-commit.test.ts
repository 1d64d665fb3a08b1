import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { commandIdOf } from '../../api/commands/ask.js'
import { sweep } from '../../api/commands/sweeper.js'
import { readCommand } from '../../db/reads/commands.js'
import { standingUnder } from '../../db/writes/commands.js'
import { aBenchOfFaults } from '../support/a-bench-of-faults.js'
import { holderOf } from '../support/an-example.js'
import { sendNomination } from '../support/a-worker.js'

/** A command is answered when it is recorded (0070): `record` is stopped before its commit, or behind it and before Temporal hears of it. */
let bench: Awaited<ReturnType<typeof aBenchOfFaults>>
let owner: pg.Client
beforeAll(async () => {
  bench = await aBenchOfFaults('answers at the commit')
  const sending = { base: bench.base, door: bench.api.parts.temporal, namespace: 'cornerstone' }
  expect(await sendNomination(sending, { id: randomUUID() })).toMatchObject({ kind: 'accepted' })
  owner = new pg.Client({ connectionString: bench.postgres.ownerUrl })
  await owner.connect()
}, 120_000)
afterAll(async () => {
  await owner.end()
  await bench.close()
})

const manager = holderOf('PM').person
const idOf = (key: string): string => commandIdOf({ person: manager, key })

const comment = async (key: string, text: string) =>
  await bench.api.app.inject({
    method: 'POST',
    url: `/bases/${bench.base}/comments`,
    payload: { text },
    headers: await bench.api.write(manager, key),
  })

const ring = (id: string) => owner.query('select pg_notify($1, $2)', ['answer', id])

/** Ends the connection over which the notices come. */
const cutOff = async (): Promise<readonly { readonly ended: boolean }[]> => {
  const admin = new pg.Client({ connectionString: bench.postgres.adminUrl })
  await admin.connect()
  const { rows } = await admin.query<{ ended: boolean }>(
    "select pg_terminate_backend(pid) as ended from pg_stat_activity where application_name = 'cornerstone answer'",
  )
  await admin.end()
  return rows
}

/** What came of it so far: a status, or that it waits. Whoever waits is given every turn of the loop that a few rings take. */
const soFar = async (answer: Promise<{ readonly statusCode: number }>, id: string): Promise<number | 'waits'> => {
  let status: number | 'waits' = 'waits'
  void answer.then(({ statusCode }) => (status = statusCode))
  for (let turn = 0; turn < 5; turn += 1) {
    await ring(id)
    await readCommand(bench.api.parts.db, { id })
  }
  return status
}

test('the sender hears what was recorded while Temporal has yet to complete it, in the bytes that every repeat hears', async () => {
  const key = randomUUID()
  const stop = bench.worker.stopAt(idOf(key), 'after')
  const told = await comment(key, 'The annex is on its way.')
  await stop.reached
  expect(told.statusCode).toBe(200)
  const standing = await standingUnder(bench.api.parts.db, idOf(key))
  expect(told.json()).toEqual({ command: idOf(key), head: standing?.head, entries: standing?.entries })
  const inHand = await readCommand(bench.api.parts.db, { id: idOf(key) })
  expect(inHand).toMatchObject({ state: 'accepted', outcome: null })
  stop.letGo()
  expect((await comment(key, 'The annex is on its way.')).body).toBe(told.body)
})

test('nobody is answered before the commit, however often somebody rings', async () => {
  const key = randomUUID()
  const stop = bench.worker.stopAt(idOf(key), 'before')
  const first = comment(key, 'Not yet.')
  await stop.reached
  expect(await soFar(first, idOf(key))).toBe('waits')
  stop.letGo()
  expect((await first).statusCode).toBe(200)
})

test('who answered at the ring would be found out', async () => {
  const id = randomUUID()
  const atTheRing = new Promise<{ readonly statusCode: number }>((answer) => {
    bench.api.parts.answers.attend(id, () => answer({ statusCode: 200 }))
  })
  expect(await soFar(atTheRing, id)).toBe(200)
})

test('an acceptance that nobody of ours vouches for is none, and what was recorded is the answer', async () => {
  const key = randomUUID()
  const stop = bench.worker.stopAt(idOf(key), 'before')
  const first = comment(key, 'Forged.')
  await stop.reached
  const forged = { head: 999, entries: [{ seq: 999, type: 'comment_added', occurredAt: '2027-01-01T00:00:00.000Z' }] }
  await owner.query("update command set state = 'accepted', accepted = $2, accepted_seal = 'ours' where id = $1", [
    idOf(key),
    forged,
  ])
  expect(await soFar(first, idOf(key))).toBe('waits')
  stop.letGo()
  const told = await first
  expect(told.statusCode).toBe(200)
  expect(told.json()).not.toMatchObject({ head: 999 })
})

test('another text under the key hears of the conflict, and not what the first one became', async () => {
  const key = randomUUID()
  const stop = bench.worker.stopAt(idOf(key), 'before')
  const first = comment(key, 'The first.')
  await stop.reached
  const second = comment(key, 'The second.')
  stop.letGo()
  expect([(await first).statusCode, (await second).statusCode]).toEqual([200, 409])
})

test('where the notice is lost the sender is answered when Temporal has completed it', async () => {
  const key = randomUUID()
  const stop = bench.worker.stopAt(idOf(key), 'before')
  const first = comment(key, 'Nobody rang.')
  await stop.reached
  expect(await cutOff()).toEqual([{ ended: true }])
  stop.letGo()
  expect((await first).statusCode).toBe(200)
})

test('a base does not stay behind its ledger where Temporal is killed behind the answer: the sweeper brings it there', async () => {
  const key = randomUUID()
  const stop = bench.worker.stopAt(idOf(key), 'after')
  expect((await comment(key, 'And then the server died.')).statusCode).toBe(200)
  await stop.reached
  await bench.killTemporal()
  stop.letGo()
  while ((await readCommand(bench.api.parts.db, { id: idOf(key) }))?.outcome === null)
    await sweep(bench.api.parts, { waitedMs: -1000 })
  const standing = await standingUnder(bench.api.parts.db, idOf(key))
  const next = randomUUID()
  const after = await comment(next, 'It goes on.')
  expect(after.json()).toMatchObject({ command: idOf(next), head: (standing?.head ?? 0) + 1 })
}, 120_000)
