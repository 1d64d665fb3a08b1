import type { Kysely } from 'kysely'
import type { Divergence } from '../../domain/divergence.js'
import { draftsOf } from '../../domain/letters/drafts-of.js'
import { isSame } from '../../reconciliation/is-same.js'
import type { LedgerEntry } from '../ledger.js'
import type { Database } from '../schema.js'

interface Stream {
  readonly stream: string
  readonly rows: readonly LedgerEntry[]
}

/**
 * Letters of a base that no entry sends, or that print another head than the one their command led to. Who is written to follows from the
 * seats of that moment, which is not followed again here.
 */
export async function lettersDiverge(db: Kysely<Database>, { stream, rows }: Stream): Promise<readonly Divergence[]> {
  const letters = await db
    .selectFrom('letter')
    .select(['id', 'seq', 'kind', 'step', 'facts'])
    .where('base', '=', stream)
    .orderBy('seq')
    .orderBy('id')
    .execute()
  const drafts = draftsIn(rows)
  return letters.flatMap(({ id, seq, kind, step, facts }): readonly Divergence[] =>
    drafts.get(seq)?.some((one) => isSame(one, { kind, step, facts }))
      ? []
      : [{ code: 'letter_differs', stream, seq, subject: id }],
  )
}

interface SentDraft {
  readonly kind: string
  readonly step: string | null
  readonly facts: unknown
}

/** What each entry sends, with the head its command led to. */
const draftsIn = (rows: readonly LedgerEntry[]): ReadonlyMap<number, readonly SentDraft[]> => {
  const byCommand = new Map<string, LedgerEntry[]>(rows.map(({ command_id: command }) => [command, []]))
  for (const row of rows) byCommand.get(row.command_id)?.push(row)
  return new Map(
    rows.map(({ seq, payload: event, command_id: command }) => {
      const own = byCommand.get(command) ?? []
      const beside = own.map(({ payload }) => payload)
      const drafts = draftsOf(event, beside)
      const head = own.at(-1)
      return [
        seq,
        drafts.map(({ kind, step = null, facts }) => ({
          kind,
          step,
          facts: { ...facts, head: head?.hash, seq: head?.seq },
        })),
      ]
    }),
  )
}
