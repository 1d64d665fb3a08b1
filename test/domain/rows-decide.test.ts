import { expect, test } from '@jest/globals'
import { bearsOption } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { readFilled } from '../../domain/form/read.js'
import { full } from '../../domain/gicc/full.js'

/** Rows that bear the first option and not the second. */
const cases = [
  ['1.4a', 'return', 'complete'],
  ['1.4a', 'complete', 'return'],
  ['1.5b', 'return', 'confirm'],
  ['1.5b', 'confirm', 'return'],
  ['1.6a', 'match', 'clear'],
  ['1.6a', 'barred', 'clear'],
  ['1.6a', 'clear', 'match'],
  ['1.6a', 'clear', 'barred'],
  ['1.6b', 'return', 'confirm'],
  ['1.6b', 'confirm', 'return'],
  ['1.6c', 'barred', 'clear'],
  ['1.6c', 'clear', 'barred'],
  ['R1', 'refuse', 'admit'],
  ['R1', 'admit', 'refuse'],
  ['8.10a', 'assess', 'noted'],
  ['8.10a', 'noted', 'assess'],
  ['8.10b', 'fails', 'holds'],
  ['8.10b', 'holds', 'fails'],
  ['3.13m', 'returned', 'settled'],
  ['3.13m', 'claimed', 'settled'],
  ['3.13m', 'settled', 'claimed'],
] as const

test.each(cases)('at %s rows for "%s" do not let anybody choose "%s"', (key, borne, refused) => {
  const form = full.steps[key]?.form
  if (form === undefined) throw new Error(`${key} has no form`)
  const read = readFilled(form, { option: borne, answers: exampleAnswers(form, { option: borne }) })
  expect(bearsOption(form, { option: borne, read })).toBe(true)
  expect(bearsOption(form, { option: refused, read })).toBe(false)
})
