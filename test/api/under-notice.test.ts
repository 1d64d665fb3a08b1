import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { ifNotEnded } from '../../domain/words/why.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'

let api: AnApi
let base: ABase
let head: number
beforeAll(async () => {
  api = await anApi('under notice')
  base = playTo(aNominatedBase(), { key: '5.1' })
  head = await recordLife(api, { base, after: 0 })
}, 120_000)
afterAll(() => api.close())

const Sentence = z.object({ en: z.string(), 'zh-CN': z.string() })
const Told = z.object({
  items: z.array(z.looseObject({ kind: z.string(), key: z.string().nullish(), sentence: Sentence })),
})
const told = async () => {
  const answer = await api.app.inject({ url: `/bases/${exampleBase}/why`, headers: await api.as('p-pd-1') })
  return Told.parse(answer.json()).items.map(({ kind, key, sentence }) => ({
    what: key ?? kind,
    isConditional: sentence.en.includes(ifNotEnded.en) && sentence['zh-CN'].includes(ifNotEnded['zh-CN']),
  }))
}
const conditional = async () => (await told()).flatMap(({ what, isConditional }) => (isConditional ? [what] : []))

test('after a notice of ending whatever the clock brings later is told as coming only to a base that has not ended by then', async () => {
  // The twin: before the notice nothing is.
  expect(await conditional()).toEqual([])
  expect((await told()).map(({ what }) => what)).toEqual(expect.arrayContaining(['5.1', 'clock']))
  const raised = base.send({ type: 'raise', matter: 'ending', code: 'FIN' }, { actor: holderOf('PD') })
  expect(raised).toMatchObject({ ok: true })
  head = await recordLife(api, { base, after: head })
  const all = await told()
  expect(all.filter(({ what }) => what === 'clock' || what === '5.1').map((one) => one.isConditional)).not.toContain(
    false,
  )
  expect(await conditional()).toEqual(expect.arrayContaining(['5.1', 'clock']))
})

test('the notice itself runs out whatever comes', async () => {
  const found = (await told()).filter(({ what }) => what === '3.13k')
  expect(found).toEqual([{ what: '3.13k', isConditional: false }])
})

test('an ending that was taken back leaves all as it was', async () => {
  const judged = base.send({ type: 'take_back', matter: 'ending', code: 'FIN' }, { actor: holderOf('PD') })
  expect(judged).toMatchObject({ ok: true })
  await recordLife(api, { base, after: head })
  expect(await conditional()).toEqual([])
})
