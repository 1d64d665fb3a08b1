import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../../db/schema.js'
import { isReady } from '../support/a-stack.js'
import type { Installation } from './installation.js'
import type { Journal } from './journal.js'
import { everythingRuns } from './strikes.js'

/** What was still under way when patience ended; all 0 where everything came to its end. */
export interface LeftOver {
  readonly commands: number
  readonly papers: number
  readonly letters: number
}

interface Calm {
  readonly installation: Installation
  readonly journal: Journal
  readonly db: Kysely<Database>
  readonly tell: (line: string) => void
}

/** For a sweeper, a paper whose maker was killed, a letter whose lease has to run out: each has its own clock. */
const patienceMs = 240_000

/** The commands still under way, each with where it stands; what a count alone leaves nobody able to look for. */
export const commandsUnderWay = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly line: string }>`select
    concat_ws(' ', state, id, stream, route, 'received', received_at, 'sent', sent_at,
      (select 'in the ledger as ' || min(seq) from ledger_entry where command_id = command.id::text)) as line
    from command where outcome is null and state in ('sent', 'accepted') order by received_at limit 5`.execute(db)
  return rows.map(({ line }) => line)
}

/** Waits, once nobody strikes any more, until all parts run, both APIs are ready and nothing is under way. */
export const untilCalm = async ({ installation, journal, db, tell }: Calm): Promise<LeftOver> => {
  const until = journal.now() + patienceMs
  const isUp = async (): Promise<boolean> =>
    (await everythingRuns(installation)) && (await Promise.all(installation.apis.map(isReady))).every(Boolean)
  while (!(await isUp()) && journal.now() < until) await pause(200)
  let told = ''
  for (;;) {
    const left = await underWay(db).catch(() => undefined)
    if (left !== undefined) {
      if (isNothing(left) || journal.now() > until) return left
      const line = `${left.commands} commands, ${left.papers} papers and ${left.letters} letters are under way`
      if (line !== told) tell(line)
      told = line
    } else if (journal.now() > until + patienceMs) return { commands: 1, papers: 1, letters: 1 }
    await pause(1_000)
  }
}

const isNothing = ({ commands, papers, letters }: LeftOver): boolean => commands + papers + letters === 0

const underWay = async (db: Kysely<Database>): Promise<LeftOver> => {
  const { rows } = await sql<LeftOver>`select
    (select count(*)::int from command where outcome is null and state in ('sent', 'accepted')) as commands,
    (select count(*)::int from document_order where made_at is null) as papers,
    (select count(*)::int from letter where state = 'queued') as letters`.execute(db)
  return rows[0] ?? { commands: 0, papers: 0, letters: 0 }
}
