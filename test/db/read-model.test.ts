import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { readModelsDiverge } from '../../db/reads/read-models.js'
import { readBase } from '../../db/reads/bases.js'
import type { Database } from '../../db/schema.js'
import { schemaVersion, type AnyEvent, type BaseEvent } from '../../domain/event.js'
import { evolve } from '../../domain/evolve.js'
import { openSteps, unborn, type BaseState } from '../../domain/state.js'
import { viewOf } from '../../domain/view.js'
import { aNominatedBase, rules, type ABase } from '../support/a-base.js'
import { playTo } from '../support/playing.js'
import { make, move } from '../support/random-moves.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { foundProgramme, requestOf } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('read models of random lives')
  db = connect(database.appUrl)
  await foundProgramme(db)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** Writes what a move became as the workflow of the base does: events and view in one transaction. */
const keep = async (base: ABase, { stream, from }: { stream: string; from: number }): Promise<number> => {
  const events: readonly AnyEvent[] = base.events().slice(from)
  if (events.length === 0) return from
  const at = base.recorded.at(-1)?.occurredAt ?? base.now()
  const request = requestOf({ base: stream, name: `after ${from}`, after: from, events, at })
  const cluster = stream.replace(/^gasme-|-\d+$/g, '')
  const answer = await recordEntries(db, { ...request, view: { ...base.view(), cluster } })
  expect(answer.kind).toBe('recorded')
  return base.recorded.length
}

/** The state that follows from the entries of the ledger and nothing else. */
const fromLedger = async (stream: string): Promise<BaseState> => {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'occurred_at', 'command_id', 'payload'])
    .where('stream', '=', stream)
    .orderBy('seq')
    .execute()
  return rows.reduce(
    (state, { seq, occurred_at: occurredAt, command_id: commandId, payload }) =>
      evolve(state, { seq, occurredAt, schemaVersion, commandId: commandId ?? '', event: eventOf(payload) }),
    unborn(stream),
  )
}

const isBaseEvent = (event: AnyEvent): event is BaseEvent => !event.type.startsWith('call_')
const eventOf = (event: AnyEvent): BaseEvent => {
  if (!isBaseEvent(event)) throw new Error(`${event.type} is no event of a base`)
  return event
}

/** What lists and inboxes read of a base, beside what the ledger says it must be. */
const bothOf = async (stream: string) => {
  const [row, state] = [await readBase(db, { id: stream }), await fromLedger(stream)]
  const steps = await db.selectFrom('step').selectAll().where('base', '=', stream).execute()
  const running = Object.values(state.stage?.steps ?? {})
  const view = viewOf(state, rules)
  return {
    read: {
      stage: row?.stage,
      status: row?.status,
      nextDueAt: row?.nextDueAt,
      reviews: row?.reviews,
      open: steps.filter(({ closed_at }) => closed_at === null).map(({ id, due_at }) => [id, due_at]),
      outcomes: steps
        .filter(({ id }) => running.some((one) => one.id === id))
        .map(({ id, outcome, voided }) => [id, outcome, voided]),
    },
    follows: {
      stage: view.stage,
      status: view.status,
      nextDueAt: view.nextDueAt,
      reviews: view.reviews,
      open: openSteps(state).map(({ id, dueAt }) => [id, dueAt]),
      outcomes: running.map(({ id, outcome, voided }) => [id, outcome?.option ?? null, voided ?? null]),
    },
  }
}

const sorted = ({ open, outcomes, ...rest }: Awaited<ReturnType<typeof bothOf>>['read' | 'follows']) => ({
  ...rest,
  open: open.map(String).toSorted(),
  outcomes: outcomes.map(String).toSorted(),
})

const shownOf = (cluster: string, { stream }: { stream: string }) =>
  db.updateTable('base').set({ cluster }).where('id', '=', stream).execute()

/** Where the lives are when chance takes over: each stage twice. */
const begun = ['1.2a', '1.8', '2.1a', '2.7', '3.3a', '3.9a', '4.1a', '4.9', '5.2a', '5.8']

test('after every life, what lists and inboxes read is what follows from the ledger alone', async () => {
  const length = { minLength: 160, maxLength: 160, size: 'max' } as const
  const lives = fc.sample(fc.array(move, length), { seed: 26, numRuns: begun.length })
  const stages = new Set<string | undefined>()
  for (const [number, moves] of lives.entries()) {
    const stream = `gasme-L${number}-life-1`
    const base = playTo(aNominatedBase(), { key: begun[number] ?? '1.2a' })
    let from = await keep(base, { stream, from: 0 })
    for (const one of moves) {
      make(base, one)
      from = await keep(base, { stream, from })
    }
    const { read, follows } = await bothOf(stream)
    expect(sorted(read)).toEqual(sorted(follows))
    stages.add(read.stage)
    // Every example is of one cluster and shown as of another, and its words and papers lie nowhere.
    await shownOf(base.state().cluster.cluster, { stream })
    const differing = await readModelsDiverge(db, { stream, store: { isSound: async () => true } })
    expect(differing.filter(({ code }) => code !== 'text_missing')).toEqual([])
    await shownOf(stream, { stream })
    // Every example is given slot 1, so the next life needs it free.
    await db.updateTable('slot').set({ base: null }).execute()
  }
  expect(stages.size).toBeGreaterThan(2)
})

test('a read model that fell behind the ledger is seen', async () => {
  const stream = 'gasme-L0-life-1'
  const owner = connect(database.ownerUrl)
  await owner.updateTable('base').set({ reviews: 99 }).where('id', '=', stream).execute()
  await owner.destroy()
  const { read, follows } = await bothOf(stream)
  expect(sorted(read)).not.toEqual(sorted(follows))
})
