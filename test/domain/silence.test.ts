import { expect, test } from '@jest/globals'
import type { StepDefinition } from '../../domain/procedure.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { instantOf, millisecondsOf } from '../../domain/calendar-zone.js'
import { full } from '../../domain/gicc/full.js'
import { roles } from '../../domain/role.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { act, heldFor } from '../support/acting.js'
import { play, playTo, waitOut } from '../support/playing.js'

/** Steps of the place, where silence chooses an option that a person there could have chosen. */
const silenceAsConsent = (steps: readonly StepDefinition[]): readonly string[] =>
  steps.flatMap(({ key, role, silence, options }) =>
    silence !== undefined && roles[role].side === 'partner' && options[silence]?.byClock !== true ? [key] : [],
  )

test.each(procedures.map((procedure) => [procedure.id, procedure] as const))(
  'in %s the silence of a government or cluster body is never consent, but to the findings of 2.6 (8.5)',
  (_id, { steps }) => {
    expect(silenceAsConsent(Object.values(steps))).toEqual(['2.6'])
  },
)

test('an option that silence may take from a person is found', () => {
  const steps = Object.values(procedures[0]?.steps ?? {})
  const asked = steps.find(({ key }) => key === '1.7')
  if (asked === undefined) throw new Error('1.7 is a step')
  expect(silenceAsConsent([{ ...asked, silence: 'endorse' }])).toEqual(['1.7'])
})

/** Steps of the place after the activation that wait for ever where nobody there acts. */
const waitForEver = (steps: readonly StepDefinition[]): readonly string[] =>
  steps.flatMap(({ key, role, stage, silence, decides }) =>
    stage === 'yearly_review' && roles[role].side === 'partner' && decides.by !== 'clock' && silence === undefined
      ? [key]
      : [],
  )

test.each(procedures.map((procedure) => [procedure.id, procedure] as const))(
  'in %s every step of the place after the activation has an outcome where nobody acts (R3)',
  (_id, { steps }) => {
    expect(waitForEver(Object.values(steps))).toEqual([])
  },
)

test('a step of the place that would wait for ever is found', () => {
  const endorsement = full.steps['5.2b']
  if (endorsement === undefined) throw new Error('5.2b is a step')
  const { silence: _, ...waiting } = endorsement
  expect(waitForEver([waiting])).toEqual(['5.2b'])
})

const yearsOf = (base: ABase): readonly number[] => base.state().facts.reviews.map(({ year }) => year)

test('whatever the place leaves undone, each year of an active base ends in a colour, and one without report or plan calls for red', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  play(base, { silent: 'partner', answers: { '5.8': 'yellow' }, until: () => false })
  expect(base.state()).toMatchObject({ closed: true, status: 'expired' })
  const { reviews } = base.state().facts
  expect(reviews.map(({ colour, called }) => `${colour}, ${called ?? 'no other'} called for`)).toEqual([
    'yellow, red_proposal called for',
    'yellow, red_proposal called for',
  ])
  expect(yearsOf(base)).toEqual(yearsOf(base).map((_, index) => (yearsOf(base)[0] ?? 0) + index))
  expect(told(base)).toEqual(expect.arrayContaining(['5.2a report_missing', '5.11a no_plan']))
})

test('a report that nobody endorses goes on, and earns nothing for being on time', () => {
  const endorsed = playTo(aNominatedBase(), { key: '5.8' })
  const base = playTo(aNominatedBase(), { key: '5.2b' })
  waitOut(base, '5.2b')
  expect(base.openKeys()).toContain('5.3a')
  playTo(base, { key: '5.8' })
  const total = (one: ABase) => closedWith(one, '5.6')?.score ?? 0
  const share = evenReview(0.8)['governance'] ?? 0
  expect(total(endorsed) - total(base)).toBeCloseTo(12 * (share - 0.75))
})

test('a clearance of an amendment that nobody gives lets it lapse, and the memorandum stays as it was', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send({ type: 'raise', matter: 'amendment', code: 'GOV' }, { actor: holderOf('PM') })
  playTo(base, { key: '3.13b' })
  waitOut(base, '3.13b')
  expect(base.openKeys().filter((key) => key.startsWith('3.13'))).toEqual([])
  expect(base.state().stage?.matters ?? []).toHaveLength(1)
  expect(told(base)).toContain('3.13b not_answered')
})

test('an amendment that counsel does not draft in time lapses, is told to the manager, and may be raised again at once', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const raise = { type: 'raise', matter: 'amendment', code: 'GOV' } as const
  base.send(raise, { actor: holderOf('LG') })
  waitOut(base, '3.13a')
  expect(told(base)).toContain('3.13a not_answered')
  expect(base.openKeys().filter((key) => key.startsWith('3.13'))).toEqual([])
  const heard = base
    .events()
    .flatMap((event) => (event.type === 'escalated' && event.key === '3.13a' ? event.tells : []))
  expect(heard).toEqual(['actor', 'PM'])
  expect(base.send(raise, { actor: holderOf('LG') }).ok).toBe(true)
})

test('an amendment keeps no year from ending in a colour, even under a rule by which counsel may let it lie for ever', () => {
  const draft = full.steps['3.13a']
  if (draft === undefined) throw new Error('3.13a is a step')
  const { silence: _, ...waiting } = draft
  const { letLie: __, ...settings } = full.settings
  const from = playTo(aNominatedBase(), { key: '5.2a' }).saved()
  const base = aBase({ from, procedure: { ...full, settings, steps: { ...full.steps, '3.13a': waiting } } })
  base.send({ type: 'raise', matter: 'amendment', code: 'TXT' }, { actor: holderOf('LG') })
  expect(play(base, { leaves: '3.13a', until: () => yearsOf(base).length === 3 })).toBe(true)
  expect(base.open('3.13a')?.id).toBe('3.13a.1')
})

/** Steps of the programme on which its silence decides something. */
const silenceOfProgramme = (steps: readonly StepDefinition[]): readonly string[] =>
  steps.flatMap(({ key, role, silence, decides }) =>
    roles[role].side === 'programme' && decides.by !== 'clock' && silence !== undefined ? [key] : [],
  )

test.each(procedures.map((procedure) => [procedure.id, procedure] as const))(
  'in %s the silence of the programme itself decides where R3 says so, and nowhere else',
  (_id, { steps }) => {
    const found = silenceOfProgramme(Object.values(steps))
    expect(found).toEqual(['1.10w', '2.8d', 'E6a', '3.13a', '3.13c', '3.13g', '2.10w'])
  },
)

test('an active base is held for force majeure, keeps its slot, and goes on as it stood when that is over', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const { slot } = base.state().facts
  expect(base.send(heldFor(base, 170), { actor: holderOf('PM') }).ok).toBe(true)
  act(base, { key: '8.5a', option: 'hold' })
  expect(base.state()).toMatchObject({ status: 'on_hold', heldStatus: 'active_green', facts: { slot } })
  base.turnTo(instantOf(millisecondsOf(base.now()) + 100 * 86_400_000))
  expect(base.send({ type: 'resume' }, { actor: holderOf('PD') }).ok).toBe(true)
  expect(base.state().status).toBe('active_green')
  expect(base.open('5.2a')?.dueAt ?? '').toMatch(/T/)
  expect(play(base, { until: () => yearsOf(base).length === 1 })).toBe(true)
})

const told = (base: ABase): readonly string[] =>
  base.events().flatMap((event) => (event.type === 'step_closed' ? [`${event.key} ${event.option}`] : []))

const closedWith = (base: ABase, key: string) =>
  base
    .events()
    .flatMap((event) => (event.type === 'step_closed' && event.key === key ? [event] : []))
    .at(-1)
