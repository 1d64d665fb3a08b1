import { expect, test } from '@jest/globals'
import { addWorkingDays, workingDaysAfter } from '../../domain/calendar.js'
import { whyStep } from '../../domain/why.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { stepOf } from '../support/acting.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { confirming, entering } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'

const answered = { key: '1.7', option: 'object' } as const
/** Lets the clock do whatever is due up to and at an instant. */
const runTo = (base: ABase, instant: string): void => {
  for (let due = base.nextDueAt(); due !== null && due <= instant; due = base.nextDueAt()) {
    base.turnTo(due)
    base.send({ type: 'tick' })
  }
  base.turnTo(instant)
}
const workingDaysLater = (base: ABase, days: number): string =>
  addWorkingDays(calendarOfSide('partner'), { from: base.now(), days })

/** A base whose superior authority is asked, at the moment at which its silence would be taken for no answer. */
const atTheEnd = (before: (base: ABase) => void): { readonly base: ABase; readonly dueAt: string } => {
  const base = playTo(aNominatedBase(), { key: '1.7' })
  const { dueAt } = stepOf(base, '1.7')
  before(base)
  runTo(base, dueAt)
  return { base, dueAt }
}
/** When and to whom the step was escalated. */
const escalated = (base: ABase) =>
  base.recorded.flatMap(({ event, occurredAt }) =>
    event.type === 'escalated' && event.key === '1.7' ? [{ ...event, occurredAt }] : [],
  )
const enter = (base: ABase): void => void base.send(entering(base, answered), { actor: holderOf('CS') })

test('who answered on paper in time is not silent: the case waits for the second person, and the clerks are told (R3, R16)', () => {
  const { base, dueAt } = atTheEnd(enter)
  expect(escalated(base)).toMatchObject([{ tells: ['CS', 'PM', 'PD'], awaits: 'paper', occurredAt: dueAt }])
  expect(base.open('1.7')).toMatchObject({ acts: [], papers: [{ signatory: holderOf('SA').person }] })
  const { en, 'zh-CN': zh } = whyStep(
    { ...stepOf(base, '1.7'), acted: 0 },
    { procedure: base.procedure, calendar: calendarOfSide('partner'), now: base.now() },
  ).sentence
  expect(en).toContain('every 5 working days it is told again to Committee secretary (CS), Programme manager (PM)')
  expect(zh).toContain('（CS）')
  base.turnTo(workingDaysLater(base, 2))
  expect(base.send(confirming(base, answered), { actor: holderOf('PD') }).ok).toBe(true)
  expect(base.events()).toContainEqual(
    expect.objectContaining({ type: 'step_closed', key: '1.7', option: 'object', how: 'act' }),
  )
})

test('the clerks are told again every five working days, as long as nobody confirms or refuses', () => {
  const { base, dueAt } = atTheEnd(enter)
  runTo(base, workingDaysLater(base, 16))
  const later = [5, 10, 15].map((days) => workingDaysAfter(calendarOfSide('partner'), { due: dueAt, days }))
  expect(escalated(base).map(({ occurredAt }) => occurredAt)).toEqual([dueAt, ...later])
  expect(base.open('1.7')).toBeDefined()
})

test('a paper that is refused leaves silence as it was: taken for no answer when it is next looked at', () => {
  const { base } = atTheEnd(enter)
  const { id: step } = stepOf(base, '1.7')
  base.send({ type: 'refuse_paper', step, signatory: holderOf('SA').person, code: 'DAT' }, { actor: holderOf('PD') })
  runTo(base, workingDaysLater(base, 6))
  expect(base.events()).toContainEqual(
    expect.objectContaining({ type: 'step_closed', key: '1.7', option: 'not_answered', how: 'silence' }),
  )
})

test('a partner whose answer lies there on paper does not put its base on hold (E2)', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  base.send(entering(base, { key: '3.5', option: 'accept' }), { actor: holderOf('CS') })
  expect(base.open('3.5')?.papers).toHaveLength(1)
  const { length } = base.recorded
  runTo(base, workingDaysLater(base, 60))
  expect(base.state().heldAt).toBeUndefined()
  expect(base.recorded.slice(length).map(({ event }) => event.type)).toContain('escalated')
})
