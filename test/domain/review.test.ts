import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { reviewGround } from '../../domain/judge/review-ground.js'
import { light } from '../../domain/gicc/light.js'
import { calledFor, colourOf, supportedColours, type ReviewGround } from '../../domain/review.js'
import { resultOf } from '../../domain/score.js'
import type { ReviewSummary } from '../../domain/base-facts.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview } from '../support/an-example.js'
import { play, playTo, waitOut } from '../support/playing.js'

const year = (colour: ReviewSummary['colour'], total: number): ReviewSummary => ({ year: 2030, colour, total })
const ground = (share: number, change: Partial<ReviewGround> & { readonly areas?: object } = {}): ReviewGround => {
  const { areas = {}, ...rest } = change
  return {
    result: resultOf([{ ...evenReview(share), ...areas }], full.reviewSheet),
    reportMissing: false,
    integrityBreach: false,
    planMissing: false,
    lateFundsMonths: 0,
    findings: 0,
    limits: full.settings.colours,
    past: [],
    ...rest,
  }
}
const twoLow = { area_talent: 0.39, area_branding: 0.39 }

test.each([
  { what: '80 points', of: ground(0.8), option: 'green' },
  { what: '70 points', of: ground(0.7), option: 'green' },
  { what: '49.9 points', of: ground(0.499), option: 'red_proposal' },
  { what: '50 points', of: ground(0.5), option: 'yellow' },
  { what: '64 points', of: ground(0.64), option: 'yellow' },
  { what: '66 points in a first year', of: ground(0.66), option: 'yellow' },
  { what: '66 points after 60', of: ground(0.66, { past: [year('green', 60)] }), option: 'green_with_advice' },
  { what: '66 points after 68', of: ground(0.66, { past: [year('green', 68)] }), option: 'yellow' },
  { what: 'one area below 40 %', of: ground(0.85, { areas: { area_talent: 0.39 } }), option: 'green_with_advice' },
  { what: 'one area at 40 %', of: ground(0.85, { areas: { area_talent: 0.4 } }), option: 'green' },
  { what: 'two areas below 40 %', of: ground(0.85, { areas: twoLow }), option: 'yellow' },
  { what: 'an area at zero', of: ground(0.9, { areas: { area_talent: 0 } }), option: 'yellow' },
  { what: 'funds seven months late', of: ground(0.9, { lateFundsMonths: 7 }), option: 'yellow' },
  { what: 'funds six months late', of: ground(0.85, { lateFundsMonths: 6 }), option: 'green' },
  { what: 'no report', of: ground(0, { reportMissing: true }), option: 'red_proposal' },
  { what: 'no plan after a yellow, with 95 points', of: ground(0.95, { planMissing: true }), option: 'red_proposal' },
  { what: 'an integrity breach with 95 points', of: ground(0.95, { integrityBreach: true }), option: 'red_proposal' },
])('$what calls for $option, the worst test first (R11)', ({ of, option }) => {
  expect(calledFor(of)).toBe(option)
})

test.each([
  { what: 'the year before', past: [year('yellow', 60)], option: 'red_proposal' },
  {
    what: 'two years before, with a green between',
    past: [year('yellow', 60), year('green', 80)],
    option: 'red_proposal',
  },
  { what: 'three years before', past: [year('yellow', 60), year('green', 80), year('green', 80)], option: 'yellow' },
])('a yellow after a yellow $what calls for $option', ({ past, option }) => {
  expect(calledFor(ground(0.6, { past }))).toBe(option)
})

test('a yellow that was repaired is green again', () => {
  expect(calledFor(ground(0.8, { past: [year('yellow', 60)] }))).toBe('green')
})

test.each([
  { past: [year('green', 90)], findings: 0, share: 0.9, option: 'role_model' },
  { past: [year('green', 89.9)], findings: 0, share: 0.9, option: 'green' },
  { past: [year('green', 90)], findings: 1, share: 0.9, option: 'green' },
  { past: [year('green', 90)], findings: 0, share: 0.899, option: 'green' },
  { past: [], findings: 0, share: 0.95, option: 'green' },
])('$share after $past with $findings findings is $option', ({ past, findings, share, option }) => {
  expect(calledFor(ground(share, { past, findings }))).toBe(option)
})

test.each([
  { of: ground(0.45), options: ['red_proposal', 'yellow', 'suspend'] },
  { of: ground(0.6), options: ['red_proposal', 'yellow', 'green_with_advice', 'suspend'] },
  { of: ground(0.8), options: ['green_with_advice', 'green', 'suspend'] },
  { of: ground(0.95, { past: [year('green', 95)] }), options: ['green', 'role_model', 'suspend'] },
])('the panel may go one step from what is called for, never up to role model: $options', ({ of, options }) => {
  expect(supportedColours(of)).toEqual(options)
})

test('a lifted suspension leaves the colour as it was', () => {
  expect([colourOf('lift', 'yellow'), colourOf('green', 'yellow')]).toEqual(['yellow', 'green'])
})

test('two years of ninety points make a role model, by the board', () => {
  const base = aNominatedBase()
  const brings = { reviewSheet: evenReview(0.92) }
  play(base, { brings, until: () => base.state().facts.reviews.length === 1 })
  play(base, { brings, answers: { '5.8': 'role_model' }, until: () => base.state().facts.reviews.length === 2 })
  expect(base.state()).toMatchObject({ status: 'active_role_model', colour: 'role_model' })
  const boards = base.events().filter((event) => event.type === 'step_closed' && event.key === '5.9b')
  expect(boards.length).toBe(1)
})

/** A base that its second review made a role model, after so many further reviews of these colours. */
const afterTitle = (colours: readonly string[], procedure = full) => {
  const base = aNominatedBase({ procedure })
  const shares: Readonly<Record<string, number>> = { yellow: 0.6, green_with_advice: 0.75 }
  for (const [index, colour] of ['green', 'role_model', ...colours].entries())
    play(base, {
      answers: { '5.8': colour },
      brings: { reviewSheet: evenReview(shares[colour] ?? 0.92) },
      until: () => base.state().facts.reviews.length === index + 1,
    })
  return base
}

test.each([
  { colours: ['green'], status: 'active_role_model' },
  { colours: ['green_with_advice'], status: 'active_role_model' },
  { colours: ['green', 'green'], status: 'active_green' },
  { colours: ['role_model', 'green'], status: 'active_role_model' },
  { colours: ['yellow'], status: 'active_yellow' },
  { colours: ['yellow', 'green'], status: 'active_green' },
])('a role model whose next reviews are $colours is $status: the title is for two years (11)', (told) => {
  const base = afterTitle(told.colours)
  expect(base.state()).toMatchObject({ status: told.status, colour: told.colours.at(-1) })
})

test.each([
  { colours: ['green', 'green'], status: 'active_role_model' },
  { colours: ['green', 'green', 'green'], status: 'active_green' },
  { colours: ['yellow', 'green'], status: 'active_green' },
])('under a version that gives the title for three years, $colours leave it $status', ({ colours, status }) => {
  const { settings } = full
  const longer = {
    ...full,
    settings: { ...settings, colours: { ...settings.colours, titleYears: 3 } },
  }
  expect(afterTitle(colours, longer).state()).toMatchObject({ status })
})

test('a role model keeps the title where its adverse colour is decided again after redress (11, R14)', () => {
  const base = afterTitle(['yellow'])
  act(playTo(base, { key: 'R0' }), { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  for (const number of [1, 2]) act(base, { key: 'R2', option: 'uphold', number })
  playTo(base, { key: '5.9r', answers: { '5.8r': 'green' } })
  play(base, { until: () => base.open('5.9r') === undefined })
  expect(base.state()).toMatchObject({ status: 'active_role_model', colour: 'green' })
})

test.each([
  { reviews: 0, desk: true },
  { reviews: 1, desk: true },
  { reviews: 2, desk: false },
  { reviews: 3, desk: true },
])('after $reviews reviews a desk review is enough: $desk', ({ reviews, desk }) => {
  const base = aNominatedBase()
  play(base, { until: () => base.state().facts.reviews.length === reviews && base.open('5.5a') !== undefined })
  play(base, { until: () => base.open('5.6') !== undefined })
  const visit = base.events().findLast((event) => event.type === 'step_closed' && event.key === '5.5a')
  expect(visit).toMatchObject({ option: desk ? 'desk_only' : 'visited' })
})

test('without a report the panel has no sheet before it, and green is not open to it (E3)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  waitOut(base, '5.2a')
  expect(refusalOf(act(base, { key: '5.8', option: 'green' }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['red_proposal', 'yellow', 'suspend'] },
  })
  expect(act(base, { key: '5.8', option: 'yellow' }).ok).toBe(true)
})

test.each([
  { examined: 'lift', confirms: '5.9a', status: 'active_green', colour: 'green' },
  { examined: 'red_proposal', confirms: '5.9b', status: 'suspended', colour: 'red' },
])('a suspended base whose examination says $examined is $status once $confirms has confirmed', (told) => {
  const base = aNominatedBase()
  const answers = { '5.8': 'suspend', '5.8s': told.examined }
  playTo(base, { key: told.confirms, answers })
  expect(base.state().status).toBe('suspended')
  playTo(base, { key: '5.10', answers })
  expect(base.state()).toMatchObject({ status: told.status, colour: told.colour })
})

/** How the checks of a report went, from the check for completeness to the visit. */
const checksOf = (base: ABase): readonly string[] =>
  base
    .events()
    .flatMap((event) =>
      event.type === 'step_closed' && /^5\.[34]/.test(event.key) ? [`${event.key} ${event.option}`] : [],
    )

test.each([
  { procedure: full, confirmations: ['5.4a confirm', '5.4b confirm'] },
  { procedure: light, confirmations: ['5.4a confirm'] },
])('in $procedure.id a suspicion that does not hold leaves sample and confirmations to come (5.3, 5.4)', (told) => {
  const base = aNominatedBase({ procedure: told.procedure })
  playTo(base, { key: '5.5a', answers: { '5.3a': 'misstatement', '5.3c': 'unfounded' } })
  expect(checksOf(base)).toEqual(['5.3a misstatement', '5.3c unfounded', '5.3b sample_holds', ...told.confirmations])
})

test('a misstatement that is proven goes to the assessors without a sample (5.3)', () => {
  const base = playTo(aNominatedBase(), { key: '5.5a', answers: { '5.3a': 'misstatement', '5.3c': 'proven' } })
  expect(checksOf(base)).toEqual(['5.3a misstatement', '5.3c proven'])
})

test('a suspicion from the sample that does not hold brings the sample back once, and then the review goes on (R1)', () => {
  const base = playTo(aNominatedBase(), { key: '5.5a', answers: { '5.3b': 'misstatement', '5.3c': 'unfounded' } })
  const twice = ['5.3b misstatement', '5.3c unfounded', '5.3b misstatement', '5.3c unfounded']
  expect(checksOf(base).filter((check) => !check.startsWith('5.4'))).toEqual(['5.3a complete', ...twice])
})

test('what a step brings to the ground of a review is what the version of the base says it brings, and not that of today (8.8)', () => {
  const base = playTo(aNominatedBase(), { key: '5.8' })
  const sampled = full.steps['5.3b']
  if (sampled === undefined) throw new Error('5.3b is a step')
  const earlier = { ...full, steps: { ...full.steps, '5.3b': { ...sampled, brings: 'nothing' as const } } }
  expect(reviewGround(base.state(), full).findings).toBe(0)
  expect(reviewGround(base.state(), earlier).findings).toBeUndefined()
})
