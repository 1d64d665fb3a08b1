import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { identitySeal, subjectHash, type Subject } from '../seals/identity-seal.js'

interface Setting {
  readonly of: Subject
  readonly person: string
  readonly by: string
  readonly at: Instant
}

/** Says which person a subject of an issuer is, in place of what was said before. */
export async function setIdentity(db: Kysely<Database>, { of, by, at, person }: Setting): Promise<void> {
  const hash = subjectHash(of)
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('person_identity').where('subject_hash', '=', hash).execute()
    const seal = identitySeal({ hash, person })
    const row = { subject_hash: hash, issuer: of.issuer, person, seal, set_by: by, set_at: at }
    await trx.insertInto('person_identity').values(row).execute()
  })
}

/** Says that a subject of an issuer is this person no more; whom it stands for otherwise stays. */
export async function removeIdentity(
  db: Kysely<Database>,
  { of, person }: Pick<Setting, 'of' | 'person'>,
): Promise<void> {
  await db
    .deleteFrom('person_identity')
    .where('subject_hash', '=', subjectHash(of))
    .where('person', '=', person)
    .execute()
}
