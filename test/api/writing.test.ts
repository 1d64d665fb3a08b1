import { afterAll, beforeAll, expect, test } from '@jest/globals'
import Fastify from 'fastify'
import { z } from 'zod'
import type { BaseCommand, ProgrammeCommand } from '../../domain/command.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { addWriteGate } from '../../api/auth/before-writing.js'
import { excusedWrites, writeRoutes } from '../../api/write-routes.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { aProgramme } from '../domain/a-programme.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { holderOf } from '../support/an-example.js'
import { openStep, standingBase } from './standing-rows.js'
import { bodies, pageForms, reason, urlOf } from './write-bodies.js'
import { roleCodes, roles } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('before anything is written')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
  await savePeople(api.parts.db, {
    organisations: [],
    people: [...strangers, 's-leaving', 's-place'].map((id) => ({
      id,
      name: { en: id, local: id },
      email: `${id}@place.example`,
      language: 'en',
    })),
  })
  await createProgramme(api.parts.db, {
    id: 'rhabcd',
    namespace: 'cornerstone-rehearsal',
    rehearsal: true,
    procedure: 'full',
    label: { en: 'Rehearsal', 'zh-CN': '演练' },
  })
  const mandates = [
    ...ofEvery('s-elsewhere', { at: 'gasme-C01-1' }),
    ...ofEvery('s-ended', { at: base, until: '2026-02-01T00:00:00.000Z' }),
    ...ofEvery('s-revoked', { at: base }),
    ...ofEvery('s-not-begun', { at: base, from: '2999-01-01T00:00:00.000Z' }),
  ]
  const nominee = { ...like, id: 'm-place', person: 's-place', role: 'LG' as const, base }
  const leaving = { ...like, id: 'm-leaving', person: 's-leaving', role: 'PM' as const }
  await saveBootstrapMandates(api.parts.db, { programme: 'gasme', mandates: [...mandates, leaving, nominee] })
  const rehearsed = ofEvery('s-rehearsed', { at: 'rhabcd-C09-yueqing-1' })
  await saveBootstrapMandates(api.parts.db, { programme: 'rhabcd', mandates: rehearsed })
  await api.parts.db
    .updateTable('mandate')
    .set({ revoked_at: '2026-02-01T00:00:00.000Z' })
    .where('person', '=', 's-revoked')
    .execute()
})
afterAll(() => api.close())

const like = { organisation: 'o-office', from: '2026-01-01T00:00:00.000Z' }
/** A seat of every role: of several seats the widest counts, so what all of them together may not do none of them may. */
const ofEvery = (person: string, { at, ...how }: { at: string; from?: string; until?: string }) =>
  roleCodes.flatMap((role) =>
    person === 's-elsewhere' && !roles[role].perBase
      ? []
      : [
          {
            ...like,
            ...how,
            id: `m-${person}-${role}`,
            person,
            role,
            ...defined({ base: roles[role].perBase ? at : undefined }),
          },
        ],
  )

/** No seat at all; and one of every role at another place, ended, revoked, not begun, and of another programme. */
const strangers = ['s-nobody', 's-elsewhere', 's-ended', 's-revoked', 's-not-begun', 's-rehearsed']

const send = async (route: string, { as, on }: { as: string; on: string }) => {
  const url = urlOf(route, on)
  const payload = bodies[route]
  const scan = route.endsWith('/scans')
    ? { payload: Buffer.from('%PDF-1.7\n%%EOF\n'), type: 'application/pdf' }
    : undefined
  const headers = await api.write(as)
  return await api.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, ...defined({ 'content-type': scan ? scan.type : undefined }) },
    ...(scan === undefined ? (payload === undefined ? {} : { payload }) : { payload: scan.payload }),
  })
}

/** What an answer says once the id, the path and the number of the request are taken out. */
const saidOf = (answer: { readonly body: string }, on: string): string =>
  answer.body.replaceAll(on, '…').replace(/"requestId":"[^"]*"/, '')

const ofClass = (wanted: string): readonly string[] =>
  Object.entries(writeRoutes).flatMap(([route, cls]) => (cls === wanted ? [route] : []))

test.each(strangers)('%s is told of every base on every route that writes that there is none', async (as) => {
  const routes = ofClass('base')
  expect(routes.length).toBeGreaterThan(15)
  for (const route of routes) {
    const here = await send(route, { as, on: base })
    const [status, code] = pageForms.has(route) ? [403, 'not_from_our_page'] : [404, 'not_found']
    expect([route, here.statusCode, bodyOf(here).code]).toEqual([route, status, code])
    const nowhere = await send(route, { as, on: 'gasme-C99-nowhere-1' })
    expect(saidOf(here, base)).toBe(saidOf(nowhere, 'gasme-C99-nowhere-1'))
  }
  expect(api.door.sent).toEqual([])
  expect(await api.parts.db.selectFrom('command').select('id').where('actor', '=', as).execute()).toEqual([])
})

test('who sees the base gets past the gate with the same bodies: the twin', async () => {
  for (const route of ofClass('base')) {
    const answer = await send(route, { as: 'p-pm-1', on: base })
    expect([route, bodyOf(answer).detail]).not.toEqual([route, `There is no base ${base} here that you may see.`])
  }
  api.door.sent.length = 0
})

test.each(strangers)(
  '%s learns on a programme’s routes that a seat is missing, and nothing of what was named',
  async (as) => {
    const routes = [...ofClass('staff'), ...ofClass('seat')].filter((route) => as !== 's-elsewhere' || staff.has(route))
    const needs = new Set<string>()
    for (const route of routes) {
      const answer = await send(route, { as, on: base })
      const isForm = pageForms.has(route)
      const code = isForm ? 'not_from_our_page' : 'not_permitted'
      expect([route, answer.statusCode, bodyOf(answer).code]).toEqual([route, 403, code])
      expect(answer.body).not.toContain('C09')
      if (!isForm) needs.add(bodyOf(answer).detail)
    }
    expect(needs.size).toBeLessThan(3)
    expect(api.door.sent).toEqual([])
  },
)
const staff = new Set(ofClass('staff'))

/** Ids that there are, and ids of the same form that there are not. */
const there = { person: 'p-pm-1', to: 'p-so-2', entry: 'VN', mandate: 'm-leaving' }
const nowhere = { person: 'p-zz-9', to: 'p-zz-8', entry: 'ZZ', mandate: 'm-nothing' }

const asNamed = (text: string, ids: typeof there): string =>
  text.replaceAll(there.person, ids.person).replaceAll(there.to, ids.to).replaceAll('p-so-3', ids.to)

/** What a route answers when it names things that are there, or are not, with their ids taken out. */
const saidNaming = async (route: string, { as, ids }: { as: string; ids: typeof there }): Promise<string> => {
  const url = urlOf(route, base).replace('/p-pm-1', `/${ids.person}`).replace('/m-leaving', `/${ids.mandate}`)
  const body = bodies[route] ?? excusedBodies[route]
  const payload =
    body === undefined
      ? {}
      : {
          payload: z
            .object({})
            .loose()
            .parse(JSON.parse(asNamed(JSON.stringify(body), ids))),
        }
  const [headers, before] = [await api.write(as), api.door.sent.length]
  const { statusCode, body: said } = await api.app.inject({ method: 'POST', url, headers, ...payload })
  // From there on the judge answers, who says no of the sender before anything that is named.
  if (api.door.sent.length > before) return 'handed to the judge'
  const words = Object.values(ids).reduce((text, id) => text.replaceAll(id, '…'), said)
  return `${statusCode} ${words.replace(/"(requestId|instance|commandId|id)":"[^"]*"/g, '')}`
}
const excusedBodies: Readonly<Record<string, object>> = {
  'POST /mandates/:id/revocations': { code: 'LAT', reason },
  'POST /delegations/:id/endings': {},
}
const named = [...Object.keys(bodies).filter((route) => !route.endsWith('/scans')), ...Object.keys(excusedBodies)]

/** Routes on which somebody is answered otherwise when what is named is there than when it is not. */
const tellingTo = async (as: string): Promise<readonly string[]> => {
  const telling: string[] = []
  for (const route of named) {
    const [one, other] = [await saidNaming(route, { as, ids: there }), await saidNaming(route, { as, ids: nowhere })]
    if (one !== other) telling.push(route)
  }
  api.door.sent.length = 0
  return telling
}

test.each([...strangers, 's-place'])(
  '%s is answered alike on every route that writes, whether what is named is there or not',
  async (as) => {
    expect(await tellingTo(as)).toEqual([])
  },
  60_000,
)

test('who may name people is told who is not known: the twin', async () => {
  const telling = await tellingTo('p-pm-1')
  expect(telling).toContain('POST /bases/:id/steps/:step/reassignments')
  expect(telling.length).toBeGreaterThan(2)
}, 60_000)

test('a command that was answered is answered the same when its sender has lost the seat since', async () => {
  const headers = await api.write('s-leaving')
  const payload = { text: 'While I may.' }
  const url = `/bases/${base}/comments`
  const say = async () => await api.app.inject({ method: 'POST', url, headers, payload })
  const first = await say()
  expect(first.statusCode).toBe(200)
  await api.parts.db
    .updateTable('mandate')
    .set({ revoked_at: '2026-02-01T00:00:00.000Z' })
    .where('id', '=', 'm-leaving')
    .execute()
  expect((await say()).body).toBe(first.body)
  const other = await api.app.inject({ method: 'POST', url, headers, payload: { text: 'And this?' } })
  expect([other.statusCode, bodyOf(other).code]).toEqual([404, 'not_found'])
})

test('an API with a route that writes and of which nobody said what its sender must hold is not built', () => {
  const app = Fastify({ loggerInstance: api.parts.log }).withTypeProvider<ZodTypeProvider>()
  addWriteGate(app, api.parts)
  app.post('/bases/:id/comments', async () => 'in a class')
  app.get('/bases/:id/why', async () => 'only read')
  expect(() => app.post('/bases/:id/gifts', async () => 'forgotten')).toThrow(
    'POST /bases/:id/gifts is in neither list of api/write-routes.ts.',
  )
  expect(() => app.delete('/bases/:id', async () => 'forgotten')).toThrow('DELETE /bases/:id is in neither list')
  expect(() => app.get('/bases/:id/prices', async () => 'forgotten')).toThrow(
    'GET /bases/:id/prices has no row in api/read-routes.ts.',
  )
})

test('every route that is classed or excused is one there is, once, and each excuse is a sentence', () => {
  const named = [...Object.keys(writeRoutes), ...excusedWrites.flatMap(({ routes }) => routes)]
  for (const name of named) {
    const [method = '', url = ''] = name.split(' ')
    expect([name, api.app.hasRoute({ method, url })]).toEqual([name, true])
  }
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([])
  expect(excusedWrites.filter(({ because }) => !/^It .*\.$/.test(because))).toEqual([])
  expect(Object.keys(bodies).toSorted()).toEqual(Object.keys(writeRoutes).toSorted())
})

/** The core itself behind the door: what is handed on is judged, on a base in memory and a programme of which nothing is known yet. */
const judged =
  (on: ABase): AnApi['door']['answer'] =>
  ({ parcel: { command, workflow }, actor }) => {
    if (workflow.startsWith('programme/')) {
      const said = aProgramme('gasme').send(ofProgramme.parse(command), actor)
      return typeof said === 'string' ? refused : accepted
    }
    return on.send(ofBase.parse(command), { actor }).ok ? accepted : refused
  }
const ofProgramme = z.custom<ProgrammeCommand>(() => true)
const ofBase = z.custom<BaseCommand>(() => true)
const refused: Delivery = {
  kind: 'refused',
  refusal: { code: 'base_closed', detail: { base: 'x', status: 'declined' } },
}

/** The routes on which somebody's write is taken, as far as the seat says. */
const takenFrom = async (as: string, on: ABase): Promise<readonly string[]> => {
  api.door.answer = judged(on)
  const taken: string[] = []
  for (const route of Object.keys(writeRoutes))
    if ((await send(route, { as, on: base })).statusCode < 400) taken.push(route)
  api.door.sent.length = 0
  return taken
}

test('who audits says a word or an interest and writes nothing else; who administers decides on no base', async () => {
  const said = ['POST /bases/:id/comments', 'POST /bases/:id/interests']
  expect(await takenFrom('p-au-1', aNominatedBase())).toEqual(said)
  const administers = await takenFrom('p-ad-1', aNominatedBase())
  expect(administers.filter((route) => ofClass('base').includes(route))).toEqual([...said, 'POST /bases/:id/retries'])
  const manages = await takenFrom('p-pm-1', aNominatedBase())
  expect(manages).toEqual(expect.arrayContaining([...said, 'POST /bases/:id/scans', 'POST /bases/:id/holds']))
  api.door.answer = () => accepted
}, 60_000)

test('on a base that has ended nothing is written; a scan is kept until somebody enters it', async () => {
  const ended = aNominatedBase()
  expect(ended.send({ type: 'withdraw', code: 'LAT' }, { actor: holderOf('LG') }).ok).toBe(true)
  const taken = async (as: string) => (await takenFrom(as, ended)).filter((route) => ofClass('base').includes(route))
  expect(await taken('p-pm-1')).toEqual(['POST /bases/:id/scans'])
  expect(await taken('s-place')).toEqual([])
  api.door.answer = () => accepted
}, 60_000)
