import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { confirming, entering, scan } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'
import { signedInAt } from './signed-in.js'

const paper = { key: '1.4a', option: 'complete' } as const
let api: AnApi
let base: ABase
let head = 0
beforeAll(async () => {
  api = await anApi('papers that wait')
  base = playTo(aNominatedBase(), { key: '1.4a' })
  expect(base.send(entering(base, paper), { actor: holderOf('CS') })).toMatchObject({ ok: true })
  head = await recordLife(api, { base, after: 0 })
}, 120_000)
afterAll(() => api.close())

const Inbox = z.object({ also: z.array(z.looseObject({ kind: z.string() })) })
const papersFor = async (person: string) => {
  const { also } = Inbox.parse((await api.app.inject({ url: '/inbox', headers: await api.as(person) })).json())
  return also.filter(({ kind }) => kind === 'paper')
}

test('an entered paper is in the work of whoever may be the second person, and leads to the form that confirms it (R16)', async () => {
  const waits = { base: exampleBase, step: '1.4a.1', by: { person: 'p-cs-1' }, seq: expect.any(Number) }
  expect(await papersFor('p-pd-1')).toEqual([expect.objectContaining(waits)])
  for (const person of ['p-cs-1', 'p-so-1', 'p-C09-yueqing-lg'])
    expect([person, await papersFor(person)]).toEqual([person, []])
  const form = `/bases/${exampleBase}/steps/1.4a.1/acts/confirm_paper`
  const director = await signedInAt(api.app, 'p-pd-1')
  const work = (await director.ask('/work?lang=en')).body
  expect(work).toContain(`href="${form}"`)
  // Of what has no date there is nothing to put into a calendar.
  expect(work).not.toContain('in your own calendar')
  const officer = await signedInAt(api.app, 'p-so-1')
  expect((await officer.ask('/work?lang=en')).body).toContain('in your own calendar')
  expect((await director.ask(`${form}?lang=en`)).body).toContain(scan)
})

test('the page of the step says that a paper waits: to the office whose, to whoever signed it that it is the own, to nobody else', async () => {
  const shown = async (person: string, lang = 'en') =>
    (await (await signedInAt(api.app, person)).ask(`/bases/${exampleBase}/steps/1.4a.1?lang=${lang}`)).body
  const title = 'A paper waits for a second person'
  expect(await shown('p-cs-1')).toContain(title)
  const signatory = await shown('p-so-1')
  for (const said of [title, 'from your paper of']) expect(signatory).toContain(said)
  expect(signatory).not.toContain(scan)
  expect(await shown('p-so-1', 'zh-CN')).toContain('书面文件待第二人确认')
  expect(await shown('p-C09-yueqing-lg')).not.toContain(title)
})

test('once it is confirmed it waits for nobody (R16)', async () => {
  expect(base.send(confirming(base, paper), { actor: holderOf('PD') })).toMatchObject({ ok: true })
  head = await recordLife(api, { base, after: head })
  expect(await papersFor('p-pd-1')).toEqual([])
})
