import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { z } from 'zod'
import { takeLetters } from '../../db/writes/letters.js'
import { saveText } from '../../db/writes/texts.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, makePapers } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { fieldsOf } from './a-page.js'
import { accepted, anApi, type AnApi } from './an-api.js'
import { recordInProgramme } from './record-in-programme.js'
import { send, signedInAt } from './signed-in.js'

const slip = 'The officer clicked the wrong line; part 7 was there all the time.'
let api: AnApi
let base: ABase
let head = 0
beforeAll(async () => {
  api = await anApi('what else waits')
  base = playTo(aNominatedBase(), { key: '1.5a' })
  const reason = await saveText(api.parts.db, { stream: exampleBase, author: 'p-cs-1', body: slip })
  if (reason === undefined) throw new Error('the words were not kept')
  const proposed = { type: 'propose_void', step: '1.4a.1', code: 'DAT', reason } as const
  expect(base.send(proposed, { actor: holderOf('CS') })).toMatchObject({ ok: true })
  head = await recordLife(api, { base, after: 0 })
}, 120_000)
afterAll(() => api.close())

const Inbox = z.object({ also: z.array(z.looseObject({ kind: z.string() })) })
const alsoFor = async (person: string) =>
  Inbox.parse((await api.app.inject({ url: '/inbox', headers: await api.as(person) })).json()).also

test('the second person of a void finds it in the inbox, with who proposed it and in which words (R17)', async () => {
  expect(await alsoFor('p-pd-1')).toEqual([
    expect.objectContaining({
      kind: 'void',
      base: exampleBase,
      step: '1.4a.1',
      by: { person: 'p-cs-1', role: 'CS' },
      code: 'DAT',
      words: slip,
      sentence: expect.objectContaining({ en: expect.stringMatching(/committee secretary \(CS.*second person.*R17/) }),
    }),
  ])
})

test('the letter that asks for the second word says who proposed it and in which words (R17)', async () => {
  const parts = { db: api.parts.db, publicUrl: 'https://cornerstone.example', log: pino({ level: 'silent' }) }
  const due = (await takeLetters(api.parts.db, { limit: 500 })).filter(({ facts }) => facts.form === 'second_word')
  const mails = await writeLetters(due, parts)
  const text = mails.flatMap(({ first, rendered }) => (first.recipient === 'p-pd-1' ? [rendered?.text] : [])).join()
  expect(text).toContain('It is asked for by the committee secretary')
  expect(text).toContain(slip)
})

test('nobody finds it whose word the judge would not take: who proposed it, another role, the place', async () => {
  for (const person of ['p-cs-1', 'p-so-1', 'p-C09-yueqing-lg']) {
    expect((await alsoFor(person)).filter(({ kind }) => kind === 'void')).toEqual([])
  }
})

test('the second person confirms on the page of the step what was read there, and nobody else finds the button', async () => {
  const step = `/bases/${exampleBase}/steps/1.4a.1`
  const url = `${step}/acts/confirm_void`
  const director = await signedInAt(api.app, 'p-pd-1')
  expect((await director.ask('/work?lang=en')).body).toContain(`href="${url}"`)
  expect((await director.ask(`${step}?lang=en`)).body).toContain(`href="${url}"`)
  const page = await director.ask(`${url}?lang=en`)
  for (const said of [slip, 'name="seq"', 'committee secretary']) expect(page.body).toContain(said)
  const secretary = await signedInAt(api.app, 'p-cs-1')
  const own = (await secretary.ask(`${step}?lang=en`)).body
  for (const said of ['A voiding waits for a second person', slip]) expect(own).toContain(said)
  expect(own).not.toContain(url)
  const closed = (await secretary.ask(`${url}?lang=en`)).body
  for (const said of ['This is not for you to do now', 'programme director', 'chair']) expect(closed).toContain(said)
  expect(closed).not.toContain('<form method="post" action="/bases')
  api.door.answer = () => accepted
  const sent = await send(director, { page: url, fields: fieldsOf(page.body, url) })
  expect([sent.statusCode, director.location(sent)]).toEqual([303, step])
  expect(api.door.sent.at(-1)?.parcel.command).toMatchObject({
    type: 'confirm_void',
    step: '1.4a.1',
    seq: base.state().stage?.steps['1.4a.1']?.voidProposed?.seq,
  })
})

test('the form of an act opens for whoever may do it, and tells everybody else in words why not', async () => {
  const url = `/bases/${exampleBase}/steps/1.4a.1/acts/void`
  const formOf = async (person: string, lang: string) =>
    (await (await signedInAt(api.app, person)).ask(`${url}?lang=${lang}`)).body
  const action = `action="${url}"`
  expect(await formOf('p-pm-1', 'en')).toContain(action)
  for (const [lang, said] of [
    ['en', 'committee secretary'],
    ['zh-CN', '委员会秘书'],
  ] as const) {
    const no = await formOf('p-C09-yueqing-lg', lang)
    expect(no).toContain(said)
    expect(no).not.toContain(action)
    expect(no).not.toMatch(/not_your_role|propose_void/)
  }
  const place = await signedInAt(api.app, 'p-C09-yueqing-lg')
  expect((await place.ask(`/bases/${exampleBase}/steps/1.4a.1?lang=en`)).body).not.toContain(slip)
})

test('once one of the next steps is decided the void is gone from the inbox (R17)', async () => {
  act(base, { key: '1.5a', option: 'eligible' })
  head = await recordLife(api, { base, after: head })
  expect(await alsoFor('p-pd-1')).toEqual([])
})

test('the secretary of the committee finds a session to convene, and why says it too (1.10)', async () => {
  expect(await alsoFor('p-cs-1')).toEqual([])
  playTo(base, { key: '1.9b' })
  act(base, { key: '1.9b', option: 'lock' })
  makePapers(base)
  expect(base.awaitsSession()).toBe(true)
  head = await recordLife(api, { base, after: head })
  expect(await alsoFor('p-cs-1')).toEqual([
    expect.objectContaining({ kind: 'session', programme: 'gasme', bases: [exampleBase] }),
  ])
  expect(await alsoFor('p-cm-1')).toEqual([])
  const why = await api.app.inject({ url: `/bases/${exampleBase}/why`, headers: await api.as('p-cs-1') })
  expect(why.json()).toMatchObject({ items: [{ kind: 'session' }] })
})

test('a proposal that asks for two persons is in the inbox of the second and not of the first (SD10)', async () => {
  const by = { person: 'p-ad-1', role: 'AD', mandate: 'm-1', onBehalfOf: 'o-office' } as const
  const paper = { number: '7', date: '2027-01-04', scan: 'a'.repeat(64) }
  const event = { type: 'seats_proposed', proposal: 'so-9', mandates: [], paper, by } as const
  expect(await recordInProgramme(api, { after: 0, event })).toBe('recorded')
  expect(await alsoFor('p-pd-1')).toEqual([
    expect.objectContaining({ kind: 'proposal', proposal: { kind: 'seats', id: 'so-9' }, by: { person: 'p-ad-1' } }),
  ])
  expect(await alsoFor('p-ad-1')).toEqual([])
})
