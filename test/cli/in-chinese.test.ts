import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listening } from './listening.js'
import { runAlone } from './run-alone.js'

const id = '6f1c2f0e-5c8e-4b0e-9d53-6f3a6d2a7b10'
const [at, later] = ['2027-03-01T08:00:00.000Z', '2027-04-01T08:00:00.000Z']
const both = (en: string, chinese: string) => ({ en, 'zh-CN': chinese })
const token = { id, programme: 'gasme', person: 'p-au-1', name: 'd-1', scopes: ['read'], madeBy: 'p-ad-1', madeAt: at }
const form = {
  base: 'gasme-C09-yueqing-1',
  step: '1.4a.1',
  key: '1.4a',
  title: both('Check the dossier', '核对申报材料'),
  version: 1,
  mayAct: true,
  options: [],
  fields: [{ code: 'missing', kind: 'text', label: both('What is missing', '缺少内容') }],
  prefilled: {},
  begun: [],
  things: [],
  draft: { version: 3, changedBy: 'p-so-1', changedAt: at, answers: { missing: '一' } },
  handedIn: [],
  example: {},
}

/** What an API says to each verb that is asked here. */
const says: Readonly<Record<string, unknown>> = {
  '/sign-ins': {
    items: [{ id, means: 'local', agent: 'Firefox/Linux', madeAt: at, seenAt: at, endsAt: later, isThis: false }],
  },
  '/api-tokens': { items: [{ ...token, endsAt: later, usedAt: null, revokedAt: null }] },
  '/programmes/gasme/people/p-au-1/api-tokens': { id, token: 'cs1.token', endsAt: later },
  '/bases/gasme-C09-yueqing-1/steps/1.4a.1/form': form,
  '/bases/gasme-C09-yueqing-1/subjects': {
    verdict: null,
    verdictLabel: null,
    screenedAt: null,
    nextOn: later,
    known: 4,
    due: 2,
    items: null,
    runs: null,
  },
  '/bases': { items: [], next: null },
  '/saved-views': {
    items: [
      {
        id,
        page: 'bases',
        name: '逾期',
        asks: { late: 'true' },
        address: '/bases?late=true',
        isMine: false,
        sharedWith: { programme: 'gasme', role: 'PM', label: both('Programme manager', '项目经理') },
        savedAt: at,
      },
    ],
  },
  '/health/ready': {
    status: 'ready',
    postgres: true,
    temporal: true,
    stuck: { count: 2, ledgerBehind: true },
    uncoveredSince: at,
    worker: false,
    missing: [],
  },
}
const server: Server = createServer((request, response) => {
  const found = says[new URL(request.url ?? '', 'http://here').pathname]
  response.statusCode = found === undefined ? 404 : 200
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(found ?? {}))
})

let [data, api] = ['', '']
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-in-chinese-'))
  api = await listening(server)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(data, { recursive: true, force: true })
})

/** Words of English that stand in no name, code or command: two of them in a row are a sentence that was left. */
const leftInEnglish = (out: string): readonly string[] =>
  out
    .replaceAll(/`[^`]*`|[\w./-]*\/[\w./-]+/g, '')
    .split('\n')
    .flatMap((line) => /\b[a-z]{2,} [a-z]{2,}\b/.exec(line)?.[0] ?? [])

test.each([
  [['sign-ins'], 'Firefox/Linux'],
  [['tokens'], 'p-au-1'],
  [['make-token', 'p-au-1', '--name', 'd-1', '--scope', 'read', '--days', '9'], 'cs1.token'],
  [['draft', 'gasme-C09-yueqing-1', '1.4a.1'], 'missing'],
  [['subjects', 'gasme-C09-yueqing-1'], '2'],
  [['check-ten', 'gasme'], '8.2'],
  [['views'], '/bases?late=true'],
  [['doctor'], 'Node.js'],
])('%j is said whole in Chinese where Chinese is spoken, and in English where English is', async (verb, holds) => {
  const [theirs, ours] = await Promise.all([
    runAlone(verb, { data, api, language: 'zh-CN' }),
    runAlone(verb, { data, api, language: 'en' }),
  ])
  expect([theirs.out, ours.out]).toEqual([expect.stringContaining(holds), expect.stringContaining(holds)])
  expect(theirs.out).toMatch(/[一-鿿]/)
  expect([verb, leftInEnglish(`${theirs.out}\n${theirs.said}`)]).toEqual([verb, []])
  expect(ours.out).not.toBe(theirs.out)
})

test('a sentence that was left in English is found, and a name, a code or a command is none', () => {
  expect(leftInEnglish('You are signed in with no browser.')).toEqual(['are signed'])
  expect(leftInEnglish('令牌 d-1 已终止；`npm run -s cornerstone -- stuck` docs/how-to/mend.md')).toEqual([])
})
