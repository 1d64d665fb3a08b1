import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import type { Database } from '../schema.js'
import type { LedgerEntryTable } from '../schema/ledger-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
export type ListedEntry = ReturnType<typeof entryFromRow>

/** Which entries of a ledger are wanted; everything left out is not asked for. */
export interface HistoryFilter {
  /** Who acted, or in whose place. */
  readonly person?: PersonId | undefined
  readonly role?: Role | undefined
  /** A step by its key, all its visits, or one visit by its id. */
  readonly step?: string | undefined
  readonly kind?: string | undefined
  /** From this moment on, to that one, both within. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  /** Words of a reason or comment. */
  readonly about?: string | undefined
}

/** Which words of people somebody may read: those said in some roles (absent: in all), and of sealed visits the own ones. */
export interface Reading {
  readonly person: PersonId
  readonly roles?: readonly Role[] | undefined
  readonly sealed: readonly string[]
}

/** The ledger of a stream, first entry first, with everything its hash covers, and the words that may be read. */
export async function listHistory(
  db: Db,
  request: PageRequest & HistoryFilter & { readonly stream: string; readonly reading?: Reading | undefined },
): Promise<Page<ListedEntry>> {
  const after = keysAfter(request, 1)
  let query = db
    .selectFrom('ledger_entry as entry')
    .selectAll('entry')
    .select(wordsOf(request.reading).as('words'))
    .where('entry.stream', '=', request.stream)
    .orderBy('entry.seq')
    .limit(rowsFor(request))
  for (const condition of conditionsOf(request)) query = query.where(condition)
  if (after?.[0] !== undefined) query = query.where('entry.seq', '>', Number(after[0]))
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ seq }) => [seq] }), entryFromRow)
}

/** What a person said with an entry, as far as it may be read and is not erased. */
const wordsOf = (reading: Reading | undefined): RawBuilder<string | null> =>
  reading === undefined
    ? sql<string | null>`null::text`
    : sql<string | null>`(select text.body from text where ${textOfEntry} and ${mayRead(reading)})`

const textOfEntry = sql<boolean>`text.stream = entry.stream
  and text.id::text = coalesce(entry.payload->'reason'->>'id', entry.payload->'text'->>'id')`

const mayRead = ({ person, roles, sealed }: Reading): RawBuilder<boolean> => sql<boolean>`(
  ${roles ?? null}::text[] is null or entry.role = any(${roles ?? null}::text[])
) and (
  entry.type <> 'step_acted' or entry.actor = ${person} or entry.payload->>'step' <> all(${sealed}::text[])
)`

const conditionsOf = (filter: HistoryFilter & { readonly reading?: Reading | undefined }): RawBuilder<boolean>[] => {
  const { person, role, step, kind, from, to, about, reading } = filter
  const conditions: RawBuilder<boolean>[] = []
  if (person !== undefined) conditions.push(sql`(entry.actor = ${person} or entry.on_behalf_of = ${person})`)
  if (role !== undefined) conditions.push(sql`entry.role = ${role}`)
  if (step !== undefined) conditions.push(sql`(entry.payload->>'key' = ${step} or entry.payload->>'step' = ${step})`)
  if (kind !== undefined) conditions.push(sql`entry.type = ${kind}`)
  if (from !== undefined) conditions.push(sql`entry.occurred_at >= ${from}`)
  if (to !== undefined) conditions.push(sql`entry.occurred_at <= ${to}`)
  if (about !== undefined)
    conditions.push(
      reading === undefined
        ? sql`false`
        : sql`exists (select from text where ${textOfEntry} and ${mayRead(reading)} and ${saysSo(about)})`,
    )
  return conditions
}

/**
 * Whether a text is about something: by whole words, as search engines read them, or by every word as part of it. The
 * second is for Chinese, which has no blanks between words for PostgreSQL to find.
 */
const saysSo = (about: string): RawBuilder<boolean> => {
  const parts = about.split(/\s+/u).filter((part) => part !== '')
  const patterns = parts.map((part) => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return sql<boolean>`(to_tsvector('simple', text.body) @@ websearch_to_tsquery('simple', ${about})
    or text.body ilike all(${patterns}::text[]))`
}

const entryFromRow = (row: Selectable<LedgerEntryTable> & { readonly words: string | null }) => ({
  ...{ stream: row.stream, seq: row.seq, type: row.type, schemaVersion: row.schema_version, payload: row.payload },
  ...{ actor: row.actor, onBehalfOf: row.on_behalf_of, role: row.role, channel: row.channel },
  ...{ effectiveOn: row.effective_on, occurredAt: row.occurred_at, recordedAt: row.recorded_at },
  ...{ commandId: row.command_id, workflowRun: row.workflow_run, rulesVersion: row.rules_version },
  ...{ prevHash: row.prev_hash, hash: row.hash, words: row.words },
})

/** The words of a person that an entry names by id; `body` is null once they are erased. */
export const readText = (db: Db, { id }: { id: string }) =>
  db.selectFrom('text').select(['id', 'stream', 'author', 'hash', 'body']).where('id', '=', id).executeTakeFirst()
