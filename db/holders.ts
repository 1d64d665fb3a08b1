import { sql, type Kysely } from 'kysely'
import type { AnyEvent, EventType } from '../domain/event.js'
import type { Instant } from '../domain/ids.js'
import type { Holder, Holders, RecordRequest, RecordResult } from '../domain/record.js'
import { kept } from './kept-statements.js'
import type { Database } from './schema.js'
import { seatInForce } from './seats.js'

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

/**
 * Who holds a role in each of these open steps at an instant or was drawn for it, with an own seat, and all seats that
 * bind the person. A step that nobody holds is there with an empty list: the rule resolves to nobody. A lent seat adds
 * nobody to those who may act, since only one of the two acts.
 */
async function holdersOf(
  db: Kysely<Database>,
  { stream, steps, at }: { stream: string; steps: readonly string[]; at: Instant },
): Promise<Holders> {
  const { rows } = await sql<{ step: string; holders: readonly Holder[] }>`
    ${kept} select step.id as step, coalesce(jsonb_agg(
      jsonb_build_object('person', holder.person, 'seats', holder.seats) order by holder.person
    ) filter (where holder.person is not null), '[]') as holders
    from step
    left join lateral (
      select seat.person, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'role', seat.role, 'base', seat.base, 'country', organisation.country)) order by seat.id) as seats,
        bool_or((seat.role = step.role or seat.role = any(step.also_roles) or seat.person = any(step.substitutes))
          and (seat.base is null or seat.base = step.base)) as holds
      from mandate as seat
      join person on person.id = seat.person and person.erased_at is null
      left join organisation on organisation.id = seat.organisation
      where seat.programme = step.programme and seat.lends is null and ${seatInForce('seat', at)}
        and seat.person in (
          select person from mandate
          where programme = step.programme and (role = step.role or role = any(step.also_roles))
          union all select unnest(step.substitutes))
      group by seat.person
    ) as holder on holder.holds
    where step.base = ${stream} and step.id = any(${steps}) and step.closed_at is null
    group by step.id`.execute(db)
  return Object.fromEntries(rows.map(({ step, holders }) => [step, holders]))
}
