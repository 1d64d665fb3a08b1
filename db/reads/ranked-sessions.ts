import type { ProgrammeId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { EventOf } from '../../domain/event.js'
import type { SessionEvent } from '../../domain/events/sessions.js'
import { sessionRowEntries, type SessionEntry } from '../../domain/session-row.js'
import type { Database } from '../schema.js'

/** A ranked session as its programme's ledger has it; undefined where none of that name was convened. */
export const readSession = async (
  db: Kysely<Database>,
  { programme, session }: { readonly programme: ProgrammeId; readonly session: string },
): Promise<{ readonly at: string; readonly event: EventOf<'session_convened'> } | undefined> => {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['payload', 'occurred_at'])
    .where('stream', '=', programme)
    .where('type', '=', 'session_convened')
    .where(sql<boolean>`payload->>'session' = ${session}`)
    .execute()
  return rows
    .flatMap(({ payload: event, occurred_at: at }) => (event.type === 'session_convened' ? [{ at, event }] : []))
    .at(0)
}

/** What became of a session after it was convened, in the order of the ledger of its programme. */
export const sessionNotesOf = async (
  db: Kysely<Database>,
  { programme, session }: { readonly programme: ProgrammeId; readonly session: string },
): Promise<readonly { readonly at: string; readonly event: SessionEvent }[]> => {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['payload', 'occurred_at'])
    .where('stream', '=', programme)
    .where('type', 'in', ['session_moved', 'session_noted'])
    .where(sql<boolean>`payload->>'session' = ${session}`)
    .orderBy('seq')
    .execute()
  return rows.flatMap(({ payload: event, occurred_at: at }) =>
    event.type === 'session_moved' || event.type === 'session_noted' ? [{ at, event }] : [],
  )
}

/** What the ledgers of some bases say of the sessions they were ranked in, by base. */
export const sessionEntriesOf = async (
  db: Kysely<Database>,
  bases: readonly string[],
): Promise<ReadonlyMap<string, readonly SessionEntry[]>> => {
  const found = new Map<string, SessionEntry[]>(bases.map((base) => [base, []]))
  if (bases.length === 0) return found
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['stream', 'payload', 'occurred_at'])
    .where('stream', 'in', bases)
    .where('type', 'in', sessionRowEntries)
    .orderBy('stream')
    .orderBy('seq')
    .execute()
  for (const { stream, payload: event, occurred_at: at } of rows) found.get(stream)?.push({ at, event })
  return found
}
