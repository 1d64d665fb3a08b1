import { expect, test } from '@jest/globals'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const members = [3, 4, 5, 6, 7, 8, 9]
const declares = (base: ABase, number: number): void => {
  const judged = base.send({ type: 'declare_interest', kind: 'indirect' }, { actor: holderOf('CM', number) })
  if (!judged.ok) throw new Error(judged.refusal.code)
}

test('six votes of which two are recused are no quorum of six, and too few members are left: a vacancy at once (14.3, SD5)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  for (const number of [1, 2, 3, 4, 5]) act(base, { key: '1.10', option: 'advance', number })
  for (const number of [3, 4, 6, 7]) declares(base, number)
  act(base, { key: '1.10', option: 'advance', number: 8 })
  act(base, { key: '1.10', option: 'advance', number: 9 })
  const step = stepOf(base, '1.10')
  expect(step.acts.map(({ person }) => person)).toEqual(['p-ch-1', 'p-ch-2', 'p-cm-5', 'p-cm-8', 'p-cm-9'])
  expect(step.recused).toEqual(['p-cm-3', 'p-cm-4', 'p-cm-6', 'p-cm-7'])
  const seats = [{ role: 'CM' }] as const
  const holders = members.map((number) => ({ person: `p-cm-${number}`, seats }))
  expect(base.send({ type: 'holders', holders: { '1.10.1': holders } })).toMatchObject({
    events: [{ type: 'vacancy_found', step: '1.10.1', needs: 1, have: 0 }],
  })
})

test('with three recused the six others are the quorum, and decide (14.3, 8.4)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  for (const number of [3, 4, 5]) declares(base, number)
  for (const number of [1, 2, 6, 7, 8, 9]) act(base, { key: '1.10', option: 'advance', number })
  expect(base.openKeys()).toEqual(['1.11'])
})
