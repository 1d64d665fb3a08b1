import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import type { Role } from '../../domain/role.js'
import { aNominatedBase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { holderOf } from '../support/an-example.js'
import { anApi, type AnApi } from './an-api.js'
import { seatPeople } from './everybody-seated.js'
import { signedInAt } from './signed-in.js'

let api: AnApi
let id: string
let entries: number
const people: readonly (readonly [string, Role])[] = [
  ['w-so', 'SO'],
  ['w-pm', 'PM'],
  ['w-lg', 'LG'],
  [holderOf('LG').person, 'LG'],
]

/** A base past its screening, whose position and sheets are awaited. */
beforeAll(async () => {
  api = await anApi('ways to look at bases')
  const base = aNominatedBase()
  playMinutely(base, { until: () => base.open('1.7') !== undefined })
  id = base.state().id
  entries = base.state().seq
  await seatPeople(api.parts.db, { people, base: id })
  await recordAsItHappened(api.parts.db, { base })
}, 120_000)
afterAll(() => api.close())

const past = (asked: string): string => `/bases/${id}/as-of?${asked}`
/** The box of a step in the drawing of the stage. */
const boxOf = (page: string, key: string): string => {
  const [, drawing = ''] = page.split('class="flow"')
  return drawing.split('<li class="').find((one) => one.includes(`<small>${key} · `)) ?? ''
}

test('the stage is drawn from the rules: what is done, waits, may come and is not on this course, with links', async () => {
  const { body } = await (await signedInAt(api.app, 'w-pm')).ask(`/bases/${id}?lang=en`)
  expect(body).toContain('The way through this stage: Nomination')
  expect(boxOf(body, '1.3')).toMatch(new RegExp(`^done".*href="/bases/${id}/steps/1\\.3\\.1"`, 's'))
  expect(boxOf(body, '1.7')).toMatch(/^waits" aria-current="step">.*Now/s)
  expect(boxOf(body, '1.10')).toMatch(/^may_come">.*May come/s)
  expect(boxOf(body, '1.4b')).toMatch(/^off_course">.*Not on this course.*may go back to 1\.4a/s)
  expect(boxOf(body, '1.10')).not.toContain('href=')
})

test('to the place the drawing shows what a screening found as little as its steps do, in its language', async () => {
  const { body } = await (await signedInAt(api.app, 'w-lg')).ask(`/bases/${id}?lang=zh-CN`)
  expect(body).toContain('本阶段流程：申报')
  expect(boxOf(body, '1.7')).toContain('办理中')
  expect(boxOf(body, '1.6c')).toBe('')
})

test('an entry shows the base as it stood then, what happened and what changed, with the ways before and after', async () => {
  const manager = await signedInAt(api.app, 'w-pm')
  const first = (await manager.ask(past('entry=1&lang=en'))).body
  expect(first).toContain('What happened then')
  expect(first).toContain('This is the past')
  expect(first).not.toContain('rel="prev"')
  const after = Number(/entry=(\d+)" rel="next"/.exec(first)?.[1])
  const second = (await manager.ask(past(`entry=${after}&lang=en`))).body
  expect(second).toContain(`entry=${after - 1}" rel="prev"`)
  const newest = (await manager.ask(past('lang=zh-CN'))).body
  expect(newest).toContain(`第${entries}条之后的状态`)
  expect(newest).toContain('上级主管部门出具意见 (1.7.1)')
  expect(newest).not.toContain('rel="next"')
})

test('a day shows the last that had happened by its end, and before the first entry nothing was there', async () => {
  const manager = await signedInAt(api.app, 'w-pm')
  expect((await manager.ask(past('on=2020-01-01&lang=en'))).body).toContain('Nothing of this base was there yet.')
  expect((await manager.ask(past('on=2099-01-01&entry=&lang=en'))).body).toContain(`after entry ${entries}`)
})

test('there is no page of an entry that is not there, nor of a base that is not seen, and looking does nothing but leave its row', async () => {
  const manager = await signedInAt(api.app, 'w-pm')
  const rows = async () =>
    (await api.parts.db.selectFrom('access_log').select('subject').where('subject', '=', 'as_of').execute()).length
  const before = await rows()
  expect((await manager.ask(past(`entry=${entries + 1}`))).statusCode).toBe(404)
  expect((await manager.ask(past('entry=0'))).statusCode).toBe(400)
  expect((await manager.ask(past('entry=2'))).statusCode).toBe(200)
  expect([(await rows()) - before, api.door.sent]).toEqual([1, []])
  const stranger = await signedInAt(api.app, 'p-C12-chenghai-lg')
  expect((await stranger.ask(past('entry=1'))).statusCode).toBe(404)
})

test('the place is told how much changed that is not for its eyes, and no more', async () => {
  const withheldFrom = async (person: string): Promise<number> => {
    const browser = await signedInAt(api.app, person)
    const said = await Promise.all(
      Array.from({ length: entries }, async (_, at) => (await browser.ask(past(`entry=${at + 1}&lang=en`))).body),
    )
    return said.flatMap((page) => [...page.matchAll(/(\d+) more are not for your eyes/g)]).length
  }
  expect(await withheldFrom('w-lg')).toBeGreaterThan(await withheldFrom('w-pm'))
})

test('all bases stand by area and by challenge as their nominations tell it, in both languages, and a row says who looked', async () => {
  const manager = await signedInAt(api.app, 'w-pm')
  const rows = async () =>
    (await api.parts.db.selectFrom('access_log').select('subject').where('subject', '=', 'portfolio').execute()).length
  const before = await rows()
  const areas = (await manager.ask('/bases/areas?lang=en')).body
  for (const said of [
    'Bases by the six areas',
    'High-end consulting',
    `href="/bases/${id}"`,
    'No figure is agreed here yet',
  ])
    expect(areas).toContain(said)
  expect(areas).toMatch(/>[1-3] \/ 0 \/ 0</)
  const challenges = (await manager.ask('/bases/challenges?lang=zh-CN')).body
  for (const said of ['按六项挑战查看基地', '规划与引导', '自评等级平均值']) expect(challenges).toContain(said)
  expect(challenges).toMatch(/data-head="规划与引导"[^>]*>[1-5]</)
  expect([(await rows()) - before, api.door.sent]).toEqual([2, []])
})

test('by area and by challenge nobody is shown a base that is not there for him or her: the twin', async () => {
  const [stranger, place] = [await signedInAt(api.app, 'p-C12-chenghai-lg'), await signedInAt(api.app, 'w-lg')]
  const theirs = (await stranger.ask('/bases/areas?lang=en')).body
  expect([theirs.includes(id), theirs.includes('No base is here that you may see.')]).toEqual([false, true])
  expect((await place.ask('/bases/areas?lang=en')).body).toContain(`href="/bases/${id}"`)
  expect((await place.ask('/bases/areas?stage=launch&lang=en')).body).not.toContain(`href="/bases/${id}"`)
})

test('an account is of one person: what waits, what was done, the own bases and papers, and what is kept, and nothing is done there', async () => {
  const place = await signedInAt(api.app, holderOf('LG').person)
  const own = (await place.ask('/account?lang=en')).body
  for (const said of [
    'What you did',
    'Express interest',
    `/bases/${id}/steps/1.2a.1`,
    'Bases you sit for',
    'href="/calendar"',
  ])
    expect(own).toContain(said)
  expect(own).toContain(`href="/bases/${id}/letters"`)
  expect((await place.ask('/account?lang=zh-CN')).body).toContain('您任职的基地')
  const kept = (await place.ask('/account/kept?lang=en')).body
  for (const said of ['reasons and remarks in own words', 'Goes with an erasure', 'write to the programme office'])
    expect(kept).toContain(said)
  expect([own.includes('method="post" action="/account'), kept.includes('name="do"'), api.door.sent]).toEqual([
    false,
    false,
    [],
  ])
})

test('nobody finds on the own account what another of the same role did: the twin', async () => {
  const other = (await (await signedInAt(api.app, 'w-lg')).ask('/account?lang=en')).body
  expect(other).toContain('You have not acted on a step yet.')
  expect(other).not.toContain(`/bases/${id}/steps/1.2a.1`)
})

test('a base that is closed by an interest, or does not stand yet, is left out of an account, and the rest stands', async () => {
  await savePeople(api.parts.db, {
    organisations: [],
    people: [{ id: 'w-two', name: { en: 'two', local: 'two' }, email: 'w-two@x.example', language: 'en' }],
  })
  const both = { organisation: 'o-office', role: 'LG', from: '2026-01-01T00:00:00.000Z' } as const
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: [
      { ...both, id: 'm-w-two-1', person: 'w-two', base: id },
      { ...both, id: 'm-w-two-2', person: 'w-two', base: 'gasme-C12-chenghai-1' },
    ],
  })
  const browser = await signedInAt(api.app, 'w-two')
  const account = async () => await browser.ask('/account?lang=en')
  const before = await account()
  expect([before.statusCode, before.body.includes(`href="/bases/${id}/letters"`)]).toEqual([200, true])
  await api.parts.db
    .insertInto('interest')
    .values({ base: id, person: 'w-two', kind: 'direct', declared_seq: 1, declared_at: '2026-12-01T00:00:00.000Z' })
    .execute()
  const after = await account()
  expect([after.statusCode, after.body.includes(`href="/bases/${id}/letters"`)]).toEqual([200, false])
})

test('an entry no ledger can have is refused as any number that is none, and not as a fault', async () => {
  const manager = await signedInAt(api.app, 'w-pm')
  const statuses = await Promise.all(
    ['entry=0', 'entry=3000000000', 'entry=2147483647', `entry=${entries}`].map(
      async (asked) => (await manager.ask(`${past(asked)}&lang=en`)).statusCode,
    ),
  )
  expect(statuses).toEqual([400, 400, 404, 200])
})

test('letters and history stand among the pages of their base, and papers of a kind have their day', async () => {
  const manager = await signedInAt(api.app, 'w-pm')
  const page = async (path: string): Promise<string> => (await manager.ask(`/bases/${id}${path}?lang=en`)).body
  expect(await page('/letters')).toMatch(/href="[^"]*\/letters" aria-current="page">Letters/)
  expect(await page('/history')).toMatch(/href="[^"]*\/history" aria-current="page">History/)
  expect(await page('')).toMatch(/data-head="Made"[^>]*><time dateTime="/i)
})

test('the mailbox of a trial has the rooms of whoever is signed in, and opens for whoever is not', async () => {
  const manager = await signedInAt(api.app, 'w-pm')
  expect((await manager.ask('/mailbox?lang=en')).body).toContain('href="/bases"')
  const stranger = await api.app.inject({ url: '/mailbox?lang=en', headers: { accept: 'text/html' } })
  expect([stranger.statusCode, stranger.body.includes('href="/bases"')]).toEqual([200, false])
})
