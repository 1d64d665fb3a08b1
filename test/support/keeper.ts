import { existsSync } from 'node:fs'
import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { commandLine, compilePrograms } from '../../workers/embedded/compile-programs.js'
import { obtainTemporalServer } from '../../workers/embedded/obtain-temporal.js'
import { startPostgres } from '../../workers/embedded/postgres.js'
import { startTemporal } from '../../workers/embedded/temporal.js'
import { dayOfNomination } from './an-example.js'
import { exampleCalendars } from './example-calendars.js'
import './hold-keys.js'
import { operatorPrograms } from './the-cli.js'

/**
 * Holds the PostgreSQL and the Temporal server of one test run. Each is started when a test first asks for it, so that
 * tests that need neither wait for neither. It ends, with all it started, when Jest asks or when Jest is gone.
 */
const folder = await mkdtemp(join(tmpdir(), 'cornerstone-test-'))
await chmod(folder, 0o711)
const say = (line: string): void => void process.stderr.write(line === '' ? '' : `${line}\n`)
const stops: (() => Promise<void>)[] = []

const program = obtainTemporalServer({ say, progress: everyTenth() })
await program.catch(() => undefined)

const offers = new Map<string, () => Promise<object>>([
  ['/postgres', once(offerPostgres)],
  ['/temporal', once(offerTemporal)],
])

const server = createServer((request, response) => {
  const offer = offers.get(request.url ?? '')
  const answer = offer === undefined ? Promise.reject(new Error(`${request.url} is not offered`)) : offer()
  answer.then(
    (body) => response.end(JSON.stringify(body)),
    (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
  )
})
const socket = join(folder, 'keeper.sock')
const compiled = await compilePrograms({ folder: join(folder, 'programs'), programs: commandLine, withPackages: true })
const programs = join(folder, 'workers')
await compilePrograms({ folder: programs, programs: operatorPrograms })
const ready = { socket, calendars: JSON.stringify(exampleCalendars()), cli: compiled('cli'), programs }
server.listen(socket, () => process.send?.(ready))
process.once('disconnect', () => void end())
process.once('SIGTERM', () => void end())
// Ctrl-C reaches the whole group; Jest decides when this run is over.
process.on('SIGINT', () => undefined)

async function end(): Promise<void> {
  server.close()
  await Promise.allSettled(stops.map((stop) => stop()))
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
}

/**
 * PostgreSQL with the database `cornerstone`, migrated, and those from which tests are given clones: `cornerstone_template`, and
 * `cornerstone_with_rules`, in which the rules are kept already: to work them out and seal them anew takes each file most of a second.
 */
async function offerPostgres(): Promise<object> {
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    port: 25_532,
    fast: true,
    say: () => undefined,
  })
  stops.push(() => postgres.stop())
  const migrations = new URL('../../db/migrate.ts', import.meta.url)
  if (existsSync(migrations)) {
    const { migrate } = await import('../../db/migrate.js')
    await migrate(postgres.ownerUrl)
  }
  const client = new pg.Client({ connectionString: postgres.adminUrl })
  await client.connect()
  await client.query('create database cornerstone_template template cornerstone owner cornerstone_owner')
  await client.query('create database cornerstone_with_rules template cornerstone owner cornerstone_owner')
  await client.end()
  const { adminUrl, ownerUrl, appUrl, sequencerUrl, readerUrl } = postgres
  await keepRules(appUrl)
  return { adminUrl, ownerUrl, appUrl, sequencerUrl, readerUrl }
}

async function keepRules(appUrl: string): Promise<void> {
  const [{ connect }, { seedProcedures }, { procedures }] = await Promise.all([
    import('../../db/connect.js'),
    import('../../db/writes/procedures.js'),
    import('../../domain/gicc/procedures.js'),
  ])
  const db = connect(Object.assign(new URL(appUrl), { pathname: '/cornerstone_with_rules' }).href, { max: 1 })
  await seedProcedures(db, { procedures, at: dayOfNomination })
  await db.destroy()
}

async function offerTemporal(): Promise<object> {
  const [namespace, rehearsalNamespace] = ['cornerstone', 'cornerstone-rehearsal']
  const temporal = await startTemporal({
    program: await program,
    folder: join(folder, 'temporal'),
    namespace,
    rehearsalNamespace,
    fast: true,
    say: () => undefined,
  })
  stops.push(() => temporal.stop())
  return { temporalAddress: temporal.address, namespace, rehearsalNamespace }
}

function once(offer: () => Promise<object>): () => Promise<object> {
  let given: Promise<object> | undefined
  return () => (given ??= offer())
}

function everyTenth(): (what: string, at: { done: number; total: number }) => void {
  let told = ''
  return (what, { done, total }) => {
    const line = `${what}: ${Math.floor((done / total) * 10) * 10} %`
    if (line !== told) say(line)
    told = line
  }
}
