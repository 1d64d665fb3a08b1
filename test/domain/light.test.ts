import { expect, test } from '@jest/globals'
import type { Stage } from '../../domain/lifecycle.js'
import type { Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { aBase, aNominatedBase, refusalOf, type Saved } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenSheet, holderOf, nomination } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'
import { choicesOf, followed } from '../support/walk.js'

/** What full has otherwise or not at all, and the further sheet, which is told differently here (R13). */
const isOtherwise = (key: StepKey): boolean =>
  key === '1.8b' || JSON.stringify(light.steps[key]) !== JSON.stringify(full.steps[key])
const choices = choicesOf(light).filter(({ key }) => isOtherwise(key))

test('light has fewer steps than full and a committee of three, quorum two, two-thirds (R18)', () => {
  expect([Object.keys(light.steps).length, choicesOf(light).length]).toEqual([138, 316])
  for (const key of ['1.10', '2.8', '8.2a'])
    expect(light.steps[key]?.decides).toMatchObject({ by: 'votes', seats: 3, quorum: 2, chair: 'CH' })
  expect(light.steps['1.8']?.decides).toMatchObject({ count: 2 })
})

test.each(choices)(
  'under light $key $option, which full has otherwise or not at all, leads where it says',
  (choice) => {
    expect(followed(choice, light)).toEqual([])
  },
)

test('light keeps the order of full and says of each step what it rests on among its own', () => {
  const known = (key: StepKey): boolean => light.steps[key] !== undefined
  expect(
    Object.entries(light.rests ?? {})
      .flat(2)
      .filter((key) => !known(key)),
  ).toEqual([])
  expect(light.rests?.['2.7']).toEqual(['2.3', '2.5b', '2.6'])
  expect(Object.keys(light.extensions?.steps ?? {}).filter((key) => !known(key))).toEqual([])
})

const entered = new Map<Stage, Saved>()

/** The moment at which a base has just entered a stage, played once. */
const atTheStartOf = (stage: Stage): Saved => {
  const known = entered.get(stage)
  if (known !== undefined) return known
  const base = aNominatedBase()
  play(base, { until: () => base.state().stage?.stage === stage })
  entered.set(stage, base.saved())
  return base.saved()
}

/** Without these a stage has no ground: a dossier, the answer of each scoring, a report, a panel, a date to open on. */
const needed: readonly StepKey[] = ['1.3', '1.8', '2.7', '5.2a', '5.6', '5.8']
/** Open at the moment from which the others are played. */
const begins: readonly StepKey[] = ['1.2a', '2.1a', '3.1a', '4.1a', '5.1']
const skippable = Object.values(full.steps).filter(
  ({ key, matter }) => ![...needed, ...begins].includes(key) && matter === undefined,
)

test.each(skippable)('the stage of $key comes to its end without it (R18)', ({ key, stage }) => {
  const { [key]: _, ...steps } = full.steps
  const base = aBase({ from: atTheStartOf(stage), procedure: { ...full, steps } })
  const ended = base.state().past.length
  expect(play(base, { until: () => base.state().past.length > ended })).toBe(true)
  expect(base.state().past.at(-1)).toMatchObject({ stage })
  expect(base.state().closed).toBe(false)
})

test('two sheets far apart ask for a third before the mean is accepted (R13)', () => {
  const base = playTo(aNominatedBase({ procedure: light }), {
    key: '1.9a',
    brings: { sheets: [evenSheet(0.6), evenSheet(0.85)] },
  })
  expect(refusalOf(act(base, { key: '1.9a', option: 'accept_mean' })).code).toBe('spread_too_wide')
  expect(act(base, { key: '1.9a', option: 'third_scorer' }).ok).toBe(true)
  expect(act(base, { key: '1.8b', option: 'score' }).ok).toBe(true)
  expect(act(base, { key: '1.9a', option: 'accept_mean' }).ok).toBe(true)
  expect(base.state().facts.sheets).toHaveLength(3)
})

test('a small complete cluster fails the minimum of scale under full and passes it under light (13.2)', () => {
  const small = { ...evenSheet(0.95), scale: 0.3 }
  const advanced = (procedure: Procedure): boolean => {
    const base = playTo(aNominatedBase({ procedure }), { key: '1.10', brings: { sheets: [small, small, small] } })
    return act(base, { key: '1.10', option: 'advance' }).ok
  }
  expect([advanced(full), advanced(light)]).toEqual([false, true])
})

test('two of three decide for the small committee, and the caps are waived by it alone (8.2, 8.4)', () => {
  const base = playTo(aNominatedBase({ procedure: light }), { key: '3.2a' })
  const raised = base.send(
    { type: 'raise', matter: 'cap_waiver', code: 'CAP', reason: { id: 't-1', hash: 'c'.repeat(64) } },
    { actor: holderOf('PM', 30) },
  )
  expect(raised.ok).toBe(true)
  act(base, { key: '8.2a', option: 'waive' })
  act(base, { key: '8.2a', option: 'waive' })
  expect(base.state().facts.capsWaived).toBe(true)
})

test('a base is nominated under the procedure its workflow was prepared with', () => {
  const base = aBase({ procedure: light })
  base.send({ ...nomination, procedure: 'light' }, { actor: holderOf('PM') })
  expect([base.state().procedure, base.state().rulesVersion]).toEqual(['light', light.version])
})
