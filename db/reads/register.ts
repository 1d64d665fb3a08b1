import type { ProgrammeId } from '../../domain/ids.js'
import type { Kysely, Selectable } from 'kysely'
import { registerKinds, registerOf, type Register, type RegisterKind } from '../../domain/register.js'
import type { Database } from '../schema.js'
import type { RegisterEntryTable } from '../schema/programme-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
interface OneEntry {
  readonly programme: ProgrammeId
  readonly kind: RegisterKind
  readonly id: string
}

export type ListedRegisterEntry = ReturnType<typeof entryFromRow>

/** The register of a programme in the order of kinds and ids, with what waits for a second person. */
export async function listRegister(
  db: Db,
  request: PageRequest & { readonly programme: ProgrammeId; readonly kind?: RegisterKind | undefined },
): Promise<Page<ListedRegisterEntry>> {
  const after = keysAfter(request, ['text', 'text'])
  let query = db
    .selectFrom('register_entry')
    .selectAll()
    .where('programme', '=', request.programme)
    .orderBy('kind')
    .orderBy('id')
    .limit(rowsFor(request))
  if (request.kind !== undefined) query = query.where('kind', '=', request.kind)
  const [kind, id] = after ?? []
  const known = registerKinds.find((one) => one === kind)
  if (known !== undefined && id !== undefined)
    query = query.where((eb) => eb.or([eb('kind', '>', known), eb.and([eb('kind', '=', known), eb('id', '>', id)])]))
  const page = pageOf(await query.execute(), { ...request, keysOf: (row) => [row.kind, row.id] })
  return mapPage(page, entryFromRow)
}

const entryFromRow = ({ entry, asked, asked_by: askedBy, changed_at: changedAt }: Selectable<RegisterEntryTable>) => ({
  entry,
  asked,
  askedBy,
  changedAt,
})

/** One entry; undefined when the programme has none of that name. */
export const readRegisterEntry = (db: Db, { programme, kind, id }: OneEntry) =>
  db
    .selectFrom('register_entry')
    .select(['entry', 'asked'])
    .where('programme', '=', programme)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()

/** What records of clusters are read with in a programme. */
export async function readRegister(db: Db, { programme }: { programme: ProgrammeId }): Promise<Register> {
  const rows = await db
    .selectFrom('register_entry')
    .select('entry')
    .where('programme', '=', programme)
    .where('kind', '<>', 'organisation')
    .execute()
  return registerOf(rows.map(({ entry }) => entry))
}
