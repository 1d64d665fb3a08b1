import { expect, test } from '@jest/globals'
import type { BaseEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { draftsOf } from '../../domain/letters/drafts-of.js'
import type { Alarm, Procedure } from '../../domain/procedure.js'
import { roles, type Role } from '../../domain/role.js'
import { supervisorOf } from '../../domain/supervisor.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const deadlocked = (): ABase =>
  playTo(aNominatedBase(), { key: '3.7d', answers: { '3.5': 'comments', '3.7b': 'deadlock' } })

/** Everything the ladder of a step says until the base is held, without who acts. */
const saidOf = (base: ABase, key: string): readonly (readonly string[])[] => {
  while (base.open(key) !== undefined && base.state().heldAt === undefined) {
    base.turnTo(base.nextDueAt() ?? '')
    base.send({ type: 'tick' })
  }
  return base.events().flatMap((event) => (event.type === 'escalated' && event.key === key ? [event.tells] : []))
}

test('a late local government is told to its head of government from the first day on (E2)', () => {
  expect(saidOf(reached('3.5'), '3.5')).toEqual([
    ['actor', 'LG', 'HG', 'PM'],
    ['LG', 'HG', 'PD'],
    ['LG', 'HG', 'PM', 'CH'],
  ])
})

test('another late body of the place is told to the local government first, later to the head of government too', () => {
  const base = reached('3.6a')
  act(base, { key: '3.6b', option: 'clear' })
  expect(saidOf(base, '3.6a')).toEqual([
    ['actor', 'LG', 'PM'],
    ['LG', 'HG', 'PD'],
    ['LG', 'HG', 'PM', 'CH'],
  ])
})

test('a head of government who leaves a deadlock lying is told to the local government', () => {
  const base = deadlocked()
  act(base, { key: '3.7c', option: 'agreed' })
  expect(saidOf(base, '3.7d')).toEqual([
    ['actor', 'LG', 'PM'],
    ['LG', 'HG', 'PD'],
    ['LG', 'HG', 'PM', 'CH'],
  ])
})

interface Ladder {
  readonly key: string
  readonly role: Role
  readonly alarms: readonly Alarm[]
}

/** The ladders of partners that say something when late, windows aside, which close for all alike (E5). */
const laddersIn = ({ steps, escalation }: Procedure): readonly Ladder[] =>
  Object.values(steps).flatMap(({ key, role, escalation: profile, decides }) =>
    roles[role].side === 'partner' && profile !== 'E5' && decides.by !== 'clock'
      ? [{ key, role, alarms: escalation[profile].filter(({ moment }) => moment.at === 'late') }]
      : [],
  )

/** Late steps of a place of which no other seat of that place ever hears. */
const unheard = (procedure: Procedure): readonly string[] =>
  laddersIn(procedure).flatMap(({ key, role, alarms }) => {
    const told = alarms.flatMap(({ tells }) => tells.map((one) => (one === 'supervisor' ? supervisorOf(role) : one)))
    const others = told.filter((one) => one !== 'actor' && one !== role && roles[one].side === 'partner')
    return others.length > 0 ? [] : [key]
  })

test.each([full, light])(
  'under $id no step of a place is late without another seat of that place hearing it',
  (one) => {
    expect(laddersIn(one).length).toBeGreaterThan(15)
    expect(unheard(one)).toEqual([])
  },
)

test('a ladder that tells the late one alone is found', () => {
  const { E2 } = full.escalation
  const alone = E2.map((alarm) => ({ ...alarm, tells: ['actor', 'LG', 'PM'] as const }))
  expect(unheard({ ...full, escalation: { ...full.escalation, E2: alone } })).toContain('3.5')
})

/** The roles to which each letter of these events goes. */
const lettersOf = (events: readonly BaseEvent[]) =>
  events.flatMap((event) => draftsOf(event, events)).map(({ kind, roles: to }) => `${kind} ${to.join(' ')}`)

test('a base that is held for silence is told to the head of government, one held by a person is not', () => {
  const silent = reached('3.5')
  saidOf(silent, '3.5')
  expect(lettersOf(silent.events().slice(-1))).toEqual(['held LG PM HG'])
  const paused = reached('3.5')
  paused.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  expect(lettersOf(paused.events().slice(-1))).toEqual(['held LG PM'])
})

test('where nobody is head of government, 3.7d is vacant, the manager hears it, and a seat that is given fills it', () => {
  const base = deadlocked()
  const { id } = stepOf(base, '3.7d')
  const heard = (holders: readonly { person: string; seats: readonly { role: Role; base?: string }[] }[]) => {
    const judged = base.send({ type: 'holders', holders: { [id]: holders } })
    return judged.ok ? judged.events : []
  }
  const vacant = heard([])
  expect(vacant).toEqual([{ type: 'vacancy_found', step: id, key: '3.7d', role: 'HG', needs: 1, have: 0 }])
  expect(lettersOf(vacant)).toEqual(['vacancy_found PM'])
  const at = base.state().id
  const desk = { person: 'p-lg-2', seats: [{ role: 'LG', base: at } as const, { role: 'HG', base: at } as const] }
  expect(heard([desk])).toEqual([])
  expect(heard([{ person: 'p-hg-1', seats: [{ role: 'HG', base: at }] }])).toEqual([
    { type: 'vacancy_filled', step: id, key: '3.7d' },
  ])
})

test('the step opens with a letter to the head of government, who settles it beside the director', () => {
  const base = deadlocked()
  const opened = base.events().filter((event) => event.type === 'step_opened' && event.key === '3.7d')
  expect(lettersOf(opened)).toEqual(['step_opened HG'])
  act(base, { key: '3.7c', option: 'agreed' })
  expect(act(base, { key: '3.7d', option: 'agreed' }).ok).toBe(true)
  expect(base.openKeys()).toContain('3.6a')
})
