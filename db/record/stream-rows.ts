import type { Transaction } from 'kysely'
import type { AnyEvent } from '../../domain/event.js'
import type { By } from '../../domain/values/by.js'
import type { Instant } from '../../domain/ids.js'
import type { BaseView, ProgrammeView } from '../../domain/record.js'
import type { RowChange } from './change.js'
import type { Head, LedgerEntry } from '../ledger.js'
import type { Database } from '../schema.js'
import { defined } from '../../domain/values/defined.js'

type Trx = Transaction<Database>

/** The new entries and the head they lead to. */
export const ledgerRows = (
  trx: Trx,
  { stream, rows, head }: { stream: string; rows: readonly LedgerEntry[]; head: Head },
): readonly RowChange[] => [
  {
    row: 'entries',
    statement: trx.insertInto('ledger_entry').values(rows.map((row) => ({ ...row, payload: row.canonical }))),
  },
  { row: 'head', statement: trx.updateTable('ledger_head').set(head).where('stream', '=', stream) },
]

interface StreamRow<V> {
  readonly stream: string
  readonly view: V
  readonly occurredAt: Instant
  readonly head: Head
}

interface BaseRow extends StreamRow<BaseView> {
  readonly by: By | undefined
  readonly events: readonly AnyEvent[]
}

/** The row lists show of a base: the view, counters counted on, and the slot as the slot table has it. */
export function baseRow(trx: Trx, { stream, view, by, events, occurredAt, head }: BaseRow): RowChange {
  const closed = events.filter(({ type }) => type === 'step_closed').length
  const decided = by === undefined ? 0 : 1
  const now = {
    ...columnsOf(view),
    head_seq: head.seq,
    head_hash: head.hash,
    updated_at: occurredAt,
    ...slotAfter(events),
  }
  const statement = trx
    .insertInto('base')
    .values({
      slot: null,
      ...now,
      id: stream,
      opened_at: occurredAt,
      steps_closed: closed,
      decisions: decided,
      closed_at: view.closed ? occurredAt : null,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        ...now,
        steps_closed: eb('base.steps_closed', '+', closed),
        decisions: eb('base.decisions', '+', decided),
        closed_at: view.closed ? eb.fn.coalesce('base.closed_at', eb.ref('excluded.closed_at')) : null,
      })),
    )
  return { row: 'base', statement }
}

const columnsOf = (view: BaseView) => ({
  programme: view.programme,
  cluster: view.cluster,
  call: view.call,
  category: view.category,
  province: view.province,
  country: view.country,
  overlapping: view.overlaps,
  record_hash: view.recordHash,
  stage: view.stage,
  status: view.status,
  code: view.code ?? null,
  colour: view.colour ?? null,
  score: view.score ?? null,
  plaque: view.plaque ?? null,
  procedure: view.procedure,
  awaits_slot: awaitsSlot(view),
  slot_until: view.slotUntil ?? null,
  awaits_session: view.awaitsSession,
  reviews: view.reviews,
  missing_parts: view.missingParts,
  undated: view.undated,
  next_due_at: view.nextDueAt,
  rehearsal: view.rehearsal,
  calendars: JSON.stringify(view.calendars ?? {}),
  bodies: JSON.stringify(view.bodies ?? []),
})

/** Who let an offer pass is asked again when another slot is freed, and does not keep the others waiting (8.3). */
const awaitsSlot = ({ stand }: BaseView): boolean =>
  stand?.is === 'waiting' && stand.passed.length === 0 && stand.awaits === undefined

const slotAfter = (events: readonly AnyEvent[]): { readonly slot?: number | null } => {
  const last = events.findLast(({ type }) => type === 'slot_reserved' || type === 'slot_freed')
  if (last?.type === 'slot_reserved') return { slot: last.slot }
  return last === undefined ? {} : { slot: null }
}

/** The row of a programme, which its creation has made. */
export const programmeRow = (trx: Trx, { stream, view, occurredAt, head }: StreamRow<ProgrammeView>): RowChange => ({
  row: 'programme',
  statement: trx
    .updateTable('programme')
    .set({
      open_call: view.openCall,
      window_ends: view.windowEnds,
      next_due_at: view.nextDueAt,
      head_seq: head.seq,
      head_hash: head.hash,
      updated_at: occurredAt,
      ...defined({ waiting_list: view.waiting === undefined ? undefined : JSON.stringify(view.waiting) }),
    })
    .where('id', '=', stream),
})
