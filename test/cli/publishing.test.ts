import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listening } from './listening.js'
import { runAlone } from './run-alone.js'

const accepted = {
  command: '6f1c2d9e-0b1f-4b57-9d2a-4b0b1f0f7a11',
  head: 9,
  entries: [{ seq: 9, type: 'rules_proposed', occurredAt: '2027-03-01T08:00:00.000Z' }],
}
const preview = '{"bases":[],"differences":[]}'
const proposal = {
  procedure: 'full',
  version: '2027-03-01',
  inForceFrom: '2027-06-01T04:00:00.000Z',
  rules: '{}',
  rulesHash: 'a'.repeat(64),
  preview,
  previewHash: createHash('sha256').update(preview).digest('hex'),
  seq: 57,
  proposedBy: 'p-ad-1',
  proposedAt: '2027-03-01T08:00:00.000Z',
  confirmedBy: null,
  confirmedAt: null,
  withdrawnBy: null,
  withdrawnAt: null,
}
const names = [
  { id: 'p-ad-1', name: { en: 'Ada Admin', local: '艾达' } },
  { id: 'p-ad-2', name: { en: 'Ben Second', local: '本' } },
]
const waiting = {
  items: [
    {
      kind: 'rules',
      id: 'full@2027-03-01',
      seq: 57,
      proposedBy: 'p-ad-1',
      proposedAt: null,
      mayConfirm: ['p-ad-2'],
      names,
    },
    {
      kind: 'seats',
      id: 'so-9',
      seq: 41,
      proposedBy: 'p-ad-1',
      proposedAt: '2027-03-01T08:00:00.000Z',
      mayConfirm: [],
      names,
    },
  ],
  next: null,
}

let [data, api] = ['', '']
const asked: unknown[] = []
const server: Server = createServer((request, response) => {
  let sent = ''
  request.on('data', (part: Buffer) => (sent += part.toString()))
  request.on('end', () => {
    const isRead = request.method === 'GET'
    asked.push([request.url, isRead ? undefined : JSON.parse(sent)])
    response.setHeader('content-type', 'application/json')
    const read = request.url?.includes('/proposals') === true ? waiting : proposal
    response.end(JSON.stringify(isRead ? read : accepted))
  })
})
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-publishing-'))
  api = await listening(server)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(data, { recursive: true, force: true })
})

test('the rules of a file are proposed with the day on which they come into force', async () => {
  const file = join(data, 'next.json')
  writeFileSync(file, '{"id":"full"}')
  const { code } = await runAlone(['propose-rules', file, '--in-force-from', '2027-06-01'], { data, api })
  expect(code).toBe(0)
  expect(asked.splice(0)).toEqual([['/programmes/gasme/rules', { rules: { id: 'full' }, inForceFrom: '2027-06-01' }]])
})

test('without a day nothing is proposed', async () => {
  const { code, said } = await runAlone(['propose-rules', 'next.json'], { data, api })
  expect(code).toBe(2)
  expect(said).toContain("required option '--in-force-from <moment>' not specified")
  expect(asked).toEqual([])
})

test('a preview is shown with the hash that the ledger has of it', async () => {
  const { out } = await runAlone(['preview-rules', 'full', '2027-03-01'], { data, api })
  expect(out).toContain('proposed by p-ad-1, waits for another administrator as entry 57 of the record')
  expect(out).toContain(`SHA-256 ${proposal.previewHash}`)
  expect(asked.splice(0)).toEqual([['/programmes/gasme/rules/full/2027-03-01', undefined]])
})

test('what waits is listed with who may be the second person, or that nobody may', async () => {
  const { out } = await runAlone(['proposals'], { data, api })
  expect(out).toMatch(/rules +\S? *full@2027-03-01.*p-ad-2/)
  expect(out).toMatch(/seats.*so-9.*nobody/)
  asked.splice(0)
})
