import { expect, test } from '@jest/globals'
import { addMonths } from '../../domain/calendar-date.js'
import { localDate, startOfDay } from '../../domain/calendar-zone.js'
import { comingTo } from '../../domain/coming.js'
import { screeningDueAt } from '../../domain/judge/screening.js'
import { aNominatedBase, refusalOf, rules, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { someWords } from '../support/filling.js'
import { playTo } from '../support/playing.js'

const calendar = calendarOfSide('programme')
const threeMonthsAfter = (at: string): string => startOfDay(calendar, addMonths(localDate(calendar, at), 3))
const raise = (base: ABase, number = 30) =>
  base.send({ type: 'raise', matter: 'rescreening', code: 'INT', reason: someWords }, { actor: holderOf('CO', number) })
const takeBack = (base: ABase, { step, number }: { step: string; number: number }) =>
  base.send({ type: 'revoke', step, code: 'DAT' }, { actor: holderOf('CO', number) })
const due = (base: ABase) => screeningDueAt(base.state(), base)
/** Everything that is due by then happens. */
const comesTo = (base: ABase, instant: string): void => {
  base.turnTo(instant)
  while ((base.nextDueAt() ?? 'z') <= base.now()) base.send({ type: 'tick' })
}
const screened = (): ABase => playTo(aNominatedBase({ screensAgain: true }), { key: '1.8' })

test('a screening is repeated three months after it came to something, and asked for once (1.6)', () => {
  const base = screened()
  const { at = '', next } = base.state().screening ?? {}
  expect([base.state().screening?.verdict, next]).toEqual(['clear', threeMonthsAfter(at)])
  expect(comingTo(base.state(), rules)).toContainEqual({ what: 'rescreening', at: next })
  comesTo(base, next ?? '')
  expect([base.open('1.6d')?.role, due(base)]).toEqual(['CO', null])
  const again = base.now()
  expect(act(base, { key: '1.6d', option: 'clear', number: 31 }).ok).toBe(true)
  expect([base.open('1.6d'), base.open('1.6e'), due(base)]).toEqual([undefined, undefined, threeMonthsAfter(again)])
})

test('whoever answers nothing gains nothing: the step stays open, the director hears, and no next screening comes', () => {
  const base = screened()
  comesTo(base, due(base) ?? '')
  for (let rung = 0; rung < 6; rung += 1) {
    comesTo(base, base.nextDueAt() ?? base.now())
  }
  expect(base.open('1.6d')).toBeDefined()
  expect(base.events().filter((event) => event.type === 'escalated' && event.key === '1.6d').length).toBeGreaterThan(0)
  expect(
    base.events().filter((event) => event.type === 'matter_raised' && event.matter === 'rescreening'),
  ).toHaveLength(1)
})

test('compliance raises it for somebody who was added, and not a second time while it is open', () => {
  const base = screened()
  expect(raise(base).ok).toBe(true)
  expect([base.open('1.6d')?.role, due(base)]).toEqual(['CO', null])
  expect(refusalOf(raise(base))).toMatchObject({ code: 'matter_open', detail: { matter: 'rescreening' } })
})

test('what is found another officer examines, and until then nothing is approved for signature (SD2)', () => {
  const base = playTo(aNominatedBase({ screensAgain: true }), { key: '3.9a' })
  raise(base)
  act(base, { key: '1.6d', option: 'match', number: 31 })
  expect(base.state().screening?.verdict).toBe('open_hit')
  expect(refusalOf(act(base, { key: '3.9a', option: 'approve' }))).toMatchObject({
    code: 'screening_open',
    detail: { option: 'approve', verdict: 'open_hit' },
  })
  expect(refusalOf(act(base, { key: '1.6e', option: 'clear', number: 31 }))).toMatchObject({
    code: 'second_person_needed',
    detail: { rule: 'SD2' },
  })
  expect(act(base, { key: '1.6e', option: 'clear', number: 32 }).ok).toBe(true)
  expect(base.state().screening?.verdict).toBe('no_bar')
  expect(act(base, { key: '3.9a', option: 'approve' }).ok).toBe(true)
})

test('whoever takes a screening back opens no gate with it: what stood before it stands until it is answered again (1.6)', () => {
  const base = playTo(aNominatedBase({ screensAgain: true }), { key: '3.9a' })
  raise(base)
  act(base, { key: '1.6d', option: 'match', number: 31 })
  act(base, { key: '1.6e', option: 'clear', number: 32 })
  base.send({ type: 'revoke', step: '1.6e.1', code: 'DAT' }, { actor: holderOf('CO', 32) })
  expect([base.state().screening?.verdict, base.open('1.6e')?.id]).toEqual(['open_hit', '1.6e.2'])
  expect(refusalOf(act(base, { key: '3.9a', option: 'approve' })).code).toBe('screening_open')
})

test('a match that is found anew is examined anew: an examination rests on the screening it examined (SD2)', () => {
  const base = playTo(aNominatedBase({ screensAgain: true }), { key: '3.9a' })
  raise(base)
  act(base, { key: '1.6d', option: 'match', number: 31 })
  act(base, { key: '1.6e', option: 'clear', number: 32 })
  const before = base.state().screening
  takeBack(base, { step: '1.6d.1', number: 32 })
  expect(before?.verdict).toBe('no_bar')
  expect(act(base, { key: '1.6d', option: 'match', number: 33 }).ok).toBe(true)
  expect([base.state().screening?.verdict, base.open('1.6e')?.id]).toEqual(['open_hit', '1.6e.2'])
})

test('no officer unfinds a match alone: another takes it back, and another than who found it looks again (SD2)', () => {
  const base = playTo(aNominatedBase({ screensAgain: true }), { key: '3.9a' })
  raise(base)
  act(base, { key: '1.6d', option: 'match', number: 31 })
  const second = { code: 'second_person_needed', detail: { rule: 'SD2' } }
  expect(refusalOf(takeBack(base, { step: '1.6d.1', number: 31 }))).toMatchObject(second)
  expect(takeBack(base, { step: '1.6d.1', number: 32 }).ok).toBe(true)
  for (const option of ['clear', 'match'])
    expect(refusalOf(act(base, { key: '1.6d', option, number: 31 }))).toMatchObject(second)
  expect(act(base, { key: '1.6d', option: 'clear', number: 32 }).ok).toBe(true)
  expect(base.state().screening?.verdict).toBe('clear')
})

test('whoever found nothing takes that back alone and looks again: the twin', () => {
  const base = playTo(aNominatedBase({ screensAgain: true }), { key: '3.9a' })
  raise(base)
  act(base, { key: '1.6d', option: 'match', number: 31 })
  act(base, { key: '1.6e', option: 'clear', number: 32 })
  expect(takeBack(base, { step: '1.6e.1', number: 32 }).ok).toBe(true)
  expect(act(base, { key: '1.6e', option: 'clear', number: 32 }).ok).toBe(true)
})

test('what fell with the dossier it rested on whoever found it does not unfind either (SD2)', () => {
  const base = playTo(aNominatedBase(), { key: '1.6c', answers: { '1.6a': 'match' } })
  const finder = Object.values(base.state().stage?.steps ?? {}).find(({ key }) => key === '1.6a')?.acts[0]?.person
  const number = Number(finder?.split('-').at(-1))
  expect(refusalOf(takeBack(base, { step: '1.6a.1', number })).code).toBe('second_person_needed')
  expect(takeBack(base, { step: '1.4a.1', number }).ok).toBe(true)
  playTo(base, { key: '1.6a' })
  expect(refusalOf(act(base, { key: '1.6a', option: 'clear', number })).code).toBe('second_person_needed')
  expect(act(base, { key: '1.6a', option: 'clear', number: number + 10 }).ok).toBe(true)
})

test('a bar that is found later stops the base, and whoever found it does not lift the stop; lifted, it is screened again (E6)', () => {
  const base = playTo(aNominatedBase({ screensAgain: true }), { key: '5.2a' })
  raise(base)
  act(base, { key: '1.6d', option: 'match', number: 31 })
  act(base, { key: '1.6e', option: 'barred', number: 32 })
  expect(base.state()).toMatchObject({ status: 'suspended', screening: { verdict: 'barred' }, frozen: {} })
  expect(due(base)).toBeNull()
  expect(refusalOf(act(base, { key: 'E6a', option: 'lift', number: 32 })).code).toBe('second_person_needed')
  expect(act(base, { key: 'E6a', option: 'lift', number: 33 }).ok).toBe(true)
  expect(due(base)).toBe(base.now())
  comesTo(base, base.now())
  expect(base.open('1.6d')).toBeDefined()
})

test('a screening of a base that has ended is not repeated, and where a procedure does not say so none is', () => {
  const base = playTo(aNominatedBase({ screensAgain: true }), { key: '1.6c', answers: { '1.6a': 'match' } })
  expect(act(base, { key: '1.6c', option: 'barred', number: 31 }).ok).toBe(true)
  expect([base.state().screening?.verdict, due(base)]).toEqual(['barred', null])
  const once = playTo(aNominatedBase(), { key: '1.8' })
  expect([once.state().screening?.verdict, due(once)]).toEqual(['clear', null])
})
