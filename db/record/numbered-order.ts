import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { localDate } from '../../domain/calendar-zone.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { paperSeries } from '../../domain/words/paper-number.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import type { Database } from '../schema.js'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'

/**
 * A paper is ordered and numbered: the count of its kind and year goes up by one and stays locked until all is written, so that no number is
 * given twice, and what is not written leaves no gap. The year is that of the programme's zone.
 */
export const numberedOrder = (
  trx: Transaction<Database>,
  { programme, stream, seq, at, event: { order, kind, languages } }: Placed<'document_ordered'>,
): readonly RowChange[] => {
  const series = paperSeries[kind]
  const year = Number(localDate(zoneAround(programmeZone, at), at).slice(0, 4))
  // One row for both, so that the number is read after its count, and each paper of a kind is counted after the one before.
  const row = `paper-count/${programme}/${series}/${year}`
  const counted = sql`
    insert into paper_count (programme, series, year, last) values (${programme}, ${series}, ${year}, 1)
    on conflict (programme, series, year) do update set last = paper_count.last + 1`
  const numbered = sql`
    insert into paper_number (base, order_id, programme, series, year, number)
    select ${stream}, ${order}, programme, series, year, last from paper_count
    where programme = ${programme} and series = ${series} and year = ${year}`
  return [
    {
      row: `order/${order}`,
      statement: trx
        .insertInto('document_order')
        .values({ base: stream, id: order, kind, languages, ordered_seq: seq, ordered_at: at, made_at: null }),
    },
    { row, statement: counted },
    { row, statement: numbered },
  ]
}
