import { expect, test } from '@jest/globals'
import type { ReviewSummary } from '../../domain/base-facts.js'
import { calledFor } from '../../domain/review.js'
import { full } from '../../domain/gicc/full.js'
import { resultOf } from '../../domain/score.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'
import { defined } from '../../domain/values/defined.js'

/** Plays the next yearly review to its end. */
const reviewed = (base: ABase, { share, answers }: { share: number; answers?: Record<string, string> }): ABase => {
  const reviews = base.state().facts.reviews.length
  const brings = { reviewSheet: evenReview(share) }
  play(base, {
    until: () => base.state().facts.reviews.length > reviews,
    brings,
    ...defined({ answers }),
  })
  return base
}
const suspendedAndLifted = { '5.8': 'suspend', '5.8s': 'lift' }
const consequences = ['R0', '5.11a', '5.11b', '5.11c', '5.12a']
const openedSince = (base: ABase, from: number) =>
  base
    .events()
    .slice(from)
    .flatMap((event) => (event.type === 'step_opened' && consequences.includes(event.key) ? [event.key] : []))

test('a yellow base whose suspension is lifted stays yellow, and nothing of the yellow starts anew (5.11, R10)', () => {
  const base = reviewed(aNominatedBase(), { share: 0.6, answers: { '5.8': 'yellow' } })
  reviewed(base, { share: 0.85, answers: suspendedAndLifted })
  expect(base.state()).toMatchObject({ status: 'active_yellow', colour: 'yellow' })
  const lifted = base.events().length
  playTo(base, { key: '5.1' })
  expect(openedSince(base, lifted)).toEqual([])
})

const lastTerm = (): ABase => {
  const base = reviewed(aNominatedBase(), { share: 0.45, answers: { '5.8': 'red_proposal' } })
  const granted = play(base, {
    until: () => base.state().facts.lastTermUsed && base.state().status === 'active_yellow',
    answers: { '5.12a': 'last_term' },
    leaves: '5.2a',
  })
  expect(granted).toBe(true)
  return base
}

test('a last term stands in the history as the yellow it gives, so the next review goes to see the base (5.5, R1)', () => {
  const base = lastTerm()
  expect(base.state()).toMatchObject({ status: 'active_yellow', colour: 'yellow' })
  expect(base.state().facts.reviews).toMatchObject([{ colour: 'yellow', total: 45, lastTerm: true }])
  playTo(base, { key: '5.5a' })
  expect(refusalOf(act(base, { key: '5.5a', option: 'desk_only' })).code).toBe('finding_stands_against')
})

test('after a last term the board is not asked to withdraw again because a suspension was lifted (5.12)', () => {
  const base = reviewed(lastTerm(), { share: 0.85, answers: suspendedAndLifted })
  expect(base.state().status).toBe('active_yellow')
  const lifted = base.events().length
  playTo(base, { key: '5.1' })
  expect(openedSince(base, lifted)).toEqual([])
})

test('a further insufficient year after a last term is red (6.5, R1)', () => {
  const base = playTo(lastTerm(), { key: '5.8', brings: { reviewSheet: evenReview(0.6) } })
  expect(refusalOf(act(base, { key: '5.8', option: 'green_with_advice' }))).toMatchObject({
    detail: { allowed: ['red_proposal', 'yellow', 'suspend'] },
  })
})

test('a last term that was revoked is taken back whole: the red stands, and the board may grant one (R17)', () => {
  const base = lastTerm()
  expect(base.send({ type: 'revoke', step: '5.12a.1', code: 'DAT' }, { actor: holderOf('CO', 9) }).ok).toBe(true)
  expect(base.state()).toMatchObject({ status: 'active_green', colour: 'red' })
  expect(base.state().facts.reviews).toMatchObject([{ colour: 'red' }])
  expect(act(base, { key: '5.12a', option: 'last_term', number: 21 }).ok).toBe(true)
})

test('a base an extraordinary review made yellow is yellow again when its suspension is lifted (5.13, R2)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'extraordinary_review', code: 'COM' }, { actor: holderOf('CO', 1) })
  const until = () => base.state().status === 'active_yellow'
  expect(
    play(base, { until, leaves: '5.2a', brings: { reviewSheet: evenReview(0.6) }, answers: { '5.13c': 'yellow' } }),
  ).toBe(true)
  reviewed(base, { share: 0.85, answers: suspendedAndLifted })
  expect(base.state()).toMatchObject({ status: 'active_yellow', colour: 'yellow' })
})

const year = (colour: ReviewSummary['colour'], lifted?: true): ReviewSummary => ({
  year: 2030,
  colour,
  total: 60,
  ...defined({ lifted }),
})
test.each([
  {
    after: 'a yellow and two lifted years',
    past: [year('yellow'), year('yellow', true), year('yellow', true)],
    option: 'red_proposal',
  },
  {
    after: 'a yellow, a lifted year and a green',
    past: [year('yellow'), year('yellow', true), year('green')],
    option: 'yellow',
  },
  { after: 'a green and a lifted year', past: [year('green'), year('green', true)], option: 'yellow' },
])('60 points after $after call for $option: a lifted year finds and repairs nothing (R10)', ({ past, option }) => {
  const result = resultOf([evenReview(0.6)], full.reviewSheet)
  const found = { reportMissing: false, integrityBreach: false, planMissing: false, lateFundsMonths: 0, findings: 0 }
  const { colours: limits } = full.settings
  expect(calledFor({ ...found, limits, result, past })).toBe(option)
})
