import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { ExhibitEvent } from '../../domain/events/exhibits.js'
import type { Database } from '../schema.js'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'

type Trx = Transaction<Database>
type Projectors = { readonly [T in ExhibitEvent['type']]: (trx: Trx, placed: Placed<T>) => readonly RowChange[] }

/** What was brought to prove facts, one row each. */
export const exhibitProjectors: Projectors = {
  exhibit_received: (trx, placed) => [received(trx, placed)],
  exhibit_superseded: (trx, { stream, event: { exhibit, successor } }) => [
    changed(trx, { stream, exhibit, to: { status: 'superseded', superseded_by: successor } }),
  ],
  // A letter is all that comes of it.
  expiry_told: () => [],
  exhibit_checked: (trx, { stream, at, event: { exhibit, class: set, periods, territories, by } }) => {
    const read = JSON.stringify({ periods, territories })
    const to = { status: 'checked', class: set, checked_by: by.person, checked_at: at } as const
    const row = `exhibit/${exhibit}`
    const statement = trx
      .updateTable('exhibit')
      .set({ ...to, says: sql<string>`says || ${read}::jsonb` })
      .where('base', '=', stream)
      .where('id', '=', exhibit)
    return [{ row, statement }]
  },
  exhibit_accepted: (trx, { stream, at, event: { exhibit, by } }) => [
    changed(trx, { stream, exhibit, to: { status: 'accepted', settled_by: by.person, settled_at: at } }),
  ],
  exhibit_returned: (trx, { stream, at, event: { exhibit, code, reason, by } }) => {
    const to = {
      status: 'returned',
      code,
      reason_id: reason?.id ?? null,
      settled_by: by.person,
      settled_at: at,
    } as const
    return [changed(trx, { stream, exhibit, to })]
  },
}

type Change = Partial<
  Pick<Database['exhibit'], 'status' | 'superseded_by' | 'settled_by' | 'settled_at' | 'code' | 'reason_id'>
>

const changed = (trx: Trx, { stream, exhibit, to }: { stream: string; exhibit: string; to: Change }): RowChange => ({
  row: `exhibit/${exhibit}`,
  statement: trx.updateTable('exhibit').set(to).where('base', '=', stream).where('id', '=', exhibit),
})

const received = (trx: Trx, { stream, seq, at, event }: Placed<'exhibit_received'>): RowChange => {
  const { exhibit, kind, classProposed, readers, file, words, expiresOn, stage, by } = event
  const { seal, languages, issuedOn, periods, territories, personal, capturedOn, supersedes, translationOf } = event
  const says = { seal, languages, issuedOn, periods, territories, personal, capturedOn, supersedes, translationOf }
  const { sha256, size, media, scan, pages = null } = file
  return {
    row: `exhibit/${exhibit}`,
    statement: trx.insertInto('exhibit').values({
      base: stream,
      id: exhibit,
      kind,
      class_proposed: classProposed,
      class: null,
      readers,
      status: 'received',
      says: JSON.stringify(says),
      sha256,
      size,
      media,
      scan,
      pages,
      text_id: words.id,
      expires_on: expiresOn ?? null,
      stage_no: stage,
      person: by.person,
      role: by.role,
      received_seq: seq,
      received_at: at,
      checked_by: null,
      checked_at: null,
      settled_by: null,
      settled_at: null,
      code: null,
      reason_id: null,
      superseded_by: null,
    }),
  }
}
