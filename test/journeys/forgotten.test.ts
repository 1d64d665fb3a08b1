import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commandIdOf } from '../../api/commands/ask.js'
import { sweep } from '../../api/commands/sweeper.js'
import { historyReaders } from '../../api/temporal/history-readers.js'
import { reconcile } from '../../db/reads/reconciliations.js'
import { standingUnder } from '../../db/writes/commands.js'
import { aBenchOfFaults } from '../support/a-bench-of-faults.js'
import { howMuch } from '../support/how-much.js'
import { holderOf } from '../support/an-example.js'
import { sendNomination } from '../support/a-worker.js'

/**
 * Temporal is killed in the moment in which a command is recorded and Temporal does not know it yet; what was under way is
 * forgotten, and somebody else acts before the sender asks again.
 */
const tries = Number(process.env['TRIES'] ?? howMuch({ short: 2, long: 20 }))

let bench: Awaited<ReturnType<typeof aBenchOfFaults>>
beforeAll(async () => {
  bench = await aBenchOfFaults('forgotten commands')
  const { api, base } = bench
  const sending = { base, door: api.parts.temporal, namespace: 'cornerstone' }
  const nominated = await sendNomination(sending, { id: nomination })
  expect(nominated).toMatchObject({ kind: 'accepted' })
}, 120_000)
afterAll(() => bench.close())

/** Sent past the API, so that no door has noted it. */
const nomination = randomUUID()
const manager = holderOf('PM').person
/** The id of a command that the manager sent under a key. */
const idOf = (key: string): string => commandIdOf({ person: manager, key })

const post = async (path: string, { key, body }: { key: string; body: object }) =>
  await bench.api.app.inject({
    method: 'POST',
    url: `/bases/${bench.base}${path}`,
    payload: body,
    headers: await bench.api.write(manager, key),
  })
const asked = async (key: string) =>
  await bench.api.app.inject({ url: `/commands/${key}`, headers: await bench.api.as(manager) })

/** Puts on hold and resumes in turn, so that the same command would be refused if it were judged again. */
const commandOf = (turn: number) =>
  turn % 2 === 0
    ? ({ path: '/holds', body: { code: 'FMJ', reason: `Flood ${turn}.` } } as const)
    : ({ path: '/resumptions', body: { reason: `The water is gone ${turn}.` } } as const)

const forgottenOnce = async (turn: number) => {
  const { path, body } = commandOf(turn)
  const key = randomUUID()
  const stop = bench.worker.stopAt(idOf(key), 'after')
  const first = post(path, { key, body })
  await stop.reached
  await bench.killTemporal()
  stop.letGo()
  const told = await first
  expect([200, 202]).toContain(told.statusCode)
  // A machine with much to do answers that it is under way; whoever asks again under the same key waits for what became of it.
  const comment = { key: randomUUID(), body: { text: `Somebody else, ${turn}.` } }
  let said = await post('/comments', comment)
  while (said.statusCode === 202) said = await post('/comments', comment)
  expect(said.statusCode).toBe(200)
  const standing = await standingUnder(bench.api.parts.db, idOf(key))
  const wanted = { command: idOf(key), head: standing?.head, entries: standing?.entries }
  expect((await asked(key)).json()).toMatchObject({ state: 'accepted', answer: { status: 200, body: wanted } })
  const again = await post(path, { key, body })
  expect([again.statusCode, again.json()]).toEqual([200, wanted])
  await sweep(bench.api.parts, { waitedMs: -1000 })
  expect((await post(path, { key, body })).body).toBe(again.body)
  expect(told.statusCode === 200 ? told.body : again.body).toBe(again.body)
  return standing?.entries.length ?? 0
}

test(`a command that stands in the ledger is answered as it stands, in ${tries} of ${tries} tries in which Temporal forgot it`, async () => {
  const became: number[] = []
  for (let turn = 0; turn < tries; turn += 1) became.push(await forgottenOnce(turn))
  expect(became.every((entries) => entries > 0)).toBe(true)
  const { db } = bench.api.parts
  const report = await reconcile(db, {
    programme: 'gasme',
    readers: historyReaders(bench.api.parts),
    pause: async () => undefined,
  })
  expect(report?.divergences.filter(({ subject }) => subject !== nomination)).toEqual([])
}, 600_000)
