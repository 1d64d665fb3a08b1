import { someWords } from './filling.js'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'
import pino from 'pino'
import type { AProgramme } from './a-worker.js'
import { openTemporalDoor, type TemporalDoor } from '../../api/temporal/door.js'
import { deadlineIn } from '../../clock/machine-clock.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { buildsInUse, makeCurrent } from '../../workers/builds.js'
import { startWorker } from '../../workers/wiring.js'
import type { SourceChange } from '../../tools/replay/copied-sources.js'
import { aBuild, type Build } from './a-build.js'
import { aCommandId, aProgramme, sendToBase } from './a-worker.js'
import { holderOf, nomination } from './an-example.js'
import { defined } from '../../domain/values/defined.js'

/** What a worker runs of a build; without cores it records by those of today. */
export type Runs = Pick<Build, 'bundle'> & Partial<Pick<Build, 'cores'>>

/** Workers of several builds on one queue of one programme, and bases that live on them. */
export const buildsBeside = async (programme: AProgramme, taskQueue: string) => {
  const { db, namespace, temporalAddress: address } = programme
  const [connection, native] = [await Connection.connect({ address }), await NativeConnection.connect({ address })]
  const door = openTemporalDoor({ address, taskQueue })
  const stops: (() => Promise<void>)[] = []
  const lived = (base: string) => livedOn(new Client({ connection, namespace }), base)
  return {
    /** A worker of a build; with a name its bases are pinned to it. */
    aWorkerOf: async (runs: Runs, build?: string) => {
      const worker = await aWorkerOf(runs, { build, db, temporalAddress: address, taskQueue, namespaces: [namespace] })
      stops.push(worker.stop)
      return worker
    },
    /** Makes a build current, as soon as its workers have been heard of. */
    become: (build: string) => untilMade(() => makeCurrent({ connection: native, namespace, build })),
    /** The builds the server has heard of, with the runs on each. */
    inUse: () => buildsInUse({ connection: native, namespace }),
    /** Nominates a base that begins on the build that is current. */
    nominated: (cluster: string) =>
      nominated(door, { base: `gasme-${cluster}-${programme.base.split('-').at(-1)}`, cluster, namespace }),
    livedOn: lived,
    /** Acts on a base until it has moved to a build: that another one is current reaches its runs a moment later. */
    untilOn: async (build: string, base: string): Promise<void> => {
      const giveUp = performance.now() + 60_000
      for (let turn = 0; (await lived(base)).at(-1)?.build !== build && performance.now() < giveUp; turn += 1) {
        const command =
          turn % 2 === 0 ? ({ type: 'hold', code: 'FMJ', reason: someWords } as const) : ({ type: 'resume' } as const)
        await sendToBase({ ...programme, base }, { command, actor: programme.holderOf('PM') })
      }
    },
    close: async () => {
      for (const stop of stops.toReversed()) await stop()
      await door.close()
      await native.close()
      await connection.close()
    },
  }
}

type Place = Pick<Parameters<typeof startWorker>[0], 'build' | 'db' | 'temporalAddress' | 'taskQueue' | 'namespaces'>

/** A worker that can be stopped more than once. */
const aWorkerOf = async ({ bundle, cores }: Runs, place: Place) => {
  const typesetter = createTypesetter()
  const worker = await startWorker({
    ...place,
    typesetter,
    bundle,
    ...defined({ cores }),
    log: pino({ level: 'silent' }),
    store: createFolderStore({ folder: join(tmpdir(), 'cornerstone-builds') }),
  })
  let isRunning = true
  const stop = async (): Promise<void> => {
    if (!isRunning) return
    isRunning = false
    await worker.stop()
    await typesetter.close()
  }
  return { stop }
}

/** A programme whose one worker runs a changed build. */
export const aProgrammeOn = async (changes: readonly SourceChange[], title: string) => {
  const programme = await aProgramme(title)
  const build = await aBuild(changes)
  const workers = await buildsBeside(programme, programme.taskQueue)
  await workers.aWorkerOf(build)
  return {
    programme,
    livedOn: workers.livedOn,
    close: async () => {
      await workers.close()
      await build.remove()
      await programme.close()
    },
  }
}

const nominated = async (
  door: TemporalDoor,
  { base, ...facts }: { base: string; cluster: string; namespace: string },
): Promise<string> => {
  const reply = await door.send(nominating(base, facts), { id: aCommandId(), actor: holderOf('PM') })
  if (reply.kind !== 'accepted') throw new Error(`${base} was not nominated: ${JSON.stringify(reply)}`)
  return base
}

const nominating = (base: string, { cluster, namespace }: { cluster: string; namespace: string }) => {
  const facts = { ...nomination.cluster, cluster, overlaps: [] }
  const windowEnds = new Date(deadlineIn(60 * 24 * 3600 * 1000)).toISOString()
  const start = {
    type: 'cooperationBase',
    input: { base, place: { country: 'CN', zone: 'Asia/Shanghai' }, procedure: 'full' as const },
    summary: base,
  }
  const command = { ...nomination, windowEnds, cluster: facts }
  return { namespace, workflow: baseWorkflowId(base), update: 'nominate', command, start }
}

/** The builds on which the runs of a base were, one after the other, and how many workflow tasks failed in them. */
const livedOn = async ({ workflow }: Client, base: string) => {
  const runs: { readonly build: string; readonly failed: number }[] = []
  let runId: string | undefined
  do {
    const handle = workflow.getHandle(baseWorkflowId(base), runId)
    const { raw } = await handle.describe()
    const { events } = await handle.fetchHistory()
    runs.unshift({
      build: raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? '',
      failed: (events ?? []).filter((event) => event.workflowTaskFailedEventAttributes).length,
    })
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined
  } while (runId !== undefined)
  return runs
}

/** A build becomes current once its workers have been heard of, which takes the server a moment. */
const untilMade = async (make: () => Promise<void>): Promise<void> => {
  const giveUp = performance.now() + 30_000
  for (;;) {
    const made = await make().then(
      () => true,
      () => false,
    )
    if (made) return
    if (performance.now() > giveUp) return await make()
  }
}
