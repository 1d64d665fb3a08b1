import { expect, test } from '@jest/globals'
import { defined } from '../../domain/values/defined.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { seenAs, type SeatSeen, type SightReader } from '../../domain/sight/seen-as.js'
import { sightForms } from '../../domain/sight/sight-form.js'
import type { ThingSeen } from '../../domain/sight/thing.js'
import { base, expected, moment, now, reading, seatOf, theirs } from './visibility-table.js'

const lentAs = (role: Role, steps?: readonly string[]): SeatSeen =>
  seatOf(role, { delegation: { delegator: 'p-absent', mandate: 'm-absent', ...defined({ steps }) } })
const formsOf = (reader: SightReader): readonly string[] =>
  expected.map(([thing]) => seenAs(reader, { thing: { ...thing, of: base }, moment }))
const ofProgramme = roleCodes.filter((role) => roles[role].side === 'programme')

test.each(roleCodes.filter((role) => roles[role].side === 'partner'))(
  'whatever is lent to who sits for the place as %s, nothing more is seen than from the own seat (SD10)',
  (own) => {
    const wider = ofProgramme.flatMap((role) =>
      [lentAs(role), lentAs(role, ['1.4a'])].flatMap((lent) =>
        formsOf(reading(seatOf(own), lent)).join() === formsOf(reading(seatOf(own))).join() ? [] : [role],
      ),
    )
    expect(wider).toEqual([])
    expect(formsOf(reading(seatOf(own, { until: now }), lentAs('PM')))).toEqual(formsOf(reading(lentAs('PM'))))
  },
)

/** What a seat that was lent for some steps never shows of others, whatever its role; by hand. */
const beyondSteps: readonly ThingSeen[] = [
  { kind: 'act', act: 'vote', isSealed: false, ...theirs('programme') },
  { kind: 'act', act: 'sheet', isSealed: false, ...theirs('programme') },
  { kind: 'paper', paper: 'session_minutes' },
  { kind: 'minutes' },
  { kind: 'interest', ...theirs('programme') },
  { kind: 'letter', ...theirs('programme') },
  { kind: 'command', person: 'p-other' },
  { kind: 'overview' },
]

test('a seat that is lent for some steps shows of no role more than the role reads, nor how others voted, nor the programme', () => {
  const seen = (reader: SightReader, thing: ThingSeen) => seenAs(reader, { thing: { ...thing, of: base }, moment })
  const reads = (role: Role) => seen(reading(lentAs(role, ['1.4a'])), { kind: 'paper', paper: 'due_diligence_report' })
  for (const role of ofProgramme) {
    const steps = reading(lentAs(role, ['1.4a']))
    for (const thing of beyondSteps) expect([role, thing, seen(steps, thing)]).not.toEqual([role, thing, 'whole'])
    const wider = expected.filter(
      ([thing]) => sightForms.indexOf(seen(steps, thing)) > sightForms.indexOf(seen(reading(seatOf(role)), thing)),
    )
    expect([role, wider]).toEqual([role, []])
    expect([role, seen(steps, { kind: 'step' }), seen(steps, { kind: 'base' })]).toEqual([role, 'whole', 'whole'])
  }
  expect(ofProgramme.filter((role) => reads(role) === 'whole')).toEqual(['EX', 'DL', 'CM', 'CH', 'SM', 'BD', 'RP'])
})

test('of what was brought a seat for some steps reads what a task names, and one for all of them the whole case', () => {
  const brought = (tasks: readonly Role[]) =>
    ({ kind: 'exhibit', readers: 'PAR', person: 'p-other', isDecided: false, tasks, of: base }) as const
  const seen = (seat: SeatSeen, tasks: readonly Role[]) => seenAs(reading(seat), { thing: brought(tasks), moment })
  expect([seen(lentAs('PM', ['3.4']), []), seen(lentAs('PM', ['3.4']), ['PM'])]).toEqual(['none', 'whole'])
  expect([seen(lentAs('PM'), []), seen(seatOf('PM'), [])]).toEqual(['whole', 'whole'])
})

test('a role of a place that is held for no base shows none', () => {
  for (const role of roleCodes.filter((one) => roles[one].perBase)) {
    const { base: _, ...wide } = seatOf(role)
    expect(new Set(formsOf(reading(wide)))).toEqual(new Set(['none', 'whole']))
    expect(seenAs(reading(wide), { thing: { kind: 'base', of: base }, moment })).toBe('none')
  }
})
