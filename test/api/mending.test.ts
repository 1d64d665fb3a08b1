import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { commandIdOf } from '../../api/commands/ask.js'
import { deadlineIn, now } from '../../clock/machine-clock.js'
import { StuckResponse } from '../../api/contract/mending.js'
import { sweep } from '../../api/commands/sweeper.js'
import { lookForStuck } from '../../api/stuck/look.js'
import type { WorkflowState } from '../../api/temporal/workflow-states.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { readCommand } from '../../db/reads/commands.js'
import { by, limits } from '../db/an-example.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { recordLife } from './a-recorded-life.js'
import { accepted, anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('what is stuck, at the edge')
  await recordLife(api, { base: aNominatedBase(), after: 0 })
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
  api.door.stateOf = async () => running
  api.door.historyEnd = async () => ({ head: undefined, failure: undefined })
  api.door.runningSince = async () => [exampleBase]
})

const running: WorkflowState = { isRunning: true, status: 'running', endedAt: null, task: undefined, activities: [] }
const old = '2026-01-01T00:00:00.000Z'
const task = { attempt: 1, isStarted: false, scheduledAt: old, since: old }

/** The id of a command that somebody sent under a key. */
const idOf = (key: string, person = 'p-pm-1'): string => commandIdOf({ person, key })

const post = async (url: string, { as, payload, key = randomUUID() }: { as: string; payload: object; key?: string }) =>
  await api.app.inject({ method: 'POST', url, headers: await api.write(as, key), payload })
const stuck = async () => {
  const answer = await api.app.inject({ url: '/stuck', headers: await api.as('p-pm-1') })
  return StuckResponse.parse(JSON.parse(answer.body)).items.map(({ kind, stream, got }) => `${kind} ${stream} ${got}`)
}
/** The same, looked at two minutes from now. */
const stuckLater = async () => {
  const later = { ...api.parts, clock: () => new Date(deadlineIn(120_000)) }
  return (await lookForStuck(later, {})).stuck.map(({ kind, stream }) => `${kind} ${stream}`)
}
const ready = async () => {
  const answer = await api.app.inject({ url: '/health/ready' })
  return [answer.statusCode, bodyOf(answer)['stuck']]
}

test('where every workflow runs and knows its ledger nothing is stuck, and the API is ready', async () => {
  expect(await stuck()).toEqual([])
  expect(await ready()).toEqual([200, { count: 0, ledgerBehind: false }])
})

test.each([
  ['terminated', { ...running, isRunning: false, status: 'terminated' }, 'workflow_missing', 'terminated'],
  ['unknown to the server', undefined, 'workflow_missing', 'not found'],
  ['failing at its task again and again', { ...running, task: { ...task, attempt: 9 } }, 'task_fails', 'poisoned'],
  ['without a worker that takes its work', { ...running, task }, 'task_waits', null],
  ['at one task for long', { ...running, task: { ...task, isStarted: true } }, 'task_lasts', null],
  [
    'unable to make a paper',
    { ...running, activities: [{ id: '1', name: 'makeDocuments', attempt: 5, since: old, failure: 'no room' }] },
    'activity_fails',
    'no room',
  ],
] as const)('a workflow that is %s is told, and the API stays ready for the others', async (...row) => {
  const [, state, kind, got] = row
  api.door.stateOf = async () => state
  api.door.historyEnd = async () => ({ head: undefined, failure: { at: old, says: 'poisoned' } })
  expect(await stuck()).toEqual([`${kind} ${exampleBase} ${got}`])
  expect(await ready()).toEqual([200, { count: 1, ledgerBehind: false }])
})

test('a task that failed three times, and an activity as well, are not told yet', async () => {
  const activity = { id: '1', name: 'makeDocuments', attempt: 3, since: old, failure: 'no room' }
  const at = now()
  const young = { attempt: 3, isStarted: true, scheduledAt: at, since: at }
  api.door.stateOf = async () => ({ ...running, task: young, activities: [activity] })
  expect(await stuck()).toEqual([])
})

test('a database older than Temporal takes readiness away; one that is newer is told', async () => {
  api.door.historyEnd = async () => ({ head: 99, failure: undefined })
  expect(await stuck()).toEqual([`ledger_behind ${exampleBase} 3 < 99`])
  expect(await ready()).toEqual([503, { count: 1, ledgerBehind: true }])
  api.door.historyEnd = async () => ({ head: 2, failure: undefined })
  expect(await stuckLater()).toEqual([`ledger_ahead ${exampleBase}`])
  expect(await stuck()).toEqual([])
  expect(await ready()).toEqual([200, { count: 0, ledgerBehind: false }])
})

test('a workflow that runs while its ledger has nothing, or that ended while its ledger is open, says that the database is older', async () => {
  api.door.runningSince = async () => [exampleBase, 'gasme-C01-dali-1']
  api.door.historyEnd = async ({ workflow }) => ({ head: workflow.includes('dali') ? 2 : 3, failure: undefined })
  expect(await stuck()).toEqual(['ledger_behind gasme-C01-dali-1 0'])
  expect(await ready()).toEqual([503, { count: 1, ledgerBehind: true }])
  // The twin: one that never recorded anything was begun by hand, and nothing is older.
  api.door.historyEnd = async ({ workflow }) => ({
    head: workflow.includes('dali') ? undefined : 3,
    failure: undefined,
  })
  expect(await stuck()).toEqual(['begun_by_hand gasme-C01-dali-1 0'])
  expect(await ready()).toEqual([200, { count: 1, ledgerBehind: false }])
  api.door.runningSince = async () => [exampleBase]
  api.door.stateOf = async () => ({ ...running, isRunning: false, status: 'completed' })
  expect(await stuck()).toEqual([`ledger_behind ${exampleBase} completed`])
  api.door.stateOf = async () => running
  expect(await stuck()).toEqual([])
  expect(await ready()).toEqual([200, { count: 0, ledgerBehind: false }])
})

test('what is stuck is for the programme’s side alone', async () => {
  const answer = await api.app.inject({ url: '/stuck', headers: await api.as('p-C09-yueqing-lg') })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([403, 'not_permitted'])
})

test('a missing workflow is told as missing and nothing is kept of it: the same key may come again', async () => {
  api.door.answer = () => ({ kind: 'no_workflow' })
  const key = randomUUID()
  const hold = { as: 'p-pm-1', payload: { code: 'FMJ', reason: 'flood' } }
  const missing = await post(`/bases/${exampleBase}/holds`, { ...hold, key })
  expect([missing.statusCode, bodyOf(missing).code, missing.headers['retry-after']]).toEqual([
    503,
    'workflow_missing',
    '5',
  ])
  api.door.answer = () => ({ kind: 'not_ready' })
  const failing = await post(`/bases/${exampleBase}/holds`, { ...hold, key })
  expect([failing.statusCode, bodyOf(failing).code, failing.headers['retry-after']]).toEqual([
    503,
    'workflow_not_ready',
    '5',
  ])
  api.door.answer = () => accepted
  expect((await post(`/bases/${exampleBase}/holds`, { ...hold, key })).statusCode).toBe(200)
})

test('a revival carries the state and the handled ids of the ledger, and the note of it only names the base', async () => {
  const key = randomUUID()
  const payload = { code: 'TER', reason: 'ended by mistake' }
  expect((await post(`/bases/${exampleBase}/revivals`, { as: 'p-ad-1', payload, key })).statusCode).toBe(200)
  const start = api.door.sent.at(-1)?.parcel.start
  expect(start).toMatchObject({
    type: 'cooperationBase',
    input: { base: exampleBase, procedure: 'full', revivedFrom: 3, carried: { state: { seq: 3, closed: false } } },
  })
  const { body } = (await readCommand(api.parts.db, { id: idOf(key, 'p-ad-1') })) ?? {}
  expect(body).toMatchObject({ command: { type: 'revive', code: 'TER', reason: { hash: expect.any(String) } } })
  expect(JSON.stringify(body)).not.toContain('carried')
  expect(JSON.stringify(body)).not.toContain('by mistake')
})

test('nothing is revived from a database that is older than what the workflow knew', async () => {
  const revival = async () => {
    const answer = await post(`/bases/${exampleBase}/revivals`, { as: 'p-ad-1', payload: { code: 'TER' } })
    return [answer.statusCode, bodyOf(answer).code]
  }
  const terminated = { ...running, isRunning: false, status: 'terminated' }
  api.door.stateOf = async () => terminated
  api.door.historyEnd = async () => ({ head: 4, failure: undefined })
  expect(await revival()).toEqual([409, 'older_than_workflow'])
  api.door.historyEnd = async () => ({ head: 3, failure: undefined })
  expect(await revival()).toEqual([200, ''])
  api.door.stateOf = async () => ({ ...terminated, status: 'completed' })
  expect(await revival()).toEqual([409, 'older_than_workflow'])
})

test('only an administrator revives, tries again or skips', async () => {
  const payload = { code: 'FLT' }
  for (const url of [`/bases/${exampleBase}/revivals`, `/bases/${exampleBase}/retries`, '/programmes/gasme/retries'])
    expect([url, (await post(url, { as: 'p-pd-1', payload })).statusCode]).toEqual([url, 403])
  expect(api.door.sent).toHaveLength(0)
})

/** A command that was sent and has no answer. */
const silent = async () => {
  const key = randomUUID()
  api.door.answer = () => ({ kind: 'unanswered' })
  expect(
    (await post(`/bases/${exampleBase}/comments`, { as: 'p-pm-1', payload: { text: 'heard?' }, key })).statusCode,
  ).toBe(202)
  return key
}

test('an unanswered command is told after a minute, and sent again at once when an operator says so', async () => {
  const key = await silent()
  expect(await stuck()).toEqual([])
  expect(await stuckLater()).toEqual([`command_unanswered ${exampleBase}`])
  api.door.answer = () => accepted
  const again = await post(`/bases/${exampleBase}/retries`, { as: 'p-ad-1', payload: { code: 'FLT' } })
  expect([again.statusCode, bodyOf(again)]).toMatchObject([200, { settled: 1, reset: 0 }])
  expect((await readCommand(api.parts.db, { id: idOf(key) }))?.state).toBe('accepted')
})

test('a skipped command is answered as failed, is never sent again, and what became an entry is not skipped', async () => {
  const key = await silent()
  const payload = { code: 'ERR', reason: 'sent by mistake' }
  expect((await post(`/commands/${idOf(key)}/skips`, { as: 'p-ad-1', payload })).statusCode).toBe(200)
  api.door.sent.length = 0
  await sweep(api.parts, { waitedMs: 0 })
  expect(api.door.sent).toHaveLength(0)
  const answer = await post(`/bases/${exampleBase}/comments`, { as: 'p-pm-1', payload: { text: 'heard?' }, key })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([409, 'command_skipped'])
  api.door.answer = () => accepted
  const done = randomUUID()
  await post(`/bases/${exampleBase}/comments`, { as: 'p-pm-1', payload: { text: 'heard!' }, key: done })
  const act = randomUUID()
  const refused = await post(`/commands/${idOf(done)}/skips`, { as: 'p-ad-1', payload, key: act })
  expect([refused.statusCode, bodyOf(refused).code]).toEqual([409, 'not_skippable'])
  const asked = await api.app.inject({ url: `/commands/${act}`, headers: await api.as('p-ad-1') })
  expect(asked.json()).toMatchObject({ state: 'refused', answer: { status: 409, body: { code: 'not_skippable' } } })
})

test('somebody who may not know of a command hears the same as of one that does not exist; who may and cannot skip is told', async () => {
  const key = await silent()
  const hears = async (as: string, id: string) => {
    const answer = await post(`/commands/${id}/skips`, { as, payload: { code: 'ERR' } })
    const { requestId: _, ...body } = bodyOf(answer)
    return JSON.stringify([answer.statusCode, body]).replaceAll(id, 'that one')
  }
  const stranger = await hears('p-C01-dali-lg', idOf(key))
  expect(stranger).toContain('not_found')
  expect(stranger).toBe(await hears('p-C01-dali-lg', randomUUID()))
  expect(await hears('p-pm-1', idOf(key))).toContain('not_permitted')
})

test('a programme without an entry has not begun, and is not told that its workflow runs; with one it is revived', async () => {
  const revival = async () => {
    const answer = await post('/programmes/gasme/revivals', { as: 'p-ad-1', payload: { code: 'TER' } })
    return [answer.statusCode, bodyOf(answer).code]
  }
  expect(await revival()).toEqual([409, 'not_begun'])
  expect(api.door.sent).toHaveLength(0)
  const begun = await recordEntries(api.parts.db, {
    stream: 'gasme',
    kind: 'programme',
    commandId: randomUUID(),
    expectedHead: 0,
    events: [{ type: 'call_proposed', call: '2028', by: by('PM') }],
    channel: 'machine',
    occurredAt: dayOfTheApi,
    rulesVersion: '2026.1',
    workflowRun: 'run-1',
    claims: [],
    limits,
    view: { nextDueAt: null, openCall: null, windowEnds: null },
  })
  expect(begun).toMatchObject({ kind: 'recorded', head: 1 })
  expect(await revival()).toEqual([200, ''])
  expect(api.door.sent.at(-1)?.parcel.start).toMatchObject({ type: 'programme', revives: true })
})
