import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { askedMoment } from '../../api/asking/asked-moment.js'
import { addDays } from '../../domain/calendar-date.js'
import { aNominatedBase } from '../support/a-base.js'
import { stepOf } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { actOnPaper } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
let at: string
beforeAll(async () => {
  api = await anApi('what left the usual way')
  const base = playTo(aNominatedBase(), { key: '1.7' })
  const { id: step } = stepOf(base, '1.7')
  base.send({ type: 'extend', step, days: 5, code: 'FMJ' }, { actor: holderOf('PD') })
  actOnPaper(base, { key: '1.7', option: 'endorse' })
  at = base.now()
  await recordLife(api, { base, after: 0 })
}, 60_000)
afterAll(() => api.close())

const ask = async (query: string, person = 'p-au-1') =>
  await api.app.inject({ url: `/exceptions?${query}`, headers: await api.as(person) })
const kinds = async (query: string) => bodyOf(await ask(query)).items.map(({ kind }) => kind)

test('exceptions are listed from the ledger in its order, and asked by kind, base, person and period', async () => {
  expect(bodyOf(await ask('')).items).toMatchObject([
    { kind: 'extension', stream: exampleBase, step: '1.7.1', person: 'p-pd-1', code: 'FMJ', detail: '5' },
    { kind: 'paper', stream: exampleBase, step: '1.7.1', person: 'p-sa-1', role: 'SA' },
  ])
  expect(await kinds('kind=paper')).toEqual(['paper'])
  expect(await kinds(`base=${exampleBase}&person=p-pd-1`)).toEqual(['extension'])
  expect(await kinds('base=gasme-C01-dali-1')).toEqual([])
  const before = new Date(Date.parse(at) - 1).toISOString()
  expect(await kinds(`to=${before}`)).toEqual([])
  expect(await kinds(`from=${at}&to=${at}`)).toHaveLength(2)
  const day = askedMoment(at, 'happened').on
  expect(await kinds(`from=${day}&to=${day}`)).toHaveLength(2)
  expect(await kinds(`from=${addDays(day, 1)}`)).toEqual([])
})

test('a list of exceptions comes in pages, none twice and none left out', async () => {
  const first = (await ask('limit=1')).json<{ next: string; items: { kind: string }[] }>()
  const second = (await ask(`limit=1&after=${first.next}`)).json<typeof first>()
  expect([...first.items, ...second.items].map(({ kind }) => kind)).toEqual(['extension', 'paper'])
  expect(second.next).toBeNull()
})

test('they are for those who examine, and not of a base in which one has an interest (SD5)', async () => {
  expect((await ask('', 'p-C09-yueqing-lg')).statusCode).toBe(403)
  const interest = { base: exampleBase, person: 'p-pd-2', kind: 'direct', declared_seq: 4, declared_at: at } as const
  expect(bodyOf(await ask('', 'p-pd-2')).items).toHaveLength(2)
  await api.parts.db.insertInto('interest').values(interest).execute()
  expect(bodyOf(await ask('', 'p-pd-2')).items).toEqual([])
})
