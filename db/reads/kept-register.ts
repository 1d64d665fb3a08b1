import type { ProgrammeId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { WitnessEntry, FollowedRow, Rows } from '../../reconciliation/row.js'
import { registerRow } from '../../reconciliation/followed-register.js'
import type { Database } from '../schema.js'

interface KeptRegister {
  /** What was there before the first entry. */
  readonly first: Rows
  readonly rows: Rows
}

/**
 * The register of a programme, as its table has it. A programme that was founded begins with nothing, so that each row has its
 * entry; the sample and what was kept before there was a founding were there first, unless an entry says they were added.
 */
export const keptRegister = async (
  db: Kysely<Database>,
  { programme, entries }: { readonly programme: ProgrammeId; readonly entries: readonly WitnessEntry[] },
): Promise<KeptRegister> => {
  const kept = await db
    .selectFrom('register_entry')
    .select(['id', 'kind', 'entry', 'asked', 'asked_by as askedBy'])
    .where('programme', '=', programme)
    .execute()
  // The key says which row it is, whatever somebody wrote into the entry itself.
  const rows = kept.map(({ id, kind, entry, asked, askedBy }) => ({
    ...registerRow(entry, { asked, askedBy }),
    name: `register/${kind}/${id}`,
    subject: `${kind}/${id}`,
  }))
  const isFounded = entries.some(({ event }) => event.type === 'programme_founded')
  const before = isFounded ? [] : rows.map(({ holds, ...row }) => ({ ...row, holds: { ...holds, ...nothingAsked } }))
  return { first: byName(before), rows: byName(rows) }
}

const nothingAsked = { asked: null, askedBy: null }

const byName = (rows: readonly (FollowedRow & { readonly name: string })[]): Rows =>
  new Map(rows.map(({ name, ...row }) => [name, row]))
