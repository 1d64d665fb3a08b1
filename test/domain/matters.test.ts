import { expect, test } from '@jest/globals'
import type { BaseCommand } from '../../domain/command.js'
import type { MatterFacts, RaisedByPeople } from '../../domain/matters.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { calendarOfSide, evenReview, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'
import { workingDaysBetween } from '../../domain/calendar.js'

const active = (): ABase => playTo(aNominatedBase(), { key: '5.2a' })
const raise = (matter: RaisedByPeople, asked: { code: ReasonCode; facts?: MatterFacts }): BaseCommand => ({
  type: 'raise',
  matter,
  ...asked,
})

test('a sanctions match after signature, before launch, freezes the case and stops every other clock (E6, 14.5)', () => {
  const base = playTo(aNominatedBase(), { key: '4.1a' })
  const due = base.open('4.1a')?.dueAt ?? ''
  expect(base.send(raise('integrity_stop', { code: 'INT' }), { actor: holderOf('CO', 1) }).ok).toBe(true)
  expect(base.state()).toMatchObject({ status: 'suspended', heldStatus: 'preparing_launch' })
  expect(refusalOf(act(base, { key: '4.1a', option: 'constituted' }))).toMatchObject({
    code: 'base_frozen',
    detail: { step: '4.1a.1', open: ['E6a.1'] },
  })
  const stopped = base.now()
  base.turnTo('2028-06-15T15:00:00.000Z' > stopped ? '2028-06-15T15:00:00.000Z' : stopped)
  expect(act(base, { key: 'E6a', option: 'lift', number: 2 }).ok).toBe(true)
  expect(base.state().status).toBe('preparing_launch')
  expect((base.open('4.1a')?.dueAt ?? '') > due).toBe(true)
  const calendar = calendarOfSide('partner')
  expect(workingDaysBetween(calendar, { from: stopped, to: base.now() })).toBeGreaterThan(0)
})

test('whoever raised the stop does not lift it, and a silent compliance officer leaves it to the board (E6, SD2)', () => {
  const base = active()
  base.send(raise('integrity_stop', { code: 'INT' }), { actor: holderOf('CO', 1) })
  expect(refusalOf(act(base, { key: 'E6a', option: 'lift', number: 1 }))).toEqual({
    code: 'second_person_needed',
    detail: { step: 'E6a.1', rule: 'SD2' },
  })
  while (base.open('E6a') !== undefined) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
  for (const number of [1, 2]) act(base, { key: 'E6b', option: 'end', number })
  expect(base.openKeys()).toContain('E6c')
  // The name is not lost before the resolution is out and the time to take it down is over (8.11).
  expect(base.state()).toMatchObject({ status: 'suspended', closed: false })
  expect(base.state().orders.map(({ kind }) => kind)).toContain('withdrawal_resolution')
  expect(refusalOf(act(base, { key: '5.2a', option: 'submit' }))).toMatchObject({
    code: 'base_frozen',
    detail: { open: ['E6c.1'] },
  })
  expect(act(base, { key: 'E6c', option: 'removed' }).ok).toBe(true)
  expect(base.state()).toMatchObject({ status: 'red', code: 'INT', closed: true })
  expect(base.state().facts.slot).toBeUndefined()
})

test('a base whose stop was confirmed is red when the time to take down its name is over, shown or not (8.11)', () => {
  const base = active()
  base.send(raise('integrity_stop', { code: 'INT' }), { actor: holderOf('CO', 1) })
  act(base, { key: 'E6a', option: 'to_board', number: 2 })
  for (const number of [1, 2]) act(base, { key: 'E6b', option: 'end', number })
  const due = base.open('E6c')?.dueAt ?? ''
  while (!base.state().closed && base.nextDueAt() !== null) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
  expect(base.state()).toMatchObject({ status: 'red', code: 'INT', closed: true })
  expect(base.now()).toBe(due)
})

test('a changed place that no longer holds is red after its name is taken down, and its year goes on until then (8.10)', () => {
  const base = active()
  base.send(raise('change', { code: 'GOV', facts: { change: 'boundary', share: 0.3 } }), { actor: holderOf('LG') })
  act(base, { key: '8.10a', option: 'assess', number: 9 })
  act(base, { key: '8.10b', option: 'fails', number: 9 })
  for (const number of [8, 9]) act(base, { key: '8.10c', option: 'end', number })
  expect(base.openKeys()).toEqual(['5.2a', 'R0'])
  expect(base.state().orders.map(({ kind }) => kind)).toContain('withdrawal_resolution')
  act(base, { key: 'R0', option: 'accept' })
  expect(base.openKeys()).toEqual(['5.2a', '5.12b'])
  expect(base.state().closed).toBe(false)
  expect(act(base, { key: '5.12b', option: 'removed' }).ok).toBe(true)
  expect(base.state()).toMatchObject({ status: 'red', closed: true })
})

test('before activation a confirmed stop lets the base lapse instead of losing a name it never had (R2)', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  base.send(raise('integrity_stop', { code: 'INT' }), { actor: holderOf('CO', 1) })
  act(base, { key: 'E6a', option: 'to_board', number: 2 })
  for (const number of [1, 2]) act(base, { key: 'E6b', option: 'end', number })
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'INT', closed: true })
})

test('a boundary that grows by 12 % is assessed anew and cannot just be noted (8.10, 14.17)', () => {
  const base = active()
  base.send(raise('change', { code: 'GOV', facts: { change: 'boundary', share: 0.12 } }), { actor: holderOf('LG') })
  expect(refusalOf(act(base, { key: '8.10a', option: 'noted', number: 9 }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['assess'] },
  })
  expect(act(base, { key: '8.10a', option: 'assess', number: 9 }).ok).toBe(true)
  expect(base.openKeys()).toContain('8.10b')
})

test('two districts merge: the change is noted, the base stands, and the report goes on beside it (8.10, 14.18)', () => {
  const base = active()
  base.send(raise('change', { code: 'GOV', facts: { change: 'merger' } }), { actor: holderOf('LG') })
  expect(act(base, { key: '8.10a', option: 'noted', number: 9 }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['5.2a'])
})

test('a base that ends by agreement with funds unspent accounts for them, and its slot is free after the notice (9, 14.26)', () => {
  const base = active()
  base.send(raise('ending', { code: 'WDR' }), { actor: holderOf('LG') })
  const began = base.now()
  play(base, { until: () => base.open('3.13l') !== undefined })
  expect(Date.parse(base.now()) - Date.parse(began)).toBeGreaterThanOrEqual(89 * 86_400_000)
  act(base, { key: '3.13l', option: 'reported' })
  expect(base.state().facts.slot).toBe(1)
  act(base, { key: '3.13m', option: 'returned', code: 'FIN', number: 9 })
  expect(base.state()).toMatchObject({ status: 'ended_by_agreement', code: 'FIN', closed: true })
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'slot_freed', slot: 1 }))
})

test('the clock raises the renewal 180 days before the end of term; two green years carry it on for another term (3.13, 9)', () => {
  const base = playTo(aNominatedBase(), { key: '3.13e' })
  const { endsOn = '' } = base.state().facts
  const days = (Date.parse(`${endsOn}T00:00:00Z`) - Date.parse(base.now())) / 86_400_000
  expect(Math.round(days)).toBe(180)
  playTo(base, { key: '3.13h' })
  play(base, { until: () => base.state().facts.endsOn !== endsOn })
  expect(base.state().facts.endsOn).toBe(`${Number(endsOn.slice(0, 4)) + 3}${endsOn.slice(4)}`)
})

test('without two green years the renewal is refused, and the base expires with its term (9)', () => {
  const base = playTo(aNominatedBase(), {
    key: '3.13f',
    answers: { '5.8': 'yellow' },
    brings: { reviewSheet: evenReview(0.6) },
  })
  expect(refusalOf(act(base, { key: '3.13f', option: 'agree', number: 9 }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['refuse'] },
  })
  act(base, { key: '3.13f', option: 'refuse', code: 'PLN', number: 9 })
  play(base, {
    answers: { '5.8': 'yellow' },
    brings: { reviewSheet: evenReview(0.6) },
    until: () => base.state().closed,
  })
  expect(base.state()).toMatchObject({ status: 'expired', code: 'PLN', closed: true })
})

test('an amendment is cleared and signed by both sides on one hash (3.13)', () => {
  const base = active()
  base.send(raise('amendment', { code: 'TXT' }), { actor: holderOf('PM') })
  act(base, { key: '3.13a', option: 'ready', number: 9 })
  act(base, { key: '3.13b', option: 'clear', number: 9 })
  playTo(base, { key: '3.13c' })
  const step = base.open('3.13c')?.id ?? ''
  expect(
    refusalOf(base.send({ type: 'decide', step, option: 'signed', seen: ['another'] }, { actor: holderOf('AS', 9) }))
      .code,
  ).toBe('text_changed')
  act(base, { key: '3.13c', option: 'signed', number: 9 })
  act(base, { key: '3.13d', option: 'signed', number: 9 })
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'memorandum_amended' }))
})

test('a matter is raised by those the table names, for its codes, once at a time, and only where it fits', () => {
  const base = active()
  expect(refusalOf(base.send(raise('integrity_stop', { code: 'INT' }), { actor: holderOf('PM') })).code).toBe(
    'not_your_role',
  )
  expect(refusalOf(base.send(raise('integrity_stop', { code: 'PLN' }), { actor: holderOf('CO') })).code).toBe(
    'code_not_fitting',
  )
  expect(refusalOf(base.send(raise('change', { code: 'GOV' }), { actor: holderOf('LG') })).code).toBe('facts_missing')
  base.send(raise('amendment', { code: 'TXT' }), { actor: holderOf('PM') })
  expect(refusalOf(base.send(raise('amendment', { code: 'TXT' }), { actor: holderOf('PM') })).code).toBe('matter_open')
  const early = playTo(aNominatedBase(), { key: '1.3' })
  expect(refusalOf(early.send(raise('ending', { code: 'WDR' }), { actor: holderOf('PD') }))).toMatchObject({
    code: 'matter_not_possible',
    detail: { allowed: ['integrity_stop', 'change', 'cap_waiver'] },
  })
})

test('sheets of the year are opened by the cluster body of an active base, several at a time, and hold nothing off (5.14)', () => {
  const base = active()
  const open = { type: 'open_record', record: 'year_record' } as const
  expect(refusalOf(base.send(open, { actor: holderOf('LG') })).code).toBe('not_your_role')
  for (const _ of [1, 2]) expect(base.send(open, { actor: holderOf('CLO') }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['5.2a', '5.14a', '5.14a'])
  act(base, { key: '5.14a', option: 'record' })
  expect(base.openKeys()).toEqual(['5.2a', '5.14a'])
  act(base, { key: '5.14a', option: 'record_receipts' })
  expect(base.openKeys()).toEqual(['5.2a', '5.14b'])
  act(base, { key: '5.2a', option: 'submit' })
  expect(base.openKeys()).toEqual(expect.arrayContaining(['5.14b', '5.2b']))
  const early = playTo(aNominatedBase(), { key: '1.3' })
  expect(refusalOf(early.send(open, { actor: holderOf('CLO') }))).toMatchObject({
    code: 'matter_not_possible',
    detail: { allowed: [] },
  })
})

test('a firm asks, is answered and says how it was; a sheet nobody hands in is put away (5.15)', () => {
  const base = active()
  const open = { type: 'open_record', record: 'service_request' } as const
  expect(refusalOf(base.send(open, { actor: holderOf('CLO') })).code).toBe('not_your_role')
  base.send(open, { actor: holderOf('EN') })
  act(base, { key: '5.15a', option: 'asked' })
  act(base, { key: '5.15b', option: 'replied' })
  act(base, { key: '5.15c', option: 'marked' })
  expect(base.openKeys()).toEqual(['5.2a'])
  base.send(open, { actor: holderOf('EN') })
  play(base, { leaves: '5.15a', until: () => base.open('5.15a') === undefined })
  expect(base.events()).toContainEqual(
    expect.objectContaining({ type: 'step_closed', step: '5.15a.2', option: 'left_open' }),
  )
})
