import { expect, test } from '@jest/globals'
import type { Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { changesUnder } from '../../domain/rules-change.js'
import { differences } from '../../domain/rules-difference.js'
import { changeInWords } from '../../domain/words/rules.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { playTo } from '../support/playing.js'

const later = (key: StepKey, change: Partial<Procedure['steps'][string]>): Procedure => {
  const step = full.steps[key]
  if (step === undefined) throw new Error(`full has no step ${key}`)
  return { ...full, version: '2027-03-01', steps: { ...full.steps, [key]: { ...step, ...change } } }
}
const without = (...keys: readonly StepKey[]): Procedure => ({
  ...full,
  steps: Object.fromEntries(Object.entries(full.steps).filter(([key]) => !keys.includes(key))),
})
/** A committee that has voted so far, and its rules with other numbers. */
const committee = (seats: number, quorum: number): Procedure => {
  const { decides } = full.steps['2.8'] ?? {}
  if (decides?.by !== 'votes') throw new Error('2.8 is decided by votes')
  return later('2.8', { decides: { ...decides, seats, quorum } })
}
const voted = (times: number): ABase => {
  const base = playTo(aNominatedBase(), { key: '2.8' })
  for (let vote = 0; vote < times; vote += 1) act(base, { key: '2.8', option: 'recommend' })
  return base
}
const under = (base: ABase, to: Procedure) => changesUnder(base.state(), to)

test.each(['1.4a', '1.10', '2.7', '3.5', '4.9', '5.8'])(
  'under its own version nothing is otherwise for a base at %s',
  (key) => {
    expect(under(playTo(aNominatedBase(), { key }), full)).toEqual([])
  },
)

test('an open body whose votes are enough under the other version would have decided (8.4)', () => {
  expect(under(voted(2), committee(3, 2))).toEqual([
    { change: 'verdict_differs', step: '2.8.1', key: '2.8', option: null, to: 'recommend' },
  ])
  expect(under(voted(1), committee(3, 2))).toEqual([])
})

test('a closed body whose votes would be no quorum would not have decided (8.4)', () => {
  const base = voted(6)
  expect(base.open('2.8')).toBeUndefined()
  expect(under(base, committee(12, 8))).toContainEqual(
    expect.objectContaining({ change: 'verdict_differs', option: 'recommend', to: null }),
  )
})

test('an open step the version has no more, or gives to others, is told', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  expect(under(base, without('3.5'))).toEqual([{ change: 'open_step_gone', step: '3.5.1', key: '3.5' }])
  expect(under(base, later('3.5', { role: 'LX' }))).toEqual([
    { change: 'open_step_differs', step: '3.5.1', key: '3.5' },
  ])
})

test('a higher pass mark takes the ground of a shortlisting away', () => {
  const base = playTo(aNominatedBase(), { key: '1.11' })
  const stricter: Procedure = { ...full, settings: { ...full.settings, passMark: 95 } }
  expect(under(base, stricter)).toContainEqual({ change: 'no_ground', step: '1.10.1', key: '1.10', option: 'advance' })
})

test('an approval the version wants and the base went on without is told, one that lies ahead is not', () => {
  const { '1.9b': _, ...steps } = full.steps
  const base = playTo(aNominatedBase({ procedure: { ...full, steps } }), { key: '1.10' })
  expect(under(base, full)).toEqual([{ change: 'approval_missing', key: '1.9b', after: '1.9a.1' }])
  const early = playTo(aNominatedBase({ procedure: { ...full, steps } }), { key: '1.9a' })
  expect(under(early, full)).toEqual([])
})

test('what was decided and is no option any more is told', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  const { options = {} } = full.steps['1.7'] ?? {}
  const { endorse: _, ...others } = options
  expect(under(base, later('1.7', { options: others }))).toContainEqual(
    expect.objectContaining({ change: 'outcome_unknown', key: '1.7', option: 'endorse' }),
  )
})

test('every change is a sentence in both languages', () => {
  const base = voted(2)
  const found = [
    ...under(base, committee(3, 2)),
    ...under(base, without('2.8')),
    ...under(base, later('2.8', { role: 'BD' })),
  ]
  expect(found.length).toBeGreaterThanOrEqual(3)
  for (const change of found) {
    expect(changeInWords(change, 'en')).toContain('2.8.1')
    expect(changeInWords(change, 'zh-CN')).toMatch(/[一-鿿].*2\.8\.1|2\.8\.1.*[一-鿿]/)
  }
})

test('two versions differ where they differ, and the order of keys is no difference', () => {
  expect(differences(full, full)).toEqual([])
  expect(differences(full, committee(7, 5)).map(({ at, from, to }) => [at, from, to])).toEqual([
    ['version', full.version, '2027-03-01'],
    ['steps.2.8.decides.seats', 9, 7],
    ['steps.2.8.decides.quorum', 6, 5],
  ])
  expect(differences([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toEqual([])
  expect(differences(full, light).length).toBeGreaterThan(30)
})
