import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'
import { isIdentitySeal, subjectHash, type Subject } from '../seals/identity-seal.js'

/**
 * The person an issuer means by its name for somebody. A name that nobody was set for is taken for the id of a person, unless
 * that person has a name of its own at this issuer: then undefined, since somebody else could bear the id as a name.
 */
export async function personOfSubject(db: Kysely<Database>, of: Subject): Promise<string | undefined> {
  const hash = subjectHash(of)
  const rows = await db
    .selectFrom('person_identity')
    .select(['subject_hash', 'person', 'seal'])
    .where((eb) =>
      eb.or([eb('subject_hash', '=', hash), eb.and([eb('person', '=', of.subject), eb('issuer', '=', of.issuer)])]),
    )
    .execute()
  const ours = rows.filter(({ subject_hash, person, seal }) => isIdentitySeal(seal, { hash: subject_hash, person }))
  const set = ours.find(({ subject_hash }) => subject_hash === hash)
  if (set !== undefined) return set.person
  return ours.length === 0 ? of.subject : undefined
}
