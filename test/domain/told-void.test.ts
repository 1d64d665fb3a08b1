import { expect, test } from '@jest/globals'
import { draftsOf } from '../../domain/letters/drafts-of.js'
import type { BaseEvent } from '../../domain/event.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

/** The events of whatever is done last, as one record holds them. */
const recordOf = (base: ABase, done: () => unknown): readonly BaseEvent[] => {
  const before = base.events().length
  done()
  return base.events().slice(before)
}

/** What those who acted are told of the steps a record voids: step, who is left out, and how it came about. */
const toldIn = (record: readonly BaseEvent[]) =>
  record.flatMap((event) => {
    const drafts = draftsOf(event, record).filter(({ kind }) => kind === 'step_voided')
    return drafts.map(({ actedOn, facts }) => [actedOn?.step, actedOn?.besides, facts.voided])
  })

test('upheld redress is told to those who decided before, with the step that upheld it; the redress itself to nobody (R14)', () => {
  const base = playTo(aNominatedBase(), { key: 'R0', answers: { '1.10': 'decline' } })
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  act(base, { key: 'R2', option: 'uphold', number: 1 })
  const record = recordOf(base, () => act(base, { key: 'R2', option: 'uphold', number: 2 }))
  const redress = { cause: 'redress', because: 'R2' }
  const rests = { cause: 'inputs_changed', because: '1.10' }
  expect(toldIn(record)).toEqual([
    ['1.10.1', undefined, redress],
    ['1.11.1', undefined, rests],
  ])
})

test('whoever acted on what goes because a signatory changed is told where that was found (8.10)', () => {
  const base = playTo(aNominatedBase(), { key: '3.11a' })
  const change = { type: 'raise', matter: 'change', code: 'GOV', facts: { change: 'signatory' } } as const
  base.send(change, { actor: holderOf('LG') })
  const record = recordOf(base, () => act(base, { key: '8.10a', option: 'authority_anew', number: 9 }))
  expect(toldIn(record)[0]).toEqual(['3.10b.1', undefined, { cause: 'inputs_changed', because: '8.10a' }])
})
