import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { now } from '../clock/machine-clock.js'
import { decreesIn } from '../activities/calendar-decrees.js'
import { userCacheFolder } from '../config/places.js'
import { workerConfig } from '../config/processes.js'
import { temporalGreeting } from '../config/temporal-reach.js'
import { connect } from '../db/connect.js'
import { holdInstallationKeys, installationKeys } from '../db/seals/installation-key.js'
import { sealWhatLiesOpen } from '../db/writes/seal-people.js'
import { seedProcedures } from '../db/writes/procedures.js'
import { createTypesetter } from '../documents/typesetter.js'
import { procedures } from '../domain/gicc/procedures.js'
import { workflowBundle } from './bundle.js'
import { startSequencer } from './checkpoints/sequencer.js'
import { signingKeys } from './checkpoints/signing-key.js'
import { startWitnesses, witnessesFrom } from './checkpoints/submit-to-witnesses.js'
import { paperSeal } from './paper-seal.js'
import { documentStore } from './document-store.js'
import { createLog } from './log.js'
import { runProcess, type Keep } from './run-process.js'
import { installRuntime } from './temporal-runtime.js'
import { createExhibitFolder } from '../exhibits/folder-store.js'
import { startWorker } from './wiring.js'
import { compareHourly } from './witness/hourly.js'

const holidays = fileURLToPath(new URL('../data/holidays', import.meta.url))

/**
 * The worker process: decides with the workflows, records, and makes papers. Tells a parent process `{ ready: true }` once
 * it asks for work. Letters leave through a process of their own (send-letters.ts).
 */
await runProcess(work)

async function work(keep: Keep): Promise<void> {
  const config = workerConfig()
  const log = createLog({ name: 'worker', level: config.LOG_LEVEL })
  const signers = signingKeys(config)
  holdInstallationKeys(installationKeys(config))
  installRuntime(log)
  const db = connect(config.DATABASE_URL)
  keep(() => db.destroy())
  const [bundle] = await Promise.all([
    workflowBundle({ cacheFolder: join(userCacheFolder(), 'bundles') }),
    // Also here, so that a database whose migrations ran without it is served too.
    seedProcedures(db, { procedures, at: now() }),
    sealWhatLiesOpen(db),
  ])
  const typesetter = createTypesetter()
  keep(() => typesetter.close())
  const seal = await paperSeal(config)
  const { store, close } = await documentStore(config)
  keep(close)
  const sequencer = connect(config.SEQUENCER_DATABASE_URL, { max: 2, name: 'cornerstone sequencer' })
  keep(() => sequencer.destroy())
  keep(startSequencer({ db: sequencer, signers, log, databaseUrl: config.SEQUENCER_DATABASE_URL }).stop)
  keep(startWitnesses({ db, witnesses: witnessesFrom(config), log }).stop)
  const greeting = temporalGreeting(config)
  const rehearsals = config.TEMPORAL_REHEARSAL_NAMESPACE
  const worker = await startWorker({
    db,
    store,
    exhibits: config.EXHIBIT_STORE && createExhibitFolder(config.EXHIBIT_STORE.folder),
    typesetter,
    seal,
    bundle,
    log,
    decrees: decreesIn(holidays),
    temporalAddress: config.TEMPORAL_ADDRESS,
    greeting,
    namespaces: [config.TEMPORAL_NAMESPACE, ...(rehearsals === undefined ? [] : [rehearsals])],
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    build: config.WORKER_BUILD,
  })
  keep(worker.stop)
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: taskQueue } = config
  await compareHourly({ address, greeting, namespace, taskQueue })
  process.send?.({ ready: true })
  await worker.ended
}
