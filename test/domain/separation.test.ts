import { expect, test } from '@jest/globals'
import { full } from '../../domain/procedures/full.js'
import { actedBy, conflictOf, forbiddenPairs } from '../../domain/separation.js'

const pairs = forbiddenPairs.flatMap(({ rule, first, second }) =>
  first.flatMap((one) => second.map((other) => ({ rule, one, other }))),
)
const did = (...keys: readonly string[]) => ({ life: keys, stage: keys })
/** 1.1 belongs to the programme, which has no steps of a base. */
const ofProgramme = ['1.1a', '1.1b']

test('the table names every step it forbids by a key of the procedure', () => {
  const keys = pairs.flatMap(({ one, other }) => [one, other])
  expect(keys.filter((key) => full.steps[key] === undefined && !ofProgramme.includes(key))).toEqual([])
})

test('every pair binds in both orders, whoever acts first', () => {
  expect(pairs.length).toBeGreaterThan(150)
  for (const { one, other } of pairs) {
    expect(conflictOf(other, did(one))).toBeDefined()
    expect(conflictOf(one, did(other))).toBeDefined()
  }
})

test('no step is forbidden to the person who acted on it before: a second round may be done by the same', () => {
  expect(pairs.filter(({ one, other }) => one === other)).toEqual([])
})

test.each([
  ['3.3a', '3.9a'],
  ['1.10', '2.8'],
  ['1.4a', '1.5a'],
  ['3.11a', '4.11b'],
])('what the table does not name is allowed: %s and %s (R19)', (one, other) => {
  expect(conflictOf(other, did(one))).toBeUndefined()
})

test('pairs inside one review bind within that review only, others for life', () => {
  const lastYear = { life: ['5.3a'], stage: [] }
  expect(conflictOf('5.3b', lastYear)).toBeUndefined()
  expect(conflictOf('5.3b', did('5.3a'))).toEqual({ rule: 'SD2', other: '5.3a' })
  expect(conflictOf('5.8', { life: ['2.7'], stage: [] })).toEqual({ rule: 'SD3', other: '2.7' })
})

test('deeds are gathered over ended stages and the running one', () => {
  const acted = actedBy('p-so-1', { life: { '1.4a': ['p-so-1'], '1.5a': ['p-so-2'] }, stage: { '4.9': ['p-so-1'] } })
  expect(acted).toEqual({ life: ['1.4a', '4.9'], stage: ['4.9'] })
})
