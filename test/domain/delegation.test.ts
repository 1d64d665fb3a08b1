import { expect, test } from '@jest/globals'
import type { Delegate } from '../../domain/commands/who.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import type { Role } from '../../domain/role.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import { full } from '../../domain/gicc/full.js'
import { evolveProgramme } from '../../domain/programme/evolve.js'
import { judgeProgramme, type ProgrammeJudgement } from '../../domain/programme/judge.js'
import { unfounded } from '../../domain/programme/state.js'
import { aNominatedBase } from '../support/a-base.js'
import { calendarOfSide, dayOfNomination, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { delegateOf, seatOf, somebody } from '../support/standing.js'

/** A programme that remembers what it is told; `at` is when. */
const aProgramme = () => {
  let state = unfounded('gasme')
  const send = (command: ProgrammeCommand, { actor, at = dayOfNomination }: { actor: Actor; at?: string }) => {
    const rules = { procedure: full, calendar: calendarOfSide('programme') }
    const judged = judgeProgramme(state, { envelope: { id: 'c', command, now: at, actor }, rules })
    for (const event of judged.ok ? judged.events : [])
      state = evolveProgramme(state, { seq: state.seq + 1, occurredAt: at, schemaVersion: 1, event, commandId: 'c' })
    return judged
  }
  return { send, state: () => state }
}

const lending = {
  type: 'delegate',
  id: 'd-1',
  role: 'SO',
  to: { person: 'p-friend', mandates: [] },
  until: '2027-03-01T00:00:00.000Z',
} as const satisfies ProgrammeCommand
const officer = holderOf('SO')
const here = 'gasme-C09-yueqing-1'
const holding = (...mandates: readonly HeldMandate[]) => ({ person: 'p-friend', mandates })
const lentTo = (role: Role) => seatOf(role, { delegation: { delegator: 'p-absent', mandate: 'm-absent' } })

const codeOf = (judged: ProgrammeJudgement): string => (judged.ok ? 'accepted' : judged.refusal.code)

test('a delegation names a person, a scope and an end, and the database must find the own seat in force (SD7)', () => {
  const programme = aProgramme()
  const judged = programme.send({ ...lending, base: 'gasme-C09-yueqing-1', steps: ['1.4a'] }, { actor: officer })
  expect(judged).toMatchObject({
    ok: true,
    claims: [{ claim: 'mandate', mandate: 'm-SO-1' }],
    events: [
      {
        type: 'seat_delegated',
        mandate: {
          id: 'd-1',
          person: 'p-friend',
          role: 'SO',
          base: 'gasme-C09-yueqing-1',
          organisation: 'programme',
          from: dayOfNomination,
          until: '2027-03-01T00:00:00.000Z',
          delegation: { delegator: 'p-so-1', mandate: 'm-SO-1', steps: ['1.4a'] },
        },
        by: { person: 'p-so-1', mandate: 'm-SO-1' },
      },
    ],
  })
})

type Wrong = [what: string, change: { readonly actor?: Actor } & Partial<Delegate>, code: string]

test.each<Wrong>([
  ['a seat somebody else holds', { actor: holderOf('CO') }, 'not_your_role'],
  ['a seat that was lent', { actor: delegateOf('p-so-2', { person: 'p-x', role: 'SO' }) }, 'delegation_of_delegation'],
  ['a seat that has ended', { actor: somebody('p-x', seatOf('SO', { until: dayOfNomination })) }, 'not_your_role'],
  ['the seat of an expert', { actor: holderOf('EX'), role: 'EX' }, 'act_in_person'],
  ['the withdrawal by the board', { actor: holderOf('BD'), role: 'BD', steps: ['5.12a'] }, 'act_in_person'],
  ['the seat of an auditor', { actor: holderOf('AU'), role: 'AU' }, 'seat_decides_nothing'],
  ['steps of another role', { steps: ['1.6a'] }, 'loan_beyond_role'],
  ['no step at all', { steps: [] }, 'loan_beyond_role'],
  ['to oneself', { to: { person: 'p-so-1', mandates: [] } }, 'loan_to_oneself'],
  ['until a date that is past', { until: dayOfNomination }, 'seat_ends_too_soon'],
  ['until before it begins', { from: '2027-04-01T00:00:00.000Z' }, 'seat_ends_too_soon'],
  [
    'for longer than the own seat',
    { actor: somebody('p-x', seatOf('SO', { until: '2027-02-01T00:00:00.000Z' })) },
    'loan_outlasts_seat',
  ],
  [
    'without a base, where the own seats are for two',
    { actor: somebody('p-x', seatOf('SO', { base: here }), seatOf('SO', { id: 'm-2', base: 'gasme-C10-hangji-1' })) },
    'seat_without_base',
  ],
  ['for a base of another programme', { base: 'rhother-C09-yueqing-1' }, 'base_of_another'],
  ['to who sits for a place', { to: holding(seatOf('LG')) }, 'sides_apart'],
  [
    'to who sits for the place of another base',
    { to: holding(seatOf('CLO', { base: 'gasme-C10-hangji-1' })) },
    'sides_apart',
  ],
  ['to who acts for a place by a lent seat', { to: holding(lentTo('LG')) }, 'sides_apart'],
  [
    'of a place to who acts for the programme by a lent one',
    { actor: holderOf('LG'), role: 'LG', to: holding(lentTo('PM')) },
    'sides_apart',
  ],
  [
    'of a place to who sits for the programme',
    { actor: holderOf('LG'), role: 'LG', to: holding(seatOf('PM')) },
    'sides_apart',
  ],
  [
    'of the local government to the head of government of that base',
    { actor: holderOf('LG'), role: 'LG', to: holding(seatOf('HG')) },
    'seats_apart',
  ],
  [
    'of the head of government to who acts for the local government by a lent one',
    { actor: holderOf('HG'), role: 'HG', to: holding(lentTo('LG')) },
    'seats_apart',
  ],
])('nobody lends %s; the same lending in order is taken (SD6, SD7)', (_, { actor = officer, ...change }, code) => {
  const programme = aProgramme()
  expect(codeOf(programme.send({ ...lending, ...change }, { actor }))).toBe(code)
  expect(programme.state().seq).toBe(0)
  expect(codeOf(programme.send(lending, { actor: officer }))).toBe('accepted')
})

test.each([
  ['whoever lent the seat', officer, 'accepted'],
  ['whoever has it', somebody('p-friend', seatOf('SO', { id: 'd-1' })), 'accepted'],
  ['a director', holderOf('PD'), 'accepted'],
  ['another officer', holderOf('SO', 2), 'not_your_role'],
  ['a manager', holderOf('PM'), 'not_your_role'],
])('a delegation that runs is ended by %s: %s', (_, actor, outcome) => {
  const programme = aProgramme()
  programme.send(lending, { actor: officer })
  const end: ProgrammeCommand = { type: 'end_delegation', delegation: 'd-1' }
  expect(codeOf(programme.send(end, { actor }))).toBe(outcome)
  if (outcome === 'accepted') expect(codeOf(programme.send(end, { actor }))).toBe('unknown_mandate')
})

test('a seat that is for one base is lent for that base where none is named, by a place as by the programme', () => {
  for (const role of ['SO', 'LG'] as const) {
    const judged = aProgramme().send({ ...lending, role }, { actor: somebody('p-x', seatOf(role, { base: here })) })
    expect(judged).toMatchObject({ ok: true, events: [{ type: 'seat_delegated', mandate: { role, base: here } }] })
  }
  const wide = aProgramme().send(lending, { actor: officer })
  expect(wide.ok && wide.events.map((event) => event.type === 'seat_delegated' && event.mandate.base)).toEqual([
    undefined,
  ])
})

test('who once sat for the other side is lent a seat of a place as of the programme: the twin', () => {
  const once = (role: 'LG' | 'PM') => holding(seatOf(role, { until: dayOfNomination }))
  expect(codeOf(aProgramme().send({ ...lending, to: once('LG') }, { actor: officer }))).toBe('accepted')
  const ofPlace = { ...lending, role: 'LG', to: once('PM') } as const
  expect(codeOf(aProgramme().send(ofPlace, { actor: holderOf('LG') }))).toBe('accepted')
})

test.each([
  ['of another base', 'LG', seatOf('HG', { base: 'gasme-C10-hangji-1' })],
  ['that has ended', 'LG', seatOf('HG', { until: dayOfNomination })],
  ['that begins after the loan', 'HG', seatOf('LG', { from: lending.until })],
  ['of another office of the place', 'LG', seatOf('LX')],
] as const)('a seat of the place is lent to who holds one %s: the twin', (_, role, held) => {
  const judged = aProgramme().send({ ...lending, role, to: holding(held) }, { actor: holderOf(role) })
  expect(codeOf(judged)).toBe('accepted')
})

test('delegations that have run out are forgotten when the next one comes', () => {
  const programme = aProgramme()
  programme.send(lending, { actor: officer })
  const later = { ...lending, id: 'd-2', until: '2027-09-01T00:00:00.000Z' }
  programme.send(later, { actor: officer, at: '2027-05-01T00:00:00.000Z' })
  expect(Object.keys(programme.state().delegations ?? {})).toEqual(['d-2'])
})

test('nobody gives a seat to himself, though he may give one to others (SD10)', () => {
  const grant = (person: string): ProgrammeCommand => ({
    type: 'grant_mandates',
    mandates: [{ id: 'm', person, organisation: 'programme', role: 'SO', from: dayOfNomination }],
    proposal: 'so-5',
    paper: { sha256: 'a'.repeat(64) },
  })
  const administrator = holderOf('AD')
  expect(aProgramme().send(grant('p-ad-1'), { actor: administrator })).toMatchObject({
    refusal: { code: 'grant_to_oneself', detail: { rule: 'SD10' } },
  })
  expect(codeOf(aProgramme().send(grant('p-so-5'), { actor: administrator }))).toBe('accepted')
})

test('an administrator who is manager too proposes no call, and an auditor grants no seat (SD9, SD10)', () => {
  const propose: ProgrammeCommand = { type: 'propose_call', call: '2027' }
  const both = somebody('p-both', seatOf('AD'), seatOf('PM'))
  expect(codeOf(aProgramme().send(propose, { actor: both }))).toBe('seat_forbids')
  expect(codeOf(aProgramme().send(propose, { actor: somebody('p-both', seatOf('PM')) }))).toBe('accepted')
  const revoke: ProgrammeCommand = { type: 'revoke_mandate', mandate: 'm', code: 'WDR' }
  expect(codeOf(aProgramme().send(revoke, { actor: somebody('p-both', seatOf('AU'), seatOf('PD')) }))).toBe(
    'seat_forbids',
  )
  expect(codeOf(aProgramme().send(revoke, { actor: somebody('p-both', seatOf('AD'), seatOf('PD')) }))).toBe('accepted')
})

test('both names stand in the record of a delegate’s act, and both seats are claimed (SD7)', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  const actor = delegateOf('p-so-1', { person: 'p-friend', role: 'SO' })
  const judged = base.send({ type: 'decide', step: '1.4a.1', option: 'complete' }, { actor })
  expect(judged).toMatchObject({
    claims: [
      { claim: 'mandate', mandate: 'm-SO-lent' },
      { claim: 'mandate', mandate: 'm-SO-own' },
    ],
  })
  const acted = base
    .events()
    .flatMap((event) => (event.type === 'step_acted' && event.key === '1.4a' ? [event.by] : []))
  expect(acted).toEqual([
    { person: 'p-friend', role: 'SO', mandate: 'm-SO-lent', onBehalfOf: 'p-so-1', delegator: 'p-so-1' },
  ])
})

test('an own seat goes before a lent one, so that nobody hides behind another name', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  const own = [seatOf('SO', { id: 'm-own' })]
  const actor = delegateOf('p-so-1', { person: 'p-friend', role: 'SO', own })
  base.send({ type: 'decide', step: '1.4a.1', option: 'complete' }, { actor })
  expect(base.state().stage?.steps['1.4a.1']?.acts).toEqual([{ person: 'p-friend', option: 'complete' }])
})
