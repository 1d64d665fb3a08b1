import type { Transaction } from 'kysely'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>

/** Offers from the waiting list as rows: while one is not ended its slot is kept for the base (8.3). */
export const offerProjectors = {
  slot_offered: (trx: Trx, { programme, at, event: { offer, base } }: Placed<'slot_offered'>): RowChange[] => [
    {
      row: `offer/${offer}`,
      statement: trx.insertInto('slot_offer').values({ programme, id: offer, base, state: 'open', offered_at: at }),
    },
  ],
  offer_accepted: (trx: Trx, { programme, at, event: { offer } }: Placed<'offer_accepted'>): RowChange[] => [
    {
      row: `offer/${offer}`,
      statement: trx
        .updateTable('slot_offer')
        .set({ state: 'accepted', answered_at: at })
        .where('programme', '=', programme)
        .where('id', '=', offer),
    },
  ],
  offer_ended: (trx: Trx, { programme, at, event: { offer, how } }: Placed<'offer_ended'>): RowChange[] => [
    {
      row: `offer/${offer}`,
      statement: trx
        .updateTable('slot_offer')
        .set({ state: how, ended_at: at })
        .where('programme', '=', programme)
        .where('id', '=', offer),
    },
  ],
}
