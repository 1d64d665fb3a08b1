import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { seatInForce } from '../seats.js'
import { ofProgramme } from './of-programme.js'
import { keysAfter, pageOf, rowsFor, type Page, type PageRequest } from './page.js'
import { stepsWithActs, type ListedStep } from './steps.js'

type Db = Kysely<Database>

export interface InboxRequest extends PageRequest {
  readonly person: string
  /** The time at which the mandates must be in force. */
  readonly now: Instant
  /** Left out: every programme that is no rehearsal. */
  readonly programme?: string | undefined
}

/** The open steps a person may act on and has not, the most urgent first. */
export async function inboxOf(db: Db, request: InboxRequest): Promise<Page<ListedStep>> {
  const found = sql<boolean>`(step.base, step.id) in (${openTo(request)})`
  const rows = await db
    .selectFrom('step')
    .selectAll()
    .where(found)
    .orderBy('due_at')
    .orderBy('base')
    .orderBy('id')
    .limit(rowsFor(request))
    .execute()
  const { items, next } = pageOf(rows, { ...request, keysOf: (row) => [row.due_at, row.base, row.id] })
  return { items: await stepsWithActs(db, items), next }
}

/**
 * Where a page of these steps stands: for each seat and each way in which it gives an act, no more than a page of the most urgent ones,
 * and of all those a page again: what is joined to it is then known to be little. What is asked here of a seat and a step is what `mandatesFor` asks of them.
 */
const openTo = (request: InboxRequest): RawBuilder<unknown> => {
  const { person, now, programme } = request
  const ways = waysOfSeat.map((way) => sql`(${pageOfWay(way, request)})`)
  return sql`
    with seat as materialized (
      select programme, base, role, person, delegator, steps from mandate
      where person = ${person} and ${seatInForce('mandate', now)} and ${ofProgramme('mandate', programme)})
    select base, id from (${sql.join(ways, sql` union `)}) as found order by due_at, base, id limit ${rowsFor(request)}`
}

interface WayOfSeat {
  /** Which seats give an act this way. */
  readonly seats: RawBuilder<unknown>
  /** On which steps, each set in the order of an index. */
  readonly steps: RawBuilder<unknown>
  /** Who a step is given to: the seat is taken once for each. */
  readonly given?: RawBuilder<unknown>
}

const ofProgrammeOnly = sql`seat.base is null`

const waysOfSeat: readonly WayOfSeat[] = [
  { seats: ofProgrammeOnly, steps: sql`step.role = seat.role and step.holder is null` },
  {
    seats: ofProgrammeOnly,
    steps: sql`step.role = seat.role and step.holder = given.person`,
    given: sql`unnest(array[seat.person, seat.delegator]) as given (person)`,
  },
  { seats: ofProgrammeOnly, steps: sql`step.stand_in = seat.role and step.stand_in is not null` },
  { seats: ofProgrammeOnly, steps: sql`step.also_roles[1] = seat.role and step.also_roles <> '{}'` },
  { seats: ofProgrammeOnly, steps: sql`seat.person = any(step.substitutes) and step.substitutes <> '{}'` },
  {
    seats: sql`seat.base is not null`,
    steps: sql`step.base = seat.base and (seat.role in (step.role, step.stand_in) or seat.role = any(step.also_roles)
      or seat.person = any(step.substitutes))`,
  },
]

const pageOfWay = ({ seats, steps, given }: WayOfSeat, request: InboxRequest): RawBuilder<unknown> => sql`
  select waiting.due_at, waiting.base, waiting.id from seat ${given === undefined ? sql`` : sql`cross join ${given}`} cross join lateral (
    select step.due_at, step.base, step.id from step
    where step.closed_at is null and step.programme = seat.programme and ${steps}
      and (seat.steps is null or step.key = any(seat.steps))
      and (step.holder is null or step.holder in (seat.person, seat.delegator))
      and not exists (select from interest where interest.base = step.base and interest.person in (seat.person, seat.delegator))
      and not exists (select from step_act where step_act.base = step.base and step_act.step = step.id
        and step_act.person = ${request.person})
      and ${behind(request)}
    order by step.due_at, step.base, step.id limit ${rowsFor(request)}) as waiting
  where ${seats}`

const behind = (request: InboxRequest): RawBuilder<unknown> => {
  const after = keysAfter(request, ['instant', 'text', 'text'])
  if (after === undefined) return sql`true`
  const [dueAt, base, id] = after
  return sql`(step.due_at, step.base, step.id) > (${dueAt}::timestamptz, ${base}, ${id})`
}
