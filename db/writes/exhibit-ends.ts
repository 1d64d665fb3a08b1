import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { FileEnd } from '../../domain/exhibits/exhibit.js'
import type { Instant } from '../../domain/ids.js'
import { isEnded } from '../../domain/retention.js'
import { lastDayOfMemorandum, type BaseEndRow } from '../reads/base-end.js'
import { recordsLock } from '../record/erasure-claim.js'
import type { Database } from '../schema.js'
import type { FilePart } from '../schema/exhibit-tables.js'

type Db = Kysely<Database>

/** A file of which nothing but its row is left to be. */
export interface EndingFile {
  readonly id: string
  readonly parts: readonly FilePart[]
}

/** In a statement over `exhibit_file`: somebody has the records of its base, or of whoever brought it, held. */
const isHeld = sql`exists (select from record_hold where record_hold.state <> 'released'
  and (record_hold.base = exhibit_file.base or record_hold.person = exhibit_file.person))`

/** How many are taken at once. */
const most = 200

/** Notes that a file is being brought: from now on it is no abandoned one. */
export async function noteBrought(db: Db, { id, at }: { id: string; at: Instant }): Promise<void> {
  await db.updateTable('exhibit_file').set({ brought_at: at }).where('id', '=', id).execute()
}

/** Takes the keys of files that nobody has brought to their end, or as an exhibit, since before a moment. */
export async function giveUpFiles(db: Db, { since, at }: { since: Instant; at: Instant }): Promise<void> {
  await sql`
    update exhibit_file set state = 'refused', sealed_key = null, verdict = null, ended_at = ${at}::timestamptz
    where state in ('open', 'taken') and coalesce(brought_at, ended_at, begun_at) < ${since}::timestamptz
      and not exists (select from exhibit where exhibit.base = exhibit_file.base and exhibit.id = exhibit_file.id)`.execute(
    db,
  )
}

/** Files without a key whose bytes lie in the store still; `isGivenUp`: its row goes with them. */
export async function filesWithoutKey(db: Db): Promise<readonly (EndingFile & { readonly isGivenUp: boolean })[]> {
  const { rows } = await sql<EndingFile & { readonly isGivenUp: boolean }>`
    select id, parts, state = 'refused' as "isGivenUp" from exhibit_file
    where (state = 'destroyed' and parts <> '[]') or (state = 'refused' and verdict is null)
    order by begun_at limit ${most}`.execute(db)
  return rows
}

/** Notes that no byte of a file lies in the store any more. */
export async function noteEmptied(db: Db, id: string): Promise<void> {
  await db
    .updateTable('exhibit_file')
    .set({ parts: '[]' })
    .where('id', '=', id)
    .where('state', '=', 'destroyed')
    .execute()
}

/** Files that lie under the key of somebody who was erased: nobody can read them any more. */
export async function filesOfErased(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select exhibit_file.id from exhibit_file join person on person.id = exhibit_file.person
    where state = 'taken' and key_of = 'person' and person.erased_at is not null
    order by begun_at limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

type Ending = BaseEndRow & { readonly id: string } & { readonly isOfFirm: boolean; readonly stageLeft: string | null }

/** Files whose time is over on a day (8.13), unless somebody has their records held. */
export async function filesPastTheirTime(db: Db, { day }: { day: string }): Promise<readonly string[]> {
  const { rows } = await sql<Ending>`
    select exhibit_file.id, base.id as base, base.closed_at as "closedAt", ${lastDayOfMemorandum} as "endsOn",
      exhibit.readers = 'FRM' as "isOfFirm", base_stage.left_at as "stageLeft"
    from exhibit_file
    join exhibit on exhibit.base = exhibit_file.base and exhibit.id = exhibit_file.id
    join base on base.id = exhibit_file.base
    left join base_stage on base_stage.base = base.id and base_stage.no = exhibit.stage_no
    where state = 'taken' and (base.closed_at is not null or (exhibit.readers = 'FRM' and base_stage.left_at is not null))
      and not ${isHeld}
    order by exhibit_file.begun_at`.execute(db)
  return rows
    .filter((row) => isEnded(row, day))
    .map(({ id }) => id)
    .slice(0, most)
}

/** Destroys the key of a file and notes why, unless somebody has had its records held in between. */
export const destroyFile = (
  db: Db,
  { id, at, why }: { readonly id: string; readonly at: Instant; readonly why: FileEnd },
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`select ${recordsLock}`.execute(trx)
    await sql`
      update exhibit_file set state = 'destroyed', destroyed_at = ${at}::timestamptz, destroyed_for = ${why}, sealed_key = null
      where id = ${id} and state = 'taken' and (${why} = 'erasure' or not ${isHeld})`.execute(trx)
  })
