import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { ExhibitFile } from '../../domain/exhibits/exhibit.js'
import type { FileVerdict } from '../../domain/exhibits/verdicts.js'
import type { Instant, BaseId, PersonId } from '../../domain/ids.js'
import { seal, unseal, type WrappedKey } from '../sealed-person.js'
import type { Database } from '../schema.js'
import type { ExhibitFileTable, FilePart } from '../schema/exhibit-tables.js'
import { caseKeyOf, readCaseKey } from './case-keys.js'
import { keysOf } from './person-keys.js'

type Db = Kysely<Database>

export interface NewFile {
  readonly id: string
  readonly base: BaseId
  readonly person: PersonId
  readonly name: string
  readonly size: number
  readonly key: Buffer
  readonly at: Instant
}

export type KeptFile = Selectable<ExhibitFileTable>

/** Notes that a file is on its way, its name and its key sealed under that of whoever brings it. False: that person was erased. */
export async function beginFile(db: Db, { id, base, person, name, size, key, at }: NewFile): Promise<boolean> {
  const own = await keyOf(db, person)
  if (own === undefined) return false
  await db
    .insertInto('exhibit_file')
    .values({
      id,
      base,
      person,
      name: seal(own, { field: `file-name/${id}`, text: name }),
      size,
      received: 0,
      parts: '[]',
      state: 'open',
      verdict: null,
      found: null,
      key_of: 'person',
      sealed_key: seal(own, { field: `file-key/${id}`, text: key.toString('base64') }),
      begun_at: at,
      ended_at: null,
      brought_at: null,
      destroyed_at: null,
      destroyed_for: null,
    })
    .execute()
  return true
}

const keyOf = async (db: Db, person: PersonId): Promise<WrappedKey | undefined> =>
  (await keysOf(db, [person])).get(person)

/** What is known of a file, its name and key opened; without them where whoever brought it was erased. */
export async function readFile(
  db: Db,
  id: string,
): Promise<(KeptFile & { readonly key: Buffer | undefined; readonly fileName: string | undefined }) | undefined> {
  const row = await db.selectFrom('exhibit_file').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const person = await personKey(db, row.person)
  const own = row.key_of === 'person' ? person : await readCaseKey(db, row.base)
  const text = own === undefined ? null : unseal(own, { field: `file-key/${id}`, sealed: row.sealed_key })
  const fileName = person === undefined ? null : unseal(person, { field: `file-name/${id}`, sealed: row.name })
  return { ...row, key: text === null ? undefined : Buffer.from(text, 'base64'), fileName: fileName ?? undefined }
}

/** The key of a person who has one: reading makes none. */
const personKey = async (db: Db, person: PersonId): Promise<WrappedKey | undefined> =>
  await db
    .selectFrom('person_key')
    .select(['person', 'wrapped', 'wrapped_by as wrappedBy'])
    .where('person', '=', person)
    .executeTakeFirst()

/** Notes one more part; false where somebody else has added one in between, and this one counts for nothing. */
export async function addPart(
  db: Db,
  { id, offset, part }: { id: string; offset: number; part: FilePart },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('exhibit_file')
    .set({
      received: offset + part.size,
      parts: sql<string>`parts || ${JSON.stringify([part])}::jsonb`,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('received', '=', offset)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says where a file ends whose size was not known before it came. */
export async function endsAt(db: Db, { id, size }: { id: string; size: number }): Promise<void> {
  await db.updateTable('exhibit_file').set({ size }).where('id', '=', id).where('state', '=', 'open').execute()
}

/** Notes what was found in a file that is whole; its name and its key go where it was refused. */
export async function endFile(
  db: Db,
  { id, at, ...ended }: { id: string; at: Instant } & ({ found: ExhibitFile } | { verdict: FileVerdict }),
): Promise<void> {
  const change =
    'found' in ended
      ? { state: 'taken' as const, found: JSON.stringify(ended.found) }
      : { state: 'refused' as const, verdict: ended.verdict, sealed_key: null }
  await db
    .updateTable('exhibit_file')
    .set({ ...change, ended_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

/** Lays the key of a file under that of its base: who brought it may go, and the file stays (8.13). */
export async function keyUnderBase(
  db: Db,
  { id, base, key }: { id: string; base: BaseId; key: Buffer },
): Promise<void> {
  const own = await caseKeyOf(db, base)
  await db
    .updateTable('exhibit_file')
    .set({ key_of: 'base', sealed_key: seal(own, { field: `file-key/${id}`, text: key.toString('base64') }) })
    .where('id', '=', id)
    .where('key_of', '=', 'person')
    .execute()
}

/** How much the files of a base take together. */
export async function sizeOfBase(db: Db, base: BaseId): Promise<number> {
  const { sum } = await db
    .selectFrom('exhibit_file')
    .select(sql<number>`coalesce(sum(size), 0)::float8`.as('sum'))
    .where('base', '=', base)
    .where('state', 'in', ['open', 'taken'])
    .executeTakeFirstOrThrow()
  return sum
}

/** Takes away the note of a file that nobody will bring to its end. */
export async function forgetFile(db: Db, id: string): Promise<void> {
  await db.deleteFrom('exhibit_file').where('id', '=', id).execute()
}
