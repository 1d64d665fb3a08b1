import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { supervisorConfig } from '../../config/processes.js'
import { bringUpToDate } from '../../workers/bring-up-to-date.js'
import { compilePrograms, supervised } from '../../workers/embedded/compile-programs.js'
import { startChild } from '../../workers/embedded/child-process.js'
import { apiEnvironment, apiUrl, relayEnvironment, workerEnvironment } from '../../workers/embedded/child-settings.js'
import { database, temporal } from '../../workers/embedded/foundations.js'
import { keepRunning } from '../../workers/embedded/keep-running.js'
import { freePorts } from '../../workers/embedded/ports.js'
import { passwordsIn, postgresUrl, roleNames } from '../../workers/embedded/postgres-roles.js'
import { isAlive } from '../../workers/embedded/running-process.js'
import { isReady, postgresFolder, withoutOurs } from '../support/a-stack.js'
import type { Network, Pair } from './toxiproxy.js'
import { defined } from '../../domain/values/defined.js'

/** What can be killed. */
export type Part = 'database' | 'temporal' | 'worker' | 'worker-2' | 'relay' | 'api-1' | 'api-2'

/** The whole programme as the supervisor runs it, with a second API, and with numbers to kill by. */
export interface Installation {
  readonly data: string
  /** Two APIs on one database and one Temporal server. */
  readonly apis: readonly [string, string]
  readonly readerUrl: string
  /** What is kept running. */
  readonly parts: readonly Part[]
  /** The process of a part; undefined while there is none. */
  readonly pidOf: (part: Part) => Promise<number | undefined>
  /** The processes that serve one connection each to the database, those of our own programme. */
  readonly backends: () => Promise<readonly number[]>
  /** What the supervision has said. */
  readonly said: () => readonly string[]
  readonly stop: () => Promise<void>
}

export interface Wanted {
  readonly data: string
  readonly network: Network | undefined
  /** Where letters go. */
  readonly mailPort: number
  /** How many workers share the work. */
  readonly workers?: 1 | 2
  /** The copy of the project whose processes run; left out: the project itself. */
  readonly root?: string | undefined
}

type Closing = () => Promise<void>

/** Brings everything up and waits until both APIs are ready. Stops what it started when it fails. */
export const bringUp = async (wanted: Wanted): Promise<Installation> => {
  const opened: Closing[] = []
  const stop = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    return { ...(await startAll(wanted, opened)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const startAll = async (
  { data, network, mailPort, workers = 1, root }: Wanted,
  opened: Closing[],
): Promise<Omit<Installation, 'stop'>> => {
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  const config = supervisorConfig({ CORNERSTONE_DATA: data, LOG_LEVEL: 'warn' })
  const { base, server } = await startFoundations({ config, data, say }, opened)
  const lines = await linesFor({ network, base, server, mailPort })
  const [first = 0, second = 0] = await freePorts(2)
  const around = { config, data, mailboxPort: mailPort, apiPort: first, sequencerUrl: base.sequencerUrl }
  const program = await compilePrograms({ folder: join(data, 'programs'), root, programs: supervised })
  const { launch, pids } = launcher({ data, say, opened })
  const ofWorker = { program: program('worker'), env: workerEnvironment({ ...around, ...lines.worker }) }
  await launch('worker', ofWorker)
  await Promise.all([
    ...(workers === 2 ? [launch('worker-2', ofWorker)] : []),
    launch('relay', {
      program: program('relay'),
      // The mail double stands in for the mailbox.
      env: { ...relayEnvironment({ ...around, ...lines.relay }), MAILBOX_SMTP_PORT: undefined },
    }),
  ])
  await launch('api-1', { program: program('api'), env: apiEnvironment({ ...around, ...lines.api }) })
  await launch('api-2', { program: program('api'), env: apiEnvironment({ ...around, ...lines.api, apiPort: second }) })
  const readerUrl = readerOf(data, base.appUrl)
  return {
    data,
    apis: [apiUrl({ config, apiPort: first }), apiUrl({ config, apiPort: second })],
    readerUrl,
    parts: ['database', 'temporal', ...pids.keys()],
    pidOf: (part) => pidOf(part, { data, pids }),
    backends: () => backendsOf(readerUrl),
    said: () => said,
  }
}

interface Telling {
  readonly data: string
  readonly say: (line: string) => void
}

const startFoundations = async (
  { config, data, say }: Telling & { readonly config: ReturnType<typeof supervisorConfig> },
  opened: Closing[],
) => {
  mkdirSync(join(data, 'documents'), { recursive: true })
  const tell = { say, step: <T>(_title: string, work: () => Promise<T>) => work(), progress: () => undefined }
  const base = await database({ config, data, tell })
  opened.push(base.stop)
  const server = await temporal({ config, data, tell })
  opened.push(server.stop)
  await bringUpToDate(base.ownerUrl)
  return { base, server }
}

/** Starts our own processes, keeps them running as the supervisor does, and knows the number of each. */
const launcher = ({ data, say, opened }: Telling & { readonly opened: Closing[] }) => {
  const pids = new Map<Part, number>()
  const launch = async (part: Part, { program, env }: { program: string; env: Env }): Promise<void> => {
    const url = env['API_HOST'] === undefined ? undefined : env['API_PUBLIC_URL']
    const start = async () => {
      pids.delete(part)
      const child = await startChild({
        title: part,
        program,
        env: withoutOurs(env),
        log: join(data, `${part}.log`),
        ...defined({ isReady: url === undefined ? undefined : () => isReady(url) }),
      })
      pids.set(part, child.pid)
      return child
    }
    opened.push((await keepRunning(start, { title: part, say })).stop)
  }
  return { launch, pids }
}

type Env = Readonly<Record<string, string | undefined>>

interface Ends {
  readonly network: Network | undefined
  readonly base: { readonly appUrl: string; readonly sequencerUrl: string }
  readonly server: { readonly address: string }
  readonly mailPort: number
}

/** The addresses each process is given: those of the proxies where there are any. */
const linesFor = async ({ network, base, server, mailPort }: Ends) => {
  const through = async (pair: Pair, port: number) => (network === undefined ? port : await network.through(pair, port))
  const toDatabase = async (pair: Pair): Promise<string> => {
    const url = new URL(base.appUrl)
    return Object.assign(url, { port: String(await through(pair, Number(url.port))) }).href
  }
  const toTemporal = async (pair: Pair): Promise<string> =>
    `127.0.0.1:${await through(pair, Number(server.address.split(':')[1]))}`
  const ofWorker = await toDatabase('worker-database')
  return {
    api: { databaseUrl: await toDatabase('api-database'), temporalAddress: await toTemporal('api-temporal') },
    worker: {
      databaseUrl: ofWorker,
      sequencerUrl: Object.assign(new URL(base.sequencerUrl), { port: new URL(ofWorker).port }).href,
      temporalAddress: await toTemporal('worker-temporal'),
    },
    relay: {
      databaseUrl: base.appUrl,
      temporalAddress: server.address,
      mailboxPort: await through('relay-mail', mailPort),
    },
  }
}

const readerOf = (data: string, appUrl: string): string => {
  const { reader } = passwordsIn(join(postgresFolder(data), 'passwords.json'))
  return postgresUrl(
    { user: roleNames.reader, password: reader },
    { port: Number(new URL(appUrl).port), database: 'cornerstone' },
  )
}

/** The database and Temporal write their own numbers down; the others are our children. */
const pidOf = async (
  part: Part,
  { data, pids }: { data: string; pids: ReadonlyMap<Part, number> },
): Promise<number | undefined> => {
  const found =
    part === 'database'
      ? Number(textOf(join(postgresFolder(data), 'data', 'postmaster.pid')).split('\n')[0])
      : part === 'temporal'
        ? Number(/"pid":(\d+)/.exec(textOf(join(data, 'temporal', 'running.json')))?.[1])
        : pids.get(part)
  return found !== undefined && found > 1 && found !== process.pid && (await isAlive(found)) ? found : undefined
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const backendsOf = async (url: string): Promise<readonly number[]> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where usename = $1 order by pid',
      [roleNames.app],
    )
    return rows.map(({ pid }) => pid)
  } catch {
    return []
  } finally {
    await client.end().catch(() => undefined)
  }
}
