import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildApi } from '../../api/app.js'
import { commandIdOf } from '../../api/commands/ask.js'
import { excusedWrites } from '../../api/write-routes.js'
import { asPage } from '../../api/workplace/faces.js'
import { unwatchedRoutes, watchedRoutes } from '../../api/watched-routes.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { roleCodes, roles } from '../../domain/role.js'
import type { Role } from '../../domain/role.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'
import { defined } from '../../domain/values/defined.js'

const kinds = ['ended', 'revoked', 'notBegun', 'inForce', 'elsewhere'] as const
type Kind = (typeof kinds)[number]
const personOf = (role: Role, kind: Kind): string => `s-${role.toLowerCase()}-${kind}`

const spans = {
  ended: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
  revoked: { from: '2026-01-01T00:00:00.000Z' },
  notBegun: { from: '2999-01-01T00:00:00.000Z' },
  inForce: { from: '2026-01-01T00:00:00.000Z' },
  elsewhere: { from: '2026-01-01T00:00:00.000Z' },
} as const satisfies Record<Kind, object>

let api: AnApi
let base: string
beforeAll(async () => {
  // So many people ask so much in one minute that the limits of a trial would be met.
  const limit = '10000000'
  api = await anApi('who sees what', {
    REQUESTS_PER_MINUTE_PER_PERSON: limit,
    REQUESTS_PER_MINUTE_PER_ADDRESS: limit,
  })
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
  const people = roleCodes.flatMap((role) => kinds.map((kind) => personOf(role, kind)))
  await savePeople(api.parts.db, {
    organisations: [],
    people: people.map((id) => ({ id, name: { en: id, local: id }, email: `${id}@place.example`, language: 'en' })),
  })
  const like = { id: 'rhabcd', namespace: 'cornerstone-rehearsal', rehearsal: true, procedure: 'full' as const }
  await createProgramme(api.parts.db, { ...like, label: { en: 'Rehearsal', 'zh-CN': '演练' } })
  for (const kind of kinds) await seat(kind)
  await api.parts.db
    .updateTable('mandate')
    .set({ revoked_at: '2026-02-01T00:00:00.000Z' })
    .where('id', 'like', '%-revoked')
    .execute()
}, 60_000)
afterAll(() => api.close())

/** Seats one person in each role: at the base where the role is held for one, in another programme under `elsewhere`. */
const seat = (kind: Kind): Promise<void> => {
  const programme = kind === 'elsewhere' ? 'rhabcd' : 'gasme'
  const place = `${programme}-C09-yueqing-1`
  return saveBootstrapMandates(api.parts.db, {
    programme,
    mandates: roleCodes.map((role) => ({
      id: `m-${personOf(role, kind)}`,
      person: personOf(role, kind),
      organisation: 'o-office',
      role,
      ...spans[kind],
      ...defined({ base: roles[role].perBase ? place : undefined }),
    })),
  })
}

/** Routes that ask for no token: they show nothing of a base, or are there in a trial alone. */
const open = new Set(
  unwatchedRoutes
    .flatMap(({ because, routes }) => (/without a token/.test(because) ? routes : []))
    // Nobody is asked who he or she is on the way back from the provider.
    .concat('GET /', 'GET /slots', 'GET /sign-in/callback'),
)

/** Every route that is read by somebody, with what it needs to be understood. */
const reads = [...Object.keys(watchedRoutes), ...unwatchedRoutes.flatMap(({ routes }) => routes)]
  .filter((name) => name.startsWith('GET ') && !open.has(name))
  .map((name) => name.slice('GET '.length))

const queries: Readonly<Record<string, string>> = {
  '/bases/:id/as-of': '?on=2027-02-01',
  '/bases/:id/diff': '?from=2027-01-01&to=2027-02-01',
  '/programmes/:programme/portfolio': '?on=2027-02-01',
  '/clusters': '?programme=gasme',
}

const urlOf = (route: string): string =>
  route
    .replace('/bases/:id', `/bases/${base}`)
    .replace(':programme', 'gasme')
    .replace(':person', 'p-pm-1')
    .replace(':sha256', 'a'.repeat(64))
    .replace(':step', '1.2a.1')
    .replace(':session', 'session-1')
    .replace(':act', 'comment')
    .replace(':exhibit', '00000000-0000-4000-8000-000000000000')
    .replace('/commands/:id', '/commands/00000000-0000-4000-8000-000000000000')
    .replace('/:procedure/:version', '/full/2027-03-01') + (queries[route] ?? '')

/** Whether an address has a second face, for those who read pages. */
const hasPage = (url: string): boolean => api.app.hasRoute({ method: 'GET', url, constraints: asPage })

/** What somebody is shown of the base on any route, by the status and the place. */
const shownTo = async (person: string, { pages }: { pages: boolean }): Promise<readonly string[]> => {
  const headers = await api.as(person)
  const shown: string[] = []
  for (const route of reads) {
    const answer = await api.app.inject({ url: urlOf(route), headers })
    const { code } = answer.statusCode >= 400 ? bodyOf(answer) : { code: '' }
    const isClosed = code === 'not_found' || code === 'not_permitted'
    if (!isClosed && answer.body.includes('C09')) shown.push(`${route} ${answer.statusCode}`)
    if (code !== '' && !isClosed) shown.push(`${route} ${code}`)
    if (!pages || !hasPage(route)) continue
    const page = await api.app.inject({ url: urlOf(route), headers: { ...headers, accept: 'text/html' } })
    const isRefused = page.statusCode === 403 || page.statusCode === 404
    if (!isRefused && page.body.includes('C09')) shown.push(`page ${route} ${page.statusCode}`)
  }
  return shown
}

test.each(roleCodes)(
  'a seat as %s that ended, was revoked, has not begun or is of another programme shows nothing',
  async (role) => {
    for (const kind of ['ended', 'revoked', 'notBegun', 'elsewhere'] as const)
      expect([kind, await shownTo(personOf(role, kind), { pages: kind === 'elsewhere' })]).toEqual([kind, []])
  },
  120_000,
)

test('while it is in force each of them shows the base: the twin', async () => {
  for (const role of roleCodes) {
    const headers = await api.as(personOf(role, 'inForce'))
    expect([role, (await api.app.inject({ url: `/bases/${base}`, headers })).statusCode]).toEqual([role, 200])
    expect((await api.app.inject({ url: '/bases', headers })).body).toContain(base)
  }
})

test('what somebody else sent is told to those who see where it went, while they do', async () => {
  const headers = await api.write('p-pm-1')
  await api.app.inject({ method: 'POST', url: `/bases/${base}/comments`, headers, payload: { text: 'A word.' } })
  const id = commandIdOf({ person: 'p-pm-1', key: headers['idempotency-key'] ?? '' })
  const url = `/commands/${id}`
  const statusFor = async (person: string) => (await api.app.inject({ url, headers: await api.as(person) })).statusCode
  expect(await Promise.all(kinds.map((kind) => statusFor(personOf('AU', kind))))).toEqual([404, 404, 404, 200, 404])
})

test('a rehearsal is begun and moved by those who run a standing programme, and by nobody else', async () => {
  expect(excusedWrites.some(({ routes }) => routes.includes('POST /rehearsals'))).toBe(true)
  const may: string[] = []
  for (const role of roleCodes) {
    for (const kind of kinds) {
      const headers = await api.write(personOf(role, kind))
      const begun = await api.app.inject({ method: 'POST', url: '/rehearsals', headers, payload: { id: 'rh0001' } })
      const again = await api.write(personOf(role, kind))
      const url = '/rehearsals/rhabcd/advance'
      const moved = await api.app.inject({ method: 'POST', url, headers: again, payload: {} })
      expect((begun.statusCode === 403) === (moved.statusCode === 403)).toBe(true)
      if (begun.statusCode !== 403) may.push(`${role} ${kind}`)
    }
  }
  expect(may.toSorted()).toEqual(['AD inForce', 'PD inForce', 'PM inForce'])
}, 120_000)

test('in production the first page shows what its reader sees, and the ten to the programme’s own side', async () => {
  const { localIssuer: _, ...parts } = api.parts
  const app = await buildApi({ ...parts, config: { ...parts.config, MODE: 'production' } })
  const see = async (url: string, person: string) => await app.inject({ url, headers: await api.as(person) })
  expect((await see('/', 's-nobody')).body).not.toContain(base)
  expect((await see('/', personOf('LG', 'inForce'))).body).toContain(base)
  expect((await see('/slots', personOf('LG', 'inForce'))).statusCode).toBe(403)
  expect((await see('/slots', personOf('PD', 'inForce'))).statusCode).toBe(200)
  await app.close()
})
