import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { isCosignature } from './keys.js'
import type { PublicKey } from './keys.js'
import { readCosignature, textOf } from './notes.js'

/** A row that bears the name of a witness, with the note it is to be a cosignature of. */
interface Claim {
  readonly name: string
  readonly body: string
  readonly note: string
}

/** Whether what was handed in is truly that witness's cosignature. Whose name a row bears, anybody could write who may write rows. */
const isTrue = (claim: Claim, by: PublicKey): boolean =>
  readCosignature(claim).some((line) => isCosignature(line, { text: textOf(claim.note), by }))

const claims = (db: Kysely<Database>) =>
  db
    .selectFrom('checkpoint_attestation as added')
    .innerJoin('checkpoint', 'checkpoint.size', 'added.size')
    .select(['added.name', 'added.body', 'added.size', 'added.received_at', 'checkpoint.note'])
    .where('added.kind', '=', 'cosignature')

/** Which of these witnesses have truly cosigned a checkpoint, and in whose names false cosignatures lie beside it. */
export async function cosignersOf(
  db: Kysely<Database>,
  { size, keys }: { readonly size: number; readonly keys: readonly PublicKey[] },
) {
  const names = keys.map(({ name }) => name)
  const rows =
    names.length === 0 ? [] : await claims(db).where('added.size', '=', size).where('added.name', 'in', names).execute()
  const truths = keys.map((key) => rows.filter(({ name }) => name === key.name).map((row) => isTrue(row, key)))
  return {
    cosigned: keys.filter((_, at) => truths[at]?.includes(true)),
    belied: keys.filter((_, at) => truths[at]?.includes(false)),
  }
}

/** False ones are passed over so many at a time; of a witness in whose name nobody lies, one row is all there is to read. */
const atOnce = 100

/** The largest checkpoint a witness has truly cosigned, and when that cosignature came; undefined where it has cosigned none. */
export async function lastCosignature(
  db: Kysely<Database>,
  key: PublicKey,
): Promise<{ readonly size: number; readonly receivedAt: Instant } | undefined> {
  const newest = claims(db)
    .where('added.name', '=', key.name)
    .orderBy('added.size', 'desc')
    .orderBy('added.received_at')
  let passed = 0
  for (;;) {
    const limit = passed === 0 ? 1 : atOnce
    const rows = await newest.orderBy('added.body').limit(limit).offset(passed).execute()
    const found = rows.find((row) => isTrue(row, key))
    if (found !== undefined) return { size: found.size, receivedAt: found.received_at }
    if (rows.length < limit) return undefined
    passed += rows.length
  }
}
