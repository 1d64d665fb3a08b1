import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { sightRules } from '../../api/views/pinned-procedure.js'
import { payloadSeen } from '../../domain/sight/entry.js'
import { seenAs } from '../../domain/sight/seen-as.js'
import type { ThingSeen } from '../../domain/sight/thing.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview, evenSheet, holderOf, nomination } from '../support/an-example.js'
import { markOf, versionWith } from '../support/negotiating.js'
import { arrive, play, playTo, type Answers, offerSlot } from '../support/playing.js'

const withdraw = (base: ABase) => base.send({ type: 'withdraw', code: 'WDR' }, { actor: holderOf('LG') })
const count = (base: ABase, type: string): number => base.events().filter((event) => event.type === type).length

test('a nomination opens the letter of interest, and an invited one the dossier directly', () => {
  expect(aNominatedBase().openKeys()).toEqual(['1.2a'])
  expect(aNominatedBase({ invited: true }).openKeys()).toEqual(['1.3'])
})

test('what came with the file is closed by the file, and nobody acted on it', () => {
  const base = aNominatedBase({ invited: true })
  const closes = base.events().filter((event) => event.type === 'step_closed')
  expect(closes).toEqual([
    { type: 'step_closed', step: '1.2a.1', key: '1.2a', option: 'sent', how: 'file' },
    { type: 'step_closed', step: '1.2b.1', key: '1.2b', option: 'invite', how: 'file' },
  ])
  expect(count(base, 'step_acted')).toBe(0)
})

test('a nomination claims its cluster and the mandate of its manager', () => {
  const judgement = aBase().send(nomination, { actor: holderOf('PM') })
  expect(judgement.ok && judgement.claims).toEqual([
    { claim: 'mandate', mandate: 'm-PM-1' },
    { claim: 'cluster', programme: 'gasme', cluster: 'C09-yueqing' },
  ])
})

test('a cancellation that comes before the nomination leaves no trace, a later one is recorded as refused', () => {
  const base = aBase()
  base.send({ type: 'cancel_requested' })
  expect(base.recorded).toEqual([])
  expect(base.send(nomination, { actor: holderOf('PM') }).ok).toBe(true)
  base.send({ type: 'cancel_requested' })
  expect([base.events().at(-1), base.openKeys()]).toEqual([{ type: 'cancel_refused' }, ['1.2a']])
})

test('readings without a year are named in the view, and so are the parts still missing', () => {
  const undated = { measure: 'exports', value: 20, unit: 'CNY billion', year: null, evidence: 4 } as const
  const base = aBase()
  const { cluster } = nomination
  const readings = [...cluster.readings, undated]
  base.send({ ...nomination, cluster: { ...cluster, readings } }, { actor: holderOf('PM') })
  expect(base.view()).toMatchObject({
    undated: ['exports'],
    missingParts: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    stage: 'nomination',
    status: 'expression_of_interest',
    closed: false,
  })
  expect(aNominatedBase().view().undated).toEqual([])
})

test.each<{ at: StepKey; answers?: Answers; freed: number }>([
  { at: '1.2b', freed: 0 },
  { at: '1.3', freed: 0 },
  { at: '1.4b', answers: { '1.4a': 'return' }, freed: 0 },
  { at: '1.7', freed: 0 },
  { at: '1.10', freed: 0 },
  { at: '1.10w', answers: { '1.10': 'waiting_list' }, freed: 0 },
  { at: '2.1a', freed: 0 },
  { at: '2.5a', freed: 0 },
  { at: '2.8d', answers: { '2.8': 'defer' }, freed: 0 },
  { at: '2.10', freed: 0 },
  { at: '2.10w', answers: { '2.10': 'waiting_list' }, freed: 0 },
  { at: '3.5', freed: 1 },
  { at: '3.12a', freed: 1 },
  { at: '4.5a', freed: 1 },
  { at: '4.12b', freed: 1 },
])('the nominee may withdraw at $at, and $freed slot is freed', ({ at, answers = {}, freed }) => {
  const base = playTo(aNominatedBase(), { key: at, answers })
  expect(withdraw(base).ok).toBe(true)
  expect(base.state()).toMatchObject({ status: 'withdrawn_by_nominee', code: 'WDR', closed: true })
  expect([count(base, 'slot_freed'), base.openKeys(), base.nextDueAt()]).toEqual([freed, [], null])
  expect(base.state().facts.slot).toBeUndefined()
})

test('the nominee withdraws from a hold too, and what was open is stopped', () => {
  const base = playTo(aNominatedBase(), { key: '2.3a' })
  base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PD') })
  expect(withdraw(base).ok).toBe(true)
  const stopped = base.events().filter((event) => event.type === 'step_closed' && event.how === 'stopped')
  expect([stopped.length, base.state().status]).toEqual([9, 'withdrawn_by_nominee'])
})

test('a government that refuses the memorandum lets the reservation lapse and frees the slot once', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  act(base, { key: '3.5', option: 'refuse', code: 'GOV' })
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'GOV', closed: true })
  expect(count(base, 'slot_freed')).toBe(1)
  expect(base.view().slot).toBeUndefined()
})

test('the text lapses with a code of its own when it was returned too often (R1)', () => {
  const base = aNominatedBase()
  play(base, {
    answers: { '3.8b': 'differences' },
    until: () => base.state().closed || base.open('3.9a') !== undefined,
  })
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'TXT' })
})

test('a material change opens clearance again, and an objection there the draft', () => {
  const base = playTo(aNominatedBase(), { key: '3.7a', answers: { '3.5': 'comments' } })
  const version = versionWith(base, { money: markOf('money', 1) })
  act(base, { key: '3.7a', option: 'revised', text: { version } })
  act(base, { key: '3.7b', option: 'agreed' })
  expect(base.openKeys()).toEqual(['3.3a', '3.3b'])
  act(base, { key: '3.3a', option: 'object' })
  act(base, { key: '3.3b', option: 'clear' })
  expect(base.openKeys()).toEqual(['3.2a'])
})

test('a change that is not material goes to clearance by the government alone (R6)', () => {
  const base = playTo(aNominatedBase(), { key: '3.7a', answers: { '3.5': 'comments' } })
  act(base, { key: '3.7a', option: 'revised' })
  act(base, { key: '3.7b', option: 'agreed' })
  expect(base.openKeys()).toEqual(['3.6a', '3.6b'])
})

test('a committee that declines is heard with the letter that goes out, and the matter closes when the time for redress is over (8.9)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10', brings: { sheets: [evenSheet(0.62)] } })
  while (base.open('1.10') !== undefined) act(base, { key: '1.10', option: 'decline', code: 'COM' })
  expect(base.state()).toMatchObject({ status: 'screening', closed: false })
  act(base, { key: '1.11', option: 'notified' })
  expect(base.state()).toMatchObject({ status: 'declined', code: 'COM', closed: false })
  expect(base.openKeys()).toEqual(['R0'])
  act(base, { key: 'R0', option: 'accept' })
  expect(base.state()).toMatchObject({ status: 'declined', code: 'COM', closed: true })
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'document_ordered', kind: 'feedback_sheet' }))
})

test('a place in a session counts only when it is awaited', () => {
  const base = playTo(aNominatedBase(), { key: '1.9b' })
  base.send({ type: 'rank', session: 'too-early', place: 1, of: 3 })
  act(base, { key: '1.9b', option: 'lock' })
  expect([base.state().ranks, base.openKeys(), base.view().awaitsSession]).toEqual([[], [], true])
  base.send({ type: 'rank', session: 'spring', place: 2, of: 3 })
  base.send({ type: 'rank', session: 'spring', place: 2, of: 3 })
  expect([base.state().ranks.length, base.openKeys()]).toEqual([1, ['1.10']])
})

test('the reason of a waiting list is gone when the base moves on', () => {
  const base = playTo(aNominatedBase(), { key: '2.10w', answers: { '2.10': 'waiting_list' } })
  expect(base.view().code).toBe('QUO')
  offerSlot(base)
  play(base, { until: () => base.open('3.5') !== undefined })
  expect(base.view().code).toBeUndefined()
})

test('a yellow year that is repaired is green again', () => {
  const base = aNominatedBase()
  const weak = { brings: { reviewSheet: evenReview(0.6) }, answers: { '5.8': 'yellow' } }
  play(base, { ...weak, until: () => base.state().facts.reviews.length === 1 })
  expect(base.view()).toMatchObject({ status: 'active_yellow', colour: 'yellow', code: 'PLN', reviews: 1 })
  play(base, { until: () => base.state().facts.reviews.length === 2 })
  expect(base.view()).toMatchObject({ status: 'active_green', colour: 'green' })
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'step_closed', key: '5.11c' }))
})

test('a red base is withdrawn by the board, loses its signs, and its slot is free', () => {
  const base = aNominatedBase()
  const brings = { reviewSheet: evenReview(0.4) }
  play(base, { brings, answers: { '5.8': 'red_proposal' }, until: () => base.open('5.12b') !== undefined })
  expect(base.state()).toMatchObject({ status: 'active_green', colour: 'red' })
  arrive(base)
  act(base, { key: '5.12b', option: 'removed' })
  expect(base.state()).toMatchObject({ status: 'red', code: 'PLN', closed: true })
  expect(count(base, 'slot_freed')).toBe(1)
})

test.each([
  { option: 'advance', statuses: ['shortlisted', 'in_due_diligence'] },
  { option: 'waiting_list', statuses: ['waiting_list'] },
  { option: 'decline', statuses: ['declined'] },
])('$option of the committee reaches the nominee with the step that tells it, and nothing before (1.11)', (told) => {
  const base = playTo(aNominatedBase(), { key: '1.11', answers: { '1.10': told.option } })
  const kinds = () => base.events().flatMap((event) => (event.type === 'document_ordered' ? [event.kind] : []))
  // Minutes count votes and are for the programme alone.
  const before = ['dossier_receipt', 'session_minutes']
  expect([base.state().status, kinds()]).toEqual(['screening', before])
  act(base, { key: '1.11', option: 'notified' })
  const sheet = told.option === 'decline' ? ['feedback_sheet'] : []
  const statuses = base.events().flatMap((event) => (event.type === 'status_changed' ? [event.to] : []))
  expect([statuses.slice(2), kinds()]).toEqual([told.statuses, [...before, ...sheet, 'decision_letter']])
  // Nor does an entry that the place reads say it before (8.12).
  const rules = sightRules(base.procedure)
  const place = {
    person: 'p-lg-1',
    seats: [{ role: 'LG', base: 'gasme-b-1', programme: 'gasme', from: '' }],
    interests: [],
  } as const
  const sees = (thing: ThingSeen) =>
    seenAs(place, { thing: { ...thing, of: 'gasme-b-1' }, moment: { now: base.now() } })
  const at = base.recorded.findIndex(({ event }) => event.type === 'step_closed' && event.key === '1.10')
  const until = base.recorded.findIndex(({ event }) => event.type === 'step_closed' && event.key === '1.11')
  const read = base.recorded.slice(at, until).map(({ event }) => {
    const seen = payloadSeen(event, { person: place.person, sees, rules, sealed: new Set() })
    return JSON.stringify(seen.payload)
  })
  expect(read.filter((line) => line.includes(told.option) || line.includes('taken'))).toEqual([])
  // Neither do kind and number of the entries: they are the same whatever was decided.
  const kindsRead = read.map((line) => z.object({ type: z.string() }).parse(JSON.parse(line)).type)
  const since = kindsRead.slice(0, kindsRead.indexOf('step_opened') + 1)
  expect(since).toEqual(['step_closed', 'document_ordered', 'shortlist_decided', 'step_opened'])
})
