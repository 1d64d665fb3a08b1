import type { Kysely } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import { isPasskeySealed, type PasskeyTaken } from '../seals/passkey-seal.js'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'

/** A passkey of somebody as it stands (0073). */
export interface Passkey extends PasskeyTaken {
  readonly name: string
  readonly transports: readonly string[]
  readonly madeAt: Instant
  readonly usedAt: Instant | null
}

/** What is sealed, so that the name of one passkey cannot be put in the place of another's. */
export const passkeyPlace = (id: string): `passkey/${string}` => `passkey/${id}`

/** As many passkeys as one person keeps. */
export const mostPasskeys = 10

/** The passkeys of somebody, the oldest first; rows that this programme did not make are none. */
export async function passkeysOf(
  db: Kysely<Database>,
  { person }: { readonly person: PersonId },
): Promise<readonly Passkey[]> {
  const rows = await passkeys(db).where('passkey.person', '=', person).execute()
  return rows.flatMap((row) => asPasskey(row) ?? [])
}

const passkeys = (db: Kysely<Database>) =>
  db
    .selectFrom('passkey')
    .leftJoin('person_key as key', 'key.person', 'passkey.person')
    .selectAll('passkey')
    .select(['key.wrapped', 'key.wrapped_by as wrappedBy'])
    .orderBy('passkey.made_at')
    .orderBy('passkey.id')
    .limit(mostPasskeys)

type Row = Awaited<ReturnType<ReturnType<typeof passkeys>['executeTakeFirstOrThrow']>>

const asPasskey = (row: Row): Passkey | undefined => {
  const { id, person, credential, transports, wrapped, wrappedBy } = row
  const taken = { id, person, credential, publicKey: row.public_key }
  if (!isPasskeySealed(taken, row.seal)) return undefined
  const name = unseal({ person, wrapped, wrappedBy }, { field: passkeyPlace(id), sealed: row.name })
  return name === null ? undefined : { ...taken, name, transports, madeAt: row.made_at, usedAt: row.used_at }
}
