import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { EventType } from '../../domain/event.js'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import { draftsOf } from '../../domain/letters/drafts-of.js'
import type { Placed } from './placed-event.js'
import type { Head } from '../ledger.js'
import { seatInForce } from '../seats.js'

export interface LettersRequest {
  readonly placed: readonly Placed<EventType>[]
  readonly stream: string
  readonly programme: ProgrammeId
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly head: Head
  /** Whether the record leaves the base waiting for a place in a session. */
  readonly awaitsSession: boolean
}

/** Where the relay listens; the payload is the stream whose letters were queued. */
export const letterChannel = 'letter'

/** The letters of some events as one statement; absent where none is sent. */
export interface Letters {
  readonly statement: RawBuilder<unknown>
  /** They ask who has yet to act on a step, so they have to run after the rows of these events are written. */
  readonly last: boolean
}

/**
 * Puts the letters of these events into the outbox, one for each person who holds a mandate in force for a role that
 * reads it, for the base or for the whole programme, and no interest in it, and wakes the relay when the transaction commits (PostgreSQL makes
 * one notice of several alike).
 */
export function lettersOf(request: LettersRequest): Letters | undefined {
  const { placed, stream, programme, occurredAt, recordedAt, head, awaitsSession } = request
  const events = placed.map(({ event }) => event)
  const drafts = placed.flatMap((one) =>
    draftsOf(one.event, events)
      .filter(({ onlyWhile }) => onlyWhile === undefined || awaitsSession)
      .map(({ kind, step, roles, actorsOf, actedOn, people, asks, facts }) => ({
        seq: one.seq,
        kind,
        step: step ?? null,
        roles,
        actors_of: actorsOf ?? null,
        acted_on: actedOn?.step ?? null,
        besides: actedOn?.besides ?? null,
        people: people ?? [],
        not_of: asks?.notOf ?? null,
        facts: { ...facts, head: head.hash, seq: head.seq },
      })),
  )
  if (drafts.length === 0) return undefined
  const statement = sql`
      insert into letter (programme, base, seq, kind, step, recipient, language, facts, queued_at, next_attempt_at)
      select distinct on (draft.seq, draft.kind, person.id)
        ${programme}, ${stream}, draft.seq, draft.kind, draft.step, person.id, person.language, draft.facts,
        ${recordedAt}::timestamptz, now()
      from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
        as draft (seq integer, kind text, step text, roles jsonb, actors_of text, acted_on text, besides text,
          people jsonb, not_of jsonb, facts jsonb)
      left join step on step.base = ${stream} and step.id = draft.actors_of
      join mandate on mandate.programme = ${programme}
        and (mandate.base is null or mandate.base = ${stream})
        and ${seatInForce('mandate', occurredAt)}
        and (mandate.steps is null or draft.facts ->> 'key' = any(mandate.steps))
        and (draft.roles ? mandate.role or draft.people ? mandate.person or ${hasActed(stream)}
          or (mandate.role in (step.role, step.stand_in) or mandate.role = any(step.also_roles)
            or mandate.person = any(step.substitutes)) and not exists (
          select from step_act where step_act.base = ${stream} and step_act.step = step.id
            and step_act.person = mandate.person)
          and (step.holder is null or step.holder in (mandate.person, mandate.delegator)))
        and (draft.not_of is null or mandate.lends is null and not draft.not_of ? mandate.person)
        and not exists (select from interest where interest.base = ${stream}
          and interest.person in (mandate.person, mandate.delegator))
      join person on person.id = mandate.person and person.erased_at is null
      returning pg_notify(${letterChannel}, ${stream})`
  return { statement, last: drafts.some(({ actors_of: step }) => step !== null) }
}

/** Whether a seat is of somebody to whom an act on the step is counted: who did it, or in whose place it was done (SD7). */
const hasActed = (stream: string): RawBuilder<boolean> => sql`exists (
  select from step_act as act left join mandate as used on used.id = act.mandate
  where act.base = ${stream} and act.step = draft.acted_on and mandate.person in (act.person, used.delegator)
    and mandate.person is distinct from draft.besides)`
