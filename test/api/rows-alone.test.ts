import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import { isReadForReader, readRoutes } from '../../api/read-routes.js'
import type * as sightThere from '../../domain/sight/seen-as.js'
import { connect } from '../../db/connect.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

/** The one function of sight, switched off: what is still kept back, the database keeps back (0065). */
const moduleAt = <M>(file: string): Promise<M> => import(file)
const real = await moduleAt<typeof sightThere>('../../domain/sight/seen-as.ts?real')
jest.unstable_mockModule('../../domain/sight/seen-as.js', () => ({ ...real, seenAs: () => 'whole' }))
const { anApi } = await import('./an-api.js')

let api: AnApi
let here: string
beforeAll(async () => {
  api = await anApi('rows alone')
  here = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  const there = await standingBase(api, { cluster: 'C10-hangji', recordHash: 'c'.repeat(64) })
  await openStep(api, { base: here, key: '1.4a', role: 'SO' })
  const seat = { organisation: 'o-office', role: 'LG', from: '2026-01-01T00:00:00.000Z' } as const
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: [
      { ...seat, id: 'm-neighbour', person: 'r-neighbour', base: there },
      { ...seat, id: 'm-own', person: 'r-own', base: here },
    ],
  })
}, 60_000)
afterAll(async () => await api.close())

/** What somebody is told of a base, and the same of one that is not there, both without its id and the number of the request. */
const toldOf = async (route: string, { person, base }: { person: string; base: string }): Promise<string> => {
  const url = route
    .slice('GET '.length)
    .replace('/bases/:id', `/bases/${base}`)
    .replace(':step', '1.4a.1')
    .replace(':letter', '00000000-0000-4000-8000-000000000000')
    .replace(':exhibit', '00000000-0000-4000-8000-000000000000')
    .replace(':act', 'comment')
    .replace(':beside', 'extend')
    .replace(':sha256', 'a'.repeat(64))
  const { statusCode, body } = await api.app.inject({
    url: url + (queries[route] ?? ''),
    headers: await api.as(person),
  })
  return `${statusCode} ${body.replaceAll(base, '…').replace(/"requestId":"[^"]*"/, '')}`
}

const queries: Readonly<Record<string, string>> = {
  'GET /bases/:id/as-of': '?on=2027-02-01',
  'GET /bases/:id/diff': '?from=2027-01-01&to=2027-02-01',
  'GET /bases/:id/text/differences': '?from=1&to=2',
  'GET /bases/:id/text/differences.pdf': '?from=1&to=2',
}

const ofBases = Object.entries(readRoutes).flatMap(([route, { to }]) =>
  to === 'base' && isReadForReader(route) ? [route] : [],
)

test('with the function of sight switched off, no route tells a neighbour a row of a foreign base', async () => {
  const differs: string[] = []
  for (const route of ofBases) {
    const told = await toldOf(route, { person: 'r-neighbour', base: here })
    if (told !== (await toldOf(route, { person: 'r-neighbour', base: 'gasme-C99-nowhere-1' })))
      differs.push(`${route} ${told}`)
  }
  expect(ofBases.length).toBeGreaterThan(20)
  expect(differs).toEqual([])
})

const list = async (person: string) => (await api.app.inject({ url: '/bases', headers: await api.as(person) })).body

test('nor does a list, and who sits there is told', async () => {
  expect(await toldOf('GET /bases/:id', { person: 'r-own', base: here })).toMatch(/^200 .*yueqing/)
  expect(await list('r-own')).toContain('C09-yueqing')
  expect(await list('r-neighbour')).toContain('C10-hangji')
  expect(await list('r-neighbour')).not.toContain('C09-yueqing')
})

test('without either the neighbour is told everything: the twin', async () => {
  const owner = connect(api.ownerUrl, { max: 1 })
  await sql`alter table base disable row level security`.execute(owner)
  await owner.destroy()
  expect(await toldOf('GET /bases/:id', { person: 'r-neighbour', base: here })).toMatch(/^200 .*yueqing/)
  expect(await list('r-neighbour')).toContain('C09-yueqing')
})
