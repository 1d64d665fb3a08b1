import { expect, test } from '@jest/globals'
import type { BaseCommand } from '../../domain/command.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, confirmingVoid, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

const reason = { id: 't-1', hash: 'c'.repeat(64) }
const ask: BaseCommand = { type: 'raise', matter: 'cap_waiver', code: 'CAP', reason }
const full = { code: 'category_full', have: 2, allowed: 2 } as const
/** The committee's votes, the first one by its third member. */
const vote = (base: ABase, { option, times }: { option: string; times: number }): void => {
  for (let number = 3; number < 3 + times; number += 1)
    base.send(decisionOn(base, { step: stepOf(base, '8.2a'), option }), { actor: holderOf('CM', number) })
}
const claimsOf = (base: ABase, key: string) => {
  const step = stepOf(base, key)
  let last
  while (base.open(key)?.id === step.id) last = act(base, { key, option: base.procedure.steps[key]?.order[0] ?? '' })
  return last?.ok === true ? last.claims : []
}

test('six of nine waive the caps, and every later claim says so (8.2)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  expect(base.send(ask, { actor: holderOf('PM') }).ok).toBe(true)
  vote(base, { option: 'waive', times: 6 })
  expect(base.events()).toContainEqual({ type: 'caps_waived' })
  expect(claimsOf(base, '1.10')).toContainEqual({ claim: 'shortlist', programme: 'gasme', call: '2027', waived: true })
  playTo(base, { key: '2.10' })
  expect(claimsOf(base, '2.10')).toContainEqual({ claim: 'slot', programme: 'gasme', waived: true })
  playTo(base, { key: '4.12b' })
  expect(claimsOf(base, '4.12b')).toContainEqual({ claim: 'activation', programme: 'gasme', waived: true })
})

test('five of nine are no two-thirds: nothing is waived (8.2, 8.4)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  base.send(ask, { actor: holderOf('PM') })
  vote(base, { option: 'waive', times: 5 })
  expect(base.open('8.2a')).toBeDefined()
  for (let number = 8; number < 12; number += 1)
    base.send(decisionOn(base, { step: stepOf(base, '8.2a'), option: 'keep' }), { actor: holderOf('CM', number) })
  expect([base.open('8.2a'), base.state().facts.capsWaived]).toEqual([undefined, undefined])
  expect(claimsOf(base, '1.10')).toContainEqual({ claim: 'shortlist', programme: 'gasme', call: '2027' })
})

test('a waiver that is voided as mis-entered lets the caps count again (R17)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  base.send(ask, { actor: holderOf('PM') })
  vote(base, { option: 'waive', times: 6 })
  base.send({ type: 'propose_void', step: '8.2a.1', code: 'DAT' }, { actor: holderOf('CS') })
  expect(base.send(confirmingVoid(base, '8.2a.1'), { actor: holderOf('PD') }).ok).toBe(true)
  expect([base.state().facts.capsWaived, base.open('8.2a')?.id]).toEqual([undefined, '8.2a.2'])
})

test('a cap that is overtaken after the reservation stops the activation, and a waiver opens it (8.2, 14.2)', () => {
  const base = playTo(aNominatedBase(), { key: '4.12b' })
  const confirm = decisionOn(base, { step: stepOf(base, '4.12b'), option: 'confirm' })
  const refused = refusalOf(base.send(confirm, { actor: holderOf('PD'), claimRefusal: full }))
  expect(refused).toEqual({ code: 'cap_stands_against', detail: { cap: 'category_full', have: 2, allowed: 2 } })
  expect([base.state().status, base.openKeys()]).toEqual(['preparing_launch', ['4.12b']])
  base.send(ask, { actor: holderOf('PM') })
  vote(base, { option: 'waive', times: 6 })
  expect(base.send(confirm, { actor: holderOf('PD') })).toMatchObject({
    ok: true,
    claims: expect.arrayContaining([{ claim: 'activation', programme: 'gasme', waived: true }]),
  })
  expect(base.state().status).toBe('active_green')
})

test('a waiver is asked with reasons, and of no base that is active', () => {
  const base = playTo(aNominatedBase(), { key: '3.5' })
  const bare: BaseCommand = { type: 'raise', matter: 'cap_waiver', code: 'CAP' }
  expect(refusalOf(base.send(bare, { actor: holderOf('PM'), isWordless: true }))).toEqual({
    code: 'text_required',
    detail: { step: 'cap_waiver', option: 'raise' },
  })
  play(base, { until: () => base.open('5.2a') !== undefined })
  expect(refusalOf(base.send(ask, { actor: holderOf('PM') })).code).toBe('matter_not_possible')
})
