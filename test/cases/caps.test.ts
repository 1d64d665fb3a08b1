import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import type { AnyEvent } from '../../domain/event.js'
import type { BaseView } from '../../domain/record.js'
import type { ClaimRefusal, Claim } from '../../domain/claims.js'
import { foundProgramme, limits, nominate, requestOf } from '../db/an-example.js'
import { aNominatedBase } from '../support/a-base.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { defined } from '../../domain/values/defined.js'

let database: TestDatabase
let db: Kysely<Database>
beforeAll(async () => {
  database = await cloneDatabase('a cap between shortlist and activation')
  db = connect(database.appUrl)
  await foundProgramme(db)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const alike: Partial<BaseView> = { category: 'leather' }
const events = {
  shortlist: { type: 'shortlist_decided', taken: true },
  slot: { type: 'slot_reserved', slot: 0 },
  activation: { type: 'cancel_refused' },
} as const satisfies Record<string, AnyEvent>

const heads = new Map<string, number>()
const asks = async (
  base: string,
  { claim, view = {} }: { claim: Claim & { claim: keyof typeof events }; view?: Partial<BaseView> },
) => {
  if (!heads.has(base)) {
    await nominate(db, { base, view: alike })
    heads.set(base, 3)
  }
  const after = heads.get(base) ?? 3
  const request = requestOf({
    base,
    name: `${claim.claim} ${after}`,
    after,
    view: { ...alike, ...view },
    events: [events[claim.claim]],
    claims: [claim],
  })
  const answer = await recordEntries(db, { ...request, limits })
  if (answer.kind === 'recorded') heads.set(base, answer.head)
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}
const shortlist = (base: string) =>
  asks(base, { claim: { claim: 'shortlist', programme: 'gasme', call: base }, view: { status: 'shortlisted' } })
const slot = (base: string, waived?: true) =>
  asks(base, {
    claim: { claim: 'slot', programme: 'gasme', ...defined({ waived: waived === true ? true : undefined }) },
    view: { status: 'slot_reserved', stage: 'launch' },
  })
const activate = (base: string) =>
  asks(base, {
    claim: { claim: 'activation', programme: 'gasme' },
    view: { status: 'active_green', stage: 'yearly_review' },
  })

const full = { code: 'category_full', have: 2, allowed: 2 } as const satisfies ClaimRefusal

test('a cap hit between shortlist and reservation sends the Board’s own vote to the waiting list, with code CAP (14.2, 8.2)', async () => {
  // Shortlisted as the second of its industry; two others come to stand by a waiver before its Board meets.
  expect(await shortlist('gasme-C21-a-1')).toBe('recorded')
  for (const base of ['gasme-C22-b-1', 'gasme-C23-c-1']) expect(await slot(base, true)).toBe('recorded')
  expect(await slot('gasme-C21-a-1')).toEqual(full)
  const base = playTo(aNominatedBase(), { key: '2.10' })
  const vote = decisionOn(base, { step: stepOf(base, '2.10'), option: 'approve' })
  base.send(vote, { actor: holderOf('BD', 1) })
  base.send(vote, { actor: holderOf('BD', 2), claimRefusal: full })
  expect(base.state()).toMatchObject({ status: 'waiting_list', code: 'CAP' })
  expect(base.view().stand).toMatchObject({ is: 'waiting', code: 'CAP' })
})

test('a cap hit between reservation and activation stops the activation of whoever comes third (14.2, 8.2)', async () => {
  expect(await slot('gasme-C24-d-1', true)).toBe('recorded')
  for (const base of ['gasme-C22-b-1', 'gasme-C23-c-1']) expect(await activate(base)).toBe('recorded')
  expect(await activate('gasme-C24-d-1')).toEqual(full)
})
