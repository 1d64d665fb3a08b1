import { sql } from 'kysely'
import type { OperationNodeSource, RawBuilder, Transaction } from 'kysely'
import { kept } from '../kept-statements.js'
import type { Database } from '../schema.js'

/** One statement and the row it touches, such as `step/1.4a.1`. */
export interface RowChange {
  readonly row: string
  readonly statement: OperationNodeSource
  /** The statement returns the row it wrote; where it wrote none, nothing of the whole may be written. */
  readonly must?: true
}

/** A change that had to write its row found it closed: the transaction is to be rolled back. */
export class NotWritten extends Error {
  constructor() {
    super('a row that had to be written was not')
    this.name = 'NotWritten'
  }
}

/**
 * Applies changes in their order in as few round trips as they allow: PostgreSQL runs statements over different rows
 * together as one (`with a as (…), b as (…)`), but does not let one statement touch a row twice. Throws `NotWritten` where a
 * change that must write its row did not.
 */
export async function applyChanges(trx: Transaction<Database>, changes: readonly RowChange[]): Promise<void> {
  for (const together of intoRounds(changes)) {
    const { rows } = await sql<{ whole: boolean }>`
      ${kept} with ${partsOf(together)} select ${isWhole(together)} as whole`.execute(trx)
    if (rows[0]?.whole !== true) throw new NotWritten()
  }
}

/** Whether changes can be run together as one statement. */
export const fitOneRound = (changes: readonly RowChange[]): boolean => intoRounds(changes).length === 1

/** Changes over different rows as parts of one `with`, each under a name of its own. */
export const partsOf = (changes: readonly RowChange[]): RawBuilder<unknown> =>
  sql.join(changes.map(({ statement }, index) => sql`${sql.ref(`c${index}`)} as (${statement})`))

/** Whether every change that must write its row did; stands behind `partsOf` the same changes. */
export const isWhole = (changes: readonly RowChange[]): RawBuilder<boolean> => {
  const must = changes.flatMap((change, index) =>
    change.must === true ? [sql`exists (select from ${sql.ref(`c${index}`)})`] : [],
  )
  return sql<boolean>`(${sql.join([sql`true`, ...must], sql` and `)})`
}

function intoRounds(changes: readonly RowChange[]): readonly (readonly RowChange[])[] {
  const rounds: RowChange[][] = []
  const roundOf = new Map<string, number>()
  for (const change of changes) {
    const round = (roundOf.get(change.row) ?? -1) + 1
    roundOf.set(change.row, round)
    rounds[round] = [...(rounds[round] ?? []), change]
  }
  return rounds
}
