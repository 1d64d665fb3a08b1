import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { linkSeal, tokenHash, type LinkedAct } from '../seals/link-seal.js'

interface Making extends Omit<LinkedAct, 'id' | 'tokenHash'> {
  /** The letter that carries it. */
  readonly letter: string
  readonly at: Instant
}

/** Makes a link for one act and gives its token, which is kept nowhere: 256 random bits in letters of an address. */
export async function makeLink(db: Kysely<Database>, { letter, at, ...act }: Making): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const link = { ...act, id: randomUUID(), tokenHash: tokenHash(token) }
  const { id, person, seat, base, step, documents } = link
  await db
    .insertInto('act_link')
    .values({
      id,
      token_hash: link.tokenHash,
      letter,
      person,
      seat,
      base,
      step,
      documents,
      made_at: at,
      seal: linkSeal(link),
      revoked_at: null,
      used_at: null,
      used_by: null,
    })
    .execute()
  return token
}

/** Ends the links that a letter carried, used or not; what was done by one stays done. */
export async function revokeLinks(
  db: Kysely<Database>,
  { letter, at }: { readonly letter: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('act_link')
    .set({ revoked_at: at })
    .where('letter', '=', letter)
    .where('revoked_at', 'is', null)
    .execute()
}
