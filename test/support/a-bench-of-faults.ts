import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { NativeConnection, Worker } from '@temporalio/worker'
import { createPrepare, createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import type { TemporalDoor } from '../../api/temporal/door.js'
import { openTemporalDoor } from '../../api/temporal/door.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import { machineClock } from '../../clock/machine-clock.js'
import { connect } from '../../db/connect.js'
import { migrate } from '../../db/migrate.js'
import { createBell } from '../../workers/bell.js'
import { workflowBundle } from '../../workers/bundle.js'
import { cores } from '../../workers/cores.js'
import { obtainTemporalServer } from '../../workers/embedded/obtain-temporal.js'
import { freePort } from '../../workers/embedded/ports.js'
import { startPostgres } from '../../workers/embedded/postgres.js'
import { startTemporal } from '../../workers/embedded/temporal.js'
import { apiOver } from '../api/an-api.js'
import { aProgrammeOfNine } from './a-seated-programme.js'
import { exampleBase } from './an-example.js'
import { quietRuntime } from './quiet-runtime.js'

/** Where `record` can be stopped: before it has written anything, or when everything is committed. */
export type Moment = 'before' | 'after'

/** How long a stop lasts at most. */
const patienceMs = 60_000

quietRuntime()

/** One stop of `record` at a command: told when it is reached, and let go by the test. */
interface Stop {
  readonly command: string
  readonly moment: Moment
  readonly reached: () => void
  readonly goOn: Promise<void>
}

const say = (): void => undefined

/**
 * PostgreSQL and Temporal of one test's own, to be killed, with a worker whose `record` can be stopped in the moment that
 * matters, and an API in this process whose way to Temporal can be cut.
 */
export const aBenchOfFaults = async (title: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-faults-'))
  await chmod(folder, 0o711) // The database's own user passes through it.
  const program = await obtainTemporalServer({ say })
  const startServer = () => startTemporal({ program, folder: join(folder, 'temporal'), namespace: 'cornerstone', say })
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), port: await freePort(), say })
  await migrate(postgres.ownerUrl)
  await aProgrammeOfNine(
    { ...postgres, name: title, drop: async () => undefined },
    { base: exampleBase, namespace: 'cornerstone' },
  )
  const temporal = { now: await startServer() }
  const worker = await aStoppableWorker({ databaseUrl: postgres.appUrl, address: temporal.now.address, title })
  const door: { now: TemporalDoor; cut: Cut } = {
    now: openTemporalDoor({ address: temporal.now.address, taskQueue: title }),
    cut: aCut(),
  }
  const api = await apiOver({
    databaseUrl: postgres.appUrl,
    temporal: throughDoor(() => door),
    folder,
    clock: machineClock,
  })
  return {
    api,
    postgres,
    worker,
    base: exampleBase,
    /** Kills the Temporal server, has the door forget what was under way, and brings the server back. */
    killTemporal: async (): Promise<void> => {
      const { pid, ended } = temporal.now
      process.kill(pid, 'SIGKILL')
      await ended
      door.cut.ring()
      door.cut = aCut()
      await door.now.close()
      temporal.now = await startServer()
      door.now = openTemporalDoor({ address: temporal.now.address, taskQueue: title })
    },
    close: async (): Promise<void> => {
      door.cut.ring()
      await api.close()
      await worker.stop()
      await door.now.close()
      await temporal.now.stop()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Ends the waiting of those who had sent something when the server was killed: they hear nothing more of it. */
interface Cut {
  readonly ring: () => void
  readonly heard: Promise<Delivery>
}

const aCut = (): Cut => {
  const bell = createBell()
  return { ring: bell.ring, heard: bell.wait(patienceMs * 60).then(() => ({ kind: 'unanswered' })) }
}

/** The door of the moment: it is opened anew whenever the server was killed. */
const throughDoor = (door: () => { readonly now: TemporalDoor; readonly cut: Cut }): TemporalDoor => ({
  send: (parcel, by) => {
    const { now, cut } = door()
    return Promise.race([cut.heard, now.send(parcel, by).catch(() => ({ kind: 'unanswered' }) as const)])
  },
  catchUp: (place) => door().now.catchUp(place),
  isReachable: () => door().now.isReachable(),
  clockOf: (place) => door().now.clockOf(place),
  fastForward: (place, move) => door().now.fastForward(place, move),
  historyOf: (place) => door().now.historyOf(place),
  runsOf: (place) => door().now.runsOf(place),
  streamsOf: (place) => door().now.streamsOf(place),
  hasWorker: (namespace) => door().now.hasWorker(namespace),
  stateOf: (place) => door().now.stateOf(place),
  runningSince: (place) => door().now.runningSince(place),
  historyEnd: (place) => door().now.historyEnd(place),
  resetActivity: (place, activity) => door().now.resetActivity(place, activity),
  close: async () => undefined,
})

/** Where `record` is to be stopped: each stop is passed once. */
const stopping = () => {
  const stops: Stop[] = []
  return {
    pass: async (command: string, moment: Moment): Promise<void> => {
      const index = stops.findIndex((stop) => stop.command === command && stop.moment === moment)
      const [stop] = index < 0 ? [] : stops.splice(index, 1)
      stop?.reached()
      await stop?.goOn
    },
    /** Stops `record` once, at a command; gives when it was reached and how it is let go. */
    stopAt: (command: string, moment: Moment): { readonly reached: Promise<void>; readonly letGo: () => void } => {
      const [reached, goOn] = [createBell(), createBell()]
      stops.push({ command, moment, reached: reached.ring, goOn: goOn.wait(patienceMs) })
      return { reached: reached.wait(patienceMs), letGo: goOn.ring }
    },
  }
}

const aStoppableWorker = async ({
  databaseUrl,
  address,
  title,
}: {
  readonly databaseUrl: string
  readonly address: string
  readonly title: string
}) => {
  const db = connect(databaseUrl)
  const rulesOf = createRulesOf({ db })
  const record = createRecord({ db, cores, rulesOf, onDefect: () => undefined })
  const { stopAt, pass } = stopping()
  const connection = await NativeConnection.connect({ address })
  const worker = await Worker.create({
    connection,
    namespace: 'cornerstone',
    taskQueue: title,
    workflowBundle: await workflowBundle({ cacheFolder: join(tmpdir(), 'cornerstone-test-bundles') }),
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownForceTime: '5s',
    activities: {
      prepare: createPrepare({ rulesOf, cores }),
      makeDocuments: () => [],
      record: async (request: Parameters<typeof record>[0]) => {
        await pass(request.id, 'before')
        const outcome = await record(request)
        await pass(request.id, 'after')
        return outcome
      },
    },
  })
  const running = worker.run()
  return {
    stopAt,
    stop: async (): Promise<void> => {
      worker.shutdown()
      await running.catch(() => undefined)
      await connection.close()
      await db.destroy()
    },
  }
}
