import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { isFree, preferPort } from './ports.js'
import { postgresPrograms } from './postgres-programs.js'
import type { PostgresPrograms } from './postgres-programs.js'
import { ensureRolesAndDatabase, passwordsIn, postgresUrl, roleNames } from './postgres-roles.js'
import type { Passwords } from './postgres-roles.js'
import { endProcess, isAlive, lastLines, waitUntil, watchEnd } from './running-process.js'
import type { Say } from './running-process.js'

/** A running PostgreSQL with the database `cornerstone` and an address of it for each role. */
export interface EmbeddedPostgres {
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly sequencerUrl: string
  readonly readerUrl: string
  /** The folder the cluster lies in, which differs from the one asked for when its system user could not enter that. */
  readonly folder: string
  readonly port: number
  readonly pid: number
  /** True when a server left over from a killed supervisor was found running and taken over. */
  readonly reused: boolean
  /** Resolves when the server ends without having been asked to. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export interface PostgresOptions {
  readonly folder: string
  /** Taken when free; else the next free one, and that is said. */
  readonly port?: number
  /** For tests only: nothing is flushed to disk, so a power cut would lose the cluster. */
  readonly fast?: boolean
  readonly say: Say
}

/**
 * Starts the PostgreSQL that npm delivered, making its cluster the first time, or takes over the one that already runs
 * on that folder. Refuses a cluster of another major version, and shows the end of the server's log when it fails.
 */
export async function startPostgres({
  folder,
  port = 25_432,
  fast = false,
  say,
}: PostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(folder, { recursive: true })
  const programs = postgresPrograms(realpathSync(folder), say)
  const place = placeOf(programs.folder)
  const passwords = passwordsIn(place.passwords)
  refuseOtherMajor(place.data, programs.major)
  const orphan = await runningServer(place.data, passwords)
  if (orphan !== undefined) {
    say(`PostgreSQL was still running on this data folder (process ${orphan.pid}); it is used again.`)
    return describe({ ...orphan, passwords, folder: programs.folder, reused: true })
  }
  if (!existsSync(place.data)) makeCluster({ programs, place, passwords, fast })
  const chosen = await preferPort(port)
  if (chosen !== port) say(`Port ${port} is taken; PostgreSQL uses ${chosen}.`)
  const child = launch({ programs, place, port: chosen, fast })
  try {
    await untilReady({ child, place, port: chosen, passwords })
  } catch (error) {
    // Somebody else may take a port between our look at it and our use of it; then the next one is tried.
    if (await isFree(chosen)) throw error
    return startPostgres({ folder, port: chosen + 1, fast, say })
  }
  return describe({ pid: child.pid ?? 0, port: chosen, passwords, folder: programs.folder, reused: false, child })
}

interface Place {
  readonly data: string
  readonly passwords: string
  readonly log: string
}

const placeOf = (folder: string): Place => ({
  data: join(folder, 'data'),
  passwords: join(folder, 'passwords.json'),
  log: join(folder, 'postgres.log'),
})

function refuseOtherMajor(data: string, major: string): void {
  const file = join(data, 'PG_VERSION')
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (found === major) return
  throw new Error(
    `The database in ${data} was made by PostgreSQL ${found}, but this program brings PostgreSQL ${major}. ` +
      `Dump it with PostgreSQL ${found} (pg_dumpall), move the folder away, start again, and load the dump; ` +
      'or set DATABASE_URL and DATABASE_OWNER_URL to a server of yours.',
  )
}

/** A cluster is made beside its place and then moved there, so that an interrupted making leaves nothing half done. */
function makeCluster({ programs, place, passwords, fast }: Launch & { passwords: Passwords }): void {
  const unfinished = `${place.data}.unfinished`
  const passwordFile = `${place.data}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, `${passwords.superuser}\n`, { mode: 0o600 })
  if (programs.user)
    [unfinished, passwordFile].forEach((path) => chownSync(path, programs.user?.uid ?? 0, programs.user?.gid ?? 0))
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const done = spawnSync(
    programs.initdb,
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...encoding,
    ].concat(fast ? ['--no-sync'] : []),
    { ...programs.user, env: { LC_ALL: 'C' }, encoding: 'utf8', cwd: dirname(place.data) },
  )
  rmSync(passwordFile, { force: true })
  if (done.status !== 0) {
    const words = `${done.stdout}${done.stderr}`.trimEnd().split('\n').slice(-40).join('\n')
    throw new Error(`PostgreSQL could not make its cluster in ${place.data}; its last words were:\n${words}`)
  }
  renameSync(unfinished, place.data)
}

interface Launch {
  readonly programs: PostgresPrograms
  readonly place: Place
  readonly fast: boolean
}

/** The server gets a process group of its own, so that Ctrl-C reaches the supervisor first and the order is kept. */
function launch({ programs, place, port, fast }: Launch & { port: number }): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    // For the sequencer: the program cannot take all connections away from it.
    'reserved_connections=5',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  const log = openSync(place.log, 'a', 0o600)
  const child = spawn(
    programs.postgres,
    ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...programs.user, env: { LC_ALL: 'C' }, cwd: dirname(place.data), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  return child
}

interface Waiting {
  readonly child: ChildProcess
  readonly place: Place
  readonly port: number
  readonly passwords: Passwords
}

async function untilReady({ child, place, port, passwords }: Waiting): Promise<void> {
  const adminUrl = postgresUrl({ user: 'postgres', password: passwords.superuser }, { port, database: 'postgres' })
  let failed = ''
  child.once('error', (error) => (failed = error.message))
  const ready = await waitUntil(async () => {
    if (failed !== '' || child.exitCode !== null || child.signalCode !== null) return true
    return (await dataDirectoryAt(adminUrl)) === place.data
  }, 60_000)
  if (!ready || failed !== '' || child.exitCode !== null || child.signalCode !== null) {
    if (child.pid !== undefined) await endProcess(child.pid, { first: 'SIGINT', then: 'SIGQUIT', patienceMs: 5_000 })
    throw new Error(
      `PostgreSQL did not start on port ${port}. ${failed}\nThe end of ${place.log}:\n${await lastLines(place.log)}`,
    )
  }
  await ensureRolesAndDatabase(adminUrl, passwords)
}

/** A server whose starter was killed lives on; its lock file says where, and it must itself say that the folder is ours. */
async function runningServer(data: string, passwords: Passwords): Promise<{ pid: number; port: number } | undefined> {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const lines = readFileSync(lock, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !(await isAlive(pid))) return undefined
  const adminUrl = postgresUrl({ user: 'postgres', password: passwords.superuser }, { port, database: 'postgres' })
  let ours = false
  await waitUntil(async () => {
    ours = (await dataDirectoryAt(adminUrl)) === data
    return ours || !(await isAlive(pid))
  }, 15_000)
  if (!ours) return undefined
  await ensureRolesAndDatabase(adminUrl, passwords)
  return { pid, port }
}

async function dataDirectoryAt(adminUrl: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const answer = await client.query<{ data_directory: string }>('show data_directory')
    return answer.rows[0]?.data_directory
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Running {
  readonly pid: number
  readonly port: number
  readonly passwords: Passwords
  readonly folder: string
  readonly reused: boolean
  readonly child?: ChildProcess
}

function describe({ pid, port, passwords, folder, reused, child }: Running): EmbeddedPostgres {
  const url = (user: string, password: string) => postgresUrl({ user, password }, { port, database: 'cornerstone' })
  const watch = watchEnd(pid, child)
  return {
    adminUrl: postgresUrl({ user: 'postgres', password: passwords.superuser }, { port, database: 'postgres' }),
    ownerUrl: url(roleNames.owner, passwords.owner),
    appUrl: url(roleNames.app, passwords.app),
    sequencerUrl: url(roleNames.sequencer, passwords.sequencer),
    readerUrl: url(roleNames.reader, passwords.reader),
    folder,
    port,
    pid,
    reused,
    ended: watch.ended,
    stop: () => {
      watch.expect()
      return endProcess(pid, { first: 'SIGINT', then: 'SIGQUIT', patienceMs: 20_000 })
    },
  }
}
