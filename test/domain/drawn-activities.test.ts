import { expect, test } from '@jest/globals'
import type { AnyEvent } from '../../domain/event.js'
import type { FormEntry } from '../../domain/follow-up/filed-forms.js'
import { followedTables, itemsOf, type FiledForm, type FollowedItem } from '../../domain/follow-up/items.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { drawnActivities } from '../../domain/gicc/yearly-review/drawn-activities.js'
import { steps } from '../../domain/gicc/steps.js'
import { keyOf } from '../../domain/values/step-key.js'
import { stepOpened } from '../db/an-example.js'
import { someWords } from '../support/filling.js'

const rows = Array.from({ length: 14 }, (_, no) => ({ id: `r${no}`, cells: { area: 'area_markets', state: 'done' } }))
const activity = (sheet: string, no: number) => `${sheet}:activities-r${no}`
const by = { person: 'p', role: 'CLO', mandate: 'm', onBehalfOf: 'o' } as const

/** A visit on which something was handed in. */
const visit = (
  step: string,
  { option, read }: { readonly option: string; readonly read: ReadValues },
): readonly AnyEvent[] => {
  const key = keyOf(step)
  return [
    { type: 'step_acted', step, key, option, form: { version: 1, content: someWords, read }, by },
    { type: 'step_closed', step, key, option, how: 'act' },
  ]
}
const sheet = (step: string) => visit(step, { option: 'record', read: { activities: rows } })
const report = (step: string) => visit(step, { option: 'submit', read: {} })
const taken = (step: string, ...no: readonly number[]) =>
  visit(step, {
    option: 'record',
    read: {
      withdrawn: no.map((one) => ({
        id: `w${one}`,
        cells: { activity: [activity('5.14a.1', one)], because: 'mistaken' },
      })),
    },
  })
const extract = (step: string): AnyEvent => stepOpened(step, 'SO')

const ledger = (...events: readonly (AnyEvent | readonly AnyEvent[])[]): readonly FormEntry[] =>
  events.flat().map((event, no) => ({ seq: no + 1, at: new Date(1.8e12 + no * 6e4).toISOString(), event }))
const followed = (filed: readonly FiledForm[]): readonly FollowedItem[] =>
  itemsOf(filed, ({ key }) => followedTables(steps[key]?.form))
const lotOf = (entries: readonly FormEntry[]) => drawnActivities({ entries, itemsOf: followed })

const asked = [sheet('5.14a.1'), report('5.2a.1'), extract('5.4a.1')]

test('ten activities of the reported year are drawn by lot once the extract is asked for, the same whoever draws (5.4)', () => {
  const lot = lotOf(ledger(...asked))
  expect([lot.length, new Set(lot).size, lot.every((id) => id.startsWith('5.14a.1:'))]).toEqual([10, 10, true])
  const backwards = (filed: readonly FiledForm[]) => followed(filed).toReversed()
  expect(drawnActivities({ entries: ledger(...asked), itemsOf: backwards })).toEqual(lot)
  // Another report is another lot; before the extract is asked for nobody knows on what it will fall.
  expect(lotOf(ledger(sheet('5.14a.1'), extract('5.13.1'), report('5.2a.1'), extract('5.4a.1')))).not.toEqual(lot)
  expect(lotOf(ledger(sheet('5.14a.1'), report('5.2a.1')))).toEqual([])
})

test('a lot that fell stays where it fell, whatever is withdrawn, noted or asked for again', () => {
  const lot = lotOf(ledger(...asked))
  const no = Number(lot[0]?.slice(activity('5.14a.1', 0).length - 1))
  const later = ledger(...asked, taken('5.14a.2', no), sheet('5.14a.3'), report('5.2a.2'), extract('5.4a.2'))
  expect(lotOf(later)).toEqual(lot)
  // The twin: what was withdrawn before the extract was asked for is not drawn.
  const earlier = lotOf(ledger(sheet('5.14a.1'), taken('5.14a.2', 0, 1, 2, 3), report('5.2a.1'), extract('5.4a.1')))
  expect(earlier.toSorted()).toEqual(
    rows
      .slice(4)
      .map((_, no) => activity('5.14a.1', no + 4))
      .toSorted(),
  )
})
