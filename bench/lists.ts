import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { sql, type Kysely } from 'kysely'
import { inboxSeen } from '../api/views/inbox.js'
import { basesCounted, basesSeen, spansSeen } from '../api/views/bases-seen.js'
import { machineClock, now } from '../clock/machine-clock.js'
import { connect } from '../db/connect.js'
import { migrate } from '../db/migrate.js'
import { askingRows, readerOfRows } from '../db/rows-of-the-reader.js'
import type { Database } from '../db/schema.js'
import { holdInstallationKeys, installationKeys, makeInstallationKey } from '../db/seals/installation-key.js'
import { seedProcedures } from '../db/writes/procedures.js'
import { createProgramme } from '../db/writes/programmes.js'
import { procedures } from '../domain/gicc/procedures.js'
import { freePort } from '../workers/embedded/ports.js'
import { startPostgres } from '../workers/embedded/postgres.js'
import { fillBases, fillSeats, listed, readerIn, readers } from './many-lists.js'
import { rounded, spreadOf, type Spread } from './statistics.js'
import { unguarded } from './unguarded.js'

const help = `npm run -s bench:lists -- [--largest 100000] [--rounds 20] [--json]

What lists cost as a programme grows tenfold, from a hundred bases to --largest; the inbox of every role,
the portfolio with its counts, asked where the API asks, over a real PostgreSQL that keeps rows apart by their reader.
`
const { values } = parseArgs({
  options: {
    largest: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

type Db = Kysely<Database>
type Ask = (person: string) => Promise<unknown>

/** What is asked, by its name; each over the connection that shows its reader's rows alone. */
const questionsOf = (db: Db): Readonly<Record<string, Ask>> => {
  const parts = { db, clock: machineClock }
  const page = { limit: 50 }
  return {
    inbox: (person) => inboxSeen(parts, { person, ...page }),
    bases: (person) => basesSeen(parts, { person, filter: {}, page }),
    late: (person) =>
      basesSeen(parts, { person, filter: { late: true, closed: false }, page: { ...page, sort: 'due' } }),
    counts: (person) => basesCounted(parts, { person, filter: {} }),
    spans: (person) => spansSeen(parts, { person, filter: {}, page }),
  }
}

type Measured = Readonly<Record<string, Spread>>

const asked = async (db: Db): Promise<Measured> => {
  const spreads: Record<string, Spread> = {}
  for (const [name, ask] of Object.entries(questionsOf(db)))
    for (const role of name === 'inbox' ? readers : (['PM', 'LG'] as const)) {
      const person = readerIn(role)
      const once = () => askingRows({ reader: readerOfRows(person, machineClock()) }, () => ask(person))
      await once()
      const samples: number[] = []
      for (let round = 0; round < Number(values.rounds); round += 1) {
        const began = performance.now()
        await once()
        samples.push(performance.now() - began)
      }
      spreads[`${name} ${role}`] = spreadOf(samples)
    }
  return spreads
}

interface Point {
  readonly bases: number
  readonly spreads: Measured
}

const measure = async ({
  ownerUrl,
  appUrl,
}: {
  readonly ownerUrl: string
  readonly appUrl: string
}): Promise<Point[]> => {
  holdInstallationKeys(installationKeys({ MODE: 'embedded', PERSON_KEY: makeInstallationKey() }))
  await migrate(ownerUrl)
  const owner = connect(ownerUrl, { max: 1, silentMs: 3_600_000 })
  await sql`set statement_timeout = 0`.execute(owner)
  await seedProcedures(owner, { procedures, at: now() })
  const label = { en: 'A programme to be measured', 'zh-CN': '测量用项目' }
  await createProgramme(owner, { id: listed, namespace: listed, rehearsal: false, label, procedure: 'full' })
  await fillSeats(owner)
  await unguarded(owner)
  const points: Point[] = []
  for (let bases = 100; bases <= Number(values.largest); bases *= 10) {
    await fillBases(owner, { from: bases === 100 ? 1 : bases / 10 + 1, to: bases })
    await sql`vacuum analyze ledger_entry, base, base_stage, step, step_act, mandate, cluster`.execute(owner)
    const app = connect(appUrl, { max: 4, forReaders: true })
    points.push({ bases, spreads: await asked(app) })
    await app.destroy()
    process.stderr.write(`${bases} bases\n`)
  }
  await owner.destroy()
  return points
}

/** By which power of the number of bases a question grows, over the last two powers of ten: 0 is not at all. */
const exponentOf = (points: readonly Point[], question: string): number => {
  const [from, to] = [points.at(-3) ?? points[0], points.at(-1)]
  const took = (point: Point | undefined) => point?.spreads[question]?.p50 ?? Number.NaN
  return rounded(Math.log10(took(to) / took(from)) / Math.log10((to?.bases ?? 1) / (from?.bases ?? 1)))
}

const told = (points: readonly Point[]): string => {
  const rows = Object.keys(points[0]?.spreads ?? {}).map((question) => {
    const figures = points.map(({ spreads }) => {
      const { p50, p99 } = spreads[question] ?? spreadOf([])
      return `${p50} (${p99})`.padStart(18)
    })
    return `${question.padEnd(14)}${figures.join('')}${String(exponentOf(points, question)).padStart(10)}`
  })
  const head = `${'p50 (p99), ms'.padEnd(14)}${points.map(({ bases }) => String(bases).padStart(18)).join('')}${'exponent'.padStart(10)}`
  return [head, ...rows, ''].join('\n')
}

const run = async (): Promise<void> => {
  const loadBefore = loadavg()[0]
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-bench-'))
  chmodSync(folder, 0o711) // The database's own user passes through it.
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    port: await freePort(),
    say: () => undefined,
  })
  try {
    const points = await measure(postgres)
    const growth = Object.keys(points[0]?.spreads ?? {}).map((question) => ({
      question,
      exponent: exponentOf(points, question),
    }))
    const found = { measures: 'lists', loadBefore, points, growth }
    process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : told(points))
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (values.help) process.stdout.write(help)
else await run()
