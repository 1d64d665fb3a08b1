import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { anApi } from '../api/an-api.js'
import type { AnApi } from '../api/an-api.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { recordAsItHappened } from '../support/a-dated-ledger.js'
import { actOnPaper } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'

let api: AnApi
let base: ABase
let before: number

/** The superior authority sealed its letter on 26 February; it was entered and confirmed on 1 March. */
const [sealedOn, enteredAt] = ['2027-02-26', '2027-03-01T15:00:00.000Z'] as const

beforeAll(async () => {
  api = await anApi('what was known')
  base = playTo(aNominatedBase(), { key: '1.7' })
  await recordAsItHappened(api.parts.db, { base })
  before = base.state().seq
  base.turnTo(enteredAt)
  const letter = { key: '1.7', option: 'no_objection' }
  expect(actOnPaper(base, { ...letter, change: { signedOn: sealedOn } }).ok).toBe(true)
  await recordAsItHappened(api.parts.db, { base, after: before })
})
afterAll(() => api.close())

const AsOf = z.looseObject({
  entries: z.number(),
  state: z.looseObject({ status: z.string(), openSteps: z.array(z.looseObject({ key: z.string() })) }).nullable(),
})

const asOf = async (on: string, by: string) => {
  const answer = await api.app.inject({
    url: `/bases/${base.state().id}/as-of?on=${on}&by=${by}`,
    headers: await api.as('p-au-1'),
  })
  const { entries, state } = AsOf.parse(answer.json())
  return { entries, open: state?.openSteps.map(({ key }) => key) }
}

test('an auditor asks what was known on a date: a paper entered later is not known then by when it was recorded, and counts from its date by when it is effective (14.25, R16)', async () => {
  const waiting = { entries: before, open: ['1.7', '1.8'] }
  const handedIn = { entries: base.state().seq, open: base.openKeys() }
  expect(handedIn.open).not.toContain('1.7')
  expect(await asOf('2027-02-28', 'recorded')).toEqual(waiting)
  expect(await asOf('2027-02-28', 'happened')).toEqual(waiting)
  expect(await asOf('2027-02-28', 'effective')).toEqual(handedIn)
})

test('by its date a paper counts from that day on and not the day before (14.25)', async () => {
  expect(await asOf('2027-02-25', 'effective')).toEqual({ entries: before, open: ['1.7', '1.8'] })
  expect(await asOf(sealedOn, 'effective')).toEqual({ entries: base.state().seq, open: base.openKeys() })
})

test('once it is entered a paper is known by all three times (14.25)', async () => {
  for (const by of ['recorded', 'happened', 'effective'])
    expect([by, await asOf('2027-03-01', by)]).toEqual([by, { entries: base.state().seq, open: base.openKeys() }])
})
