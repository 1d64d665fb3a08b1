import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { pointsOf, resultOf } from '../../domain/score.js'
import { aNominatedBase } from '../support/a-base.js'
import { aSheet, evenSheet } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

const criteria = full.nominationSheet
const scored = (...shares: readonly number[]) =>
  resultOf(
    shares.map((share) => evenSheet(share)),
    criteria,
  )

test('both sheets share out a hundred points', () => {
  for (const sheet of [full.nominationSheet, full.reviewSheet])
    expect(sheet.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
})

test('a sheet is worth the sum of weight times share', () => {
  expect(pointsOf(aSheet, criteria)).toBe(81.5)
})

test('what is not on a sheet scores nothing, not the average (6.2)', () => {
  expect(pointsOf({ value_chain: 1 }, criteria)).toBe(25)
  expect(pointsOf({ ...evenSheet(1), charm: 1 }, criteria)).toBe(100)
})

test.each([
  { shares: [], total: 0, spread: 0 },
  { shares: [0.8], total: 80, spread: 0 },
  { shares: [0.7, 0.75, 0.8], total: 75, spread: 10 },
  { shares: [0.4, 0.85, 0.6], total: 61.67, spread: 45 },
  { shares: [0.4, 0.85, 0.6, 0.8], total: 75, spread: 25 },
  { shares: [0.4, 0.85, 0.6, 0.42], total: 47.33, spread: 20 },
  { shares: [0.4, 0.5, 0.6, 0.7], total: 50, spread: 20 },
])('sheets of $shares give $total points and lie $spread apart', ({ shares, total, spread }) => {
  expect(scored(...shares)).toMatchObject({ total, spread })
})

test('the minimum of each criterion applies to the mean, not to one sheet', () => {
  const low = { ...evenSheet(0.8), fit: 0.3 }
  expect(resultOf([low, evenSheet(0.8), evenSheet(0.8)], criteria).failing).toEqual([])
  expect(resultOf([low, low, low], criteria).failing.map(({ key }) => key)).toEqual(['fit'])
})

test('a share exactly at the minimum passes', () => {
  const atMinimum = Object.fromEntries(criteria.map(({ key, minimum }) => [key, minimum]))
  expect(resultOf([atMinimum], criteria).failing).toEqual([])
})

test('40 and 85 for one file call for a fourth sheet, and the three closest are the score (14.4, R13)', () => {
  const sheets = [0.4, 0.85, 0.8, 0.84].map((share) => evenSheet(share))
  const base = playTo(aNominatedBase(), { key: '1.9a', brings: { sheets } })
  expect(base.state().facts).toMatchObject({ score: 68.33 })
  play(base, { brings: { sheets }, answers: { '1.9a': 'fourth_scorer' }, until: () => base.open('1.8b') !== undefined })
  play(base, { brings: { sheets }, until: () => base.open('1.9a') !== undefined })
  expect([base.state().facts.score, base.state().facts.sheets.length]).toEqual([83, 4])
  play(base, { until: () => base.state().status === 'in_due_diligence' })
  expect(base.view().score).toBe(83)
  expect(base.state().status).toBe('in_due_diligence')
})

test('without the fourth sheet the same file would have failed', () => {
  expect(scored(0.4, 0.85, 0.8).total).toBeLessThan(full.settings.passMark)
})
