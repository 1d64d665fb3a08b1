import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { mustOpenNoSheet } from '../../api/evidence/no-sealed-sheet.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { exampleBase, evenSheet } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { withRecused } from '../support/recusing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

/** Shares that stand nowhere else, so that a sheet is known wherever it shows. */
const sheets = [evenSheet(0.7391), evenSheet(0.7392), evenSheet(0.7393)]
const telltale = /0\.739[123]|73\.9\d/

let api: AnApi
let base: ABase
let head: number
beforeAll(async () => {
  api = await anApi('bodies and sealed sheets')
  base = playTo(aNominatedBase(), { key: '1.8' })
  for (const number of [1, 2]) act(base, { key: '1.8', option: 'score', number, brings: { sheets } })
  head = await recordLife(api, { base, after: 0 })
})
afterAll(() => api.close())

const read = async (path: string, person: string) =>
  await api.app.inject({ url: path, headers: { ...(await api.as(person)), 'accept-language': 'en' } })
const readPage = async (path: string, person: string) =>
  await api.app.inject({ url: path, headers: { ...(await api.as(person)), accept: 'text/html' } })

/** Everything there is to read of a base, and the pages. */
const everywhere = [
  ...['', '/steps', '/history?limit=200', '/documents', '/letters'].map((part) => `/bases/${exampleBase}${part}`),
  '/bases',
  '/inbox',
  '/mailbox',
]

const pages = ['/bases', '/bases?view=map', `/bases/${exampleBase}/letters`]

/** Where a person finds something of a sheet. */
const leaksTo = async (person: string): Promise<readonly string[]> => {
  const found: string[] = []
  for (const path of everywhere) if (telltale.test((await read(path, person)).body)) found.push(path)
  for (const page of pages) if (telltale.test((await readPage(page, person)).body)) found.push(page)
  return found
}

test.each(['p-pm-1', 'p-pd-1', 'p-cs-1', 'p-au-1', 'p-ad-1', 'p-ex-3', 'p-C09-yueqing-lg'])(
  'while a sheet is awaited, %s finds no other in any answer or page (1.8)',
  async (person) => {
    expect(await leaksTo(person)).toEqual([])
  },
)

test('nor is the record given as a file, to the auditor neither, and to no others at all (1.8, 8.12)', async () => {
  const asked = async (person: string) => {
    const answer = await read(`/bases/${exampleBase}/evidence`, person)
    return [answer.statusCode, bodyOf(answer).code]
  }
  expect(await asked('p-au-1')).toEqual([409, 'sheets_awaited'])
  for (const person of ['p-pm-1', 'p-pd-1', 'p-ad-1']) expect(await asked(person)).toEqual([403, 'not_permitted'])
})

test('an assessor finds the own sheet in the ledger, and no other', async () => {
  expect(await leaksTo('p-ex-1')).toEqual([`/bases/${exampleBase}/history?limit=200`])
  const { body } = await read(`/bases/${exampleBase}/history?limit=200`, 'p-ex-1')
  expect([body.includes('0.7391'), body.includes('0.7392')]).toEqual([true, false])
})

test('a sealed step says so, with who has handed in and nothing of what', async () => {
  const { items } = bodyOf(await read(`/bases/${exampleBase}/steps?open=true&limit=200`, 'p-pm-1'))
  const scoring = items.find((item) => item['key'] === '1.8')
  expect(scoring).toMatchObject({ sealed: true, seats: 3, acts: [{ person: 'p-ex-1' }, { person: 'p-ex-2' }] })
  const entries = bodyOf(await read(`/bases/${exampleBase}/history?limit=200`, 'p-pm-1')).items
  const acted = entries.filter(
    (entry) => JSON.stringify(entry).includes('"step":"1.8.1"') && entry['type'] === 'step_acted',
  )
  expect(acted).toHaveLength(2)
  for (const { payload } of acted) expect(payload).toMatchObject({ sealed: true, option: 'score' })
})

test('when all are in, manager and authors read them; who may be asked for a fourth does not', async () => {
  act(base, { key: '1.8', option: 'score', number: 3, brings: { sheets } })
  head = await recordLife(api, { base, after: head })
  for (const person of ['p-pm-1', 'p-ex-2']) {
    const { body } = await read(`/bases/${exampleBase}/history?limit=200`, person)
    expect(['0.7391', '0.7392', '0.7393'].every((share) => body.includes(share))).toBe(true)
  }
  expect(await leaksTo('p-ex-4')).toEqual([])
  await mustOpenNoSheet(api.parts, { streams: ['gasme', exampleBase], person: 'p-au-1' })
  await expect(mustOpenNoSheet(api.parts, { streams: [exampleBase], person: 'p-ex-4' })).rejects.toThrow(
    'sheets_awaited',
  )
})

const Standing = z.looseObject({ members: z.number(), quorum: z.number(), cast: z.number() })

test('a body shows seats, quorum, votes that count and what is missing; its chair finds it in the inbox', async () => {
  playTo(base, { key: '1.10' })
  const whole = await recordLife(api, { base, after: head })
  const seen = withRecused(base, { key: '1.10', numbers: [6, 7, 8, 9] })
  act(seen, { key: '1.10', option: 'advance', number: 3 })
  await recordLife(api, { base: seen, after: whole })
  const { items } = bodyOf(await read(`/bases/${exampleBase}/steps?open=true&limit=200`, 'p-pm-1'))
  const step = items.find((item) => item['key'] === '1.10')
  expect(step).toMatchObject({ role: 'CM', also: ['CH'], sealed: false })
  expect(Standing.parse(step?.['body'])).toMatchObject({
    form: 'meeting',
    convened: 1,
    chair: 'CH',
    seats: 9,
    members: 5,
    quorum: 6,
    cast: 1,
    substitutes: [],
    missing: { votes: 5, chair: true, substitutes: 4 },
  })
  const inbox = async (person: string) => bodyOf(await read('/inbox', person)).items.map(({ key }) => key)
  expect(await inbox('p-cm-1')).toContain('1.10')
  expect(await inbox('p-sm-1')).toEqual([])
  base = seen
})

test('drawing sends the whole pool of substitutes to the core, and whoever is drawn finds the step in the inbox', async () => {
  const step = stepOf(base, '1.10').id
  const url = `/bases/${exampleBase}/steps/${step}/substitutes`
  const answer = await api.app.inject({ method: 'POST', url, headers: await api.write('p-cs-1'), payload: {} })
  expect(answer.statusCode).toBe(200)
  const sent = api.door.sent.at(-1)
  const Draw = z.looseObject({
    type: z.literal('draw_substitutes'),
    pool: z.array(z.looseObject({ person: z.string() })),
  })
  const { pool } = Draw.parse(sent?.parcel.command)
  expect(pool.map(({ person }) => person).sort()).toEqual(['p-sm-1', 'p-sm-2', 'p-sm-3', 'p-sm-4'])
  expect(pool[0]).toMatchObject({ mandate: { role: 'SM' } })
  const before = base.state().seq
  const command = sent?.parcel.command
  if (command === undefined || command.type !== 'draw_substitutes' || sent === undefined)
    throw new Error('nothing sent')
  expect(base.send(command, { actor: sent.actor }).ok).toBe(true)
  await recordLife(api, { base, after: before })
  const items = bodyOf(await read('/inbox', 'p-sm-1')).items
  expect(items).toMatchObject([{ key: '1.10', body: { members: 9, missing: { substitutes: 0 } } }])
  const { body } = await read(`/bases/${exampleBase}/letters?limit=200`, 'p-pm-1')
  expect(body).toContain('p-sm-1')
})

test('a step that no body decides has nobody to draw', async () => {
  const url = `/bases/${exampleBase}/steps/1.7.1/substitutes`
  await api.app.inject({ method: 'POST', url, headers: await api.write('p-cs-1'), payload: {} })
  expect(api.door.sent.at(-1)?.parcel.command).toEqual({ type: 'draw_substitutes', step: '1.7.1', pool: [] })
})
