import type { Kysely, Selectable } from 'kysely'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import type { LedgerEntryTable } from '../schema/ledger-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
export type ListedEntry = ReturnType<typeof entryFromRow>

/** The ledger of a stream, first entry first, with everything its hash covers. */
export async function listHistory(
  db: Db,
  request: PageRequest & { readonly stream: string },
): Promise<Page<ListedEntry>> {
  const after = keysAfter(request, 1)
  let query = db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', request.stream)
    .orderBy('seq')
    .limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('seq', '>', Number(after[0]))
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ seq }) => [seq] }), entryFromRow)
}

const entryFromRow = (row: Selectable<LedgerEntryTable>) => ({
  ...{ stream: row.stream, seq: row.seq, type: row.type, schemaVersion: row.schema_version, payload: row.payload },
  ...{ actor: row.actor, onBehalfOf: row.on_behalf_of, role: row.role, channel: row.channel },
  ...{ effectiveOn: row.effective_on, occurredAt: row.occurred_at, recordedAt: row.recorded_at },
  ...{ commandId: row.command_id, workflowRun: row.workflow_run, rulesVersion: row.rules_version },
  ...{ prevHash: row.prev_hash, hash: row.hash },
})

/** The words of a person that an entry names by id; `body` is null once they are erased. */
export const readText = async (db: Db, { id }: { id: string }) => {
  const row = await readTexts(db).select(['stream', 'hash']).where('id', '=', id).executeTakeFirst()
  return row && unsealedText(row)
}

/** Texts with the keys they are sealed under, for `unsealedText`. */
export const readTexts = (db: Db) =>
  db
    .selectFrom('text')
    .leftJoin('person_key as key', 'key.person', 'text.author')
    .select(['text.id', 'text.author', 'text.body', 'key.wrapped', 'key.wrapped_by as wrappedBy'])

interface SealedText {
  readonly id: string
  readonly author: string
  readonly body: string | null
  readonly wrapped: string | null
  readonly wrappedBy: string | null
}

/** A text as it was written; `body` is null once its author was erased. */
export const unsealedText = <T extends SealedText>({ wrapped, wrappedBy, ...text }: T) => ({
  ...text,
  body: unseal({ person: text.author, wrapped, wrappedBy }, { field: `text/${text.id}`, sealed: text.body }),
})
