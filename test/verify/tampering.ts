import { CompiledQuery, sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { signWhenDue } from '../../db/log/checkpoint.js'
import { placeSome } from '../../db/log/sequence.js'
import { entrySeal } from '../../db/seals/entry-seal.js'
import { canonicalText } from '../../db/canonical-text.js'
import { entryHash } from '../../db/ledger.js'
import type { LedgerEntry } from '../../db/ledger.js'
import type { Database } from '../../db/schema.js'
import { elsewhere, signer, yueqing } from './a-ledger.js'

type Trx = Transaction<Database>

/** What an owner of the database does at a place: the seq of an entry of the base, or of the log where that is meant. */
export type Tampering = (trx: Trx, seq: number) => Promise<void>

const guarded = ['ledger_entry', 'ledger_head', 'ledger_leaf', 'ledger_node', 'checkpoint', 'checkpoint_record']

/** Does something as the owner with every trigger off, looks, and undoes it. */
export const tampered = async <T>(
  owner: Kysely<Database>,
  { does, look }: { does: (trx: Trx) => Promise<void>; look: (trx: Trx) => Promise<T> },
): Promise<T> => {
  const seen: T[] = []
  const undo = new Error('undo')
  await owner
    .transaction()
    .execute(async (trx) => {
      for (const table of guarded) await run(trx, `alter table ${table} disable trigger all`)
      await does(trx)
      seen.push(await look(trx))
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  const [first] = seen
  if (first === undefined) throw new Error('nothing was looked at')
  return first
}

const run = (trx: Trx, text: string) => trx.executeQuery(CompiledQuery.raw(text))

const where = `stream = '${yueqing}'`

/** Changes one field of the payload, in both of its forms, and leaves the hash as it was. */
export const field: Tampering = async (trx, seq) => {
  const entry = await entryAt(trx, seq)
  const canonical = canonicalText({ ...entry.payload, tampered: seq })
  await trx
    .updateTable('ledger_entry')
    .set({ payload: canonical, canonical })
    .where('stream', '=', yueqing)
    .where('seq', '=', seq)
    .execute()
}

export const swap: Tampering = async (trx, seq) => {
  for (const [from, to] of [[seq, 900_000] as const, [seq + 1, seq] as const, [900_000, seq + 1] as const])
    await run(trx, `update ledger_entry set seq = ${to} where ${where} and seq = ${from}`)
}

export const middle: Tampering = async (trx, seq) => {
  await run(trx, `delete from ledger_entry where ${where} and seq = ${seq}`)
}

export const time: Tampering = async (trx, seq) => {
  await run(trx, `update ledger_entry set occurred_at = occurred_at - interval '1 day' where ${where} and seq = ${seq}`)
}

export const actor: Tampering = async (trx, seq) => {
  await run(trx, `update ledger_entry set actor = 'p-somebody-else' where ${where} and seq = ${seq}`)
}

/** Puts a copy of an entry behind it and moves all later ones one on. */
export const insert: Tampering = async (trx, seq) => {
  await run(trx, `update ledger_entry set seq = seq + 900000 where ${where} and seq > ${seq}`)
  await run(trx, `update ledger_entry set seq = seq - 899999 where ${where} and seq > 900000`)
  await run(
    trx,
    `insert into ledger_entry select stream, seq + 1, type, schema_version, payload, canonical, actor, on_behalf_of, role,
      channel, effective_on, occurred_at, recorded_at, command_id, workflow_run, rules_version, hash, hash, seal
      from ledger_entry where ${where} and seq = ${seq}`,
  )
  await run(trx, `update ledger_head set seq = seq + 1 where ${where}`)
}

/** The owner makes order, tree and checkpoints anew; the service, which knows nothing, signs with the true key. */
const signAnew = async (trx: Trx): Promise<void> => {
  for (const table of ['ledger_leaf', 'ledger_node', 'checkpoint', 'checkpoint_record'])
    await run(trx, `delete from ${table}`)
  await placeSome(trx)
  await signWhenDue(trx, { signers: [signer], atOnce: true })
}

const headAt = async (trx: Trx, { stream, seq }: { stream: string; seq: number }): Promise<void> => {
  for (const [table, id] of [['ledger_head', 'stream'] as const, ['base', 'id'] as const]) {
    const [seqColumn, hashColumn] = table === 'base' ? ['head_seq', 'head_hash'] : ['seq', 'hash']
    await run(
      trx,
      `update ${table} set ${seqColumn} = ${seq}, ${hashColumn} =
        (select hash from ledger_entry where stream = '${stream}' and seq = ${seq}) where ${id} = '${stream}'`,
    )
  }
}

/** Cuts the end off after an entry, sets every head back, and has all of it signed anew. */
export const tail: Tampering = async (trx, seq) => {
  await run(trx, `delete from ledger_entry where ${where} and seq > ${seq}`)
  await headAt(trx, { stream: yueqing, seq })
  await signAnew(trx)
}

/** Cuts the end off and leaves what had been signed. */
export const bareTail: Tampering = async (trx, seq) => {
  await run(trx, `delete from ledger_entry where ${where} and seq > ${seq}`)
  await headAt(trx, { stream: yueqing, seq })
}

/** Takes a whole base out of the ledger and has the rest signed anew. */
export const all: Tampering = async (trx) => {
  await run(trx, `delete from ledger_entry where stream = '${elsewhere}'`)
  await run(trx, `delete from ledger_head where stream = '${elsewhere}'`)
  await signAnew(trx)
}

/** Changes an entry, computes every later hash again, and has all of it signed anew. */
export const rewrite: Tampering = async (trx, seq) => {
  await rehash(trx, seq)
  await signAnew(trx)
}

/** The same without a new signature: the checkpoints stay as they were. */
export const bareRewrite: Tampering = async (trx, seq) => {
  await rehash(trx, seq)
}

const rehash = async (trx: Trx, from: number): Promise<void> => {
  const rows = await trx
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', yueqing)
    .where('seq', '>=', from)
    .orderBy('seq')
    .execute()
  let before = rows[0]?.prev_hash ?? ''
  for (const row of rows) {
    const payload = row.seq === from ? { ...row.payload, tampered: from } : row.payload
    const changed: LedgerEntry = { ...row, payload, prev_hash: before }
    const [canonical, hash] = [canonicalText(payload), entryHash(changed)]
    const seal = entrySeal({ ...changed, hash })
    await trx
      .updateTable('ledger_entry')
      .set({ payload: canonical, canonical, prev_hash: before, hash, seal })
      .where('stream', '=', yueqing)
      .where('seq', '=', row.seq)
      .execute()
    before = hash
  }
  await headAt(trx, { stream: yueqing, seq: rows.at(-1)?.seq ?? 0 })
}

/** Puts back the database as it was under an earlier checkpoint: a copy that fits in itself. */
export const oldBackup: Tampering = async (trx, seq) => {
  const sizes = await trx.selectFrom('checkpoint').select('size').orderBy('size').execute()
  const size = sizes[seq % (sizes.length - 1)]?.size ?? 0
  await run(
    trx,
    `delete from ledger_entry entry using ledger_leaf leaf
      where leaf.stream = entry.stream and leaf.seq = entry.seq and leaf.index >= ${size}`,
  )
  await run(trx, `delete from ledger_leaf where index >= ${size}`)
  await run(trx, `delete from ledger_node where (index + 1) * (1::bigint << level) > ${size}`)
  await run(trx, `delete from checkpoint where size > ${size}`)
  await run(trx, `delete from checkpoint_record where first_size > ${size}`)
  const { rows } = await sql<{ stream: string; seq: number }>`
    select stream, max(seq) as seq from ledger_entry group by stream`.execute(trx)
  for (const row of rows) await headAt(trx, row)
}

const entryAt = (trx: Trx, seq: number) =>
  trx
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', yueqing)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
