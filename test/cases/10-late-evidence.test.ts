import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { aDossier, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const lg = holderOf('LG')

/** What the lock holds: figures and fingerprint of the dossier, sheets and score, and what people have done so far. */
const locked = (base: ABase) => {
  const { partsAtHand, facts, texts, status } = base.state()
  return structuredClone({
    partsAtHand,
    dossier: facts.dossier,
    sheets: facts.sheets,
    score: facts.score,
    texts,
    status,
  })
}
const late = { type: 'comment', step: '1.3.1', text: { id: 't-late', hash: 'c'.repeat(64) } } as const

test('evidence that comes after the lock goes on the record with its time, and changes nothing that was locked (14.10, 8.7)', () => {
  const base = reached('1.10')
  const before = locked(base)
  expect(before).toMatchObject({ dossier: { dossierHash: aDossier.dossierHash }, score: expect.any(Number) })
  base.turnTo('2027-05-03T15:00:00.000Z')
  expect(base.send(late, { actor: lg }).ok).toBe(true)
  expect(base.recorded.at(-1)).toMatchObject({
    occurredAt: '2027-05-03T15:00:00.000Z',
    event: { type: 'commented', step: '1.3.1', by: { person: lg.person } },
  })
  expect(locked(base)).toEqual(before)
  expect(base.openKeys()).toEqual(['1.10'])
})

test('the dossier is neither handed in again nor taken back by its nominator after the lock (14.10, 4)', () => {
  const base = reached('1.10')
  const before = locked(base)
  const again = {
    type: 'decide',
    step: '1.3.1',
    option: 'submit',
    facts: { dossier: { ...aDossier, memberFirms: 900 } },
  } as const
  expect(refusalOf(base.send(again, { actor: lg })).code).toBe('step_already_decided')
  expect(refusalOf(base.send({ type: 'revoke', step: '1.3.1', code: 'DAT' }, { actor: lg }))).toMatchObject({
    code: 'evidence_locked',
    detail: { since: '1.4a.1' },
  })
  expect(locked(base)).toEqual(before)
})

test('before the lock the nominator may still take it back and hand in another, which is then the one that counts (14.10)', () => {
  const base = reached('1.4a')
  expect(base.send({ type: 'revoke', step: '1.3.1', code: 'DAT' }, { actor: lg }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['1.3'])
  act(base, { key: '1.3', option: 'submit', brings: { dossier: { ...aDossier, memberFirms: 900 } } })
  expect(base.state().facts.dossier?.memberFirms).toBe(900)
})

test('where the rules give it a place, late evidence is heard: facts are corrected at the hearing of due diligence (14.10, 2.6)', () => {
  const base = reached('2.6')
  expect(stepOf(base, '2.6').role).toBe('LG')
  const before = locked(base)
  expect(act(base, { key: '2.6', option: 'correct' }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['2.7'])
  expect(locked(base)).toEqual(before)
})
