import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { personWith } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

/** One person who holds both roles all the time; the hat he or she wears today is nowhere in the question (SD8). */
const both = personWith('p-both', 'SO', 'EX')
const acts = (base: ABase, { key, option }: { key: string; option: string }) =>
  base.send(decisionOn(base, { step: stepOf(base, key), option }), { actor: both })

test('one person who holds SO and EX screens the file and is then refused as its scorer, at the moment of scoring (14.20, SD8)', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  expect(acts(base, { key: '1.4a', option: 'complete' }).ok).toBe(true)
  playTo(base, { key: '1.8' })
  expect(refusalOf(acts(base, { key: '1.8', option: 'score' }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'SD8', step: '1.8', other: '1.4a', needs: 'EX' },
  })
})

test('the same person who has scored a file does not check its evidence for the officers either, but may score and check elsewhere (14.20, SD8)', () => {
  const scored = playTo(aNominatedBase(), { key: '1.8' })
  expect(acts(scored, { key: '1.8', option: 'score' }).ok).toBe(true)
  // The nomination goes back to the officers: its completeness was revoked.
  scored.send({ type: 'revoke', step: '1.4a.1', code: 'INC' }, { actor: personWith('p-so-9', 'SO') })
  expect(refusalOf(acts(scored, { key: '1.4a', option: 'complete' }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'SD8', step: '1.4a', other: '1.8' },
  })
  const elsewhere = playTo(aNominatedBase(), { key: '1.4a' })
  expect(acts(elsewhere, { key: '1.4a', option: 'complete' }).ok).toBe(true)
})

test('to hold both roles is forbidden to nobody: without an act in the one the other is open (14.20, R19)', () => {
  const base = playTo(aNominatedBase(), { key: '1.8' })
  expect(acts(base, { key: '1.8', option: 'score' }).ok).toBe(true)
})
