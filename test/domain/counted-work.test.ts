import { expect, test } from '@jest/globals'
import type { ReadCells } from '../../domain/form/rows.js'
import { countedWork } from '../../domain/gicc/yearly-review/counted-work.js'

test('noted work is counted by indicator: what is done, leads as they stand, and no zero for what nobody noted (5.14)', () => {
  const usd = (amount: number) => ({ amount, currency: 'USD' })
  const advice = {
    kind: 'advice',
    state: 'done',
    firms: 12,
    expert_days: 20,
    advised: 10,
    carried_out: 4,
    client_mark: 4,
  }
  const lead = (state: string, more: ReadCells = {}) => ({
    kind: 'lead',
    state: 'under_way',
    lead_state: state,
    ...more,
  })
  const works = [
    advice,
    { ...advice, firms: 8, client_mark: 5, carried_out: 6 },
    { ...advice, state: 'under_way' },
    lead('qualified'),
    lead('dropped'),
    lead('paid_in', { paid_in: usd(1_500_000), jobs: 30, fills_gap: true }),
    lead('signed', { fills_gap: false }),
    { kind: 'market', state: 'done', firms: 6, meetings: 40, contracts: 2, contracted: { amount: 7, currency: 'XXX' } },
    { kind: 'training', state: 'done', course_days: 3, trained: 20, certified: 15, experts_moved: 1 },
    { kind: 'hiring', state: 'done', filled: 2, opened_on: '2027-03-01', filled_on: '2027-03-31' },
    { kind: 'cooperation', state: 'under_way', project_state: 'running' },
  ]
  const counted = countedWork(works, { perUsd: {} }).map(({ indicator, value }) => `${indicator} ${value}`)
  const said =
    'HC1 2, HC2 20, HC3 40, HC4 50, HC5 4.5, FD1 3, FD2 2, FD3 2, FD4 1.5, FD5 30, FD7 50, MK1 6, MK2 40, MK5 0'
  const others = 'IC3 1, TA1 20, TA2 60, TA3 75, TA5 1, TA6 30, T2 2'
  expect(counted.join(', ')).toBe(`${said}, ${others}`)
  // Money without a rate is not told as if it were less; with one it is.
  const rated = countedWork(works, { perUsd: { XXX: 0.000_001 } })
  expect(rated.find(({ indicator }) => indicator === 'MK3')).toEqual({ indicator: 'MK3', value: 7 })
  expect(countedWork([], { perUsd: {} })).toEqual([])
})
