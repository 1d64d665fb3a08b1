import type { Kysely } from 'kysely'
import { programmeOfBase } from '../../domain/ids.js'
import { mailboxOf } from '../../domain/values/mailbox-of.js'
import type { Database } from '../schema.js'
import { unseal } from '../sealed-person.js'

interface Named {
  readonly base: string
  /** Who names the address. */
  readonly person: string
  readonly address: string
}

/**
 * Whether an address is on record for whoever names it, for somebody who sits or ever sat for the base, or for one of their organisations
 * in its programme. Whose it is stays here.
 */
export async function isOnRecordNear(db: Kysely<Database>, { base, person, address }: Named): Promise<boolean> {
  const programme = programmeOfBase(base)
  const organisations = db
    .selectFrom('mandate')
    .select('organisation')
    .where('programme', '=', programme)
    .where((where) => where.or([where('base', '=', base), where('person', '=', person)]))
  const seated = db
    .selectFrom('mandate')
    .select('person')
    .where('programme', '=', programme)
    .where((where) => where.or([where('base', '=', base), where('organisation', 'in', organisations)]))
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
