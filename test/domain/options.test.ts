import { expect, test } from '@jest/globals'
import type { Lead, Procedure } from '../../domain/procedure.js'
import type { Option, StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { roadTo } from '../support/roads.js'
import { choicesOf, followed, opened } from '../support/walk.js'

const choices = choicesOf(full)

/** The procedure with one lead told wrongly. */
const falsified = ({ key, option, leads }: { key: StepKey; option: Option; leads: Lead }): Procedure => {
  const step = full.steps[key]
  if (step === undefined) throw new Error(`there is no step ${key}`)
  return { ...full, steps: { ...full.steps, [key]: { ...step, options: { ...step.options, [option]: { leads } } } } }
}

/** Every step that leads on from this one without a limit; a loop that counts its turns is left out. */
const onwards = (procedure: Procedure, key: StepKey): readonly StepKey[] =>
  Object.values(procedure.steps[key]?.options ?? {}).flatMap(({ leads }) => ('to' in leads ? leads.to : []))

/** Where the next yearly review begins: that is no loop. */
const newYear: readonly StepKey[] = ['5.1', '5.11a', '5.11c']

/** Steps that can come round to themselves for ever by leads without a limit. */
const endless = (procedure: Procedure): readonly StepKey[] =>
  Object.keys(procedure.steps).filter((start) => {
    const seen = new Set<StepKey>()
    const frontier = [...onwards(procedure, start)]
    for (let key = frontier.pop(); key !== undefined; key = frontier.pop()) {
      if (newYear.includes(key) || seen.has(key)) continue
      seen.add(key)
      frontier.push(...onwards(procedure, key))
    }
    return seen.has(start)
  })

test('the walk goes over 163 steps and 378 options', () => {
  expect([Object.keys(full.steps).length, choices.length]).toEqual([163, 378])
})

test.each(choices)('$key $option leads where it says', (choice) => {
  expect(followed(choice)).toEqual([])
})

test('every step of the procedure was opened on the walk, and no story asked for another one', () => {
  expect([...opened].toSorted()).toEqual(Object.keys(full.steps).toSorted())
})

test('no loop is without a limit, but for the year', () => {
  expect(endless(full)).toEqual([])
})

test.each([
  { key: '1.4a', option: 'complete', leads: { to: ['1.7'] }, told: 'opens 1.5a, 1.6a' },
  { key: '1.10', option: 'advance', leads: { to: ['1.10w'] }, told: 'opens 1.11' },
  { key: '4.9', option: 'ready', leads: { to: ['4.10a'] }, told: 'opens 4.10a, 4.10b' },
  { key: '3.12a', option: 'filed', leads: { stage: 'yearly_review' }, told: 'goes on to launch' },
  { key: '1.4a', option: 'return', leads: { back: '1.3', limit: 1, then: 'not_offered' }, told: 'time 1 opens 1.4b' },
  { key: '1.2b', option: 'wait', leads: { end: 'declined' }, told: 'ends without a reason code' },
  { key: '3.4', option: 'send', leads: { to: [] }, told: 'opens 3.5' },
] as const)('the walk notices that $key $option was told wrongly: it $told', ({ key, option, leads, told }) => {
  expect(followed({ key, option }, falsified({ key, option, leads }))).toEqual([told])
})

test('the walk notices a step that no option leads to', () => {
  const step = full.steps['1.2a']
  const more = step === undefined ? {} : { '9.9': { ...step, key: '9.9' } }
  const longer: Procedure = { ...full, steps: { ...full.steps, ...more } }
  expect([roadTo('9.9', longer), roadTo('5.12b', longer)]).toEqual([undefined, { '5.8': 'red_proposal' }])
})

test('a story goes on without a step that the procedure does not have', () => {
  const { '1.4b': _, ...fewer } = full.steps
  expect(followed({ key: '1.4a', option: 'return' }, { ...full, steps: fewer })).toEqual(['time 1 opens 1.4a'])
})

test('a loop without a limit is noticed', () => {
  const looping = falsified({ key: '3.6a', option: 'clear_with_changes', leads: { to: ['3.7a'] } })
  expect(endless(looping)).toEqual(['3.6a', '3.7a', '3.7b', '3.7c', '3.7d'])
})
