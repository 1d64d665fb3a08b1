import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { aNominatedBase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
const base = playTo(aNominatedBase(), { key: '1.4a' })
let head: number
beforeAll(async () => {
  api = await anApi('who is waited for')
  head = await recordLife(api, { base, after: 0 })
})
afterAll(() => api.close())

const goesOn = async (): Promise<void> => {
  head = await recordLife(api, { base, after: head })
}
const get = async (url: string, person: string) => await api.app.inject({ url, headers: await api.as(person) })
const Step = z.looseObject({ key: z.string(), options: z.array(z.looseObject({ option: z.string() })).default([]) })
const waitingFor = async (person: string) =>
  bodyOf(await get('/inbox', person)).items.map((item) => Step.parse(item).key)
const Why = z.looseObject({ key: z.string().nullable(), people: z.array(z.looseObject({ id: z.string() })) })
const named = async (key: string) =>
  bodyOf(await get(`/bases/${exampleBase}/why`, 'p-pm-1'))
    .items.map((item) => Why.parse(item))
    .filter((one) => one.key === key)
    .flatMap(({ people }) => people.map(({ id }) => id))

test('a step waits for every officer until one of them has done what keeps him or her from it (SD2)', async () => {
  expect(await waitingFor('p-so-2')).toEqual(['1.4a'])
  act(base, { key: '1.4a', option: 'complete', number: 1 })
  act(base, { key: '1.5a', option: 'eligible', number: 2 })
  await goesOn()
  expect(await waitingFor('p-so-2')).toEqual([])
  expect(await waitingFor('p-so-1')).toEqual(['1.5b'])
  expect(await named('1.5b')).toEqual(['p-so-1', 'p-so-3'])
})

test('what is offered on an open step is what the judge still takes: a return that is used up is not there', async () => {
  const other = playTo(aNominatedBase(), { key: '1.4a', brings: { lacks: [13] } })
  const offered = async () => {
    const { items } = bodyOf(await get(`/bases/${exampleBase}/steps?open=true`, 'p-pm-1'))
    return items
      .map((item) => Step.parse(item))
      .flatMap(({ key, options }) => options.map(({ option }) => `${key} ${option}`))
  }
  await api.close()
  api = await anApi('what is offered')
  head = await recordLife(api, { base: other, after: 0 })
  expect(await offered()).toContain('1.4a return')
  const waiting = bodyOf(await get(`/bases/${exampleBase}/steps?open=true`, 'p-pm-1')).items.map((one) =>
    Step.parse(one),
  )
  const needsOf = (option: string) => waiting[0]?.options.find((one) => one.option === option)?.needs
  expect([needsOf('return'), needsOf('refuse')]).toEqual([
    ['code', 'reason'],
    ['code', 'reason'],
  ])
  act(other, { key: '1.4a', option: 'return' })
  head = await recordLife(api, { base: playTo(other, { key: '1.4a' }), after: head })
  expect(await offered()).toContain('1.4a complete')
  expect(await offered()).not.toContain('1.4a return')
  const { items } = bodyOf(await get(`/bases/${exampleBase}/steps?open=true`, 'p-pm-1'))
  expect(items[0]?.['notOffered']).toEqual([
    {
      option: 'return',
      label: expect.anything(),
      because: { en: expect.stringContaining('1.4a.2'), 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) },
    },
  ])
})

test('on hold the list of steps offers nothing and says what it waits for, and the inbox is empty (8.5)', async () => {
  const held = playTo(aNominatedBase(), { key: '1.4a' })
  await api.close()
  api = await anApi('what is offered on hold')
  head = await recordLife(api, { base: held, after: 0 })
  expect(await waitingFor('p-so-1')).toEqual(['1.4a'])
  held.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  head = await recordLife(api, { base: held, after: head })
  const { items } = bodyOf(await get(`/bases/${exampleBase}/steps?open=true`, 'p-pm-1'))
  const waits = { en: expect.stringContaining('waits for the programme manager') }
  expect(items).toEqual([
    expect.objectContaining({
      key: '1.4a',
      options: [],
      why: expect.objectContaining(waits),
      notOffered: [
        expect.objectContaining({ option: 'complete', because: expect.objectContaining(waits) }),
        expect.objectContaining({ option: 'return' }),
        expect.objectContaining({ option: 'refuse' }),
      ],
    }),
  ])
  expect(await waitingFor('p-so-1')).toEqual([])
})
