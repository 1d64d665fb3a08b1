import { expect, test } from '@jest/globals'
import { addDays, plainDate } from '../../domain/calendar-date.js'
import { addCalendarDays, dateDue } from '../../domain/calendar.js'
import { procedures } from '../../domain/gicc/procedures.js'
import type { Procedure } from '../../domain/procedure.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { calendarOfSide, evenReview, holderOf } from '../support/an-example.js'
import { arrive, play, playTo, waitOut } from '../support/playing.js'

const each = procedures.map((procedure) => [procedure.id, procedure] as const)
/** The board has withdrawn the title; what is left is to take the signs down. */
const withdrawn = (procedure: Procedure): ABase =>
  playTo(aNominatedBase({ procedure }), {
    key: '5.12b',
    answers: { '5.8': 'red_proposal' },
    brings: { reviewSheet: evenReview(0.4) },
  })
const closing = (base: ABase, key: string) =>
  base.events().findLast((event) => event.type === 'step_closed' && event.key === key)
const freed = (base: ABase): number => base.events().filter(({ type }) => type === 'slot_freed').length

test.each(each)(
  'in %s a withdrawn base that stays silent is red after 30 days and its slot is free (5.12, 8.11)',
  (_id, procedure) => {
    const base = withdrawn(procedure)
    const until = addCalendarDays(calendarOfSide('partner'), { from: stepOf(base, '5.12b').openedAt, days: 30 })
    expect(waitOut(base, '5.12b')).toBe(true)
    expect([base.now(), freed(base)]).toEqual([until, 1])
    expect(base.state()).toMatchObject({ status: 'red', code: 'PLN', closed: true })
    expect(base.state().facts.slot).toBeUndefined()
  },
)

test.each([
  { proof: 'given', option: 'removed', how: 'act' },
  { proof: 'missing', option: 'not_proven', how: 'silence' },
])('the record says that the proof of what was taken down is $proof (8.11)', ({ option, how }) => {
  const [full] = procedures
  if (full === undefined) throw new Error('there is no procedure')
  const base = withdrawn(full)
  arrive(base)
  if (how === 'act') act(base, { key: '5.12b', option })
  else waitOut(base, '5.12b')
  expect(closing(base, '5.12b')).toMatchObject({ option, how })
  expect(base.state().status).toBe('red')
})

test('a closing report that never comes is missing after its time, and the base ends by agreement without it (3.13)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'ending', code: 'FIN' }, { actor: holderOf('PD') })
  play(base, { leaves: '5.2a', until: () => base.open('3.13l') !== undefined })
  const { dueAt } = stepOf(base, '3.13l')
  expect(waitOut(base, '3.13l')).toBe(true)
  expect([base.now(), closing(base, '3.13l')]).toMatchObject([dueAt, { option: 'report_missing', how: 'silence' }])
  act(base, { key: '3.13m', option: 'settled', number: 9 })
  expect([base.state().status, freed(base)]).toEqual(['ended_by_agreement', 1])
})

/** The end of the grace: ninety days after the term, rolled to the next working day of the side that is waited for (12). */
const graceOver = (base: ABase, side: 'partner' | 'programme'): string =>
  dateDue(calendarOfSide(side), addDays(plainDate(base.state().facts.endsOn ?? ''), 90))
const staySilent = (base: ABase): void => {
  for (let turn = 0; turn < 400 && !base.state().closed; turn += 1) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
}

test.each([
  { who: 'neither side', signs: [], side: 'partner' },
  { who: 'the programme alone', signs: ['3.13g'], side: 'partner' },
  { who: 'the local side alone', signs: ['3.13h'], side: 'programme' },
] as const)('a renewal signed by $who expires as late when the grace is over (3.13, 12)', ({ signs, side }) => {
  const base = playTo(aNominatedBase(), { key: '3.13g' })
  const until = graceOver(base, side)
  for (const key of signs) act(base, { key, option: 'signed', number: 9 })
  staySilent(base)
  expect([base.now(), freed(base)]).toEqual([until, 1])
  expect(base.state()).toMatchObject({ status: 'expired', code: 'LAT', closed: true })
})

test('a renewal that nobody asks for expires as late on the last day of the grace, not after it (3.13, 12)', () => {
  const base = playTo(aNominatedBase(), { key: '3.13e' })
  const until = graceOver(base, 'partner')
  staySilent(base)
  expect(base.now()).toBe(until)
  expect(base.state()).toMatchObject({ status: 'expired', code: 'LAT', closed: true })
})

test.each([
  { who: 'the programme', declines: '3.13g', signs: '3.13h', code: 'PLN' },
  { who: 'the local side', declines: '3.13h', signs: '3.13g', code: 'WDR' },
] as const)(
  'a renewal that $who declines lets the term run out, is not late, and ends for the reason of whoever declined (8.14)',
  ({ declines, signs, code }) => {
    const base = playTo(aNominatedBase(), { key: '3.13g' })
    const { endsOn = '' } = base.state().facts
    act(base, { key: declines, option: 'declined', number: 9, code })
    act(base, { key: signs, option: 'signed', number: 9 })
    staySilent(base)
    expect(base.now()).toBe(dateDue(calendarOfSide('programme'), plainDate(endsOn)))
    expect(base.state()).toMatchObject({ status: 'expired', code, closed: true })
  },
)

test('a place that lets the term end has withdrawn, and one that the director refuses ends for that reason: the twins', () => {
  const ending = playTo(aNominatedBase(), { key: '3.13e' })
  act(ending, { key: '3.13e', option: 'let_end' })
  staySilent(ending)
  expect(ending.state()).toMatchObject({ status: 'expired', code: 'WDR' })
  const refused = playTo(aNominatedBase(), { key: '3.13f' })
  act(refused, { key: '3.13f', option: 'refuse', code: 'FIN' })
  staySilent(refused)
  expect(refused.state()).toMatchObject({ status: 'expired', code: 'FIN' })
})
