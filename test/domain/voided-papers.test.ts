import { expect, test } from '@jest/globals'
import { voidedOrders } from '../../domain/voided-papers.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { playTo } from '../support/playing.js'

const declined = (): ABase => playTo(aNominatedBase(), { key: 'R0', answers: { '1.10': 'decline' } })
const kindsOf = (base: ABase): readonly string[] => {
  const voided = voidedOrders(base.events())
  return base
    .events()
    .flatMap((event) => (event.type === 'document_ordered' && voided.has(event.order) ? [event.kind] : []))
    .toSorted()
}

test('the letter and the sheet of a decision that redress voided are marked, and no other paper of the base (8.7, R14)', () => {
  const base = declined()
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  for (const number of [1, 2]) act(base, { key: 'R2', option: 'uphold', number })
  expect(kindsOf(base)).toEqual(['decision_letter', 'feedback_sheet'])
})

test('a decision that stands marks no paper: the twin', () => {
  expect(kindsOf(declined())).toEqual([])
})
