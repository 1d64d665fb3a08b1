import { expect, test } from '@jest/globals'
import type { ClauseMarks } from '../../domain/negotiation/version.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { markOf, versionWith } from '../support/negotiating.js'
import { playTo } from '../support/playing.js'

/** The legal office has cleared the first version; the superior authority asks for another round. */
const cleared = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '3.6a', answers: { '3.5': 'accept' } })
  act(base, { key: '3.6a', option: 'clear' })
  act(base, { key: '3.6b', option: 'clear_with_changes' })
  return base
}
const revise = (base: ABase, change: ClauseMarks) =>
  act(base, { key: '3.7a', option: 'revised', text: { version: versionWith(base, change) } })
const toldIn = (base: ABase) =>
  base
    .events()
    .flatMap((event) => (event.type === 'text_handed_over' ? [event.told] : []))
    .at(-1)
const takeBack = (base: ABase) => base.send({ type: 'revoke', step: '3.6a.1', code: 'TXT' }, { actor: holderOf('LX') })
const dueOf = (base: ABase): string => base.state().stage?.steps['3.6a.1']?.dueAt ?? ''
/** The last moment at which the office still thinks again by the time of its own step. */
const afterItsTime = (): ABase => {
  const base = cleared()
  base.turnTo(dueOf(base))
  return base
}

test('an office of the place is told which normal clauses changed after its clearance, and has five working days', () => {
  const base = cleared()
  revise(base, { notices: markOf('notices', 1) })
  const [told, ...others] = toldIn(base) ?? []
  expect(others).toEqual([])
  expect(told).toMatchObject({ key: '3.6a', step: '3.6a.1', clauses: ['notices'] })
  expect((told?.until ?? '') > base.now()).toBe(true)
})

test('nobody is told of what asks for a new clearance, of nothing, or twice of the same', () => {
  const base = cleared()
  revise(base, { notices: markOf('notices', 1), areas: markOf('areas', 1) })
  expect(toldIn(base)).toBeUndefined()
  const other = cleared()
  revise(other, { notices: markOf('notices', 1) })
  act(other, { key: '3.7b', option: 'next_round' })
  revise(other, {})
  expect(toldIn(other)).toBeUndefined()
  act(other, { key: '3.7b', option: 'next_round' })
  revise(other, { notices: markOf('notices', 2) })
  expect(toldIn(other)).toMatchObject([{ step: '3.6a.1', clauses: ['notices'] }])
})

test('told after its own time has run, the office may take its clearance back until the day it was told, and not later', () => {
  const silent = afterItsTime()
  expect(refusalOf(takeBack(silent))).toMatchObject({ code: 'answer_stands', detail: { until: dueOf(silent) } })
  const told = afterItsTime()
  revise(told, { notices: markOf('notices', 1) })
  expect(takeBack(told).ok).toBe(true)
  const late = afterItsTime()
  revise(late, { notices: markOf('notices', 1) })
  const until = toldIn(late)?.[0]?.until ?? ''
  late.turnTo(until)
  expect(refusalOf(takeBack(late))).toMatchObject({ code: 'answer_stands', detail: { until } })
})
