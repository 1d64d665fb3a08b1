import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, Sha256, PersonId } from '../../domain/ids.js'
import { mostPasskeys, passkeyPlace, type Passkey } from '../reads/passkeys.js'
import type { Database } from '../schema.js'
import { newToken, tokenHash } from '../seals/link-seal.js'
import { challengeSeal, isChallengeSealed, passkeySeal } from '../seals/passkey-seal.js'
import { seal } from '../sealed-person.js'
import { underKeyOf } from './person-keys.js'

type Db = Kysely<Database>

interface Taking extends Omit<Passkey, 'usedAt'> {
  readonly counter: number
}

/**
 * Keeps a passkey, its name under the key of its person. Nothing is kept of one that is kept already, for whomever (`taken`), beyond the
 * most that one person keeps (`full`), or of somebody erased (undefined).
 */
export const keepPasskey = async (db: Db, key: Taking): Promise<'kept' | 'taken' | 'full' | undefined> => {
  const { id, person, credential, publicKey, transports, name, counter, madeAt } = key
  return await underKeyOf(db, {
    person,
    work: async (own) => {
      const sealed = seal(own, { field: passkeyPlace(id), text: name })
      // The key is locked with the row: an erasure under way comes before it, and nothing is kept, or after it.
      const { rows } = await sql<{ state: 'kept' | 'taken' | 'full' }>`
        with own as (select person from person_key where person = ${person} and wrapped = ${own.wrapped} for key share),
        others as (select count(*) as many from passkey where person = ${person}),
        kept as (
          insert into passkey (id, person, credential, public_key, transports, name, counter, made_at, seal)
          select ${id}::uuid, own.person, ${credential}, ${publicKey}, ${[...transports]}::text[], ${sealed}, ${counter}::bigint,
            ${madeAt}::timestamptz, ${passkeySeal(key)}
          from own, others where others.many < ${mostPasskeys}
          on conflict (credential) do nothing
          returning person)
        select case when exists (select from kept) then 'kept'
          when (select many from others) >= ${mostPasskeys} then 'full' else 'taken' end as state
        from own`.execute(db)
      return rows[0]?.state
    },
  })
}

/** Takes a passkey of somebody away; says whether there was one. */
export async function dropPasskey(db: Db, { id, person }: Pick<Passkey, 'id' | 'person'>): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * Notes that a passkey was used, with what its authenticator counted. Not so where that is no more than was counted before, unless it never
 * counts: the key was copied, or what it signed came before. Says whether it was noted; of several at once one is.
 */
export async function usePasskey(
  db: Db,
  { id, counter, at }: { readonly id: string; readonly counter: number; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ counter, used_at: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb(eb.val(counter), '=', 0)])]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface Challenging {
  readonly person: PersonId
  /** Which act it is for; null: to take a new key. */
  readonly act: Sha256 | null
  readonly at: Instant
}

/** Asks something of an authenticator: 256 random bits, of which the hash is kept. */
export async function makeChallenge(db: Db, { person, act, at }: Challenging): Promise<string> {
  const challenge = newToken()
  const made = { hash: tokenHash(challenge), person, act, madeAt: at }
  const row = { hash: made.hash, person, act, made_at: at, seal: challengeSeal(made) }
  await db.insertInto('passkey_challenge').values(row).execute()
  return challenge
}

/**
 * Takes what was asked of somebody, which is done once, whatever the answer is worth. undefined: nothing of the kind was asked since then,
 * or it was answered.
 */
export async function takeChallenge(
  db: Db,
  { challenge, person, since }: { readonly challenge: string; readonly person: PersonId; readonly since: Instant },
): Promise<{ readonly act: Sha256 | null } | undefined> {
  const row = await db
    .deleteFrom('passkey_challenge')
    .where('hash', '=', tokenHash(challenge))
    .where('person', '=', person)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined || row.made_at < since) return undefined
  const { hash, act, made_at: madeAt } = row
  return isChallengeSealed({ hash, person, act, madeAt }, row.seal) ? { act } : undefined
}
