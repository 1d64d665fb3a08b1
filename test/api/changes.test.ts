import { PassThrough } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely, KyselyPlugin } from 'kysely'
import { z } from 'zod'
import { openFollowers, type Following, type FollowingRhythm } from '../../api/changes/followers.js'
import { followersPerPerson } from '../../api/limits.js'
import { connect } from '../../db/connect.js'
import { sequence } from '../../db/log/sequence.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { endSignIns } from '../../db/writes/sign-ins.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { defined } from '../../domain/values/defined.js'
import { nominate, requestOf, stepOpened } from '../db/an-example.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'
import { signedInAt } from './signed-in.js'

const here = 'gasme-C09-yueqing-1'
const there = 'gasme-C10-hangji-1'
const seat = { organisation: 'o-office', from: '2026-01-01T00:00:00.000Z' } as const
let api: AnApi
let address: string
let worker: Kysely<Database>
let sequencer: Kysely<Database>
const heads = new Map<string, number>()

beforeAll(async () => {
  api = await anApi('what changes is told')
  worker = connect(api.parts.config.DATABASE_URL)
  sequencer = connect(api.sequencerUrl, { max: 1 })
  for (const base of [here, there]) await begin(base)
  await saveBootstrapMandates(worker, {
    programme: 'gasme',
    mandates: [
      { ...seat, id: 'm-c-place', person: 'c-place', role: 'LG', base: here },
      { ...seat, id: 'm-c-office', person: 'c-office', role: 'PM' },
      { ...seat, id: 'm-c-leaves', person: 'c-leaves', role: 'PM' },
      { ...seat, id: 'm-c-many', person: 'c-many', role: 'PM' },
      { ...seat, id: 'm-c-checks', person: 'c-checks', role: 'CO' },
    ],
  })
  await sequence(sequencer)
  address = await api.app.listen({ port: 0, host: '127.0.0.1' })
}, 180_000)
afterAll(async () => {
  // Whoever broke off a stream has connected anew by then, and asks nothing: the server would wait for that.
  api.app.server.closeAllConnections()
  await api.close()
  await Promise.all([worker.destroy(), sequencer.destroy()])
})

const begin = async (base: string): Promise<void> => {
  await nominate(worker, { base })
  heads.set(base, 3)
  await pinned(base)
}

/** Under rules that are there, as no example of an entry is. */
const pinned = async (base: string): Promise<void> => {
  const procedure = `full@${procedures[0]?.version ?? ''}`
  await worker.updateTable('base').set({ procedure }).where('id', '=', base).execute()
}

/** Has a step of a base opened, as its worker would record it; a base is under rules that are there before anybody looks. */
const recorded = async (base: string, step: string): Promise<void> => {
  const after = heads.get(base) ?? 0
  const event = stepOpened(step, 'CO')
  await recordEntries(worker, requestOf({ base, name: `opens ${step} ${after}`, after, events: [event] }))
  heads.set(base, after + 1)
  await pinned(base)
}

/** The same, and given its place in the order. */
const opened = async (base: string, step: string): Promise<void> => {
  await recorded(base, step)
  await sequence(sequencer)
}

interface Heard {
  readonly id?: string
  readonly event?: string
  readonly data?: string
}

/** What a stream says, event by event, until it ends. */
const follow = async (person: string, { query = '', last }: { query?: string; last?: string } = {}) => {
  const closing = new AbortController()
  const answer = await fetch(`${address}/changes${query}`, {
    headers: { ...(await api.as(person)), ...defined({ 'last-event-id': last }) },
    signal: closing.signal,
  })
  const heard: Heard[] = []
  const reading = (async () => {
    let rest = ''
    for await (const part of answer.body ?? []) {
      const texts = `${rest}${Buffer.from(part).toString()}`.split('\n\n')
      rest = texts.pop() ?? ''
      heard.push(...texts.map(eventOf))
    }
  })().catch(() => undefined)
  return {
    answer,
    heard,
    ended: reading,
    close: async () => {
      closing.abort()
      await reading
    },
  }
}

const eventOf = (text: string): Heard =>
  Object.fromEntries(
    text.split('\n').map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at), line.slice(at + 2)]
    }),
  )

/** Waits until something is so; the test's own time limit is the patience. */
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await pause(20)
}

const toldTo = ({ heard }: { readonly heard: readonly Heard[] }) =>
  heard.flatMap(({ event, data }) => (event === 'change' ? [Told.parse(JSON.parse(data ?? ''))] : []))
const Told = z.strictObject({
  base: z.string(),
  programme: z.string(),
  seq: z.number(),
  type: z.string(),
  recordedAt: z.string(),
})

test('an entry is told by ids and kind to whoever sees its base, and a foreign base is never named', async () => {
  const [place, office] = await Promise.all([follow('c-place'), follow('c-office')])
  expect(place.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  await opened(there, '1.3.2')
  await opened(here, '1.3.2')
  await until(() => toldTo(place).length === 1 && toldTo(office).length === 2)
  expect(toldTo(place)).toMatchObject([{ base: here, programme: 'gasme', seq: 4, type: 'step_opened' }])
  expect(toldTo(office).map(({ base }) => base)).toEqual([there, here])
  expect(JSON.stringify(place.heard)).not.toContain('hangji')
  await Promise.all([place.close(), office.close()])
  const refused = await follow('c-place', { query: `?base=${there}` })
  expect(refused.answer.status).toBe(404)
})

test('a step that tells by its being there is told to whom it is there for, and to nobody else', async () => {
  const [place, checks] = await Promise.all([follow('c-place'), follow('c-checks')])
  await recorded(here, '1.6b.1')
  await opened(here, '1.3.3')
  await until(() => toldTo(place).length > 0 && toldTo(checks).length > 1)
  expect(toldTo(checks).map(({ seq }) => seq)).toEqual([5, 6])
  expect(toldTo(place).map(({ seq }) => seq)).toEqual([6])
  await Promise.all([place.close(), checks.close()])
})

test('who comes back with the id that was heard last is told what was missed, once', async () => {
  const first = await follow('c-office', { query: `?base=${here}` })
  await opened(here, '1.3.4')
  await until(() => toldTo(first).length === 1)
  const last = first.heard.at(-1)?.id ?? ''
  await first.close()
  await opened(there, '1.3.3')
  await opened(here, '1.3.5')
  await opened(here, '1.3.6')
  const again = await follow('c-office', { query: '?wait=false', last })
  await again.ended
  expect(toldTo(again).map(({ base, seq }) => [base === here, seq])).toEqual([
    [false, 5],
    [true, 8],
    [true, 9],
  ])
  expect(again.heard.at(-1)).toMatchObject({ event: 'end', data: '{"why":"told"}' })
})

test.each([
  ['en', '0.00000000', /no such change stands at that place here/],
  ['zh-CN', '9999999.00000000', /该位置并无这条变更/],
  ['en', 'what somebody else gave', /no such change stands at that place here/],
])('an id of another order is refused in words: %s, %s', async (language, last, words) => {
  const headers = { ...(await api.as('c-office')), 'accept-language': language, 'last-event-id': last }
  const answer = await api.app.inject({ url: '/changes?wait=false', headers })
  expect([answer.statusCode, bodyOf(answer).code, bodyOf(answer).detail]).toEqual([
    422,
    'changes_unknown',
    expect.stringMatching(words),
  ])
})

test('a mandate that is revoked ends the stream with the next entry, which it does not tell', async () => {
  const leaves = await follow('c-leaves')
  await opened(here, '1.3.7')
  await until(() => toldTo(leaves).length === 1)
  await worker.updateTable('mandate').set({ revoked_at: dayOfTheApi }).where('id', '=', 'm-c-leaves').execute()
  await opened(here, '1.3.8')
  await leaves.ended
  expect(toldTo(leaves)).toHaveLength(1)
  expect(leaves.heard.at(-1)).toMatchObject({ event: 'end', data: '{"why":"seats_changed"}' })
  const afterwards = await follow('c-leaves', { query: '?wait=false', last: leaves.heard[0]?.id ?? '' })
  await afterwards.ended
  expect(toldTo(afterwards)).toEqual([])
})

test('one person follows so many times at once and no more, and once more when one is closed', async () => {
  const open = await Promise.all(Array.from({ length: followersPerPerson }, () => follow('c-checks')))
  const [refused, other] = [await follow('c-checks'), await follow('c-office', { query: '?wait=false' })]
  expect([refused.answer.status, other.answer.status]).toEqual([429, 200])
  await open[0]?.close()
  let status = 429
  for (let tries = 0; status === 429 && tries < 500; tries += 1) {
    const one = await follow('c-checks', { query: '?wait=false' })
    status = one.answer.status
    await one.close()
  }
  expect(status).toBe(200)
  await Promise.all(open.map((one) => one.close()))
})

test('many streams that one person opens at once are counted before any is waited for, and who is refused keeps no place', async () => {
  for (let n = 0; n < 9; n += 1) expect((await follow('c-many', { query: '?base=no-1' })).answer.status).toBe(404)
  const all = await Promise.all(Array.from({ length: 3 * followersPerPerson }, () => follow('c-many')))
  expect(all.filter(({ answer }) => answer.status === 200)).toHaveLength(followersPerPerson)
  for (const { close } of all) await close()
})

const rhythm: FollowingRhythm = { beatMs: 50, lastsMs: 60_000, patienceMs: 100 }
const following = (out: PassThrough, more: Partial<Following> = {}): Following => ({
  person: 'c-office',
  wanted: { rehearsal: false },
  credential: { kind: 'token', endsAtMs: Number.MAX_SAFE_INTEGER },
  from: 0,
  waits: true,
  out,
  ...more,
})

test('who leaves unread what was sent is cut off, and who reads is not: the twin', async () => {
  const followers = openFollowers(api.parts, rhythm)
  const [slow, quick] = [new PassThrough({ highWaterMark: 16 }), new PassThrough({ highWaterMark: 16 })]
  let read = ''
  quick.on('data', (part: Buffer) => (read += part.toString()))
  followers.follow(following(slow))
  followers.follow(following(quick))
  await until(() => slow.destroyed)
  await until(() => read.includes('event: change'))
  expect([quick.destroyed, followers.all()]).toEqual([false, 1])
  await followers.close()
})

test('a sign-in that is ended ends the stream, and so does a token whose time is over', async () => {
  const followers = openFollowers(api.parts, rhythm)
  await signedInAt(api.app, 'p-pm-1')
  const [signIn] = await worker.selectFrom('sign_in').select('id').where('person', '=', 'p-pm-1').execute()
  const out = new PassThrough()
  let said = ''
  out.on('data', (part: Buffer) => (said += part.toString()))
  const credential = { kind: 'sign_in', id: String(signIn?.id) } as const
  followers.follow(following(out, { person: 'p-pm-1', credential, from: 1_000_000 }))
  await until(() => said.includes(':\n\n'))
  await endSignIns(worker, { person: 'p-pm-1', at: dayOfTheApi })
  await until(() => said.includes('"signed_out"'))
  const over = new PassThrough()
  const endsAtMs = api.parts.clock().getTime()
  followers.follow(following(over, { credential: { kind: 'token', endsAtMs }, from: 1_000_000 }))
  over.resume()
  await until(() => over.writableEnded)
  await followers.close()
})

test('while nothing happens, many who follow cost no more statements than one', async () => {
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const perBeat = async (count: number): Promise<number> => {
    const followers = openFollowers({ ...api.parts, db: api.parts.db.withPlugin(counting) }, rhythm)
    let beats = 0
    const first = new PassThrough()
    first.on('data', () => (beats += 1))
    followers.follow(following(first, { from: 1_000_000 }))
    for (let more = 1; more < count; more += 1)
      followers.follow(following(new PassThrough(), { from: 1_000_000, person: `c-${more}` }))
    await until(() => beats >= 2)
    const before = statements
    const from = beats
    await until(() => beats >= from + 4)
    await followers.close()
    return (statements - before) / (beats - from)
  }
  expect(await perBeat(1)).toBeLessThanOrEqual(6)
  expect(await perBeat(40)).toBeLessThanOrEqual(6)
})
