import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stages, statuses } from '../../domain/lifecycle.js'
import { rehearsalWords } from '../../cli/rehearsal/rehearsal-words.js'
import { listening } from './listening.js'
import { runAlone } from './run-alone.js'

const at = '2027-03-01T08:00:00.000Z'
const base = 'gasme-C09-yueqing-1'
const inBoth = { en: 'Yueqing', 'zh-CN': '乐清' }
const names = { name: inBoth, place: inBoth, government: inBoth, industry: inBoth }
const summary = {
  id: base,
  programme: 'gasme',
  cluster: 'C09-yueqing',
  names,
  zone: 'Asia/Shanghai',
  call: '2027',
  stage: 'due_diligence',
  status: 'active_yellow',
  code: 'DAT',
  nextDueAt: at,
  waitsFor: [],
  category: 'electrical',
  country: 'CN',
  province: 'CN-ZJ',
  at: null,
  stageEnteredAt: at,
  signedAt: null,
  endsOn: null,
  activatedAt: null,
  review: null,
  awaitsSession: false,
  today: '2027-03-01',
  closed: false,
  rehearsal: false,
}
const ledger = { entries: 3, head: 'a'.repeat(64) }
const stageEnds = [
  { no: 1, stage: 'nomination', enteredAt: at, leftAt: at, outcome: 'shortlisted' },
  { no: 2, stage: 'due_diligence', enteredAt: at, leftAt: null, outcome: null },
]
/** What the API would say to each question, with codes as it has them. */
const answers: Readonly<Record<string, unknown>> = {
  '/bases': { items: [summary], total: null, next: null },
  [`/bases/${base}`]: {
    ...summary,
    procedure: 'full',
    stages: stageEnds,
    counts: { steps: 1, decisions: 1, letters: 1 },
    ledger,
    openedAt: at,
    lastEntryAt: at,
    missingParts: [7],
    undated: [],
    interests: [],
    titleReview: null,
  },
}

let [data, api] = ['', '']
const server: Server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(answers[(request.url ?? '').split('?')[0] ?? ''] ?? {}))
})
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-codes-'))
  api = await listening(server)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(data, { recursive: true, force: true })
})

const said = async (args: readonly string[], language: 'en' | 'zh-CN') => {
  const { code, out, said: wrong } = await runAlone(args, { data, api, language })
  expect([code, wrong]).toEqual([0, ''])
  return out
}
/** Codes of stages and statuses that stand in a text as they are stored. */
const codesIn = (text: string): readonly string[] =>
  [...stages, ...statuses].filter((code) => code.includes('_') && text.includes(code))

test.each([
  [['bases'], 'Due diligence', 'Active, yellow', '尽职调查', '运行中（黄色）'],
  [['base', base], 'Due diligence', 'Shortlisted', '尽职调查', '已入围'],
] as const)('%j shows stage and status in words of the language, never as codes', async (args, ...words) => {
  const [english, chinese] = [await said(args, 'en'), await said(args, 'zh-CN')]
  expect([codesIn(english), codesIn(chinese)]).toEqual([[], []])
  for (const word of words.slice(0, 2)) expect(english).toContain(word)
  for (const word of words.slice(2)) expect(chinese).toContain(word)
})

test('a text that shows a stored code would be found: the twin', () => {
  expect(codesIn('due_diligence, active_yellow')).toEqual(['due_diligence', 'active_yellow'])
})

test('the words around a rehearsal are there in both languages, and its statuses too', () => {
  for (const text of [rehearsalWords.title('rh12'), rehearsalWords.passed([base]), rehearsalWords.took(3)])
    expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
})
