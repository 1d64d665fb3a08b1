import type { Kysely } from 'kysely'
import { asReadToday } from '../../domain/gicc/read-today.js'
import type { Instant } from '../../domain/ids.js'
import type { Procedure } from '../../domain/procedure.js'
import { arePutInPlace, sealsOfRules, type RulesWithSeals } from '../seals/rules-seal.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** A version of a rule set, or, where none is named, the newest in force at an instant. */
export type ProcedureAsked =
  { readonly id: Procedure['id']; readonly version: string } | { readonly id: Procedure['id']; readonly at: Instant }

/** The rule set that is asked for, of those that were put in place by the programme. Undefined when there is none. */
export const readProcedure = async (db: Db, asked: ProcedureAsked): Promise<Procedure | undefined> => {
  const query = 'at' in asked ? inForce(db, asked) : newest(db, asked.id).where('version', '=', asked.version)
  const row = await firstInPlace(query)
  return row && asReadToday(row.body)
}

const pinned = new WeakMap<Db, Map<string, Procedure>>()

/**
 * A version by its name, read and found to be put in place once in a process: what stands under a name stays what it is.
 * Undefined when there is none, which is asked again.
 */
export const readPinnedVersion = async (
  db: Db,
  asked: { readonly id: Procedure['id']; readonly version: string },
): Promise<Procedure | undefined> => {
  const known = pinned.get(db) ?? new Map<string, Procedure>()
  pinned.set(db, known)
  const name = `${asked.id}@${asked.version}`
  const found = known.get(name) ?? (await readProcedure(db, asked))
  if (found !== undefined) known.set(name, found)
  return found
}

/** A version by the name that entries bear, `full@2026-11-30`. Undefined when there is none. */
export const readRulesNamed = (db: Db, name: string): Promise<Procedure | undefined> =>
  readPinnedVersion(db, {
    id: name.startsWith('light@') ? 'light' : 'full',
    version: name.slice(name.indexOf('@') + 1),
  })

/** The newest version of a rule set in force at an instant, without its rules. Undefined when there is none. */
export const newestVersion = async (
  db: Db,
  asked: { readonly id: Procedure['id']; readonly at: Instant },
): Promise<string | undefined> => (await firstInPlace(inForce(db, asked)))?.version

/** The newest version of a rule set that was put in place, in force or not yet. Undefined when there is none. */
export const newestPlaced = async (
  db: Db,
  { id }: { readonly id: Procedure['id'] },
): Promise<{ readonly version: string; readonly inForceFrom: Instant } | undefined> => {
  const row = await firstInPlace(newest(db, id))
  return row && { version: row.version, inForceFrom: row.in_force_from }
}

/** A row that nobody put in place judges nothing: the next one does. */
const firstInPlace = async (query: ReturnType<typeof newest>): Promise<RulesWithSeals | undefined> => {
  for (let passed = 0; ; passed += 1) {
    const row = await query.offset(passed).executeTakeFirst()
    if (row === undefined || arePutInPlace(row)) return row
  }
}

const newest = (db: Db, id: Procedure['id']) =>
  db
    .selectFrom('procedure')
    .select(['id', 'version', 'body', 'in_force_from', sealsOfRules.as('seals')])
    .where('id', '=', id)
    .orderBy('in_force_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)

const inForce = (db: Db, { id, at }: { readonly id: Procedure['id']; readonly at: Instant }) =>
  newest(db, id).where('in_force_from', '<=', at)
