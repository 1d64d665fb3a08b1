import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql, type Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { readBase } from '../../db/reads/bases.js'
import { linkOfToken } from '../../db/reads/links.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { makeLink, revokeLinks } from '../../db/writes/links.js'
import type { Database } from '../../db/schema.js'
import type { BaseView, RecordResult } from '../../domain/record.js'
import type { Claim } from '../../domain/claims.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { by, foundProgramme, idOf, limits, morning, nominate, requestOf } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('claims')
  db = connect(database.appUrl)
  await foundProgramme(db)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const shortlist = { claim: 'shortlist', programme: 'gasme', call: '2027' } as const
const slot: Claim = { claim: 'slot', programme: 'gasme' }

interface Claiming {
  readonly base: string
  readonly claim: Claim
  readonly after?: number
  readonly view: Partial<BaseView>
  readonly allowed?: Partial<typeof limits>
}

const claiming = async ({ base, claim, after = 3, view, allowed = {} }: Claiming): Promise<RecordResult> => {
  const taken =
    claim.claim === 'slot'
      ? ({ type: 'slot_reserved', slot: 0 } as const)
      : ({ type: 'shortlist_decided', taken: true } as const)
  const request = requestOf({ base, name: claim.claim, after, claims: [claim], events: [taken], view })
  return await recordEntries(db, { ...request, limits: { ...limits, ...allowed } })
}

/** A base that stands: nominated, shortlisted, with a slot. */
const standing = async (base: string, view: Partial<BaseView>): Promise<void> => {
  await nominate(db, { base, view })
  // A call of its own, so that the places of one call are counted only where a test is about them.
  const claim: Claim = { ...shortlist, call: base }
  await claiming({ base, claim, view: { ...view, call: base, status: 'shortlisted' } })
  await claiming({ base, claim: slot, after: 4, view: { ...view, status: 'slot_reserved' } })
}

const refusalOf = async (claim: Claiming): Promise<unknown> => {
  const before = await readBase(db, { id: claim.base })
  const answer = await claiming(claim)
  expect(await readBase(db, { id: claim.base })).toEqual(before)
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}

test('a cluster has at most one open base, and the base that is open is named', async () => {
  await nominate(db, { base: 'gasme-C01-suzhou-1' })
  const again = requestOf({
    base: 'gasme-C01-suzhou-2',
    name: 'nominate',
    after: 0,
    events: [{ type: 'cancel_refused' }],
    claims: [{ claim: 'cluster', programme: 'gasme', cluster: 'C01-suzhou' }],
  })
  const refusal = { code: 'cluster_taken', base: 'gasme-C01-suzhou-1' }
  expect(await recordEntries(db, again)).toEqual({ kind: 'refused', refusal })
  expect(await readBase(db, { id: 'gasme-C01-suzhou-2' })).toBeUndefined()
})

test('a third base of a category finds it full on the shortlist and at the slots', async () => {
  const view = { category: 'textile' }
  await standing('gasme-C21-keqiao-1', view)
  await standing('gasme-C22-prato-1', view)
  await nominate(db, { base: 'gasme-C23-como-1', view })
  const full = { code: 'category_full', have: 2, allowed: 2 }
  expect(await refusalOf({ base: 'gasme-C23-como-1', claim: shortlist, view })).toEqual(full)
  expect(await refusalOf({ base: 'gasme-C23-como-1', claim: slot, view })).toEqual(full)
})

test('a fourth base of a province finds it full', async () => {
  const view = { province: 'CN-GD' }
  for (const base of ['gasme-C31-foshan-1', 'gasme-C32-dongguan-1', 'gasme-C33-zhongshan-1']) await standing(base, view)
  await nominate(db, { base: 'gasme-C34-jiangmen-1', view })
  const full = { code: 'province_full', have: 3, allowed: 3 }
  expect(await refusalOf({ base: 'gasme-C34-jiangmen-1', claim: shortlist, view })).toEqual(full)
})

test('of two nested places only one may stand, whichever of them names the other', async () => {
  await standing('gasme-C41-wenzhou-1', {})
  await standing('gasme-C43-ningbo-1', { overlaps: ['C44-cixi'] })
  await nominate(db, { base: 'gasme-C42-yongjia-1' })
  await nominate(db, { base: 'gasme-C44-cixi-1' })
  for (const claim of [shortlist, slot, { claim: 'territory', programme: 'gasme' }] as const) {
    const inner = await refusalOf({ base: 'gasme-C42-yongjia-1', claim, view: { overlaps: ['C41-wenzhou'] } })
    expect(inner).toEqual({ code: 'territory_taken', base: 'gasme-C41-wenzhou-1' })
    const outer = await refusalOf({ base: 'gasme-C44-cixi-1', claim, view: {} })
    expect(outer).toEqual({ code: 'territory_taken', base: 'gasme-C43-ningbo-1' })
  }
  const taken = { base: 'gasme-C42-yongjia-1', claim: { claim: 'taken_territory', programme: 'gasme' } } as const
  expect(await refusalOf({ ...taken, view: {} })).toEqual({ code: 'territory_free' })
})

test('one call advances at most one and a half times the free slots', async () => {
  const allowed = { slots: (await slotsHeld()) + 2 }
  for (const base of ['gasme-C51-ulsan-1', 'gasme-C52-pune-1', 'gasme-C53-lyon-1', 'gasme-C54-graz-1'])
    await nominate(db, { base })
  for (const base of ['gasme-C51-ulsan-1', 'gasme-C52-pune-1', 'gasme-C53-lyon-1'])
    expect(await claiming({ base, claim: shortlist, view: { status: 'shortlisted' }, allowed })).toMatchObject({
      head: 4,
    })
  const refusal = await refusalOf({ base: 'gasme-C54-graz-1', claim: shortlist, view: {}, allowed })
  expect(refusal).toEqual({ code: 'quota_full', have: 3, allowed: 3 })
})

test('no slot is given when all are held', async () => {
  const held = await slotsHeld()
  await nominate(db, { base: 'gasme-C55-osaka-1' })
  const refusal = await refusalOf({ base: 'gasme-C55-osaka-1', claim: slot, view: {}, allowed: { slots: held } })
  expect(refusal).toEqual({ code: 'no_free_slot', have: held, allowed: held })
})

const slotsHeld = async (): Promise<number> =>
  (await db.selectFrom('slot').select('base').where('base', 'is not', null).execute()).length

test.each([
  ['is unknown', 'm-nobody', '2027-01-04T09:00:00.000Z'],
  ['has not begun', 'm-PM', '2025-12-31T00:00:00.000Z'],
])('a person whose mandate %s is refused', async (_, mandate, at) => {
  const request = requestOf({
    base: 'gasme-C01-suzhou-1',
    name: `${mandate} ${at}`,
    after: 3,
    events: [{ type: 'cancel_refused' }],
  })
  const answer = await recordEntries(db, { ...request, occurredAt: at, claims: [{ claim: 'mandate', mandate }] })
  expect(answer).toEqual({ kind: 'refused', refusal: { code: 'mandate_not_in_force', mandate } })
})

test('a mandate that was revoked is refused, whatever the clock of the base says', async () => {
  await db.updateTable('mandate').set({ revoked_at: '2030-01-01T00:00:00.000Z' }).where('id', '=', 'm-SO').execute()
  const request = requestOf({
    base: 'gasme-C01-suzhou-1',
    name: 'revoked',
    after: 3,
    events: [{ type: 'cancel_refused' }],
  })
  const answer = await recordEntries(db, { ...request, claims: [{ claim: 'mandate', mandate: 'm-SO' }] })
  expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'mandate_not_in_force' } })
})

test('a mandate in force is granted', async () => {
  const request = requestOf({
    base: 'gasme-C01-suzhou-1',
    name: 'granted',
    after: 3,
    events: [{ type: 'cancel_refused' }],
  })
  const answer = await recordEntries(db, { ...request, claims: [{ claim: 'mandate', mandate: 'm-PM' }] })
  expect(answer).toMatchObject({ kind: 'recorded', head: 4 })
})

test('a claim that is refused to a workflow that is behind gives it the entries first', async () => {
  await standing('gasme-C61-turin-1', {})
  const late = await claiming({ base: 'gasme-C61-turin-1', claim: slot, view: {}, allowed: { slots: 0 }, after: 3 })
  expect(late).toMatchObject({ kind: 'recorded', head: 5 })
  const other = requestOf({ base: 'gasme-C61-turin-1', name: 'other', after: 4, events: [{ type: 'cancel_refused' }] })
  const answer = await recordEntries(db, { ...other, claims: [{ claim: 'mandate', mandate: 'm-nobody' }] })
  expect(answer).toMatchObject({ kind: 'behind', entries: [{ seq: 5, event: { type: 'slot_reserved' } }] })
})

/** A link of the local government's for a step of a base that nobody has acted on. */
const linked = async (base: string) => {
  await nominate(db, { base, view: { category: base, province: base } })
  const act = { person: by('PM').person, seat: by('PM').mandate, base, step: '1.2a.1', documents: [] }
  const token = await makeLink(db, { ...act, letter: idOf(base), at: morning })
  const link = await linkOfToken(db, token)
  if (link === undefined) throw new Error('a link that was made is found by its token')
  const claim = { claim: 'link', link: link.id, person: act.person, seat: act.seat, step: act.step } as const
  return { token, link, claim }
}
const byLink = async (base: string, { claim, name, after = 3 }: { claim: Claim; name: string; after?: number }) =>
  await recordEntries(
    db,
    requestOf({ base, name, after, claims: [claim], events: [{ type: 'resumed', by: by('PM') }] }),
  )
const dead = (link: string) => ({ kind: 'refused', refusal: { code: 'link_dead', link } })

test('a link acts once, of two at one moment too, and bears the command that used it (0051)', async () => {
  const base = 'gasme-C09-once-1'
  const { token, claim } = await linked(base)
  const both = await Promise.all(['left', 'right'].map((name) => byLink(base, { claim, name })))
  const kinds = both.map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual(['behind', 'recorded'])
  expect(await byLink(base, { claim, name: 'later', after: 4 })).toEqual(dead(claim.link))
  const winner = kinds[0] === 'recorded' ? 'left' : 'right'
  expect((await linkOfToken(db, token))?.usedBy).toBe(idOf(`${base} ${winner}`))
  expect(await byLink(base, { claim, name: winner })).toMatchObject({ kind: 'recorded' })
})

test('a link acts for its person, seat, base and step alone, and not when it was revoked or nobody sealed it (0051)', async () => {
  const base = 'gasme-C09-own-1'
  const { token, link, claim } = await linked(base)
  const { claim: other } = await linked('gasme-C09-other-1')
  for (const wrong of [{ person: 'p-LG' }, { seat: 'm-LG' }, { step: '1.2b.1' }, { link: other.link }]) {
    const claimed = { ...claim, ...wrong }
    expect(await byLink(base, { claim: claimed, name: 'wrong' })).toEqual(dead(claimed.link))
  }
  const made = idOf('forged')
  await db
    .insertInto('act_link')
    .columns(['id', 'token_hash', 'letter', 'person', 'seat', 'base', 'step', 'documents', 'made_at', 'seal'])
    .expression((eb) =>
      eb
        .selectFrom('act_link')
        .select([
          sql<string>`${made}::uuid`.as('id'),
          sql<string>`${tokenHash('guessed')}`.as('token_hash'),
          'letter',
          'person',
          'seat',
          'base',
          'step',
          'documents',
          'made_at',
          'seal',
        ])
        .where('id', '=', link.id),
    )
    .execute()
  expect(await linkOfToken(db, 'guessed')).toBeUndefined()
  expect(await byLink(base, { claim: { ...claim, link: made }, name: 'forged' })).toEqual(dead(made))
  await revokeLinks(db, { letter: link.letter, at: morning })
  expect((await linkOfToken(db, token))?.isRevoked).toBe(true)
  expect(await byLink(base, { claim, name: 'revoked' })).toEqual(dead(claim.link))
})

test('a standing base on the same territory is a ground that the database grants', async () => {
  await nominate(db, { base: 'gasme-C45-yueqing-1' })
  const claim = { claim: 'taken_territory', programme: 'gasme' } as const
  const answer = await claiming({ base: 'gasme-C45-yueqing-1', claim, view: { overlaps: ['C41-wenzhou'] } })
  expect(answer).toMatchObject({ head: 4 })
})
