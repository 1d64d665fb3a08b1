import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { buildApi } from '../../api/app.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import { makeWebhook, mostWebhooks } from '../../db/writes/webhooks.js'
import { plain } from '../../domain/sight/entry.js'
import { toldOutside } from '../../domain/sight/told-outside.js'
import { fieldsOf } from './a-page.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'
import { send, signedInAt } from './signed-in.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('other programs that are told')
})
afterAll(() => api.close())

const all = '/programmes/gasme/webhooks'
const url = 'https://news.example.org/cornerstone'
const make = async (
  person: string,
  { to = all, ...payload }: { to?: string; url: string; kinds?: readonly string[] } = { url },
) => await api.app.inject({ method: 'POST', url: to, headers: await api.as(person), payload })
const read = async (person: string, path = '') =>
  await api.app.inject({ url: `${all}${path}`, headers: await api.as(person) })
const Made = z.object({ id: z.string(), secret: z.string() })

test('who keeps the people names a program, is shown its secret this once, and ends it; an auditor reads, and nobody else', async () => {
  const made = await make('p-ad-1', { url, kinds: ['stage_entered', 'stage_entered'] })
  expect([made.statusCode, made.json()]).toEqual([
    201,
    { id: expect.any(String), secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) },
  ])
  const { id, secret } = Made.parse(made.json())
  for (const person of ['p-ad-1', 'p-pd-1', 'p-au-1']) {
    const list = await read(person)
    expect([person, list.statusCode, bodyOf(list).items]).toEqual([
      person,
      200,
      [expect.objectContaining({ id, url, kinds: ['stage_entered'], endedAt: null })],
    ])
    expect(list.body).not.toContain(secret)
  }
  for (const person of ['p-pm-1', 'p-so-1', 'p-C09-yueqing-lg']) {
    const answers = [await make(person), await read(person), await read(person, `/${id}/deliveries`)]
    expect([person, answers.map(({ statusCode }) => statusCode)]).toEqual([person, [403, 403, 403]])
  }
  expect((await make('p-au-1')).statusCode).toBe(403)
  expect(JSON.stringify(await api.parts.db.selectFrom('webhook').selectAll().execute())).not.toContain(secret.slice(6))
  const end = async () =>
    await api.app.inject({ method: 'POST', url: `${all}/${id}/endings`, headers: await api.as('p-pd-1'), payload: {} })
  expect([(await end()).statusCode, (await end()).json()]).toEqual([
    200,
    expect.objectContaining({ id, endedAt: dayOfTheApi }),
  ])
  expect(bodyOf(await read('p-ad-1')).items).toMatchObject([{ endedAt: dayOfTheApi }])
  const rows = await api.parts.db
    .selectFrom('access_log')
    .select(['kind', 'person'])
    .where('subject', '=', 'webhook')
    .execute()
  expect(rows).toEqual(
    expect.arrayContaining([
      { kind: 'set', person: 'p-ad-1' },
      { kind: 'read', person: 'p-au-1' },
    ]),
  )
})

test('an address that is none of the public network, a rehearsal, and one too many are refused in words', async () => {
  const { localIssuer: _, ...parts } = api.parts
  const app = await buildApi({ ...parts, config: { ...parts.config, MODE: 'production' } })
  const unfit = [
    'http://news.example.org',
    'https://10.0.0.7/x',
    'https://[::1]/x',
    'https://localhost/x',
    'https://2130706433/x',
    'https://u:p@news.example.org',
    'ftp://news.example.org',
    'news',
  ]
  for (const one of unfit) {
    const answer = await app.inject({
      method: 'POST',
      url: all,
      headers: await api.as('p-ad-1'),
      payload: { url: one },
    })
    expect([one, answer.statusCode, bodyOf(answer).code]).toEqual([one, 422, 'webhook_not_made'])
  }
  const fit = await app.inject({ method: 'POST', url: all, headers: await api.as('p-ad-1'), payload: { url } })
  expect(fit.statusCode).toBe(201)
  await app.close()
  expect((await make('p-ad-1', { url, kinds: ['step_acted'] })).statusCode).toBe(400)
  for (let more = 1; more < mostWebhooks; more += 1)
    await makeWebhook(api.parts.db, { programme: 'gasme', url, kinds: [], by: 'p-ad-1', at: dayOfTheApi })
  const tooMany = await make('p-ad-1')
  expect([tooMany.statusCode, bodyOf(tooMany).detail]).toEqual([
    422,
    expect.stringContaining(`${mostWebhooks} webhooks`),
  ])
  const label = { en: 'Rehearsal', 'zh-CN': '演练' }
  const like = { id: 'rhabcd', namespace: 'cornerstone-rehearsal', rehearsal: true, procedure: 'full' as const, label }
  await createProgramme(api.parts.db, like)
  const keeps = { id: 'm-rhabcd-ad', person: 'p-ad-1', organisation: 'o-office', role: 'AD' as const }
  await saveBootstrapMandates(api.parts.db, {
    programme: 'rhabcd',
    mandates: [{ ...keeps, from: '2026-01-01T00:00:00.000Z' }],
  })
  const rehearsed = await make('p-ad-1', { url, to: '/programmes/rhabcd/webhooks' })
  expect([rehearsed.statusCode, bodyOf(rehearsed).code, bodyOf(rehearsed).detail]).toEqual([
    422,
    'webhook_not_made',
    expect.stringContaining('A rehearsal tells no other program anything'),
  ])
})

test('what became of each message is read page by page, and one is sent once more under its id', async () => {
  const { db } = api.parts
  const made = await makeWebhook(db, { programme: 'gasme', url, kinds: [], by: 'p-ad-1', at: dayOfTheApi })
  expect(made).toBeUndefined()
  const [open] = await db.selectFrom('webhook').select('id').where('ended_at', 'is', null).limit(1).execute()
  const webhook = String(open?.id)
  const rows = [1, 2, 3].map((seq) => ({
    webhook,
    stream: 'gasme-C09-yueqing-1',
    seq,
    type: 'stage_entered',
    recorded_at: `2026-11-0${seq}T00:00:00.000Z`,
    state: 'failed' as const,
    attempts: 10,
    next_attempt_at: dayOfTheApi,
    response: 'HTTP 500',
  }))
  await db.insertInto('webhook_delivery').values(rows).execute()
  const first = await read('p-au-1', `/${webhook}/deliveries?limit=2`)
  expect(bodyOf(first).items).toMatchObject([
    { seq: 3, nextAttemptAt: null },
    { seq: 2, response: 'HTTP 500' },
  ])
  const { next } = z.object({ next: z.string() }).parse(first.json())
  const second = await read('p-au-1', `/${webhook}/deliveries?limit=2&after=${next}`)
  expect(bodyOf(second).items).toMatchObject([{ seq: 1 }])
  const id = String(bodyOf(second).items[0]?.['id'])
  const again = async (person: string, delivery = id) =>
    await api.app.inject({
      method: 'POST',
      url: `${all}/${webhook}/deliveries/${delivery}/redeliveries`,
      headers: await api.as(person),
      payload: {},
    })
  expect([(await again('p-au-1')).statusCode, (await again('p-ad-1', webhook)).statusCode]).toEqual([403, 404])
  expect((await again('p-ad-1')).json()).toMatchObject({ id, state: 'queued', attempts: 0, nextAttemptAt: dayOfTheApi })
})

test('on the page one is named, its secret shown this once, a message sent once more, and it is ended; an auditor only reads', async () => {
  const { db } = api.parts
  await db
    .updateTable('webhook')
    .set({ ended_at: dayOfTheApi, ended_by: 'p-ad-1' })
    .where('ended_at', 'is', null)
    .execute()
  const keeper = await signedInAt(api.app, 'p-ad-1')
  expect((await keeper.ask('/programmes/gasme/people?lang=en')).body).toContain(`href="${all}"`)
  const acts = `${all}/acts`
  const begun = fieldsOf((await keeper.ask(`${all}?lang=en`)).body, acts)
  const unfit = await send(keeper, { page: acts, fields: { ...begun, do: 'make', url: 'no address' } })
  expect([unfit.statusCode, unfit.body.includes('This was not taken')]).toEqual([422, true])
  const made = await send(keeper, { page: acts, fields: { ...begun, do: 'make', url, kinds: 'stage_entered' } })
  expect([made.statusCode, /value="whsec_[A-Za-z0-9+/]{43}="/.test(made.body)]).toEqual([200, true])
  const [open] = await db.selectFrom('webhook').selectAll().where('ended_at', 'is', null).execute()
  expect(open).toMatchObject({ url, kinds: ['stage_entered'], made_by: 'p-ad-1' })
  const webhook = String(open?.id)
  const row = { webhook, stream: 'gasme-C09-yueqing-1', seq: 7, type: 'stage_entered', recorded_at: dayOfTheApi }
  await db
    .insertInto('webhook_delivery')
    .values({ ...row, state: 'failed', next_attempt_at: dayOfTheApi })
    .execute()
  const auditor = await signedInAt(api.app, 'p-au-1')
  const read_ = (await auditor.ask(`${all}?lang=zh-CN`)).body
  expect([read_.includes('已放弃'), read_.includes(acts), read_.includes('whsec_')]).toEqual([true, false, false])
  const again = fieldsOf((await keeper.ask(`${all}?lang=en`)).body, acts)
  expect(again).toMatchObject({ webhook, delivery: expect.any(String) })
  expect(keeper.location(await send(keeper, { page: acts, fields: { ...again, do: 'again' } }))).toBe(
    `${all}?told=again`,
  )
  expect(keeper.location(await send(keeper, { page: acts, fields: { ...begun, webhook, do: 'end' } }))).toBe(
    `${all}?told=end`,
  )
  expect((await send(auditor, { page: acts, fields: { ...again, do: 'end' } })).statusCode).toBe(403)
})

test('whatever is told outside is told to everybody who sees the base', () => {
  const ofBases = Object.entries(plain).flatMap(([kind, tells]) => (tells === 'base' ? [kind] : []))
  expect(toldOutside.filter((kind) => !ofBases.includes(kind))).toEqual([])
  for (const kept of ['interest_declared', 'call_opened', 'step_acted', 'step_recused'])
    expect([kept, ofBases.includes(kept)]).toEqual([kept, false])
})
