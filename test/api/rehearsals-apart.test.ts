import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { roleCodes, roles } from '../../domain/role.js'
import { openApiDocument } from '../../tools/openapi.js'
import { anApi, type AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

const rehearsal = 'rh0001'
let api: AnApi
let rehearsed = ''
let lists: readonly string[] = []

beforeAll(async () => {
  const limit = '10000000'
  api = await anApi('rehearsals stand apart', {
    REQUESTS_PER_MINUTE_PER_PERSON: limit,
    REQUESTS_PER_MINUTE_PER_ADDRESS: limit,
  })
  const begun = { method: 'POST', url: '/rehearsals', payload: { id: rehearsal } } as const
  await api.app.inject({ ...begun, headers: await api.write('p-pm-1') })
  for (const programme of ['gasme', rehearsal]) {
    const base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64), programme })
    await openStep(api, { base, key: '1.4a', role: 'SO' })
    rehearsed = base
  }
  await lend()
  await leaveTraces()
  lists = await everyList()
}, 60_000)
afterAll(() => api.close())

/** A seat of the rehearsal that was lent to somebody. */
const lend = async (): Promise<void> => {
  const own = await api.parts.db
    .selectFrom('mandate')
    .selectAll()
    .where('programme', '=', rehearsal)
    .where('person', '=', 'p-so-1')
    .executeTakeFirstOrThrow()
  const lent = { id: 'lent-in-rehearsal', person: 'p-so-2', delegator: 'p-so-1', lends: own.id }
  await api.parts.db
    .insertInto('mandate')
    .values({ ...own, ...lent, until_at: '2099-01-01T00:00:00.000Z' })
    .execute()
}

/** Somebody looks at a base of the rehearsal, and somebody is refused there. */
const leaveTraces = async (): Promise<void> => {
  await api.app.inject({ url: `/bases/${rehearsed}/letters`, headers: await api.as('p-au-1') })
  const misfit = { method: 'POST', url: `/bases/${rehearsed}/comments`, payload: { word: 'x' } } as const
  await api.app.inject({ ...misfit, headers: await api.write('p-pm-1') })
}

const Paths = z.looseObject({ paths: z.record(z.string(), z.looseObject({ get: z.looseObject({}).optional() })) })
const asked: Readonly<Record<string, string>> = {
  '/clusters': '?programme=gasme',
  portfolio: '?on=2099-01-01',
  '/changes': '?wait=false',
  '/search': '?q=yueqing',
}

/** Every address of the API that lists something of all programmes or of the standing one. */
const everyList = async (): Promise<readonly string[]> => {
  const { paths } = Paths.parse(JSON.parse(await openApiDocument.make()))
  const readable = Object.entries(paths).flatMap(([path, { get }]) => (get === undefined ? [] : [path]))
  const filled = readable.map((path) => path.replace('{programme}', 'gasme')).filter((path) => !path.includes('{'))
  // Who one is names the own seats, each under its programme.
  const others = filled.filter((path) => path !== '/me')
  return others.map((path) => `${path}${asked[path] ?? asked[path.split('/').at(-1) ?? ''] ?? ''}`)
}

const holderOf = (role: (typeof roleCodes)[number]): string =>
  roles[role].perBase ? `p-C09-yueqing-${role.toLowerCase()}` : `p-${role.toLowerCase()}-1`
const read = async (url: string, person: string) =>
  await api.app.inject({ url, headers: { ...(await api.as(person)), accept: 'application/json' } })

test('in no list, for whichever role, stands anything of a rehearsal', async () => {
  expect(lists.length).toBeGreaterThan(20)
  const found: string[] = []
  let answered = 0
  for (const role of roleCodes)
    for (const list of lists) {
      const { body, statusCode } = await read(list, holderOf(role))
      if (statusCode === 400 || statusCode >= 500) throw new Error(`${list} as ${role}: ${body}`)
      if (statusCode === 200) answered += 1
      if (body.includes(rehearsal)) found.push(`${list} as ${role}`)
    }
  expect(answered).toBeGreaterThan(lists.length * 5)
  expect(found).toEqual([])
}, 120_000)

test.each([
  ['p-pm-1', `/bases?programme=${rehearsal}`],
  ['p-pm-1', '/programmes?rehearsals=true'],
  ['p-so-2', `/inbox?programme=${rehearsal}`],
  ['p-so-2', `/delegations?programme=${rehearsal}`],
  ['p-au-1', '/access-log?base=rh0001-C09-yueqing-1'],
  ['p-au-1', '/refused-attempts?base=rh0001-C09-yueqing-1'],
])('%s finds it where it is asked for by name: %s', async (person, list) => {
  const { body, statusCode } = await read(list, person)
  expect(statusCode).toBe(200)
  expect(body).toContain(rehearsal)
})

test('a list of rehearsals holds nothing else', async () => {
  const { body } = await read('/programmes?rehearsals=true', 'p-pm-1')
  expect(body).not.toContain('gasme')
})
