import process from 'node:process'
import { NativeConnection } from '@temporalio/worker'
import { workerConfig } from '../config/processes.js'
import { temporalGreeting } from '../config/temporal-reach.js'
import { buildsInUse, makeCurrent } from './builds.js'
import { runCommand } from './run-command.js'

/**
 * The last step of a release: has new runs begin on the build that WORKER_BUILD names, in every namespace, and says which builds
 * still have runs. Harmless to repeat; ends with 1 and says why where it cannot.
 */
await runCommand(makeBuildCurrent)

async function makeBuildCurrent(): Promise<void> {
  const config = workerConfig()
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_REHEARSAL_NAMESPACE, WORKER_BUILD: build } = config
  if (build === undefined) throw new Error('Set WORKER_BUILD to the build whose workers ask for work by now.')
  const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS, ...temporalGreeting(config) })
  try {
    for (const namespace of [TEMPORAL_NAMESPACE, TEMPORAL_REHEARSAL_NAMESPACE]) {
      if (namespace === undefined) continue
      await makeCurrent({ connection, namespace, build })
      say(`New runs of ${namespace} begin on build ${build}.`)
      for (const { build: name, isCurrent, runs } of await buildsInUse({ connection, namespace }))
        say(`  ${name}${isCurrent ? ', the current one' : ''}: ${runs} runs`)
    }
  } finally {
    await connection.close()
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
