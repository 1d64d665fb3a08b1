import { expect, test } from '@jest/globals'
import { addDays, plainDate } from '../../domain/calendar-date.js'
import { dateDue } from '../../domain/calendar.js'
import { startOfDay } from '../../domain/calendar-zone.js'
import type { BaseCommand } from '../../domain/command.js'
import { graceOverAt } from '../../domain/judge/term.js'
import type { Side } from '../../domain/role.js'
import { aBase, aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, heldFor, stepOf } from '../support/acting.js'
import { calendarOfSide, calendars, evenReview, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

const good = { reviewSheet: evenReview(0.9) }
const stop: BaseCommand = { type: 'raise', matter: 'integrity_stop', code: 'INT' }

/** So many days after the last day of the term, at midnight of the place; before it with a minus. */
const onDay = (base: ABase, days: number): string =>
  startOfDay(calendarOfSide('partner'), addDays(plainDate(termOf(base)), days))
const termOf = (base: ABase): string => base.state().facts.endsOn ?? ''
/** Where the grace ends that nothing moved, and one that lost so many days. */
const graceOver = (base: ABase, { moved = 0, side = 'partner' }: { moved?: number; side?: Side } = {}): string =>
  dateDue(calendarOfSide(side), addDays(plainDate(termOf(base)), 90 + moved))

/** The renewal is asked of the place and left lying until so many days after the term. */
const renewable = (days: number): ABase => {
  const base = playTo(aNominatedBase(), { key: '3.13e', brings: good })
  play(base, { brings: good, leaves: '3.13e', until: () => (base.nextDueAt() ?? '') > onDay(base, days) })
  base.turnTo(onDay(base, days))
  return base
}

const raiseStop = (base: ABase): void => {
  expect(base.send(stop, { actor: holderOf('CO', 1) }).ok).toBe(true)
  act(base, { key: 'E6a', option: 'to_board', number: 2 })
}

interface Still {
  readonly base: ABase
  readonly days: number
}

/** The two ways in which all clocks of an active base stand still, from today until so many days later. */
const standsStill = {
  'an integrity stop': ({ base, days }: Still): void => {
    raiseStop(base)
    base.turnTo(new Date(Date.parse(base.now()) + days * 86_400_000).toISOString())
    for (const number of [41, 42]) expect(act(base, { key: 'E6b', option: 'lift', number }).ok).toBe(true)
  },
  'a hold for force majeure': ({ base, days }: Still): void => {
    base.send(heldFor(base, days), { actor: holderOf('PM') })
    expect(act(base, { key: '8.5a', option: 'hold', number: 77 }).ok).toBe(true)
    base.turnTo(base.state().heldUntil ?? '')
    base.send({ type: 'tick' })
  },
} as const

const ways = [['an integrity stop'], ['a hold for force majeure']] as const

test.each(ways)(
  '%s over the end of the grace leaves the place its renewal, asked for and signed after it (3.13, 8.5)',
  (way) => {
    const base = renewable(60)
    const term = termOf(base)
    standsStill[way]({ base, days: 120 })
    expect(base.now() > graceOver(base)).toBe(true)
    base.send({ type: 'tick' })
    expect(base.state()).toMatchObject({ status: 'active_green', closed: false })
    expect(act(base, { key: '3.13e', option: 'renew' }).ok).toBe(true)
    play(base, { brings: good, until: () => termOf(base) !== term })
    expect(termOf(base)).toBe(`${Number(term.slice(0, 4)) + 3}${term.slice(4)}`)
    expect(base.state().facts).not.toHaveProperty('stops')
  },
)

test.each(ways)('a base whose clock forgot %s ends the moment that is over: the twin', (way) => {
  const base = renewable(60)
  standsStill[way]({ base, days: 120 })
  const { stops = [], ...facts } = base.state().facts
  expect(stops).toHaveLength(1)
  const forgetful = aBase({ from: { ...base.saved(), state: { ...base.state(), facts } } })
  forgetful.send({ type: 'tick' })
  expect(forgetful.state()).toMatchObject({ status: 'expired', code: 'LAT', closed: true })
})

test.each(ways)(
  '%s moves the end of the grace by its days for every step that waits for it, and no day further',
  (way) => {
    const base = renewable(-100)
    standsStill[way]({ base, days: 50 })
    expect(stepOf(base, '3.13e').dueAt).toBe(graceOver(base, { moved: 50 }))
    play(base, { brings: good, until: () => base.open('3.13g') !== undefined })
    expect(stepOf(base, '3.13g').dueAt).toBe(graceOver(base, { moved: 50, side: 'programme' }))
    expect(stepOf(base, '3.13h').dueAt).toBe(graceOver(base, { moved: 50 }))
    standsStill[way]({ base, days: 20 })
    expect(stepOf(base, '3.13g').dueAt).toBe(graceOver(base, { moved: 70, side: 'programme' }))
    expect(stepOf(base, '3.13h').dueAt).toBe(graceOver(base, { moved: 70 }))
    expect(graceOverAt(base.state(), { procedure: base.procedure, calendars })).toBe(
      graceOver(base, { moved: 70, side: 'programme' }),
    )
    play(base, { brings: good, silent: 'partner', until: () => false })
    expect([base.state().status, base.now()]).toEqual(['expired', graceOver(base, { moved: 70 })])
  },
)

test.each(ways)('%s that was over before the renewal was to be raised moves nothing of it', (way) => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  standsStill[way]({ base, days: 30 })
  expect(base.state().facts.stops).toHaveLength(1)
  playTo(base, { key: '3.13e', brings: good })
  expect(stepOf(base, '3.13e').dueAt).toBe(graceOver(base))
})

test.each(ways)('%s that began before the renewal was raised gives back the days since then alone', (way) => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  play(base, { brings: good, until: () => (base.nextDueAt() ?? '') > onDay(base, -200) })
  base.turnTo(onDay(base, -200))
  standsStill[way]({ base, days: 60 })
  base.send({ type: 'tick' })
  expect(stepOf(base, '3.13e').dueAt).toBe(graceOver(base, { moved: 40 }))
})

test.each(ways)(
  '%s moves no end of the term itself: where the place lets it end, the base ends as soon as that is over',
  (way) => {
    const base = renewable(-60)
    act(base, { key: '3.13e', option: 'let_end' })
    const { dueAt } = stepOf(base, '3.13i')
    standsStill[way]({ base, days: 100 })
    base.send({ type: 'tick' })
    expect(dueAt).toBe(graceOver(base, { moved: -90, side: 'programme' }))
    expect(base.state()).toMatchObject({ status: 'expired', code: 'WDR', closed: true })
  },
)

test('a stop that nobody lifts keeps a base suspended past its term, where no act is its own, and it ends after that (R3)', () => {
  const base = renewable(60)
  raiseStop(base)
  const until = onDay(base, 1_200)
  while ((base.nextDueAt() ?? until) < until) {
    base.turnTo(base.nextDueAt() ?? until)
    base.send({ type: 'tick' })
  }
  base.turnTo(until)
  expect(base.state()).toMatchObject({ status: 'suspended', closed: false, facts: { slot: 1 } })
  expect(refusalOf(act(base, { key: '3.13e', option: 'renew' })).code).toBe('base_frozen')
  // By now the Board decides in writing, and in writing all of it does (8.4).
  for (const number of [41, 42, 43]) act(base, { key: 'E6b', option: 'lift', number })
  expect(base.state().status).toBe('active_green')
  play(base, { brings: good, silent: 'partner', until: () => false })
  expect(base.state()).toMatchObject({ status: 'expired', code: 'LAT', closed: true })
})
