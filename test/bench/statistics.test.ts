import { expect, test } from '@jest/globals'
import { middleOf, pairedRatio, quantile, ratio, spreadOf } from '../../bench/statistics.js'

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

test('the ratio of two programs lies in its interval, which is the same for the same seed and holds what drifts with both', () => {
  const rounds = Array.from({ length: 60 }, (_, round) => {
    const drift = 10 + round + (round % 7)
    return { former: [drift, drift + 1], latter: [drift * 1.2, (drift + 1) * 1.2] }
  })
  const found = pairedRatio(rounds, { seed: 7, resamples: 500 })
  expect(found.low).toBeLessThanOrEqual(found.ratio)
  expect(found.high).toBeGreaterThanOrEqual(found.ratio)
  expect(Math.abs(found.ratio - 1.2)).toBeLessThan(0.05)
  expect(pairedRatio(rounds, { seed: 7, resamples: 500 })).toEqual(found)
  const alike = pairedRatio(
    rounds.map(({ former }) => ({ former, latter: former })),
    { seed: 7, resamples: 500 },
  )
  expect(alike).toEqual({ ratio: 1, low: 1, high: 1 })
})
