import { expect, test } from '@jest/globals'
import type { BaseCommand } from '../../domain/command.js'
import { offeredOptions } from '../../domain/judge/offers.js'
import type { StepId } from '../../domain/values/step-key.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, confirmingVoid, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const revoke = (step: StepId): BaseCommand => ({ type: 'revoke', step, code: 'DAT' })
const voided = (base: ABase): readonly string[] =>
  base.events().flatMap((event) => (event.type === 'step_voided' ? [`${event.step} ${event.cause}`] : []))

test('a work-stream report revoked after the join voids exactly what rests on it and keeps the rest (14.22, 8.7)', () => {
  const base = reached('2.8')
  const judged = base.send(revoke('2.3c.1'), { actor: holderOf('SP', 3) })
  expect(judged.ok).toBe(true)
  expect(voided(base)).toEqual([
    '2.3c.1 revoked',
    '2.6.1 inputs_changed',
    '2.7.1 inputs_changed',
    '2.8.1 inputs_changed',
  ])
  expect(base.openKeys()).toEqual(['2.3c'])
  const kept = Object.values(base.state().stage?.steps ?? {}).filter(({ voided: gone }) => gone === undefined)
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(['2.3a.1', '2.3b.1', '2.3g.1', '2.4b.1', '2.5b.1']))
})

test('redone, the stage goes on where it stood, and only the voided approvals are asked again', () => {
  const base = reached('2.8')
  base.send(revoke('2.3c.1'), { actor: holderOf('SP', 3) })
  act(base, { key: '2.3c', option: 'B', number: 20 })
  expect(base.openKeys()).toEqual(['2.6'])
  playTo(base, { key: '2.8' })
  const opened = base.events().flatMap((event) => (event.type === 'step_opened' ? [event.step] : []))
  expect(opened.slice(-4)).toEqual(['2.3c.2', '2.6.2', '2.7.2', '2.8.2'])
})

test('a voided approval never counts: neither its votes nor its score', () => {
  const base = reached('1.9a')
  expect(base.state().facts.sheets).toHaveLength(3)
  base.send(revoke('1.8.1'), { actor: holderOf('EX', 1) })
  expect(base.state().facts.sheets).toEqual([])
  expect(base.open('1.8')?.acts).toEqual([])
})

test('what a body voted is taken back by compliance, and by no member alone, before and after the last vote (8.7)', () => {
  const voting = reached('5.8')
  act(voting, { key: '5.8', option: 'green' })
  const ways = [
    { base: reached('5.9a'), by: holderOf('RP', 9), code: 'not_your_role' },
    { base: reached('5.9a'), by: holderOf('RP', 1), code: 'not_your_role' },
    { base: voting, by: holderOf('RP', 1), code: 'not_your_role' },
    { base: reached('5.9a'), by: holderOf('CO', 9), code: undefined },
  ]
  for (const { base, by, code } of ways) {
    const judged = base.send(revoke('5.8.1'), { actor: by })
    expect(judged.ok ? undefined : judged.refusal.code).toBe(code)
  }
})

test('a role that may take a step back in two ways is named once among those the "no" names', () => {
  const base = reached('1.8')
  const needs = (step: StepId) => refusalOf(base.send(revoke(step), { actor: holderOf('EX', 9) })).detail
  expect([needs('1.3.1'), needs('1.6a.1')]).toMatchObject([{ needs: 'LG, CO' }, { needs: 'CO' }])
})

test('a slot that was reserved on a revoked ground is free again, and the status is the one before', () => {
  const base = reached('3.1a')
  expect(base.state()).toMatchObject({ status: 'mou_in_negotiation' })
  expect(refusalOf(base.send(revoke('2.10.1'), { actor: holderOf('BD', 1) })).code).toBe('unknown_step')
})

test('whoever takes the own answer back gains no loop by it: what was returned once stays returned once (8.7)', () => {
  const returned = (by: 'LG' | 'CO'): readonly string[] => {
    const base = playTo(aNominatedBase(), { key: '1.4b', answers: { '1.4a': 'return' } })
    act(base, { key: '1.4b', option: 'completed' })
    expect(base.send(revoke('1.3.1'), { actor: holderOf(by) }).ok).toBe(true)
    act(base, { key: '1.3', option: 'submit' })
    return offeredOptions(base.state(), { step: stepOf(base, '1.4a'), procedure: base.procedure })
  }
  expect([returned('LG').includes('return'), returned('CO').includes('return')]).toEqual([false, true])
})

test('what lasts cannot be taken back: after the signature no clearance is revoked', () => {
  const base = reached('3.12a')
  expect(refusalOf(base.send(revoke('3.6a.1'), { actor: holderOf('LX', 1) }))).toMatchObject({
    code: 'too_late_to_void',
    detail: { since: ['sign'] },
  })
})

const propose = (step: StepId): BaseCommand => ({ type: 'propose_void', step, code: 'DAT' })

test('two persons void a mis-entered decision while the next step is undecided; both entries stay (R17)', () => {
  const base = reached('1.2b')
  act(base, { key: '1.2b', option: 'invite' })
  expect(base.openKeys()).toEqual(['1.3'])
  expect(base.send(propose('1.2b.1'), { actor: holderOf('PM', 1) }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['1.3'])
  expect(base.send(confirmingVoid(base, '1.2b.1'), { actor: holderOf('PD', 1) }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['1.2b'])
  expect(base.events().map(({ type }) => type)).toEqual(expect.arrayContaining(['void_proposed', 'step_voided']))
  // A mistake is no act of the person: the same manager enters it rightly now.
  expect(act(base, { key: '1.2b', option: 'wait', number: 1 }).ok).toBe(true)
})

test('what was proposed anew by another is confirmed only by who read the newer entry (R17)', () => {
  const base = reached('1.2b')
  act(base, { key: '1.2b', option: 'invite' })
  base.send(propose('1.2b.1'), { actor: holderOf('PM', 1) })
  const read = confirmingVoid(base, '1.2b.1')
  base.send({ type: 'propose_void', step: '1.2b.1', code: 'INC' }, { actor: holderOf('CS', 1) })
  const now = confirmingVoid(base, '1.2b.1')
  expect(now).not.toEqual(read)
  expect(refusalOf(base.send(read, { actor: holderOf('PD', 1) }))).toMatchObject({
    code: 'other_entry_waits',
    detail: { got: read.seq, waits: now.seq },
  })
  expect(base.send(now, { actor: holderOf('PD', 1) }).ok).toBe(true)
})

test('one person alone voids nothing, nor does anybody after the next step was decided (R17)', () => {
  const base = reached('1.3')
  expect(refusalOf(base.send(confirmingVoid(base, '1.2b.1'), { actor: holderOf('PD', 1) })).code).toBe(
    'void_not_proposed',
  )
  base.send(propose('1.2b.1'), { actor: { ...holderOf('CS', 1), person: 'p-pd-1' } })
  expect(refusalOf(base.send(confirmingVoid(base, '1.2b.1'), { actor: holderOf('PD', 1) }))).toMatchObject({
    code: 'second_person_needed',
    detail: { rule: 'R17' },
  })
  act(base, { key: '1.3', option: 'submit' })
  expect(refusalOf(base.send(confirmingVoid(base, '1.2b.1'), { actor: holderOf('PD', 2) }))).toMatchObject({
    code: 'decided_since',
    detail: { since: ['1.3.1'], rule: 'R17' },
  })
})

test('a voided "advance" gives the place on the shortlist its ground back: the base is screened again', () => {
  const base = reached('1.11')
  expect(base.state()).toMatchObject({ status: 'screening', stage: { effects: { shortlist: 1 } } })
  base.send(propose('1.10.1'), { actor: holderOf('CS', 9) })
  expect(base.send(confirmingVoid(base, '1.10.1'), { actor: holderOf('PD', 9) }).ok).toBe(true)
  expect(base.state().status).toBe('screening')
  expect(base.openKeys()).toEqual(['1.10'])
})
