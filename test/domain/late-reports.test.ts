import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isPlainDate } from '../../domain/calendar-date.js'
import { full } from '../../domain/gicc/full.js'
import { reviewGround } from '../../domain/judge/review-ground.js'
import { calledFor, ladder, type ReviewGround } from '../../domain/review.js'
import { resultOf } from '../../domain/score.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { actOnPaper } from '../support/on-paper.js'
import { playTo, waitOut } from '../support/playing.js'

const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)
const sheet = fc.record(Object.fromEntries(full.reviewSheet.map(({ key }) => [key, share])))
const past = fc.array(
  fc.record({
    year: fc.constant(2030),
    colour: fc.constantFrom('green' as const, 'yellow' as const, 'green_with_advice' as const),
    total: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 3 },
)
const found = fc.record({
  integrityBreach: fc.boolean(),
  planMissing: fc.boolean(),
  lateFundsMonths: fc.integer({ min: 0, max: 12 }),
  findings: fc.constantFrom(0, 1, undefined),
})
const limits = full.settings.colours

/** Whether a year without report is called no better than the same year with one, whatever that says. */
const isNoGain = (called: (ground: ReviewGround) => string): void => {
  fc.assert(
    fc.property(sheet, past, found, (told, before, of) => {
      const same = { ...of, limits, past: before }
      const silent = called({ ...same, result: resultOf([], full.reviewSheet), reportMissing: true })
      const spoken = called({ ...same, result: resultOf([told], full.reviewSheet), reportMissing: false })
      return ladder.indexOf(silent) <= ladder.indexOf(spoken)
    }),
    { numRuns: 5000 },
  )
}

test('a year without report is called no better than with any report: nobody gains by silence (R3, 6.5)', () => {
  isNoGain(calledFor)
})

test('a rule by which silence is yellow and a poor report red is found', () => {
  const milder = (ground: ReviewGround) => (ground.reportMissing ? 'yellow' : calledFor(ground))
  expect(() => isNoGain(milder)).toThrow('Property failed')
})

const aDay = 86_400_000
const turnAfter = (base: ABase, { due, days }: { readonly due: string; readonly days: number }): void =>
  base.turnTo(new Date(Date.parse(due) + days * aDay).toISOString())

/** Points for governance and reporting of a year whose sheets give the whole of it, by how the report came. */
const governanceOf = (how: (base: ABase) => void): number => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  how(base)
  playTo(base, { key: '5.8', brings: { reviewSheet: evenReview(1) } })
  return 12 * (reviewGround(base.state(), full).shares?.['governance'] ?? 0)
}

const submits = (base: ABase, { key, after }: { readonly key: string; readonly after?: number }): void => {
  if (after !== undefined) turnAfter(base, { due: stepOf(base, key).dueAt, days: after })
  expect(act(base, { key, option: 'submit', brings: { reviewSheet: evenReview(1) } }).ok).toBe(true)
}
const asks = (base: ABase, after?: number): void => {
  if (after !== undefined) turnAfter(base, { due: stepOf(base, '5.2a').dueAt, days: after })
  expect(act(base, { key: '5.2a', option: 'ask_delay' }).ok).toBe(true)
}
const onPaper = (base: ABase, signed: number): void => {
  const { dueAt } = stepOf(base, '5.2a')
  turnAfter(base, { due: dueAt, days: 5 })
  const signedOn = new Date(Date.parse(dueAt) + signed * aDay).toISOString().slice(0, 10)
  if (!isPlainDate(signedOn)) throw new Error('a day is meant')
  expect(actOnPaper(base, { key: '5.2a', option: 'submit', change: { signedOn } }).ok).toBe(true)
}

test.each<{ readonly what: string; readonly how: (base: ABase) => void; readonly points: number }>([
  { what: 'in time', how: (base) => submits(base, { key: '5.2a' }), points: 12 },
  { what: 'after its date', how: (base) => submits(base, { key: '5.2a', after: 3 }), points: 9 },
  { what: 'in the delay it asked for', how: (base) => (asks(base), submits(base, { key: '5.2d' })), points: 11 },
  { what: 'after that delay', how: (base) => (asks(base), submits(base, { key: '5.2d', after: 3 })), points: 9 },
  { what: 'in a delay asked too late', how: (base) => (asks(base, 3), submits(base, { key: '5.2d' })), points: 9 },
  { what: 'on paper of the last day, entered later', how: (base) => onPaper(base, 0), points: 12 },
  { what: 'on paper of the day after', how: (base) => onPaper(base, 1), points: 9 },
])('a report handed in $what earns at most $points of the twelve points for governance and reporting (5.2)', (told) => {
  expect(governanceOf(told.how)).toBeCloseTo(told.points)
})

test('late and not endorsed is not counted twice', () => {
  const points = governanceOf((base) => {
    submits(base, { key: '5.2a', after: 3 })
    waitOut(base, '5.2b')
  })
  expect(points).toBeCloseTo(9)
})

test('a report that was in time, came back and is handed in again in its new time is in time', () => {
  const points = governanceOf((base) => {
    submits(base, { key: '5.2a' })
    base.send(
      { type: 'decide', step: stepOf(base, '5.2b').id, option: 'return', reason: { id: 't-1', hash: 'c'.repeat(64) } },
      { actor: holderOf('LG') },
    )
    submits(base, { key: '5.2a' })
  })
  expect(points).toBeCloseTo(12)
})
