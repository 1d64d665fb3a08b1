import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { commandIdOf } from '../../api/commands/ask.js'
import { sweep } from '../../api/commands/sweeper.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

const base = 'gasme-C09-yueqing-1'
let api: AnApi
beforeAll(async () => {
  api = await anApi('answers vouched for')
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
  api.door.isOurs = true
})

/** The id of a command that somebody sent under a key. */
const idOf = (key: string, person = 'p-pm-1'): string => commandIdOf({ person, key })

const comment = async (key: string) =>
  await api.app.inject({
    method: 'POST',
    url: `/bases/${base}/comments`,
    headers: await api.write('p-pm-1', key),
    payload: { text: 'The annex is on its way.' },
  })

const asked = async (key: string) =>
  bodyOf(await api.app.inject({ url: `/commands/${key}`, headers: await api.as('p-pm-1') }))

const write = (key: string, row: Readonly<Record<string, string | null>>) =>
  api.parts.db.updateTable('command').set(row).where('id', '=', idOf(key)).execute()

const no = JSON.stringify({ status: 409, body: '{"code":"already_acted"}' })
const yes = JSON.stringify({ status: 200, body: '{"head":9,"entries":[]}' })
const nothingDone = { kind: 'accepted', accepted: { head: 2, entries: [] } } as const

test.each([
  ['with entries', accepted],
  ['that nothing had to be done', nothingDone],
  ['under the seal of another command', sealedFor(randomUUID())],
])('a "yes" %s from whoever polls the task queue is told to nobody', async (_, delivery) => {
  const key = randomUUID()
  api.door.answer = () => delivery
  api.door.isOurs = false
  const answer = await comment(key)
  expect([answer.statusCode, bodyOf(answer).ask]).toEqual([202, `/commands/${idOf(key)}`])
  expect(await asked(key)).toMatchObject({ state: 'sent', answer: null })
  expect(await sweep(api.parts, { waitedMs: -1000 })).toBe(0)
  // The twin: once a worker of ours answers, the same command has its answer.
  api.door.isOurs = true
  api.door.answer = () => accepted
  expect(await sweep(api.parts, { waitedMs: -1000 })).toBe(1)
  expect(await asked(key)).toMatchObject({ state: 'accepted', answer: { status: 200 } })
})

function sealedFor(other: string) {
  const [id, rest] = [other.slice(0, 8), other.replaceAll('-', '').repeat(2)]
  return { ...accepted, accepted: { head: 2, entries: [], seal: `${id}.${rest.slice(0, 64)}` } } as const
}

/** What `record` says of a command under which somebody has put an outcome: it asks the row alone. */
const refusedBefore = (code: string): Delivery => ({
  kind: 'refused',
  refusal: { code: 'refused_before', detail: { command: code } },
})

test.each([
  ['a "no"', { state: 'refused', outcome: no }],
  ['a "yes"', { state: 'accepted', outcome: yes }],
  ['a "no" under a seal of nobody', { state: 'refused', outcome: no, outcome_seal: `0a0b0c0d.${'1'.repeat(64)}` }],
])('%s that whoever writes rows puts under a command is repeated to nobody', async (_, row) => {
  const key = randomUUID()
  api.door.answer = () => ({ kind: 'unanswered' })
  expect((await comment(key)).statusCode).toBe(202)
  await write(key, row)
  expect(await asked(key)).toMatchObject({ state: 'sent', answer: null })
  api.door.answer = () => refusedBefore(idOf(key))
  const answer = await comment(key)
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([409, 'refused_before'])
})

test('what whoever writes rows says a command became is repeated to nobody, and it is carried out', async () => {
  const key = randomUUID()
  api.door.answer = () => ({ kind: 'unanswered' })
  expect((await comment(key)).statusCode).toBe(202)
  await write(key, { state: 'accepted', accepted: JSON.stringify({ head: 9, entries: [] }) })
  expect(await asked(key)).toMatchObject({ state: 'sent', answer: null })
  api.door.answer = () => accepted
  const answer = await comment(key)
  expect([answer.statusCode, bodyOf(answer)]).toMatchObject([200, { command: idOf(key), head: 2 }])
})

test('the seal of one "no" is none of another, nor of the same words as a "yes"', async () => {
  const [told, other] = [randomUUID(), randomUUID()]
  api.door.answer = () => ({ kind: 'refused', refusal: { code: 'already_acted', detail: { step: '1.10.1' } } })
  expect((await comment(told)).statusCode).toBe(409)
  api.door.answer = () => ({ kind: 'unanswered' })
  await comment(other)
  const row = await api.parts.db
    .selectFrom('command')
    .selectAll()
    .where('id', '=', idOf(told))
    .executeTakeFirstOrThrow()
  await write(other, { state: 'refused', outcome: JSON.stringify(row.outcome), outcome_seal: row.outcome_seal })
  expect(await asked(other)).toMatchObject({ state: 'sent', answer: null })
  expect(await asked(told)).toMatchObject({ state: 'refused', answer: { status: 409 } })
  await expect(write(told, { state: 'accepted' })).rejects.toThrow('stays')
})

test('who vouches for an answer that was told stays', async () => {
  const key = randomUUID()
  api.door.answer = () => ({ kind: 'refused', refusal: { code: 'already_acted', detail: { step: '1.10.1' } } })
  await comment(key)
  await expect(write(key, { outcome_seal: null })).rejects.toThrow('stays')
})
