import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { someWords } from '../support/filling.js'
import { holderOf } from '../support/an-example.js'
import { markOf, versionWith } from '../support/negotiating.js'
import { playTo } from '../support/playing.js'

const signatoryLeft = {
  type: 'raise',
  matter: 'change',
  code: 'GOV',
  facts: { change: 'signatory' },
  reason: someWords,
} as const
const openedAgain = (base: ABase): readonly string[] =>
  base.events().flatMap((event) => (event.type === 'step_opened' && !event.step.endsWith('.1') ? [event.step] : []))
const voided = (base: ABase): readonly string[] =>
  base.events().flatMap((event) => (event.type === 'step_voided' ? [event.step] : []))

test('the signatory leaves after the text lock: authority is proven anew, and the lock on the text stands (14.6, 8.10)', () => {
  const base = playTo(aNominatedBase(), { key: '3.11a' })
  const raised = base.send(
    { type: 'raise', matter: 'change', code: 'GOV', facts: { change: 'signatory' } },
    { actor: holderOf('LG') },
  )
  expect(raised.ok).toBe(true)
  // Whoever says so voids nothing: that is found by somebody else (R3).
  expect([voided(base), base.openKeys()]).toEqual([[], ['3.11a', '3.11b', '8.10a']])
  expect(act(base, { key: '8.10a', option: 'authority_anew', number: 9 }).ok).toBe(true)
  expect(voided(base)).toEqual(['3.10b.1', '3.11a.1', '3.11b.1'])
  expect(base.openKeys()).toEqual(['3.10b'])
  playTo(base, { key: '3.12a' })
  expect(openedAgain(base)).toEqual(expect.arrayContaining(['3.10b.2', '3.11a.2', '3.11b.2']))
  expect(openedAgain(base).filter((step) => step.startsWith('3.9'))).toEqual([])
})

test('a signatory who leaves after the signature changes nothing that was signed (14.6, 8.10)', () => {
  const base = playTo(aNominatedBase(), { key: '3.12a' })
  base.send({ type: 'raise', matter: 'change', code: 'GOV', facts: { change: 'signatory' } }, { actor: holderOf('LG') })
  expect(refusalOf(act(base, { key: '8.10a', option: 'authority_anew', number: 9 }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['noted', 'assess'] },
  })
  expect(act(base, { key: '8.10a', option: 'noted', number: 9 }).ok).toBe(true)
  expect(voided(base)).toEqual([])
  expect(base.state().status).toBe('mou_signed')
})

test('a change of signatory that nobody has found holds off no hold for silence, and voids no signature that was given (8.10, R3)', () => {
  const silentUntilHeld = (raises: boolean): string => {
    const base = playTo(aNominatedBase(), { key: '3.11b' })
    act(base, { key: '3.11a', option: 'signed_in_ceremony' })
    for (const turn of Array.from({ length: 40 }, (_, index) => index)) {
      if (base.state().status === 'on_hold') break
      if (raises && turn % 3 === 0) base.send(signatoryLeft, { actor: holderOf('LG') })
      base.turnTo(base.nextDueAt() ?? base.now())
      base.send({ type: 'tick' })
    }
    expect(voided(base)).toEqual([])
    return base.state().heldAt ?? 'never'
  }
  expect(silentUntilHeld(true)).toBe(silentUntilHeld(false))
})

/** Three rounds, the last one with a change of one clause, after the partner had cleared the first version in part. */
const afterThirdRound = (clause: 'money' | 'notices'): ABase => {
  const base = playTo(aNominatedBase(), { key: '3.6a', answers: { '3.5': 'accept' } })
  act(base, { key: '3.6a', option: 'clear' })
  act(base, { key: '3.6b', option: 'clear_with_changes' })
  for (const round of [1, 2, 3]) {
    const change = round === 3 ? { [clause]: markOf(clause, 1) } : {}
    act(base, { key: '3.7a', option: 'revised', text: { version: versionWith(base, change) } })
    act(base, { key: '3.7b', option: round === 3 ? 'agreed' : 'next_round' })
  }
  return base
}

test('a material clause changed in round 3 after government clearance opens clearance on both sides again (14.7, R6)', () => {
  const base = afterThirdRound('money')
  expect(base.openKeys()).toEqual(['3.3a', '3.3b'])
  playTo(base, { key: '3.8a' })
  expect(openedAgain(base)).toEqual(expect.arrayContaining(['3.3a.2', '3.3b.2', '3.6a.2', '3.6b.2']))
})

test('without a material clause among the changes nobody who has cleared the text is asked again (14.7, R6)', () => {
  const base = afterThirdRound('notices')
  expect(base.openKeys()).toEqual(['3.6b'])
})

test('a term that differs between Chinese and English goes back to translation, and nothing is locked before (14.8, 8.7)', () => {
  const base = playTo(aNominatedBase(), { key: '3.8b' })
  act(base, { key: '3.8b', option: 'differences' })
  expect(base.openKeys()).toEqual(['3.8a'])
  expect(base.events().filter((event) => event.type === 'step_opened' && event.key.startsWith('3.9'))).toEqual([])
  playTo(base, { key: '3.9a' })
  expect(openedAgain(base)).toEqual(['3.8a.2', '3.8b.2'])
})
