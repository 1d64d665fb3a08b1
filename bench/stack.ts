import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Connection } from '@temporalio/client'
import type { Kysely } from 'kysely'
import { childEnvironment } from '../config/places.js'
import { supervisorConfig } from '../config/processes.js'
import { connect } from '../db/connect.js'
import type { Database } from '../db/schema.js'
import { runningOn } from '../workers/embedded/data-folder.js'
import type { RunningState } from '../workers/embedded/data-folder.js'
import { freePorts } from '../workers/embedded/ports.js'
import { passwordsIn, postgresUrl, roleNames } from '../workers/embedded/postgres-roles.js'
import { startScript } from './child.js'

/** Everything a measurement runs against, on a data folder of its own that goes with it. */
export interface Stack {
  readonly api: string
  /** The API of the baselines, which does nothing but pass on. */
  readonly leastApi: string
  readonly namespace: string
  readonly connection: Connection
  /** The database, for reading only. */
  readonly db: Kysely<Database>
  /** The processes whose work is counted, each with all its children. */
  readonly pids: { readonly stack: number; readonly baselines: readonly number[] }
  readonly versions: { readonly node: string; readonly temporalServer: string; readonly postgres: string }
  readonly stop: () => Promise<void>
}

type Closing = () => Promise<unknown>

/** Brings up the embedded default and the worker and API of the baselines, on free ports. Stops what it started when it fails. */
export const bringUpStack = async (): Promise<Stack> => {
  const data = mkdtempSync(join(tmpdir(), 'cornerstone-bench-'))
  chmodSync(data, 0o711) // The database's own user passes through it.
  const opened: Closing[] = [async () => rmSync(data, { recursive: true, force: true })]
  const stop = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    return { ...(await bringUp(data, opened)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const bringUp = async (data: string, opened: Closing[]): Promise<Omit<Stack, 'stop'>> => {
  const [api = 0, mailbox = 0, least = 0] = await freePorts(3)
  const env = childEnvironment({
    ...named,
    CORNERSTONE_DATA: data,
    API_PORT: String(api),
    MAILBOX_SMTP_PORT: String(mailbox),
    LOG_LEVEL: 'warn',
  })
  const stack = await startScript({
    script: 'workers/start.ts',
    args: ['--quiet'],
    env,
    log: join(data, 'stack.log'),
  })
  opened.push(stack.stop)
  const state = runningOn(data)
  if (state === undefined) throw new Error(`The stack is ready, but ${data} does not say where.`)
  const { TEMPORAL_NAMESPACE: namespace } = supervisorConfig(env)
  const log = join(data, 'baseline.log')
  const place = [state.temporalAddress, namespace]
  const script = 'bench/baseline-worker.ts'
  const worker = await startScript({ script, args: [...place, readerUrl(data, state)], env, log })
  opened.push(worker.stop)
  const front = await startScript({ script: 'bench/least-api.ts', args: [...place, String(least)], env, log })
  opened.push(front.stop)
  const connection = await Connection.connect({ address: state.temporalAddress })
  opened.push(() => connection.close())
  const db = connect(readerUrl(data, state), { max: 2 })
  opened.push(() => db.destroy())
  const pids = { stack: stack.pid, baselines: [worker.pid, front.pid] }
  return {
    api: state.api,
    leastApi: `http://127.0.0.1:${least}`,
    namespace,
    connection,
    db,
    pids,
    versions: await versionsOf(connection, data),
  }
}

/** Settings that would lead the measurement to somebody else's services. */
const named = {
  MODE: undefined,
  DATABASE_URL: undefined,
  SEQUENCER_DATABASE_URL: undefined,
  DATABASE_OWNER_URL: undefined,
  TEMPORAL_ADDRESS: undefined,
}

const postgresFolder = (data: string): string => {
  const note = join(data, 'postgres', 'moved-to.txt')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(data, 'postgres')
}

const readerUrl = (data: string, { databaseUrl }: RunningState): string => {
  const { reader } = passwordsIn(join(postgresFolder(data), 'passwords.json'))
  const port = Number(new URL(databaseUrl).port)
  return postgresUrl({ user: roleNames.reader, password: reader }, { port, database: 'cornerstone' })
}

const versionsOf = async (connection: Connection, data: string): Promise<Stack['versions']> => {
  const { serverVersion } = await connection.workflowService.getSystemInfo({})
  const postgres = readFileSync(join(postgresFolder(data), 'data', 'PG_VERSION'), 'utf8').trim()
  return { node: process.version, temporalServer: serverVersion, postgres }
}
