import { expect, test } from '@jest/globals'
import { diligenceScore, recommendable } from '../../domain/diligence.js'
import { full } from '../../domain/gicc/full.js'
import { aNominatedBase } from '../support/a-base.js'
import { playTo } from '../support/playing.js'

const keys = Object.keys(full.streams)
const limits = full.settings.recommends
/** Ratings written short, a letter for each work-stream in order. */
const rated = (letters: string) => Object.fromEntries(keys.map((key, index) => [key, letters[index] ?? 'D']))
const scoreOf = (letters: string): number => diligenceScore(rated(letters), full.streams)
const openTo = (letters: string): string => recommendable(rated(letters), { score: scoreOf(letters), limits }).join(' ')

test('the seven work-streams share out a hundred points', () => {
  expect([keys.length, Object.values(full.streams).reduce((sum, weight) => sum + weight, 0)]).toEqual([7, 100])
})

test.each([
  ['AAAAAAA', 100],
  ['BBBBBBB', 75],
  ['CCCCCCC', 50],
  ['DDDDDDD', 0],
  ['AAAAAAD', 95],
  ['ABCBABC', 76.25],
])('ratings %s give %d points', (letters, score) => {
  expect(scoreOf(letters)).toBe(score)
})

test('a work-stream without a rating counts like a D', () => {
  expect(diligenceScore({}, full.streams)).toBe(0)
})

const never = 'defer not_recommend'
const onlyWithConditions = `recommend_with_conditions ${never}`
const all = `recommend ${onlyWithConditions}`
test.each([
  { letters: 'AAAAAAA', options: all, because: 'everything is in order' },
  { letters: 'BBBBBBB', options: all, because: '75 is above 70' },
  { letters: 'BBBBBBC', options: all, because: 'a C elsewhere is no condition' },
  { letters: 'CAAAAAA', options: onlyWithConditions, because: 'a C in legal calls for conditions' },
  { letters: 'AAAACAA', options: onlyWithConditions, because: 'a C in integrity calls for conditions' },
  { letters: 'BCCCBBB', options: onlyWithConditions, because: '62.5 lies between 60 and 70' },
  { letters: 'CCCCCCB', options: never, because: '51.25 is below 60' },
  { letters: 'AAAAAAD', options: never, because: 'any D is not recommended (R12)' },
])('$letters leave $options open: $because', ({ letters, options }) => {
  expect(openTo(letters)).toBe(options)
})

test.each([
  { score: 69.99, options: onlyWithConditions },
  { score: 70, options: all },
  { score: 60, options: onlyWithConditions },
  { score: 59.99, options: never },
])('$score points leave $options open', ({ score, options }) => {
  expect(recommendable(rated('BBBBBBB'), { score, limits }).join(' ')).toBe(options)
})

test('the score of due diligence is made when the report is submitted', () => {
  const base = playTo(aNominatedBase(), { key: '2.8', answers: { '2.3c': 'B', '2.3g': 'C' } })
  expect(base.state().facts.diligence).toBe(92.5)
  expect(base.state().facts.ratings).toEqual(rated('AABAAAC'))
})
