import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import process from 'node:process'
import pc from 'picocolors'
import { z } from 'zod'
import { now } from '../clock/machine-clock.js'
import { childEnvironment } from '../config/places.js'
import { supervisorConfig } from '../config/processes.js'
import type { SupervisorConfig } from '../config/processes.js'
import { closeWithGrace } from './close-with-grace.js'
import {
  apiEnvironment,
  apiUrl,
  relayEnvironment,
  samplePlayerEnvironment,
  workerEnvironment,
} from './embedded/child-settings.js'
import type { Surroundings } from './embedded/child-settings.js'
import { compilePrograms, supervised } from './embedded/compile-programs.js'
import { startChild } from './embedded/child-process.js'
import { takeDataFolder } from './embedded/data-folder.js'
import type { DataFolder, HeldFolder } from './embedded/data-folder.js'
import { database, temporal } from './embedded/foundations.js'
import { keepRunning } from './embedded/keep-running.js'
import { narrator } from './embedded/narrator.js'
import { preferPort } from './embedded/ports.js'
import { waitUntil } from './embedded/running-process.js'
import { isPlayed, startSample } from './embedded/sample.js'
import { mustBeWhole } from './embedded/whole-folder.js'

/**
 * `npm start`: brings up the whole programme on one machine and holds it until Ctrl-C. With `--quiet` it prints only what is
 * unusual or long, on standard error; either way it tells a parent process `{ ready: true, api }`.
 */
const quiet = process.argv.includes('--quiet')
const tell = narrator({ quiet })
/** What runs, by name, and in which order it ends: those who use the others first. */
const running = new Map<string, Promise<{ readonly stop: () => Promise<void> }>>()
const order = ['sample', 'api', 'worker', 'relay', 'temporal', 'database']
let folder: DataFolder | undefined
/** What the API says of the parts, as far as it is looked at here. */
const Ready = z.looseObject({
  missing: z.array(z.string()),
  stuck: z.looseObject({ ledgerBehind: z.boolean() }),
})
const olderDatabase =
  'The database is older than Temporal, so decide nothing: stop, run `npm run -s restore -- --heal`, and start again.'
const children = {
  api: { title: 'API', environment: apiEnvironment },
  worker: { title: 'worker', environment: workerEnvironment },
  relay: { title: 'relay', environment: relayEnvironment },
} as const
type Child = keyof typeof children

/** One of each kind who works with the programme, as they stand in `data/people.json`. */
const samplePeople = [
  ['manager', 'p-pm-1'],
  ['official', 'p-C09-yueqing-lg'],
  ['expert', 'p-ex-1'],
  ['auditor', 'p-au-1'],
] as const

const leave = closeWithGrace({
  say: (line) => process.stderr.write(`${line}\n`),
  patienceMs: 60_000,
  close: async () => {
    if (running.size > 0 && !quiet) tell.say('\nStopping; press Ctrl-C again to leave at once.')
    for (const name of order) {
      const service = await running.get(name)?.catch(() => undefined)
      await service?.stop()
    }
    folder?.giveBack()
  },
})

try {
  const config = supervisorConfig()
  const taken = await takeDataFolder(resolve(config.CORNERSTONE_DATA))
  if ('heldBy' in taken) await leave(sayHeld(taken))
  else await bringUp(config, (folder = taken))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await leave(1)
}

async function bringUp(config: SupervisorConfig, { path: data, announce }: DataFolder): Promise<void> {
  mustBeWhole(data)
  if (!quiet) tell.say(pc.bold('Cornerstone, the embedded trial on one machine'))
  mkdirSync(join(data, 'documents'), { recursive: true, mode: 0o700 })
  const foundation = { config, data, tell }
  const [{ ownerUrl, appUrl, sequencerUrl }, server, program, apiPort, mailboxPort] = await Promise.all([
    tell.step('database', () => hold('database', database(foundation))),
    tell.step('Temporal server', () => hold('temporal', temporal(foundation))),
    compilePrograms({ folder: join(data, 'programs'), programs: supervised }),
    portFor('API', { wanted: config.API_PORT, host: config.API_HOST }),
    portFor('mailbox', { wanted: config.MAILBOX_SMTP_PORT ?? 4325, host: '127.0.0.1' }),
  ])
  await tell.step('migrations', () => migrateDatabase(ownerUrl))
  const temporalAddress = server.address
  const around = { config, data, databaseUrl: appUrl, sequencerUrl, temporalAddress, apiPort, mailboxPort }
  const child = childrenFrom(program, around)
  await Promise.all([
    tell.step('worker', () => hold('worker', child('worker'))),
    tell.step('relay', () => hold('relay', child('relay'))),
    tell.step('API', () => hold('api', child('api'))),
  ])
  const api = apiUrl({ config, apiPort })
  await tell.step('ready', () => untilAllWork(api))
  announce({
    api,
    mailbox: `${api}/mailbox`,
    pid: process.pid,
    temporalAddress: server.address,
    databaseUrl: Object.assign(new URL(appUrl), { password: '' }).href,
    startedAt: now(),
  })
  // One that another command starts is for that command alone.
  if (!quiet) await playSample(program('sample'), around)
  if (!quiet) banner({ api, temporalAddress: server.address, version: server.version, data })
  process.send?.({ ready: true, api })
}

function hold<S extends { readonly stop: () => Promise<void> }>(name: string, starting: Promise<S>): Promise<S> {
  running.set(name, starting)
  return starting
}

async function portFor(title: string, { wanted, host }: { wanted: number; host: string }): Promise<number> {
  const port = await preferPort(wanted, host)
  if (port !== wanted)
    tell.say(`Port ${wanted} is taken by another program, or by one that is starting; the ${title} uses ${port}.`)
  return port
}

/** Loaded only now, so that a wrong setting is told before anything of the database is read. */
async function migrateDatabase(ownerUrl: string): Promise<void> {
  const { bringUpToDate } = await import('./bring-up-to-date.js')
  const applied = await bringUpToDate(ownerUrl)
  if (applied.length > 0 && !quiet) tell.say(`${applied.length} migrations applied.`)
}

/** Starts our own processes, from what was compiled once, and keeps them running. */
function childrenFrom(program: (name: Child) => string, around: Surroundings) {
  return (name: Child) => {
    const { title, environment } = children[name]
    const log = join(around.data, `${name}.log`)
    const start = () => startChild({ title, program: program(name), env: childEnvironment(environment(around)), log })
    return keepRunning(start, { title, say: tell.say })
  }
}

/** The pages open on the sample programme, so that it is there before their address is told; it is played while people look. */
async function playSample(program: string, around: Surroundings): Promise<void> {
  const { config, data } = around
  if (config.SAMPLE === 'none' || isPlayed(data)) return
  const env = childEnvironment(samplePlayerEnvironment(around))
  const child = { program, env, log: join(data, 'sample.log') }
  await tell
    .step('sample programme', () => hold('sample', startSample({ data, child, tell })))
    .catch((error: unknown) => tell.say(`Without the sample programme: ${String(error)}`))
}

/**
 * Each part runs by now; whether they work together says the API, which looks for a worker that asks for work. A database
 * that is older than Temporal is said: it stays up, so that the two can be compared and healed.
 */
async function untilAllWork(api: string): Promise<void> {
  let said = 'nothing'
  const work = async (): Promise<boolean> => {
    const answer = await fetch(`${api}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined)
    said = (await answer?.text()) ?? said
    const ready = answer === undefined ? undefined : Ready.safeParse(JSON.parse(said)).data
    if (ready?.missing.length !== 0) return false
    if (ready.stuck.ledgerBehind) tell.say(olderDatabase)
    return true
  }
  if (await waitUntil(work, 60_000)) return
  throw new Error(`All parts run, but ${api}/health/ready says after a minute: ${said}`)
}

function sayHeld({ heldBy, running: state }: HeldFolder): number {
  const where = relative(process.cwd(), resolve(supervisorConfig().CORNERSTONE_DATA)) || '.'
  tell.say(
    state === undefined
      ? `Cornerstone is being started on ${where} by process ${heldBy}; wait for it, or set CORNERSTONE_DATA to another folder.`
      : `Cornerstone already runs on ${where}: ${state.api} (process ${heldBy}). Set CORNERSTONE_DATA to start another.`,
  )
  return state === undefined ? 1 : 0
}

interface Addresses {
  readonly api: string
  readonly temporalAddress: string
  readonly version: string
  readonly data: string
}

function banner({ api, temporalAddress, version, data }: Addresses): void {
  const rows = [
    ['page', api],
    ['API, to browse', `${api}/docs`],
    ['mailbox', `${api}/mailbox`],
    ['Temporal', `${temporalAddress} (gRPC, server ${version}; its web UI comes with docker compose)`],
  ]
  tell.say('')
  for (const [title = '', address = ''] of rows) tell.say(`${title.padEnd(16)}${pc.cyan(address)}`)
  tell.say('')
  tell.say('Sign in as somebody of the sample programme, in one click:')
  for (const [title, person] of samplePeople) tell.say(`  ${title.padEnd(14)}${pc.cyan(`${api}/sign-in?as=${person}`)}`)
  tell.say('')
  tell.say('Or act as one on the command line:  npm run -s cornerstone -- token <person>')
  tell.say(`Ctrl-C stops everything; data and logs are kept in ${data}. Not for production.`)
}
