import { expect, test } from '@jest/globals'
import { aNominatedBase } from '../support/a-base.js'
import { stepOf } from '../support/acting.js'
import { play, playTo } from '../support/playing.js'

test("China's holiday week stretches the partner's deadline and not the programme's, though both opened together (14.9, 8.5)", () => {
  const base = playTo(aNominatedBase({ now: '2026-09-21T15:00:00.000Z' }), { key: '1.7', leaves: '1.7' })
  const [partner, programme] = [stepOf(base, '1.7'), stepOf(base, '1.8')]
  expect(partner.openedAt).toBe(programme.openedAt)
  expect(partner.openedAt).toBe('2026-09-21T15:00:00.000Z')
  // 30 working days from 22 September: without 25 September and 1, 2, 5, 6, 7 October, with 10 October worked instead.
  expect(partner.dueAt).toBe('2026-11-09T16:00:00.000Z')
  // 20 working days from 22 September: without Columbus Day on 12 October alone.
  expect(programme.dueAt).toBe('2026-10-21T04:00:00.000Z')
})

test("a holiday of the programme alone does not move the partner's date (14.9, 8.5)", () => {
  const base = playTo(aNominatedBase({ now: '2026-11-10T15:00:00.000Z' }), { key: '1.7', leaves: '1.7' })
  // Veterans Day and Thanksgiving move the programme's 20 days, and nobody's 30 in Shanghai.
  expect([stepOf(base, '1.7').dueAt, stepOf(base, '1.8').dueAt]).toEqual([
    '2026-12-22T16:00:00.000Z',
    '2026-12-11T05:00:00.000Z',
  ])
  expect(play(base, { until: () => base.open('1.8') !== undefined })).toBe(true)
})
