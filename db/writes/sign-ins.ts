import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { SignInMeans } from '../../domain/access.js'
import type { Database } from '../schema.js'
import { newToken, tokenHash } from '../seals/link-seal.js'
import { signInSeal } from '../seals/sign-in-seal.js'

interface Making {
  readonly person: PersonId
  readonly means: SignInMeans
  readonly askedAt: Instant | null
  readonly agent: string
  readonly at: Instant
  readonly endsAt: Instant
}

/** Signs somebody in and gives the word the browser will bear, which is kept nowhere: 256 random bits. */
export async function makeSignIn(
  db: Kysely<Database>,
  { person, means, askedAt, agent, at, endsAt }: Making,
): Promise<{ readonly id: string; readonly token: string }> {
  const token = newToken()
  const made = { id: randomUUID(), tokenHash: tokenHash(token), person, means, askedAt, endsAt }
  await db
    .insertInto('sign_in')
    .values({
      id: made.id,
      token_hash: made.tokenHash,
      person,
      means,
      asked_at: askedAt,
      agent,
      made_at: at,
      seen_at: at,
      ends_at: endsAt,
      ended_at: null,
      seal: signInSeal(made),
    })
    .execute()
  return { id: made.id, token }
}

/** Notes that a sign-in is used. */
export async function seeSignIn(db: Kysely<Database>, { id, at }: { id: string; at: Instant }): Promise<void> {
  await db.updateTable('sign_in').set({ seen_at: at }).where('id', '=', id).execute()
}

/** Ends one sign-in of somebody, or all. Says how many there were to end. */
export async function endSignIns(
  db: Kysely<Database>,
  { person, id, at }: { readonly person: PersonId; readonly id?: string; readonly at: Instant },
): Promise<number> {
  let query = db
    .updateTable('sign_in')
    .set({ ended_at: at })
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', at)
  if (id !== undefined) query = query.where('id', '=', id)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Takes away, as of before an instant, sign-ins that ended, those on their way that never arrived, and what passkeys never answered. */
export async function dropEndedSignIns(db: Kysely<Database>, { before }: { readonly before: Instant }): Promise<void> {
  await db
    .deleteFrom('sign_in')
    .where((eb) => eb.or([eb('ends_at', '<', before), eb('ended_at', '<', before)]))
    .execute()
  await db.deleteFrom('sign_in_begun').where('begun_at', '<', before).execute()
  await db.deleteFrom('passkey_challenge').where('made_at', '<', before).execute()
}

interface Begun {
  readonly returnTo: string
  readonly isFresh: boolean
}

/** Notes that a browser went to the provider, and where it goes afterwards. */
export async function beginSignIn(
  db: Kysely<Database>,
  { browser, at, returnTo, isFresh }: Begun & { readonly browser: string; readonly at: Instant },
): Promise<void> {
  const row = { browser_hash: tokenHash(browser), return_to: returnTo, is_fresh: isFresh, begun_at: at }
  await db.insertInto('sign_in_begun').values(row).execute()
}

/** Takes what a browser had begun, which it can do once; undefined where it began nothing since `since`. */
export async function takeBegunSignIn(
  db: Kysely<Database>,
  { browser, since }: { readonly browser: string; readonly since: Instant },
): Promise<Begun | undefined> {
  const row = await db
    .deleteFrom('sign_in_begun')
    .where('browser_hash', '=', tokenHash(browser))
    .returning(['return_to', 'is_fresh', 'begun_at'])
    .executeTakeFirst()
  if (row === undefined || row.begun_at < since) return undefined
  return { returnTo: row.return_to, isFresh: row.is_fresh }
}
