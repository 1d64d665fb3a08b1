import { expect, test } from '@jest/globals'
import { cases, caseTests, titlesIn, type CaseTest } from '../../tools/cases.js'

/** Numbers of the cases (14.1 to 14.27) that no test names. */
const without = (found: readonly CaseTest[]): readonly number[] =>
  cases.flatMap((_, at) => (found.some((one) => one.cases.includes(at + 1)) ? [] : [at + 1]))

test('each of the 27 cases has a test that names it, and no title names another', async () => {
  const found = await caseTests()
  expect(cases).toHaveLength(27)
  expect(without(found)).toEqual([])
  expect(found.flatMap((one) => one.cases).filter((no) => no < 1 || no > cases.length)).toEqual([])
})

test('a case whose only test is taken away is missed', async () => {
  const found = await caseTests()
  expect(without(found.filter((one) => !one.cases.includes(21)))).toContain(21)
  expect(titlesIn('a.test.ts', `test('rules change (14.21, 14.22)', f)`)[0]?.cases).toEqual([21, 22])
})
