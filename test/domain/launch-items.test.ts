import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { mandatoryItems, optionalItems } from '../../domain/gicc/launch/checklist-forms.js'
import { launchItems, launchItemsOf, launchPrefilled } from '../../domain/gicc/launch/launch-items.js'
import type { Procedure } from '../../domain/procedure.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { calendarOfSide } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const calendar = calendarOfSide('partner')
const standing = (base: ABase) =>
  Object.fromEntries(launchItemsOf(base.state(), calendar).map(({ code, ...item }) => [code, item]))
const notDone = (base: ABase): readonly string[] =>
  launchItemsOf(base.state(), calendar).flatMap(({ code, status }) => (status === 'open' ? [code] : []))

test('each of the twenty-four items has an owner, a day and what shows it, and no rule speaks of another one (10)', () => {
  const listed = [...mandatoryItems, ...optionalItems].map(({ code }) => code)
  expect(listed).toHaveLength(24)
  expect(Object.keys(launchItems).toSorted()).toEqual(listed.toSorted())
  for (const { owners, within, shown } of Object.values(launchItems)) {
    expect(owners).not.toEqual([])
    expect(within).toBeGreaterThan(0)
    if (typeof shown === 'string') continue
    const { order = [] } = full.steps[shown.step] ?? {}
    expect(shown.with.filter((option) => !order.includes(option))).toEqual([])
  }
})

test('before the memorandum is signed there is no list', () => {
  expect(launchItemsOf(playTo(aNominatedBase(), { key: '3.1a' }).state(), calendar)).toEqual([])
})

test('an item is open with its day from the signature, and done by the step that shows it', () => {
  const base = playTo(aNominatedBase(), { key: '4.1b', leaves: '4.1b' })
  const before = standing(base)
  expect(before['m1']).toMatchObject({ status: 'open', mandatory: true, owners: ['PM', 'LG'] })
  expect(before['m1']?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(before['m16']).toMatchObject({ status: 'readiness' })
  playTo(base, { key: '4.2a' })
  expect(standing(base)['m1']).toMatchObject({ status: 'done', shownBy: '4.1b.1' })
})

test.each<[string, Procedure]>([
  ['full', full],
  ['light', light],
])(
  'when readiness is checked by the procedure %s, what its steps have shown is done and stands in the form',
  (_, procedure) => {
    const base = playTo(aNominatedBase({ procedure }), { key: '4.9' })
    expect(notDone(base)).toEqual([])
    const definition = procedure.steps['4.9']
    if (definition === undefined) throw new Error('the procedure checks no readiness')
    const given = launchPrefilled(base.state(), { definition, calendar })
    expect(given['mandatory']).toMatchObject({ m1: { result: 'done' }, m7: { result: 'done' } })
    expect(given['mandatory']).not.toHaveProperty('m16')
  },
)

test('an item whose step ended otherwise is open: the twin', () => {
  const base = playTo(aNominatedBase(), { key: '4.3x', answers: { '4.3': 'refused' } })
  expect(standing(base)['m5']?.status).toBe('open')
})
