import { expect, test } from '@jest/globals'
import { followedTables, itemsOf, type FiledForm } from '../../domain/follow-up/items.js'
import { drawnActivities } from '../../domain/gicc/yearly-review/drawn-activities.js'
import { steps } from '../../domain/gicc/steps.js'
import { keyOf } from '../../domain/values/step-key.js'
import { aNominatedBase } from '../support/a-base.js'
import { playTo } from '../support/playing.js'

test('ten activities of the reported year are drawn by lot once the extract is asked for, the same whoever draws (5.4)', () => {
  const rows = Array.from({ length: 14 }, (_, no) => ({ id: `r${no}`, cells: { area: 'area_markets', state: 'done' } }))
  const sheet = (step: string, closedSeq: number): FiledForm => ({
    step,
    key: keyOf(step),
    stage: 1,
    seq: closedSeq - 1,
    person: 'p',
    at: '2027-06-01T00:00:00.000Z',
    closedSeq,
    read: { activities: rows },
  })
  const items = itemsOf([sheet('5.14a.1', 10), sheet('5.14a.2', 40)], ({ key }) => followedTables(steps[key]?.form))
  const report = { step: '5.2a.1', key: '5.2a', option: 'submit', stage: 1, seq: 20 }
  const closings = [report]
  const base = playTo(aNominatedBase(), { key: '5.4a' }).state()
  const lot = drawnActivities({ items, closings, state: base })
  expect([lot.length, new Set(lot).size, lot.every((id) => id.startsWith('5.14a.1:'))]).toEqual([10, 10, true])
  expect(drawnActivities({ items: items.toReversed(), closings, state: base })).toEqual(lot)
  // Another report is another lot; before the extract is asked for nobody knows on what it will fall.
  expect(drawnActivities({ items, closings: [{ ...report, seq: 21 }], state: base })).not.toEqual(lot)
  expect(drawnActivities({ items, closings, state: undefined })).toEqual([])
})
