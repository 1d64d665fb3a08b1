/**
 * A worker process that stops right after `record` has committed a certain command, or when it begins a paper: it kills
 * itself, or tells its parent and waits. What a test does meanwhile falls into the one moment in which the database knows and Temporal does
 * not.
 */
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NativeConnection, Worker } from '@temporalio/worker'
import { z } from 'zod'
import { createPrepare, createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import { connect } from '../../db/connect.js'
import { workflowBundle } from '../../workers/bundle.js'
import { cores } from '../../workers/cores.js'
import './hold-keys.js'

const { databaseUrl, address, namespace, taskQueue, stopOn, then } = z
  .object({
    databaseUrl: z.string(),
    address: z.string(),
    namespace: z.string(),
    taskQueue: z.string(),
    stopOn: z.string(),
    then: z.enum(['die', 'wait']),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

const db = connect(databaseUrl)
const rulesOf = createRulesOf({ db, decrees: [] })
const record = createRecord({ db, cores, rulesOf, onDefect: () => undefined })
let stopped = false
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  taskQueue,
  workflowBundle: await workflowBundle({ cacheFolder: join(tmpdir(), 'cornerstone-test-bundles') }),
  stickyQueueScheduleToStartTimeout: '1s',
  activities: {
    prepare: createPrepare({ rulesOf, cores }),
    makeDocuments: () => {
      if (stopOn === 'paper') process.kill(process.pid, 'SIGKILL')
      return []
    },
    record: async (request: Parameters<typeof record>[0]) => {
      const result = await record(request)
      if (request.id !== stopOn || stopped) return result
      stopped = true
      if (then === 'die') process.kill(process.pid, 'SIGKILL')
      process.send?.('recorded')
      await once(process, 'message')
      return result
    },
  },
})
process.send?.('ready')
await worker.run()
