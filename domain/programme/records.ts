import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { RecordsCommand } from '../commands/records.js'
import type { By } from '../values/by.js'
import type { HoldState, RecordsEvent } from '../events/records.js'
import type { Instant, PersonId } from '../ids.js'
import { notYourRole } from '../judge/refused.js'
import type { ClaimRefusal, Claim } from '../claims.js'
import type { Refusal } from '../refusal.js'
import { notAsRead, type Waiting } from '../second-person.js'
import { offices, type Role } from '../role.js'
import { byOf, isInForce } from '../state.js'

/** What two persons have begun and not ended: erasures asked for, and holds that keep records. */
export interface RecordsState {
  readonly erasures: Readonly<Record<PersonId, Waiting>>
  readonly holds: Readonly<Record<string, Waiting & { readonly state: HoldState }>>
}

/** By which rule it takes two persons. */
const rule = '8.13'

export const noRecords: RecordsState = { erasures: {}, holds: {} }

interface Asked {
  readonly command: RecordsCommand
  readonly actor: Actor
  readonly now: Instant
  readonly claimRefusal: ClaimRefusal | undefined
}

/** What comes of it: the event with what the database must grant, or a "no". */
export type RecordsJudgement =
  { readonly event: RecordsEvent; readonly claims: readonly Claim[] } | { readonly refusal: Refusal }

/** Who keeps the people erases them; who keeps the rules or the law holds records, and lets them go. */
const seatsFor: Readonly<Record<RecordsCommand['type'], readonly Role[]>> = {
  request_erasure: offices.administersWith,
  confirm_erasure: offices.administersWith,
  hold_records: offices.holdsRecords,
  confirm_hold: offices.holdsRecords,
  release_records: offices.holdsRecords,
  confirm_release: offices.holdsRecords,
}

/**
 * Erasing a person and holding records (8.13), each begun by one and confirmed by another. What only the database sees,
 * holds of other programmes and what the rules still keep, it is asked for with a claim, and says no in facts.
 */
export const judgeRecords = (state: RecordsState, asked: Asked): RecordsJudgement => {
  const { command, actor, now } = asked
  const needs = seatsFor[command.type]
  const mandate = ownSeat(actor, { needs, now })
  if (mandate === undefined) return { refusal: notYourRole(actor, { step: command.type, needs: needs.join(', ') }) }
  const no = saidByDatabase(asked.claimRefusal)
  if (no !== undefined) return { refusal: no }
  const seat: Claim = { claim: 'mandate', mandate: mandate.id }
  const outcome = decided(state, { command, by: byOf(actor.person, mandate) })
  if (!('type' in outcome)) return { refusal: outcome }
  const person = subjectOf(command)
  return { event: outcome, claims: person === undefined ? [seat] : [seat, { claim: 'erasure', person }] }
}

const ownSeat = (
  { mandates }: Actor,
  { needs, now }: { needs: readonly Role[]; now: Instant },
): HeldMandate | undefined =>
  mandates.find(
    (one) => needs.includes(one.role) && one.base === undefined && one.delegation === undefined && isInForce(one, now),
  )

const subjectOf = (command: RecordsCommand): PersonId | undefined => {
  if (command.type === 'request_erasure') return command.person
  return command.type === 'confirm_erasure' ? command.of.person : undefined
}

interface Deciding<C> {
  readonly command: C
  readonly by: By
}

const decided = (state: RecordsState, { command, by }: Deciding<RecordsCommand>): RecordsEvent | Refusal => {
  switch (command.type) {
    case 'request_erasure':
      return { type: 'erasure_requested', person: command.person, by }
    case 'confirm_erasure':
      return erased(state, { command, by })
    case 'hold_records':
      return { type: 'hold_requested', hold: command.hold, of: command.of, code: command.code, by }
    case 'confirm_hold':
      return onHold(state, { command, by, needs: 'asked', event: { type: 'records_held', hold: command.hold, by } })
    case 'release_records':
      return onHold(state, { command, by, needs: 'held', event: { type: 'release_requested', hold: command.hold, by } })
    case 'confirm_release':
      return onHold(state, {
        command,
        by,
        needs: 'release_asked',
        event: { type: 'records_released', hold: command.hold, by },
      })
  }
}

/** Neither who asked for it confirms it, nor the person it is about. */
const erased = (
  state: RecordsState,
  { command, by }: Deciding<Extract<RecordsCommand, { type: 'confirm_erasure' }>>,
): RecordsEvent | Refusal => {
  const { person, mandates } = command.of
  const requested = state.erasures[person]
  if (requested === undefined) return { code: 'erasure_not_requested', detail: { person, rule: '8.13' } }
  if (by.person === person) return { code: 'second_person_needed', detail: { step: command.type, rule } }
  return (
    notAsRead(requested, { by, step: command.type, seq: command.seq, rule }) ?? {
      type: 'person_erased',
      person,
      requestedBy: requested.by,
      mandates: mandates.map(({ id }) => id),
      by,
    }
  )
}

interface OnHold extends Deciding<
  Extract<RecordsCommand, { type: 'confirm_hold' | 'release_records' | 'confirm_release' }>
> {
  readonly needs: HoldState
  readonly event: RecordsEvent
}

const onHold = (state: RecordsState, { command, by, needs, event }: OnHold): RecordsEvent | Refusal => {
  const { hold } = command
  const found = state.holds[hold]
  if (found === undefined) return { code: 'unknown_hold', detail: { hold } }
  if (found.state !== needs) return { code: 'hold_not_so', detail: { hold, state: found.state, needs } }
  if (command.type === 'release_records') return event
  return notAsRead(found, { by, step: command.type, seq: command.seq, rule }) ?? event
}

const saidByDatabase = (no: ClaimRefusal | undefined): Refusal | undefined => {
  if (no?.code === 'person_erased') return { code: no.code, detail: { person: no.person } }
  if (no?.code === 'records_held') return { code: no.code, detail: { rule: '8.13', person: no.person, hold: no.hold } }
  if (no?.code !== 'retention_stands') return undefined
  const { code, ...detail } = no
  return { code, detail: { rule: '8.13', ...detail } }
}

/** The next state after one of these events. */
export const evolveRecords = (
  state: RecordsState,
  { event, seq }: { readonly event: RecordsEvent; readonly seq: number },
): RecordsState => {
  const { erasures, holds } = state
  const asked = { by: event.by.person, seq }
  switch (event.type) {
    case 'erasure_requested':
      return { ...state, erasures: { ...erasures, [event.person]: asked } }
    case 'person_erased': {
      const { [event.person]: _, ...others } = erasures
      return { ...state, erasures: others }
    }
    case 'hold_requested':
      return withHold(state, { id: event.hold, state: 'asked', ...asked })
    case 'records_held':
      return withHold(state, { id: event.hold, state: 'held', ...asked })
    case 'release_requested':
      return withHold(state, { id: event.hold, state: 'release_asked', ...asked })
    case 'records_released': {
      const { [event.hold]: _, ...others } = holds
      return { ...state, holds: others }
    }
  }
}

const withHold = (
  state: RecordsState,
  { id, ...hold }: Waiting & { readonly id: string; readonly state: HoldState },
): RecordsState => ({ ...state, holds: { ...state.holds, [id]: hold } })
