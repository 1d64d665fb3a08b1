import { expect, test } from '@jest/globals'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { withRecused } from '../support/recusing.js'

/** The committee of 2.8, with so many of its nine members aside. */
const committeeWithout = (numbers: readonly number[]): ABase =>
  withRecused(playTo(aNominatedBase(), { key: '2.8' }), { key: '2.8', numbers })

const votes = (base: ABase, numbers: readonly number[]): void => {
  for (const number of numbers) act(base, { key: '2.8', option: 'recommend', number })
}

const draw = (base: ABase) => {
  const pool = [1, 2, 3, 4, 5].flatMap((number) => {
    const { person, mandates } = holderOf('SM', number)
    return mandates.map((mandate) => ({ person, mandate }))
  })
  return base.send({ type: 'draw_substitutes', step: '2.8.1', pool }, { actor: holderOf('CS') })
}

test('four of nine step aside: five who agree decide nothing, neither in a meeting nor in writing (14.3, 8.4)', () => {
  const base = committeeWithout([6, 7, 8, 9])
  votes(base, [1, 2, 3, 4, 5])
  for (let convening = 0; convening < 4; convening += 1) {
    base.turnTo(stepOf(base, '2.8').dueAt)
    base.send({ type: 'tick' })
    expect(base.openKeys()).toEqual(['2.8'])
  }
})

test('substitutes drawn by lot for the four make the committee whole, and it decides with two-thirds (14.3, 8.4)', () => {
  const base = committeeWithout([6, 7, 8, 9])
  votes(base, [1, 2, 3, 4, 5])
  expect(draw(base).ok).toBe(true)
  const { substitutes = [] } = stepOf(base, '2.8')
  expect(substitutes).toHaveLength(4)
  const [first = ''] = substitutes
  const vote = decisionOn(base, { step: stepOf(base, '2.8'), option: 'recommend' })
  base.send(vote, { actor: holderOf('SM', Number(first.slice(-1))) })
  expect(base.openKeys()).toEqual(['2.9a'])
})

test('three of nine step aside: the six who are left are a quorum and the base of the vote, and nobody is drawn (14.3, 8.4)', () => {
  const base = committeeWithout([7, 8, 9])
  expect(draw(base)).toMatchObject({ ok: false, refusal: { code: 'quorum_stands' } })
  votes(base, [1, 2, 3, 4])
  act(base, { key: '2.8', option: 'defer', number: 5 })
  expect(base.openKeys()).toEqual(['2.8'])
  act(base, { key: '2.8', option: 'defer', number: 6 })
  expect(base.openKeys()).toEqual(['2.9a'])
})
