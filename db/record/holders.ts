import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { AnyEvent, EventType } from '../../domain/event.js'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { RecordRequest, RecordResult } from '../../domain/record.js'
import type { Holders, Holder, HoldersAsked } from '../../domain/values/holders.js'
import { countryOf } from '../organisations.js'
import { kept } from '../kept-statements.js'
import type { Database } from '../schema.js'
import { seatInForce } from '../seats.js'

/** Entries after which it is looked again whether anybody may act on a step. */
const asked: readonly EventType[] = [
  'step_opened',
  'step_recused',
  'step_reassigned',
  'reminded',
  'escalated',
  'deadline_moved',
]

/**
 * The answer of a recording, with who may act on the steps of what was recorded, so that the workflow sees where a rule
 * resolves to nobody. Read after the entries are written, and again where a command is repeated.
 */
export const withHolders = async (
  db: Kysely<Database>,
  { request, result }: { request: RecordRequest; result: RecordResult },
): Promise<RecordResult> => {
  if (result.kind !== 'recorded' || request.kind !== 'base') return result
  const steps = stepsAskedBy(result.entries.map(({ event }) => event))
  if (steps.length === 0) return result
  return { ...result, holders: await holdersOf(db, { stream: request.stream, steps, at: request.occurredAt }) }
}

/** The steps some entries opened, touched or rang for, each once. */
const stepsAskedBy = (events: readonly AnyEvent[]): readonly string[] => [
  ...new Set(events.flatMap((event) => (asked.includes(event.type) && 'step' in event ? [event.step ?? ''] : []))),
]

/** Who holds a role in each of these open steps at an instant. A step that nobody holds is there with an empty list. */
export async function holdersOf(db: Kysely<Database>, { stream, steps, at }: HoldersAsked): Promise<Holders> {
  const open = sql`(select id, base, programme, role, also_roles, substitutes from step
    where base = ${stream} and id = any(${steps}) and closed_at is null) as step`
  const { rows } = await sql<HeldStep>`${kept} ${heldSteps(open, at)}`.execute(db)
  return byStep(rows)
}

/** A step with those who hold a role in it, as `heldSteps` selects it. */
export interface HeldStep {
  readonly step: string
  readonly holders: readonly Holder[]
}

/** Rows of `heldSteps` by their step. */
export const byStep = (rows: readonly HeldStep[]): Holders =>
  Object.fromEntries(rows.map(({ step, holders }) => [step, holders]))

/**
 * Selects who holds a role in each step of a source at an instant or was drawn for it, with an own seat, and all seats that
 * bind the person. A step that nobody holds is there with an empty list: the rule resolves to nobody. A lent seat adds
 * nobody to those who may act, since only one of the two acts.
 */
const heldSteps = (steps: RawBuilder<unknown>, at: Instant): RawBuilder<HeldStep> => sql`
  select step.id as step, coalesce(jsonb_agg(
    jsonb_build_object('person', holder.person, 'seats', holder.seats) order by holder.person
  ) filter (where holder.person is not null), '[]') as holders
  from ${steps}
  left join lateral (
    select seat.person, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'role', seat.role, 'base', seat.base, 'country', ${countryOf('organisation')},
      'organisation', case when ${countryOf('organisation')} is null then seat.organisation end)) order by seat.id) as seats,
      bool_or((seat.role = step.role or seat.role = any(step.also_roles) or seat.person = any(step.substitutes))
        and (seat.base is null or seat.base = step.base)) as holds
    from mandate as seat
    join person on person.id = seat.person and person.erased_at is null
    left join register_entry as organisation on organisation.programme = seat.programme
      and organisation.kind = 'organisation' and organisation.id = seat.organisation
    where seat.programme = step.programme and seat.lends is null and ${seatInForce('seat', at)}
      and seat.person in (
        select person from mandate
        where programme = step.programme and (role = step.role or role = any(step.also_roles))
        union all select unnest(step.substitutes))
    group by seat.person
  ) as holder on holder.holds
  group by step.id`

/**
 * The same for the steps that a request opens, selected from its events, so that it can run in the statement that writes
 * them; undefined where it opens none, or touches others too, whose rows have to be read after they are written.
 */
export const holdersOfOpened = (
  { stream: base, kind, events, occurredAt }: RecordRequest,
  programme: ProgrammeId,
): RawBuilder<HeldStep> | undefined => {
  const opened = events.flatMap((event) => (event.type === 'step_opened' ? [event] : []))
  const closed = events.flatMap((event) => (event.type === 'step_closed' ? [event.step] : []))
  if (kind !== 'base' || opened.length === 0 || opened.length < stepsAskedBy(events).length) return undefined
  const steps = opened
    .filter(({ step }) => !closed.includes(step))
    .map(({ step, role, also = [] }) => ({ id: step, base, programme, role, also_roles: also, substitutes: [] }))
  const source = sql`jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
    as step (id text, base text, programme text, role text, also_roles text[], substitutes text[])`
  return heldSteps(source, occurredAt)
}
