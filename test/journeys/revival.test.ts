import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { Problem } from '../../api/contract/problem.js'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { baseWorkflowId, programmeWorkflowId } from '../../domain/ids.js'
import { aStack, isReady, type Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'
import { readEntries } from './a-played-base.js'
import { nominate } from './a-standing-base.js'

let stack: Stack
let client: Client
let base: string

beforeAll(async () => {
  stack = await aStack()
  const connection = await Connection.connect({ address: stack.state.temporalAddress })
  client = new Client({ connection, namespace: 'cornerstone' })
  base = await nominate(stack, 'C09-yueqing')
  await stack.decide({ base, step: '1.2a.1' }, { as: 'p-C09-yueqing-lg', option: 'sent' })
}, 200_000)
afterAll(async () => {
  await client.connection.close()
  await stack.remove()
}, 90_000)

const divergences = async () => {
  const answer = await stack.ask('/programmes/gasme/reconciliation', { as: 'p-au-1' })
  return parsed(answer, ReconciliationResponse).divergences.map(({ code, stream }) => `${stream} ${code}`)
}

const invitation = { as: 'p-pm-1', body: { option: 'invite' } } as const
const decisions = () => `/bases/${base}/steps/1.2b.1/decisions`
const mending = { code: 'TER', reason: 'terminated in the screen of Temporal by mistake' } as const

test('the workflow of a base that runs is not revived, and nobody but an administrator revives one', async () => {
  const asked = await stack.ask(`/bases/${base}/revivals`, { as: 'p-ad-1', body: mending })
  expect([asked.status, Problem.parse(asked.body).code]).toEqual([409, 'workflow_runs'])
  for (const as of ['p-pm-1', 'p-au-1', 'p-pd-1']) {
    const refused = await stack.ask(`/bases/${base}/revivals`, { as, body: mending })
    expect([as, refused.status, Problem.parse(refused.body).code]).toEqual([as, 403, 'not_permitted'])
  }
}, 60_000)

test('a base whose workflow was terminated says that it is missing, is revived from its ledger, and goes on', async () => {
  const before = await readEntries(stack, base)
  await client.workflow.getHandle(baseWorkflowId(base)).terminate('by mistake')
  const key = randomUUID()
  const missing = await stack.ask(decisions(), { ...invitation, key })
  expect([missing.status, Problem.parse(missing.body).code]).toEqual([503, 'workflow_missing'])

  expect(await stack.cli('stuck')).toMatchObject({
    code: 1,
    out: expect.stringContaining(`${base} is open in the ledger, and its workflow is missing (terminated).`),
  })
  expect((await stack.cli('doctor')).out).toMatch(/no.* standstill +1 things are stuck/)
  expect(await isReady(stack.url)).toBe(true)

  const sent = ['--code', mending.code, '--reason', mending.reason, '--as', 'p-ad-1', '--json']
  const { out } = await stack.cli('revive', base, ...sent)
  const revived = AcceptedResponse.parse(JSON.parse(out))
  expect(revived.entries.map(({ seq, type }) => [seq, type])).toEqual([[before.length + 1, 'base_revived']])
  const again = await stack.ask(`/bases/${base}/revivals`, { as: 'p-ad-2', body: mending })
  expect([again.status, Problem.parse(again.body).code]).toEqual([409, 'workflow_runs'])

  const decided = parsed(await stack.ask(decisions(), { ...invitation, key }), AcceptedResponse)
  expect(decided.entries.map(({ type }) => type)).toContain('step_acted')
  const after = await readEntries(stack, base)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after[before.length]).toMatchObject({ type: 'base_revived', actor: 'p-ad-1', role: 'AD' })
  expect(await divergences()).toEqual([`${base} run_terminated`])
  expect(await stack.cli('stuck')).toMatchObject({ code: 0, out: expect.stringContaining('nothing is stuck') })
}, 60_000)

test('an evidence file of a base that was revived proves itself', async () => {
  const file = join(stack.data, 'evidence.zip')
  expect(await stack.cli('evidence', base, '--out', file, '--as', 'p-au-1')).toMatchObject({ code: 0 })
  expect(await stack.cli('verify', file)).toMatchObject({ code: 0 })
}, 60_000)

test('a programme whose workflow was terminated does not begin anew with nothing known: it is revived the same way', async () => {
  await client.workflow.getHandle(programmeWorkflowId('gasme')).terminate('by mistake')
  const call = { as: 'p-pm-1', key: randomUUID(), body: { call: '2031' } }
  const missing = await stack.ask('/programmes/gasme/calls', call)
  expect([missing.status, Problem.parse(missing.body).code]).toEqual([503, 'workflow_missing'])
  const revived = await stack.ask('/programmes/gasme/revivals', { as: 'p-ad-1', body: { code: 'TER' } })
  expect(parsed(revived, AcceptedResponse).entries.map(({ type }) => type)).toEqual(['programme_revived'])
  expect(parsed(await stack.ask('/programmes/gasme/calls', call), AcceptedResponse).entries).toHaveLength(1)
  expect((await divergences()).toSorted()).toEqual([`${base} run_terminated`, 'gasme run_terminated'].toSorted())
}, 60_000)
