import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { z } from 'zod'
import { saveText } from '../../db/writes/texts.js'
import { takeLetters } from '../../db/writes/letters.js'
import { baseInWords } from '../../domain/why-base.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { aNominatedBase, rules, type ABase } from '../support/a-base.js'
import { heldFor } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'

const flood = 'The river is over its banks; the plants stand under water and nobody can be received.'
const rumour = 'A newspaper names the body in a case of bribery; the source asks to stay unnamed.'
const place = 'p-C09-yueqing-lg'

let api: AnApi
let base: ABase
beforeAll(async () => {
  api = await anApi('what was asked for')
  base = playTo(aNominatedBase(), { key: '5.2a' })
  const head = await recordLife(api, { base, after: 0 })
  const said = async (author: string, body: string) => {
    const reason = await saveText(api.parts.db, { stream: exampleBase, author, body })
    if (reason === undefined) throw new Error('the words were not kept')
    return reason
  }
  const held = { ...heldFor(base, 30), reason: await said(place, flood) }
  expect(base.send(held, { actor: holderOf('LG') })).toMatchObject({ ok: true })
  const raised = { type: 'raise', matter: 'extraordinary_review', code: 'INT' } as const
  const suspicion = { ...raised, reason: await said('p-co-1', rumour) }
  expect(base.send(suspicion, { actor: holderOf('CO') })).toMatchObject({ ok: true })
  await recordLife(api, { base, after: head })
}, 120_000)
afterAll(() => api.close())

const Item = z.looseObject({ key: z.string().nullish(), raised: z.looseObject({ role: z.string() }).optional() })
const itemsOf = async (path: string, person: string) => {
  const answer = await api.app.inject({ url: path, headers: await api.as(person) })
  return z.object({ items: z.array(Item) }).parse(answer.json()).items
}
const raisedOn = async (path: string, { person, key }: { person: string; key: string }) =>
  (await itemsOf(path, person)).find((one) => one.key === key)?.raised

const steps = `/bases/${exampleBase}/steps?open=true`
const why = `/bases/${exampleBase}/why`

test('a hold for force majeure says who asks, why and until when: step, options, inbox and why alike (8.5, 8.14)', async () => {
  const told = { role: 'LG', code: 'FMJ', until: expect.stringMatching(/^20\d\d-/), words: flood }
  for (const path of [steps, why, '/inbox']) {
    expect(await raisedOn(path, { person: 'p-pd-1', key: '8.5a' })).toMatchObject(told)
  }
  const raised = await raisedOn(why, { person: 'p-pd-1', key: '8.5a' })
  expect(raised?.['sentence']).toMatchObject({
    en: expect.stringMatching(/local government.* \(LG\).*FMJ.*until .*24:00/),
  })
})

test('an extraordinary review says it too, and its words only to whoever may read them (5.13, 8.12)', async () => {
  expect(await raisedOn(steps, { person: 'p-pd-1', key: '5.13a' })).toMatchObject({
    role: 'CO',
    code: 'INT',
    words: rumour,
  })
  for (const path of [steps, why]) {
    const seen = await raisedOn(path, { person: place, key: '5.13a' })
    expect(seen).toMatchObject({ role: 'CO', code: 'INT' })
    expect(seen).not.toHaveProperty('words')
  }
  expect(await raisedOn(steps, { person: place, key: '8.5a' })).toMatchObject({ words: flood })
})

test('no words and no name stand in what Temporal shows of it', () => {
  const shown = baseInWords(base.state(), { ...rules, now: base.now() })
  expect(shown).toContain('asked for by the local government')
  expect(shown).not.toMatch(/river|newspaper|p-C09|p-co-1/)
})

test('the letter to whoever decides says it, with the words where they are for the reader', async () => {
  const parts = { db: api.parts.db, publicUrl: 'https://cornerstone.example', log: pino({ level: 'silent' }) }
  const due = (await takeLetters(api.parts.db, { limit: 500 })).filter(
    ({ step, kind }) => kind === 'step_opened' && (step === '8.5a.1' || step === '5.13a.1'),
  )
  const mails = await writeLetters(due, parts)
  const to = (person: string) =>
    mails.flatMap(({ first, rendered }) => (first.recipient === person ? [rendered?.text ?? ''] : [])).join('\n')
  expect(to('p-pd-1')).toContain(flood)
  expect(to('p-pd-1')).toMatch(/Hold for force majeure, asked for by the local government/)
  expect(mails.map(({ rendered }) => rendered?.text ?? '').join('\n')).toContain('Extraordinary review, asked for by')
})
