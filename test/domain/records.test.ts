import { expect, test } from '@jest/globals'
import type { ProgrammeCommand } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import { holdStates } from '../../domain/events/records.js'
import { full } from '../../domain/gicc/full.js'
import { evolveProgramme } from '../../domain/programme/evolve.js'
import { judgeProgramme, type ProgrammeJudgement } from '../../domain/programme/judge.js'
import { unfounded } from '../../domain/programme/state.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import { refusalText, type Refusal } from '../../domain/refusal.js'
import { isKeptOn, keptUntil, retentionRules, stepsThatKeepNames } from '../../domain/retention.js'
import { aNominatedBase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { calendarOfSide, dayOfNomination as now, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { defined } from '../../domain/values/defined.js'

const [director, otherDirector, administrator] = [holderOf('PD', 1), holderOf('PD', 2), holderOf('AD', 1)]
const seats = [{ id: 'm-so-1', role: 'SO', organisation: 'o-office', from: now } as const]
const request: ProgrammeCommand = { type: 'request_erasure', person: 'p-so-1' }
const confirm: Extract<ProgrammeCommand, { type: 'confirm_erasure' }> = {
  type: 'confirm_erasure',
  of: { person: 'p-so-1', mandates: seats },
  bases: [],
  seq: 1,
}
const hold: ProgrammeCommand = { type: 'hold_records', hold: 'h-1', of: { person: 'p-so-1' }, code: 'LEG' }

const aProgramme = () => {
  let state = unfounded('gasme')
  const answer = (
    command: ProgrammeCommand,
    { actor, claimRefusal }: { actor: Actor; claimRefusal?: ClaimRefusal },
  ) => {
    const rules = {
      procedure: full,
      calendar: calendarOfSide('programme'),
      ...defined({ claimRefusal }),
    }
    const judged = judgeProgramme(state, { envelope: { id: 'c', command, now, actor }, rules })
    if (judged.ok)
      for (const event of judged.events)
        state = evolveProgramme(state, { seq: state.seq + 1, occurredAt: now, schemaVersion: 1, event, commandId: 'c' })
    return judged
  }
  return { answer, send: (command: ProgrammeCommand, actor: Actor) => answer(command, { actor }), state: () => state }
}

const refusalOf = (judged: ProgrammeJudgement): Refusal => {
  if (judged.ok) throw new Error('accepted')
  for (const locale of ['en', 'zh-CN'] as const) expect(refusalText(judged.refusal, locale).says).not.toBe('')
  return judged.refusal
}

test('one asks that a person be erased, another confirms it, and the database must grant both (8.13)', () => {
  const programme = aProgramme()
  expect(programme.send(request, director)).toMatchObject({
    ok: true,
    events: [{ type: 'erasure_requested', person: 'p-so-1', by: { person: director.person } }],
    claims: [{ claim: 'mandate' }, { claim: 'erasure', person: 'p-so-1' }],
  })
  expect(programme.send(confirm, administrator)).toMatchObject({
    ok: true,
    events: [{ type: 'person_erased', person: 'p-so-1', requestedBy: director.person, mandates: ['m-so-1'] }],
    claims: [{ claim: 'mandate' }, { claim: 'erasure', person: 'p-so-1' }],
  })
  expect(programme.state().records).toEqual({ erasures: {}, holds: {} })
})

test('nobody confirms an erasure that nobody asked for, that he asked for himself, or that is about him', () => {
  const programme = aProgramme()
  expect(refusalOf(programme.send(confirm, director)).code).toBe('erasure_not_requested')
  programme.send(request, director)
  expect(refusalOf(programme.send(confirm, director)).code).toBe('second_person_needed')
  expect(refusalOf(programme.send(confirm, { ...otherDirector, person: 'p-so-1' })).code).toBe('second_person_needed')
  expect(programme.send(confirm, otherDirector).ok).toBe(true)
})

test('only director and administrator erase; compliance and counsel hold records besides', () => {
  const programme = aProgramme()
  for (const role of ['PM', 'CO', 'LC', 'AU'] as const)
    expect(refusalOf(programme.send(request, holderOf(role))).code).toBe('not_your_role')
  expect(refusalOf(programme.send(hold, holderOf('PM'))).code).toBe('not_your_role')
  for (const role of ['PD', 'AD', 'CO', 'LC'] as const) expect(programme.send(hold, holderOf(role)).ok).toBe(true)
})

const no: readonly { readonly from: ClaimRefusal; readonly detail: object }[] = [
  { from: { code: 'person_erased', person: 'p-so-1' }, detail: { person: 'p-so-1' } },
  { from: { code: 'records_held', person: 'p-so-1', hold: 'h-1' }, detail: { rule: '8.13', hold: 'h-1' } },
  {
    from: { code: 'retention_stands', person: 'p-so-1', base: 'b', keeps: 'signature', until: '2042-01-01' },
    detail: { rule: '8.13', base: 'b', until: '2042-01-01' },
  },
]

test.each(no)('what the database says no to with $from.code is refused in words, with its rule', ({ from, detail }) => {
  const refusal = refusalOf(aProgramme().answer(request, { actor: director, claimRefusal: from }))
  expect(refusal).toMatchObject({ code: from.code, detail })
})

test('a hold goes from asked over held and release asked to released, two people each time, and no other way', () => {
  const programme = aProgramme()
  const held: ProgrammeCommand = { type: 'confirm_hold', hold: 'h-1', seq: 1 }
  const release: ProgrammeCommand = { type: 'release_records', hold: 'h-1' }
  const released: ProgrammeCommand = { type: 'confirm_release', hold: 'h-1', seq: 3 }
  const codes = [held, release, released].map((command) => refusalOf(programme.send(command, director)).code)
  expect(codes).toEqual(['unknown_hold', 'unknown_hold', 'unknown_hold'])
  programme.send(hold, director)
  expect(refusalOf(programme.send(release, administrator))).toMatchObject({
    code: 'hold_not_so',
    detail: { needs: 'held' },
  })
  expect(refusalOf(programme.send(held, director)).code).toBe('second_person_needed')
  expect(programme.send(held, administrator).ok).toBe(true)
  expect(programme.send(release, administrator).ok).toBe(true)
  expect(refusalOf(programme.send(released, administrator)).code).toBe('second_person_needed')
  expect(programme.send(released, director).ok).toBe(true)
  expect(refusalOf(programme.send(held, director)).code).toBe('unknown_hold')
  expect(holdStates).toHaveLength(4)
})

test('whoever read another entry than the one that waits confirms neither an erasure nor a hold nor its end (8.13)', () => {
  const [programme, other] = [aProgramme(), 'other_entry_waits']
  const codeOf = (command: ProgrammeCommand) => refusalOf(programme.send(command, otherDirector)).code
  programme.send(request, director)
  programme.send(request, administrator)
  expect(codeOf({ ...confirm, seq: 1 })).toBe(other)
  expect(programme.send({ ...confirm, seq: 2 }, otherDirector).ok).toBe(true)
  const of = { hold: 'h-1' }
  programme.send(hold, director)
  expect(codeOf({ type: 'confirm_hold', ...of, seq: 3 })).toBe(other)
  expect(programme.send({ type: 'confirm_hold', ...of, seq: 4 }, otherDirector).ok).toBe(true)
  programme.send({ type: 'release_records', ...of }, director)
  expect(codeOf({ type: 'confirm_release', ...of, seq: 4 })).toBe(other)
  expect(programme.send({ type: 'confirm_release', ...of, seq: 6 }, otherDirector).ok).toBe(true)
})

test('records are kept ten years after the memorandum or the base, whichever ended later, and while the base lives', () => {
  expect(keptUntil({ closedAt: null, endsOn: '2030-02-28' })).toBeNull()
  expect(keptUntil({ closedAt: '2029-05-01T10:00:00.000Z', endsOn: '2030-02-28' })).toBe('2040-02-28')
  expect(keptUntil({ closedAt: '2031-05-01T10:00:00.000Z', endsOn: '2030-02-28' })).toBe('2041-05-01')
  expect(keptUntil({ closedAt: '2028-02-29T10:00:00.000Z', endsOn: null })).toBe('2038-02-28')
  const ended = { closedAt: '2031-05-01T10:00:00.000Z', endsOn: null }
  expect([isKeptOn(ended, '2041-04-30'), isKeptOn(ended, '2041-05-01')]).toEqual([true, false])
  expect(isKeptOn({ closedAt: null, endsOn: null }, '2999-01-01')).toBe(true)
})

test('who keeps a name are steps of the procedure, and every kind of record is named in both languages', () => {
  for (const key of stepsThatKeepNames) expect(full.steps[key]).toBeDefined()
  for (const { label } of Object.values(retentionRules)) expect(label['zh-CN']).toMatch(/\p{Script=Han}/u)
})

test('a person who left is waited for no longer; what was done stands, and a rule that then resolves to nobody is told', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  act(base, { key: '1.10', option: 'advance', number: 3 })
  const left = (number: number) => base.send({ type: 'person_left', person: `p-cm-${number}`, roles: ['CM'] })
  expect(left(3)).toMatchObject({ ok: true, events: [] })
  expect(left(4)).toMatchObject({ events: [{ type: 'step_recused', person: 'p-cm-4', acted: false }] })
  expect(left(4)).toMatchObject({ ok: true, events: [] })
  expect(stepOf(base, '1.10').acts.map(({ person }) => person)).toEqual(['p-cm-3'])
  expect(base.send({ type: 'holders', holders: { [stepOf(base, '1.10').id]: [] } })).toMatchObject({
    events: [{ type: 'vacancy_found', have: 0 }],
  })
})
