import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { deadlineIn } from '../../clock/machine-clock.js'
import { openTemporalDoor, type TemporalDoor } from '../../api/temporal/door.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import { connect } from '../../db/connect.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { createTypesetter } from '../../documents/typesetter.js'
import type { BaseCommand, ProgrammeCommand } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import { baseWorkflowId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import { startWorker } from '../../workers/wiring.js'
import { workflowBundle } from '../../workers/bundle.js'
import { aProgrammeOfNine, atBase } from './a-seated-programme.js'
import { quietRuntime } from './quiet-runtime.js'
import { cloneDatabase, services } from './services.js'
import { holderOf, nomination } from './an-example.js'

/**
 * A programme with nine holders of every role, on a database of its own and the real Temporal server. All test files share
 * that server, so each programme has a base id of its own.
 */
export const aProgramme = async (title: string) => {
  const database = await cloneDatabase(title)
  // The mark of the database is its own in the whole run; a counter would begin anew in each test file of one process.
  const base = `gasme-C09-yueqing-${Number.parseInt(database.name.slice(-8), 16)}`
  const { temporalAddress, namespace } = await services()
  const db = connect(database.appUrl)
  await aProgrammeOfNine(database, { base, namespace })
  const taskQueue = database.name
  const door = openTemporalDoor({ address: temporalAddress, taskQueue })
  return {
    base,
    database,
    db,
    door,
    namespace,
    temporalAddress,
    taskQueue,
    holderOf: (role: Role, number?: number) => atBase(base, holderOf(role, number)),
    close: async () => {
      await door.close()
      await db.destroy()
      await database.drop()
    },
  }
}
export type AProgramme = Awaited<ReturnType<typeof aProgramme>>

quietRuntime()

/** A worker in this process, wired as in production. */
export const aWorker = async ({ db, namespace, temporalAddress, taskQueue }: AProgramme) => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-papers-'))
  const typesetter = createTypesetter()
  const worker = await startWorker({
    db,
    temporalAddress,
    taskQueue,
    typesetter,
    namespaces: [namespace],
    store: createFolderStore({ folder }),
    bundle: await workflowBundle({ cacheFolder: join(tmpdir(), 'cornerstone-test-bundles') }),
    log: pino({ level: 'silent' }),
  })
  return {
    stop: async () => {
      await worker.stop()
      await typesetter.close()
      await rm(folder, { recursive: true })
    },
  }
}

interface Sending {
  readonly base: string
  readonly door: TemporalDoor
  readonly namespace: string
}

let sent = 0
/** A command id that no other test of this process uses. */
export const aCommandId = (): string => `00000000-0000-4000-8000-${String((sent += 1)).padStart(12, '0')}`

/** As the API's sweeper does: what has no answer yet is sent again under the same id, a minute at the most. */
const untilAnswered = async (send: () => Promise<Delivery>): Promise<Delivery> => {
  for (let turn = 0; ; turn += 1) {
    const delivery = await send()
    if (delivery.kind !== 'unanswered' || turn === 6) return delivery
  }
}

/** Nominates the example cluster, which begins its workflow. */
export const sendNomination = (
  { base, door, namespace }: Sending,
  { id = aCommandId(), actor = holderOf('PM') }: { id?: string; actor?: Actor } = {},
): Promise<Delivery> => {
  const windowEnds = new Date(deadlineIn(60 * 24 * 3600 * 1000)).toISOString()
  const place = { country: 'CN', zone: 'Asia/Shanghai' }
  const start = { type: 'cooperationBase', input: { base, place, procedure: 'full' as const }, summary: base }
  const parcel = {
    namespace,
    workflow: baseWorkflowId(base),
    update: 'nominate',
    command: { ...nomination, windowEnds },
  }
  return untilAnswered(() => door.send({ ...parcel, start }, { id, actor }))
}

/** Sends a command to the example base. */
export const sendToBase = (
  { base, door, namespace }: Sending,
  { command, actor, id = aCommandId() }: { command: BaseCommand | ProgrammeCommand; actor: Actor; id?: string },
): Promise<Delivery> =>
  untilAnswered(() =>
    door.send({ namespace, workflow: baseWorkflowId(base), update: command.type, command }, { id, actor }),
  )
