import { expect, test } from '@jest/globals'
import type { BaseCommand } from '../../domain/command.js'
import type { Role } from '../../domain/role.js'
import { toldOf, baseInWords } from '../../domain/why-base.js'
import { aBase, aNominatedBase, refusalOf, rules, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { someWords } from '../support/filling.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { wrongWith } from '../support/invariants.js'
import { play, playTo } from '../support/playing.js'

const raised = { type: 'raise', matter: 'ending', code: 'WDR', reason: someWords } as const satisfies BaseCommand
const takenBack = { type: 'take_back', matter: 'ending', code: 'GOV', reason: someWords } as const satisfies BaseCommand
const bad = { brings: { reviewSheet: evenReview(0.3) } }
const raise = (base: ABase, role: Role): void => {
  const code = role === 'LG' ? 'WDR' : 'FIN'
  expect(base.send({ ...raised, code }, { actor: holderOf(role, 8) }).ok).toBe(true)
}

test.each((['LG', 'PD'] as const).flatMap((by) => ['5.9b', 'R1', '5.10', '5.12a'].map((key) => ({ by, key }))))(
  'an ending raised by $by while $key of a red is open settles nothing: the red carried out ends the base (3.13)',
  (told) => {
    const base = playTo(aNominatedBase(), { key: told.key, ...bad, answers: asksRedress(told.key) })
    raise(base, told.by)
    // The board takes its time: notice, closing report and money are long over before it decides.
    play(base, { ...bad, leaves: told.key, until: () => base.events().some(isFundsSettled) })
    expect([base.events().some(isFundsSettled), base.state().closed]).toEqual([true, false])
    expect(play(base, { ...bad, until: () => base.state().closed })).toBe(true)
    expect(base.state()).toMatchObject({ status: 'red', closed: true })
  },
)

/** A red is contested where the admission of redress is what is left open. */
const asksRedress = (key: string) => (key === 'R1' ? { R0: 'request' } : {})

const isFundsSettled = (event: { readonly type: string; readonly key?: unknown }): boolean =>
  event.type === 'step_closed' && event.key === '3.13m'

test('an ending that the place raised while a year was examined waits for its colour, and settles by it where that is no red', () => {
  const base = playTo(aNominatedBase(), { key: '5.2b' })
  raise(base, 'LG')
  play(base, { leaves: '5.8', until: () => base.events().some(isFundsSettled) && base.openKeys().join() === '5.8' })
  expect(base.state()).toMatchObject({ closed: false, status: 'active_green' })
  playTo(base, { key: '5.9a' })
  expect(base.state().closed).toBe(false)
  play(base, { until: () => base.state().closed })
  expect(base.state()).toMatchObject({ closed: true, status: 'ended_by_agreement', code: 'WDR' })
  expect(base.state().facts.reviews.map(({ colour }) => colour)).toEqual(['green'])
})

test('an ending that waits says for what it waits: the review that is open, then a red that stands (3.13)', () => {
  const resting = (base: ABase) => toldOf(base.state(), rules).resting.map(({ en }) => en)
  const inReview = playTo(aNominatedBase(), { key: '5.2b' })
  raise(inReview, 'LG')
  expect(resting(inReview)).toEqual([])
  play(inReview, {
    leaves: '5.8',
    until: (base) => base.events().some(isFundsSettled) && base.openKeys().join() === '5.8',
  })
  expect(resting(inReview)).toEqual([expect.stringContaining('that review is concluded first')])
  expect(baseInWords(inReview.state(), { ...rules, now: inReview.now() })).toContain('The ending waits')
  const red = playTo(aNominatedBase(), { key: '5.12a', ...bad })
  raise(red, 'PD')
  play(red, { ...bad, leaves: '5.12a', until: () => red.events().some(isFundsSettled) })
  expect(resting(red)).toEqual([expect.stringContaining('a red stands')])
})

test('an ending that the programme raised, or the place before the review began, waits for no colour that is not red', () => {
  const inReview = playTo(aNominatedBase(), { key: '5.2b' })
  raise(inReview, 'PD')
  const before = aNominatedBase()
  play(before, { until: () => before.open('5.1') !== undefined })
  raise(before, 'LG')
  for (const [base, leaves] of [[inReview, '5.8'] as const, [before, '5.2a'] as const]) {
    play(base, { leaves, until: () => base.state().closed })
    expect(base.state()).toMatchObject({ status: 'ended_by_agreement', closed: true })
  }
})

test('where redress takes the red away, the ending that waited for it settles', () => {
  const base = playTo(aNominatedBase(), { key: 'R0', ...bad })
  raise(base, 'LG')
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  for (const number of [11, 12]) act(base, { key: 'R2', option: 'uphold', number })
  play(base, { ...bad, leaves: '5.8r', until: () => base.events().some(isFundsSettled) })
  for (const number of [13, 14]) act(base, { key: '5.8r', option: 'yellow', number })
  expect(base.state().closed).toBe(false)
  for (const number of [15, 16]) act(base, { key: '5.9r', option: 'confirm', number })
  expect(base.state()).toMatchObject({ status: 'ended_by_agreement', closed: true })
})

test('a base that ended by agreement beside a red is noticed', () => {
  const base = playTo(aNominatedBase(), { key: '5.12a', ...bad })
  const { slot: _, ...facts } = base.state().facts
  const ended = { ...base.state(), facts, status: 'ended_by_agreement', closed: true } as const
  const { stage: __, ...left } = ended
  expect(wrongWith(aBase({ from: { state: left, now: base.now() } }))).toEqual(['ended by agreement beside a red'])
})

test.each(['LG', 'PD'] as const)('whoever raised an ending takes it back until it is settled, here %s (3.13)', (by) => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  raise(base, by)
  play(base, { leaves: '5.2a', until: () => base.open('3.13m') !== undefined })
  const other = by === 'LG' ? 'PD' : 'LG'
  expect(refusalOf(base.send(takenBack, { actor: holderOf(other) })).code).toBe('not_your_role')
  const { reason: _, ...wordless } = takenBack
  expect(refusalOf(base.send(wordless, { actor: holderOf(by), isWordless: true })).code).toBe('text_required')
  expect(base.send(takenBack, { actor: holderOf(by) }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['5.2a'])
  expect(refusalOf(base.send(takenBack, { actor: holderOf(by) })).code).toBe('matter_not_open')
  // The review goes on, and a new ending begins with a notice of its own.
  raise(base, by)
  expect(stepOf(base, '3.13k').openedAt).toBe(base.now())
  play(base, { until: () => base.state().facts.reviews.length === 1 })
  expect(base.state().facts.reviews).toMatchObject([{ colour: 'green' }])
})

test('an ending that waits for a red is taken back as well, and the red goes its way', () => {
  const base = playTo(aNominatedBase(), { key: '5.12a', ...bad })
  raise(base, 'LG')
  play(base, { leaves: '5.12a', until: () => base.events().some(isFundsSettled) })
  expect(base.send(takenBack, { actor: holderOf('LG') }).ok).toBe(true)
  play(base, { until: () => base.state().closed })
  expect(base.state()).toMatchObject({ status: 'red' })
})
