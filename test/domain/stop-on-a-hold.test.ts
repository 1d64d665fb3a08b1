import { expect, test } from '@jest/globals'
import type { BaseCommand } from '../../domain/command.js'
import { standOf } from '../../domain/stand.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { someWords } from '../support/filling.js'
import { holderOf } from '../support/an-example.js'
import { offerSlot, play } from '../support/playing.js'

const stop: BaseCommand = { type: 'raise', matter: 'integrity_stop', code: 'INT' }
const compliance = holderOf('CO', 1)

const before = (key: string): ABase => {
  const base = aNominatedBase()
  if (!play(base, { until: (one) => one.open(key) !== undefined })) throw new Error(`${key} never opens`)
  return base
}

const held = (): ABase => {
  const base = before('2.2b')
  base.send({ type: 'hold', code: 'GOV' }, { actor: holderOf('PM') })
  return base
}

/** On the list, without a slot that could be offered. */
const waiting = (): ABase => {
  const base = aNominatedBase()
  play(base, { answers: { '2.10': 'waiting_list' }, leaves: '2.10w', until: (one) => one.open('2.10w') !== undefined })
  return base
}

/** Scored, and ready for the session that ranks it. */
const awaitingSession = (): ABase => {
  const base = before('1.9b')
  act(base, { key: '1.9b', option: 'lock' })
  if (!base.awaitsSession()) throw new Error('no session is awaited')
  return base
}

const lift = (base: ABase) => act(base, { key: 'E6a', option: 'lift', number: 2 })

test('a stop is raised on a base that is held, moves there, and leaves it held when it is lifted (E6)', () => {
  const base = held()
  expect(base.send(stop, { actor: compliance }).ok).toBe(true)
  expect(base.state()).toMatchObject({ status: 'suspended', frozen: { matter: 'integrity_stop' } })
  expect(lift(base).ok).toBe(true)
  expect(base.state().status).toBe('on_hold')
  expect(refusalOf(act(base, { key: '2.2b', option: 'answered' }))).toMatchObject({ code: 'base_on_hold' })
  expect(base.send({ type: 'resume' }, { actor: holderOf('PD') }).ok).toBe(true)
  expect(base.state().status).toBe('in_due_diligence')
  expect(act(base, { key: '2.2b', option: 'answered' }).ok).toBe(true)
})

test('a base is stopped and lifted a second time in the same stage (E6)', () => {
  const base = before('2.2b')
  for (const number of [2, 3]) {
    expect(base.send(stop, { actor: compliance }).ok).toBe(true)
    expect(act(base, { key: 'E6a', option: 'lift', number }).ok).toBe(true)
    expect(base.state()).toMatchObject({ status: 'in_due_diligence', closed: false })
    expect(base.state().frozen).toBeUndefined()
  }
  expect(act(base, { key: '2.2b', option: 'answered' }).ok).toBe(true)
})

test('while the stop runs nobody ends the hold beneath it, and no other matter is raised on a hold', () => {
  const base = held()
  expect(
    base.send({ type: 'raise', matter: 'change', code: 'GOV', facts: { change: 'name' } }, { actor: holderOf('PM') }),
  ).toMatchObject({
    ok: false,
    refusal: { code: 'matter_not_possible', detail: { allowed: ['integrity_stop'] } },
  })
  base.send(stop, { actor: compliance })
  expect(base.send({ type: 'resume' }, { actor: holderOf('PD') }).ok).toBe(false)
  expect(base.send({ type: 'hold', code: 'GOV' }, { actor: holderOf('PM') }).ok).toBe(false)
})

test('a hold for silence ends no day sooner for a stop that came over it (R3, 8.5)', () => {
  const base = before('2.2b')
  while (base.state().heldUntil === undefined) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
  const until = base.state().heldUntil ?? ''
  base.send(stop, { actor: compliance })
  const raised = base.now()
  base.turnTo(new Date(Date.parse(raised) + 7 * 86_400_000).toISOString())
  expect(lift(base).ok).toBe(true)
  expect(base.state().status).toBe('on_hold')
  expect((base.state().heldUntil ?? '') > until).toBe(true)
  expect(base.nextDueAt()).toBe(base.state().heldUntil)
})

test('a held base that the Board ends for integrity lapses: it never had the name (R2)', () => {
  const base = held()
  base.send(stop, { actor: compliance })
  act(base, { key: 'E6a', option: 'to_board', number: 2 })
  for (const number of [1, 2]) act(base, { key: 'E6b', option: 'end', number })
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'INT', closed: true })
})

test('a base on the waiting list is stopped, is offered no slot meanwhile, and waits again where it stood (8.3)', () => {
  const base = waiting()
  const since = standOf(base.state(), base.procedure)
  expect(since).toMatchObject({ is: 'waiting' })
  expect(base.send(stop, { actor: compliance }).ok).toBe(true)
  expect(base.state().status).toBe('suspended')
  expect(standOf(base.state(), base.procedure)).toMatchObject({ ...since, awaits: 'stop' })
  expect(lift(base).ok).toBe(true)
  expect(base.state().status).toBe('waiting_list')
  expect(standOf(base.state(), base.procedure)).toEqual(since)
})

test('an offer that was under way when the stop came is kept, and is answered after it', () => {
  const base = waiting()
  base.send(stop, { actor: compliance })
  offerSlot(base)
  expect(refusalOf(act(base, { key: '2.10o', option: 'accept' }))).toMatchObject({ code: 'base_frozen' })
  const asked = base.open('2.10o')?.dueAt ?? ''
  base.turnTo(new Date(Date.parse(base.now()) + 7 * 86_400_000).toISOString())
  lift(base)
  expect((base.open('2.10o')?.dueAt ?? '') > asked).toBe(true)
  expect(act(base, { key: '2.10o', option: 'accept' }).ok).toBe(true)
})

test('what arrives while a base is stopped moves nothing but the stop, and happens when it is lifted (E6)', () => {
  const base = awaitingSession()
  const stood = base.state().status
  base.send(stop, { actor: compliance })
  base.send({ type: 'rank', session: 'session-1', place: 1, of: 1 })
  expect([base.state().status, base.openKeys()]).toEqual(['suspended', ['E6a']])
  expect(lift(base).ok).toBe(true)
  expect([base.state().status, base.openKeys()]).toEqual([stood, ['1.10']])
})

test('after a stop over a hold nothing goes on before the hold ends (8.5)', () => {
  const base = awaitingSession()
  base.send({ type: 'hold', code: 'GOV' }, { actor: holderOf('PM') })
  base.send(stop, { actor: compliance })
  base.send({ type: 'rank', session: 'session-1', place: 1, of: 1 })
  lift(base)
  expect([base.state().status, base.openKeys()]).toEqual(['on_hold', []])
  base.send({ type: 'resume' }, { actor: holderOf('PD') })
  expect(base.openKeys()).toEqual(['1.10'])
})

test('a base that a panel suspended is stopped for integrity, and is suspended as before when the stop is lifted (5.8, E6)', () => {
  const base = aNominatedBase()
  play(base, { answers: { '5.8': 'suspend' }, until: (one) => one.open('5.8s') !== undefined })
  const before = base.state()
  expect(before).toMatchObject({ status: 'suspended', heldStatus: 'active_green' })
  const review = { type: 'raise', matter: 'extraordinary_review', code: 'INT', reason: someWords } as const
  expect(refusalOf(base.send(review, { actor: compliance }))).toMatchObject({
    code: 'matter_not_possible',
    detail: { allowed: ['integrity_stop', 'ending'] },
  })
  expect(base.send(stop, { actor: compliance }).ok).toBe(true)
  expect(refusalOf(act(base, { key: '5.8s', option: 'lift', number: 7 })).code).toBe('base_frozen')
  expect(refusalOf(base.send(stop, { actor: compliance })).code).toBe('matter_not_possible')
  expect(lift(base).ok).toBe(true)
  const { status, heldStatus, heldCode } = base.state()
  expect({ status, heldStatus, heldCode }).toEqual({
    status: before.status,
    heldStatus: before.heldStatus,
    heldCode: before.heldCode,
  })
  play(base, { answers: { '5.8s': 'lift' }, until: (one) => one.state().facts.reviews.length === 1 })
  expect(base.state()).toMatchObject({ status: 'active_green', colour: 'green' })
})

test('a suspended base whose stop the board does not lift loses its name as an active one does (R2)', () => {
  const base = aNominatedBase()
  play(base, { answers: { '5.8': 'suspend' }, until: (one) => one.open('5.8s') !== undefined })
  base.send(stop, { actor: compliance })
  act(base, { key: 'E6a', option: 'to_board', number: 2 })
  for (const number of [41, 42]) act(base, { key: 'E6b', option: 'end', number })
  expect(act(base, { key: 'E6c', option: 'removed' }).ok).toBe(true)
  expect(base.state()).toMatchObject({ status: 'red', closed: true })
})
