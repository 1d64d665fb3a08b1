import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { defined } from '../../domain/values/defined.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { actKindOf, anonymousRoles } from '../../domain/sight/act-kind.js'
import { outcomeOf, stepsUnseen } from '../../domain/sight/outcome.js'
import { seenAs, type SeatSeen, type SightMoment, type SightReader } from '../../domain/sight/seen-as.js'
import type { ThingSeen } from '../../domain/sight/thing.js'

const base = 'gasme-C09-yueqing-1'
const now = '2027-06-01T08:00:00.000Z'
const moment = { now }
const me = 'p-me'

/** Columns of the table: the programme's roles, then those of the place. */
const columns: readonly Role[] = [
  ...(['PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD'] as const),
  ...(['AS', 'TR', 'RV', 'RP', 'AP', 'AU', 'AD'] as const),
  ...(['LG', 'HG', 'LX', 'SA', 'CLO', 'EN', 'AL'] as const),
]

const theirs = (side: 'programme' | 'partner') => ({ person: 'p-other', side })
const mine = { person: me, side: 'programme' as const }

/**
 * What the rules say (8.12), written by hand and not asked of the function: w whole, m masked, - nothing. Beside each thing
 * what the programme's roles see and what those of the place see, column by column.
 */
const expected: readonly (readonly [thing: ThingSeen, programme: string, place: string])[] = [
  [{ kind: 'base' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'step' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'figures' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'times' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'decision' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'vote' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'sheet' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'rating' }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'outcome', act: 'vote', toldElsewhere: true }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  // What a screening came to: by the row of what compliance alone reads, before and after (1.6).
  [{ kind: 'outcome', act: 'decision', screening: 'verdict' }, 'wwmwwmmwmmwwwwwmmmwmwm', 'mmmmmmm'],
  [
    { kind: 'act', act: 'decision', isSealed: false, screening: 'verdict', ...theirs('programme') },
    'wwmwwmmwmmwwwwwmmmwmwm',
    'mmmmmmm',
  ],
  [
    { kind: 'act', act: 'decision', isSealed: false, screening: 'verdict', ...mine },
    'wwwwwwwwwwwwwwwwwwwwww',
    'wwwwwww',
  ],
  [{ kind: 'step', screening: 'by_being_there' }, 'ww-ww--w--wwwww---w-w-', '-------'],
  [{ kind: 'points' }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'act', act: 'decision', isSealed: false, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'decision', isSealed: false, ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'vote', isSealed: false, ...theirs('programme') }, 'wmwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'act', act: 'vote', isSealed: false, ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'vote', isSealed: true, ...theirs('programme') }, 'mmmmmmmmmmmwmwmmmmmmwm', 'mmmmmmm'],
  [{ kind: 'act', act: 'vote', isSealed: true, ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'sheet', isSealed: false, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'act', act: 'sheet', isSealed: true, ...theirs('programme') }, 'mmmmmmmmmmmmmmmmmmmmmm', 'mmmmmmm'],
  [{ kind: 'act', act: 'sheet', isSealed: true, ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'rating', isSealed: false, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'paper', paper: 'call_notice' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'dossier_receipt' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'decision_letter' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'feedback_sheet' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'due_diligence_report' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'paper', paper: 'mou_text' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'launch_record' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'review_letter' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'withdrawal_resolution' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'public_notice' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'approval_resolution' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'concordance_certificate' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'authority_record' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'custody_record' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'name_licence' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'improvement_plan' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'redress_decision' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'session_minutes' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'minutes' }, '----------ww-ww-----w-', '-------'],
  [{ kind: 'scan' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'words', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'words', sentBack: true, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'words', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'words', ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'name', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'name', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'interest', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'interest', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'letter', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'letter', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'inner' }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'command', person: 'p-other' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'command', person: me }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'record' }, '--------------------w-', '-------'],
  [{ kind: 'witnesses' }, 'ww------------------ww', '-------'],
  [{ kind: 'log' }, '-w------------------ww', '-------'],
  [{ kind: 'overview' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
]

const formOf = { w: 'whole', m: 'masked', '-': 'none' } as const
type Letter = keyof typeof formOf
const isLetter = (text: string): text is Letter => text in formOf

/** A seat as the role is held: for the programme, or for the base where the role is held for one. */
const seatOf = (role: Role, more: Partial<SeatSeen> = {}): SeatSeen => {
  const seat = { role, programme: 'gasme', from: '2027-01-01T00:00:00.000Z' }
  return roles[role].perBase ? { ...seat, base, ...more } : { ...seat, ...more }
}
const reading = (...seats: readonly SeatSeen[]): SightReader => ({ person: me, seats, interests: [] })

interface Way {
  readonly reader: (role: Role) => SightReader
  readonly moment: SightMoment
  /** Whether the table holds; else nothing is seen but what one sent oneself. */
  readonly isSeated: boolean
}

/** The moments: of the seat, and of what is asked. */
const ways: Readonly<Record<string, Way>> = {
  'now, seat in force': { reader: (role) => reading(seatOf(role)), moment: { now }, isSeated: true },
  'as of a day before the seat began, seat in force now': {
    reader: (role) => reading(seatOf(role)),
    moment: { now, asOf: '2026-06-01T00:00:00.000Z' },
    isSeated: true,
  },
  'seat ended': {
    reader: (role) => reading(seatOf(role, { until: '2027-02-01T00:00:00.000Z' })),
    moment: { now },
    isSeated: false,
  },
  'as of a day on which the seat was in force, seat ended': {
    reader: (role) => reading(seatOf(role, { until: '2027-02-01T00:00:00.000Z' })),
    moment: { now, asOf: '2027-01-15T00:00:00.000Z' },
    isSeated: false,
  },
  'seat ends this very moment': {
    reader: (role) => reading(seatOf(role, { until: now })),
    moment: { now },
    isSeated: false,
  },
  'seat not begun': {
    reader: (role) => reading(seatOf(role, { from: '2027-06-01T08:00:00.001Z' })),
    moment: { now },
    isSeated: false,
  },
  'seat of another base': {
    reader: (role) => reading(seatOf(role, { base: 'gasme-C10-hangji-1' })),
    moment: { now },
    isSeated: false,
  },
  'seat of another programme': {
    reader: (role) => {
      const { base: held, ...seat } = seatOf(role)
      return reading({ ...seat, programme: 'rhabcd', ...defined({ base: held?.replace('gasme', 'rhabcd') }) })
    },
    moment: { now },
    isSeated: false,
  },
  'no seat at all': { reader: () => reading(), moment: { now }, isSeated: false },
}

type Seen = typeof seenAs

/** Every cell in which the function and the table differ. */
const wrongIn = (seen: Seen): readonly string[] =>
  Object.entries(ways).flatMap(([way, { reader, moment, isSeated }]) =>
    expected.flatMap(([thing, programme, place]) =>
      [...(programme + place)].flatMap((letter, column) => {
        const role = columns[column]
        if (role === undefined || !isLetter(letter)) return [`a row is too long: ${thing.kind}`]
        const isOwnCommand = thing.kind === 'command' && thing.person === me
        const right = isSeated || isOwnCommand ? formOf[letter] : 'none'
        const got = seen(reader(role), { thing: { ...thing, of: base }, moment })
        return got === right ? [] : [`${way} · ${role} · ${JSON.stringify(thing)}: ${got}, not ${right}`]
      }),
    ),
  )

test('the table has a cell for every role', () => {
  expect(columns.toSorted()).toEqual([...roleCodes].toSorted())
  for (const [, programme, place] of expected) expect([programme.length, place.length]).toEqual([22, 7])
})

test('of every role, thing and moment the function says what the rules say', () => {
  expect(wrongIn(seenAs)).toEqual([])
})

/** Ways in which the function could be wrong; each must be seen by the table. */
const mistakes: Readonly<Record<string, Seen>> = {
  'an ended seat still sees': (reader, at) =>
    seenAs({ ...reader, seats: reader.seats.map(({ until: _, ...seat }) => seat) }, at),
  'a seat of then sees what was then': (reader, { thing, moment }) =>
    seenAs(reader, { thing, moment: { now: moment.asOf ?? moment.now } }),
  'the report is a paper like others': (reader, { thing, moment }) =>
    seenAs(reader, { thing: thing.kind === 'paper' ? { ...thing, paper: 'mou_text' } : thing, moment }),
  'a vote is a decision like others': (reader, { thing, moment }) =>
    seenAs(reader, { thing: thing.kind === 'act' ? { ...thing, act: 'decision' } : thing, moment }),
  'a match is an outcome like others': (reader, { thing, moment }) =>
    seenAs(reader, {
      thing: thing.kind === 'outcome' ? { kind: thing.kind, act: thing.act, of: thing.of } : thing,
      moment,
    }),
  'an examination is a step like others': (reader, { thing, moment }) =>
    seenAs(reader, { thing: thing.kind === 'step' ? { kind: 'step', of: thing.of } : thing, moment }),
  'nothing is sealed': (reader, { thing, moment }) =>
    seenAs(reader, { thing: thing.kind === 'act' ? { ...thing, isSealed: false } : thing, moment }),
  'a foreign base is like the own': (reader, at) => {
    const seats = reader.seats.map((seat) => ({ ...seat, programme: 'gasme', base: at.thing.of }))
    return seenAs({ ...reader, seats }, at)
  },
}

test.each(Object.keys(mistakes))('the table would find that %s: the twin', (mistake) => {
  expect(wrongIn(mistakes[mistake] ?? seenAs).length).toBeGreaterThan(0)
})

test('a declared interest closes every thing of the base to every role, and of no other base (SD5)', () => {
  const seen = (role: Role, interests: readonly string[]) =>
    expected.map(([thing]) =>
      seenAs({ ...reading(seatOf(role)), interests }, { thing: { ...thing, of: base }, moment: { now } }),
    )
  for (const role of roleCodes) {
    expect([role, new Set(seen(role, [base]))]).toEqual([role, new Set(['none'])])
    expect(seen(role, ['gasme-C10-hangji-1'])).toEqual(seen(role, []))
  }
})

test('who holds seats on both sides sees by the wider one, and a lent seat shows no record and no log', () => {
  const report = { kind: 'paper', paper: 'due_diligence_report', of: base } as const
  expect(seenAs(reading(seatOf('LG'), seatOf('SO')), { thing: report, moment })).toBe('whole')
  const lent = seatOf('AU', { delegation: { delegator: 'p-au-1', mandate: 'm-au' } })
  for (const kind of ['record', 'log'] as const)
    expect(seenAs(reading(lent), { thing: { kind, of: base }, moment })).toBe('none')
  expect(seenAs(reading(lent), { thing: report, moment })).toBe('whole')
})

test('a seat for one base shows neither the overview nor what others sent, and nothing of the programme', () => {
  const seat = seatOf('PM', { base })
  for (const kind of ['overview', 'log', 'record', 'base'] as const)
    expect([kind, seenAs(reading(seat), { thing: { kind, of: 'gasme' }, moment })]).toEqual([kind, 'none'])
})

/** By hand: the steps on which bodies vote, assessors hand in sheets, and those who examine rate. */
const byHand = {
  vote: [
    '1.10',
    '2.8',
    '2.10',
    '5.8',
    '5.9b',
    '5.12a',
    'R2',
    '5.8r',
    '5.9r',
    'E6b',
    '5.13c',
    '5.13d',
    '8.10c',
    '8.2a',
    '8.16a',
    'R5',
  ],
  sheet: ['1.8', '1.8b', '5.6', '5.13f'],
  rating: ['2.3a', '2.3b', '2.3c', '2.3d', '2.3e', '2.3f', '2.3g', '2.5a', '2.5b'],
}

test('which acts are votes, sheets and ratings follows from the rules, and an unknown step is told as narrowly as can be', () => {
  for (const kind of ['vote', 'sheet', 'rating'] as const) {
    const found = Object.keys(full.steps).filter((key) => actKindOf(key, full) === kind)
    expect([kind, found.toSorted()]).toEqual([kind, byHand[kind].toSorted()])
  }
  expect(actKindOf('0.0', full)).toBe('vote')
  expect(Object.keys(light.steps).filter((key) => actKindOf(key, light) === 'vote')).toContain('2.8')
})

test('what screens and what examines follows from the rules (1.6)', () => {
  const keys = Object.keys(full.steps)
  const verdicts = keys.filter((key) => outcomeOf(key, full).screening === 'verdict')
  expect(verdicts.toSorted()).toEqual(['1.6a', '1.6b', '1.6c', '1.6d', '1.6e'])
  const unseen = stepsUnseen((thing) => seenAs(reading(seatOf('LG')), { thing: { ...thing, of: base }, moment }), full)
  expect(unseen.toSorted()).toEqual(['1.6b', '1.6c', '1.6e'])
})

test('those who decide together or blind act without a name before the place, and nobody else does', () => {
  expect([...anonymousRoles(full)].toSorted()).toEqual(['AP', 'BD', 'CH', 'CM', 'EX', 'RP', 'SM', 'SP', 'SV'])
})
