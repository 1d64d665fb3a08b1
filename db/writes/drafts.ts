import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import { draftPlace, type OfDraft } from '../reads/drafts.js'
import { recordsLock } from '../record/erasure-claim.js'
import { seal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { underKeyOf } from './person-keys.js'

type Db = Kysely<Database>

export interface TypedDraft extends OfDraft {
  readonly author: PersonId
  readonly body: string
  /** The version that was changed; 0: there was none. */
  readonly version: number
  readonly at: Instant
}

/**
 * Keeps what was typed, sealed under the key of whoever typed it, in the place of the version it was typed over. Returns the new
 * version; undefined, and nothing kept, where another version stands there by now, or the author was erased.
 */
export const keepDraft = (db: Db, typed: TypedDraft): Promise<number | undefined> =>
  underKeyOf(db, {
    person: typed.author,
    work: async (key) => {
      const body = seal(key, { field: draftPlace(typed), text: typed.body })
      // The key is locked with the row: an erasure under way comes before it, and nothing is kept, or after it.
      const own = sql`select person from person_key where person = ${typed.author} and wrapped = ${key.wrapped} for key share`
      const { rows } = await (
        typed.version === 0 ? begun(typed, { body, own }) : changed(typed, { body, own })
      ).execute(db)
      return rows[0]?.version
    },
  })

type Part = ReturnType<typeof sql>

const begun = ({ base, step, drafter, at }: TypedDraft, { body, own }: { body: string; own: Part }) =>
  sql<{ version: number }>`
    with own as (${own})
    insert into draft (base, step, drafter, version, body, author, authors, changed_at)
    select ${base}, ${step}, ${drafter}, 1, ${body}, person, array[person], ${at}::timestamptz from own
    on conflict do nothing returning version`

const changed = ({ base, step, drafter, version, at }: TypedDraft, { body, own }: { body: string; own: Part }) =>
  sql<{ version: number }>`
    with own as (${own})
    update draft set version = version + 1, body = ${body}, author = own.person, changed_at = ${at}::timestamptz,
      authors = case when authors @> array[own.person] then authors else authors || own.person end
    from own where base = ${base} and step = ${step} and drafter = ${drafter} and version = ${version}
    returning version`

/** Takes a draft away, as far as it is the version somebody means. Says whether it was. */
export async function dropDraft(
  db: Db,
  { base, step, drafter, version }: OfDraft & { readonly version: number },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('base', '=', base)
    .where('step', '=', step)
    .where('drafter', '=', drafter)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes away what was never handed in of steps that were closed before a moment, unless its records are held. Says how many. */
export const dropLeftDrafts = (db: Db, { closedBefore }: { readonly closedBefore: Instant }): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await sql`select ${recordsLock}`.execute(trx)
    const { numAffectedRows = 0n } = await sql`
      delete from draft using base where base.id = draft.base
        and coalesce((select step.closed_at from step where step.base = draft.base and step.id = draft.step), base.closed_at)
          < ${closedBefore}::timestamptz
        and not exists (select from record_hold where record_hold.state <> 'released'
          and (record_hold.base = draft.base or record_hold.person = any(draft.authors)))`.execute(trx)
    return Number(numAffectedRows)
  })
