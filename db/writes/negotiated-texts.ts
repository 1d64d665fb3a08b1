import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, PersonId, Sha256, BaseId } from '../../domain/ids.js'
import { answerPlace, itemPlace, versionPlace, type KeptItem } from '../reads/negotiated-texts.js'
import { seal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { caseKeyOf } from './case-keys.js'
import { underKeyOf } from './person-keys.js'

type Db = Kysely<Database>

/** Keeps a version under its hash, sealed under the key of the base; the same again changes nothing. */
export async function keepVersion(
  db: Db,
  {
    base,
    hash,
    body,
    at,
  }: { readonly base: BaseId; readonly hash: Sha256; readonly body: string; readonly at: Instant },
): Promise<void> {
  const sealed = seal(await caseKeyOf(db, base), { field: versionPlace({ base, hash }), text: body })
  await db
    .insertInto('text_version')
    .values({ base, hash, body: sealed, kept_at: at })
    .onConflict((conflict) => conflict.columns(['base', 'hash']).doNothing())
    .execute()
}

/** Numbers of one base are given out one after the other. */
const numbering = (base: BaseId) => sql`select pg_advisory_xact_lock(hashtextextended(${`text_item ${base}`}, 0))`

interface NewItem extends Omit<KeptItem, 'no' | 'answers'> {
  /** The request it came with: sent twice it is kept once. */
  readonly command: string
}

/** Keeps what somebody says about the text under the next number of the base; undefined, and nothing kept, for a person who was erased. */
export const keepItem = (db: Db, { body, ...item }: NewItem): Promise<number | undefined> =>
  db.transaction().execute(async (trx) => {
    await numbering(item.base).execute(trx)
    const known = await trx.selectFrom('text_item').select('no').where('command', '=', item.command).executeTakeFirst()
    if (known !== undefined) return known.no
    const { last } = await trx
      .selectFrom('text_item')
      .select(({ fn }) => fn.max('no').as('last'))
      .where('base', '=', item.base)
      .executeTakeFirstOrThrow()
    const no = (last ?? 0) + 1
    return await underKeyOf(trx, {
      person: item.author,
      work: async (key) => {
        const sealed = seal(key, { field: itemPlace({ base: item.base, no }), text: body ?? '' })
        // The key is locked with the insert: an erasure under way comes before it, and nothing is kept, or after it.
        const { rows } = await sql<{ no: number }>`
          insert into text_item (base, no, step, kind, side, seen_by, clauses, hash, body, author, made_at, command)
          select ${item.base}, ${no}, ${item.step}, ${item.kind}, ${item.side}, ${item.seenBy}, ${[...item.clauses]}::text[],
            ${item.hash}, ${sealed}, person, ${item.at}::timestamptz, ${item.command}
          from person_key where person = ${item.author} and wrapped = ${key.wrapped} for key share
          returning no`.execute(trx)
        return rows[0]?.no
      },
    })
  })

interface GivenAnswer {
  readonly base: BaseId
  readonly no: number
  readonly step: string
  readonly state: string
  readonly hash?: Sha256 | undefined
  readonly body?: string | undefined
  readonly author: PersonId
  readonly at: Instant
}

/** Keeps an answer in the place of one given on the same visit. undefined, and nothing kept, for a person who was erased. */
export const keepAnswer = (db: Db, given: GivenAnswer): Promise<number | undefined> =>
  underKeyOf(db, {
    person: given.author,
    work: async (key) => {
      const { base, no, step, state, hash = null, body, author, at } = given
      const sealed = body === undefined ? null : seal(key, { field: answerPlace({ base, no, step }), text: body })
      const { rows } = await sql<{ no: number }>`
        insert into text_answer (base, no, step, state, hash, body, author, given_at)
        select ${base}, ${no}, ${step}, ${state}, ${hash}, ${sealed}, person, ${at}::timestamptz
        from person_key where person = ${author} and wrapped = ${key.wrapped} for key share
        on conflict (base, no, step) do update set state = excluded.state, hash = excluded.hash, body = excluded.body,
          author = excluded.author, given_at = excluded.given_at
        returning no`.execute(db)
      return rows[0]?.no
    },
  })

/** Takes an answer away again that no decision has brought; false: there is none. */
export const dropAnswer = async (
  db: Db,
  { base, no, step }: Pick<GivenAnswer, 'base' | 'no' | 'step'>,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('text_answer')
    .where('base', '=', base)
    .where('no', '=', no)
    .where('step', '=', step)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
