import { expect, test } from '@jest/globals'
import type { Role } from '../../domain/role.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aBase, refusalOf } from '../support/a-base.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { openAt, seatOf } from '../support/standing.js'

const lent = (role: Role): HeldMandate =>
  seatOf(role, {
    id: `m-${role}-lent`,
    until: '2060-01-01T00:00:00.000Z',
    delegation: { delegator: `p-lender-${role}`, mandate: `m-${role}-own` },
  })

interface Deputy {
  readonly of: readonly Role[]
  readonly on: StepKey
}

/** What a person hears on a step who holds nothing but seats that were lent. */
const heard = ({ of, on }: Deputy) => {
  const base = aBase({ from: openAt(on) })
  const [option = ''] = base.procedure.steps[on]?.order ?? []
  const judged = base.send(decisionOn(base, { step: stepOf(base, on), option }), {
    actor: {
      person: 'p-deputy',
      channel: 'api',
      factor: 'sign_in',
      mandates: of.map(lent),
      delegators: Object.fromEntries(of.map((role) => [`p-lender-${role}`, [seatOf(role, { id: `m-${role}-own` })]])),
    },
  })
  return judged.ok ? 'taken' : refusalOf(judged)
}

test.each<Deputy & { readonly holds: Role }>([
  { of: ['LG', 'CLO'], on: '5.12b', holds: 'CLO' },
  { of: ['HG', 'LG'], on: '3.7d', holds: 'LG' },
])('who is deputy of two desks of a place that are kept apart does not act between them ($on)', ({ of, on, holds }) => {
  expect(heard({ of, on })).toMatchObject({ code: 'seat_forbids', detail: { holds } })
})

test.each<Deputy>([
  { of: ['LG'], on: '5.12b' },
  { of: ['HG'], on: '3.7d' },
])('a deputy of the one desk that acts does ($on): the twin', ({ of, on }) => {
  expect(heard({ of, on })).toBe('taken')
})
