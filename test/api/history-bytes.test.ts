import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { canonicalHistory, readHistory } from '../../api/temporal/history-bytes.js'
import { fingerprint } from '../../documents/document-store.js'
import { testTemporal } from '../support/services.js'

const { History } = proto.temporal.api.history.v1
const { GetWorkflowExecutionHistoryResponse, WorkflowService } = proto.temporal.api.workflowservice.v1

const data = (text: string) => ({ payloads: [{ metadata: { encoding: Buffer.from('x') }, data: Buffer.from(text) }] })
const marker = (details: object) => ({
  events: [{ eventId: 7, markerRecordedEventAttributes: { markerName: 'core_local_activity', details } }],
})
const forwards = History.fromObject(marker({ data: data('1'), result: data('2'), type: data('3') }))
const backwards = History.fromObject(marker({ type: data('3'), result: data('2'), data: data('1') }))

test('one history whose maps come in another order has one encoding, and two as the server gives it', () => {
  expect(fingerprint(History.encode(forwards).finish())).not.toBe(fingerprint(History.encode(backwards).finish()))
  expect(fingerprint(canonicalHistory(forwards))).toBe(fingerprint(canonicalHistory(backwards)))
  const other = History.fromObject(marker({ data: data('1'), result: data('9'), type: data('3') }))
  expect(fingerprint(canonicalHistory(other))).not.toBe(fingerprint(canonicalHistory(forwards)))
})

test('the encoding loses nothing: every kept history says after it what it said before', () => {
  const folder = new URL('../replay/histories/1/', import.meta.url)
  const kept = readdirSync(folder).filter((name) => name.endsWith('.binpb'))
  expect(kept.length).toBeGreaterThan(10)
  for (const name of kept) {
    const bytes = readFileSync(new URL(name, folder))
    const again = canonicalHistory(History.decode(bytes))
    expect([name, again.length]).toEqual([name, bytes.length])
    expect(History.toObject(History.decode(again), { longs: String, bytes: String })).toEqual(
      History.toObject(History.decode(bytes), { longs: String, bytes: String }),
    )
  }
})

const place = { namespace: 'n', workflowId: 'base/x', runId: 'r' }
const answering = (response: Uint8Array) => WorkflowService.create((_, __, answer) => answer(null, response))

test('what a newer server says that this program has no field for is noticed, and nothing else is', async () => {
  const known = GetWorkflowExecutionHistoryResponse.encode({ history: backwards }).finish()
  expect(await readHistory(answering(known), place)).toMatchObject({
    isWhole: true,
    bytes: canonicalHistory(forwards),
  })
  // Field 9999 of an event, a number: it is appended to the event, whose length and that of its history grow by four bytes.
  const event = Buffer.concat([
    proto.temporal.api.history.v1.HistoryEvent.encode(forwards.events[0] ?? {}).finish(),
    Buffer.from([0xf8, 0xf0, 0x04, 0x01]),
  ])
  const newer = withLength(10, withLength(10, event))
  expect(await readHistory(answering(newer), place)).toMatchObject({ isWhole: false })
})

/** A member of a message: its tag, its length, and itself. */
const withLength = (tag: number, bytes: Buffer): Buffer => {
  const length: number[] = []
  for (let left = bytes.length; ; left >>>= 7) {
    length.push(left > 127 ? (left & 127) | 128 : left)
    if (left <= 127) return Buffer.concat([Buffer.from([tag, ...length]), bytes])
  }
}

let connections: readonly Connection[] = []
let namespace: string
beforeAll(async () => {
  const { temporalAddress: address, namespace: own } = await testTemporal()
  namespace = own
  connections = [await Connection.connect({ address }), await Connection.connect({ address })]
})
afterAll(() => Promise.all(connections.map((one) => one.close())))

test('one run read page by page over one connection and whole over another has one hash, ten times over', async () => {
  const [one, other] = connections
  if (one === undefined || other === undefined) throw new Error('there are two connections')
  const workflowId = `history-${randomUUID()}`
  const memo = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => [name, { name }]))
  const handle = await new Client({ connection: one, namespace }).workflow.start('nothing', {
    workflowId,
    taskQueue: 'nobody',
    args: [],
    memo,
  })
  await handle.signal('hello', memo)
  await handle.terminate('enough')
  const wanted = { namespace, workflowId, runId: handle.firstExecutionRunId }
  const hashes = new Set<string>()
  for (let time = 0; time < 10; time += 1) {
    const pages = await readHistory(one.workflowService, { ...wanted, pageSize: 1 })
    const whole = await readHistory(other.workflowService, wanted)
    expect([pages.isWhole, whole.isWhole, pages.events.length]).toEqual([true, true, whole.events.length])
    hashes.add(fingerprint(pages.bytes)).add(fingerprint(whole.bytes))
  }
  expect(hashes.size).toBe(1)
})
