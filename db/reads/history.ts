import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'
import type { LedgerEntryTable } from '../schema/ledger-tables.js'
import { causeOf, isAct } from './cause.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'
import { textsAbout, unsealedText } from './texts.js'

type Db = Kysely<Database>
export type HistoryEntry = ReturnType<typeof entryFromRow>

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
  /** An exhibit that its form cites. */
  readonly cites?: string | undefined
  /** From this entry on. */
  readonly fromSeq?: number | undefined
  /** The last entry first. */
  readonly newestFirst?: boolean | undefined
}

/** Which words of people somebody may read: those said in some roles (absent: in all), and of sealed visits the own ones. */
export interface ReadableTexts {
  readonly person: PersonId
  readonly roles?: readonly Role[] | undefined
  readonly sealed: readonly string[]
  /** Decisions whose words may be read whoever took them: key and option, `1.4a return`. */
  readonly decisions?: readonly string[]
  /** Roles in which others act without a name before this reader: by person or role their entries are not found. */
  readonly nameless?: readonly Role[]
  /** Steps that are not there for this reader: by what they are of, their entries are not found. */
  readonly unseen?: readonly StepKey[]
  /** Steps whose words say what a screening came to: not read by this reader, but for the own ones (1.6). */
  readonly wordless?: readonly StepKey[]
}

/** The ledger of a stream, first entry first, with everything its hash covers, and the words that may be read. */
export async function listHistory(
  db: Db,
  request: PageRequest & HistoryFilter & { readonly stream: string; readonly reading?: ReadableTexts | undefined },
): Promise<Page<HistoryEntry>> {
  const after = keysAfter(request, ['integer'])
  let query = db
    .selectFrom('ledger_entry as entry')
    .leftJoin('text', (join) => join.on(textOfEntry).on(mayRead(request.reading)))
    .leftJoin('person_key as key', 'key.person', 'text.author')
    .selectAll('entry')
    .select(causeOf.as('cause'))
    .select(['text.id as text', 'text.author', 'text.body', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('entry.stream', '=', request.stream)
    .orderBy('entry.seq', request.newestFirst === true ? 'desc' : 'asc')
    .limit(rowsFor(request))
  for (const condition of conditionsOf(request)) query = query.where(condition)
  if (request.about !== undefined)
    query = query.where(
      sql<boolean>`text.id = any(${await textsAbout(db, { ...request, about: request.about })}::uuid[])`,
    )
  const onwards = request.newestFirst === true ? '<' : '>'
  if (after?.[0] !== undefined) query = query.where('entry.seq', onwards, Number(after[0]))
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ seq }) => [seq] }), entryFromRow)
}

const textOfEntry = sql<boolean>`text.stream = entry.stream
  and text.id::text = coalesce(entry.payload->'reason'->>'id', entry.payload->'text'->>'id')`

const keyOfEntry = sql<
  string | null
>`coalesce(entry.payload->>'key', regexp_replace(entry.payload->>'step', '\\.[0-9]+$', ''))`

const mayRead = (reading: ReadableTexts | undefined): RawBuilder<boolean> =>
  reading === undefined
    ? sql<boolean>`false`
    : sql<boolean>`(
  ${reading.roles ?? null}::text[] is null or entry.role = any(${reading.roles ?? null}::text[])
  or entry.type = 'step_acted' and concat_ws(' ', entry.payload->>'key', entry.payload->>'option') = any(${reading.decisions ?? []}::text[])
) and (
  entry.type <> 'step_acted' or entry.actor = ${reading.person} or entry.payload->>'step' <> all(${reading.sealed}::text[])
) and (
  entry.actor = ${reading.person} or ${keyOfEntry} is null or ${keyOfEntry} <> all(${reading.wordless ?? []}::text[])
)`

const conditionsOf = ({
  person,
  role,
  step,
  kind,
  from,
  to,
  cites,
  fromSeq,
  reading,
}: HistoryFilter & { readonly reading?: ReadableTexts | undefined }): RawBuilder<boolean>[] => {
  const conditions: RawBuilder<boolean>[] = []
  if ((person !== undefined || role !== undefined) && reading?.nameless?.length)
    conditions.push(
      sql`(entry.role is null or entry.role <> all(${reading.nameless}::text[]) or entry.actor = ${reading.person})`,
    )
  const isAsked = [person, role, step, kind, cites].some((one) => one !== undefined)
  if (isAsked && reading?.unseen?.length)
    conditions.push(sql`(${keyOfEntry} is null or ${keyOfEntry} <> all(${reading.unseen}::text[]))`)
  // What the engine did after somebody's act is nobody's act.
  if (person !== undefined || role !== undefined) conditions.push(isAct)
  if (person !== undefined) conditions.push(sql`(entry.actor = ${person} or entry.on_behalf_of = ${person})`)
  if (role !== undefined) conditions.push(sql`entry.role = ${role}`)
  if (step !== undefined) conditions.push(sql`(entry.payload->>'key' = ${step} or entry.payload->>'step' = ${step})`)
  if (kind !== undefined) conditions.push(sql`entry.type = ${kind}`)
  if (from !== undefined) conditions.push(sql`entry.occurred_at >= ${from}`)
  if (to !== undefined) conditions.push(sql`entry.occurred_at <= ${to}`)
  if (fromSeq !== undefined) conditions.push(sql`entry.seq >= ${fromSeq}`)
  if (cites !== undefined)
    conditions.push(sql`entry.type = 'step_acted' and entry.payload->'form'->'exhibits' ? ${cites}`)
  return conditions
}

type EntryRow = Selectable<LedgerEntryTable> & {
  readonly cause: number | null
  readonly text: string | null
  readonly author: string | null
  readonly body: string | null
  readonly wrapped: string | null
  readonly wrappedBy: string | null
}

/** What a person said with an entry, as far as it may be read and is not erased. */
const wordsOf = ({ text: id, author, ...sealed }: EntryRow): string | null =>
  id === null || author === null ? null : unsealedText({ id, author, ...sealed }).body

const entryFromRow = (row: EntryRow) => ({
  stream: row.stream,
  seq: row.seq,
  type: row.type,
  schemaVersion: row.schema_version,
  payload: row.payload,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  role: row.role,
  channel: row.channel,
  effectiveOn: row.effective_on,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
  commandId: row.command_id,
  workflowRun: row.workflow_run,
  rulesVersion: row.rules_version,
  prevHash: row.prev_hash,
  hash: row.hash,
  /** The act it came from, where the engine did it. */
  cause: row.cause,
  words: wordsOf(row),
})
