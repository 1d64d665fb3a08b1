import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { BaseEvent } from '../../domain/event.js'
import { handedInBy } from '../../domain/judge/drafter.js'
import { roles } from '../../domain/role.js'
import type { RowChange } from './change.js'
import { numberedOrder } from './numbered-order.js'
import type { Placed } from './placed-event.js'
import { exhibitProjectors } from './project-exhibits.js'
import { paperProjectors } from './project-paper.js'
import { roleModelGranted, roleModelProposed } from './role-models.js'
import { thirdPartyAsked } from './project-third-parties.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>
type Projectors = { readonly [T in BaseEvent['type']]: (trx: Trx, placed: Placed<T>) => readonly RowChange[] }

const none = (): readonly RowChange[] => []

/** What each event of a base does to the read models beside the base's own row; `none` where that row says it all. */
export const baseProjectors: Projectors = {
  base_nominated: none,
  stage_entered: (trx, { stream, at, event: { no, stage, year } }) => [
    {
      row: `stage/${no}`,
      statement: trx.insertInto('base_stage').values({
        base: stream,
        no,
        stage,
        year: year ?? null,
        entered_at: at,
        left_at: null,
        outcome: null,
        code: null,
      }),
    },
  ],
  stage_left: (trx, { stream, at, event: { no, outcome, code } }) => [
    {
      row: `stage/${no}`,
      statement: trx
        .updateTable('base_stage')
        .set({ left_at: at, outcome, code: code ?? null })
        .where('base', '=', stream)
        .where('no', '=', no),
    },
  ],
  step_opened: (trx, placed) => [stepOpened(trx, placed)],
  step_acted: (trx, placed) => [stepActed(trx, placed), draftTakenUp(placed)],
  step_closed: (trx, { stream, at, event: { step, option, code, how, score } }) => [
    {
      row: `step/${step}`,
      statement: trx
        .updateTable('step')
        .set({ closed_at: at, outcome: option, code: code ?? null, how, score: score ?? null })
        .where('base', '=', stream)
        .where('id', '=', step),
    },
  ],
  deadline_moved: (trx, { stream, event: { step, dueAt } }) => [
    {
      row: `step/${step}`,
      statement: trx.updateTable('step').set({ due_at: dueAt }).where('base', '=', stream).where('id', '=', step),
    },
  ],
  reminded: none,
  escalated: (trx, { stream, event: { step, rung } }) => [
    {
      row: `step/${step}`,
      statement: trx
        .updateTable('step')
        .set((eb) => ({ escalated: eb.fn<number>('greatest', [eb.ref('escalated'), eb.val(rung)]) }))
        .where('base', '=', stream)
        .where('id', '=', step),
    },
  ],
  status_changed: none,
  ranked: none,
  role_model_proposed: roleModelProposed,
  role_model_granted: roleModelGranted,
  caps_waived: none,
  let_lie: none,
  reservation_moved: none,
  offer_received: none,
  adoption_agreed: none,
  procedure_adopted: none,
  base_revived: none,
  shortlist_decided: (trx, placed) => (placed.event.taken ? shortlistPlaceTaken(trx, placed) : []),
  slot_reserved: (trx, { stream, programme, event: { slot } }) => [
    {
      row: 'slot',
      statement: trx
        .insertInto('slot')
        .values({ programme, number: slot, base: stream })
        .onConflict((conflict) => conflict.columns(['programme', 'number']).doUpdateSet({ base: stream })),
    },
  ],
  slot_freed: (trx, { stream, programme }) => [
    {
      row: 'slot',
      statement: trx
        .updateTable('slot')
        .set({ base: null })
        .where('programme', '=', programme)
        .where('base', '=', stream),
    },
  ],
  plaque_reserved: none,
  memorandum_signed: none,
  base_activated: none,
  review_concluded: none,
  extraordinary_concluded: none,
  document_ordered: (trx, placed) => numberedOrder(trx, placed),
  document_made: (trx, placed) => documentMade(trx, placed),
  commented: none,
  held: none,
  resumed: none,
  withdrawal_declared: none,
  cancel_refused: none,
  base_closed: none,
  void_proposed: none,
  step_voided: (trx, { stream, at, event: { step, cause } }) => [
    {
      row: `step/${step}`,
      statement: trx
        .updateTable('step')
        .set((eb) => ({ voided: cause, closed_at: eb.fn.coalesce('closed_at', eb.val(at)) }))
        .where('base', '=', stream)
        .where('id', '=', step),
    },
  ],
  effects_undone: none,
  matter_raised: none,
  matter_taken_back: none,
  frozen: none,
  unfrozen: none,
  memorandum_amended: none,
  memorandum_renewed: none,
  stand_in_called: (trx, { stream, event: { step, to } }) => [
    {
      row: `step/${step}`,
      statement: trx.updateTable('step').set({ stand_in: to }).where('base', '=', stream).where('id', '=', step),
    },
  ],
  interest_declared: (trx, { stream, seq, at, event: { person, kind } }) => [
    {
      row: `interest/${person}`,
      statement: trx.insertInto('interest').values({ base: stream, person, kind, declared_seq: seq, declared_at: at }),
    },
  ],
  step_recused: (trx, { stream, event: { step, person } }) => [
    {
      row: `step/${step}`,
      statement: trx
        .updateTable('step')
        .set({ holder: null })
        .where('base', '=', stream)
        .where('id', '=', step)
        .where('holder', '=', person),
    },
  ],
  step_reassigned: (trx, { stream, event: { step, to } }) => [
    changedStep(trx, { stream, step, change: { holder: to } }),
  ],
  substitutes_drawn: (trx, { stream, event: { step, drawn } }) => [
    {
      row: `step/${step}`,
      statement: trx
        .updateTable('step')
        .set({ substitutes: sql<readonly string[]>`substitutes || ${drawn}::text[]` })
        .where('base', '=', stream)
        .where('id', '=', step),
    },
  ],
  vacancy_found: (trx, { stream, event: { step } }) => [changedStep(trx, { stream, step, change: { vacant: true } })],
  vacancy_filled: (trx, { stream, event: { step } }) => [changedStep(trx, { stream, step, change: { vacant: false } })],
  ...paperProjectors,
  ...exhibitProjectors,
  // Conditions are few, and are read out of the ledger itself.
  conditions_fixed: none,
  condition_shown: none,
  condition_checked: none,
  meeting_moved: none,
  third_party_asked: (trx, placed) => thirdPartyAsked(trx, placed),
  subjects_screened: none,
  condition_lifted: none,
  text_handed_over: none,
}

const changedStep = (
  trx: Trx,
  { stream, step, change }: { stream: string; step: string; change: { holder?: string; vacant?: boolean } },
): RowChange => ({
  row: `step/${step}`,
  statement: trx.updateTable('step').set(change).where('base', '=', stream).where('id', '=', step),
})

const stepOpened = (trx: Trx, { stream, programme, seq, at, event, stageNo }: Placed<'step_opened'>): RowChange => {
  const { step, key, role, dueAt, calendar, seats, also = [] } = event
  const currentStage = trx
    .selectFrom('base_stage')
    .select((eb) => eb.fn.coalesce(eb.fn.max('no'), sql<number>`0`).as('no'))
    .where('base', '=', stream)
  return {
    row: `step/${step}`,
    statement: trx.insertInto('step').values({
      base: stream,
      id: step,
      programme,
      key,
      round: roundOf(step),
      stage_no: stageNo ?? currentStage,
      role,
      side: roles[role].side,
      opened_seq: seq,
      opened_at: at,
      due_at: dueAt,
      calendar,
      seats,
      also_roles: also,
      closed_at: null,
      outcome: null,
      code: null,
      how: null,
      score: null,
    }),
  }
}

/** The visit in a step's id, the number after its last point (domain/procedure.ts). */
const roundOf = (step: string): number => Number(step.slice(step.lastIndexOf('.') + 1))

const stepActed = (trx: Trx, { stream, seq, at, event }: Placed<'step_acted'>): RowChange => ({
  row: `act/${seq}`,
  statement: trx.insertInto('step_act').values({
    base: stream,
    seq,
    step: event.step,
    person: event.by.person,
    role: event.by.role,
    mandate: event.by.mandate,
    option: event.option,
    code: event.code ?? null,
    text_id: event.reason?.id ?? null,
    at,
  }),
})

/** What was handed in is no draft any more. */
const draftTakenUp = ({ stream, seq, event }: Placed<'step_acted'>): RowChange => {
  const { own, ofSeats } = handedInBy(event.by.person)
  return {
    row: `draft/${seq}`,
    statement: sql`delete from draft where base = ${stream} and step = ${event.step}
      and (drafter = ${own} or drafter like ${ofSeats})`,
  }
}

function shortlistPlaceTaken(trx: Trx, { stream, programme, at, base }: Placed<'shortlist_decided'>): RowChange[] {
  if (base === undefined) throw new Error(`${stream}: a place on a shortlist was taken by something that is no base.`)
  const { call, category, province } = base
  const statement = trx
    .insertInto('shortlist_place')
    .values({ programme, call, base: stream, category, province, taken_at: at })
    .onConflict((conflict) => conflict.columns(['programme', 'call', 'base']).doNothing())
  return [{ row: 'shortlist_place', statement }]
}

const documentMade = (trx: Trx, { stream, seq, at, event: { order, files } }: Placed<'document_made'>): RowChange[] => [
  {
    row: `order/${order}`,
    statement: trx
      .updateTable('document_order')
      .set({ made_at: at })
      .where('base', '=', stream)
      .where('id', '=', order),
  },
  ...files.map((file) => ({
    row: `document/${seq}/${file.kind}/${file.language}`,
    statement: trx.insertInto('document').values({
      base: stream,
      order_id: order,
      kind: file.kind,
      language: file.language,
      sha256: file.sha256,
      size: file.size,
      made_seq: seq,
      made_at: at,
    }),
  })),
]
