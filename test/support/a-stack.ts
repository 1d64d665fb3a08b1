import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { childEnvironment } from '../../config/places.js'
import { runningOn, type RunningState } from '../../workers/embedded/data-folder.js'
import { freePorts } from '../../workers/embedded/ports.js'
import { passwordsIn, postgresUrl, roleNames } from '../../workers/embedded/postgres-roles.js'
import { commandLineOf, endProcess, isAlive } from '../../workers/embedded/running-process.js'
import { askerAt, type Asker } from './an-asker.js'
import { answersFor } from './filling.js'
import { theCli, theProgram } from './the-cli.js'

/** How a command of the command line ended. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly said: string
}

/** A whole installation as `npm start` brings it up, on a data folder of its own. */
export interface Stack extends Asker {
  readonly url: string
  readonly data: string
  readonly state: RunningState
  /** The database, for reading only. */
  readonly readerUrl: string
  /** The database as the role that owns it: for those who do harm. */
  readonly ownerUrl: string
  /** What the supervisor has said so far. */
  readonly said: () => string
  readonly pidOf: (part: Part) => Promise<number>
  /** Runs the command line on this installation. */
  readonly cli: (...args: readonly string[]) => Promise<Ended>
  /** As Ctrl-C does: everything ends in order, the data stay. Gives the exit code. */
  readonly stop: () => Promise<number | null>
  /** Stops and removes the data. */
  readonly remove: () => Promise<void>
}
export type Part = 'supervisor' | 'worker' | 'relay' | 'api' | 'database' | 'temporal'

/** Starts the real stack as a child process and waits until it can work. Share one per test file. */
export const aStack = async ({ data, apiPort }: { data?: string; apiPort?: number } = {}): Promise<Stack> => {
  const folder = data ?? (await aDataFolder())
  const supervisor = await startSupervisor(folder, apiPort)
  const state = await untilReady(supervisor, folder).catch(async (error: unknown) => {
    if (data === undefined) await rm(folder, { recursive: true, force: true })
    throw error
  })
  const stop = () => ended(supervisor.child)
  const asker = askerAt(state.api)
  return {
    ...asker,
    url: state.api,
    data: folder,
    state,
    readerUrl: urlFor('reader', { folder, state }),
    said: supervisor.said,
    stop,
    ownerUrl: urlFor('owner', { folder, state }),
    pidOf: (part) => pidOf(part, { folder, supervisor: state.pid }),
    cli: async (...args) =>
      runCli(await filledInto(folder, { args, filler: asker.filler }), { CORNERSTONE_DATA: folder }),
    remove: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A fresh data folder that the database's user may pass through. */
export const aDataFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-journey-'))
  await chmod(folder, 0o711)
  return folder
}

export interface Supervisor {
  readonly child: ChildProcess
  readonly said: () => string
}

/** Starts `workers/start.ts` as `npm start` does, without waiting for it. */
export const startSupervisor = async (data: string, apiPort?: number): Promise<Supervisor> => {
  const [api = 0, mailbox = 0] = await freePorts(2)
  const child = spawn(process.execPath, [...theProgram('start'), '--quiet'], {
    env: withoutOurs({
      CORNERSTONE_DATA: data,
      API_PORT: String(apiPort ?? api),
      MAILBOX_SMTP_PORT: String(mailbox),
      LOG_LEVEL: 'warn',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, said: () => text }
}

/** Waits until a process has ended, asking it to where it runs. Gives its exit code. */
export const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const over = new Promise((tell) => child.once('exit', tell))
    child.kill('SIGCONT') // A test may have put it to sleep.
    await endProcess(child.pid, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 60_000 })
    await over
  }
  return child.exitCode
}

/** Runs the command line as a person would. */
export const runCli = (args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((tell) => {
    const command = [...theCli(), ...args]
    const options = { env: withoutOurs(settings), maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, command, options, (error, out, said) =>
      tell({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, said }),
    )
  })

/** Our environment without what would lead the programme elsewhere, and without Jest's own. */
export const withoutOurs = (settings: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const elsewhere = [
    'MODE',
    'DATABASE_URL',
    'SEQUENCER_DATABASE_URL',
    'DATABASE_OWNER_URL',
    'TEMPORAL_ADDRESS',
    'CORNERSTONE_API_URL',
  ]
  const ours = [...elsewhere, 'CORNERSTONE_TOKEN', 'NODE_OPTIONS', 'NODE_ENV', 'FORCE_COLOR']
  return childEnvironment({ ...Object.fromEntries(ours.map((name) => [name, undefined])), ...settings })
}

const untilReady = async ({ child, said }: Supervisor, folder: string): Promise<RunningState> => {
  const giveUp = performance.now() + 150_000
  while (performance.now() < giveUp && child.exitCode === null && child.signalCode === null) {
    const state = runningOn(folder)
    if (state?.pid === child.pid && state !== undefined && (await hasAllParts(state.api))) return state
    await pause(50)
  }
  await ended(child)
  throw new Error(`The stack did not become ready:\n${said()}`)
}

const Ready = z.looseObject({ missing: z.array(z.string()) })

/** Whether every part is there, even where the database is older than Temporal and nothing is taken. */
const hasAllParts = (api: string): Promise<boolean> =>
  fetch(new URL('/health/ready', api), { signal: AbortSignal.timeout(3_000) }).then(
    async (answer) => Ready.safeParse(await answer.json()).data?.missing.length === 0,
    () => false,
  )

/** Whether an API says that it can work. */
export const isReady = (api: string): Promise<boolean> =>
  fetch(new URL('/health/ready', api), { signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Where the cluster of a data folder lies: elsewhere, where its system user could not enter that. */
export const postgresFolder = (folder: string): string => {
  const note = join(folder, 'postgres', 'moved-to.txt')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(folder, 'postgres')
}

const urlFor = (
  role: 'reader' | 'owner',
  { folder, state: { databaseUrl } }: { folder: string; state: RunningState },
): string => {
  const passwords = passwordsIn(join(postgresFolder(folder), 'passwords.json'))
  const port = Number(new URL(databaseUrl).port)
  return postgresUrl({ user: roleNames[role], password: passwords[role] }, { port, database: 'cornerstone' })
}

interface Place {
  readonly folder: string
  readonly supervisor: number
}

/** The process of a part that runs now; throws when there is none. */
const pidOf = async (part: Part, { folder, supervisor }: Place): Promise<number> => {
  if (part === 'supervisor') return supervisor
  const found = await lookFor(part, { folder, supervisor })
  if (found !== undefined && (await isAlive(found))) return found
  throw new Error(`No ${part} runs on ${folder}.`)
}

const lookFor = async (
  part: Exclude<Part, 'supervisor'>,
  { folder, supervisor }: Place,
): Promise<number | undefined> => {
  if (part === 'database')
    return Number((await readFile(join(postgresFolder(folder), 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
  if (part === 'temporal')
    return Number(/"pid":(\d+)/.exec(await readFile(join(folder, 'temporal', 'running.json'), 'utf8'))?.[1])
  for (const pid of await childrenOf(supervisor)) {
    if ((await commandLineOf(pid)).includes(join('programs', `${part}.mjs`)) && (await isAlive(pid))) return pid
  }
  return undefined
}

/** Children of a process, as Linux tells of them; elsewhere `ps` does. */
const childrenOf = async (parent: number): Promise<readonly number[]> => {
  const all = await readdir('/proc').catch(() => undefined)
  if (all === undefined) return childrenByPs(parent)
  const numbers = all.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0)
  const parents = await Promise.all(
    numbers.map(async (pid) =>
      /^\d+ \(.*\) \S (\d+)/s.exec(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
    ),
  )
  return numbers.filter((_, index) => Number(parents[index]?.[1]) === parent)
}

const childrenByPs = (parent: number): readonly number[] => {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/).map(Number))
  return rows.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []))
}

/** What is typed to decide a step, with a file of invented answers where the step has a form and no other file is named. */
const filledInto = async (
  folder: string,
  { args, filler }: { readonly args: readonly string[]; readonly filler: Asker['filler'] },
): Promise<readonly string[]> => {
  const [verb, base = '', step = '', option = ''] = args
  const isDeciding = verb === 'decide' || verb === 'enter-paper'
  const answers = isDeciding && !args.includes('--file') ? answersFor(step, { option }) : undefined
  const as = args[args.indexOf('--as') + 1]
  if (answers === undefined || as === undefined) return args
  const form = await filler.provenBy({ base, as, answers })
  if (form === undefined) return args
  const file = join(folder, `form-${step}-${option}.json`)
  writeFileSync(file, JSON.stringify(form))
  return [...args, '--file', file]
}
