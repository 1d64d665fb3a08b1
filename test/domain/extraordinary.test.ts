import { expect, test } from '@jest/globals'
import type { StepKey } from '../../domain/values/step-key.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { openSteps, type StepState } from '../../domain/state.js'
import { play, playTo, type Answers } from '../support/playing.js'

/** While the first report is awaited somebody raises a review at once, and the director opens it. */
const opened = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'extraordinary_review', code: 'COM' }, { actor: holderOf('CO', 1) })
  act(base, { key: '5.13a', option: 'open' })
  return base
}

/** Played on, with the report of the year left waiting, until a step of the review is open. */
const upTo = (key: StepKey, { share = 0.6, answers = {} }: { share?: number; answers?: Answers } = {}): ABase =>
  playTo(opened(), { key, leaves: '5.2a', brings: { reviewSheet: evenReview(share) }, answers })

const voted = (base: ABase, { key, option }: { key: StepKey; option: string }): void => {
  for (const number of [1, 2]) act(base, { key, option, number })
}

/** Confirmed, and the time for redress accepted. */
const yellow = (): ABase => {
  const base = upTo('5.13c')
  voted(base, { key: '5.13c', option: 'yellow' })
  voted(base, { key: '5.13d', option: 'confirm' })
  act(base, { key: 'R0', option: 'accept' })
  return base
}

const history = (base: ABase) => base.state().facts.extraordinary ?? []
/** The next panel of the year, and what the year's own figures would be. */
const atPanel = (base: ABase, share: number): ABase =>
  playTo(base, { key: '5.8', brings: { reviewSheet: evenReview(share) } })
const offered = (base: ABase, option: string) => refusalOf(act(base, { key: '5.8', option }))

test('two see the place, two score it and the body is heard before the panel decides (5.13)', () => {
  const base = opened()
  expect(base.openKeys()).toEqual(['5.2a', '5.13b'])
  act(base, { key: '5.13b', option: 'reported', number: 9 })
  expect(refusalOf(act(base, { key: '5.13e', option: 'agree', number: 9 }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'SD2' },
  })
  act(base, { key: '5.13e', option: 'agree', number: 8 })
  expect(base.openKeys()).toEqual(['5.2a', '5.13f', '5.13g'])
  act(base, { key: '5.13g', option: 'heard' })
  expect(base.open('5.13c')).toBeUndefined()
  for (const number of [6, 7])
    act(base, { key: '5.13f', option: 'score', number, brings: { reviewSheet: evenReview(0.6) } })
  expect(base.openKeys()).toEqual(['5.2a', '5.13c'])
})

test('who does not come to the hearing loses the hearing and not the case (R3)', () => {
  const base = upTo('5.13f')
  for (const number of [6, 7])
    act(base, { key: '5.13f', option: 'score', number, brings: { reviewSheet: evenReview(0.6) } })
  while (base.open('5.13g') !== undefined) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
  expect(Object.values(base.state().stage?.steps ?? {}).find(({ key }) => key === '5.13g')?.outcome).toMatchObject({
    option: 'not_answered',
  })
  expect(base.openKeys()).toContain('5.13c')
})

test('the panel gives what sheets and visit call for or one step beside it, and eighty points are no yellow (6.5)', () => {
  expect(refusalOf(act(upTo('5.13c', { share: 0.8 }), { key: '5.13c', option: 'yellow' }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['keep'] },
  })
  expect(act(upTo('5.13c'), { key: '5.13c', option: 'yellow' }).ok).toBe(true)
  const breach = upTo('5.13c', { share: 0.8, answers: { '5.13b': 'breach_found' } })
  expect(refusalOf(act(breach, { key: '5.13c', option: 'keep' }))).toMatchObject({
    detail: { allowed: ['red_proposal', 'yellow'] },
  })
})

test('its yellow stands in the history as an extraordinary one, with letter, redress and a plan, and as no yearly review', () => {
  const base = upTo('5.13c')
  voted(base, { key: '5.13c', option: 'yellow' })
  voted(base, { key: '5.13d', option: 'confirm' })
  const on = base.now()
  const year = base.state().stage?.year ?? 0
  expect(history(base)).toMatchObject([{ on, before: year, colour: 'yellow', total: 60, called: 'yellow' }])
  expect(base.events()).toContainEqual(
    expect.objectContaining({ type: 'document_ordered', kind: 'review_letter', redressUntil: base.open('R0')?.dueAt }),
  )
  // The consequence waits for the time of redress, and nothing else (8.9).
  expect(base.state()).toMatchObject({ status: 'active_green', facts: { reviews: [] } })
  act(base, { key: 'R0', option: 'accept' })
  expect(base.state()).toMatchObject({ status: 'active_yellow', code: 'PLN' })
  expect(base.openKeys()).toEqual(['5.2a', '5.13h'])
  act(base, { key: '5.13h', option: 'plan' })
  expect(act(base, { key: '5.13i', option: 'accept' }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['5.2a'])
})

test('the next panel is its re-review: a visit is due, and a yellow again is red (R10, R11)', () => {
  const visit = playTo(yellow(), { key: '5.5a' })
  expect(refusalOf(act(visit, { key: '5.5a', option: 'desk_only' }))).toMatchObject({
    detail: { allowed: ['visited'] },
  })
  expect(offered(atPanel(yellow(), 0.6), 'green_with_advice')).toMatchObject({
    detail: { allowed: ['red_proposal', 'yellow', 'suspend'] },
  })
  const never = playTo(aNominatedBase(), { key: '5.8', brings: { reviewSheet: evenReview(0.6) } })
  expect(act(never, { key: '5.8', option: 'green_with_advice' }).ok).toBe(true)
})

test('a breach its visit found is no finding of the year (5.13)', () => {
  const base = upTo('5.13c', { share: 0.8, answers: { '5.13b': 'breach_found' } })
  voted(base, { key: '5.13c', option: 'yellow' })
  voted(base, { key: '5.13d', option: 'confirm' })
  expect(act(atPanel(base, 0.8), { key: '5.8', option: 'green' }).ok).toBe(true)
})

test('without a plan after its yellow the next panel is called to propose red (5.11)', () => {
  const base = yellow()
  play(base, { until: () => base.open('5.13h') === undefined, leaves: '5.13h' })
  while (base.open('5.13h') !== undefined) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
  expect(history(base).at(-1)?.planMissingBefore).toBe(base.state().stage?.year)
  expect(offered(atPanel(base, 0.8), 'green')).toMatchObject({
    detail: { allowed: ['red_proposal', 'yellow', 'suspend'] },
  })
})

test('kept, the base hears of it by a letter, and the history has a review in the colour it stands in', () => {
  const base = upTo('5.13c', { share: 0.8 })
  voted(base, { key: '5.13c', option: 'keep' })
  expect(history(base)).toMatchObject([{ colour: 'green', total: 80 }])
  expect(base.events().findLast(({ type }) => type === 'document_ordered')).not.toHaveProperty('redressUntil')
  expect(base.openKeys()).toEqual(['5.2a'])
  expect(act(atPanel(base, 0.6), { key: '5.8', option: 'yellow' }).ok).toBe(true)
})

test('after upheld redress it stays in the history, marked, and counts for nothing (8.9)', () => {
  const base = upTo('5.13c')
  voted(base, { key: '5.13c', option: 'yellow' })
  voted(base, { key: '5.13d', option: 'confirm' })
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  for (const number of [31, 32]) act(base, { key: 'R2', option: 'uphold', number })
  expect(history(base)).toMatchObject([{ colour: 'yellow', setAside: true }])
  expect([base.state().status, base.openKeys()]).toEqual(['active_green', ['5.2a']])
  expect(act(playTo(base, { key: '5.5a' }), { key: '5.5a', option: 'desk_only' }).ok).toBe(true)
})

test('a last term on its red counts as a yellow before the next panel (R1, 5.12)', () => {
  const base = upTo('5.13c', { share: 0.3 })
  voted(base, { key: '5.13c', option: 'red_proposal' })
  for (const number of [21, 22]) act(base, { key: '5.13d', option: 'confirm', number })
  act(base, { key: 'R0', option: 'accept' })
  for (const number of [31, 32]) act(base, { key: '5.12a', option: 'last_term', number })
  expect(history(base)).toMatchObject([{ colour: 'yellow', lastTerm: true }])
  expect(base.state()).toMatchObject({ status: 'active_yellow' })
})

test('one extraordinary review is open at a time, its redress and plan among what it waits for (5.13)', () => {
  const again = (base: ABase) =>
    refusalOf(base.send({ type: 'raise', matter: 'extraordinary_review', code: 'INT' }, { actor: holderOf('PD') })).code
  const base = upTo('5.13c')
  voted(base, { key: '5.13c', option: 'yellow' })
  voted(base, { key: '5.13d', option: 'confirm' })
  expect(base.openKeys()).toContain('R0')
  expect(again(base)).toBe('matter_open')
  act(base, { key: 'R0', option: 'accept' })
  expect(again(base)).toBe('matter_open')
  act(base, { key: '5.13h', option: 'plan' })
  act(base, { key: '5.13i', option: 'accept' })
  const next = { type: 'raise', matter: 'extraordinary_review', code: 'INT' } as const
  expect(base.send(next, { actor: holderOf('PD') }).ok).toBe(true)
})

test('a result in force while a panel has suspended the base ends no suspension: compliance does, and then it counts (5.8)', () => {
  const base = upTo('5.13c')
  play(base, {
    until: () => base.open('5.8') !== undefined,
    leaves: '5.13c',
    brings: { reviewSheet: evenReview(0.8) },
  })
  voted(base, { key: '5.8', option: 'suspend' })
  voted(base, { key: '5.13c', option: 'yellow' })
  voted(base, { key: '5.13d', option: 'confirm' })
  act(base, { key: 'R0', option: 'accept' })
  expect(base.state()).toMatchObject({ status: 'suspended', heldStatus: 'active_green' })
  expect(base.openKeys()).toEqual(['5.8s'])
  act(base, { key: '5.8s', option: 'lift' })
  act(base, { key: '5.9a', option: 'confirm', number: 9 })
  expect(base.state()).toMatchObject({ status: 'active_yellow', code: 'PLN' })
  expect(base.openKeys()).toContain('5.13h')
})

test('redress on a result and redress on the red of the year are two, each with its own answer (8.9)', () => {
  const base = upTo('5.13c')
  const shares = { brings: { reviewSheet: evenReview(0.3) } }
  play(base, { until: () => base.open('5.8') !== undefined, leaves: '5.13c', ...shares })
  voted(base, { key: '5.13c', option: 'yellow' })
  voted(base, { key: '5.13d', option: 'confirm' })
  for (const number of [1, 2]) act(base, { key: '5.8', option: 'red_proposal', number })
  for (const number of [31, 32]) act(base, { key: '5.9b', option: 'confirm', number })
  const asked = openSteps(base.state()).filter(({ key }) => key === 'R0')
  expect(asked.map(({ matter }) => matter)).toEqual([1, undefined])
  const accept = (step: StepState) =>
    base.send({ type: 'decide', step: step.id, option: 'accept' }, { actor: holderOf('LG') })
  for (const step of asked.slice(0, 1)) expect(accept(step).ok).toBe(true)
  expect(base.openKeys()).toEqual(expect.arrayContaining(['R0', '5.13h']))
  expect(base.openKeys()).not.toContain('5.10')
  for (const step of asked.slice(1)) expect(accept(step).ok).toBe(true)
  expect(base.openKeys()).toEqual(expect.arrayContaining(['5.10', '5.13h']))
})
