import { expect, test } from '@jest/globals'
import type { Procedure } from '../../domain/procedure.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { play, playTo, waitOut } from '../support/playing.js'

/** Two members vote, each for another option, and nobody else comes before the date. */
const split = (base: ABase, { key, options }: { key: string; options: readonly [string, string] }): void => {
  options.forEach((option, index) => expect(act(base, { key, option, number: 21 + index }).ok).toBe(true))
  expect(waitOut(base, key)).toBe(true)
}
const closing = (base: ABase, key: string) =>
  base.events().findLast((event) => event.type === 'step_closed' && event.key === key)

const panels: readonly { share: number; years?: number; options: readonly [string, string]; result: string }[] = [
  { share: 0.85, options: ['green', 'green_with_advice'], result: 'green' },
  { share: 0.6, options: ['green_with_advice', 'red_proposal'], result: 'yellow' },
  { share: 0.45, options: ['yellow', 'suspend'], result: 'red_proposal' },
  { share: 0.95, years: 1, options: ['role_model', 'green'], result: 'role_model' },
]
test.each(panels)(
  'a panel of two minds, $options, on $share after $years years gives what the score calls for: $result (6.5, R14)',
  ({ share, years = 0, options, result }) => {
    const base = aNominatedBase()
    const brings = { reviewSheet: evenReview(share) }
    play(base, { brings, until: () => base.state().facts.reviews.length === years })
    playTo(base, { key: '5.8', brings })
    split(base, { key: '5.8', options })
    expect(closing(base, '5.8')).toMatchObject({ option: result })
  },
)

test('where nobody voted for what the score calls for, its reason code is that of the part which lost most (8.14)', () => {
  const base = playTo(aNominatedBase(), { key: '5.8', brings: { reviewSheet: evenReview(0.6) } })
  split(base, { key: '5.8', options: ['green_with_advice', 'red_proposal'] })
  expect(closing(base, '5.8')).toMatchObject({ option: 'yellow', code: 'PLN' })
})

const seconds: readonly { procedure: Procedure; share: number; first: string; result: string }[] = [
  { procedure: full, share: 0.6, first: 'red_proposal', result: 'yellow' },
  { procedure: full, share: 0.85, first: 'yellow', result: 'green_with_advice' },
  { procedure: light, share: 0.85, first: 'yellow', result: 'green_with_advice' },
]
test.each(seconds)(
  'other people of two minds come under $procedure.id to what $share called for: $result (R14)',
  ({ procedure, share, first, result }) => {
    const base = aNominatedBase({ procedure })
    const low = { ...evenReview(share), area_talent: 0.39 }
    const answers = { '5.8': first, R0: 'request', R1: 'admit', R2: 'uphold' }
    playTo(base, { key: '5.8r', answers, brings: { reviewSheet: low } })
    split(base, { key: '5.8r', options: ['green', 'red_proposal'] })
    expect(closing(base, '5.8r')).toMatchObject({ option: result })
  },
)

test('a motion of the board to end a stopped base that finds no majority is not carried (E6, R14)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO', 1) })
  act(base, { key: 'E6a', option: 'to_board', number: 2 })
  split(base, { key: 'E6b', options: ['end', 'lift'] })
  expect(closing(base, 'E6b')).toMatchObject({ option: 'lift' })
  expect(base.state()).toMatchObject({ status: 'active_green', closed: false })
})

test('an extraordinary review without a majority leaves the base where it stood (5.13, R14)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'extraordinary_review', code: 'COM' }, { actor: holderOf('CO', 1) })
  playTo(base, { key: '5.13c', leaves: '5.2a', brings: { reviewSheet: evenReview(0.6) } })
  split(base, { key: '5.13c', options: ['yellow', 'red_proposal'] })
  expect(closing(base, '5.13c')).toMatchObject({ option: 'keep' })
  expect([base.state().status, base.open('5.13d')]).toEqual(['active_green', undefined])
})
