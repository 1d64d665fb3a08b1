import type { MandateId, ProgrammeId } from '../../domain/ids.js'
import type { Transaction } from 'kysely'
import type { MandateGrant } from '../../domain/values/mandate.js'
import type { ProgrammeEvent } from '../../domain/event.js'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'
import { publishingProjectors } from './project-publishing.js'
import { recordsProjectors } from './project-records.js'
import { registeredRow, registerProjectors } from './project-register.js'
import { seatSeal } from '../seals/seat-seal.js'
import { offerProjectors } from './slot-offers.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>
type Projectors = { readonly [T in ProgrammeEvent['type']]: (trx: Trx, placed: Placed<T>) => readonly RowChange[] }

/** What each event of a programme does to calls, sessions and mandates. */
export const programmeProjectors: Projectors = {
  call_proposed: (trx, { programme, at, event: { call, by } }) => [
    {
      row: `call/${call}`,
      statement: trx
        .insertInto('call')
        .values({
          programme,
          id: call,
          state: 'proposed',
          window_ends: null,
          proposed_by: by.person,
          proposed_at: at,
          decided_at: null,
          closed_at: null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['programme', 'id'])
            .doUpdateSet({ state: 'proposed', proposed_by: by.person, proposed_at: at, decided_at: null }),
        ),
    },
  ],
  call_opened: (trx, { programme, at, event: { call, windowEnds } }) => [
    {
      row: `call/${call}`,
      statement: trx
        .updateTable('call')
        .set({ state: 'open', window_ends: windowEnds, decided_at: at })
        .where('programme', '=', programme)
        .where('id', '=', call),
    },
  ],
  call_put_off: (trx, { programme, at, event: { call } }) => [
    {
      row: `call/${call}`,
      statement: trx
        .updateTable('call')
        .set({ state: 'put_off', decided_at: at })
        .where('programme', '=', programme)
        .where('id', '=', call),
    },
  ],
  call_closed: (trx, { programme, at, event: { call } }) => [
    {
      row: `call/${call}`,
      statement: trx
        .updateTable('call')
        .set({ state: 'closed', closed_at: at })
        .where('programme', '=', programme)
        .where('id', '=', call),
    },
  ],
  session_convened: (trx, placed) => sessionConvened(trx, placed),
  // Read out of the ledger itself.
  session_moved: () => [],
  session_noted: () => [],
  base_stood: () => [],
  programme_revived: () => [],
  ...offerProjectors,
  ...recordsProjectors,
  ...registerProjectors,
  ...publishingProjectors,
  programme_founded: (trx, { programme, at, event: { organisation } }) => [
    registeredRow(trx, { programme, at, entry: organisation }),
  ],
  founder_seated: (trx, { programme, seq, event: { seat } }) => mandateGranted(trx, { programme, seq, grant: seat }),
  seats_proposed: (trx, { programme, at, event: { proposal: id, mandates, paper, by } }) => [
    {
      row: `proposal/${id}`,
      statement: trx.insertInto('seat_proposal').values({
        programme,
        id,
        mandates: JSON.stringify(mandates),
        paper: JSON.stringify(paper),
        proposed_by: by.person,
        proposed_at: at,
        confirmed_by: null,
        confirmed_at: null,
      }),
    },
  ],
  mandates_granted: (trx, placed) => seatsGranted(trx, placed),
  mandate_revoked: (trx, { at, event: { mandate } }) => [revoked(trx, { mandate, at })],
  seat_delegated: (trx, { programme, seq, event: { mandate } }) =>
    mandateGranted(trx, { programme, seq, grant: mandate }),
  delegation_ended: (trx, { at, event: { delegation } }) => [revoked(trx, { mandate: delegation, at })],
}

function seatsGranted(trx: Trx, { programme, seq, at, event }: Placed<'mandates_granted'>): readonly RowChange[] {
  const { mandates, proposal, by } = event
  const given = mandates.flatMap((grant) => mandateGranted(trx, { programme, seq, grant }))
  if (proposal === undefined) return given
  const statement = trx
    .updateTable('seat_proposal')
    .set({ confirmed_by: by.person, confirmed_at: at })
    .where('programme', '=', programme)
    .where('id', '=', proposal)
  return [{ row: `proposal/${proposal}`, statement }, ...given]
}

function sessionConvened(trx: Trx, { programme, at, event }: Placed<'session_convened'>): readonly RowChange[] {
  const { session, ranking } = event
  const convened = {
    row: `session/${session}`,
    statement: trx.insertInto('session').values({ programme, id: session, convened_at: at }),
  }
  const ranks = ranking.map(({ base, score }, index) => ({
    programme,
    session,
    base,
    place: index + 1,
    score,
    proposal: null,
  }))
  if (ranks.length === 0) return [convened]
  return [convened, { row: `ranks/${session}`, statement: trx.insertInto('session_rank').values(ranks) }]
}

interface Granted {
  readonly programme: ProgrammeId
  readonly seq: number
  readonly grant: MandateGrant
}

const revoked = (trx: Trx, { mandate, at }: { mandate: MandateId; at: string }): RowChange => ({
  row: `mandate/${mandate}`,
  statement: trx.updateTable('mandate').set({ revoked_at: at }).where('id', '=', mandate),
})

/** The seat, and the seal without which nobody acts with it. */
const mandateGranted = (trx: Trx, { programme, seq, grant }: Granted): readonly RowChange[] => {
  const seat = {
    id: grant.id,
    programme,
    base: grant.base ?? null,
    person: grant.person,
    organisation: grant.organisation,
    role: grant.role,
    from_at: grant.from,
    until_at: grant.until ?? null,
    granted_seq: seq,
    delegator: grant.delegation?.delegator ?? null,
    lends: grant.delegation?.mandate ?? null,
    steps: grant.delegation?.steps ?? null,
  }
  return [
    {
      row: `mandate/${grant.id}`,
      statement: trx
        .insertInto('mandate')
        .values({ ...seat, revoked_at: null })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    },
    {
      row: `seal of mandate/${grant.id}`,
      statement: trx
        .insertInto('row_seal')
        .values(seatSeal(seat))
        .onConflict((conflict) => conflict.doNothing()),
    },
  ]
}
