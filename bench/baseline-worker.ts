import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { sql } from 'kysely'
import { connect } from '../db/connect.js'
import { kept } from '../db/kept-statements.js'
import { baselineQueue } from './baseline-queue.js'

/**
 * The worker of the two baselines, a process of its own like the one that decides, with the same sizes (workers/wiring.ts).
 * Arguments: address and namespace of the Temporal server, and the database. Ends with the process that started it.
 */
const [address = '', namespace = '', database = ''] = process.argv.slice(2)
const db = connect(database, { max: 2 })
/** One commit that waits for the disk, and leaves nothing behind in any table. */
const commit = async (): Promise<void> => {
  await sql`${kept} select pg_logical_emit_message(true, 'bench', 'written')`.execute(db)
}
const logger = new DefaultLogger('WARN')
Runtime.install({ logger, shutdownSignals: [] })
const connection = await NativeConnection.connect({ address })
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue: baselineQueue,
  workflowsPath: fileURLToPath(new URL('./workflows.ts', import.meta.url)),
  activities: { nothing: async () => undefined, commit },
  maxCachedWorkflows: 500,
  workflowThreadPoolSize: 1,
  stickyQueueScheduleToStartTimeout: '2s',
  shutdownGraceTime: '1s',
  shutdownForceTime: '3s',
})
process.once('disconnect', () => worker.shutdown())
process.once('SIGTERM', () => worker.shutdown())
const running = worker.run()
process.send?.({ ready: true })
await running
await connection.close()
await db.destroy()
process.exit(0)
