import { sql } from 'kysely'
import type { OperationNodeSource, RawBuilder, Transaction } from 'kysely'
import { kept } from './kept-statements.js'
import type { Database } from './schema.js'

/** One statement and the row it touches, such as `step/1.4a.1`. */
export interface Change {
  readonly row: string
  readonly statement: OperationNodeSource
}

/**
 * Applies changes in their order in as few round trips as they allow: PostgreSQL runs statements over different rows
 * together as one (`with a as (…), b as (…)`), but does not let one statement touch a row twice.
 */
export async function applyChanges(trx: Transaction<Database>, changes: readonly Change[]): Promise<void> {
  for (const together of intoRounds(changes)) {
    await sql`${kept} with ${partsOf(together)} select`.execute(trx)
  }
}

/** Whether changes can be run together as one statement. */
export const fitOneRound = (changes: readonly Change[]): boolean => intoRounds(changes).length === 1

/** Changes over different rows as parts of one `with`, each under a name of its own. */
export const partsOf = (changes: readonly Change[]): RawBuilder<unknown> =>
  sql.join(changes.map(({ statement }, index) => sql`${sql.ref(`c${index}`)} as (${statement})`))

function intoRounds(changes: readonly Change[]): readonly (readonly Change[])[] {
  const rounds: Change[][] = []
  const roundOf = new Map<string, number>()
  for (const change of changes) {
    const round = (roundOf.get(change.row) ?? -1) + 1
    roundOf.set(change.row, round)
    rounds[round] = [...(rounds[round] ?? []), change]
  }
  return rounds
}
