import { createHash } from 'node:crypto'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Sha256 } from '../domain/ids.js'
import type { KeptCommand, Testimony } from '../reconciliation/testimony.js'
import { canonicalText } from './canonical-text.js'
import { isSealFor, sealFor, type SealedFacts } from './seals/row-seal.js'
import type { Database } from './schema.js'
import type { ComparedRunTable } from './schema/witness-tables.js'

/** What was found when the sealed history of a run was held against the ledger, as it is kept. */
export type ComparedRun = Selectable<ComparedRunTable>

/** The same without the entries and commands it spoke for: all that is read before it is known who wrote it. */
export type Comparison = Omit<ComparedRun, 'entries' | 'commands'>

/** The row under the seal of the process that compared. */
export const sealedComparison = (compared: Omit<ComparedRun, 'seal' | 'told'>): ComparedRun => {
  const row = { ...compared, told: toldIn(compared) }
  return { ...row, seal: sealFor('comparison', comparisonFacts(row)) }
}

/** Whether a process of the programme compared: only then does anything start from the row. */
export const bearsComparisonSeal = (compared: Comparison): boolean =>
  isSealFor('comparison', { facts: comparisonFacts(compared), seal: compared.seal })

/** The comparisons that processes of the programme made, the first of each run: of all streams, or of some. */
export async function comparedRuns(db: Kysely<Database>, streams?: readonly string[]): Promise<readonly Comparison[]> {
  const first = new Map<string, Comparison>()
  for await (const rows of comparisonRows(db, streams))
    for (const one of rows.filter(bearsComparisonSeal)) {
      const name = `${one.stream} ${one.run}`
      const known = first.get(name)
      if (known === undefined || one.compared_at < known.compared_at) first.set(name, one)
    }
  return [...first.values()]
}

/** Every row, whoever wrote it and however many there are, a part at a time. */
export async function* comparisonRows(
  db: Kysely<Database>,
  streams?: readonly string[],
): AsyncGenerator<readonly Comparison[]> {
  for (let last: Comparison | undefined; ;) {
    let query = db.selectFrom('compared_run').select(small).orderBy('stream').orderBy('run').orderBy('seal')
    if (streams !== undefined) query = query.where(sql<boolean>`stream = any(${[...streams]})`)
    if (last !== undefined)
      query = query.where(sql<boolean>`(stream, run, seal) > (${last.stream}, ${last.run}, ${last.seal})`)
    const rows: readonly Comparison[] = await query.limit(atOnce).execute()
    if (rows.length > 0) yield rows
    last = rows.at(-1)
    if (rows.length < atOnce) return
  }
}

const atOnce = 5_000
const small = [
  ...(['stream', 'run', 'first_seq', 'last_seq', 'sha256', 'told', 'continues', 'held', 'found'] as const),
  ...(['compared_at', 'seal'] as const),
]

/** Comparisons of one stream that bear their seal, with what they spoke for; one of which that was changed since is left out. */
export async function withWhatTheyTold(
  db: Kysely<Database>,
  compared: readonly Comparison[],
): Promise<readonly ComparedRun[]> {
  const whole: ComparedRun[] = []
  for (let at = 0; at < compared.length; at += wholeAtOnce) {
    const some = compared.slice(at, at + wholeAtOnce)
    const { rows } = await sql<ComparedRun>`
      select compared_run.* from compared_run
      join unnest(${some.map(({ stream }) => stream)}::text[], ${some.map(({ run }) => run)}::text[],
        ${some.map(({ seal }) => seal)}::text[]) as asked (stream, run, seal) using (stream, run, seal)
      order by stream, run`.execute(db)
    whole.push(...rows.filter((row) => toldIn(row) === row.told))
  }
  return whole
}

const wholeAtOnce = 100

/**
 * Whether the table has room for it: no history the program writes is longer, and one of another is read each time. The table counts
 * the bytes of PostgreSQL's own text, which quotes no more than JSON does: a bracket on each side and a comma between two ids.
 */
export const hasRoom = ({ entries, commands }: Pick<ComparedRun, 'entries' | 'commands'>): boolean =>
  entries.length <= 20_000 &&
  commands.length <= 10_000 &&
  commands.reduce((sum, id) => sum + Buffer.byteLength(JSON.stringify(id)) + 1, 1) <= 400_000

/** All that a comparison says, in a fixed order. */
const comparisonFacts = (compared: Omit<Comparison, 'seal'>): SealedFacts => [
  compared.stream,
  compared.run,
  compared.first_seq,
  compared.last_seq,
  compared.sha256,
  compared.told,
  compared.continues,
  compared.held,
  compared.found,
  new Date(compared.compared_at).toISOString(),
]

/** The hash of all that a comparison says, as a checkpoint vouches for it. */
export const comparisonHash = (compared: Comparison): Sha256 => sha256(canonicalText(comparisonFacts(compared)))

/** A hash over what the database has of some entries and commands: while it stays, a run that agreed with it still agrees. */
export const heldOf = (
  { entries, commands }: Pick<ComparedRun, 'entries' | 'commands'>,
  testimony: Pick<Testimony, 'rehearsal' | 'entries' | 'commands'>,
): Sha256 => {
  const [numbers, ids] = [new Set(entries), new Set(commands)]
  const held = [
    testimony.rehearsal,
    testimony.entries.filter(({ seq }) => numbers.has(seq)),
    testimony.commands.filter(({ id }) => ids.has(id)).toSorted(byId),
  ]
  return sha256(canonicalText(held))
}

const toldIn = ({ entries, commands }: Pick<ComparedRun, 'entries' | 'commands'>): Sha256 =>
  sha256(JSON.stringify([entries, commands]))

const byId = (one: KeptCommand, other: KeptCommand): number => (one.id < other.id ? -1 : 1)

const sha256 = (text: string): Sha256 => createHash('sha256').update(text).digest('hex')
