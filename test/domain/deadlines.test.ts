import { expect, test } from '@jest/globals'
import { addWorkingDays, workingDaysAfter } from '../../domain/calendar.js'
import type { Extend } from '../../domain/commands/timing.js'
import type { StepId } from '../../domain/values/step-key.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const extend = (step: StepId, days = 10): Extend => ({ type: 'extend', step, days, code: 'DAT' })
const tick = (base: ABase): void => {
  base.turnTo(base.nextDueAt() ?? '')
  base.send({ type: 'tick' })
}
const lateBy = (base: ABase, { key, rungs }: { key: string; rungs: number }): ABase => {
  while (base.events().filter((event) => event.type === 'escalated' && event.key === key).length < rungs) tick(base)
  return base
}

test('an extension counts in the calendar of the side that acts, keeps the old date and plans the alarms anew (8.5)', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  const { dueAt: before, openedAt } = stepOf(base, '3.5')
  expect(base.send(extend('3.5.1'), { actor: holderOf('PD') }).ok).toBe(true)
  const { dueAt, alarms, extended } = stepOf(base, '3.5')
  expect(dueAt).toBe(workingDaysAfter(calendarOfSide('partner'), { due: before, days: 10 }))
  expect(dueAt).toBe(addWorkingDays(calendarOfSide('partner'), { from: openedAt, days: 30 }))
  expect(extended).toEqual(['PD'])
  expect(alarms.find(({ effect }) => effect === 'hold')?.at).toBe(
    workingDaysAfter(calendarOfSide('partner'), { due: dueAt, days: 20 }),
  )
  expect(base.events().at(-1)).toMatchObject({
    type: 'deadline_moved',
    cause: 'extension',
    from: before,
    dueAt,
    days: 10,
    code: 'DAT',
    by: { role: 'PD', person: 'p-pd-1' },
  })
})

test('a step that is late already gets its days from the day of the extension', () => {
  const base = lateBy(playTo(aNominatedBase(), { key: '1.4a' }), { key: '1.4a', rungs: 2 })
  base.send(extend('1.4a.1', 3), { actor: holderOf('CH') })
  expect(stepOf(base, '1.4a').dueAt).toBe(addWorkingDays(calendarOfSide('programme'), { from: base.now(), days: 3 }))
})

test('director and chairs together extend a step three times, and then never again (8.5)', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  const asked = [holderOf('PD'), holderOf('CH'), holderOf('CH'), holderOf('CH'), holderOf('PD')]
  expect(asked.map((actor) => base.send(extend('3.5.1', 5), { actor }).ok)).toEqual([true, true, true, false, false])
})

test('a step that is ten working days late is the director’s too, and the ladder says so (E1)', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  const directorActs = () =>
    base.send({ type: 'decide', step: '1.4a.1', option: 'complete' }, { actor: holderOf('PD') })
  lateBy(base, { key: '1.4a', rungs: 2 })
  expect(directorActs()).toMatchObject({ ok: false, refusal: { code: 'not_your_role', detail: { needs: 'SO' } } })
  lateBy(base, { key: '1.4a', rungs: 3 })
  expect(directorActs()).toMatchObject({ ok: true })
  expect(base.events().find(({ type }) => type === 'step_acted' && base.open('1.4a') === undefined)).toBeDefined()
})

test('what the director took over he does not extend for himself (E1, 8.5)', () => {
  const base = lateBy(playTo(aNominatedBase(), { key: '1.4a' }), { key: '1.4a', rungs: 3 })
  expect(base.send(extend('1.4a.1'), { actor: holderOf('PD') })).toMatchObject({
    refusal: { code: 'extension_for_oneself' },
  })
})

test('where the manager is late the director hears of it, and where the director is late the chair does (E1)', () => {
  const managers = lateBy(playTo(aNominatedBase(), { key: '1.2b' }), { key: '1.2b', rungs: 1 })
  const directors = lateBy(playTo(aNominatedBase(), { key: '2.1a' }), { key: '2.1a', rungs: 1 })
  const told = [managers, directors].map(
    (base) => base.events().findLast(({ type }) => type === 'escalated') ?? { tells: [] },
  )
  expect(told).toMatchObject([{ tells: ['actor', 'PD'] }, { tells: ['actor', 'CH'] }])
})

test('where compliance is late the director hears of it and never the manager, to whom it does not report (4, E1)', () => {
  const base = lateBy(playTo(aNominatedBase(), { key: '1.6a' }), { key: '1.6a', rungs: 3 })
  const told = base.events().filter((event) => event.type === 'escalated' && event.key === '1.6a')
  expect(told).toMatchObject([{ tells: ['actor', 'PD'] }, { tells: ['PD'] }, { tells: ['PD'] }])
})

test('scorers who are late are not replaced by the director (1.8, 4)', () => {
  const base = lateBy(playTo(aNominatedBase(), { key: '1.8' }), { key: '1.8', rungs: 3 })
  expect(base.open('1.8')?.standIn).toBeUndefined()
})

test('while a dossier is with its place for completion no clock of the programme runs (8.5)', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a', brings: { lacks: [13] } })
  act(base, { key: '1.4a', option: 'return' })
  expect(base.openKeys()).toEqual(['1.4b'])
  base.turnTo('2026-12-21T15:00:00.000Z')
  act(base, { key: '1.4b', option: 'completed' })
  expect(stepOf(base, '1.4a').dueAt).toBe(addWorkingDays(calendarOfSide('programme'), { from: base.now(), days: 10 }))
})

test('a report that was not due yet when an integrity stop began is not missing when it ends (E6, 8.5)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const before = stepOf(base, '5.2a').dueAt
  base.turnTo('2028-03-20T15:00:00.000Z')
  base.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO') })
  base.turnTo('2028-03-28T15:00:00.000Z')
  act(base, { key: 'E6a', option: 'lift', number: 2 })
  const { dueAt } = stepOf(base, '5.2a')
  expect(dueAt > before).toBe(true)
  expect(dueAt).toBe(workingDaysAfter(calendarOfSide('partner'), { due: before, days: 6 }))
})
