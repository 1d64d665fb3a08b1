import { sql, type Kysely } from 'kysely'
import { asReadToday } from '../../domain/gicc/read-today.js'
import type { Instant } from '../../domain/ids.js'
import type { Procedure } from '../../domain/procedure.js'
import { rulesNameOf } from '../../domain/rules-name.js'
import { arePutInPlace, isShipped, sealsOfRules, type RulesWithSeals } from '../seals/rules-seal.js'
import type { Database } from '../schema.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

type Db = Kysely<Database>

/** A version of a rule set, or, where none is named, the newest in force at an instant. */
export type ProcedureAsked =
  { readonly id: ProcedureId; readonly version: string } | { readonly id: ProcedureId; readonly at: Instant }

/** The rule set that is asked for, of those that were put in place by the programme. Undefined when there is none. */
export const readProcedure = async (db: Db, asked: ProcedureAsked): Promise<Procedure | undefined> =>
  (await firstInPlace(db, 'at' in asked ? inForce(db, asked) : named(db, asked)))?.procedure

interface Known {
  /** Versions found to be put in place, by name: what stands under a name stays what it is. */
  readonly byName: Map<string, Procedure>
  /** The same by the row they were found in: another row under the name is looked through again. */
  readonly byRow: Map<string, Procedure>
}

/** By what every connection and transaction of one pool has in common: a transaction is an object of its own each time. */
const readBefore = new WeakMap<object, Known>()

const knownTo = (db: Db): Known => {
  const { adapter } = db.getExecutor()
  const known = readBefore.get(adapter) ?? { byName: new Map(), byRow: new Map() }
  readBefore.set(adapter, known)
  return known
}

/**
 * A version by its name, read and found to be put in place once in a process, without asking the database again. Undefined when
 * there is none, which is asked again.
 */
export const readPinnedVersion = async (
  db: Db,
  asked: { readonly id: ProcedureId; readonly version: string },
): Promise<Procedure | undefined> => knownTo(db).byName.get(nameOf(asked)) ?? (await readProcedure(db, asked))

const nameOf = ({ id, version }: { readonly id: string; readonly version: string }): string => `${id}@${version}`

/** A version by the name that entries bear, `full@2026-11-30`. Undefined when there is none. */
export const readRulesNamed = (db: Db, name: string): Promise<Procedure | undefined> =>
  readPinnedVersion(db, rulesNameOf(name))

/** The newest version of a rule set in force at an instant, without its rules. Undefined when there is none. */
export const newestVersion = async (
  db: Db,
  asked: { readonly id: ProcedureId; readonly at: Instant },
): Promise<string | undefined> => (await firstInPlace(db, inForce(db, asked)))?.procedure.version

/** The newest version of a rule set that was put in place, in force or not yet. Undefined when there is none. */
export const newestPlaced = async (
  db: Db,
  { id }: { readonly id: ProcedureId },
): Promise<{ readonly version: string; readonly inForceFrom: Instant } | undefined> => {
  const found = await firstInPlace(db, newest(db, id))
  return found && { version: found.procedure.version, inForceFrom: found.inForceFrom }
}

interface InPlace {
  readonly procedure: Procedure
  readonly inForceFrom: Instant
}

/**
 * A row that nobody put in place judges nothing: the next one does. The rules of a version are half a megabyte with their forms,
 * so that they are read and looked through once, and asked for by their name from then on.
 */
const firstInPlace = async (db: Db, query: ReturnType<typeof newest>): Promise<InPlace | undefined> => {
  for (let passed = 0; ; passed += 1) {
    const row = await query.offset(passed).executeTakeFirst()
    if (row === undefined) return undefined
    const procedure = knownTo(db).byRow.get(rowOf(row)) ?? (await readInPlace(db, row))
    if (procedure !== undefined) return { procedure, inForceFrom: row.in_force_from }
  }
}

const readInPlace = async (db: Db, asked: Row): Promise<Procedure | undefined> => {
  const row: RulesWithSeals | undefined = await db
    .selectFrom('procedure')
    .select(['id', 'version', 'body', 'in_force_from', sealsOfRules.as('seals')])
    .where('id', '=', asked.id)
    .where('version', '=', asked.version)
    .executeTakeFirst()
  if (row === undefined || !arePutInPlace(row)) return undefined
  const procedure = asReadToday(row.body)
  const { byName, byRow } = knownTo(db)
  byRow.set(rowOf(asked), procedure)
  // What a transaction has read under a name may be its own, and gone with it; what ships stands under its name for ever.
  if (!db.isTransaction || isShipped(row)) byName.set(nameOf(row), procedure)
  return procedure
}

interface Row {
  readonly id: ProcedureId
  readonly version: string
  readonly in_force_from: Instant
  readonly digest: string
}

const rowOf = ({ in_force_from: from, digest, ...named }: Row): string => `${nameOf(named)} ${from} ${digest}`

const newest = (db: Db, id: ProcedureId) =>
  db
    .selectFrom('procedure')
    .select([
      'id',
      'version',
      'in_force_from',
      sql<string>`encode(sha256(convert_to(body::text, 'UTF8')), 'hex')`.as('digest'),
    ])
    .where('id', '=', id)
    .orderBy('in_force_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)

const named = (db: Db, { id, version }: { readonly id: ProcedureId; readonly version: string }) =>
  newest(db, id).where('version', '=', version)

const inForce = (db: Db, { id, at }: { readonly id: ProcedureId; readonly at: Instant }) =>
  newest(db, id).where('in_force_from', '<=', at)
