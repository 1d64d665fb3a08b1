import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { z } from 'zod'
import { buildApi } from '../../api/app.js'
import { scopeRoutes } from '../../api/auth/api-token.js'
import { excusedWrites, writeRoutes } from '../../api/write-routes.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { machineScopes } from '../../domain/access.js'
import { defined } from '../../domain/values/defined.js'
import type { Role } from '../../domain/role.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'

let api: AnApi
let now = new Date(dayOfTheApi)
beforeAll(async () => {
  api = await anApi('tokens of machines')
  const app = await buildApi({ ...api.parts, clock: () => now })
  await api.app.close()
  api = { ...api, app }
})

/** Another programme, and a rehearsal, with keepers of their own. */
const [other, rehearsal] = ['other', 'rh0009']
interface Seated {
  readonly programme: string
  readonly role: Role
  readonly from?: string
  readonly until?: string
}
const seat = async (person: string, { programme, role, from = '2026-01-01T00:00:00.000Z', until }: Seated) =>
  await saveBootstrapMandates(api.parts.db, {
    programme,
    mandates: [
      {
        id: `m-${programme}-${person}`,
        person,
        organisation: 'o-office',
        role,
        from,
        ...defined({ until }),
      },
    ],
  })
beforeAll(async () => {
  const { db } = api.parts
  for (const id of [other, rehearsal])
    await createProgramme(db, {
      id,
      namespace: 'cornerstone',
      rehearsal: id === rehearsal,
      label: { en: id, 'zh-CN': id },
      procedure: 'full',
      at: dayOfTheApi,
    })
  const name = { en: 'Somebody', local: '某人' }
  const ids = ['p-keeper', 'p-officer', 'p-staff', 'p-both', 'p-rehearses', 'p-tomorrow', 'p-left']
  const people = ids.map((id) => ({ id, name, email: `${id}@base.example`, language: 'en' as const }))
  await savePeople(db, { people, organisations: [], at: dayOfTheApi })
  await seat('p-keeper', { programme: other, role: 'AD' })
  await seat('p-officer', { programme: other, role: 'SO' })
  await seat('p-staff', { programme: other, role: 'PM' })
  for (const programme of ['gasme', other]) await seat('p-both', { programme, role: 'AD' })
  await seat('p-keeper', { programme: rehearsal, role: 'AD' })
  await seat('p-rehearses', { programme: rehearsal, role: 'SO' })
  await seat('p-so-1', { programme: rehearsal, role: 'SO' })
  await seat('p-tomorrow', { programme: 'gasme', role: 'SO', from: '2098-01-01T00:00:00.000Z' })
  await seat('p-left', { programme: 'gasme', role: 'SO', until: '2026-02-01T00:00:00.000Z' })
  await seat('p-left', { programme: rehearsal, role: 'SO' })
})
beforeEach(() => {
  now = new Date(dayOfTheApi)
})
afterAll(async () => {
  await api.app.close()
  await api.close()
})

const make = async (
  person: string,
  { by = 'p-ad-1', ...wanted }: { by?: string; scopes?: readonly string[]; days?: number } = {},
) =>
  await api.app.inject({
    method: 'POST',
    url: `/programmes/gasme/people/${person}/api-tokens`,
    headers: await api.as(by),
    payload: { name: 'dashboard', scopes: ['read'], days: 30, ...wanted },
  })
const idIn = z.object({ id: z.string() })
const given = async (person: string, wanted: { by?: string; scopes?: readonly string[]; days?: number } = {}) => {
  const answer = await make(person, wanted)
  expect(answer.statusCode).toBe(201)
  return { id: idIn.parse(answer.json()).id, authorization: `Bearer ${bodyOf(answer).token}` }
}
const heard = (answer: { readonly statusCode: number; json: () => unknown }) => [answer.statusCode, bodyOf(answer).code]
const read = async (authorization: string, url = '/bases') =>
  heard(await api.app.inject({ url, headers: { authorization } }))

test('a token reads what its person sees, and nothing more than that', async () => {
  const { authorization } = await given('p-pm-1')
  expect(await read(authorization)).toEqual([200, ''])
  expect(await read(authorization, '/access-log')).toEqual(
    heard(await api.app.inject({ url: '/access-log', headers: await api.as('p-pm-1') })),
  )
  expect((await read(authorization, '/access-log'))[0]).toBe(403)
})

test('a token does what it is for and nothing else, whatever its person may', async () => {
  const url = '/programmes/gasme/bases/imports'
  const send = async (scopes: readonly string[], to: string) => {
    const { authorization } = await given('p-ad-1', { scopes, by: 'p-pd-1' })
    const headers = { authorization, 'idempotency-key': scopes.join(), 'content-type': 'application/json' }
    return heard(await api.app.inject({ method: 'POST', url: to, headers, payload: {} }))
  }
  expect(await send(['read', 'comment'], url)).toEqual([403, 'beyond_token'])
  expect((await send(['nominate'], url))[1]).not.toBe('beyond_token')
  expect(await send(machineScopes, '/programmes/gasme/people/p-pm-1/sign-ins/endings')).toEqual([403, 'beyond_token'])
  expect(await send(machineScopes, '/programmes/gasme/people/p-pm-1/api-tokens')).toEqual([403, 'beyond_token'])
  const { authorization } = await given('p-pm-1', { scopes: ['comment'] })
  expect(await read(authorization)).toEqual([403, 'beyond_token'])
  const headers = { authorization, 'idempotency-key': 'a word' }
  const toBase = '/bases/gasme-C09-yueqing-1/comments'
  await api.app.inject({ method: 'POST', url: toBase, headers, payload: { text: 'A word.' } })
  expect(api.door.sent.at(-1)?.actor).toMatchObject({ person: 'p-pm-1', channel: 'api' })
  // Nobody stands behind it who could be asked (0061).
  expect(api.door.sent.at(-1)?.actor.factor).toBeUndefined()
})

test('no scope holds a route that decides, grants, publishes, withdraws or erases, and each of their routes is there', () => {
  const routes = Object.values(scopeRoutes).flat()
  const weighty =
    /decisions|confirmations|mandates|rules|withdrawals|revocations|voids|erasures|holds|papers|identities|tokens/
  expect(routes.filter((route) => weighty.test(route))).toEqual([])
  for (const route of routes) {
    const [method = '', url = ''] = route.split(' ')
    expect([
      route,
      api.app.hasRoute({ method: method === 'POST' ? 'POST' : method === 'PATCH' ? 'PATCH' : 'DELETE', url }),
    ]).toEqual([route, true])
  }
})

test('it ends at its day, when it is ended, and with the seat of its person', async () => {
  const [late, ended, leaving] = [await given('p-pm-1', { days: 2 }), await given('p-pm-2'), await given('p-so-3')]
  const end = async (id: string, as: string) =>
    await api.app.inject({
      method: 'POST',
      url: `/api-tokens/${id}/revocations`,
      headers: await api.write(as),
      payload: {},
    })
  for (const other of ['p-pm-1', 'p-C09-yueqing-lg'])
    expect(heard(await end(ended.id, other))).toEqual([404, 'not_found'])
  expect((await end(ended.id, 'p-pm-2')).statusCode).toBe(200)
  await sql`update mandate set revoked_at = ${dayOfTheApi}::timestamptz where person = 'p-so-3'`.execute(api.parts.db)
  for (const { authorization } of [ended, leaving]) expect(await read(authorization)).toEqual([401, 'unauthenticated'])
  now = new Date(now.getTime() + 2 * 86_400_000 - 1)
  expect(await read(late.authorization)).toEqual([200, ''])
  now = new Date(now.getTime() + 1)
  expect(await read(late.authorization)).toEqual([401, 'unauthenticated'])
})

const issuer = 'https://login.example.org'
const identity = (person: string) => ({ issuer, subject: `somebody, who is ${person}` })
const keeping = [
  ['identities', identity],
  ['identities/removals', identity],
  ['api-tokens', () => ({ name: 'dashboard', scopes: ['read'], days: 1 })],
  ['links/revocations', () => ({})],
  ['sign-ins/endings', () => ({})],
  ['erasures', () => ({})],
  ['erasures/confirmations', () => ({ seq: 1 })],
] as const
type Way = readonly [end: string, payloadOf: (person: string) => object]
const keep = async (
  person: string,
  { as, programme, way: [end, payloadOf] }: { as: string; programme: string; way: Way },
) => {
  const url = `/programmes/${programme}/people/${person}/${end}`
  const answer = await api.app.inject({ method: 'POST', url, headers: await api.write(as), payload: payloadOf(person) })
  return { end, status: answer.statusCode, code: bodyOf(answer).code, says: bodyOf(answer).detail }
}

test.each(keeping)('keepers of one programme do not keep people of another: %s', async (...way) => {
  for (const programme of [other, rehearsal])
    for (const person of ['p-so-1', 'p-tomorrow', 'p-left'])
      expect(await keep(person, { as: 'p-keeper', programme, way })).toMatchObject({
        status: 403,
        code: 'not_permitted',
        says: expect.not.stringContaining('gasme'),
      })
  // In the words of those who keep nobody at all.
  const [stranger, nobody] = [
    await keep('p-so-1', { as: 'p-keeper', programme: other, way }),
    await keep('p-officer', { as: 'p-staff', programme: other, way }),
  ]
  expect(stranger).toEqual(nobody)
  const mine = [
    await keep('p-officer', { as: 'p-keeper', programme: other, way }),
    await keep('p-so-1', { as: 'p-both', programme: 'gasme', way }),
    await keep('p-rehearses', { as: 'p-keeper', programme: rehearsal, way }),
  ]
  expect(mine.filter(({ status }) => status >= 300)).toEqual([])
})

test('a programme knows what is kept of whoever sits or sat in it, and nobody of another', async () => {
  const read = async (person: string, { as, programme }: { as: string; programme: string }) => {
    const url = `/programmes/${programme}/people/${person}/records`
    return (await api.app.inject({ url, headers: await api.as(as) })).statusCode
  }
  for (const person of ['p-so-1', 'p-tomorrow', 'p-left'])
    expect([await read(person, { as: 'p-keeper', programme: other }), person]).toEqual([404, person])
  expect(await read('p-left', { as: 'p-ad-1', programme: 'gasme' })).toBe(200)
  expect(await read('p-officer', { as: 'p-keeper', programme: other })).toBe(200)
})

test('every route that writes about a person is among these', () => {
  const written = [...Object.keys(writeRoutes), ...excusedWrites.flatMap(({ routes }) => routes)]
  const ends = written.flatMap((route) => route.split('/people/:person/').slice(1))
  expect(ends.toSorted()).toEqual(keeping.map(([end]) => end).toSorted())
})

test('a name that means somebody of another programme is given to nobody by a keeper of this one', async () => {
  const take = async (subject: string, as: string) =>
    (await keep('p-officer', { as, programme: other, way: ['identities', () => ({ issuer, subject })] })).code
  const given = { issuer, subject: 'of an officer' }
  await keep('p-so-2', { as: 'p-ad-1', programme: 'gasme', way: ['identities', () => given] })
  for (const subject of ['p-lc-1', given.subject]) {
    expect(await take(subject, 'p-keeper')).toBe('not_permitted')
    expect(await take(subject, 'p-both')).toBe('')
  }
})

test('it is for somebody of this programme alone, and is none once its person sits in another', async () => {
  await seat('p-co-2', { programme: other, role: 'SO' })
  expect(heard(await make('p-co-2', { by: 'p-both' }))).toEqual([403, 'token_beyond_programme'])
  const { authorization } = await given('p-co-1')
  await seat('p-co-1', { programme: rehearsal, role: 'SO' })
  expect(await read(authorization)).toEqual([200, ''])
  await seat('p-co-1', { programme: other, role: 'SO' })
  expect(await read(authorization)).toEqual([401, 'unauthenticated'])
})

test('only who keeps the people makes one, for somebody else, with a seat here, and with an end', async () => {
  expect(heard(await make('p-au-1', { by: 'p-pm-1' }))).toEqual([403, 'not_permitted'])
  expect(heard(await make('p-ad-1'))).toEqual([403, 'grant_to_oneself'])
  expect(heard(await make('p-nobody'))).toEqual([404, 'not_found'])
  for (const wrong of [{ days: 0 }, { days: 367 }, { scopes: [] }, { scopes: ['decide'] }])
    expect(heard(await make('p-au-1', wrong))).toEqual([400, 'invalid_request'])
})

test('it is seen by its person and by who keeps the people, with its last use, and stands in no table', async () => {
  const { id, authorization } = await given('p-au-1')
  await read(authorization)
  const own = bodyOf(await api.app.inject({ url: '/api-tokens', headers: await api.as('p-au-1') })).items
  const all = bodyOf(
    await api.app.inject({ url: '/programmes/gasme/api-tokens', headers: await api.as('p-ad-1') }),
  ).items
  expect(own).toMatchObject([{ id, madeBy: 'p-ad-1', usedAt: dayOfTheApi }])
  expect(all.map((one) => one['id'])).toContain(id)
  const log = await api.parts.db
    .selectFrom('access_log')
    .select(['kind', 'subject', 'person'])
    .where('object', '=', id)
    .execute()
  expect(log).toEqual([{ kind: 'signed_in', subject: 'api_token', person: 'p-au-1' }])
  const kept = await Promise.all(
    (['api_token', 'command', 'access_log', 'refused_attempt'] as const).map((name) =>
      api.parts.db.selectFrom(name).selectAll().execute(),
    ),
  )
  expect(JSON.stringify(kept)).not.toContain(authorization.slice('Bearer cornerstone_'.length))
})

test('a row with more scopes, or a later end, than the programme gave is no token', async () => {
  const { id, authorization } = await given('p-au-1')
  const owner = sql`update api_token set scopes = '{read,nominate}' where id = ${id}`
  await expect(owner.execute(api.parts.db)).rejects.toThrow('permission denied')
  const { scopes: _, ...row } = await api.parts.db
    .selectFrom('api_token')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await api.parts.db.deleteFrom('api_token').where('id', '=', id).execute()
  await api.parts.db
    .insertInto('api_token')
    .values({ ...row, scopes: ['read', 'nominate'] })
    .execute()
  expect(await read(authorization)).toEqual([401, 'unauthenticated'])
})
