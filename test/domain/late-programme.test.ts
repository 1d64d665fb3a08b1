import { expect, test } from '@jest/globals'
import { entryInWords } from '../../api/views/entry-in-words.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

/** Lets the clock do what is due next. */
const ring = (base: ABase): void => {
  base.turnTo(base.nextDueAt() ?? '')
  base.send({ type: 'tick' })
}

test('E6: what compliance has not decided in ten working days, the board may decide, and nobody who leads the programme', () => {
  const base = playTo(aNominatedBase(), { key: '1.6a' })
  expect(act(base, { key: '1.6a', option: 'match' }).ok).toBe(true)
  const { dueAt } = stepOf(base, '1.6c')
  while (base.open('1.6c')?.standIn === undefined) ring(base)
  expect([base.now(), base.open('1.6c')?.standIn]).toEqual([dueAt, 'BD'])
  const cleared = (role: 'PD' | 'BD') =>
    base.send(decisionOn(base, { step: stepOf(base, '1.6c'), option: 'clear' }), { actor: holderOf(role) })
  expect(cleared('PD').ok).toBe(false)
  expect(cleared('BD').ok).toBe(true)
})

test('R3: the programme’s own late signature puts no base on hold; it is told until somebody signs (3.11a)', () => {
  const base = playTo(aNominatedBase(), { key: '3.11a' })
  expect(act(base, { key: '3.11b', option: 'signed_in_ceremony' }).ok).toBe(true)
  for (let times = 0; times < 9; times += 1) ring(base)
  const told = base.events().flatMap((event) => (event.type === 'escalated' ? [[event.key, ...event.tells]] : []))
  expect(told.slice(-2)).toEqual([
    ['3.11a', 'LG', 'HG', 'PM', 'CH'],
    ['3.11a', 'LG', 'HG', 'PM', 'CH'],
  ])
  expect(base.state()).toMatchObject({ closed: false })
  expect(base.state().heldAt).toBeUndefined()
})

const yellow = evenReview(0.6)
const givesYellow = { '5.8': 'yellow' }
const red = evenReview(0.3)

/** Plays on without whoever has to act on a step, until a review more is concluded. */
const yearWithout = (base: ABase, { leaves, sheet }: { leaves: string; sheet: typeof red }): ABase => {
  const before = base.state().facts.reviews.length
  const until = () => base.state().facts.reviews.length > before
  while (!play(base, { leaves, brings: { reviewSheet: sheet }, answers: sheet === yellow ? givesYellow : {}, until }))
    ring(base)
  return base
}

const lastReview = (base: ABase) => base.state().facts.reviews.at(-1)

test('R3: a year that the panel never judges is recorded as not assessed, leaves the base as it stood, and the next one opens', () => {
  const base = yearWithout(playTo(aNominatedBase(), { key: '5.8' }), { leaves: '5.8', sheet: red })
  expect(lastReview(base)).toMatchObject({ year: 2028, colour: 'green', unassessed: true, code: 'LAT' })
  expect(base.now() > '2028-12-31').toBe(true)
  // The record says so too, and not that a review was concluded.
  const concluded = base.events().filter(({ type }) => type === 'review_concluded')
  const saysOf = (payload: (typeof concluded)[number]) =>
    entryInWords({ type: 'review_concluded', payload, withheld: false }).en
  expect(concluded.map(saysOf).at(-1)).toBe('Yearly review ended: not assessed')
  expect(base.events()).toContainEqual({ type: 'let_lie', part: 'year', steps: ['5.8.1'] })
  expect([base.state().status, base.state().stage?.year, base.openKeys()]).toEqual(['active_green', 2029, ['5.1']])
  // Nobody gains by it either: what the next panel finds is not softened by a year that found nothing.
  expect(lastReview(yearWithout(base, { leaves: '', sheet: red }))).toMatchObject({ year: 2029, colour: 'red' })
})

test('R3: whoever handed in no report in a year that nobody judged is in the next one where a yellow would have left it', () => {
  const begun = playTo(aNominatedBase(), { key: '5.2a' })
  const silent = yearWithout(playTo(begun, { key: '5.8', silent: 'partner' }), { leaves: '5.8', sheet: yellow })
  const reported = yearWithout(playTo(aNominatedBase(), { key: '5.8' }), { leaves: '5.8', sheet: yellow })
  const next = [silent, reported].map((base) => lastReview(yearWithout(base, { leaves: '', sheet: yellow }))?.called)
  expect(next).toEqual(['red_proposal', 'yellow'])
})

test('R3: a red that the board lets lie holds no panel back: the base keeps its name, and a further bad year is red', () => {
  const lying = () => playTo(aNominatedBase(), { key: '5.12a', brings: { reviewSheet: red } })
  const again = yearWithout(lying(), { leaves: '5.12a', sheet: yellow })
  expect(again.events()).toContainEqual({ type: 'let_lie', part: 'left_over', steps: ['5.12a.1'] })
  expect(lastReview(again)).toMatchObject({ year: 2029, called: 'red_proposal' })
  const better = yearWithout(lying(), { leaves: '5.12a', sheet: evenReview(0.8) })
  expect([lastReview(better)?.colour, better.state().status]).toEqual(['green', 'active_green'])
})

test('R3: a colour whose redress the programme lets lie counts for nothing against the next one', () => {
  const contested = playTo(aNominatedBase(), {
    key: 'R1',
    brings: { reviewSheet: yellow },
    answers: { R0: 'request', ...givesYellow },
  })
  const next = yearWithout(contested, { leaves: 'R1', sheet: yellow })
  expect(lastReview(next)).toMatchObject({ year: 2029, called: 'yellow', formerContested: true })
  const begun = playTo(aNominatedBase(), { key: 'R0', brings: { reviewSheet: yellow }, answers: givesYellow })
  const accepted = yearWithout(begun, { leaves: '5.11b', sheet: yellow })
  expect(lastReview(accepted)).toMatchObject({ year: 2029, called: 'red_proposal' })
})

test('R3: a yellow whose redress the programme lets lie bars no renewal from then on, and until then it does', () => {
  const base = playTo(aNominatedBase(), {
    key: 'R1',
    brings: { reviewSheet: yellow },
    answers: { R0: 'request', ...givesYellow },
  })
  while (!play(base, { leaves: 'R1', until: () => base.open('3.13f') !== undefined })) ring(base)
  const agreed = () => act(base, { key: '3.13f', option: 'agree' })
  expect(agreed()).toMatchObject({ ok: false, refusal: { code: 'finding_stands_against' } })
  while (base.open('R1') !== undefined) ring(base)
  expect(base.events()).toContainEqual({ type: 'let_lie', part: 'left_over', steps: ['R1.1'] })
  expect(agreed().ok).toBe(true)
})

test('R3: a year that the programme judges in time is judged, however long the place says nothing: its own lateness alone is let lie', () => {
  const years = 3
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  play(base, { until: () => base.state().facts.reviews.length >= years, silent: 'partner' })
  expect(base.events().filter(({ type }) => type === 'let_lie')).toEqual([])
  expect(base.state().facts.reviews.length > 0 || base.state().closed).toBe(true)
  expect(base.state().facts.reviews.filter(({ colour }) => colour === undefined)).toEqual([])
})
