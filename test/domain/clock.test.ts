import { expect, test } from '@jest/globals'
import { addCalendarDays, addWorkingDays } from '../../domain/calendar.js'
import type { BaseEvent } from '../../domain/event.js'
import type { Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { calendarOfSide, dayOfNomination, holderOf } from '../support/an-example.js'
import { play, playTo, waitOut, type Answers } from '../support/playing.js'

const at = (key: StepKey, answers: Answers = {}): ABase => playTo(aNominatedBase(), { key, answers })
const tick = (base: ABase, now: string): readonly BaseEvent[] => {
  base.turnTo(now)
  const judgement = base.send({ type: 'tick' })
  return judgement.ok ? judgement.events : []
}

/** What the clock tells about one step until it closes or the base stands still: when, what, to whom. */
const told = (base: ABase, key: StepKey): readonly string[] => toldUpTo(20, { base, key })

/** The first lines of it, where the ladder has no end. */
const toldUpTo = (most: number, { base, key }: { base: ABase; key: StepKey }): readonly string[] => {
  const lines: string[] = []
  for (let due = base.nextDueAt(); due !== null && lines.length < most; due = base.nextDueAt()) {
    for (const event of tick(base, due)) {
      if (event.type === 'reminded' || event.type === 'escalated')
        lines.push(`${due} ${event.type} ${event.key} ${event.tells.join(' ')}`)
      if (event.type === 'stand_in_called') lines.push(`${due} stand_in_called to ${event.to}`)
      if (event.type === 'held' || event.type === 'step_closed' || event.type === 'deadline_moved')
        lines.push(`${due} ${event.type}${event.type === 'step_closed' ? ` ${event.option}` : ''}`)
    }
    if (base.open(key) === undefined || base.state().heldAt !== undefined) break
  }
  return lines
}

test('E1: the actor is reminded halfway and two working days before, and the late ladder has three rungs, the last of them again and again', () => {
  const base = at('1.4a')
  expect(stepOf(base, '1.4a').dueAt).toBe('2026-12-11T05:00:00.000Z')
  expect(toldUpTo(8, { base, key: '1.4a' })).toEqual([
    '2026-12-04T05:00:00.000Z reminded 1.4a actor',
    '2026-12-09T05:00:00.000Z reminded 1.4a actor',
    '2026-12-12T05:00:00.000Z escalated 1.4a actor PM',
    '2026-12-18T05:00:00.000Z escalated 1.4a PD',
    '2026-12-25T05:00:00.000Z escalated 1.4a PD PM',
    '2026-12-25T05:00:00.000Z stand_in_called to PD',
    '2027-01-05T05:00:00.000Z escalated 1.4a PD PM',
    '2027-01-12T05:00:00.000Z escalated 1.4a PD PM',
  ])
  expect([base.nextDueAt(), base.openKeys()]).toEqual(['2027-01-20T05:00:00.000Z', ['1.4a']])
})

test('E2: a partner that is 20 working days late puts the base on hold, and nothing more is told meanwhile', () => {
  const base = at('3.5')
  expect(told(base, '3.5').map((line) => line.slice(25))).toEqual([
    'reminded 3.5 actor',
    'reminded 3.5 actor',
    'reminded 3.5 actor',
    'escalated 3.5 actor LG HG PM',
    'escalated 3.5 LG HG PD',
    'escalated 3.5 LG HG PM CH',
    'held',
  ])
  expect(base.state()).toMatchObject({ status: 'on_hold', heldStatus: 'mou_in_negotiation' })
})

test('R3: a hold for a silent partner lapses after 90 days, one by a person does not', () => {
  const silent = at('3.5')
  told(silent, '3.5')
  const until = addCalendarDays(calendarOfSide('partner'), { from: silent.now(), days: 90 })
  expect(silent.nextDueAt()).toBe(until)
  tick(silent, until)
  expect(silent.state()).toMatchObject({ status: 'lapsed', code: 'LAT', closed: true })
  const asked = at('3.5')
  asked.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  expect([asked.nextDueAt(), tick(asked, '2030-01-01T00:00:00.000Z')]).toEqual([null, []])
})

test.each([
  { key: '1.7', option: 'not_answered' },
  { key: '2.6', option: 'accept' },
])('silence on $key is recorded as $option after one reminder, and the case goes on', ({ key, option }) => {
  const base = at(key)
  const { dueAt, id } = stepOf(base, key)
  const events: BaseEvent[] = []
  while (base.open(key) !== undefined) events.push(...tick(base, base.nextDueAt() ?? ''))
  const ofStep = events.filter((event) => 'step' in event && event.step === id)
  expect(ofStep.filter(({ type }) => type === 'reminded').length).toBeGreaterThanOrEqual(1)
  expect(ofStep.at(-1)).toMatchObject({ type: 'step_closed', option, how: 'silence' })
  expect(base.now()).toBe(dueAt)
})

test('silence decides nothing where it is not said to', () => {
  const base = at('2.2b')
  told(base, '2.2b')
  expect([base.open('2.2b')?.acts, base.state().status]).toEqual([[], 'on_hold'])
})

test('E3: a report is missing 31 working days after its date, after two written reminders', () => {
  const base = at('5.2a')
  const { dueAt } = stepOf(base, '5.2a')
  expect(dueAt).toBe('2028-03-31T16:00:00.000Z')
  expect(told(base, '5.2a').map((line) => line.slice(25))).toEqual([
    'reminded 5.2a actor',
    'reminded 5.2a actor',
    'reminded 5.2a actor',
    'reminded 5.2a actor LG',
    'reminded 5.2a actor LG PM',
    'escalated 5.2a PM PD',
    'step_closed report_missing',
  ])
  expect(base.now()).toBe(addWorkingDays(calendarOfSide('partner'), { from: '2028-03-31T04:00:00.000Z', days: 31 }))
  expect(base.openKeys()).toEqual(['5.8'])
})

/** The window closes in New York while it is 13:00 at the place, which has the rest of that day. */
const closesAtPlace = '2027-01-25T16:00:00.000Z'

test('E5: the window of a call closes the letter and the dossier by itself, at 24:00 of the place (R4)', () => {
  for (const key of ['1.2a', '1.3']) {
    const base = at(key)
    expect(told(base, key).at(-1)).toBe(`${closesAtPlace} step_closed window_closed`)
    expect(base.state()).toMatchObject({ status: 'declined', code: 'LAT' })
  }
})

test('a window that closed during a hold, or before the dossier was asked for, closes it all the same', () => {
  const held = at('1.3')
  held.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  held.turnTo('2027-02-10T00:00:00.000Z')
  held.send({ type: 'resume' }, { actor: holderOf('PM') })
  expect(held.nextDueAt()).toBe(closesAtPlace)
  const late = playTo(aNominatedBase({ now: '2027-01-24T15:00:00.000Z' }), { key: '1.2b' })
  late.turnTo('2027-01-28T15:00:00.000Z')
  act(late, { key: '1.2b', option: 'invite' })
  for (const base of [held, late]) {
    tick(base, base.now())
    expect(base.state()).toMatchObject({ status: 'declined', code: 'LAT', closed: true })
  }
})

/** The shipped rules with a committee that never decides in writing, as other rules may have it. */
const withoutWriting = (): Procedure => {
  const step = full.steps['2.8']
  if (step?.decides.by !== 'votes') throw new Error('2.8 is decided by a body')
  const { written: _, ...decides } = step.decides
  return { ...full, steps: { ...full.steps, '2.8': { ...step, decides } } }
}

test('E4: a committee that does not decide in writing is convened twice more, then it is the cautious answer', () => {
  const base = playTo(aNominatedBase({ procedure: withoutWriting() }), { key: '2.8' })
  act(base, { key: '2.8', option: 'recommend', number: 1 })
  const lines = told(base, '2.8')
  expect(lines.filter((line) => line.endsWith('deadline_moved')).length).toBe(2)
  expect(lines.at(-1)).toContain('step_closed not_recommend')
  expect(base.openKeys()).toEqual(['R0'])
  waitOut(base, 'R0')
  expect(base.state()).toMatchObject({ status: 'not_recommended', closed: true })
})

test('a committee that has its quorum on the day decides on the votes cast', () => {
  const base = at('2.8')
  for (let number = 1; number <= 5; number += 1) act(base, { key: '2.8', option: 'recommend', number })
  act(base, { key: '2.8', option: 'defer', number: 6 })
  expect(base.open('2.8')).toBeDefined()
  expect(told(base, '2.8').at(-1)).toContain('step_closed recommend')
})

test('what a board has used up is not decided by its silence: it is convened until it has a quorum', () => {
  const base = aNominatedBase()
  const brings = { reviewSheet: Object.fromEntries(base.procedure.reviewSheet.map(({ key }) => [key, 0.45])) }
  const answers = { '5.8': 'red_proposal', '5.9b': 'return' }
  playTo(base, { key: '5.9b', answers, brings })
  for (const number of [1, 2]) act(base, { key: '5.9b', option: 'return', number })
  playTo(base, { key: '5.9b', answers, brings })
  waitOut(base, '5.9b')
  // Until the year is over: then it stops without a decision (R3).
  const [last] = base
    .events()
    .flatMap((one) => (one.type === 'step_closed' && one.key === '5.9b' ? [one] : []))
    .slice(-1)
  expect([last?.how, base.state().facts.reviews.at(-1)?.unassessed]).toEqual(['stopped', true])
})

test('resuming moves a deadline by the working days that stood still', () => {
  const base = at('1.4a')
  const before = stepOf(base, '1.4a').dueAt
  base.turnTo('2026-12-01T15:00:00.000Z')
  base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  base.turnTo('2026-12-08T15:00:00.000Z')
  base.send({ type: 'resume' }, { actor: holderOf('PD') })
  expect([before, stepOf(base, '1.4a').dueAt]).toEqual(['2026-12-11T05:00:00.000Z', '2026-12-18T05:00:00.000Z'])
  expect(base.events().at(-1)).toMatchObject({ type: 'deadline_moved', from: before, cause: 'resume' })
})

test('a partner that comes back from a hold gets ten working days, and its clock runs again', () => {
  const base = at('3.5')
  told(base, '3.5')
  base.turnTo('2027-02-22T15:00:00.000Z')
  base.send({ type: 'resume' }, { actor: holderOf('PM') })
  const { dueAt, alarms } = stepOf(base, '3.5')
  expect(dueAt).toBe(addWorkingDays(calendarOfSide('partner'), { from: base.now(), days: 10 }))
  expect(alarms.map(({ effect }) => effect ?? 'tells')).toEqual(['tells', 'tells', 'tells', 'tells', 'hold'])
})

test('after a standstill of the engine several reminders of one step speak once', () => {
  const base = at('1.4a')
  const events = tick(base, '2027-03-01T00:00:00.000Z')
  const tells = events.map((event) => ('tells' in event ? `${event.type}: ${event.tells.join(' ')}` : event.type))
  expect(tells).toEqual([
    'reminded: ',
    'reminded: actor',
    'escalated: ',
    'escalated: ',
    'escalated: PD PM',
    'stand_in_called',
  ])
  expect(base.nextDueAt()).toBe('2027-03-04T05:00:00.000Z')
})

test('a tick with nothing due gives no events and changes nothing', () => {
  const base = at('1.4a')
  const before = base.state()
  expect(tick(base, '2026-11-30T00:00:00.000Z')).toEqual([])
  expect(base.state()).toBe(before)
})

test('a base that nobody nominated, and one that is closed, have nothing due', () => {
  const closed = aNominatedBase()
  play(closed, { answers: { '1.2b': 'decline' }, until: () => closed.state().closed })
  expect([aBase().nextDueAt(), closed.nextDueAt()]).toEqual([null, null])
})

test('the next due instant is the soonest over all open steps', () => {
  const base = at('2.3a')
  const alarms = base.openKeys().flatMap((key) => base.open(key)?.alarms[0]?.at ?? [])
  expect(base.nextDueAt()).toBe([...alarms].sort()[0])
  expect(dayOfNomination < (base.nextDueAt() ?? '')).toBe(true)
})

test('a review opens at midnight of 1 January in New York, and not a moment before', () => {
  const base = at('5.1')
  expect(base.nextDueAt()).toBe('2028-01-01T05:00:00.000Z')
  expect(tick(base, '2028-01-01T04:59:59.999Z')).toEqual([])
  expect(tick(base, '2028-01-01T05:00:00.000Z').map(({ type }) => type)).toEqual(['step_closed', 'step_opened'])
})
