import type { BaseId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { DocumentKind } from '../../domain/document-kind.js'
import { voidedOrders } from '../../domain/voided-papers.js'
import type { Database } from '../schema.js'
import type { DocumentTable } from '../schema/base-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
export type ListedDocument = ReturnType<typeof documentFromRow>

export interface DocumentsRequest extends PageRequest {
  readonly base: BaseId
  readonly kind?: DocumentKind | undefined
  /** Only papers of these kinds: what the reader may see. Left out: all. */
  readonly among?: readonly DocumentKind[] | undefined
}

/** The papers of a base in the order in which they were made. */
export async function listDocuments(db: Db, request: DocumentsRequest): Promise<Page<ListedDocument>> {
  const after = keysAfter(request, ['integer', 'text', 'text'])
  let query = db
    .selectFrom('document')
    .selectAll()
    .where('base', '=', request.base)
    .orderBy('made_seq')
    .orderBy('kind')
    .orderBy('language')
    .limit(rowsFor(request))
  if (request.kind !== undefined) query = query.where('kind', '=', request.kind)
  if (request.among !== undefined) query = query.where('kind', 'in', request.among)
  if (after !== undefined) {
    const [seq, kind, language] = after
    query = query.where(sql<boolean>`(made_seq, kind, language) > (${seq}::integer, ${kind}, ${language})`)
  }
  const page = pageOf(await query.execute(), { ...request, keysOf: (row) => [row.made_seq, row.kind, row.language] })
  return mapPage(page, documentFromRow)
}

/** All papers of some bases, those of each in the order in which they were made. */
export async function documentsOfBases(db: Db, bases: readonly string[]): Promise<readonly ListedDocument[]> {
  if (bases.length === 0) return []
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where('base', 'in', bases)
    .orderBy('base')
    .orderBy('made_seq')
    .orderBy('kind')
    .orderBy('language')
    .execute()
  return rows.map(documentFromRow)
}

/** Where the bytes with this hash are a paper, base by base; none when no base has them. */
export async function documentsOf(db: Db, { sha256 }: { sha256: string }): Promise<readonly ListedDocument[]> {
  const rows = await db.selectFrom('document').selectAll().where('sha256', '=', sha256).orderBy('base').execute()
  return rows.map(documentFromRow)
}

/** The how-many-th of its kind and language a paper of a base is, of how many, and the entry it goes back to. */
export async function placeOfDocument(
  db: Db,
  { base, kind, language, madeSeq, order }: ListedDocument,
): Promise<{ readonly version: number; readonly versions: number; readonly from: number }> {
  const { rows } = await sql<{ version: number; versions: number; from: number }>`
    select (select count(*) from document where base = ${base} and kind = ${kind} and language = ${language}
        and made_seq <= ${madeSeq})::integer as version,
      (select count(*) from document where base = ${base} and kind = ${kind} and language = ${language})::integer as versions,
      coalesce((select max(decided.seq) from ledger_entry decided where decided.stream = ordered.stream
        and decided.command_id = ordered.command_id and decided.seq <= ordered.seq
        and decided.type in ('step_closed', 'step_acted')), ordered.seq) as from
    from document_order join ledger_entry ordered
      on ordered.stream = document_order.base and ordered.seq = document_order.ordered_seq
    where document_order.base = ${base} and document_order.id = ${order}`.execute(db)
  return rows[0] ?? { version: 1, versions: 1, from: madeSeq }
}

const documentFromRow = (row: Selectable<DocumentTable>) => ({
  base: row.base,
  order: row.order_id,
  kind: row.kind,
  language: row.language,
  sha256: row.sha256,
  size: row.size,
  madeSeq: row.made_seq,
  madeAt: row.made_at,
})

/** Orders of papers of a base whose decision was voided since (8.7). */
export async function voidedOrdersOf(db: Db, { base }: { base: BaseId }): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select('payload')
    .where('stream', '=', base)
    .where('type', 'in', ['document_ordered', 'effects_undone'])
    .orderBy('seq')
    .execute()
  return voidedOrders(rows.map(({ payload }) => payload))
}
