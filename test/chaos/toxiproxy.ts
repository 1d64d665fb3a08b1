import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { programOnPath, userCacheFolder } from '../../config/places.js'
import { freePorts } from '../../workers/embedded/ports.js'
import { endProcess, waitUntil } from '../../workers/embedded/running-process.js'
import { withoutOurs } from '../support/a-stack.js'
import type { Chance } from './chance.js'
import { defined } from '../../domain/values/defined.js'

/** Between whom a line can be disturbed. */
export const pairs = ['api-database', 'worker-database', 'api-temporal', 'worker-temporal', 'relay-mail'] as const
export type Pair = (typeof pairs)[number]

/** What can be done to a line, each with the numbers it takes. */
export interface Toxic {
  readonly type: 'latency' | 'reset_peer' | 'timeout' | 'limit_data' | 'slicer'
  readonly attributes: Readonly<Record<string, number>>
}

/** A network in which every line goes through a proxy that can be told to misbehave. */
export interface Network {
  /** Where a pair finds each other: the port that stands for the other one. */
  readonly through: (pair: Pair, port: number) => Promise<number>
  readonly disturb: (pair: Pair, toxic: Toxic) => Promise<void>
  /** Takes every toxic off a line. */
  readonly clear: (pair: Pair) => Promise<void>
  readonly close: () => Promise<void>
}

const version = '2.5.0'

/** A toxic of some kind with numbers by chance. Milliseconds and bytes. */
export const someToxic = (chance: Chance): Toxic =>
  chance.pick<Toxic>([
    { type: 'latency', attributes: { latency: 300 + chance.below(1_700), jitter: chance.below(300) } },
    { type: 'reset_peer', attributes: { timeout: chance.below(500) } },
    { type: 'timeout', attributes: { timeout: chance.below(2) * 1_500 } },
    { type: 'limit_data', attributes: { bytes: 500 + chance.below(20_000) } },
    { type: 'slicer', attributes: { average_size: 40 + chance.below(100), size_variation: 20, delay: 1_000 } },
  ])

/** Starts the proxies, built once with Go into the cache of the user; or says why there are none. */
export const startNetwork = async (): Promise<Network | string> => {
  const program = await obtain()
  if (!existsSync(program)) return program
  const [port = 0] = await freePorts(1)
  const child = spawn(program, ['-host', '127.0.0.1', '-port', String(port)], { detached: true, stdio: 'ignore' })
  const ask = asking(`http://127.0.0.1:${port}`)
  const close = () => endProcess(child.pid ?? 0, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 5_000 })
  const isUp = await waitUntil(() => ask('/version').then(Boolean, () => false), 10_000)
  if (!isUp) {
    await close()
    return 'toxiproxy did not start'
  }
  return {
    through: async (pair, upstream) => {
      const [listen = 0] = await freePorts(1)
      await ask('/proxies', {
        name: pair,
        listen: `127.0.0.1:${listen}`,
        upstream: `127.0.0.1:${upstream}`,
        enabled: true,
      })
      return listen
    },
    disturb: async (pair, { type, attributes }) => {
      // An answer that never comes and a wish that never arrives are two things; both lines of a pair are taken.
      for (const stream of ['upstream', 'downstream'])
        await ask(`/proxies/${pair}/toxics`, { name: `${type}-${stream}`, type, stream, toxicity: 1, attributes })
    },
    clear: async (pair) => {
      for (const name of namesIn(await ask(`/proxies/${pair}/toxics`)))
        await ask(`/proxies/${pair}/toxics/${name}`, undefined, 'DELETE')
    },
    close,
  }
}

/** The path of the program, or a sentence that says why it is not to be had. */
const obtain = async (): Promise<string> => {
  const program = join(userCacheFolder(), `toxiproxy-${version}`, 'server')
  if (existsSync(program)) return program
  const go = programOnPath('go') ?? ['/usr/local/go/bin/go', '/opt/homebrew/bin/go'].find((path) => existsSync(path))
  if (go === undefined) return 'there is no Go to build toxiproxy with'
  mkdirSync(join(userCacheFolder(), `toxiproxy-${version}`), { recursive: true })
  const folder = mkdtempSync(join(userCacheFolder(), 'build-'))
  try {
    const wanted = `github.com/Shopify/toxiproxy/v2/cmd/server@v${version}`
    const env = withoutOurs({ GOBIN: folder, CGO_ENABLED: '0' })
    await promisify(execFile)(go, ['install', wanted], { cwd: folder, env, timeout: 300_000 })
    renameSync(join(folder, 'server'), program)
    return program
  } catch (error) {
    return `toxiproxy could not be built: ${String(error).slice(0, 200)}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asking =
  (address: string) =>
  async (...[path, body, method = body === undefined ? 'GET' : 'POST']: readonly [string, unknown?, string?]) => {
    const response = await fetch(new URL(path, address), {
      method,
      ...defined({ body: body === undefined ? undefined : JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`toxiproxy answered ${response.status} to ${path}: ${text}`)
    return text
  }

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name)

/** Whether we may arrange things only the owner of the machine may. */
export const isRoot = (): boolean => process.getuid?.() === 0
