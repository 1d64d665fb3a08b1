import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import type { Kysely, Selectable } from 'kysely'
import { sql } from 'kysely'
import { atMilliseconds, type FollowedRow, type Rows } from '../../reconciliation/row.js'
import type { Database } from '../schema.js'
import type { StepTable } from '../schema/base-tables.js'
import type { ExhibitTable } from '../schema/exhibit-tables.js'
import { isGranted, sealsOfSeat, type SeatWithSeals } from '../seals/seat-seal.js'

type Db = Kysely<Database>
type Named = readonly [string, FollowedRow]

/** The rows of a base that `followedRows` tells, as the read models have them. */
export async function keptRowsOfBase(db: Db, base: BaseId): Promise<Rows> {
  const [stages, steps, acts, slots, orders, papers, exhibits] = [
    await db.selectFrom('base_stage').selectAll().where('base', '=', base).execute(),
    await db.selectFrom('step').selectAll().where('base', '=', base).execute(),
    await db.selectFrom('step_act').selectAll().where('base', '=', base).execute(),
    await db.selectFrom('slot').select('number').where('base', '=', base).orderBy('number').execute(),
    await db.selectFrom('document_order').selectAll().where('base', '=', base).execute(),
    await db.selectFrom('document').selectAll().where('base', '=', base).execute(),
    await db.selectFrom('exhibit').selectAll().where('base', '=', base).execute(),
  ]
  return new Map<string, FollowedRow>([
    ...stages.map(({ no, stage, year, entered_at: enteredAt, left_at: leftAt, outcome, code }): Named => {
      const holds = { stage, year, enteredAt, leftAt, outcome, code }
      return [`stage/${no}`, { code: 'base_row_differs', subject: `stage ${no}`, holds }]
    }),
    ...steps.map((step): Named => [`step/${step.id}`, stepRow(step)]),
    ...acts.map(({ seq, step, person, role, mandate, option, code, text_id: text, at }): Named => {
      const holds = { step, person, role, mandate, option, code, text, at }
      return [`act/${seq}`, { code: 'act_row_differs', subject: `${step}, ${person}`, holds }]
    }),
    ...(slots.length === 0 ? [] : [slotRow(slots.map(({ number }) => number))]),
    ...orders.map(({ id, kind, languages, ordered_seq: orderedSeq, ordered_at: orderedAt, made_at: madeAt }): Named => {
      return [
        `order/${id}`,
        { code: 'order_differs', subject: id, holds: { kind, languages, orderedSeq, orderedAt, madeAt } },
      ]
    }),
    ...papers.map(({ order_id: order, kind, language, sha256, size, made_seq: seq, made_at: madeAt }): Named => {
      const row = {
        code: 'paper_differs',
        subject: `${kind} ${language}`,
        holds: { order, sha256, size, madeAt },
      } as const
      return [`paper/${seq}/${kind}/${language}`, row]
    }),
    ...exhibits.map((one): Named => [`exhibit/${one.id}`, exhibitRow(one)]),
  ])
}

const slotRow = (slots: readonly number[]): Named => ['slot', { code: 'slot_differs', holds: { slots } }]

const stepRow = (step: Selectable<StepTable>): FollowedRow => ({
  code: 'step_row_differs',
  subject: step.id,
  holds: {
    key: step.key,
    role: step.role,
    dueAt: step.due_at,
    calendar: step.calendar,
    seats: step.seats,
    also: step.also_roles,
    openedSeq: step.opened_seq,
    openedAt: step.opened_at,
    substitutes: step.substitutes,
    closedAt: step.closed_at,
    outcome: step.outcome,
    code: step.code,
    how: step.how,
    score: step.score,
    voided: step.voided,
    escalated: step.escalated,
    standIn: step.stand_in,
    holder: step.holder,
    vacant: step.vacant,
    papers: step.papers,
  },
})

const exhibitRow = ({ says, ...row }: Selectable<ExhibitTable>): FollowedRow => ({
  code: 'exhibit_differs',
  subject: row.id,
  holds: {
    kind: row.kind,
    classProposed: row.class_proposed,
    class: row.class,
    readers: row.readers,
    status: row.status,
    sha256: row.sha256,
    size: row.size,
    media: row.media,
    scan: row.scan,
    pages: row.pages,
    words: row.text_id,
    expiresOn: row.expires_on,
    stage: row.stage_no,
    person: row.person,
    role: row.role,
    receivedSeq: row.received_seq,
    receivedAt: row.received_at,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
    settledBy: row.settled_by,
    settledAt: row.settled_at,
    code: row.code,
    reason: row.reason_id,
    successor: row.superseded_by,
    periods: says.periods ?? null,
    territories: says.territories ?? null,
    issuedOn: says.issuedOn ?? null,
    personal: says.personal ?? null,
  },
})

interface KeptSeats {
  /** Those the programme began with, under a true seal, as they were granted. */
  readonly first: Rows
  readonly rows: Rows
  /** Names of the rows whose person was erased: every seat goes with that, in every programme. */
  readonly erased: ReadonlySet<string>
}

/** The seats of a programme, as its table has them. */
export async function keptSeats(db: Db, programme: ProgrammeId): Promise<KeptSeats> {
  const { rows } = await sql<KeptSeat>`
    select mandate.*, ${sealsOfSeat('mandate')} as seals,
      exists (select from person where id in (mandate.person, mandate.delegator) and erased_at is not null) as "isErased"
    from mandate where programme = ${programme}`.execute(db)
  const first = rows.filter((seat) => seat.granted_seq === null && isGranted(seat))
  return {
    first: new Map(first.map((seat) => seatRow({ ...seat, revoked_at: null }))),
    rows: new Map(rows.map(seatRow)),
    erased: new Set(rows.filter(({ isErased }) => isErased).map(({ id }) => `seat/${id}`)),
  }
}

type KeptSeat = SeatWithSeals & { readonly isErased: boolean; readonly revoked_at: string | null }

const seatRow = (seat: KeptSeat): Named => {
  const holds = {
    person: seat.person,
    organisation: seat.organisation,
    role: seat.role,
    base: seat.base,
    seq: seat.granted_seq,
    from: atMilliseconds(seat.from_at),
    until: seat.until_at === null ? null : atMilliseconds(seat.until_at),
    delegator: seat.delegator,
    lends: seat.lends,
    steps: seat.steps,
    revoked: seat.revoked_at !== null,
  }
  return [`seat/${seat.id}`, { code: 'seat_differs', subject: seat.id, holds }]
}
