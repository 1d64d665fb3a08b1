import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { z } from 'zod'
import { saveText } from '../../db/writes/texts.js'
import { takeLetters } from '../../db/writes/letters.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { sentBackToPlace } from '../../domain/sight/sent-back.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'

const words = 'Part 7, the list of member firms, is the one of 2019; please send that of last year.'
const place = 'p-C09-yueqing-lg'

let api: AnApi
let base: ABase
beforeAll(async () => {
  api = await anApi('sent back')
  base = playTo(aNominatedBase(), { key: '1.4a', brings: { lacks: [7] } })
  const head = await recordLife(api, { base, after: 0 })
  const reason = await saveText(api.parts.db, { stream: exampleBase, author: 'p-so-1', body: words })
  if (reason === undefined) throw new Error('the words were not kept')
  const sent = { ...decisionOn(base, { step: stepOf(base, '1.4a'), option: 'return' }), reason }
  expect(base.send(sent, { actor: holderOf('SO') })).toMatchObject({ ok: true })
  await recordLife(api, { base, after: head })
}, 120_000)
afterAll(() => api.close())

const itemsOf = async (path: string, person: string) => {
  const answer = await api.app.inject({ url: path, headers: await api.as(person) })
  return z.object({ items: z.array(z.looseObject({ key: z.string().optional() })) }).parse(answer.json()).items
}

test('a step that came back says to the place who sent it back, for which reason and what is missing', async () => {
  const told = { key: '1.4a', code: 'INC', words }
  const [open] = await itemsOf(`/bases/${exampleBase}/steps?open=true`, place)
  expect(open).toMatchObject({ key: '1.4b', sentBack: told })
  const [waits] = (await itemsOf('/inbox', place)).filter(({ key }) => key === '1.4b')
  expect(waits).toMatchObject({ sentBack: told })
})

test('the place reads and finds these words in the history, and no other words of the programme', async () => {
  const history = await itemsOf(`/bases/${exampleBase}/history?kind=step_acted&limit=200`, place)
  const said = history.flatMap((entry) => (typeof entry['words'] === 'string' ? [entry['words']] : []))
  expect(said).toContain(words)
  expect(await itemsOf(`/bases/${exampleBase}/history?about=2019`, place)).toHaveLength(1)
})

test('the letter that asks the place to act says what is missing', async () => {
  const parts = { db: api.parts.db, publicUrl: 'https://cornerstone.example', log: pino({ level: 'silent' }) }
  const due = (await takeLetters(api.parts.db, { limit: 500 })).filter(({ step }) => step === '1.4b.1')
  const mails = await writeLetters(due, parts)
  expect(mails.map(({ first }) => first.recipient)).toContain(place)
  const text = mails.map(({ rendered }) => rendered?.text ?? '').join('\n')
  expect(text).toContain(words)
  expect(text).toMatch(/需补正内容|What is missing/)
})

test('what goes back to the place is a return by one person of another role; no vote, no sheet, no rating', () => {
  const keys = (rules: typeof full | typeof light) =>
    sentBackToPlace(rules).map(({ key, option }) => `${key} ${option}`)
  expect(keys(full)).toEqual([
    '1.4a return',
    '2.4b repeat',
    '4.4b gaps',
    '4.5c returned',
    '4.6b partly',
    '5.2b return',
    '5.3a return',
    '5.11b return',
    '5.13i return',
  ])
  expect(keys(light)).toContain('1.4a return')
})
