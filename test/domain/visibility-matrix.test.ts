import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { defined } from '../../domain/values/defined.js'
import { roleCodes, type Role } from '../../domain/role.js'
import { actKindOf, anonymousRoles } from '../../domain/sight/act-kind.js'
import { outcomeOf, stepsUnseen } from '../../domain/sight/outcome.js'
import { seenAs, type SightMoment, type SightReader } from '../../domain/sight/seen-as.js'
import { base, columns, expected, me, moment, now, reading, seatOf } from './visibility-table.js'

const formOf = { w: 'whole', m: 'masked', '-': 'none' } as const
type Letter = keyof typeof formOf
const isLetter = (text: string): text is Letter => text in formOf

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
  'seat of another programme that names this very base': {
    reader: (role) => reading({ ...seatOf(role), programme: 'rhabcd', base }),
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
  'a base is whose seat names it': (reader, at) => {
    const seats = reader.seats.map((seat) => (seat.base === at.thing.of ? { ...seat, programme: 'gasme' } : seat))
    return seenAs({ ...reader, seats }, at)
  },
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
