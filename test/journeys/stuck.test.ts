import { keyOf } from '../../domain/values/step-key.js'
import { formFilledIn } from '../support/filling.js'
import { defined } from '../../domain/values/defined.js'
import { full } from '../../domain/gicc/full.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker'
import pg from 'pg'
import pino from 'pino'
import { deadlineIn, now } from '../../clock/machine-clock.js'
import { lookForStuck } from '../../api/stuck/look.js'
import { readCommand } from '../../db/reads/commands.js'
import { listHistory } from '../../db/reads/history.js'
import { markSent, receiveCommand } from '../../db/writes/commands.js'
import { skipCommand } from '../../db/writes/skip-command.js'
import type { DocumentStore } from '../../documents/document-store.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { baseWorkflowId } from '../../domain/ids.js'
import type { StuckKind } from '../../domain/stuck.js'
import { workflowBundle } from '../../workers/bundle.js'
import { startWorker } from '../../workers/wiring.js'
import { aDossier } from '../support/an-example.js'
import { aCommandId, aProgramme, aWorker, sendNomination, sendToBase, type AProgramme } from '../support/a-worker.js'

let programme: AProgramme
/** What was opened and must be closed, whatever a test comes to; the last one first. */
let opened: { readonly stop: () => Promise<void> }[] = []
const kept = <T extends { readonly stop: () => Promise<void> }>(one: T): T => {
  opened.push(one)
  return one
}
const stop = async (one: { readonly stop: () => Promise<void> }): Promise<void> => {
  opened = opened.filter((other) => other !== one)
  await one.stop()
}
beforeEach(async () => {
  programme = await aProgramme(`what is stuck ${aCommandId()}`)
})
afterEach(async () => {
  for (const one of opened.toReversed()) await stop(one)
  await programme.close()
})

/**
 * What is stuck of the one base, as of so many seconds from now, so that nothing has to be waited out. The server is shared,
 * and runs what other tests' databases know.
 */
const stuck = async (seconds = 0) => {
  const clock = () => new Date(deadlineIn(seconds * 1_000))
  const looked = await lookForStuck({ db: programme.db, temporal: programme.door, clock }, {})
  return looked.stuck.filter(({ stream }) => stream === programme.base)
}
const kinds = async (seconds = 0): Promise<readonly StuckKind[]> => (await stuck(seconds)).map(({ kind }) => kind)
const until = async (fact: () => Promise<boolean>): Promise<void> => {
  while (!(await fact())) await pause(100)
}
const untilStuck = (kind: StuckKind) => until(async () => (await kinds()).includes(kind))
const untilWell = () => until(async () => (await kinds()).length === 0)

const decision = {
  type: 'decide',
  step: '1.2a.1',
  option: 'sent',
  ...defined({ form: formFilledIn(full.steps['1.2a']?.form, 'sent') }),
} as const
const decide = (id = aCommandId()) => sendToBase(programme, { command: decision, actor: programme.holderOf('LG'), id })
const entries = async () => (await listHistory(programme.db, { stream: programme.base, limit: 200 })).items
const asOwner = async (...statements: readonly string[]): Promise<void> => {
  const owner = new pg.Client({ connectionString: programme.database.ownerUrl })
  await owner.connect()
  try {
    for (const statement of statements) await owner.query(statement)
  } finally {
    await owner.end()
  }
}

/** Gives the workflow a task that changes nothing. */
const wake = async (): Promise<void> => {
  const connection = await Connection.connect({ address: programme.temporalAddress })
  const { workflow } = new Client({ connection, namespace: programme.namespace })
  await workflow.getHandle(baseWorkflowId(programme.base)).signal('person_left', { person: 'p-nobody', roles: [] })
  await connection.close()
}

/** A worker of a build in which every task of a base fails. */
const poisonedWorker = async () => {
  const { temporalAddress: address, namespace, taskQueue } = programme
  const workflowsPath = fileURLToPath(new URL('../support/poisoned-workflows.ts', import.meta.url))
  const connection = await NativeConnection.connect({ address })
  const workflowBundle = await bundleWorkflowCode({ workflowsPath })
  const worker = await Worker.create({ connection, namespace, taskQueue, workflowBundle })
  const run = worker.run()
  return {
    stop: async () => {
      worker.shutdown()
      await run
      await connection.close()
    },
  }
}

test('a workflow whose task fails again and again is named with its failure, takes nothing, and heals with the build', async () => {
  const good = kept(await aWorker(programme))
  expect(await sendNomination(programme)).toMatchObject({ kind: 'accepted' })
  expect(await kinds(3_600)).toEqual([])
  await stop(good)
  const bad = kept(await poisonedWorker())
  await wake()
  await untilStuck('task_fails')
  const [failing] = await stuck()
  expect(failing).toMatchObject({ stream: programme.base, got: expect.stringContaining('a mistake in this build') })
  const { namespace, base, door } = programme
  const parcel = { namespace, workflow: baseWorkflowId(base), update: decision.type, command: decision }
  const id = aCommandId()
  expect(await door.send(parcel, { id, actor: programme.holderOf('LG') })).toEqual({ kind: 'not_ready' })
  await stop(bad)
  kept(await aWorker(programme))
  await untilWell()
  expect(await decide(id)).toMatchObject({ kind: 'accepted' })
}, 180_000)

test('work that no worker takes is told, and is done when one comes', async () => {
  const first = kept(await aWorker(programme))
  await sendNomination(programme)
  await stop(first)
  const { namespace, base, door } = programme
  const parcel = { namespace, workflow: baseWorkflowId(base), update: decision.type, command: decision }
  const id = aCommandId()
  await wake()
  expect(await kinds()).toEqual([])
  expect(await kinds(120)).toEqual(['task_waits'])
  expect(await door.send(parcel, { id, actor: programme.holderOf('LG') })).toEqual({ kind: 'unanswered' })
  kept(await aWorker(programme))
  expect(await decide(id)).toMatchObject({ kind: 'accepted' })
  expect(await kinds(3_600)).toEqual([])
}, 120_000)

/** A disk that is full whenever somebody acts: a fault of the world, which is tried again. */
const noRoomForActs = [
  `create function no_room() returns trigger language plpgsql as $$
    begin raise exception 'no_room' using errcode = '53100'; end $$`,
  `create trigger no_room before insert on ledger_entry
    for each row when (new.type = 'step_acted') execute function no_room()`,
]

test('what record cannot write down is told after five tries, with the reason, and no more when it is written', async () => {
  kept(await aWorker(programme))
  await sendNomination(programme)
  await asOwner(...noRoomForActs)
  const answer = decide()
  await untilStuck('record_fails')
  const told = (await stuck()).find(({ kind }) => kind === 'record_fails')
  expect(told).toMatchObject({ stream: programme.base, got: expect.stringContaining('no_room') })
  expect(told?.attempts).toBeGreaterThan(5)
  expect(await kinds(120)).toContain('task_lasts')
  await asOwner('drop trigger no_room on ledger_entry')
  expect(await answer).toMatchObject({ kind: 'accepted' })
  await untilWell()
}, 120_000)

test('a paper that cannot be made is told with the reason, and made at once when an operator says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-no-paper-'))
  const store = createFolderStore({ folder })
  let isFull = true
  const full: DocumentStore = {
    ...store,
    put: async (bytes) => {
      if (isFull) throw new Error('the store has no room')
      return await store.put(bytes)
    },
  }
  const typesetter = createTypesetter()
  const { db, temporalAddress, taskQueue, namespace } = programme
  const worker = await startWorker({
    db,
    temporalAddress,
    taskQueue,
    typesetter,
    store: full,
    namespaces: [namespace],
    bundle: await workflowBundle({ cacheFolder: join(tmpdir(), 'cornerstone-test-bundles') }),
    log: pino({ level: 'silent' }),
  })
  kept({
    stop: async () => {
      await worker.stop()
      await typesetter.close()
      await rm(folder, { recursive: true })
    },
  })
  await sendNomination(programme)
  await orderPaper()
  await untilStuck('activity_fails')
  const [told] = await stuck()
  expect(told).toMatchObject({ subject: 'makeDocuments', got: expect.stringContaining('no room') })
  isFull = false
  const place = { namespace, workflow: baseWorkflowId(programme.base) }
  for (const { id } of (await programme.door.stateOf(place))?.activities ?? [])
    await programme.door.resetActivity(place, id)
  await untilWell()
  await until(async () => (await entries()).some(({ type }) => type === 'document_made'))
}, 180_000)

/** Decided on until the first paper is ordered: the receipt of the dossier. */
const orderPaper = async (): Promise<void> => {
  const decisions = [
    ['LG', { step: '1.2a.1', option: 'sent' }],
    ['PM', { step: '1.2b.1', option: 'invite' }],
    ['LG', { step: '1.3.1', option: 'submit' }],
  ] as const
  for (const [role, decided] of decisions) {
    const form = formFilledIn(full.steps[keyOf(decided.step)]?.form, {
      option: decided.option,
      played: { dossier: aDossier },
    })
    const command = { type: 'decide', ...decided, ...defined({ form }) } as const
    const delivery = await sendToBase(programme, { command, actor: programme.holderOf(role) })
    expect(delivery).toMatchObject({ kind: 'accepted' })
  }
}

test('a skipped command is refused wherever it still is, and never becomes an entry', async () => {
  const first = kept(await aWorker(programme))
  await sendNomination(programme)
  await stop(first)
  const { db, namespace, base, door } = programme
  const id = aCommandId()
  const parcel = { namespace, workflow: baseWorkflowId(base), update: decision.type, command: decision }
  const note = {
    stream: base,
    route: `POST /bases/${base}/steps/1.2a.1/decisions`,
    actor: 'p-lg-1',
    bodyHash: '0'.repeat(64),
  }
  const sent = { ...note, id, body: { ...parcel, channel: 'api' } }
  await receiveCommand(db, sent)
  expect(await door.send(parcel, { id, actor: programme.holderOf('LG') })).toEqual({ kind: 'unanswered' })
  await markSent(db, { command: sent })
  expect(await kinds(120)).toContain('command_unanswered')
  const at = now()
  expect(await skipCommand(db, { id, outcome: { status: 409, body: '{}' }, at })).toBe(true)
  kept(await aWorker(programme))
  expect(await decide(id)).toMatchObject({ kind: 'refused', refusal: { code: 'refused_before' } })
  expect((await entries()).some(({ commandId }) => commandId === id)).toBe(false)
  expect(await readCommand(db, { id })).toMatchObject({ state: 'failed', accepted: null })
  expect(await kinds(3_600)).toEqual([])
  const other = aCommandId()
  const another = { ...sent, id: other }
  await receiveCommand(db, another)
  await markSent(db, { command: another })
  expect(await decide(other)).toMatchObject({ kind: 'accepted' })
  expect(await skipCommand(db, { id: other, outcome: { status: 409, body: '{}' }, at })).toBe(false)
}, 120_000)

test('a database older than Temporal is told: the workflow knows entries that its ledger lacks', async () => {
  kept(await aWorker(programme))
  await sendNomination(programme)
  await decide()
  expect(await kinds(3_600)).toEqual([])
  const { base } = programme
  await asOwner(
    'alter table ledger_entry disable trigger user',
    'alter table ledger_head disable trigger user',
    `delete from ledger_entry where stream = '${base}' and seq > 3`,
    `update ledger_head set seq = 3, hash = (select hash from ledger_entry where stream = '${base}' and seq = 3) where stream = '${base}'`,
    'alter table ledger_head enable trigger user',
    'alter table ledger_entry enable trigger user',
  )
  const told = (await stuck()).find(({ stream }) => stream === base)
  expect(told).toMatchObject({ kind: 'ledger_behind', stream: base, got: '3 < 6' })
}, 120_000)
