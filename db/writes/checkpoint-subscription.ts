import type { Kysely } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Database } from '../schema.js'

interface Said {
  readonly person: PersonId
  readonly wanted: boolean
  readonly saidAt: Instant
}

/** Keeps what a person says about the checkpoint of the day; the last word counts. */
export async function saveSubscription(db: Kysely<Database>, { person, wanted, saidAt }: Said): Promise<void> {
  const row = { wanted, said_at: saidAt }
  await db
    .insertInto('checkpoint_subscription')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute()
}

/** What a person has said; undefined where he said nothing. */
export const readSubscription = async (db: Kysely<Database>, person: PersonId) =>
  await db
    .selectFrom('checkpoint_subscription')
    .select(['wanted', 'said_at'])
    .where('person', '=', person)
    .executeTakeFirst()
