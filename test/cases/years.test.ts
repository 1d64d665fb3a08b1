import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

/** A base whose first reviews gave these colours, standing before the panel of the next one. */
const afterYears = (...colours: readonly ('green' | 'yellow')[]): ABase => {
  const base = aNominatedBase()
  colours.forEach((colour, year) =>
    play(base, {
      answers: { '5.8': colour },
      brings: { reviewSheet: evenReview(colour === 'yellow' ? 0.6 : 0.8) },
      until: () => base.state().facts.reviews.length > year,
    }),
  )
  return base
}

test('an improvement plan may be returned once; the second time the director takes it (14.14, 5.11)', () => {
  const base = playTo(afterYears('yellow'), { key: '5.11b' })
  act(base, { key: '5.11b', option: 'return' })
  playTo(base, { key: '5.11b' })
  expect(base.open('5.11b')?.id).toBe('5.11b.2')
  expect(refusalOf(act(base, { key: '5.11b', option: 'return' }))).toMatchObject({
    code: 'option_used_up',
    detail: { limit: 1, allowed: ['accept'] },
  })
  expect(act(base, { key: '5.11b', option: 'accept' }).ok).toBe(true)
})

test('two yellows in three years are red, though a green lies between (14.16, R11)', () => {
  const base = afterYears('green', 'green', 'yellow', 'green')
  playTo(base, { key: '5.8', brings: { reviewSheet: evenReview(0.6) } })
  expect(refusalOf(act(base, { key: '5.8', option: 'green_with_advice' }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['red_proposal', 'yellow', 'suspend'] },
  })
  expect(act(base, { key: '5.8', option: 'red_proposal' }).ok).toBe(true)
})

test('with two greens between, a second yellow is only a yellow (14.16, R11)', () => {
  const base = afterYears('green', 'green', 'yellow', 'green', 'green')
  playTo(base, { key: '5.8', brings: { reviewSheet: evenReview(0.6) } })
  // The panel may go one step up from what the figures call for: from a yellow, not from a red.
  expect(act(base, { key: '5.8', option: 'green_with_advice' }).ok).toBe(true)
})
