import process from 'node:process'
import { NativeConnection } from '@temporalio/worker'
import { workerConfig } from '../config/processes.js'
import { makeCurrent } from './builds.js'

/** The last step of a release: has new runs begin on the build that WORKER_BUILD names, in every namespace. */
const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_REHEARSAL_NAMESPACE, WORKER_BUILD } = workerConfig()
if (WORKER_BUILD === undefined) throw new Error('Set WORKER_BUILD to the build whose workers ask for work by now.')
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS })
for (const namespace of [TEMPORAL_NAMESPACE, TEMPORAL_REHEARSAL_NAMESPACE])
  if (namespace !== undefined) await makeCurrent({ connection, namespace, build: WORKER_BUILD })
await connection.close()
process.stdout.write(`New runs begin on build ${WORKER_BUILD}.\n`)
