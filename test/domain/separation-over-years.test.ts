import { expect, test } from '@jest/globals'
import { secondLookSteps } from '../../domain/gicc/matters/redress.js'
import { separation } from '../../domain/gicc/separation.js'
import { consequenceSteps } from '../../domain/gicc/yearly-review/consequences.js'
import type { Role } from '../../domain/role.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { playTo, type Play } from '../support/playing.js'

/** Whoever acted last on a step of a life. */
const whoDid = (base: ABase, key: StepKey): string =>
  base.recorded
    .flatMap(({ event }) => (event.type === 'step_acted' && event.key === key ? [event.by.person] : []))
    .at(-1) ?? ''

interface Tried {
  readonly key: StepKey
  readonly option: string
  readonly role: Role
}

/** What becomes of an act by somebody who is given a seat of its role for it. */
const triedBy = (base: ABase, { person, key, option, role }: Tried & { readonly person: string }) => {
  const judged = base.send(decisionOn(base, { step: stepOf(base, key), option }), {
    actor: { ...holderOf(role, 30), person },
  })
  if (judged.ok) return 'accepted'
  const { code, detail } = judged.refusal
  return `${code} ${'other' in detail ? detail.other : ''}`
}

const red: Omit<Play, 'until'> = {
  answers: { '5.8': 'red_proposal', R0: 'accept' },
  brings: { reviewSheet: evenReview(0.45) },
}
const yellow: Omit<Play, 'until'> = {
  answers: { '5.8': 'yellow', R0: 'request', R1: 'admit', R2: 'uphold' },
  brings: { reviewSheet: evenReview(0.6) },
}

test.each([
  { did: '5.8', key: '5.12a', option: 'withdraw', role: 'BD', life: red },
  { did: '5.7a', key: '5.8r', option: 'yellow', role: 'RP', life: yellow },
] as const)(
  'who did $did does not do $key, though the new year has begun; another person does',
  ({ did, life, ...act }) => {
    const base = playTo(aNominatedBase(), { key: act.key, ...life })
    expect(triedBy(base, { ...act, person: whoDid(base, did) })).toBe(`separation_of_duties ${did}`)
    expect(triedBy(base, { ...act, person: 'p-nobody-yet' })).toBe('accepted')
  },
)

test('every step that is told among the consequences of a review is kept apart from its acts', () => {
  const told = Object.values({ ...consequenceSteps, ...secondLookSteps }).filter(
    ({ stage }) => stage === 'yearly_review',
  )
  expect(told.map(({ key }) => key).toSorted()).toEqual(separation.afterReview.toSorted())
})
