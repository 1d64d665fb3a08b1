import type { Kysely } from 'kysely'
import { programmeOfBase, type BaseId, type PersonId } from '../../domain/ids.js'
import { mailboxOf } from '../../domain/values/mailbox-of.js'
import type { Database } from '../schema.js'
import { unseal } from '../sealed-person.js'

interface Named {
  readonly base: BaseId
  /** Who names the address. */
  readonly person: PersonId
  readonly address: string
}

/**
 * Whether an address is on record for whoever names it, or for anybody who holds or ever held a seat in the programme of the base: of the
 * place, of the programme, of any other place. Whose it is stays here.
 */
export async function isOnRecordNear(db: Kysely<Database>, { base, person, address }: Named): Promise<boolean> {
  const seated = db.selectFrom('mandate').select('person').where('programme', '=', programmeOfBase(base))
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_key as key', 'key.person', 'person.id')
    .select(['person.id', 'email', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('email', 'is not', null)
    .where((where) => where.or([where('person.id', '=', person), where('person.id', 'in', seated)]))
    .execute()
  const wanted = mailboxOf(address)
  return rows.some(({ id, email, ...key }) => {
    const kept = unseal({ person: id, ...key }, { field: 'email', sealed: email })
    return kept !== null && mailboxOf(kept) === wanted
  })
}
