import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { fieldName } from '../../domain/form/posted.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { steps } from '../../domain/gicc/steps.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { lettersWritten } from '../workers/seated-readers.js'
import { fieldsOf, typed } from './a-page.js'
import { anApi, type AnApi } from './an-api.js'
import { ours, recording, sendForm, type FormSent } from './by-link.js'

let api: AnApi
let token = ''

const person = 'p-lg-drafts'
const step = '1.3'

beforeAll(async () => {
  api = await anApi('a long form by a link')
  const { db } = api.parts
  const name = { en: 'Ms Lin', local: '林女士' }
  const people = [{ id: person, name, email: 'lg@draft.example', language: 'en' }] as const
  await savePeople(db, { organisations: [], people })
  const seat = { id: 'm-lg-drafts', person, organisation: 'o-office', role: 'LG', base: exampleBase } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...seat, from: '2026-01-01T00:00:00.000Z' }] })
  const base = playTo(aNominatedBase(), { key: step })
  await recordLife(db, base)
  const letters = (await lettersWritten(db)).of('step_opened')
  const asking = letters.find(({ letter }) => letter.recipient === person && letter.step === `${step}.1`)
  token = /\/act#([\w-]{43})/.exec(asking?.rendered?.text ?? '')?.[1] ?? ''
  api.door.answer = recording(api, base.now())
})
afterAll(() => api.close())

const postWith = (headers: Readonly<Record<string, string>>, { url, fields }: FormSent) =>
  sendForm(api, { url, fields: { token, lang: 'en', ...fields }, headers })
const post = (url: string, fields: Readonly<Record<string, string>>) => postWith(ours, { url, fields })
const drafts = () => api.parts.db.selectFrom('draft').select(['version', 'base']).execute()

test('a long form comes in parts, what is typed is kept from one to the next, and is there again by the same link', async () => {
  const form = steps[step]?.form
  const [option = ''] = steps[step]?.order ?? []
  if (form === undefined) throw new Error(`${step} has a form`)
  const first = await post('/act', { option })
  expect([first.statusCode, first.body.includes('part 1 of ')]).toEqual([200, true])
  expect([first.body.includes('formaction="/act/decisions"'), first.body.includes('aria-current="step"')]).toEqual([
    false,
    true,
  ])
  expect(await drafts()).toEqual([])
  const [own] = form.fields
  if (own === undefined) throw new Error('it has a field')
  const answered = typed({ ...form, fields: [own] }, exampleAnswers(form, { option }))
  const fields = { ...fieldsOf(first.body, '/act/drafts'), ...answered }
  const strange = [
    await post('/act/drafts', { ...fields, mark: '' }),
    await postWith({ ...ours, origin: 'null' }, { url: '/act/drafts', fields }),
  ]
  expect([strange.map(({ statusCode }) => statusCode), await drafts()]).toEqual([[403, 403], []])
  const second = await post('/act/drafts', { ...fields, to: '2' })
  expect([second.statusCode, second.body.includes('part 2 of ')]).toEqual([200, true])
  expect(second.body).not.toContain(`id="${fieldName(own)}."`)
  expect(await drafts()).toEqual([{ version: 1, base: exampleBase }])
  const saved = await post('/act/drafts', { ...fieldsOf(second.body, '/act/drafts'), save: 'yes' })
  expect(saved.body).toContain('Saved. Nothing was sent.')
  const again = await post('/act', {})
  expect(again.body).toContain('What was typed before stands in the form.')
  const back = await post('/act', { option, lang: 'zh-CN' })
  expect(back.body).toContain('第1部分，共')
  for (const text of Object.values(answered).filter((one) => one.length > 3)) expect(back.body).toContain(text)
  expect(api.door.sent).toEqual([])
})

test('what is wrong in another part leads there', async () => {
  const [option = ''] = steps[step]?.order ?? []
  const page = await post('/act', { option })
  const wrong = await post('/act/decisions', fieldsOf(page.body, '/act/drafts'))
  expect([
    wrong.statusCode,
    wrong.body.includes('must be. .'),
    /<button form="form" value="2" class="plain"/.test(wrong.body),
  ]).toEqual([422, false, true])
})
