import { expect, test } from '@jest/globals'
import { addDays, type PlainDate } from '../../domain/calendar-date.js'
import { localDate } from '../../domain/calendar-zone.js'
import { formFaults } from '../../domain/form/form-faults.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { readFilled } from '../../domain/form/read.js'
import { steps } from '../../domain/gicc/steps.js'
import type { Judgement } from '../../domain/judge/draft.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const sheet = steps['5.14a']?.form

/** A base with a sheet of the year that is open, at an evening in New York that is the next morning at the place. */
const noting = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.turnTo(`${base.now().slice(0, 'YYYY-MM-DD'.length)}T22:00:00.000Z`)
  base.send({ type: 'open_record', record: 'year_record' }, { actor: holderOf('CLO') })
  return base
}
const dayOf = (base: ABase, side: 'programme' | 'partner'): PlainDate => localDate(calendarOfSide(side), base.now())

const handsIn = (base: ABase, { option = 'record', answers }: { option?: string; answers: FormAnswers }): Judgement => {
  const decision = decisionOn(base, { step: stepOf(base, '5.14a'), option })
  if (decision.form === undefined || sheet === undefined) throw new Error('a sheet of the year is a form')
  const read = readFilled(sheet, { option, answers })
  return base.send({ ...decision, form: { ...decision.form, read } }, { actor: holderOf('CLO') })
}

const amount = { amount: 5, currency: 'CNY', year: 2028 }
const work = (state: string) => (to: PlainDate) => ({
  answers: {
    activities: [
      { id: 'r1', area: 'area_markets', kind: 'advice', period: { from: to, to }, state, firms: 1, persons: 1 },
    ],
  },
})
const money = {
  received: (on: PlainDate) => ({
    option: 'record_receipts',
    answers: { receipts: [{ id: 'r1', kind: 'cash', amount, due_on: on, received_on: on }] },
  }),
  spent: (on: PlainDate) => ({
    answers: { payments: [{ id: 'r1', by: 'government', amount, paid_on: on }] },
  }),
}

test.each([
  ['work that is done', work('done'), '/activities/0/period'],
  ['money received', money.received, '/receipts/0/received_on'],
  ['money spent', money.spent, '/payments/0/paid_on'],
])('%s bears no day to come: today counts, tomorrow is refused where it stands (5.14)', (_, on, at) => {
  const base = noting()
  const [there, here] = [dayOf(base, 'partner'), dayOf(base, 'programme')]
  // What was done this morning at the place was done, though it is yesterday yet where the programme is.
  expect(there > here).toBe(true)
  expect(refusalOf(handsIn(base, on(addDays(there, 1))))).toMatchObject({
    code: 'form_malformed',
    detail: { faults: [{ at, needs: { en: expect.stringContaining(there) } }] },
  })
  expect(handsIn(base, on(there))).toMatchObject({ ok: true })
})

test('work that is under way may end on a day to come (5.14)', () => {
  const base = noting()
  expect(handsIn(base, work('under_way')(addDays(dayOf(base, 'partner'), 90)))).toMatchObject({ ok: true })
})

test('a field that bears no day to come is read, or its form is no sound one', () => {
  const day = { code: 'on', kind: 'date', label: { en: 'On', 'zh-CN': '日期' }, behind: { all: [] } } as const
  const faultsOf = (form: Form) => formFaults(form, []).map(({ because }) => because)
  expect(faultsOf({ version: 1, fields: [day] })).toEqual(['may not lie ahead, and is not read'])
  expect(faultsOf({ version: 1, fields: [{ ...day, read: true }] })).toEqual([])
})

test('a mark without a mark is none: the sheet waits for it, or is closed by the clock (5.15)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'open_record', record: 'service_request' }, { actor: holderOf('EN') })
  act(base, { key: '5.15a', option: 'asked' })
  act(base, { key: '5.15b', option: 'replied' })
  const decision = decisionOn(base, { step: stepOf(base, '5.15c'), option: 'marked' })
  if (decision.form === undefined) throw new Error('a mark is given on a form')
  const bare = { ...decision, form: { ...decision.form, read: {} } }
  expect(refusalOf(base.send(bare, { actor: holderOf('EN') })).code).toBe('form_malformed')
  expect(base.send(decision, { actor: holderOf('EN') })).toMatchObject({ ok: true })
})
