import { expect, test } from '@jest/globals'
import { aNominatedBase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

/** A base in its public notice, so many milliseconds before the notice ends. */
const beforeTheEnd = (early: number) => {
  const base = playTo(aNominatedBase(), { key: '2.9b' })
  base.turnTo(new Date(Date.parse(stepOf(base, '2.9b').dueAt) - early).toISOString())
  return base
}
const secretary = holderOf('CS', 7)
const aText = { id: 'text-1', hash: 'f'.repeat(64) }

test('an objection entered in the last minute of the notice is on the record in time, and is examined before the board decides (14.12, 2.9)', () => {
  const base = beforeTheEnd(60_000)
  expect(base.send({ type: 'comment', step: '2.9b.1', text: aText }, { actor: secretary })).toMatchObject({ ok: true })
  const { dueAt, alarms } = stepOf(base, '2.9b')
  // Nobody is reminded of what may not be done yet.
  expect(alarms.filter(({ at }) => at < dueAt)).toEqual([])
  expect((base.recorded.at(-1)?.occurredAt ?? '') < dueAt).toBe(true)
  base.turnTo(dueAt)
  base.send({ type: 'tick' })
  expect(base.open('2.9b')).toBeDefined()
  act(base, { key: '2.9b', option: 'objection', number: 7 })
  expect(base.openKeys()).toEqual(['2.9c'])
  act(base, { key: '2.9c', option: 'unfounded' })
  expect(base.openKeys()).toEqual(['2.10'])
})

test('neither an objection nor its absence closes the notice before its last moment has passed (14.12, 2.9)', () => {
  for (const option of ['no_objection', 'objection']) {
    const base = beforeTheEnd(1)
    const decide = () => base.send(decisionOn(base, { step: stepOf(base, '2.9b'), option }), { actor: secretary })
    expect(decide()).toMatchObject({ refusal: { code: 'notice_running' } })
    base.turnTo(stepOf(base, '2.9b').dueAt)
    expect(decide()).toMatchObject({ ok: true })
  }
})
