import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { addDays, plainDate, type PlainDate } from '../../domain/calendar-date.js'
import { dueDay } from '../../domain/calendar-zone.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { act, decisionOn, memberOf, stepOf } from '../support/acting.js'
import { someWords } from '../support/filling.js'
import { calendarOfSide } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

const atSignature = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '3.11a' })
  expect(base.openKeys()).toEqual(['3.11a', '3.11b'])
  return base
}
const visits = (base: ABase, key: string): number =>
  base.events().filter((event) => event.type === 'step_opened' && event.key === key).length

test.each([
  ['3.11a', '3.11b'],
  ['3.11b', '3.11a'],
])(
  'a signature given on %s stands while the other side postpones, and that side alone is asked again',
  (signs, postpones) => {
    const base = atSignature()
    act(base, { key: signs, option: 'signed_in_ceremony' })
    act(base, { key: postpones, option: 'postponed' })
    expect(base.openKeys()).toEqual([postpones])
    act(base, { key: postpones, option: 'exchanged_by_post' })
    expect(base.events().some((event) => event.type === 'status_changed' && event.to === 'mou_signed')).toBe(true)
    expect([visits(base, signs), visits(base, postpones)]).toEqual([1, 2])
  },
)

test('where both sides postpone each is asked again at once, and may not postpone a second time: the place is not lost by it (T17)', () => {
  const base = atSignature()
  act(base, { key: '3.11a', option: 'postponed' })
  expect(base.openKeys().toSorted()).toEqual(['3.11a', '3.11b'])
  act(base, { key: '3.11b', option: 'postponed' })
  for (const key of ['3.11a', '3.11b'])
    expect(refusalOf(act(base, { key, option: 'postponed' })).code).toBe('option_used_up')
  expect(base.state()).toMatchObject({ closed: false, status: 'mou_in_negotiation' })
})

test('a side whose authority is not shown is asked for another signatory, it alone, and the lock stands (T3)', () => {
  const base = playTo(aNominatedBase(), { key: '3.10b' })
  act(base, { key: '3.10a', option: 'proven' })
  for (const times of [1, 2]) {
    act(base, { key: '3.10b', option: 'not_proven' })
    expect([times, base.openKeys()]).toEqual([times, ['3.10b']])
  }
  expect([visits(base, '3.9a'), visits(base, '3.10a')]).toEqual([1, 1])
  act(base, { key: '3.10b', option: 'not_proven' })
  play(base, { until: () => base.state().closed })
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'LEG' })
})

test('a signature is taken back by its giver until the last one is given, and by nobody after it', () => {
  const base = atSignature()
  act(base, { key: '3.11a', option: 'signed_in_ceremony' })
  const takeBack = { type: 'revoke', step: '3.11a.1', code: 'GOV', reason: someWords } as const
  const signatory = memberOf(base, { step: stepIn(base, '3.11a.1'), number: 1 })
  expect(base.send(takeBack, { actor: signatory })).toMatchObject({ ok: true })
  expect(base.openKeys().toSorted()).toEqual(['3.11a', '3.11b'])
  for (const key of ['3.11b', '3.11a']) act(base, { key, option: 'exchanged_by_post' })
  const late = { ...takeBack, step: '3.11b.1' }
  const other = memberOf(base, { step: stepIn(base, '3.11b.1'), number: 1 })
  expect(refusalOf(base.send(late, { actor: other })).code).toBe('too_late_to_void')
})

const stepIn = (base: ABase, id: string) => {
  const step = base.state().stage?.steps[id]
  if (step === undefined) throw new Error(`no ${id}`)
  return step
}

/** A text that both languages are certified of, so many days after it was cleared. */
const certifiedAfter = (days: number): ABase => {
  const base = playTo(aNominatedBase(), { key: '3.8b' })
  base.turnTo(new Date(Date.parse(base.now()) + days * 86_400_000).toISOString())
  act(base, { key: '3.8b', option: 'concordant' })
  return base
}

test('what was cleared more than 180 days before the lock is cleared anew, and nothing else is asked again (T19)', () => {
  const locks = (base: ABase) => playTo(base, { key: '3.9a' }).openKeys().toSorted()
  expect(locks(certifiedAfter(60))).toEqual(['3.9a', '3.9b', '3.9c'])
  const base = certifiedAfter(181)
  expect(base.openKeys().toSorted()).toEqual(['3.3a', '3.3b'])
  for (const key of ['3.3a', '3.3b', '3.6a', '3.6b']) act(base, { key, option: 'clear' })
  expect(locks(base)).toEqual(['3.9a', '3.9b', '3.9c'])
  expect([visits(base, '3.8a'), visits(base, '3.6a'), visits(base, '3.5')]).toEqual([1, 2, 1])
})

test('a clearance that is given anew with changes brings the text through 3.7 and both languages again', () => {
  const base = certifiedAfter(181)
  for (const key of ['3.3a', '3.3b']) act(base, { key, option: 'clear' })
  act(base, { key: '3.6a', option: 'clear_with_changes' })
  act(base, { key: '3.6b', option: 'clear' })
  expect(base.openKeys()).toEqual(['3.7a'])
  playTo(base, { key: '3.9a' })
  expect(visits(base, '3.8a')).toBe(2)
})

/** A decision whose form says something else of some fields. */
const decideWith = (base: ABase, { key, option, read }: { key: string; option: string; read: ReadValues }) => {
  const step = stepOf(base, key)
  const decision = decisionOn(base, { step, option })
  if (decision.form === undefined) throw new Error(`${key} has no form`)
  const form = { ...decision.form, read: { ...decision.form.read, ...read } }
  return base.send({ ...decision, form }, { actor: memberOf(base, { step, number: 1 }) })
}

const dayOf = (base: ABase): PlainDate => plainDate(base.now().slice(0, 10))

test('who postpones names a day that is not over and on which the place is still kept, and that side is asked again by then', () => {
  const base = atSignature()
  const kept = base.state().facts.slotUntil
  if (kept === undefined) throw new Error('the place is kept until a day')
  const last = dueDay(calendarOfSide('programme'), kept)
  const postponed = (to: PlainDate) => decideWith(base, { key: '3.11b', option: 'postponed', read: { new_day: to } })
  for (const day of [addDays(dayOf(base), -2), addDays(last, 1)])
    expect(postponed(day)).toMatchObject({
      ok: false,
      refusal: {
        code: 'form_malformed',
        detail: { faults: [{ at: '/new_day', needs: { en: expect.stringContaining(last) } }] },
      },
    })
  const named = addDays(dayOf(base), 12)
  expect(postponed(named)).toMatchObject({ ok: true })
  const again = stepOf(base, '3.11b')
  const due = dueDay(calendarOfSide('partner'), again.dueAt)
  expect(again.id).toBe('3.11b.2')
  // The day itself, or the next on which the place works.
  expect(due >= named && due <= addDays(named, 10)).toBe(true)
  expect(stepOf(base, '3.11a').dueAt > again.dueAt).toBe(true)
})

test('nobody signs on a day on which the authority that was proven no longer held, and one that has ended proves nothing', () => {
  const base = playTo(aNominatedBase(), { key: '3.10a' })
  const proven = (until: PlainDate) =>
    decideWith(base, { key: '3.10a', option: 'proven', read: { valid_until: until } })
  expect(proven(addDays(dayOf(base), -2))).toMatchObject({
    ok: false,
    refusal: { code: 'form_malformed', detail: { faults: [{ at: '/valid_until' }] } },
  })
  const until = addDays(dayOf(base), 3)
  expect(proven(until)).toMatchObject({ ok: true })
  act(base, { key: '3.10b', option: 'proven' })
  base.turnTo(`${addDays(until, 5)}T12:00:00.000Z`)
  const signed = (key: string, day: PlainDate) => decideWith(base, { key, option: 'exchanged_by_post', read: { day } })
  expect(signed('3.11a', addDays(until, 1))).toMatchObject({
    ok: false,
    refusal: { code: 'proof_expired', detail: { proof: '3.10a.1', until, day: addDays(until, 1) } },
  })
  expect(signed('3.11b', addDays(until, 1))).toMatchObject({ ok: true })
  expect(signed('3.11a', until)).toMatchObject({ ok: true })
})
