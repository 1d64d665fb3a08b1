import { expect, test } from '@jest/globals'
import { middleOf, quantile, ratio, spreadOf } from '../../bench/statistics.js'

const oneToHundred = Array.from({ length: 100 }, (_, index) => index + 1)

test('a quantile is a value that was measured, by nearest rank', () => {
  expect([0, 0.01, 0.5, 0.9, 0.99, 1].map((share) => quantile(oneToHundred, share))).toEqual([1, 1, 50, 90, 99, 100])
})

test('a spread does not depend on the order in which samples came', () => {
  const backwards = oneToHundred.toReversed()
  expect(spreadOf(backwards)).toEqual({ n: 100, p50: 50, p90: 90, p99: 99, min: 1, max: 100 })
  expect(backwards[0]).toBe(100)
})

test('an arm without a sample is refused, since it would have no spread', () => {
  expect(() => spreadOf([])).toThrow(RangeError)
})

test('ratios are told to a thousandth, and rounds by their middle, lowest and highest', () => {
  expect(ratio(12.5, 10)).toBe(1.25)
  expect(middleOf([1.4, 1.1, 1.2])).toEqual({ median: 1.2, min: 1.1, max: 1.4 })
})
