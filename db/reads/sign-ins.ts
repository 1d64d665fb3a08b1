import type { Kysely } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { tokenHash } from '../seals/link-seal.js'
import { isSignInSealed, type SignedIn } from '../seals/sign-in-seal.js'

/** A sign-in as it stands. */
export interface SignIn extends Omit<SignedIn, 'tokenHash'> {
  readonly agent: string
  readonly madeAt: Instant
  readonly seenAt: Instant
}

/** The sign-in of the word a browser bears; undefined where there is none, it was ended, or this programme did not make it. */
export async function signInOfToken(db: Kysely<Database>, token: string): Promise<SignIn | undefined> {
  const hash = tokenHash(token)
  const row = await signIns(db).where('token_hash', '=', hash).executeTakeFirst()
  return row === undefined ? undefined : asSignIn(row)
}

/** Where somebody is signed in at an instant, the newest first. */
export async function signInsOf(
  db: Kysely<Database>,
  { person, at }: { readonly person: PersonId; readonly at: Instant },
): Promise<readonly SignIn[]> {
  const rows = await signIns(db)
    .where('person', '=', person)
    .where('ends_at', '>', at)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => asSignIn(row) ?? [])
}

const signIns = (db: Kysely<Database>) => db.selectFrom('sign_in').selectAll().where('ended_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof signIns>['executeTakeFirstOrThrow']>>

const asSignIn = (row: Row): SignIn | undefined => {
  const { id, person, means, agent } = row
  const made = { id, person, means, askedAt: row.asked_at, endsAt: row.ends_at }
  if (!isSignInSealed({ ...made, tokenHash: row.token_hash }, row.seal)) return undefined
  return { ...made, agent, madeAt: row.made_at, seenAt: row.seen_at }
}
