import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { apiTokenSeal, type TokenMade } from '../seals/api-token-seal.js'
import { newToken, tokenHash } from '../seals/link-seal.js'

interface Making extends Omit<TokenMade, 'id' | 'tokenHash'> {
  readonly name: string
  readonly by: string
  readonly at: Instant
}

/** How every token of a machine begins, so that it is known where it was left lying. */
export const tokenPrefix = 'cornerstone_'

/** Makes a token for a machine and gives it, this once: it is kept nowhere. */
export async function makeApiToken(
  db: Kysely<Database>,
  { name, by, at, ...of }: Making,
): Promise<{ readonly id: string; readonly token: string }> {
  const token = `${tokenPrefix}${newToken()}`
  const made = { ...of, id: randomUUID(), tokenHash: tokenHash(token) }
  await db
    .insertInto('api_token')
    .values({
      id: made.id,
      token_hash: made.tokenHash,
      programme: of.programme,
      person: of.person,
      name,
      scopes: of.scopes,
      made_by: by,
      made_at: at,
      ends_at: of.endsAt,
      seal: apiTokenSeal(made),
      used_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
  return { id: made.id, token }
}

/** Notes that a token is used. */
export async function useApiToken(db: Kysely<Database>, { id, at }: { id: string; at: Instant }): Promise<void> {
  await db.updateTable('api_token').set({ used_at: at }).where('id', '=', id).execute()
}

/** Ends a token for good; one that was ended stays ended by whom it was. */
export async function revokeApiToken(
  db: Kysely<Database>,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('api_token')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
