import { expect, test } from '@jest/globals'
import type { DatedEntry, Moment } from '../../domain/as-of.js'
import { diffBetween } from '../../domain/diff.js'
import { locales } from '../../domain/locale.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playMinutely } from '../support/a-dated-ledger.js'

const happened = (at: string): Moment => ({ at, on: '2099-12-31', by: 'happened' })
const [dawn, dusk] = [happened('2000-01-01T00:00:00.000Z'), happened('2099-01-01T00:00:00.000Z')]

const lived = (): readonly DatedEntry[] => {
  const base = aNominatedBase()
  playMinutely(base, { until: ({ state }) => state().facts.reviews.length === 1 })
  return base.recorded.map((entry) => ({ ...entry, recordedAt: entry.occurredAt, effectiveOn: null }))
}
const entries = lived()

test('over a whole life every new status, stage and colour is a change, made by the entry that says so', () => {
  const { changes } = diffBetween(exampleBase, { entries, from: dawn, to: dusk, scoring: false })
  const made = (facet: string) => changes.filter((one) => one.facet === facet).map(({ entry }) => entry.seq)
  const told = (type: string) => entries.filter(({ event }) => event.type === type).map(({ seq }) => seq)
  expect(made('status')).toEqual([1, ...told('status_changed')])
  expect(made('slot')).toEqual(told('slot_reserved'))
  expect(made('signed')).toEqual(told('memorandum_signed'))
  expect(made('paper')).toEqual(told('document_made'))
  expect(made('colour').length).toBe(1)
  const acts = [...told('step_opened'), ...told('step_acted'), ...told('step_closed')]
  for (const seq of acts) expect([seq, made('step').includes(seq)]).toEqual([seq, true])
})

test('changes of two halves together are the changes of the whole', () => {
  const middle = happened(entries[Math.floor(entries.length / 2)]?.occurredAt ?? '')
  const whole = diffBetween(exampleBase, { entries, from: dawn, to: dusk, scoring: false })
  const [first, second] = [
    diffBetween(exampleBase, { entries, from: dawn, to: middle, scoring: false }),
    diffBetween(exampleBase, { entries, from: middle, to: dusk, scoring: false }),
  ]
  expect([...first.changes, ...second.changes]).toEqual(whole.changes)
  expect(first.after).toEqual(second.before)
  expect(first.changes.length * second.changes.length).toBeGreaterThan(0)
})

test('between a moment and itself nothing changed', () => {
  const at = happened(entries[40]?.occurredAt ?? '')
  expect(diffBetween(exampleBase, { entries, from: at, to: at, scoring: false }).changes).toEqual([])
})

test('a paper that counts from an earlier date is a change between those dates, though it was entered later (R16)', () => {
  const acted = entries.findIndex(({ event }) => event.type === 'step_acted' && event.key === '1.4a')
  const entered = '2027-03-01T15:00:00.000Z'
  const dated = entries
    .slice(0, acted + 1)
    .map((entry, at) =>
      at === acted ? { ...entry, occurredAt: entered, recordedAt: entered, effectiveOn: '2026-11-28' } : entry,
    )
  const changed = (by: Moment['by']) => {
    const from: Moment = { at: '2026-11-28T04:59:59.999Z', on: '2026-11-27', by }
    const to: Moment = { at: '2026-11-29T04:59:59.999Z', on: '2026-11-28', by }
    return diffBetween(exampleBase, { entries: dated, from, to, scoring: false }).changes.map(({ facet, entry }) => [
      facet,
      entry.seq,
    ])
  }
  expect(changed('effective')).toEqual([['step', dated[acted]?.seq]])
  expect([changed('happened'), changed('recorded')]).toEqual([[], []])
})

test('every change has words in every language, none of them an unknown one', () => {
  const { changes } = diffBetween(exampleBase, { entries, from: dawn, to: dusk, scoring: false })
  for (const { sentence } of changes) for (const locale of locales) expect(sentence[locale]).toMatch(/^\S.*\S$/)
  expect(changes.map(({ sentence }) => sentence.en).join('\n')).not.toMatch(/undefined|_|\[object/)
  expect(changes.find(({ facet }) => facet === 'status')?.sentence['zh-CN']).toBe('状态：合作意向函')
})
