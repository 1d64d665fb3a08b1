import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { programOnPath, userCacheFolder } from '../../config/places.js'
import { buildTemporal, builtProgram } from './build-temporal.js'
import { downloadTemporal } from './download-temporal.js'
import type { Say } from './running-process.js'
import { isRecentEnough, oldestServer, serverVersion, skipsTime } from './temporal-namespaces.js'
import type { Progress } from './progress.js'

/** A server program on this machine: the official `server`, or the `temporal` command line that carries one. */
export interface TemporalProgram {
  readonly form: 'server' | 'cli'
  readonly path: string
  readonly version: string
}

export interface ObtainOptions {
  readonly say: Say
  readonly progress?: Progress
  /** Per user and outside every checkout, so that the second clone starts in seconds. */
  readonly cache?: string
}

/**
 * Finds a Temporal server program, or gets one: on the PATH, in the per-user cache, by the download of the SDK's testing
 * package, by building the official server with Go. What is old is passed over, and that is said. The cache is asked
 * before the network, so that only the first start is long. Refuses with all four ways named.
 */
export async function obtainTemporalServer({
  say,
  progress = () => undefined,
  cache = userCacheFolder(),
}: ObtainOptions): Promise<TemporalProgram> {
  const onPath = ['temporal', 'temporal-server'].flatMap((name) => programOnPath(name) ?? [])
  for (const path of [...onPath, builtProgram(cache), join(cache, 'temporal-downloaded')]) {
    const program = inspect(path)
    if (program === undefined) continue
    if (isRecentEnough(program.version)) return program
    say(`${path} is a Temporal server ${program.version}; ${oldestServer} or newer is needed, so it is passed over.`)
  }
  const downloaded = await downloadTemporal({
    cache,
    say,
    fits: (path) => isRecentEnough(inspect(path)?.version ?? '0'),
  })
  const built = downloaded ?? (await buildTemporal({ cache, say, progress }))
  const program = built === undefined ? undefined : inspect(built)
  if (program === undefined) throw new Error(noneFound)
  return program
}

/** The version of a server somebody named. Refuses, in words, one that does not answer or is too old. */
export async function checkFoundServer(address: string): Promise<string> {
  const version = await serverVersion(address, 5_000)
  if (version === undefined) {
    throw new Error(
      `TEMPORAL_ADDRESS is ${address}, but no Temporal server answers there. Start it, correct the address, ` +
        'or leave TEMPORAL_ADDRESS out to have one started.',
    )
  }
  if (isRecentEnough(version)) return version
  throw new Error(
    `The Temporal server at ${address} is version ${version}; ${oldestServer} or newer is needed. ` +
      'Bring it up to date, or leave TEMPORAL_ADDRESS out to have one started.',
  )
}

/** Refuses, in words, a server in whose rehearsal namespace time cannot be skipped. */
export async function refuseUnlessTimeSkips(address: string, rehearsalNamespace: string): Promise<void> {
  if (await skipsTime(address, rehearsalNamespace)) return
  throw new Error(
    `The Temporal server at ${address} does not skip time in the namespace ${rehearsalNamespace}. ` +
      'Set frontend.WorkflowTimeSkippingEnabled to true for it in the dynamic configuration of that server, ' +
      'or leave TEMPORAL_ADDRESS out to have one started.',
  )
}

/** "temporal version 1.5.1 (Server 1.29.1, UI 2.45.0)" is a command line; "temporal version 1.32.1" is the server itself. */
function inspect(path: string): TemporalProgram | undefined {
  if (!existsSync(path)) return undefined
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  const carried = /\(Server (\d+\.\d+\.\d+)/i.exec(answer.stdout ?? '')?.[1]
  if (carried !== undefined) return { form: 'cli', path, version: carried }
  const own = /version v?(\d+\.\d+\.\d+)/i.exec(answer.stdout ?? '')?.[1]
  return own === undefined ? undefined : { form: 'server', path, version: own }
}

const noneFound = [
  `No Temporal server ${oldestServer} or newer was found or could be had. Any one of these four helps:`,
  '  1. set TEMPORAL_ADDRESS to a server that runs, such as 127.0.0.1:7233;',
  '  2. put a program named temporal or temporal-server on the PATH;',
  '  3. let this machine reach temporal.download, from which the Temporal SDK fetches one;',
  '  4. install Go 1.26 (https://go.dev/dl), with which the official server is built once, in about five minutes.',
].join('\n')
