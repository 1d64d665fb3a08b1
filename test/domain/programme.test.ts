import { expect, test } from '@jest/globals'
import type { ProgrammeCommand, ProgrammeNews } from '../../domain/command.js'
import type { Candidate } from '../../domain/values/candidate.js'
import type { Actor } from '../../domain/values/actor.js'
import { full } from '../../domain/gicc/full.js'
import { evolveProgramme } from '../../domain/programme/evolve.js'
import { judgeProgramme, type ProgrammeJudgement } from '../../domain/programme/judge.js'
import { programmeViewOf } from '../../domain/programme/view.js'
import { judgeConvened, rankingOf } from '../../domain/programme/sessions.js'
import { openCall, unfounded } from '../../domain/programme/state.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import { calendarOfSide, dayOfNomination, holderOf, personWith } from '../support/an-example.js'
import { plainDate } from '../../domain/calendar-date.js'
import { someWords } from '../support/filling.js'
import { defined } from '../../domain/values/defined.js'

/** A programme in memory with a clock that tests turn by hand. */
const aProgramme = () => {
  let state = unfounded('gasme')
  let now = dayOfNomination
  const send = (
    command: ProgrammeCommand | ProgrammeNews,
    by: { readonly actor?: Actor; readonly claimRefusal?: ClaimRefusal } = {},
  ): ProgrammeJudgement => {
    const { actor, claimRefusal } = by
    const judged = judgeProgramme(state, {
      envelope: { id: 'c', command, now, ...defined({ actor }) },
      rules: {
        procedure: full,
        calendar: calendarOfSide('programme'),
        ...defined({ claimRefusal }),
      },
    })
    if (judged.ok)
      for (const event of judged.events)
        state = evolveProgramme(state, { seq: state.seq + 1, occurredAt: now, schemaVersion: 1, event, commandId: 'c' })
    return judged
  }
  return { send, state: () => state, turnTo: (instant: string) => void (now = instant) }
}

const propose: ProgrammeCommand = { type: 'propose_call', call: '2027' }
const open: ProgrammeCommand = { type: 'approve_call', call: '2027', option: 'open' }
const manager = holderOf('PM')
const director = holderOf('PD')

const anOpenCall = () => {
  const programme = aProgramme()
  programme.send(propose, { actor: manager })
  programme.send(open, { actor: director })
  return programme
}

test('a call that the manager proposes and the director approves is open for sixty days', () => {
  const programme = anOpenCall()
  // 26 November and sixty days: 25 January at midnight in New York.
  const windowEnds = '2027-01-26T05:00:00.000Z'
  expect(openCall(programme.state())).toEqual({ call: '2027', windowEnds })
  expect(programmeViewOf(programme.state(), full.settings)).toEqual({
    nextDueAt: windowEnds,
    openCall: '2027',
    windowEnds,
  })
})

test('SD1: nobody approves the call he or she proposed', () => {
  const programme = aProgramme()
  const both = personWith('p-both', 'PM', 'PD')
  programme.send(propose, { actor: both })
  expect(programme.send(open, { actor: both })).toEqual({
    ok: false,
    refusal: { code: 'separation_of_duties', detail: { rule: 'SD1', step: '1.1b', other: '1.1a', scope: 'programme' } },
  })
  expect(openCall(programme.state())).toBeUndefined()
  expect(programme.send(open, { actor: personWith('p-other', 'PM', 'PD') }).ok).toBe(true)
})

test('a call that is put off is not open, and not approved a second time', () => {
  const programme = aProgramme()
  programme.send(propose, { actor: manager })
  programme.send({ ...open, option: 'not_now' }, { actor: director })
  expect(programme.state().calls['2027']).toMatchObject({ state: 'put_off' })
  expect(programme.send(open, { actor: director })).toMatchObject({ ok: false, refusal: { code: 'call_not_open' } })
})

test('the end of the window closes the call, and not a moment before', () => {
  const programme = anOpenCall()
  programme.turnTo('2027-01-26T04:59:59.999Z')
  expect(programme.send({ type: 'tick' })).toMatchObject({ ok: true, events: [] })
  programme.turnTo('2027-01-26T05:00:00.000Z')
  expect(programme.send({ type: 'tick' })).toMatchObject({ events: [{ type: 'call_closed', call: '2027' }] })
  expect(programme.send({ type: 'tick' })).toMatchObject({ events: [] })
  expect(programmeViewOf(programme.state(), full.settings)).toEqual({
    nextDueAt: null,
    openCall: null,
    windowEnds: null,
  })
})

const candidate = (base: string, score: number): Candidate => ({
  base,
  score,
  category: 'electric',
  province: 'CN-ZJ',
  overlaps: [],
  cluster: base,
})

test('a session ranks by score, and equal scores by the id, whoever reads it', () => {
  const candidates = [candidate('b', 75), candidate('c', 80), candidate('a', 75), candidate('d', 74.99)]
  const inOrder = ['c', 'a', 'b', 'd']
  expect(rankingOf(candidates).map(({ base }) => base)).toEqual(inOrder)
  expect(rankingOf(candidates.toReversed()).map(({ base }) => base)).toEqual(inOrder)
})

test('a session is convened once under its name, by the secretary', () => {
  const programme = aProgramme()
  const convene: ProgrammeCommand = { type: 'convene_session', session: 'spring', candidates: [candidate('a', 75)] }
  expect(programme.send(convene, { actor: holderOf('CS') }).ok).toBe(true)
  const again = programme.send(convene, { actor: holderOf('CS') })
  expect(again).toMatchObject({ ok: false, refusal: { code: 'session_exists' } })
  expect(programme.send({ ...convene, session: 'autumn' }, { actor: holderOf('CS') }).ok).toBe(true)
  expect(programme.state().sessions).toEqual(['spring', 'autumn'])
})

test('a session meets on the day that is named, and on none that has passed', () => {
  const programme = aProgramme()
  const meets = { on: plainDate('2099-06-14'), mode: 'by_link' } as const
  const convene = { type: 'convene_session', session: 'spring', candidates: [candidate('a', 75)], meets } as const
  const past = { ...convene, meets: { ...meets, on: plainDate('2020-06-14') } }
  expect(programme.send(past, { actor: holderOf('CS') })).toMatchObject({
    ok: false,
    refusal: { code: 'session_day_past', detail: { session: 'spring', on: '2020-06-14' } },
  })
  expect(programme.send(convene, { actor: holderOf('CS') })).toMatchObject({
    ok: true,
    events: [{ type: 'session_convened', meets }],
  })
})

test('the day of a session that was convened is moved by the secretary, with a reason, and to no day that has passed', () => {
  const programme = aProgramme()
  const meets = { on: plainDate('2099-06-14'), mode: 'by_link' } as const
  const convene = { type: 'convene_session', session: 'spring', candidates: [candidate('a', 75)], meets } as const
  const to = { on: plainDate('2099-06-21'), mode: 'in_room' } as const
  const move = {
    type: 'move_session',
    session: 'spring',
    meets: to,
    code: 'FMJ',
    reason: someWords,
    bases: ['a'],
  } as const
  expect(programme.send(move, { actor: holderOf('CS') })).toMatchObject({
    refusal: { code: 'session_unknown', detail: { session: 'spring', known: [] } },
  })
  programme.send(convene, { actor: holderOf('CS') })
  expect(programme.send(move, { actor: holderOf('PM') })).toMatchObject({ refusal: { code: 'not_your_role' } })
  const past = { ...move, meets: { ...to, on: plainDate('2020-06-14') } }
  expect(programme.send(past, { actor: holderOf('CS') })).toMatchObject({ refusal: { code: 'session_day_past' } })
  expect(programme.send(move, { actor: holderOf('CS') })).toMatchObject({
    ok: true,
    events: [{ type: 'session_moved', from: meets, meets: to, code: 'FMJ', reason: someWords }],
  })
  expect(programme.state().meetings).toEqual({ spring: to })
  const over = judgeConvened(
    { sessions: ['spring'], meetings: { spring: { ...to, on: plainDate('2026-06-01') } } },
    { command: move, by: { person: 'p', role: 'CS', mandate: 'm', onBehalfOf: 'o' }, today: plainDate('2026-06-02') },
  )
  expect(over).toMatchObject({ code: 'session_day_past', detail: { on: '2026-06-01' } })
  const note = {
    type: 'note_session',
    session: 'spring',
    present: [{ person: 'p-cm-1', from: '2027-06-14T13:00:00.000Z' }],
    minutes: someWords,
  } as const
  expect(programme.send(note, { actor: holderOf('CS') })).toMatchObject({
    ok: true,
    events: [
      {
        type: 'session_noted',
        session: 'spring',
        present: [{ person: 'p-cm-1', from: '2027-06-14T13:00:00.000Z' }],
        minutes: someWords,
      },
    ],
  })
})

test('a session with no base to rank is refused, and says what to wait for (1.10)', () => {
  const programme = aProgramme()
  const nobody: ProgrammeCommand = { type: 'convene_session', session: 'spring', candidates: [] }
  expect(programme.send(nobody, { actor: holderOf('CS') })).toMatchObject({
    ok: false,
    refusal: { code: 'no_base_to_rank', detail: { session: 'spring' } },
  })
  expect(programme.state().sessions).toEqual([])
})

test('a call has one name', () => {
  const programme = anOpenCall()
  expect(programme.send(propose, { actor: manager })).toMatchObject({ ok: false, refusal: { code: 'call_exists' } })
  expect(programme.send({ ...propose, call: '2028' }, { actor: manager }).ok).toBe(true)
})

const grant: ProgrammeCommand = {
  type: 'grant_mandates',
  mandates: [{ id: 'm1', person: 'p-1', organisation: 'programme', role: 'SO', from: dayOfNomination }],
  proposal: 'so-1',
  paper: { number: '2026-14', date: '2026-11-20' },
}
const revoke: ProgrammeCommand = { type: 'revoke_mandate', mandate: 'm1', code: 'WDR' }
const convene: ProgrammeCommand = { type: 'convene_session', session: 's', candidates: [candidate('a', 75)] }

test.each([
  { what: 'propose a call', command: propose, may: ['PM'] },
  { what: 'convene a session', command: convene, may: ['CS'] },
  { what: 'grant mandates', command: grant, may: ['AD', 'PD'] },
  { what: 'revoke a mandate', command: revoke, may: ['AD', 'PD'] },
] as const)('only $may $what', ({ command, may }) => {
  for (const role of ['PM', 'PD', 'CS', 'AD', 'BD', 'AU'] as const) {
    const judged = aProgramme().send(command, { actor: holderOf(role) })
    expect([role, judged.ok]).toEqual([role, may.some((one) => one === role)])
    if (!judged.ok) expect(judged.refusal).toMatchObject({ code: 'not_your_role', detail: { have: [role] } })
  }
})

test('a seat for one base alone is no seat of the programme, and neither is one that has ended', () => {
  const [held] = manager.mandates
  for (const change of [{ base: 'gasme-C09-yueqing-1' }, { until: dayOfNomination }]) {
    const actor = { ...manager, mandates: held === undefined ? [] : [{ ...held, ...change }] }
    expect(aProgramme().send(propose, { actor })).toMatchObject({ ok: false, refusal: { code: 'not_your_role' } })
  }
  expect(aProgramme().send(propose, { actor: manager }).ok).toBe(true)
})

test('a mandate that the database finds revoked does not count', () => {
  const claimRefusal = { code: 'mandate_not_in_force', mandate: 'm-PM-1' } as const
  const judged = aProgramme().send(propose, { actor: manager, claimRefusal })
  expect(judged).toMatchObject({ ok: false, refusal: { code: 'mandate_not_in_force' } })
})

test('what a person asks of a programme without being known is a defect, not a refusal', () => {
  expect(() => aProgramme().send(propose)).toThrow('without an actor')
})

test('a programme remembers two hundred sessions and no more', () => {
  const programme = aProgramme()
  for (let nth = 1; nth <= 210; nth += 1) programme.send({ ...convene, session: `s${nth}` }, { actor: holderOf('CS') })
  expect([programme.state().sessions.length, programme.state().sessions[0], programme.state().seq]).toEqual([
    200,
    's11',
    210,
  ])
})
