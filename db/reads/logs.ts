import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { AccessKind } from '../../domain/access.js'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { RefusedAttemptTable } from '../schema/exchange-tables.js'
import type { AccessLogTable } from '../schema/log-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>

/** What is asked of a log. */
export interface LogRequest extends PageRequest {
  readonly stream?: string | undefined
  readonly person?: PersonId | undefined
  /** From this instant on, to that one, both within. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  /** What the asker may see: rows of these programmes, not those of these bases; absent: everything. */
  readonly sight?: { readonly programmes: readonly string[]; readonly without: readonly string[] }
}

/** What was tried and refused, newest first. */
export async function listRefusedAttempts(
  db: Db,
  request: LogRequest & { readonly code?: string | undefined },
): Promise<Page<RefusedAttempt>> {
  let query = db.selectFrom('refused_attempt').selectAll().where(visible(request)).where(between(request))
  if (request.stream !== undefined) query = query.where('stream', '=', request.stream)
  if (request.person !== undefined) query = query.where('actor', '=', request.person)
  if (request.code !== undefined) query = query.where('code', '=', request.code)
  const after = keysAfter(request, ['bigint'])
  if (after?.[0] !== undefined) query = query.where('id', '<', Number(after[0]))
  const rows = await query.orderBy('id', 'desc').limit(rowsFor(request)).execute()
  return mapPage(pageOf(rows, { ...request, keysOf: ({ id }) => [id] }), attemptFromRow)
}

/** Who signed in, saw, took along or set something, newest first. */
export async function listAccess(
  db: Db,
  request: LogRequest & { readonly kind?: AccessKind | undefined },
): Promise<Page<Access>> {
  let query = db.selectFrom('access_log').selectAll().where(visible(request)).where(between(request))
  if (request.stream !== undefined) query = query.where('stream', '=', request.stream)
  if (request.person !== undefined) query = query.where('person', '=', request.person)
  if (request.kind !== undefined) query = query.where('kind', '=', request.kind)
  const after = keysAfter(request, ['bigint'])
  if (after?.[0] !== undefined) query = query.where('id', '<', Number(after[0]))
  const rows = await query.orderBy('id', 'desc').limit(rowsFor(request)).execute()
  return mapPage(pageOf(rows, { ...request, keysOf: ({ id }) => [id] }), accessFromRow)
}

/** Rows about the asker's programmes, or about none; never about a base in which the asker has an interest (SD5). */
const visible = ({ sight }: LogRequest) => (sight === undefined ? sql<boolean>`true` : inSight(sight))

const inSight = ({ programmes, without }: NonNullable<LogRequest['sight']>) =>
  sql<boolean>`(stream is null or (split_part(stream, '-', 1) = any(${programmes}::text[])
    and not stream = any(${without}::text[])))`

const between = ({ from, to }: LogRequest) =>
  sql<boolean>`(${from ?? null}::timestamptz is null or at >= ${from ?? null}::timestamptz)
    and (${to ?? null}::timestamptz is null or at <= ${to ?? null}::timestamptz)`

export type RefusedAttempt = ReturnType<typeof attemptFromRow>
const attemptFromRow = (row: Selectable<RefusedAttemptTable>) => ({
  id: row.id,
  at: row.at,
  actor: row.actor,
  stream: row.stream,
  route: row.route,
  commandId: row.command_id,
  code: row.code,
  detail: row.detail,
})

export type Access = ReturnType<typeof accessFromRow>
const accessFromRow = ({ id, at, person, kind, subject, stream, object }: Selectable<AccessLogTable>) => ({
  id,
  at,
  person,
  kind,
  subject,
  stream,
  object,
})
