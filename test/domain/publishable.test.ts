import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { publishingFaults } from '../../domain/gicc/publishable.js'
import type { DraftProcedure } from '../../domain/procedure-faults.js'
import { faultInWords } from '../../domain/words/rules.js'

const step = (key: string) => {
  const found = full.steps[key]
  if (found === undefined) throw new Error(`full has no step ${key}`)
  return found
}
const withStep = (key: string, change: object): DraftProcedure => ({
  ...full,
  version: '2027-03-01',
  steps: { ...full.steps, [key]: { ...step(key), ...change } },
})

test.each([full, light])('what ships as $id may be published', (procedure) => {
  expect(publishingFaults(procedure)).toEqual([])
})

test('another number, another role and a step left out may be published: numbers are data', () => {
  expect(publishingFaults(withStep('1.4a', { due: { from: 'opening', days: { unit: 'wd', n: 15 } } }))).toEqual([])
  expect(publishingFaults({ ...full, settings: { ...full.settings, passMark: 75 } })).toEqual([])
})

test('an option of another name is refused: the stories ask for options by their names', () => {
  const { options, order } = step('1.4a')
  const { complete, ...others } = options
  const renamed = withStep('1.4a', {
    options: { ...others, whole: complete },
    order: order.map((one) => (one === 'complete' ? 'whole' : one)),
  })
  const faults = publishingFaults(renamed)
  expect(faults).toContainEqual({ fault: 'unknown_option', at: 'steps.1.4a.options', option: 'whole' })
  expect(faults.map((fault) => faultInWords(fault, 'zh-CN'))).toContain(
    'steps.1.4a.options 提到该步骤没有的选项“whole”。',
  )
})

test('a step that was moved to another stage is refused: its story stands where it stood', () => {
  expect(publishingFaults(withStep('1.4a', { stage: 'launch' }))).toContainEqual({
    fault: 'unknown_step',
    at: 'steps.1.4a',
    key: '1.4a',
  })
})

test('a step that would mean something else to the engine is refused: the stories know what each one means', () => {
  expect(publishingFaults(withStep('R1', { means: 'redress_request' }))).toContainEqual({
    fault: 'unknown_step',
    at: 'steps.R1',
    key: 'R1',
  })
})
