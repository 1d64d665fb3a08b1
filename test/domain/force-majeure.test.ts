import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, heldFor, stepOf } from '../support/acting.js'
import { someWords } from '../support/filling.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const active = (): ABase => playTo(aNominatedBase(), { key: '5.2a' })
const asked = (days: number): ABase => {
  const base = active()
  base.send(heldFor(base, days), { actor: holderOf('PM') })
  return base
}

test('an active base is held for force majeure by two people, to the end of the day that was named (8.5, R2)', () => {
  const base = asked(30)
  expect(base.openKeys()).toEqual(['5.2a', '8.5a'])
  const due = stepOf(base, '5.2a').dueAt
  act(base, { key: '8.5a', option: 'hold' })
  const { heldUntil = '' } = base.state()
  expect(base.state()).toMatchObject({ status: 'on_hold', heldStatus: 'active_green' })
  expect(base.nextDueAt()).toBe(heldUntil)
  base.turnTo(heldUntil)
  base.send({ type: 'tick' })
  expect(base.state().status).toBe('active_green')
  expect(base.state()).not.toHaveProperty('heldUntil')
  expect(stepOf(base, '5.2a').dueAt > due).toBe(true)
  // Held once, it is not held again by the same matter.
  expect(base.openKeys()).toEqual(['5.2a'])
})

test('whoever asked for it does not decide on it, and a director may refuse it in words (SD2, 8.14)', () => {
  const base = active()
  base.send(heldFor(base, 30), { actor: holderOf('PD') })
  expect(refusalOf(act(base, { key: '8.5a', option: 'hold', number: 1 }))).toMatchObject({
    code: 'second_person_needed',
    detail: { rule: 'SD2' },
  })
  expect(act(base, { key: '8.5a', option: 'refuse', number: 2 }).ok).toBe(true)
  expect([base.state().status, base.openKeys()]).toEqual(['active_green', ['5.2a']])
})

test('it is ended earlier by manager or director, and not by a stop that came over it', () => {
  const base = asked(60)
  act(base, { key: '8.5a', option: 'hold' })
  const { heldUntil = '' } = base.state()
  base.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO', 1) })
  base.turnTo(new Date(Date.parse(base.now()) + 7 * 86_400_000).toISOString())
  act(base, { key: 'E6a', option: 'lift', number: 2 })
  expect(base.state().status).toBe('on_hold')
  expect((base.state().heldUntil ?? '') > heldUntil).toBe(true)
  expect(base.send({ type: 'resume' }, { actor: holderOf('PD') }).ok).toBe(true)
  expect(base.state().status).toBe('active_green')
})

test('its last day is named, lies ahead and no further off than the procedure allows, and words come with it', () => {
  const base = active()
  const actor = holderOf('PM')
  const raised = { type: 'raise', matter: 'force_majeure', code: 'FMJ' } as const
  expect(refusalOf(base.send({ ...raised, reason: someWords }, { actor }))).toMatchObject({
    code: 'facts_missing',
    detail: { needs: 'until' },
  })
  expect(refusalOf(base.send({ ...raised, facts: { until: '2028-03-31' } }, { actor, isWordless: true })).code).toBe(
    'text_required',
  )
  for (const days of [-1, 0, 182])
    expect(refusalOf(base.send(heldFor(base, days), { actor })).code).toBe('hold_day_out_of_reach')
  expect(base.send(heldFor(base, 179), { actor }).ok).toBe(true)
})

test('a base on its way is held by its manager, and no matter of force majeure is raised on it', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  expect(refusalOf(base.send(heldFor(base, 30), { actor: holderOf('PM') })).code).toBe('matter_not_possible')
  expect(base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') }).ok).toBe(true)
})
