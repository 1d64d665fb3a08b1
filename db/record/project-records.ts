import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import type { RecordsEvent } from '../../domain/events/records.js'
import { recordsLock } from './erasure-claim.js'
import type { RowChange } from './change.js'
import { asInOutboxId, outboxIdIn, readerIn } from '../outbox-id.js'
import type { Placed } from './placed-event.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>
type Projectors = { readonly [T in RecordsEvent['type']]: (trx: Trx, placed: Placed<T>) => readonly RowChange[] }

/** What erasures and holds do to the tables. */
export const recordsProjectors: Projectors = {
  erasure_requested: (trx, { programme, at, event: { person } }) => [
    {
      row: `erasure/${person}`,
      statement: trx
        .insertInto('erasure')
        .values({ programme, person, requested_at: at, erased_at: null, erased: null })
        .onConflict((conflict) => conflict.columns(['programme', 'person']).doUpdateSet({ requested_at: at })),
    },
  ],
  person_erased: (_, placed) => personErased(placed),
  hold_requested: (_, { programme, at, event: { hold, of, code } }) => {
    const [person, base] = 'person' in of ? [of.person, null] : [null, of.base]
    const statement = sql`insert into record_hold (programme, id, person, base, code, state, asked_at)
      select ${programme}, ${hold}, ${person}::text, ${base}::text, ${code}, 'asked', ${at}::timestamptz
      from (select ${recordsLock}) as locked`
    return [{ row: `hold/${hold}`, statement }]
  },
  records_held: (trx, { programme, at, event: { hold } }) =>
    holdNow(trx, { programme, hold, state: 'held', held_at: at }),
  release_requested: (trx, { programme, event: { hold } }) => holdNow(trx, { programme, hold, state: 'release_asked' }),
  records_released: (trx, { programme, at, event: { hold } }) =>
    holdNow(trx, { programme, hold, state: 'released', released_at: at }),
}

type HoldChange = Partial<Pick<Database['record_hold'], 'held_at' | 'released_at'>> &
  Pick<Database['record_hold'], 'state'> & { readonly programme: ProgrammeId; readonly hold: string }

const holdNow = (trx: Trx, { programme, hold, ...change }: HoldChange): readonly RowChange[] => [
  {
    row: `hold/${hold}`,
    statement: trx.updateTable('record_hold').set(change).where('programme', '=', programme).where('id', '=', hold),
  },
]

/**
 * Takes away what names a person, in every programme: key, name, address, own words with their salts, letters on their way
 * and in the mailbox, seats, and hashes of bodies that held any of it. The ledger keeps its entries, of ids and codes.
 */
const personErased = ({ programme, at, event: { person } }: Placed<'person_erased'>): readonly RowChange[] => {
  const statements: Readonly<Record<string, RawBuilder<unknown>>> = {
    // Runs with the others as one statement, so it still counts what they take away.
    erasure: sql`update erasure set erased_at = ${at}::timestamptz, erased = ${countedOf(person)}
      where programme = ${programme} and person = ${person}`,
    key: sql`delete from person_key where person = ${person}`,
    person: sql`update person set name = null, email = null, erased_at = ${at}::timestamptz where id = ${person}`,
    texts: sql`update text set body = null, salt = null where author = ${person}`,
    drafts: sql`delete from draft where authors @> array[${person}]`,
    savedViews: sql`delete from saved_view where person = ${person}`,
    files: sql`update exhibit_file set sealed_key = null where person = ${person} and key_of = 'person'`,
    letters: sql`update letter set response = null, other_address = null, state = case state when 'queued' then 'failed' else state end
      where recipient = ${person}`,
    letterCopies: sql`delete from letter_copy where person = ${person}`,
    correspondence: sql`delete from correspondence where person = ${person}`,
    daily: sql`delete from checkpoint_letter where recipient = ${person}`,
    differences: sql`update reconciliation_letter set response = null,
      state = case state when 'queued' then 'failed' else state end where recipient = ${person}`,
    mailbox: sql`delete from mailbox_message where ${isLetterTo(person)}`,
    signIns: sql`delete from sign_in where person = ${person}`,
    tokens: sql`delete from api_token where person = ${person}`,
    passkeys: sql`delete from passkey where person = ${person}`,
    challenges: sql`delete from passkey_challenge where person = ${person}`,
    seats: sql`update mandate set revoked_at = ${at}::timestamptz
      where (person = ${person} or delegator = ${person}) and revoked_at is null`,
    commands: sql`update command set body_hash = ''
      where actor = ${person} or split_part(route, '/people/', 2) = ${person}`,
  }
  return Object.entries(statements).map(([row, statement]) => ({ row: `${row} of ${person}`, statement }))
}

/** In a statement over `mailbox_message`: whether it is a letter of ours to a person, by the outbox id in its Message-ID. */
const isLetterTo = (person: PersonId): RawBuilder<boolean> => sql<boolean>`(
  ${outboxIdIn(sql.ref('message_id'))} in (select id::text from letter where recipient = ${person})
  or ${readerIn(sql.ref('message_id'))} = ${asInOutboxId(sql.val(person))})`

/** How much there is of each kind. */
export const countedOf = (person: PersonId): RawBuilder<unknown> => sql`jsonb_build_object(
  'texts', (select count(*) from text where author = ${person} and body is not null),
  'letters', (select count(*) from letter where recipient = ${person}),
  'mailbox', (select count(*) from mailbox_message where ${isLetterTo(person)}),
  'seats', (select count(*) from mandate where (person = ${person} or delegator = ${person}) and revoked_at is null))`
