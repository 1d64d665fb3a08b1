import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { baseWorkflowId } from '../../domain/ids.js'
import { aCommandId, aProgramme, aWorker, sendNomination, sendToBase } from '../support/a-worker.js'

/** Whoever reaches the Temporal server sends updates as he likes: none of them gets past the door, and none stops a base. */
let programme: Awaited<ReturnType<typeof aProgramme>>
let worker: Awaited<ReturnType<typeof aWorker>>
let connection: Connection

beforeAll(async () => {
  programme = await aProgramme('sent by hand')
  worker = await aWorker(programme)
  connection = await Connection.connect({ address: programme.temporalAddress })
  await sendNomination(programme)
}, 120_000)
afterAll(async () => {
  await connection.close()
  await worker.stop()
  await programme.close()
})

const byHand = async ({ update, args, id = randomUUID() }: { update: string; args: unknown[]; id?: string }) => {
  const { workflow } = new Client({ connection, namespace: programme.namespace })
  const handle = workflow.getHandle(baseWorkflowId(programme.base))
  const [first, ...more] = args
  const sent =
    first === undefined
      ? handle.executeUpdate(update, { updateId: id })
      : handle.executeUpdate(update, { args: [first, ...more], updateId: id })
  return await sent.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Error && error.cause instanceof Error ? typeOf(error.cause) : String(error)),
  )
}
const typeOf = (cause: Error): string => ('type' in cause ? String(cause.type) : cause.message)

const entries = async (): Promise<number> =>
  (await programme.db.selectFrom('ledger_entry').select('seq').where('stream', '=', programme.base).execute()).length

const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)])
const paper = { type: 'document_made', order: 'dossier_receipt-1', files: [], by: { person: 'p-pd-1', role: 'PD' } }

test.each([
  ['with a sender of its own behind the command', { update: 'comment', args: [paper, {}], id: 'a paper' }],
  ['with the news of a machine', { update: 'comment', args: [paper], id: 'a paper again' }],
  ['with a command without a sender', { update: 'hold', args: [{ type: 'hold', code: 'FMJ' }, {}], id: 'h' }],
  ['with another command than it names', { update: 'comment', args: [{ type: 'hold', code: 'FMJ' }] }],
  ['with nothing', { update: 'hold', args: [null] }],
  ['without arguments', { update: 'hold', args: [] }],
  ['with a text', { update: 'hold', args: ['hold'] }],
  ['with a command that nests 3,000 deep', { update: 'comment', args: [{ type: 'comment', text: nested(3000) }] }],
])('an update %s is refused, leaves no entry, and the base goes on', async (_, update) => {
  const before = await entries()
  expect(await byHand(update)).toBe('sender_unsealed')
  expect(await entries()).toBe(before)
  const command = { type: 'comment', text: { id: aCommandId(), hash: '0'.repeat(64) } } as const
  expect(await sendToBase(programme, { command, actor: programme.holderOf('PM') })).toMatchObject({ kind: 'accepted' })
  expect(await entries()).toBe(before + 1)
})
