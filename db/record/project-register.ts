import type { ProgrammeId } from '../../domain/ids.js'
import type { Transaction } from 'kysely'
import type { RegisterEvent } from '../../domain/events/register.js'
import { registerKey, type RegisterEntry } from '../../domain/register.js'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>
type Projectors = { readonly [T in RegisterEvent['type']]: (trx: Trx, placed: Placed<T>) => readonly RowChange[] }

/** What is added to the register, asked to be corrected, and corrected. */
export const registerProjectors: Projectors = {
  register_added: (trx, { programme, at, event: { entry } }) => [registeredRow(trx, { programme, at, entry })],
  correction_asked: (trx, { programme, event: { entry, by } }) => [
    {
      row: registerKey(entry),
      statement: trx
        .updateTable('register_entry')
        .set({ asked: JSON.stringify(entry), asked_by: by.person })
        .where('programme', '=', programme)
        .where('kind', '=', entry.kind)
        .where('id', '=', entry.id),
    },
  ],
  register_corrected: (trx, { programme, at, event: { entry } }) => [registeredRow(trx, { programme, at, entry })],
}

/** An entry as it stands from now on. */
export const registeredRow = (
  trx: Trx,
  { programme, at, entry }: { programme: ProgrammeId; at: string; entry: RegisterEntry },
): RowChange => {
  const now = { entry: JSON.stringify(entry), changed_at: at, asked: null, asked_by: null }
  return {
    row: registerKey(entry),
    statement: trx
      .insertInto('register_entry')
      .values({ programme, kind: entry.kind, id: entry.id, added_at: at, ...now })
      .onConflict((conflict) => conflict.columns(['programme', 'kind', 'id']).doUpdateSet(now)),
  }
}
