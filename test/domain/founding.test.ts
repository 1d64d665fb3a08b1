import { expect, test } from '@jest/globals'
import type { GrantMandates } from '../../domain/command.js'
import type { ConfirmSeats, FoundProgramme } from '../../domain/commands/founding.js'
import { evolveProgramme } from '../../domain/programme/evolve.js'
import { unfounded } from '../../domain/programme/state.js'
import { aProgramme } from './a-programme.js'
import { seatsBeside } from '../../domain/programme/founding.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { refusalText } from '../../domain/refusal.js'
import type { Actor } from '../../domain/values/actor.js'
import type { MandateGrant } from '../../domain/values/mandate.js'
import { dayOfNomination as now, holderOf, personWith } from '../support/an-example.js'
import { seatOf } from '../support/standing.js'

const founder = (person: string) =>
  ({ id: `m-${person}`, person, organisation: 'o-office', role: 'AD', from: now }) as const
const found: FoundProgramme = {
  type: 'found',
  label: { en: 'Cooperation bases', 'zh-CN': '合作基地' },
  procedure: 'light',
  organisation: { kind: 'organisation', id: 'o-office', name: { en: 'Office', local: 'Office' }, country: 'US' },
  seats: [founder('p-ada'), founder('p-bo')],
}
const nobodyYet: Actor = { person: 'p-ada', channel: 'api', mandates: [] }

test('a programme begins with two founders, both of whom stand in the ledger with their seats', () => {
  const programme = aProgramme('gicc')
  expect(programme.send(found, nobodyYet)).toEqual([
    {
      type: 'programme_founded',
      label: found.label,
      procedure: 'light',
      organisation: found.organisation,
      founders: ['p-ada', 'p-bo'],
    },
    { type: 'founder_seated', seat: founder('p-ada') },
    { type: 'founder_seated', seat: founder('p-bo') },
  ])
  const again = { type: 'add_to_register', entry: found.organisation } as const
  expect(programme.send(again, holderOf('AD'))).toBe('registered_already')
})

test.each([
  ['one founder', [founder('p-ada')]],
  ['the same person twice', [founder('p-ada'), founder('p-ada')]],
  ['three founders', [founder('p-ada'), founder('p-bo'), founder('p-cy')]],
  ['nobody', []],
])('no programme begins with %s', (_, seats) => {
  expect(aProgramme('gicc').send({ ...found, seats }, nobodyYet)).toBe('founders_not_two')
})

test('a programme that stands is not founded a second time', () => {
  const programme = aProgramme('gicc')
  programme.send({ type: 'propose_call', call: 'call-1' }, holderOf('PM'))
  expect(programme.send(found, nobodyYet)).toBe('programme_stands')
})

const grant: GrantMandates = {
  type: 'grant_mandates',
  mandates: [{ id: 'm-1', person: 'p-so-9', organisation: 'o-office', role: 'SO', from: now }],
  proposal: 'so-9',
  paper: { number: 'GASME-2026-14', date: '2026-11-20' },
}
const confirm: ConfirmSeats = { type: 'confirm_seats', proposal: 'so-9', seq: 1 }

test('SD10: one proposes a seat on a paper, another gives it, and the ledger has both with the paper', () => {
  const programme = aProgramme('gicc')
  expect(programme.send(grant, holderOf('PD'))).toMatchObject([{ type: 'seats_proposed', paper: grant.paper }])
  expect(programme.send(confirm, holderOf('PD'))).toBe('second_person_needed')
  expect(programme.send(confirm, holderOf('PM'))).toBe('not_your_role')
  expect(programme.send(confirm, holderOf('AD'))).toMatchObject([
    {
      type: 'mandates_granted',
      mandates: grant.mandates,
      paper: grant.paper,
      proposedBy: 'p-pd-1',
      by: { person: 'p-ad-1' },
    },
  ])
  expect(programme.state().seats).toEqual({})
  expect(programme.send(confirm, holderOf('AD', 2))).toBe('no_proposal')
})

test('SD10: whoever gets the seat does not confirm it, whatever else he or she holds', () => {
  const programme = aProgramme('gicc')
  programme.send(grant, holderOf('PD'))
  expect(programme.send(confirm, personWith('p-so-9', 'AD'))).toBe('grant_to_oneself')
  expect(programme.send(confirm, personWith('p-so-8', 'AD'))).toHaveLength(1)
})

test('a seat without a paper is not proposed', () => {
  const { paper: _, ...without } = grant
  expect(aProgramme('gicc').send(without, holderOf('AD'))).toBe('appointment_paper_missing')
  expect(aProgramme('gicc').send(grant, holderOf('AD'))).toMatchObject([{ type: 'seats_proposed' }])
})

test.each(roleCodes)(
  'a seat of %s is proposed for a base where it is a role of a place, and never for another programme',
  (role) => {
    const proposed = (change: object) =>
      aProgramme('gicc').send(
        { ...grant, mandates: grant.mandates.map((one) => ({ ...one, role, ...change })) },
        holderOf('AD'),
      )
    const taken = [{ type: 'seats_proposed' }]
    if (roles[role].perBase) expect(proposed({})).toBe('seat_without_base')
    else expect(proposed({})).toMatchObject(taken)
    expect(proposed({ base: 'gicc-F02-hanoi-1' })).toMatchObject(taken)
    expect(proposed({ base: 'gasme-C09-yueqing-1' })).toBe('base_of_another')
  },
)

test('a seat that would end before it begins, or as it begins, is not proposed', () => {
  const until = (end: string) =>
    aProgramme('gicc').send(
      { ...grant, mandates: grant.mandates.map((one) => ({ ...one, until: end })) },
      holderOf('AD'),
    )
  expect([until('2026-01-01T00:00:00.000Z'), until(now)]).toEqual(['seat_ends_too_soon', 'seat_ends_too_soon'])
  expect(until('2099-01-01T00:00:00.000Z')).toMatchObject([{ type: 'seats_proposed' }])
})

const mayor = { person: 'p-mayor', organisation: 'o-place', base: 'gicc-F02-hanoi-1', from: now } as const
const seated = (first: Partial<MandateGrant> & { role: Role }, second: Partial<MandateGrant> & { role: Role }) =>
  aProgramme('gicc').send(
    { ...grant, mandates: [first, second].map((one, index) => ({ id: `m-${index}`, ...mayor, ...one })) },
    holderOf('AD'),
  )

test('nobody is proposed as local government and as head of government of one base, in whichever order', () => {
  expect(seated({ role: 'LG' }, { role: 'HG' })).toBe('seats_apart')
  expect(seated({ role: 'HG' }, { role: 'LG' })).toBe('seats_apart')
})

test.each([
  ['two people', {}, { person: 'p-deputy' }],
  ['one person for two bases', {}, { base: 'gicc-F03-hue-1' }],
  ['one person, one after the other', { until: '2027-06-01T00:00:00.000Z' }, { from: '2027-06-01T00:00:00.000Z' }],
])('both seats are proposed for %s: the twin', (_, first, second) => {
  expect(seated({ role: 'LG', ...first }, { role: 'HG', ...second })).toMatchObject([{ type: 'seats_proposed' }])
})

test('of the two seats that hear of each other somebody who holds one is given no second one, other seats are', () => {
  const holds = (role: Role) => [seatOf(role, { base: mayor.base })]
  const seat = { id: 'm-1', ...mayor }
  const place = roleCodes.filter((role) => roles[role].perBase)
  const refused = place.flatMap((role) =>
    place
      .filter((other) => seatsBeside([{ ...seat, role }], () => holds(other)) !== undefined)
      .map((other) => `${role} beside ${other}`),
  )
  expect(refused).toEqual(['LG beside HG', 'HG beside LG'])
  expect(seatsBeside([{ ...seat, role: 'HG' }], () => holds('LG'))).toEqual({
    code: 'seats_apart',
    detail: { rule: 'SD2', person: 'p-mayor', base: mayor.base, role: 'HG', holds: 'LG' },
  })
})

test('no programme is founded with a seat that reaches nothing of it', () => {
  const astray = { ...founder('p-bo'), base: 'gasme-C09-yueqing-1' }
  expect(aProgramme('gicc').send({ ...found, seats: [founder('p-ada'), astray] }, nobodyYet)).toBe('base_of_another')
})

test('a command of before two persons were asked means what it meant, so that its history is judged as it was', () => {
  const old = { type: 'grant_mandates', mandates: grant.mandates } as const
  expect(aProgramme('gicc').send(old, holderOf('AD'))).toMatchObject([
    { type: 'mandates_granted', mandates: grant.mandates },
  ])
  expect(aProgramme('gicc').send(old, holderOf('PM'))).toBe('not_your_role')
})

test('a name that waits is not used a second time, and the words of every object are no names that wait', () => {
  const programme = aProgramme('gicc')
  programme.send(grant, holderOf('PD'))
  expect(programme.send(grant, holderOf('PD', 2))).toBe('proposal_exists')
  expect(programme.send({ ...confirm, proposal: 'constructor' }, holderOf('AD'))).toBe('no_proposal')
})

test('a seat that was given by one person alone, before, stays readable and changes nothing that waits', () => {
  const by = { person: 'p-pd-1', role: 'PD', mandate: 'm', onBehalfOf: 'o' } as const
  const event = { type: 'mandates_granted', mandates: grant.mandates, by } as const
  const old = { seq: 1, occurredAt: now, schemaVersion: 1, event, commandId: 'c' }
  expect(evolveProgramme(unfounded('gicc'), old)).toEqual({ ...unfounded('gicc'), seq: 1 })
})

test('the sentences say in both languages what was got and what to do', () => {
  const no = { code: 'founders_not_two', detail: { got: 1 } } as const
  expect(refusalText(no, 'en').says).toBe('A programme is founded by two different persons; named: 1.')
  expect(refusalText(no, 'zh-CN').says).toContain('两名不同的人员')
})
