import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { freePorts, isFree } from './ports.js'
import { commandLineOf, endProcess, isAlive, lastLines, waitUntil, watchEnd } from './running-process.js'
import type { Say } from './running-process.js'
import { ensureNamespaces, serverVersion } from './temporal-namespaces.js'
import type { TemporalProgram } from './obtain-temporal.js'
import {
  dynamicSettings,
  dynamicSettingsFile,
  oneMachine,
  serverSettings,
  serverSettingsFile,
  temporalDatabase,
} from './temporal-settings.js'
import type { TemporalPorts } from './temporal-settings.js'

/** A running Temporal server whose namespaces take work. */
export interface EmbeddedTemporal {
  readonly address: string
  readonly version: string
  readonly pid: number
  /** True when a server left over from a killed supervisor was found running and taken over. */
  readonly reused: boolean
  /** Resolves when the server ends without having been asked to. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export interface TemporalOptions {
  readonly program: TemporalProgram
  readonly folder: string
  readonly namespace: string
  /** Time may be bent in this namespace only; absent, nowhere. */
  readonly rehearsalNamespace?: string | undefined
  /** For tests only: nothing is flushed to disk, so a power cut would lose the file. */
  readonly fast?: boolean
  readonly say: Say
}

/**
 * Starts a Temporal server that keeps everything in one file of that folder, or takes over the one that already runs on
 * it. The ports of the last time are used again when they are free: the server's services look for each other under those
 * they knew, and with others the start takes ten seconds longer.
 */
export async function startTemporal(options: TemporalOptions): Promise<EmbeddedTemporal> {
  mkdirSync(options.folder, { recursive: true })
  const folder = realpathSync(options.folder)
  const namespaces = [
    options.namespace,
    ...(options.rehearsalNamespace === undefined ? [] : [options.rehearsalNamespace]),
  ]
  const orphan = await runningServer(folder)
  if (orphan !== undefined) {
    options.say(`The Temporal server was still running on this data folder (process ${orphan.pid}); it is used again.`)
    await ensureNamespaces(orphan.address, namespaces)
    return describe({ ...orphan, folder, reused: true })
  }
  const ports = await choosePorts(folder)
  const child = launch({ ...options, folder }, ports)
  writeFileSync(join(folder, stateFile), JSON.stringify({ pid: child.pid, ports }), { mode: 0o600 })
  const address = `127.0.0.1:${ports.frontend}`
  const version = await untilReady({ child, address, folder })
  await ensureNamespaces(address, namespaces)
  return describe({ pid: child.pid ?? 0, address, version, folder, reused: false, child })
}

const stateFile = 'running.json'
const logFile = 'temporal.log'

const port = z.number().int().min(1).max(65535)
const services = { frontend: port, history: port, matching: port, worker: port }
const State = z.object({ pid: z.number().int(), ports: z.object({ ...services, membership: z.object(services) }) })

function lastState(folder: string): z.infer<typeof State> | undefined {
  try {
    return State.parse(JSON.parse(readFileSync(join(folder, stateFile), 'utf8')))
  } catch {
    return undefined
  }
}

async function runningServer(folder: string): Promise<Omit<Running, 'folder' | 'reused'> | undefined> {
  const pid = await runningTemporal(folder)
  const state = lastState(folder)
  if (pid === undefined || state === undefined) return undefined
  const address = `127.0.0.1:${state.ports.frontend}`
  const version = await serverVersion(address, 10_000)
  return version === undefined ? undefined : { pid, address, version }
}

/** The process of the server that runs on that folder now; undefined where none does. */
export async function runningTemporal(folder: string): Promise<number | undefined> {
  const state = lastState(folder)
  if (state === undefined || !(await isAlive(state.pid))) return undefined
  // A process number can have passed to somebody else; ours names our folder in its command line.
  return (await commandLineOf(state.pid)).includes(realpathSync(folder)) ? state.pid : undefined
}

async function choosePorts(folder: string): Promise<TemporalPorts> {
  const before = lastState(folder)?.ports
  if (before !== undefined) {
    const { membership, ...calls } = before
    const all = [...Object.values(calls), ...Object.values(membership)]
    const areFree = async () => (await Promise.all(all.map((number) => isFree(number)))).every(Boolean)
    // The threads of a server that was killed hold its ports a moment longer than it seems to live.
    if (await waitUntil(areFree, 3_000)) return before
  }
  const [frontend = 0, history = 0, matching = 0, worker = 0, ...rest] = await freePorts(8)
  const [f = 0, h = 0, m = 0, w = 0] = rest
  return { frontend, history, matching, worker, membership: { frontend: f, history: h, matching: m, worker: w } }
}

function launch(options: TemporalOptions, ports: TemporalPorts): ChildProcess {
  const { folder, program, fast = false, rehearsalNamespace } = options
  const write = (name: string, content: object) =>
    writeFileSync(join(folder, name), JSON.stringify(content, null, 2), { mode: 0o600 })
  write(serverSettingsFile, serverSettings({ ports, fast }))
  write(dynamicSettingsFile, dynamicSettings(rehearsalNamespace))
  const log = openSync(join(folder, logFile), 'w', 0o600)
  // The server gets a process group of its own, so that Ctrl-C reaches the supervisor first and the order is kept.
  const child = spawn(program.path, argumentsFor(options, ports), {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

function argumentsFor(
  { program, folder, rehearsalNamespace }: TemporalOptions,
  ports: TemporalPorts,
): readonly string[] {
  if (program.form === 'server') return ['--config-file', join(folder, serverSettingsFile), '--allow-no-auth', 'start']
  const rehearsing = { 'frontend.WorkflowTimeSkippingEnabled': rehearsalNamespace !== undefined }
  return [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--port',
    String(ports.frontend),
    '--db-filename',
    join(folder, temporalDatabase),
    '--log-level',
    'warn',
    ...Object.entries({ ...oneMachine, ...rehearsing }).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  ]
}

interface Starting {
  readonly child: ChildProcess
  readonly address: string
  readonly folder: string
}

async function untilReady({ child, address, folder }: Starting): Promise<string> {
  let failed = ''
  let version: string | undefined
  child.once('error', (error) => (failed = error.message))
  const hasEnded = () => failed !== '' || child.exitCode !== null || child.signalCode !== null
  await waitUntil(async () => {
    version = await serverVersion(address, 1_000)
    return version !== undefined || hasEnded()
  }, 60_000)
  if (version !== undefined && !hasEnded()) return version
  if (child.pid !== undefined) await endProcess(child.pid, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 5_000 })
  const log = join(folder, logFile)
  throw new Error(
    `The Temporal server did not start on ${address}. ${failed}\nThe end of ${log}:\n${await lastLines(log)}`,
  )
}

interface Running {
  readonly pid: number
  readonly address: string
  readonly version: string
  readonly folder: string
  readonly reused: boolean
  readonly child?: ChildProcess
}

function describe({ pid, address, version, reused, child }: Running): EmbeddedTemporal {
  const watch = watchEnd(pid, child)
  return {
    address,
    version,
    pid,
    reused,
    ended: watch.ended,
    stop: () => {
      watch.expect()
      return endProcess(pid, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 20_000 })
    },
  }
}
