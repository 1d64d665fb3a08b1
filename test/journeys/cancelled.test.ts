import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { baseWorkflowId, programmeWorkflowId } from '../../domain/ids.js'
import { catchUp } from '../../workflows/messages.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'
import { readEntries } from './a-played-base.js'
import { nominate } from './a-standing-base.js'

/** A cancel request is typed into the screen of Temporal, and decides nothing about a base or a programme. */
let stack: Stack
let client: Client
let base: string

beforeAll(async () => {
  stack = await aStack()
  const connection = await Connection.connect({ address: stack.state.temporalAddress })
  client = new Client({ connection, namespace: 'cornerstone' })
  base = await nominate(stack, 'C09-yueqing')
}, 200_000)
afterAll(async () => {
  await client.connection.close()
  await stack.remove()
}, 90_000)

const statusOf = async (workflowId: string) => (await client.workflow.getHandle(workflowId).describe()).status.name
const types = async () => (await readEntries(stack, base)).map(({ type }) => type)

test('a base whose workflow was asked to cancel writes it down, decides what people decide, hears signals, and runs', async () => {
  const handle = client.workflow.getHandle(baseWorkflowId(base))
  await handle.cancel()
  await stack.decide({ base, step: '1.2a.1' }, { as: 'p-C09-yueqing-lg', option: 'sent' })
  await handle.signal(catchUp)
  await stack.decide({ base, step: '1.2b.1' }, { as: 'p-pm-1', option: 'invite' })
  expect((await types()).filter((type) => type === 'cancel_refused')).toHaveLength(1)
  expect((await types()).filter((type) => type === 'step_acted')).toHaveLength(2)
  expect(await statusOf(baseWorkflowId(base))).toBe('RUNNING')
}, 60_000)

test.each([
  ['ranked', null],
  ['offered', null],
  ['offered', { offer: 5 }],
  ['person_left', { person: 'p-so-1', roles: 'SO' }],
])(
  'a base does not hear a signal %s that carries %j, and goes on',
  async (signal, carried) => {
    await client.workflow.getHandle(baseWorkflowId(base)).signal(signal, carried)
    const comment = await stack.ask(`/bases/${base}/comments`, { as: 'p-pm-1', body: { text: 'Seen.' } })
    expect(parsed(comment, AcceptedResponse).entries).toHaveLength(1)
  },
  60_000,
)

test('a programme does not hear a signal that carries nothing, and goes on', async () => {
  await client.workflow.getHandle(programmeWorkflowId('gasme')).signal('stands', null)
  const call = await stack.ask('/programmes/gasme/calls', { as: 'p-pm-1', body: { call: '2032' } })
  expect(parsed(call, AcceptedResponse).entries).toHaveLength(1)
}, 60_000)

test('a programme whose workflow was asked to cancel opens calls as before, hears signals, and runs', async () => {
  const handle = client.workflow.getHandle(programmeWorkflowId('gasme'))
  await handle.cancel()
  await handle.signal(catchUp)
  const call = await stack.ask('/programmes/gasme/calls', { as: 'p-pm-1', body: { call: '2031' } })
  expect(parsed(call, AcceptedResponse).entries).toHaveLength(1)
  expect(await statusOf(programmeWorkflowId('gasme'))).toBe('RUNNING')
}, 60_000)
