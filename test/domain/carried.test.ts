import { expect, test } from '@jest/globals'
import { baseCarried, handledKept, programmeCarried } from '../../domain/carried.js'
import { unborn } from '../../domain/state.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { play } from '../support/playing.js'

const lived = () => {
  const base = aNominatedBase()
  play(base, { until: () => base.state().facts.reviews.length === 1 })
  return base
}

test('the ledger alone gives back the state a run would have carried on, to the last field', () => {
  const base = lived()
  expect(baseCarried(exampleBase, base.recorded).state).toEqual(base.state())
  expect(baseCarried(exampleBase, base.recorded.slice(0, -1)).state).not.toEqual(base.state())
  expect(baseCarried(exampleBase, [])).toEqual({ state: unborn(exampleBase), handled: [] })
})

test('the ids of the last two thousand commands come along, each once and the newest last', () => {
  const base = lived()
  const [first] = base.recorded
  if (first === undefined) throw new Error('the example has no entry')
  const many = Array.from({ length: 5_000 }, (_, index) => ({ ...first, commandId: `c-${Math.floor(index / 2)}` }))
  const { handled } = baseCarried(exampleBase, many)
  expect([handled.length, handled[0], handled.at(-1)]).toEqual([handledKept, 'c-500', 'c-2499'])
})

test('a programme is carried on from its own entries', () => {
  const by = { person: 'p-pm-1', role: 'PM', mandate: 'm', onBehalfOf: 'o' } as const
  const entry = { occurredAt: '2027-01-01T00:00:00.000Z', schemaVersion: 1, commandId: 'c' }
  const { state } = programmeCarried('gasme', [
    { ...entry, seq: 1, event: { type: 'call_proposed', call: '2027', by } },
    { ...entry, seq: 2, event: { type: 'programme_revived', from: 1, code: 'LOS', by } },
  ])
  expect(state).toMatchObject({ seq: 2, calls: { '2027': { state: 'proposed' } }, revivedFrom: 1 })
})
