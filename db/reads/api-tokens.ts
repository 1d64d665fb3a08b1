import type { Kysely, Selectable } from 'kysely'
import type { Instant, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { ApiTokenTable } from '../schema/sign-in-tables.js'
import { isApiTokenSealed, type TokenMade } from '../seals/api-token-seal.js'
import { tokenHash } from '../seals/link-seal.js'

/** A token of a machine as it stands. */
export interface ApiToken extends Omit<TokenMade, 'tokenHash'> {
  readonly name: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly usedAt: Instant | null
  readonly revokedAt: Instant | null
}

/** The row of a token that was sent; undefined where there is none, or none that this programme made. */
export async function apiTokenOf(db: Kysely<Database>, token: string): Promise<ApiToken | undefined> {
  const row = await db.selectFrom('api_token').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst()
  return row === undefined ? undefined : asToken(row)
}

/** Tokens of a programme, in the name of a person, or by their id, the newest first; ended ones too. */
export async function apiTokens(
  db: Kysely<Database>,
  by: { readonly programme: ProgrammeId } | { readonly person: PersonId } | { readonly id: string },
): Promise<readonly ApiToken[]> {
  let query = db.selectFrom('api_token').selectAll().orderBy('made_at', 'desc').orderBy('id').limit(1_000)
  if ('programme' in by) query = query.where('programme', '=', by.programme)
  if ('person' in by) query = query.where('person', '=', by.person)
  if ('id' in by) query = query.where('id', '=', by.id)
  return (await query.execute()).flatMap((row) => asToken(row) ?? [])
}

const asToken = (row: Selectable<ApiTokenTable>): ApiToken | undefined => {
  const { id, programme, person, scopes, name } = row
  const made = { id, programme, person, scopes, endsAt: row.ends_at }
  if (!isApiTokenSealed({ ...made, tokenHash: row.token_hash }, row.seal)) return undefined
  return {
    ...made,
    name,
    madeBy: row.made_by,
    madeAt: row.made_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }
}
