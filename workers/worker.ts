import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { decreesIn } from '../activities/calendar-decrees.js'
import { userCacheFolder } from '../config/places.js'
import { workerConfig } from '../config/processes.js'
import { connect } from '../db/connect.js'
import { seedProcedures } from '../db/writes/procedures.js'
import { createTypesetter } from '../documents/typesetter.js'
import { procedures } from '../domain/procedures/index.js'
import { workflowBundle } from './bundle.js'
import { startSequencer } from './checkpoints/sequencer.js'
import { signingKeys } from './checkpoints/signing-key.js'
import { closeWithGrace } from './close-with-grace.js'
import { documentStore } from './document-store.js'
import { createLog } from './log.js'
import { installRuntime } from './temporal-runtime.js'
import { startWorker } from './wiring.js'

/**
 * The worker process: decides with the workflows, records, and makes papers. Tells a parent process `{ ready: true }` once
 * it asks for work. Letters leave through a process of their own (send-letters.ts).
 */
type Close = () => Promise<void>
const holidays = fileURLToPath(new URL('../data/holidays', import.meta.url))
/** What runs, in the order in which it was started; it ends in the opposite one. */
const opened: Close[] = []

const leave = closeWithGrace({
  say: (line) => process.stderr.write(`${line}\n`),
  patienceMs: 14_000,
  endWithParent: true,
  close: async () => {
    for (const close of [...opened].reverse()) await close()
  },
})

try {
  await work()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await leave(1)
}

async function work(): Promise<void> {
  const config = workerConfig()
  const log = createLog({ name: 'worker', level: config.LOG_LEVEL })
  const signers = signingKeys(config)
  installRuntime(log)
  const db = keep(connect(config.DATABASE_URL), (it) => it.destroy())
  const [bundle] = await Promise.all([
    workflowBundle({ cacheFolder: join(userCacheFolder(), 'bundles') }),
    // Also here, so that a database whose migrations ran without it is served too.
    seedProcedures(db, procedures),
  ])
  const typesetter = keep(createTypesetter(), (it) => it.close())
  const { store, close } = documentStore(config)
  opened.push(async () => close())
  opened.push(startSequencer({ db, signers, log, databaseUrl: config.DATABASE_URL }).stop)
  const rehearsals = config.TEMPORAL_REHEARSAL_NAMESPACE
  const worker = await startWorker({
    ...{ db, store, typesetter, bundle, log, decrees: decreesIn(holidays) },
    temporalAddress: config.TEMPORAL_ADDRESS,
    namespaces: [config.TEMPORAL_NAMESPACE, ...(rehearsals === undefined ? [] : [rehearsals])],
    taskQueue: config.TEMPORAL_TASK_QUEUE,
  })
  opened.push(worker.stop)
  process.send?.({ ready: true })
  await worker.ended
}

function keep<T>(thing: T, close: (thing: T) => Promise<void>): T {
  opened.push(() => close(thing))
  return thing
}
