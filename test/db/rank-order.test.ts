import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import type { AnyEvent } from '../../domain/event.js'
import type { Status } from '../../domain/lifecycle.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { due, foundProgramme, morning, nominate, requestOf, stepOpened } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('rank order')
  db = connect(database.appUrl)
  await foundProgramme(db, ['CM'])
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const clusterOf = (base: string): string => base.split('-').slice(1, 3).join('-')
const heads = new Map<string, number>()

/** Writes entries of a base behind those it has. */
const write = async (
  base: string,
  { events, status = 'screening' }: { readonly events: readonly AnyEvent[]; readonly status?: Status },
) => {
  const after = heads.get(base) ?? 3
  const view = { cluster: clusterOf(base), status }
  const answer = await recordEntries(db, requestOf({ base, name: `after ${after}`, after, events, view }))
  expect(answer.kind).toBe('recorded')
  heads.set(base, after + events.length)
}

/** Bases in the order of their ranks in one session, each before the committee. */
const ranked = async (session: string, bases: readonly string[]): Promise<void> => {
  for (const base of bases) {
    await nominate(db, { base, view: { cluster: clusterOf(base) } })
    await write(base, { events: [stepOpened('1.10.1', 'CM')] })
  }
  await convened(session, { bases, at: morning })
}

const convened = async (session: string, { bases, at }: { bases: readonly string[]; at: string }): Promise<void> => {
  await db.insertInto('session').values({ programme: 'gasme', id: session, convened_at: at }).execute()
  await db
    .insertInto('session_rank')
    .values(
      bases.map((base, index) => ({
        programme: 'gasme',
        session,
        base,
        place: index + 1,
        score: 90 - index,
        proposal: null,
      })),
    )
    .execute()
}

/** What the database says of a vote on a base in its session. */
const voteOn = async (base: string, session: string): Promise<unknown> => {
  const after = heads.get(base) ?? 3
  const request = requestOf({
    base,
    name: `vote after ${after} ${heads.size}`,
    after,
    events: [{ type: 'cancel_refused' }],
    view: { cluster: clusterOf(base), status: 'screening' },
  })
  const answer = await recordEntries(db, {
    ...request,
    claims: [{ claim: 'turn', of: 'gasme', session, step: '1.10', passedOverAfter: 2 }],
  })
  if (answer.kind === 'recorded') heads.set(base, after + 1)
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}

const moved = (cause: 'reconvene' | 'written'): AnyEvent => ({
  type: 'deadline_moved',
  step: '1.10.1',
  from: morning,
  dueAt: due,
  alarms: [],
  cause,
})
const closed: AnyEvent = { type: 'step_closed', step: '1.10.1', key: '1.10', option: 'advance', how: 'vote' }
const held: AnyEvent = { type: 'held', code: 'FMJ', cause: 'person' }

test('the second of a session is decided when the first one is, and not before (R9)', async () => {
  const [first, second, third] = ['gasme-C01-a-1', 'gasme-C02-b-1', 'gasme-C03-c-1']
  await ranked('s-order', [first, second, third])
  expect(await voteOn(third, 's-order')).toEqual({ code: 'out_of_turn', session: 's-order', ahead: [first, second] })
  expect(await voteOn(first, 's-order')).toBe('recorded')
  await write(first, { events: [closed] })
  expect(await voteOn(third, 's-order')).toEqual({ code: 'out_of_turn', session: 's-order', ahead: [second] })
  expect(await voteOn(second, 's-order')).toBe('recorded')
})

test('a base that is held keeps nobody waiting, and comes before the others again when it is taken back', async () => {
  const [first, second] = ['gasme-C04-d-1', 'gasme-C05-e-1']
  await ranked('s-hold', [first, second])
  await write(first, { events: [held], status: 'on_hold' })
  expect(await voteOn(second, 's-hold')).toBe('recorded')
  await write(first, { events: [{ type: 'resumed' }] })
  expect(await voteOn(second, 's-hold')).toMatchObject({ code: 'out_of_turn' })
})

test('a base that was put off twice for want of a quorum is passed over, after once it is not (E4)', async () => {
  const [first, second] = ['gasme-C06-f-1', 'gasme-C07-g-1']
  await ranked('s-quorum', [first, second])
  await write(first, { events: [moved('reconvene')] })
  expect(await voteOn(second, 's-quorum')).toMatchObject({ code: 'out_of_turn' })
  await write(first, { events: [moved('written')] })
  expect(await voteOn(second, 's-quorum')).toBe('recorded')
})

test('a base that takes its place in a later session is no longer before those of the first', async () => {
  const [first, second] = ['gasme-C08-h-1', 'gasme-C09-i-1']
  await ranked('s-before', [first, second])
  expect(await voteOn(second, 's-before')).toMatchObject({ code: 'out_of_turn' })
  await convened('s-after', { bases: [first], at: '2027-03-01T09:00:00.000Z' })
  expect(await voteOn(second, 's-before')).toBe('recorded')
  expect(await voteOn(first, 's-after')).toBe('recorded')
})
