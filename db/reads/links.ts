import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { isLinkSealed, tokenHash, type LinkedAct } from '../seals/link-seal.js'

/** A link as it stands. */
export interface Link extends Omit<LinkedAct, 'tokenHash'> {
  readonly letter: string
  readonly madeAt: Instant
  readonly isRevoked: boolean
  /** The command that used it up. */
  readonly usedBy: string | undefined
}

/** The link of a token; undefined where there is none, or none that this programme made. */
export async function linkOfToken(db: Kysely<Database>, token: string): Promise<Link | undefined> {
  const hash = tokenHash(token)
  const row = await db.selectFrom('act_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
  if (row === undefined) return undefined
  const { id, person, seat, base, step, documents } = row
  const act = { id, person, seat, base, step, documents }
  if (!isLinkSealed({ ...act, tokenHash: hash }, row.seal)) return undefined
  return {
    ...act,
    letter: row.letter,
    madeAt: row.made_at,
    isRevoked: row.revoked_at !== null,
    usedBy: row.used_by ?? undefined,
  }
}
