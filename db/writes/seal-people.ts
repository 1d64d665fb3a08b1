import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { currentKey } from '../seals/installation-key.js'
import { sealSeatsAnew } from '../seals/seat-seal.js'
import { isSealed, seal, wrapAnew } from '../sealed-person.js'
import type { WrappedKey } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { holderOf } from './case-keys.js'
import { keysOf } from './person-keys.js'

type Db = Kysely<Database>

/**
 * Seals names, addresses and texts that are older than the keys of persons, and brings the keys under the current key of
 * the installation, seals of seats too. Harmless to repeat, and to run twice at once.
 */
export async function sealWhatLiesOpen(db: Db): Promise<void> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where(sql<boolean>`name not like 's1.%' or email not like 's1.%'`)
    .execute()
  const keys = await keysOf(
    db,
    people.map(({ id }) => id),
  )
  for (const { id, name, email } of people) {
    const key = keys.get(id)
    if (key === undefined) continue
    const sealed = {
      name: sealedOnce(key, { field: 'name', text: name }),
      email: sealedOnce(key, { field: 'email', text: email }),
    }
    await db
      .updateTable('person')
      .set(sealed)
      .where('id', '=', id)
      .where('email', 'is not distinct from', email)
      .execute()
  }
  await sealTexts(db)
  await wrapKeysAnew(db)
  await wrapCasesAnew(db)
  await sealSeatsAnew(db)
}

const sealedOnce = (
  key: WrappedKey,
  { field, text }: { field: 'name' | 'email'; text: string | null },
): string | null => (text === null || isSealed(text) ? text : seal(key, { field, text }))

/** Wraps keys that lie under a former key of the installation under the current one, so that the former can be destroyed. */
async function wrapKeysAnew(db: Db): Promise<void> {
  const former = await db
    .selectFrom('person_key')
    .select(['person', 'wrapped', 'wrapped_by as wrappedBy'])
    .where('wrapped_by', '<>', currentKey().id)
    .execute()
  for (const key of former) {
    const { wrapped, wrappedBy: wrapped_by } = wrapAnew(key)
    await db
      .updateTable('person_key')
      .set({ wrapped, wrapped_by })
      .where('person', '=', key.person)
      .where('wrapped', '=', key.wrapped)
      .execute()
  }
}

/** The same for the keys of bases. */
async function wrapCasesAnew(db: Db): Promise<void> {
  const former = await db.selectFrom('case_key').selectAll().where('wrapped_by', '<>', currentKey().id).execute()
  for (const { base, ...key } of former) {
    const { wrapped, wrappedBy: wrapped_by } = wrapAnew({ ...key, person: holderOf(base), wrappedBy: key.wrapped_by })
    await db
      .updateTable('case_key')
      .set({ wrapped, wrapped_by })
      .where('base', '=', base)
      .where('wrapped', '=', key.wrapped)
      .execute()
  }
}

async function sealTexts(db: Db): Promise<void> {
  const texts = await db
    .selectFrom('text')
    .select(['id', 'author', 'body'])
    .where(sql<boolean>`body not like 's1.%'`)
    .execute()
  const keys = await keysOf(db, [...new Set(texts.map(({ author }) => author))])
  for (const { id, author, body } of texts) {
    const key = keys.get(author)
    if (key === undefined || body === null) continue
    const sealed = seal(key, { field: `text/${id}`, text: body })
    await db.updateTable('text').set({ body: sealed }).where('id', '=', id).where('body', '=', body).execute()
  }
}
