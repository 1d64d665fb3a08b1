import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../schema.js'
import type { RefusedAttemptTable } from '../schema/exchange-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
export type RefusedAttempt = ReturnType<typeof attemptFromRow>

/** What was tried and refused, newest first. */
export async function listRefusedAttempts(
  db: Db,
  request: PageRequest & { readonly stream?: string | undefined },
): Promise<Page<RefusedAttempt>> {
  const after = keysAfter(request, 1)
  let query = db.selectFrom('refused_attempt').selectAll().orderBy('id', 'desc').limit(rowsFor(request))
  if (request.stream !== undefined) query = query.where('stream', '=', request.stream)
  if (after?.[0] !== undefined) query = query.where('id', '<', Number(after[0]))
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), attemptFromRow)
}

const attemptFromRow = (row: Selectable<RefusedAttemptTable>) => ({
  ...{ id: row.id, at: row.at, actor: row.actor, stream: row.stream, route: row.route },
  ...{ commandId: row.command_id, code: row.code, detail: row.detail },
})
