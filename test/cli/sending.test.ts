import { mkdtempSync, rmSync } from 'node:fs'
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
  entries: [{ seq: 9, type: 'put_on_hold', occurredAt: '2027-03-01T08:00:00.000Z' }],
}

/** What a look at a hand-over says. */
const looked = {
  does: 1,
  leaves: 0,
  more: 20,
  rows: [{ base: 'gasme-C09-yueqing-1', step: '1.4a.1', result: 'would', people: [], says: 'It fits.', commands: [] }],
}

let [data, api] = ['', '']
const asked: unknown[] = []
/** An API that accepts everything, and remembers where it was sent what. */
const server: Server = createServer((request, response) => {
  let sent = ''
  request.on('data', (part: Buffer) => (sent += part.toString()))
  request.on('end', () => {
    asked.push([request.method, request.url, JSON.parse(sent)])
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url?.includes('/reassignments') === true ? looked : accepted))
  })
})
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-sending-'))
  api = await listening(server)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(data, { recursive: true, force: true })
})

test('a verb of the table sends its command once, and says what became of it', async () => {
  const { code, out } = await runAlone(['hold', 'gasme-C09-yueqing-1', '--code', 'FMJ', '--reason', 'flood'], {
    data,
    api,
  })
  expect([code, out]).toEqual([0, 'Accepted; the ledger now has 9 entries. New:\n  9  put_on_hold\n'])
  expect(asked.splice(0)).toEqual([['POST', '/bases/gasme-C09-yueqing-1/holds', { code: 'FMJ', reason: 'flood' }]])
})

test('what is handed over is what was looked at, and how many more there are is said', async () => {
  const words = ['hand-over', 'p-so-1', 'p-so-2', '--code', 'LAT', '--reason', 'left', '--do']
  const { code, out } = await runAlone(words, { data, api })
  expect(code).toBe(0)
  expect(out).toContain('There are 20 more')
  const body = { from: 'p-so-1', to: 'p-so-2', code: 'LAT', reason: 'left' }
  const steps = [{ base: 'gasme-C09-yueqing-1', step: '1.4a.1' }]
  expect(asked.splice(0)).toEqual([
    ['POST', '/programmes/gasme/reassignments/previews', body],
    ['POST', '/programmes/gasme/reassignments', { ...body, steps }],
  ])
})

test('a verb of the table without an option it needs sends nothing', async () => {
  const { code, said } = await runAlone(['hold', 'gasme-C09-yueqing-1'], { data, api })
  expect(code).toBe(2)
  expect(said).toContain("required option '--code <code>' not specified")
  expect(asked).toEqual([])
})
