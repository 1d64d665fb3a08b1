import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../schema.js'
import { isConsistent } from './consistency.js'
import { signatureOf } from './keys.js'
import type { Cosigner, PublicKey } from './keys.js'
import type { CosigningRequest } from './submission.js'

/** A log this installation cosigns for: its origin, and the key it signs with. */
export interface WitnessedLog {
  readonly origin: string
  readonly key: PublicKey
}

/** What a witness answers to a log. */
export type Cosigning =
  | { readonly kind: 'cosigned'; readonly lines: string }
  /** Signed by nobody this witness knows as the log. */
  | { readonly kind: 'untrusted' }
  /** The witness cosigned another size last: this one. */
  | { readonly kind: 'elsewhere'; readonly size: number }
  | { readonly kind: 'inconsistent' }

interface Asked {
  readonly log: WitnessedLog
  readonly submission: CosigningRequest
  readonly cosigner: Cosigner
  readonly now: Date
}

/**
 * Cosigns a checkpoint if it continues the one cosigned last for its log, and keeps it before the answer is given (C2SP tlog-witness).
 * Two requests for one log take turns, in however many processes: none is ever cosigned that is older than one cosigned before, or
 * that contradicts it.
 */
export async function cosignCheckpoint(db: Kysely<Database>, asked: Asked): Promise<Cosigning> {
  const own = signatureOf(asked.submission.checkpoint, asked.log.key)
  if (own === undefined) return { kind: 'untrusted' }
  return await db.transaction().execute((trx) => cosignInTurn(trx, { ...asked, own: own.line }))
}

async function cosignInTurn(
  trx: Transaction<Database>,
  { log: { origin }, submission, cosigner, now, own }: Asked & { readonly own: string },
): Promise<Cosigning> {
  const { old, proof, checkpoint } = submission
  await sql`select pg_advisory_xact_lock(${lockOf(origin)})`.execute(trx)
  const last = await trx.selectFrom('witnessed_log').selectAll().where('origin', '=', origin).executeTakeFirst()
  const from = last?.size ?? 0
  if (old !== from) return { kind: 'elsewhere', size: from }
  const fromRoot = Buffer.from(last?.root ?? '', 'hex')
  const grown = { from, fromRoot, to: checkpoint.size, toRoot: checkpoint.root, proof }
  if (!isConsistent(grown)) return { kind: 'inconsistent' }
  const lines = cosigner.cosign(checkpoint.text, Math.floor(now.getTime() / 1000))
  const row = {
    size: checkpoint.size,
    root: checkpoint.root.toString('hex'),
    cosigned_at: now.toISOString(),
    note: `${checkpoint.text}\n${own}${lines}`,
  }
  await trx
    .insertInto('witnessed_log')
    .values({ origin, ...row })
    .onConflict((conflict) => conflict.column('origin').doUpdateSet(row))
    .execute()
  return { kind: 'cosigned', lines }
}

/** The lock of one log: 48 bits of its origin's hash. Two logs that meet in one only wait for each other. */
const lockOf = (origin: string): number => createHash('sha256').update(origin).digest().readUIntBE(0, 6)

/** The checkpoint cosigned last for a log, by the SHA-256 of its origin, with both signatures; undefined where there is none. */
export async function lastCosigned(db: Kysely<Database>, originHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('witnessed_log')
    .select('note')
    .where(sql<boolean>`encode(sha256(convert_to(origin, 'UTF8')), 'hex') = ${originHash}`)
    .executeTakeFirst()
  return row?.note
}
