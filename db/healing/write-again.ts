import type { BaseId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { AnyEvent, EventType } from '../../domain/event.js'
import type { By } from '../../domain/values/by.js'
import type { BaseView, ProgrammeView } from '../../domain/record.js'
import { applyChanges } from '../record/change.js'
import { noHash } from '../ledger.js'
import type { Head } from '../ledger.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import type { Placed } from '../record/placed-event.js'
import { project } from '../record/project.js'
import { lettersOf } from '../record/queue-letters.js'
import type { Database } from '../schema.js'
import { baseRow, ledgerRows, programmeRow } from '../record/stream-rows.js'
import type { Batch } from './plan-healing.js'

type Trx = Transaction<Database>

/** What is shown of a stream after a batch. */
export type StreamView =
  { readonly kind: 'base'; readonly view: BaseView } | { readonly kind: 'programme'; readonly view: ProgrammeView }

/** A letter that may have gone out before the database was lost. */
export interface DoubtfulLetter {
  readonly id: string
  readonly base: BaseId
  readonly seq: number
  readonly kind: LetterKind
  readonly recipient: string
}

/**
 * Writes a batch behind the head of its stream: the rows as they were, and the read models as they follow from them.
 * Whether the letters of a lost part went out nobody knows any more, so none is queued: each is noted as `unknown`, for a
 * person to judge, and returned.
 */
export async function writeAgain(
  trx: Trx,
  { batch, shown }: { readonly batch: Batch; readonly shown: StreamView },
): Promise<readonly DoubtfulLetter[]> {
  const { stream, rows } = batch
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return []
  await headOf(trx, stream)
  const head: Head = { seq: last.seq, hash: last.hash }
  const placed = placedIn(batch, shown)
  const own = { stream, occurredAt: first.occurred_at, head }
  await applyChanges(trx, [
    ...ledgerRows(trx, { stream, rows, head }),
    shown.kind === 'base'
      ? baseRow(trx, { ...own, view: shown.view, by: byOf(batch), events: rows.map(({ payload }) => payload) })
      : programmeRow(trx, { ...own, view: shown.view }),
    ...placed.flatMap((one) => project(trx, one)),
  ])
  if (shown.kind === 'programme') return []
  const { programme, awaitsSession } = shown.view
  const letters = lettersOf({ ...own, placed, programme, awaitsSession, recordedAt: first.recorded_at })
  if (letters === undefined) return []
  await sql`${letters.statement}`.execute(trx)
  return await doubted(trx, { stream, from: first.seq, to: last.seq })
}

/** A stream that is not there yet begins. */
async function headOf(trx: Trx, stream: string): Promise<void> {
  await trx
    .insertInto('ledger_head')
    .values({ stream, seq: 0, hash: noHash })
    .onConflict((conflict) => conflict.column('stream').doNothing())
    .execute()
}

function placedIn({ stream, rows }: Batch, shown: StreamView): readonly Placed<EventType>[] {
  const base = shown.kind === 'base' ? shown.view : undefined
  const programme = base?.programme ?? stream
  let stageNo: number | undefined
  return rows.map(({ payload: event, seq, occurred_at: at }) => {
    if (event.type === 'stage_entered') stageNo = event.no
    return { stream, programme, at, base, event, seq, stageNo }
  })
}

/** Who acted in a command, by the first of its events that says so. */
const byOf = ({ rows }: Batch): By | undefined => {
  const said = (event: AnyEvent): By | undefined => ('by' in event ? event.by : undefined)
  return rows.map(({ payload }) => said(payload)).find((by) => by !== undefined)
}

interface Span {
  readonly stream: string
  readonly from: number
  readonly to: number
}

async function doubted(trx: Trx, { stream, from, to }: Span): Promise<readonly DoubtfulLetter[]> {
  return await trx
    .updateTable('letter')
    .set({ state: 'unknown', response: 'its entry was healed from a history: it may have gone out before' })
    .where('base', '=', stream)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .where('state', '=', 'queued')
    .returning(['id', 'base', 'seq', 'kind', 'recipient'])
    .execute()
}
