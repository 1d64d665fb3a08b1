import type { Kysely } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { personOfSubject } from '../reads/identities.js'
import { identitySeal, subjectHash, type Subject } from '../seals/identity-seal.js'
import { endSignIns } from './sign-ins.js'

interface Setting {
  readonly of: Subject
  readonly person: PersonId
  readonly by: string
  readonly at: Instant
}

/**
 * Says which person a subject of an issuer is, in place of what was said before. Whoever was meant by a name that means somebody else
 * from now on is signed out: the one who bore this name, and the person, if his or her id was the name until now.
 */
export async function setIdentity(db: Kysely<Database>, { of, by, at, person }: Setting): Promise<void> {
  const hash = subjectHash(of)
  await db.transaction().execute(async (trx) => {
    const [meant, byId] = [
      await personOfSubject(trx, of),
      await personOfSubject(trx, { issuer: of.issuer, subject: person }),
    ]
    await trx.deleteFrom('person_identity').where('subject_hash', '=', hash).execute()
    const seal = identitySeal({ hash, person })
    const row = { subject_hash: hash, issuer: of.issuer, person, seal, set_by: by, set_at: at }
    await trx.insertInto('person_identity').values(row).execute()
    if (meant === person) return
    if (meant !== undefined) await endSignIns(trx, { person: meant, at })
    if (byId === person) await endSignIns(trx, { person, at })
  })
}

/**
 * Says that a subject of an issuer is this person no more; whom it stands for otherwise stays. With it end all sign-ins of the person,
 * which do not know under which name they were made.
 */
export async function removeIdentity(db: Kysely<Database>, { of, person, at }: Omit<Setting, 'by'>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('person_identity')
      .where('subject_hash', '=', subjectHash(of))
      .where('person', '=', person)
      .executeTakeFirst()
    if (numDeletedRows > 0n) await endSignIns(trx, { person, at })
  })
}
