import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildApi } from '../../api/app.js'
import { commandIdOf } from '../../api/commands/ask.js'
import type { ApiApp } from '../../api/parts.js'
import { readRoutes, type ReadPolicy } from '../../api/read-routes.js'
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

const kinds = ['ended', 'revoked', 'notBegun', 'inForce', 'elsewhere', 'otherBase'] as const
type Kind = (typeof kinds)[number]
const personOf = (role: Role, kind: Kind): string => `s-${role.toLowerCase()}-${kind}`
/** Who holds a seat of every role in this way. The widest of several seats counts, so what this reader is not shown none of them shows. */
const everyRole = (kind: Kind | 'none'): string => `s-every-${kind}`

const spans = {
  ended: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
  revoked: { from: '2026-01-01T00:00:00.000Z' },
  notBegun: { from: '2999-01-01T00:00:00.000Z' },
  inForce: { from: '2026-01-01T00:00:00.000Z' },
  elsewhere: { from: '2026-01-01T00:00:00.000Z' },
  otherBase: { from: '2026-01-01T00:00:00.000Z' },
} as const satisfies Record<Kind, object>

let api: AnApi
/** As it is in production: no page is open. */
let app: ApiApp
let base: string
let closed: string
beforeAll(async () => {
  // So many people ask so much in one minute that the limits of a trial would be met.
  const limit = '10000000'
  api = await anApi('who sees what', {
    REQUESTS_PER_MINUTE_PER_PERSON: limit,
    REQUESTS_PER_MINUTE_PER_ADDRESS: limit,
  })
  const { localIssuer: _, ...parts } = api.parts
  app = await buildApi({ ...parts, config: { ...parts.config, MODE: 'production' } })
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  closed = await standingBase(api, { cluster: 'C09-closed', recordHash: 'c'.repeat(64), closed: true })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
  const people = [
    ...roleCodes.flatMap((role) => kinds.map((kind) => personOf(role, kind))),
    ...[...kinds, 'none' as const].map(everyRole),
  ]
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
afterAll(async () => {
  await app.close()
  await api.close()
})

/** The roles that can be held in a way: only those of a place are held for another base of the programme. */
const rolesOf = (kind: Kind): readonly Role[] =>
  kind === 'otherBase' ? roleCodes.filter((role) => roles[role].perBase) : roleCodes

/** Seats one person in each role, and one in all of them: at both bases where the role is held for one. */
const seat = async (kind: Kind): Promise<void> => {
  const programme = kind === 'elsewhere' ? 'rhabcd' : 'gasme'
  const at = kind === 'otherBase' ? ['C10-hangji'] : ['C09-yueqing', 'C09-closed']
  const mandates = rolesOf(kind).flatMap((role) =>
    (roles[role].perBase ? at : [undefined]).flatMap((cluster) =>
      [personOf(role, kind), everyRole(kind)].map((person) => ({
        id: `m-${person}-${role}-${cluster ?? ''}-${kind}`,
        person,
        organisation: 'o-office',
        role,
        ...spans[kind],
        ...defined({ base: cluster === undefined ? undefined : `${programme}-${cluster}-1` }),
      })),
    ),
  )
  await saveBootstrapMandates(api.parts.db, { programme, mandates })
}

/** Every route that is read by somebody, with whom it answers. */
const policies = Object.entries(readRoutes).filter(([, { to }]) => to !== 'everybody')

const queries: Readonly<Record<string, string>> = {
  'GET /bases/:id/as-of': '?on=2027-02-01',
  'GET /bases/:id/diff': '?from=2027-01-01&to=2027-02-01',
  'GET /programmes/:programme/portfolio': '?on=2027-02-01',
  'GET /clusters': '?programme=gasme',
  'GET /changes': '?wait=false',
  'GET /bases/:id/text/differences': '?from=1&to=2',
  'GET /bases/:id/text/differences.pdf': '?from=1&to=2',
}

const urlOf = (route: string, on: string): string =>
  route
    .slice('GET '.length)
    .replace('/bases/:id', `/bases/${on}`)
    .replace(':programme', 'gasme')
    .replace(':person', 'p-pm-1')
    .replace(':sha256', 'a'.repeat(64))
    .replace(':step', '1.2a.1')
    .replace(':session', 'session-1')
    .replace(':act', 'comment')
    .replace(':beside', 'extend')
    .replace(':letter', '00000000-0000-4000-8000-000000000000')
    .replace(':exhibit', '00000000-0000-4000-8000-000000000000')
    .replace(':webhook', '00000000-0000-4000-8000-000000000000')
    .replace('/commands/:id', '/commands/00000000-0000-4000-8000-000000000000')
    .replace('/:procedure/:version', '/full/2027-03-01') + (queries[route] ?? '')

interface Told {
  readonly status: number
  readonly code: string
  readonly body: string
  /** The same bytes without the id of the base and the number of the request. */
  readonly said: string
}

const ask = async (route: string, { person, on = base }: { person: string; on?: string }): Promise<Told> => {
  const answer = await app.inject({ url: urlOf(route, on), headers: await api.as(person) })
  const { statusCode: status, body } = answer
  const said = `${status} ${body.replaceAll(on, '…').replace(/"requestId":"[^"]*"/, '')}`
  return { status, code: status >= 400 ? bodyOf(answer).code : '', body, said }
}

const nowhere = 'gasme-C99-nowhere-1'
const outside = ['ended', 'revoked', 'notBegun', 'elsewhere', 'otherBase', 'none'] as const

test('every route of the document, and every page, has a row that says whom it answers; and each row a route', () => {
  const documented = Object.entries(api.app.swagger().paths ?? {}).flatMap(([path, at]) =>
    at !== undefined && 'get' in at ? [`GET ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`] : [],
  )
  expect(documented.filter((route) => !(route in readRoutes))).toEqual([])
  const rows = Object.keys(readRoutes)
  expect(rows.filter((route) => !api.app.hasRoute({ method: 'GET', url: route.slice('GET '.length) }))).toEqual([])
  const watched = [...Object.keys(watchedRoutes), ...unwatchedRoutes.flatMap(({ routes }) => routes)]
  expect(rows.toSorted()).toEqual(watched.filter((name) => name.startsWith('GET ')).toSorted())
  expect([documented.length > 50, policies.length > 50]).toEqual([true, true])
})

/** Whether an address has a second face, for those who read pages. */
const hasPage = (url: string): boolean => app.hasRoute({ method: 'GET', url, constraints: asPage })

/** Whether the page of a route, where it has one, names a base to somebody who is not turned away. */
const isNamedOnPage = async (route: string, person: string): Promise<boolean> => {
  if (!hasPage(route.slice('GET '.length))) return false
  const headers = { ...(await api.as(person)), accept: 'text/html' }
  const { statusCode, body } = await app.inject({ url: urlOf(route, base), headers })
  return statusCode !== 403 && statusCode !== 404 && body.includes('C09')
}

/** What is wrong in what somebody who has no business here is told on a route. */
const leaksOf = async (route: string, { person, isHeldThere }: { person: string; isHeldThere: boolean }) => {
  const { to } = readRoutes[route] ?? { to: 'everybody' }
  const here = await ask(route, { person })
  // Who one is names the own seats, and what they are for, in another programme as well.
  const isOwn = route === 'GET /me'
  if (!isOwn && here.body.includes('C09') && !here.said.includes('…')) return [`${route} ${here.status} names a base`]
  if (await isNamedOnPage(route, person)) return [`the page of ${route} names a base`]
  if (to === 'base') {
    const other = await ask(route, { person, on: nowhere })
    return here.code === 'not_found' && here.said === other.said ? [] : [`${route} ${here.said} / ${other.said}`]
  }
  const mayAnswer = to === 'known' || (isHeldThere && ['our_side', 'anywhere', 'seated'].includes(to))
  return mayAnswer || here.status === 403 ? [] : [`${route} ${here.status} ${here.code}`]
}

test.each(outside)(
  '%s: no seat of any role shows anything, in the words for a base that is not there',
  async (kind) => {
    const wrong: string[] = []
    const isHeldThere = kind === 'elsewhere' || kind === 'otherBase'
    for (const [route] of policies) wrong.push(...(await leaksOf(route, { person: everyRole(kind), isHeldThere })))
    expect(wrong).toEqual([])
  },
)

/** One route of each kind, for each role by itself. */
const ofEach = [
  'GET /bases/:id',
  'GET /bases',
  'GET /',
  'GET /programmes/:programme/slots',
  'GET /programmes/:programme/register',
] as const

test('nor does a seat of one role alone', async () => {
  const wrong: string[] = []
  for (const kind of ['ended', 'revoked', 'notBegun', 'elsewhere', 'otherBase'] as const)
    for (const role of rolesOf(kind))
      for (const route of ofEach) {
        const found = await leaksOf(route, { person: personOf(role, kind), isHeldThere: false })
        wrong.push(...found.map((one) => `${role} ${kind} ${one}`))
      }
  expect(wrong).toEqual([])
}, 60_000)

/** Whether the row of a route lets a role in, whose seat is in force here. */
const isLetIn = (policy: ReadPolicy, role: Role): boolean => {
  if ('roles' in policy) return policy.roles.includes(role)
  return ['staff', 'our_side'].includes(policy.to) ? roles[role].side === 'programme' : true
}

/**
 * Whose answers are looked at: where the row tells roles apart, all of them; where it does not, two of the programme and two of the
 * place, other ones for each route, since what is asked there is whether the base is seen, whatever the role.
 */
const rolesAsked = (policy: ReadPolicy, at: number): readonly Role[] => {
  if ('roles' in policy || policy.to === 'staff' || policy.to === 'our_side') return roleCodes
  const sides = (['programme', 'partner'] as const).map((side) => roleCodes.filter((role) => roles[role].side === side))
  return sides.flatMap((of) => [of[at % of.length], of[(at + 3) % of.length]].flatMap((role) => role ?? []))
}

/** What is told on a route beside what its row says, about a base that runs and one that has ended. */
const wronglyTold = async (route: string, at: number): Promise<readonly string[]> => {
  const policy = readRoutes[route] ?? { to: 'everybody' }
  const wrong: string[] = []
  for (const [nth, role] of rolesAsked(policy, at).entries()) {
    const on = policy.to === 'base' && nth % 2 === 1 ? closed : base
    const { status, said, code } = await ask(route, { person: personOf(role, 'inForce'), on })
    // Of a base in the read models alone there is no record to be taken along.
    const isNoBase = said.includes('There is no base …') && !route.endsWith('/evidence')
    const isTurnedAway = code === 'not_permitted' || (policy.to === 'base' && isNoBase)
    if (status >= 500 || isTurnedAway === isLetIn(policy, role)) wrong.push(`${role} ${route} ${on} ${said}`)
  }
  return wrong
}

test('each role whose seat is in force is let in where the row of a route says so, and nowhere else', async () => {
  const wrong: string[] = []
  for (const [at, [route]] of policies.entries()) wrong.push(...(await wronglyTold(route, at)))
  expect(wrong).toEqual([])
}, 120_000)

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
  const auditors = kinds.filter((kind) => kind !== 'otherBase')
  expect(await Promise.all(auditors.map((kind) => statusFor(personOf('AU', kind))))).toEqual([404, 404, 404, 200, 404])
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

test('in production the page of bases shows what its reader sees, and the ten to the programme’s own side', async () => {
  const see = async (url: string, person: string) =>
    await app.inject({ url, headers: { ...(await api.as(person)), accept: 'text/html' } })
  expect((await see('/bases', 's-nobody')).body).not.toContain(base)
  expect((await see('/bases', personOf('LG', 'inForce'))).body).toContain(base)
  expect((await see('/bases?view=ten', personOf('LG', 'inForce'))).body).not.toContain('class="slots"')
  expect((await see('/bases?view=ten', personOf('PD', 'inForce'))).body).toContain('class="slots"')
})
