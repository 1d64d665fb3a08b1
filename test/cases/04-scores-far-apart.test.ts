import { expect, test } from '@jest/globals'
import type { ScoreSheet } from '../../domain/values/score-sheet.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenSheet } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

/** Three experts have scored one file, each the same share of every criterion. */
const scored = (...sheets: readonly ScoreSheet[]): ABase =>
  playTo(aNominatedBase(), { key: '1.9a', brings: { sheets } })

/** A fourth expert scores; the mean is accepted and locked. */
const withFourth = (base: ABase, sheet: ScoreSheet): ABase => {
  act(base, { key: '1.9a', option: 'fourth_scorer' })
  act(base, { key: '1.8b', option: 'score', brings: { sheets: [sheet] } })
  return playTo(base, { key: '1.10' })
}

const far = () => scored(evenSheet(0.4), evenSheet(0.85), evenSheet(0.8))

test('40 and 85 for one file: their mean is refused, and a fourth expert must score (14.4, R13)', () => {
  const refusal = refusalOf(act(far(), { key: '1.9a', option: 'accept_mean' }))
  expect(refusal).toMatchObject({ code: 'spread_too_wide', detail: { spread: 45, limit: 20 } })
})

test('the three closest of four sheets are the score, and the one that lies apart counts no more (14.4, R13)', () => {
  expect(withFourth(far(), evenSheet(0.84)).state().facts.score).toBe(83)
  expect(withFourth(far(), evenSheet(0.5)).state().facts.score).toBe(71.67)
})

test('the minimum of each criterion applies to the mean of those three, not to a single sheet (14.4, R13)', () => {
  const weak = { ...evenSheet(0.84), value_chain: 0.3 }
  const carried = withFourth(far(), weak)
  expect(act(carried, { key: '1.10', option: 'advance' }).ok).toBe(true)
  const low = (share: number): ScoreSheet => ({ ...evenSheet(share), value_chain: 0.45 })
  const failing = withFourth(scored(evenSheet(0.4), low(0.85), low(0.88)), low(0.9))
  const refusal = refusalOf(act(failing, { key: '1.10', option: 'advance' }))
  expect(refusal).toMatchObject({ code: 'below_pass_mark', detail: { criteria: ['value_chain'] } })
})

test('sheets twenty points apart need no fourth, and none may be called for (14.4, R13)', () => {
  const near = scored(evenSheet(0.7), evenSheet(0.8), evenSheet(0.9))
  expect(refusalOf(act(near, { key: '1.9a', option: 'fourth_scorer' })).code).toBe('finding_stands_against')
  expect(act(near, { key: '1.9a', option: 'accept_mean' }).ok).toBe(true)
})

test('the fourth sheet is a fourth person: none of the first three hands it in (14.4, SD2)', () => {
  const base = far()
  act(base, { key: '1.9a', option: 'fourth_scorer' })
  const again = act(base, { key: '1.8b', option: 'score', number: 2 })
  expect(refusalOf(again)).toMatchObject({ code: 'separation_of_duties', detail: { rule: 'SD2', other: '1.8' } })
  expect(act(base, { key: '1.8b', option: 'score', number: 4 }).ok).toBe(true)
})

test('a fourth sheet is called for once (14.4, R13)', () => {
  const base = far()
  act(base, { key: '1.9a', option: 'fourth_scorer' })
  act(base, { key: '1.8b', option: 'score', brings: { sheets: [evenSheet(0.5)] } })
  play(base, { until: () => base.open('1.9a') !== undefined })
  expect(act(base, { key: '1.9a', option: 'fourth_scorer' }).ok).toBe(false)
})
