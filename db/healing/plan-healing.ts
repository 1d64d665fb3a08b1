import type { Sha256, CommandId } from '../../domain/ids.js'
import type { ToldRow } from '../../reconciliation/told-rows.js'
import { isAsSealed } from '../seals/entry-seal.js'
import { canonicalText } from '../canonical-text.js'
import { entryHash } from '../ledger.js'
import type { Head, LedgerEntry } from '../ledger.js'

/** What both stores say of one stream. */
export interface StreamFacts {
  readonly stream: string
  /** How far the ledger has come. */
  readonly head: Head
  /** The entries the ledger has, by their numbers. */
  readonly kept: ReadonlyMap<number, KnownEntry>
  /** The entries the histories hold, in any order and as often as they are told. */
  readonly told: readonly ToldRow[]
  /** Number of the first entry the ledger has that no worker vouches for; undefined: there is none. */
  readonly unsealed?: number | undefined
  /** Numbers of entries a history tells without all that a row is made of. */
  readonly bare: readonly number[]
}

/** By what an entry of the ledger is known again, and the run that recorded it. */
export interface KnownEntry {
  readonly hash: Sha256
  readonly run: string
}

/** The rows one command became, in their order. */
export interface Batch {
  readonly stream: string
  readonly commandId: CommandId
  readonly rows: readonly LedgerEntry[]
}

/** Why a stream is left as it is, at which entry. */
export interface Obstacle {
  readonly code:
    /** The ledger went on by itself: it has another entry where the history has this one. */
    | 'forked'
    /** Two histories tell this entry differently: the workflow has lived twice. */
    | 'contradicted'
    /** No history holds this entry, though one holds a later one. */
    | 'untold'
    /** An older program wrote the history, which kept less than a row is made of. */
    | 'told_bare'
    /** What the history holds does not continue the ledger with the hash that was kept with it. */
    | 'untrue'
    /** An entry, of the ledger or told, that bears no true seal of a worker. */
    | 'unsealed'
  readonly seq: number
  /** The runs that recorded what does not go together: first that of the ledger, where it has the entry. */
  readonly runs: readonly string[]
}

export type Healing =
  | { readonly kind: 'healed'; readonly batches: readonly Batch[] }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle }

/**
 * Which entries a ledger lacks that the histories hold, command by command and ready to be written: each continues the
 * chain, has the very hash it had and bears the seal it bore. Nothing of a stream is healed where anything stands against it; no batches: nothing
 * is missing.
 */
export function planHealing({ stream, head, kept, told, bare, unsealed }: StreamFacts): Healing {
  if (unsealed !== undefined) return refused('unsealed', { seq: unsealed, runs: [kept.get(unsealed)?.run ?? ''] })
  const missing = new Map<number, ToldRow>()
  for (const row of told) {
    const known = row.seq <= head.seq ? kept.get(row.seq) : missing.get(row.seq)
    if (known === undefined) missing.set(row.seq, row)
    else if (known.hash !== row.hash)
      return refused(row.seq <= head.seq ? 'forked' : 'contradicted', { seq: row.seq, runs: [known.run, row.run] })
  }
  const last = Math.max(head.seq, ...missing.keys(), ...bare)
  const rows: LedgerEntry[] = []
  let before: Head = head
  for (let seq = head.seq + 1; seq <= last; seq += 1) {
    const found = missing.get(seq)
    if (found === undefined) return refused(bare.includes(seq) ? 'told_bare' : 'untold', { seq, runs: [] })
    const row = rowAgain(found, { stream, before })
    if (row.hash !== found.hash) return refused('untrue', { seq, runs: [found.run] })
    if (!isAsSealed(row)) return refused('unsealed', { seq, runs: [found.run] })
    rows.push(row)
    before = { seq, hash: row.hash }
  }
  return { kind: 'healed', batches: inBatches(stream, rows) }
}

const refused = (code: Obstacle['code'], where: Omit<Obstacle, 'code'>): Healing => ({
  kind: 'refused',
  obstacle: { code, ...where },
})

interface Place {
  readonly stream: string
  readonly before: Head
}

/** The row as it was: its hash is worked out anew, so that whoever asks can hold it against the one that was kept. */
const rowAgain = (told: ToldRow, { stream, before }: Place): LedgerEntry => {
  const { by, event: payload } = told
  const entry = {
    stream,
    seq: told.seq,
    type: payload.type,
    schema_version: told.schemaVersion,
    payload,
    actor: by?.person ?? null,
    on_behalf_of: by?.onBehalfOf ?? null,
    role: by?.role ?? null,
    channel: told.channel,
    effective_on: told.effectiveOn ?? null,
    occurred_at: told.occurredAt,
    recorded_at: told.recordedAt,
    command_id: told.commandId,
    workflow_run: told.run,
    rules_version: told.rulesVersion,
    prev_hash: before.hash,
  }
  return { ...entry, canonical: canonicalText(payload), hash: entryHash(entry), seal: told.seal ?? null }
}

const inBatches = (stream: string, rows: readonly LedgerEntry[]): readonly Batch[] => {
  const batches: Batch[] = []
  for (const row of rows) {
    const last = batches.at(-1)
    if (last?.commandId === row.command_id) batches[batches.length - 1] = { ...last, rows: [...last.rows, row] }
    else batches.push({ stream, commandId: row.command_id, rows: [row] })
  }
  return batches
}

/**
 * Batches of all streams in the order in which they were recorded, so that a slot is freed before another base takes it.
 * Within a stream its own order stays, whatever the clocks said.
 */
export const inOrderOfRecording = (batches: readonly Batch[]): readonly Batch[] => {
  const at = new Map<string, string>()
  const placed = batches.map((batch) => {
    const own = batch.rows[0]?.recorded_at ?? ''
    const before = at.get(batch.stream) ?? ''
    const moment = own > before ? own : before
    at.set(batch.stream, moment)
    return { batch, moment }
  })
  // The sort is stable: batches of one stream that bear one moment stay in their order.
  return placed
    .toSorted((one, other) => (one.moment < other.moment ? -1 : one.moment > other.moment ? 1 : 0))
    .map(({ batch }) => batch)
}
