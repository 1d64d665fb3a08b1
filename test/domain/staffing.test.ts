import { expect, test } from '@jest/globals'
import { samplePeople, smallStaff } from '../../cli/sample-data.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import type { Role } from '../../domain/role.js'
import { separation } from '../../domain/gicc/separation.js'
import { conflictOf } from '../../domain/separation.js'
import { staffedBy, staffing, type Member } from '../../domain/staffing.js'

const staff = smallStaff()
const place = 'C08-luoshe'
const all = samplePeople().people.filter(({ base }) => base === undefined || base === place)
const besides = Object.keys(staff.beside)
const twelve: readonly Member[] = staffedBy(all, staff).filter(({ id }) => !besides.includes(id))

/** The twelve without one role of one of them. */
const without = (role: Role, person: string): readonly Member[] =>
  twelve.map((one) => (one.id === person ? { ...one, roles: one.roles.filter((held) => held !== role) } : one))

test('light is filled by twelve people: nine of the programme and three of the place (R18)', () => {
  expect(twelve.filter(({ base }) => base === undefined)).toHaveLength(9)
  expect(twelve.filter(({ base }) => base === place)).toHaveLength(3)
  expect(staffing(light, twelve)).toMatchObject({ ok: true })
})

test('in what the search found nobody ever does two acts of a forbidden pair, and every quorum is filled (SD1–SD10, R19)', () => {
  const found = staffing(light, twelve)
  const who = Object.entries(found.ok ? found.who : {})
  expect(who.length).toBeGreaterThan(100)
  const broken = twelve.flatMap(({ id }) => {
    const own = who.flatMap(([key, people]) => (people.includes(id) ? [key] : []))
    return own.flatMap((key) => {
      const conflict = conflictOf(separation, {
        key,
        acted: { life: own.filter((other) => other !== key), before: own, stage: own },
      })
      return conflict === undefined ? [] : [`${id} ${key} ${conflict.other}`]
    })
  })
  expect(broken).toEqual([])
  expect(found.ok && found.who['1.10']).toHaveLength(2)
})

test('all twelve are needed: without any one of them some step stays empty', () => {
  const spare = twelve.filter(
    ({ id }) =>
      staffing(
        light,
        twelve.filter((one) => one.id !== id),
      ).ok,
  )
  expect(spare.map(({ id }) => id)).toEqual([])
})

test.each([
  { role: 'SO', person: 'p-co-1', step: '1.5b', rule: 'SD2' },
  { role: 'CO', person: 'p-lc-1', step: '1.6b', rule: 'SD2' },
  { role: 'SV', person: 'p-cs-1', step: '2.5b', rule: 'SD2' },
] as const)('without a second $role the step $step stays empty, by $rule', ({ role, person, step, rule }) => {
  const found = staffing(light, without(role, person))
  expect(found).toMatchObject({ ok: false, unfilled: { role, rule } })
  expect(found.ok ? '' : found.unfilled.step.slice(0, 2)).toBe(step.slice(0, 2))
})

test('twelve cannot fill the full procedure: its committee needs six', () => {
  expect(staffing(full, twelve)).toMatchObject({ ok: false, unfilled: { role: 'CM', needs: 6, have: 3 } })
})

test('an auditor counts for no seat, whatever else he or she holds (SD9)', () => {
  const reading = twelve.map((one) => (one.id === 'p-pd-1' ? { ...one, roles: [...one.roles, 'AU' as const] } : one))
  expect(staffing(light, reading)).toMatchObject({ ok: false, unfilled: { role: 'PD', have: 0 } })
})

test('a signatory who is counsel as well leaves the signature without anybody (SD8)', () => {
  const counsel = twelve.map((one) => (one.id === 'p-pd-1' ? { ...one, roles: [...one.roles, 'LC' as const] } : one))
  expect(staffing(light, counsel)).toMatchObject({ ok: false, unfilled: { step: '3.11a', role: 'AS', have: 0 } })
})

test('the large staff of the sample fills the full procedure', () => {
  expect(staffing(full, all)).toMatchObject({ ok: true })
})
