import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { FormResponse } from '../../api/contract/form.js'
import { saveText } from '../../db/writes/texts.js'
import { exampleAnswers } from '../../domain/form/example.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { agreedSet } from '../../domain/gicc/launch/baseline-facts.js'
import { surveyUsual } from '../../domain/gicc/due-diligence/survey-usual.js'
import { steps } from '../../domain/gicc/steps.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { recordAsItHappened } from '../support/a-dated-ledger.js'
import { playTo } from '../support/playing.js'
import { anApi, type AnApi } from './an-api.js'
import { handsInSheet } from './a-noted-sheet.js'
import { recordLife } from './a-recorded-life.js'
import { personOf, seatEverybody } from './everybody-seated.js'
import { clusterBody } from './noted-activities.js'
import { signedInAt } from './signed-in.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('what a form begins with')
}, 60_000)
afterAll(() => api.close())

const fresh = async (): Promise<void> => {
  await api.close()
  api = await anApi('what a form begins with')
}

const formOf = async (base: ABase, { step, as }: { step: string; as: 'LG' | 'CLO' | 'PM' }) => {
  const url = `/bases/${base.state().id}/steps/${step}/form`
  return FormResponse.parse((await api.app.inject({ url, headers: await api.as(personOf(as)) })).json())
}

/** The page of a step, in one language, with an option chosen where one is. */
const pageOf = async (base: ABase, { step, as, more }: { step: string; as: 'LG' | 'CLO'; more: string }) =>
  (await (await signedInAt(api.app, personOf(as))).ask(`/bases/${base.state().id}/steps/${step}?${more}`)).body

/** A life whose forms of two steps lie sealed: the later one begins with what the former says, and says one thing otherwise. */
const recordWith = async (base: ABase, changed: FormAnswers): Promise<void> => {
  const stream = base.state().id
  const interest = exampleAnswers(steps['1.2a']?.form ?? { version: 1, fields: [] }, { option: 'sent' })
  const dossier = steps['1.3']?.form ?? { version: 1, fields: [] }
  const taken = dossier.fields.flatMap(({ code, from }) =>
    from?.step === '1.2a' ? [[code, interest[from.field]] as const] : [],
  )
  const answers: Readonly<Record<string, FormAnswers>> = {
    '1.2a': interest,
    '1.3': { ...exampleAnswers(dossier, { option: 'submit' }), ...Object.fromEntries(taken), ...changed },
  }
  const recorded: ABase['recorded'][number][] = []
  for (const entry of base.recorded) {
    const { event } = entry
    const given = event.type === 'step_acted' ? answers[event.key] : undefined
    if (event.type !== 'step_acted' || event.form === undefined || given === undefined) {
      recorded.push(entry)
      continue
    }
    const body = JSON.stringify({ version: event.form.version, answers: given })
    const content = await saveText(api.parts.db, { stream, author: personOf('LG'), body })
    if (content === undefined) throw new Error('the answers were not kept')
    recorded.push({ ...entry, event: { ...event, form: { ...event.form, content } } })
  }
  await recordAsItHappened(api.parts.db, { base: { ...base, recorded } })
}

test('an answer that a later form gave otherwise is told to its owner, with where and by whom, and stays as it is (8.7)', async () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  await seatEverybody(api.parts.db, base.state().id)
  await recordWith(base, { focal: { name: 'Another', office: 'Deputy' } })
  const [{ answers, saidOtherwise } = { answers: null, saidOtherwise: [] }] = (
    await formOf(base, { step: '1.2a.1', as: 'LG' })
  ).handedIn
  expect(saidOtherwise).toMatchObject([{ label: { en: 'Focal point' }, step: '1.3.1' }])
  expect(answers?.['focal']).not.toEqual({ name: 'Another', office: 'Deputy' })
  const page = await pageOf(base, { step: '1.2a.1', as: 'LG', more: 'lang=zh-CN' })
  expect(page).toContain('此后所交表格另有说法')
  expect(page).toContain('联络人')
  // What began with nothing is said otherwise nowhere.
  const [dossier] = (await formOf(base, { step: '1.3.1', as: 'LG' })).handedIn
  expect(dossier?.saidOtherwise).toEqual([])
}, 60_000)

test('where a later form says the same, nothing is said otherwise: the twin', async () => {
  await fresh()
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  await seatEverybody(api.parts.db, base.state().id)
  await recordWith(base, {})
  const [interest] = (await formOf(base, { step: '1.2a.1', as: 'LG' })).handedIn
  expect(interest?.answers).not.toBeNull()
  expect(interest?.saidOtherwise).toEqual([])
  expect(await pageOf(base, { step: '1.2a.1', as: 'LG', more: 'lang=en' })).not.toContain('Said otherwise')
}, 60_000)

test('the survey of a place in China begins with a licensed body and its permit, for whoever sends it out alone (2.4)', async () => {
  await fresh()
  const base = playTo(aNominatedBase(), { key: '2.4a' })
  await seatEverybody(api.parts.db, base.state().id)
  await recordLife(api, { base, after: 0 })
  const step = base.open('2.4a')?.id ?? ''
  const { begun, prefilled } = await formOf(base, { step, as: 'CLO' })
  expect(begun).toMatchObject([
    { field: 'runs', answer: 'licensed', because: { en: expect.stringContaining('China') } },
    { field: 'legal_basis', answer: 'permit' },
  ])
  expect(prefilled).toEqual({})
  expect(await pageOf(base, { step, as: 'CLO', more: 'lang=en&option=sent' })).toContain('run there by a licensed')
  expect((await formOf(base, { step, as: 'PM' })).begun).toEqual([])
  expect(surveyUsual({ key: '2.4a' }, { country: 'PL' })).toEqual([])
}, 60_000)

test('the report of a year begins with the values that the record of that year counts, for indicators that were agreed (5.2)', async () => {
  await fresh()
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  await seatEverybody(api.parts.db, base.state().id)
  const head = await recordLife(api, { base, after: 0 })
  const step = base.open('5.2a')?.id ?? ''
  // Nothing was noted yet: no row stands, and no zero either.
  expect((await formOf(base, { step, as: 'CLO' })).begun).toEqual([])
  const cells = { area: 'area_markets', kind: 'market', state: 'done', firms: 12, meetings: 40 }
  const read = { activities: ['r1', 'r2'].map((id) => ({ id, cells })) }
  const answers = { activities: ['r1', 'r2'].map((id) => ({ id, ...cells })) }
  await handsInSheet(api, { base, after: head, by: clusterBody, step: '5.14a.1', answers, read })
  const { begun, options } = await formOf(base, { step, as: 'CLO' })
  const agreed = agreedSet(base.state().facts).map(({ indicator }) => String(indicator))
  const counted = [
    ['MK1', 24],
    ['MK2', 80],
  ] as const
  const rows = counted.filter(([code]) => agreed.includes(code))
  expect(rows.length).toBeGreaterThan(0)
  expect(begun).toEqual([
    {
      field: 'values',
      answer: rows.map(([indicator, value]) => ({ id: indicator, indicator, figure: { value } })),
      because: { en: expect.stringContaining('record of the year'), 'zh-CN': expect.stringContaining('年度工作记录') },
    },
  ])
  expect(await pageOf(base, { step, as: 'CLO', more: 'lang=zh-CN&option=submit' })).toContain('来自年度工作记录')
  // Rows that lack year and source are no answer: the table is still missing.
  const missing = options.find(({ option }) => option === 'submit')?.missing.map(({ en }) => en) ?? []
  expect(missing).toContain('A. Values of the year')
  expect((await formOf(base, { step, as: 'PM' })).begun).toEqual([])
}, 60_000)
