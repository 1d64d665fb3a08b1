import { expect, test } from '@jest/globals'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

/** Lets the clock do what is due next. */
const ring = (base: ABase): void => {
  base.turnTo(base.nextDueAt() ?? '')
  base.send({ type: 'tick' })
}

test('E6: what compliance has not decided in ten working days, the board may decide, and nobody who leads the programme', () => {
  const base = playTo(aNominatedBase(), { key: '1.6a' })
  expect(act(base, { key: '1.6a', option: 'match' }).ok).toBe(true)
  const { dueAt } = stepOf(base, '1.6c')
  while (base.open('1.6c')?.standIn === undefined) ring(base)
  expect([base.now(), base.open('1.6c')?.standIn]).toEqual([dueAt, 'BD'])
  const cleared = (role: 'PD' | 'BD') =>
    base.send(decisionOn(base, { step: stepOf(base, '1.6c'), option: 'clear' }), { actor: holderOf(role) })
  expect(cleared('PD').ok).toBe(false)
  expect(cleared('BD').ok).toBe(true)
})

test('R3: the programme’s own late signature puts no base on hold; it is told until somebody signs (3.11a)', () => {
  const base = playTo(aNominatedBase(), { key: '3.11a' })
  expect(act(base, { key: '3.11b', option: 'signed_in_ceremony' }).ok).toBe(true)
  for (let times = 0; times < 9; times += 1) ring(base)
  const told = base.events().flatMap((event) => (event.type === 'escalated' ? [[event.key, ...event.tells]] : []))
  expect(told.slice(-2)).toEqual([
    ['3.11a', 'LG', 'HG', 'PM', 'CH'],
    ['3.11a', 'LG', 'HG', 'PM', 'CH'],
  ])
  expect(base.state()).toMatchObject({ closed: false })
  expect(base.state().heldAt).toBeUndefined()
})
