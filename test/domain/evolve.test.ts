import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@jest/globals'
import type { BaseEvent, Recorded } from '../../domain/event.js'
import { evolve } from '../../domain/evolve.js'
import { unborn, type BaseState } from '../../domain/state.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { evenReview, exampleBase } from '../support/an-example.js'
import { play, type Answers } from '../support/playing.js'

interface Life {
  readonly name: string
  readonly answers: Answers
  readonly share?: number
  readonly until: (base: ABase) => boolean
}
const closed = (base: ABase): boolean => base.state().closed
const reviews = (count: number) => (base: ABase) => base.state().facts.reviews.length === count

const lives: readonly Life[] = [
  { name: 'a smooth life of three reviews', answers: {}, until: reviews(3) },
  { name: 'a nomination declined at committee', answers: { '1.10': 'decline' }, until: closed },
  {
    name: 'a base that waits for a slot and lapses over its text',
    answers: { '3.7b': 'deadlock', '3.5': 'comments', '3.7c': 'deadlock' },
    until: closed,
  },
  { name: 'a yellow year and its plan', answers: { '5.8': 'yellow' }, share: 0.6, until: reviews(2) },
  { name: 'a red base', answers: { '5.8': 'red_proposal' }, share: 0.45, until: closed },
  { name: 'a suspension that is lifted', answers: { '5.8': 'suspend' }, until: reviews(1) },
]

const lived = ({ answers, share = 0.8, until }: Life): ABase => {
  const base = aNominatedBase()
  const there = play(base, { answers, brings: { reviewSheet: evenReview(share) }, until })
  if (!there) throw new Error('the life did not come to its end')
  return base
}

const told = (entries: readonly Recorded<BaseEvent>[]): BaseState => entries.reduce(evolve, unborn(exampleBase))

test.each(lives)('$name: the recorded events alone give the state back', (life) => {
  const base = lived(life)
  expect(told(base.recorded)).toEqual(base.state())
  expect(base.recorded.length).toBeGreaterThan(30)
})

test('with one event left out the state is another', () => {
  const base = lived({ name: '', answers: {}, until: reviews(1) })
  const without = base.recorded.filter(({ event }) => event.type !== 'slot_reserved')
  expect(told(without)).not.toEqual(base.state())
})

/** Whether a value comes back from JSON as it went in. */
const isPlain = (value: unknown): boolean => isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)

test.each(lives)('$name: after every event the state is plain JSON', (life) => {
  const { recorded } = lived(life)
  let state = unborn(exampleBase)
  for (const entry of recorded) {
    state = evolve(state, entry)
    if (!isPlain(state)) throw new Error(`after entry ${entry.seq}, ${entry.event.type}, the state is not plain JSON`)
  }
  expect(state.seq).toBe(recorded.length)
})

test('the round trip would show what JSON does not carry', () => {
  const state = unborn(exampleBase)
  expect([isPlain(state), isPlain({ ...state, code: undefined })]).toEqual([true, false])
  expect(isPlain({ ...state, visits: new Map() })).toBe(false)
})

test('an event handed over as text evolves like the one it was written from', () => {
  const { recorded, state } = lived({ name: '', answers: {}, until: reviews(1) })
  const read: readonly Recorded<BaseEvent>[] = JSON.parse(JSON.stringify(recorded))
  expect(told(read)).toEqual(state())
})

test('evolve changes nothing it was given', () => {
  const { recorded } = lived({ name: '', answers: {}, until: reviews(1) })
  let state = unborn(exampleBase)
  for (const entry of recorded) {
    const before = JSON.stringify([state, entry])
    const next = evolve(state, entry)
    expect(JSON.stringify([state, entry])).toBe(before)
    state = next
  }
})

test('entries are numbered one after another, and each carries the version of its form', () => {
  const { recorded, state } = lived({ name: '', answers: {}, until: reviews(1) })
  expect(recorded.map(({ seq }) => seq)).toEqual(recorded.map((_, index) => index + 1))
  expect(new Set(recorded.map(({ schemaVersion }) => schemaVersion))).toEqual(new Set([1]))
  expect(state().seq).toBe(recorded.length)
})

test('a step id is given once in the life of a base', () => {
  const { recorded } = lived({ name: '', answers: {}, until: reviews(3) })
  const ids = recorded.flatMap(({ event }) => (event.type === 'step_opened' ? [event.step] : []))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => id.startsWith('5.2a.'))).toEqual(['5.2a.1', '5.2a.2', '5.2a.3'])
})

test('every stage that is entered is left once, and every step that is opened is closed once', () => {
  const { recorded } = lived({ name: '', answers: { '5.8': 'red_proposal' }, share: 0.45, until: closed })
  const count = (type: BaseEvent['type']): number => recorded.filter(({ event }) => event.type === type).length
  expect([count('stage_entered'), count('step_opened')]).toEqual([count('stage_left'), count('step_closed')])
  expect([count('slot_reserved'), count('slot_freed'), count('base_closed')]).toEqual([1, 1, 1])
})

test('twenty years stay under 200 KB, and the years add little', () => {
  const base = aNominatedBase()
  play(base, { until: reviews(10) })
  const ten = JSON.stringify(base.state()).length
  play(base, { until: reviews(20) })
  const twenty = JSON.stringify(base.state()).length
  expect(base.state().facts.reviews.at(-1)).toMatchObject({ year: 2047, colour: 'green' })
  expect(twenty).toBeLessThan(200_000)
  expect(twenty - ten).toBeLessThan(10_000)
})
