import { expect, test } from '@jest/globals'
import type { Procedure } from '../../domain/procedure.js'
import { full } from '../../domain/gicc/full.js'
import { aNominatedBase } from '../support/a-base.js'
import { decisionOn } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { play } from '../support/playing.js'

test('a base goes from nomination to its second yearly review in the order of the mission', () => {
  const base = aNominatedBase()
  play(base, { until: () => base.state().facts.reviews.length === 2 })
  const { past, facts, status, stage } = base.state()
  expect([...past.map((one) => one.stage), stage?.stage]).toEqual([
    'nomination',
    'due_diligence',
    'memorandum',
    'launch',
    'yearly_review',
    'yearly_review',
  ])
  expect(facts.reviews.map(({ year, colour }) => [year, colour])).toEqual([
    [2028, 'green'],
    [2029, 'green'],
  ])
  expect(status).toBe('active_green')
})

test('the statuses of a smooth life come in the order of the life cycle', () => {
  const base = aNominatedBase()
  play(base, { until: () => base.state().facts.reviews.length === 1 })
  const moves = base.events().flatMap((event) => (event.type === 'status_changed' ? [event.to] : []))
  expect(moves).toEqual([
    'nominated',
    'screening',
    'shortlisted',
    'in_due_diligence',
    'recommended',
    'slot_reserved',
    'mou_in_negotiation',
    'mou_signed',
    'preparing_launch',
    'active_green',
  ])
})

test('the papers of a smooth first year are ordered one after another', () => {
  const base = aNominatedBase()
  play(base, { until: () => base.open('5.11a') !== undefined || base.state().past.length === 5 })
  const papers = base.events().flatMap((event) => (event.type === 'document_ordered' ? [event.kind] : []))
  expect(papers).toEqual([
    'dossier_receipt',
    'session_minutes',
    'decision_letter',
    'due_diligence_report',
    'session_minutes',
    'public_notice',
    'session_minutes',
    'approval_resolution',
    'decision_letter',
    'concordance_certificate',
    'mou_text',
    'authority_record',
    'custody_record',
    'name_licence',
    'launch_record',
    'session_minutes',
    'review_letter',
  ])
})

test('nothing moves on until the text that is to be signed is made', () => {
  const base = aNominatedBase()
  play(base, { until: () => base.open('3.8b') !== undefined })
  const revision = base.open('3.8b')
  if (revision === undefined) throw new Error('3.8b is open')
  base.send(decisionOn(base, { step: revision, option: 'concordant' }), { actor: holderOf('RV') })
  expect([base.openKeys(), base.state().orders.map(({ kind }) => kind)]).toEqual([
    [],
    ['concordance_certificate', 'mou_text'],
  ])
  play(base, { until: () => base.openKeys().length > 0 })
  expect(base.openKeys()).toEqual(['3.9a', '3.9b', '3.9c'])
})

test('the plaque bears the year and the slot, and the memorandum runs for three years', () => {
  const base = aNominatedBase()
  play(base, { until: () => base.state().status === 'active_green' })
  const { plaque, slot, signedOn, endsOn } = base.state().facts
  expect([plaque, slot]).toEqual(['GICCB-2026-01', 1])
  expect(Number(endsOn?.slice(0, 4)) - Number(signedOn?.slice(0, 4))).toBe(3)
})

test('the first review opens on the first 1 January at least six months after activation (R10)', () => {
  const base = aNominatedBase()
  play(base, { until: () => base.state().status === 'active_green' })
  const { activatedOn = '', firstReviewOn = '' } = base.state().facts
  expect([activatedOn.slice(0, 4), firstReviewOn, base.state().stage?.year]).toEqual([
    '2026',
    '2028-01-01T05:00:00.000Z',
    2028,
  ])
})

/** A value with the keys of every object in the order PostgreSQL gives them back: shorter ones first, then by bytes. */
const asStored = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asStored)
  if (typeof value !== 'object' || value === null) return value
  const inOrder = Object.entries(value).toSorted(
    ([one], [other]) => one.length - other.length || (one < other ? -1 : 1),
  )
  return Object.fromEntries(inOrder.map(([key, inner]) => [key, asStored(inner)]))
}

test('a procedure that PostgreSQL has given back leads the same life, whatever the order of its keys', () => {
  const stored: { procedure: Procedure } = JSON.parse(JSON.stringify(asStored({ procedure: full })))
  expect(Object.keys(stored.procedure.steps['1.4a']?.options ?? {})).not.toEqual(full.steps['1.4a']?.order)
  const [here, there] = [full, stored.procedure].map((procedure) => {
    const base = aNominatedBase({ procedure })
    play(base, { until: () => base.state().facts.reviews.length === 1 })
    return base.recorded
  })
  expect(there).toEqual(here)
})
