import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { WorkflowNotFoundError } from '@temporalio/common'
import { commandIdOf } from '../../api/commands/ask.js'
import { sweep } from '../../api/commands/sweeper.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import { noteSeal } from '../../db/seals/note-seal.js'
import { readCommand } from '../../db/reads/commands.js'
import { inventedSeal } from '../support/forging.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { recordLife } from './a-recorded-life.js'
import { accepted, anApi, bodyOf, dayOfTheApi } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('commands that are sent again')
  await recordLife(api, { base: aNominatedBase(), after: 0 })
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.parts.db.updateTable('command').set({ outcome: '{}' }).where('outcome', 'is', null).execute()
  await api.parts.db.updateTable('base').set({ closed_at: null }).where('id', '=', exampleBase).execute()
  api.door.catchUp = async () => undefined
  api.door.sent.length = 0
})

/** The id of a command that somebody sent under a key. */
const idOf = (key: string, person = 'p-pm-1'): string => commandIdOf({ person, key })

const comment = async (key: string) =>
  await api.app.inject({
    method: 'POST',
    url: `/bases/${exampleBase}/comments`,
    payload: { text: 'Heard?' },
    headers: await api.write('p-pm-1', key),
  })
/** A command that was sent and has no answer, by its id. */
const silent = async (key: string = randomUUID()): Promise<string> => {
  api.door.answer = () => ({ kind: 'unanswered' })
  expect((await comment(key)).statusCode).toBe(202)
  return idOf(key)
}
const stateOf = async (id: string) => (await readCommand(api.parts.db, { id }))?.state

/** A round so many seconds after the commands came in. */
const round = (seconds: number): Promise<number> =>
  sweep({ ...api.parts, clock: () => new Date(Date.parse(dayOfTheApi) + seconds * 1000) })

/** What becomes of a command that is sent again: this one fails, all others are taken. */
const failing =
  (bad: ReadonlySet<string>) =>
  ({ id }: { id: string }): Delivery => {
    if (bad.has(id)) throw new TypeError('a mistake of ours')
    return accepted
  }

test('a command that fails keeps no other from its answer', async () => {
  const [bad, good] = [await silent(), await silent()]
  api.door.answer = failing(new Set([bad]))
  expect(await round(20)).toBe(1)
  expect([await stateOf(bad), await stateOf(good)]).toEqual(['sent', 'accepted'])
  api.door.answer = () => accepted
  expect(await round(30)).toBe(1)
  expect(await stateOf(bad)).toBe('accepted')
})

test('a hundred commands that fail every time wait behind one that was not tried since', async () => {
  const { db } = api.parts
  const pattern = (await readCommand(db, { id: await silent() })) ?? { body: null }
  const bad = Array.from({ length: 100 }, () => randomUUID())
  const old = '2020-01-01T00:00:00.000Z'
  await db
    .insertInto('command')
    .values(
      bad.map((id) => {
        const note = { id, stream: exampleBase, route: 'POST /x', actor: 'p-pm-1', body_hash: 'b'.repeat(64) }
        const sent = { state: 'sent' as const, received_at: old, sent_at: old }
        const seal = noteSeal({ ...note, body: pattern.body }, 'left')
        return { ...note, ...sent, body: JSON.stringify(pattern.body), seal }
      }),
    )
    .execute()
  const good = await silent()
  api.door.answer = failing(new Set(bad))
  api.door.sent.length = 0
  expect(await round(20)).toBe(0)
  expect(api.door.sent).toHaveLength(100)
  expect(await round(30)).toBe(2)
  expect(await stateOf(good)).toBe('accepted')
})

test('a note that neither the API nor a worker made is not sent, and one that was changed is not either', async () => {
  const { db } = api.parts
  const { body, bodyHash: body_hash } = (await readCommand(db, { id: await silent() })) ?? {}
  const own = await silent()
  api.door.sent.length = 0
  const forged = { stream: exampleBase, route: 'POST /x', actor: 'p-pd-1', body_hash: body_hash ?? '' }
  const old = '2020-01-01T00:00:00.000Z'
  const sent = { ...forged, body: JSON.stringify(body), state: 'sent' as const, received_at: old }
  const ids = [randomUUID(), randomUUID(), own]
  await db
    .insertInto('command')
    .values({ ...sent, id: ids[0] ?? '' })
    .execute()
  await db
    .insertInto('command')
    .values({ ...sent, id: ids[1] ?? '', seal: inventedSeal })
    .execute()
  await db.updateTable('command').set({ actor: 'p-pd-1' }).where('id', '=', own).execute()
  api.door.answer = () => accepted
  expect(await round(20)).toBe(1)
  expect(api.door.sent).toHaveLength(1)
  expect(await Promise.all(ids.map(stateOf))).toEqual(['unsent', 'unsent', 'unsent'])
  await db.updateTable('command').set({ outcome: '{}' }).where('id', 'in', ids).execute()
})

test('hundreds of notes that nobody of ours made keep no command of a person from its turn in the same round', async () => {
  const { db } = api.parts
  const { body } = (await readCommand(db, { id: await silent() })) ?? {}
  await db.updateTable('command').set({ outcome: '{}' }).where('outcome', 'is', null).execute()
  const good = await silent()
  const old = '2020-01-01T00:00:00.000Z'
  const forged = { stream: exampleBase, route: 'POST /x', actor: 'p-pd-1', body_hash: 'c'.repeat(64) }
  const sent = { ...forged, body: JSON.stringify(body), state: 'sent' as const, received_at: old, sent_at: old }
  const ids = Array.from({ length: 450 }, () => randomUUID())
  await db
    .insertInto('command')
    .values(ids.map((id) => ({ ...sent, id })))
    .execute()
  api.door.answer = () => accepted
  api.door.sent.length = 0
  expect(await round(20)).toBe(1)
  expect(await stateOf(good)).toBe('accepted')
  expect(api.door.sent).toHaveLength(1)
})

test('a command that never left is not sent because somebody wrote that it did: its sender was told that nothing was done', async () => {
  const { db } = api.parts
  const left = await silent()
  const key = randomUUID()
  const id = idOf(key)
  api.door.answer = () => ({ kind: 'unsent' })
  expect((await comment(key)).statusCode).toBe(503)
  expect([await stateOf(id), await stateOf(left)]).toEqual(['unsent', 'sent'])
  await db.updateTable('command').set({ state: 'sent' }).where('id', '=', id).execute()
  api.door.answer = () => accepted
  api.door.sent.length = 0
  expect(await round(20)).toBe(1)
  expect(api.door.sent.map((sent) => sent.id)).toEqual([left])
  expect(await stateOf(id)).toBe('unsent')
  await db.updateTable('command').set({ outcome: '{}' }).where('id', '=', id).execute()
})

test('what was sent to a base that closed meanwhile is answered as closed', async () => {
  const key = randomUUID()
  const id = await silent(key)
  await api.parts.db.updateTable('base').set({ closed_at: dayOfTheApi }).where('id', '=', exampleBase).execute()
  api.door.answer = () => ({ kind: 'no_workflow' })
  expect(await round(20)).toBe(1)
  const again = await comment(key)
  expect([again.statusCode, bodyOf(again).code, await stateOf(id)]).toEqual([409, 'base_closed', 'refused'])
})

test('what was sent to an open base that lost its workflow waits until it is revived', async () => {
  const id = await silent()
  api.door.answer = () => ({ kind: 'no_workflow' })
  expect(await round(20)).toBe(0)
  expect(await stateOf(id)).toBe('sent')
  api.door.answer = () => accepted
  expect(await round(30)).toBe(1)
})

test('a "no" of a workflow that ended before it could catch up is not the answer', async () => {
  const id = await silent()
  api.door.answer = () => ({ kind: 'refused', refusal: { code: 'already_acted', detail: { step: '1.4a.1' } }, head: 1 })
  api.door.catchUp = () => Promise.reject(new WorkflowNotFoundError('ended', exampleBase, undefined))
  expect(await round(20)).toBe(0)
  expect(await stateOf(id)).toBe('sent')
})
