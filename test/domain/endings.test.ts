import { expect, test } from '@jest/globals'
import { addCalendarDays } from '../../domain/calendar.js'
import { procedures } from '../../domain/procedures/index.js'
import type { Procedure } from '../../domain/procedure.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { calendarOfSide, evenReview } from '../support/an-example.js'
import { arrive, playTo, waitOut } from '../support/playing.js'

const each = procedures.map((procedure) => [procedure.id, procedure] as const)
/** The board has withdrawn the title; what is left is to take the signs down. */
const withdrawn = (procedure: Procedure): ABase =>
  playTo(aNominatedBase({ procedure }), {
    key: '5.12b',
    answers: { '5.8': 'red_proposal' },
    brings: { reviewSheet: evenReview(0.4) },
  })
const closing = (base: ABase, key: string) =>
  base.events().findLast((event) => event.type === 'step_closed' && event.key === key)
const freed = (base: ABase): number => base.events().filter(({ type }) => type === 'slot_freed').length

test.each(each)(
  'in %s a withdrawn base that stays silent is red after 30 days and its slot is free (5.12, 8.11)',
  (_id, procedure) => {
    const base = withdrawn(procedure)
    const until = addCalendarDays(calendarOfSide('partner'), { from: stepOf(base, '5.12b').openedAt, days: 30 })
    expect(waitOut(base, '5.12b')).toBe(true)
    expect([base.now(), freed(base)]).toEqual([until, 1])
    expect(base.state()).toMatchObject({ status: 'red', code: 'PLN', closed: true })
    expect(base.state().facts.slot).toBeUndefined()
  },
)

test.each([
  { proof: 'given', option: 'removed', how: 'act' },
  { proof: 'missing', option: 'not_proven', how: 'silence' },
])('the record says that the proof of what was taken down is $proof (8.11)', ({ option, how }) => {
  const [full] = procedures
  if (full === undefined) throw new Error('there is no procedure')
  const base = withdrawn(full)
  arrive(base)
  if (how === 'act') act(base, { key: '5.12b', option })
  else waitOut(base, '5.12b')
  expect(closing(base, '5.12b')).toMatchObject({ option, how })
  expect(base.state().status).toBe('red')
})
