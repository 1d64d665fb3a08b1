import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { now } from '../clock/machine-clock.js'
import { asOfBase, portfolioAt } from '../api/asking/as-of.js'
import { askedMoment } from '../api/asking/asked-moment.js'
import { diffOfBase } from '../api/asking/diff.js'
import { sightOn } from '../api/auth/sight.js'
import { historySeen } from '../api/views/history-view.js'
import { connect } from '../db/connect.js'
import { migrate } from '../db/migrate.js'
import type { Database } from '../db/schema.js'
import { seedProcedures } from '../db/writes/procedures.js'
import { createProgramme } from '../db/writes/programmes.js'
import { timeAxes } from '../domain/as-of.js'
import { procedures } from '../domain/gicc/procedures.js'
import { freePort } from '../workers/embedded/ports.js'
import { startPostgres } from '../workers/embedded/postgres.js'
import { aLongLife } from './a-long-life.js'
import { fillTo, longBase } from './many-entries.js'
import { ratio, rounded, spreadOf } from './statistics.js'
import type { Spread } from './statistics.js'
import { unguarded } from './unguarded.js'

/**
 * What a question about the past costs as a programme grows: `npm run -s bench:asking -- --json [largest] [rounds]`. From ten
 * entries to a million, each ten times the one before: one base with a life of twenty years, all others in their first. Asked
 * where the API asks, over a real PostgreSQL; the way over HTTP is not in the figures.
 */
const [largest = '1000000', rounds = '20'] = process.argv.slice(2).filter((one) => one !== '--json')
const aims = { asOfMs: 100, firstPageMs: 50 }

type Question = (db: Kysely<Database>, round: number) => Promise<unknown>

const all = { programmes: ['gasme'], bases: [], interests: [], roles: ['AU' as const], seenAs: () => 'whole' as const }
const sight = sightOn(all, { person: 'p-au-1', base: longBase })
const reader = { base: longBase, person: 'p-au-1', sight }
const dateOf = (round: number): string => `${2027 + (round % 20)}-0${1 + (round % 9)}-15`

const questions: Readonly<Record<string, Question>> = {
  asOf: (db, round) =>
    asOfBase(db, {
      sight,
      base: longBase,
      moment: askedMoment(dateOf(round), timeAxes[round % 3] ?? 'happened'),
      seesExhibit: () => 'whole',
    }),
  firstPage: (db) => historySeen(db, { reader, limit: 50 }),
  filteredPage: (db) => historySeen(db, { reader, limit: 50, person: 'p-rp-1', kind: 'step_acted' }),
  diffOfAYear: (db, round) =>
    diffOfBase(db, {
      base: longBase,
      sight,
      moments: [
        askedMoment(`${2027 + (round % 20)}-01-01`, 'happened'),
        askedMoment(`${2028 + (round % 20)}-01-01`, 'happened'),
      ],
    }),
  portfolioPage: (db, round) =>
    portfolioAt(db, {
      seesIn: () => sight,
      programme: 'bench',
      moment: askedMoment(dateOf(round), 'happened'),
      limit: 50,
    }),
}

/** With what one question takes of a processor in this process, whatever else the machine has to do meanwhile. */
type Measured = Spread & { readonly cpuMs: number }
type Spreads = Readonly<Record<string, Measured>>

const measured = async (db: Kysely<Database>): Promise<Spreads> => {
  const spreads: Record<string, Measured> = {}
  for (const [name, ask] of Object.entries(questions)) {
    const samples: number[] = []
    await ask(db, 0)
    const cpu = process.cpuUsage()
    for (let round = 0; round < Number(rounds); round += 1) {
      const began = performance.now()
      await ask(db, round)
      samples.push(performance.now() - began)
    }
    const { user, system } = process.cpuUsage(cpu)
    spreads[name] = { ...spreadOf(samples), cpuMs: rounded((user + system) / 1000 / Number(rounds)) }
  }
  return spreads
}

const sizes = Array.from({ length: 6 }, (_, power) => 10 ** (power + 1)).filter((size) => size <= Number(largest))

const folder = mkdtempSync(join(tmpdir(), 'cornerstone-bench-'))
chmodSync(folder, 0o711) // The database's own user passes through it.
const postgres = await startPostgres({ folder: join(folder, 'postgres'), port: await freePort(), say: () => undefined })
const loadBefore = loadavg()[0]
try {
  await migrate(postgres.ownerUrl)
  const life = aLongLife(20)
  const points: { entries: number; entriesOfBase: number; spreads: Spreads }[] = []
  for (const size of sizes) {
    const patient = { max: 1, silentMs: 3_600_000 }
    const [owner, app] = [connect(postgres.ownerUrl, patient), connect(postgres.appUrl, { max: 4 })]
    await sql`set statement_timeout = 0`.execute(owner)
    await emptied(owner)
    const entries = await fillTo(owner, { life, size })
    points.push({ entries, entriesOfBase: Math.min(size, life.length), spreads: await measured(app) })
    await Promise.all([owner.destroy(), app.destroy()])
    process.stderr.write(`${entries} entries\n`)
  }
  process.stdout.write(
    `${JSON.stringify({ measures: 'asking', aims, loadBefore, points, growth: growthOf(points) }, null, 2)}\n`,
  )
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** The programme without a base. What is only appended to lets nobody delete, so its owner takes those guards away here. */
async function emptied(db: Kysely<Database>): Promise<void> {
  await unguarded(db)
  await sql`truncate ledger_entry, base, step, step_act, programme, procedure cascade`.execute(db)
  await seedProcedures(db, { procedures, at: now() })
  const label = { en: 'A programme to be measured', 'zh-CN': '测量用项目' }
  await createProgramme(db, { id: 'bench', namespace: 'bench', rehearsal: false, label, procedure: 'full' })
}

/** How much more a question costs in the largest programme than in each smaller one: 1 is no growth at all. */
function growthOf(points: readonly { entries: number; spreads: Spreads }[]) {
  const last = points.at(-1)
  return Object.keys(questions).map((question) => ({
    question,
    ratios: points.map(({ entries, spreads }) => ({
      entries,
      p50: ratio(last?.spreads[question]?.p50 ?? Number.NaN, spreads[question]?.p50 ?? Number.NaN),
    })),
  }))
}
