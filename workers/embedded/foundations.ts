import { join } from 'node:path'
import type { SupervisorConfig } from '../../config/processes.js'
import { keepRunning } from './keep-running.js'
import type { Narrator } from './narrator.js'
import { checkFoundServer, obtainTemporalServer, refuseUnlessTimeSkips } from './obtain-temporal.js'
import { startPostgres } from './postgres.js'
import { ensureNamespaces } from './temporal-namespaces.js'
import { startTemporal } from './temporal.js'
import { defined } from '../../domain/values/defined.js'

export interface Foundation {
  readonly config: SupervisorConfig
  readonly data: string
  readonly tell: Narrator
}

export interface RunningDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly sequencerUrl: string
  readonly stop: () => Promise<void>
}

/** The database that was named, or the embedded one, kept running. */
export async function database({ config, data, tell }: Foundation): Promise<RunningDatabase> {
  if (config.DATABASE_URL !== undefined) {
    const appUrl = config.DATABASE_URL
    const sequencerUrl = config.SEQUENCER_DATABASE_URL ?? appUrl
    return { ownerUrl: config.DATABASE_OWNER_URL ?? appUrl, appUrl, sequencerUrl, stop: nothingToStop }
  }
  let port: number | undefined
  const kept = await keepRunning(
    async () => {
      const postgres = await startPostgres({
        folder: join(data, 'postgres'),
        say: tell.say,
        ...defined({ port: port ? port : undefined }),
      })
      port = postgres.port
      return postgres
    },
    { title: 'database', say: tell.say },
  )
  const { ownerUrl, appUrl, sequencerUrl } = kept.first
  return { ownerUrl, appUrl, sequencerUrl, stop: kept.stop }
}

/** The Temporal server that was named, or one started here and kept running on the same ports. */
export async function temporal(
  foundation: Foundation,
): Promise<{ readonly address: string; readonly version: string; readonly stop: () => Promise<void> }> {
  const { config, data, tell } = foundation
  const [namespace, rehearsalNamespace] = [config.TEMPORAL_NAMESPACE, config.TEMPORAL_REHEARSAL_NAMESPACE]
  if (config.TEMPORAL_ADDRESS !== undefined) {
    const address = config.TEMPORAL_ADDRESS
    const version = await checkFoundServer(address)
    await ensureNamespaces(address, rehearsalNamespace === undefined ? [namespace] : [namespace, rehearsalNamespace])
    if (rehearsalNamespace !== undefined) await refuseUnlessTimeSkips(address, rehearsalNamespace)
    return { address, version, stop: nothingToStop }
  }
  const program = await obtainTemporalServer({ say: tell.say, progress: tell.progress })
  const folder = join(data, 'temporal')
  const kept = await keepRunning(
    () => startTemporal({ program, folder, namespace, rehearsalNamespace, say: tell.say }),
    { title: 'Temporal server', say: tell.say },
  )
  return { address: kept.first.address, version: kept.first.version, stop: kept.stop }
}

const nothingToStop = (): Promise<void> => Promise.resolve()
