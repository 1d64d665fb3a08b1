import { programmeZone } from '../values/programme-zone.js'
import type { Calendar } from '../calendar.js'
import type { HeldMandate } from '../values/mandate.js'
import { evolve } from '../evolve.js'
import type { BroughtFacts } from '../facts.js'
import type { FilledForm } from '../form/filled-form.js'
import { schemaVersion, type BaseEvent } from '../event.js'
import type { CommandId, Instant } from '../ids.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { ClaimRefusal, Claim } from '../claims.js'
import type { Refusal } from '../refusal.js'
import type { Side } from '../role.js'
import type { BaseState } from '../state.js'
import type { Story } from '../story.js'
import type { Option, StepId } from '../values/step-key.js'

/** The rules a command is judged by: pinned numbers, calendars as data, the story, and what the database said no to. */
export interface Rules {
  /** The version the running stage is under. */
  readonly procedure: Procedure
  /** The newest in force, where it is another: the next stage begins under it (8.8). */
  readonly newest?: Procedure
  /** Other versions at hand, by their names. */
  readonly versions?: Readonly<Record<string, Procedure>>
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly story: (state: BaseState) => Story
  /** What the engine reads of a form, as the facts that a step brings; absent where no form gives any. */
  readonly factsOf?: (
    form: FilledForm,
    of: {
      readonly option: Option
      readonly step: StepId
      readonly definition: StepDefinition
      readonly state: BaseState
      readonly calendar: Calendar | undefined
    } & Pick<Rules, 'procedure'>,
  ) => BroughtFacts | undefined
  /** What the programme itself finds wrong with a form that fits; absent where it looks for nothing. */
  readonly unfit?: (
    form: FilledForm,
    of: { readonly option: Option; readonly definition: StepDefinition; readonly state: BaseState } & Pick<
      Rules,
      'procedure'
    >,
  ) => Refusal | undefined
  /** The steps are here without their forms, which are long: what was filled in is checked where it is recorded. */
  readonly formless?: true
  /** Present when the database refused a claim of the first judgement (0005). */
  readonly claimRefusal?: ClaimRefusal
  /** The entry of the ledger that the run was begun with, where its workflow had been missing. */
  readonly revivedFrom?: number
}

/** When and under which name the command is judged. */
export interface JudgementMoment {
  readonly now: Instant
  readonly commandId: CommandId
}

/** A judgement in the making: the state as it would be, the events and claims so far. A value, never changed in place. */
export interface Draft {
  readonly state: BaseState
  readonly events: readonly BaseEvent[]
  readonly claims: readonly Claim[]
  readonly rules: Rules
  readonly moment: JudgementMoment
}

export type Judgement =
  | {
      readonly ok: true
      readonly events: readonly BaseEvent[]
      readonly claims: readonly Claim[]
      readonly state: BaseState
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** A "no" as a judgement. */
export const refuse = (refusal: Refusal): Judgement => ({ ok: false, refusal })

/** A judgement that has nothing in it yet. */
export const draftOf = (state: BaseState, { rules, moment }: Pick<Draft, 'rules' | 'moment'>): Draft => ({
  state,
  events: [],
  claims: [],
  rules,
  moment,
})

/** The draft with one more event, and the state it leads to. */
export const add = (draft: Draft, event: BaseEvent): Draft => ({
  ...draft,
  events: [...draft.events, event],
  state: evolve(draft.state, {
    seq: draft.state.seq + 1,
    occurredAt: draft.moment.now,
    schemaVersion,
    event,
    commandId: draft.moment.commandId,
  }),
})

/** The draft with one more thing the database must grant. */
export const claim = (draft: Draft, one: Claim): Draft => ({ ...draft, claims: [...draft.claims, one] })

/** The draft of somebody who acts with this mandate: the database must grant that it was not revoked meanwhile. */
export const actingUnder = (mandate: HeldMandate, draft: Draft): Draft =>
  [mandate.id, ...(mandate.delegation === undefined ? [] : [mandate.delegation.mandate])].reduce(
    (before, id) => claim(before, { claim: 'mandate', mandate: id }),
    draft,
  )

/** The draft as a "yes": its events, its claims and the state they lead to. */
export const accept = ({ events, claims, state }: Draft): Judgement => ({ ok: true, events, claims, state })

/** The programme keeps New York days; a partner those of its own place. */
export const programmeCalendar = { country: 'US', zone: programmeZone } as const
export const programmeCalendarId = `${programmeCalendar.country}@${programmeCalendar.zone}`
/** The id under which the calendar of a base's place is prepared. */
export const partnerCalendarId = ({ cluster }: Pick<BaseState, 'cluster'>): string =>
  `${cluster.country}@${cluster.zone}`

/** The calendar of the side that acts (R4, 8.5). */
export const calendarOf = ({ rules, state }: Draft, side: Side): Calendar =>
  side === 'programme' ? programmeCalendarIn(rules.calendars) : partnerCalendarIn(rules.calendars, state)

/** The calendar of the place of a base, among those prepared for a run. */
export const partnerCalendarIn = (calendars: Rules['calendars'], state: BaseState): Calendar =>
  preparedCalendar(calendars, partnerCalendarId(state))

/** The programme's own calendar among those prepared for a run. */
export const programmeCalendarIn = (calendars: Rules['calendars']): Calendar =>
  preparedCalendar(calendars, programmeCalendarId)

const preparedCalendar = (calendars: Rules['calendars'], id: string): Calendar => {
  const calendar = calendars[id]
  if (calendar === undefined) throw new RangeError(`calendar ${id} was not prepared for this run`)
  return calendar
}

/** A step's row in the pinned procedure; a story that asks for another step is a defect. */
export const definitionOf = (draft: Draft, key: string): StepDefinition => {
  const step = draft.rules.procedure.steps[key]
  if (step === undefined) throw new RangeError(`procedure ${draft.rules.procedure.id} has no step ${key}`)
  return step
}
