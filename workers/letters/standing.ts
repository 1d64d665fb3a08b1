import type { Kysely } from 'kysely'
import { machineClock } from '../../clock/machine-clock.js'
import { readActor } from '../../db/reads/actors.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase, type ReadBase } from '../../db/reads/bases.js'
import { readRulesNamed } from '../../db/reads/procedures.js'
import { basesAhead } from '../../db/reads/turns.js'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Calendar } from '../../domain/calendar.js'
import { lifeOf } from '../../domain/gicc/life.js'
import type { BaseId, Instant } from '../../domain/ids.js'
import { actingRoles } from '../../domain/judge/seat.js'
import { canBeVoided } from '../../domain/judge/can-be-voided.js'
import type { Procedure, StepDefinition } from '../../domain/procedure.js'
import { anonymousRoles } from '../../domain/sight/act-kind.js'
import type { Eyes } from '../../domain/sight/entry.js'
import { seenAs } from '../../domain/sight/seen-as.js'
import type { BaseState, StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import type { StepId } from '../../domain/values/step-key.js'

type Db = Kysely<Database>

/** How the step of a letter stands at this moment, by its rules, before the reader of the letter. */
export interface LetterStanding {
  readonly state: BaseState
  /** Absent: the base has left the stage in which it was. */
  readonly step: StepState | undefined
  /** Absent where the rules are not there: then nobody is kept from a letter by them. */
  readonly rules: { readonly procedure: Procedure; readonly definition: StepDefinition } | undefined
  readonly now: Instant
  /** Calendars of both sides, as far as the open steps reach. */
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly reader: () => Promise<Actor>
  /** How much the reader of the letter sees now, and who acts without a name before whoever sees less (8.12). */
  readonly eyes: () => Promise<Pick<Eyes, 'sees' | 'rules'>>
  /** Whether what was done on a step of the base can still be taken back, by whomever. */
  readonly canBeVoided: (step: StepId) => boolean
  /** Whether the base waits for a place in a session (1.10). */
  readonly awaitsSession: boolean
  /** How many bases of the session come before this one with the same decision (R9). */
  readonly ahead: () => Promise<number>
}

/** How the step of a letter stands; undefined where no worker vouches for its base. */
export type StandingOf = (letter: OutgoingLetter) => Promise<LetterStanding | undefined>

/** Finds it for the letters of one look, which are many of one act and so of one base; undefined where no worker vouches for the base. */
export const standings = (db: Db): StandingOf => {
  const bases = new Map<string, Promise<ReadBase | undefined>>()
  const turns = new Map<string, Promise<readonly BaseId[]>>()
  const actors = new Map<string, Promise<Actor>>()
  return async ({ base: id, step: stepId, recipient: person, programme }) => {
    const base = await once(bases, { key: id, find: () => readBase(db, { id }) })
    const state = base === undefined ? undefined : await baseStateOf(db, base)
    if (base === undefined || state === undefined) return undefined
    const step = stepId === null ? undefined : state.stage?.steps[stepId]
    const procedure = await readRulesNamed(db, `${state.procedure}@${state.rulesVersion}`)
    const definition = step === undefined ? undefined : procedure?.steps[step.key]
    const now = clockOf(base, machineClock())
    const reader = () =>
      once(actors, { key: `${programme} ${person}`, find: () => readActor(db, { person, programme, channel: 'api' }) })
    return {
      state,
      step,
      rules: procedure === undefined || definition === undefined ? undefined : { procedure, definition },
      now,
      calendars: base.calendars,
      awaitsSession: base.awaitsSession,
      reader,
      canBeVoided: (id) => {
        if (procedure === undefined) return false
        const rules = { procedure, calendars: base.calendars, story: lifeOf }
        return canBeVoided(state, { id, rules, moment: { now, commandId: 'a look' } })
      },
      eyes: async () => eyesOf(await reader(), { state, steps: procedure?.steps ?? {}, now }),
      ahead: async () => {
        if (step === undefined || procedure === undefined) return 0
        const find = () => basesAhead(db, { state, key: step.key, procedure })
        return (await once(turns, { key: `${id} ${stepId}`, find })).length
      },
    }
  }
}

interface LookedAt extends Pick<LetterStanding, 'state' | 'now'>, Pick<Procedure, 'steps'> {}

const eyesOf = ({ person, mandates }: Actor, { state, steps, now }: LookedAt): Pick<Eyes, 'sees' | 'rules'> => {
  const seats = mandates.map((mandate) => ({ ...mandate, programme: state.programme }))
  const interests = state.interests?.[person] === undefined ? [] : [state.id]
  return {
    sees: (thing) => seenAs({ person, seats, interests }, { thing: { ...thing, of: state.id }, moment: { now } }),
    rules: { steps, anonymous: anonymousRoles({ steps }) },
  }
}

/** Whether somebody has a seat by which the step is acted on: others are told of it so that they see to it. */
export const actsOn = (reader: Actor, { step, rules }: Pick<LetterStanding, 'step' | 'rules'>): boolean => {
  if (step === undefined || rules === undefined) return false
  if (step.substitutes?.includes(reader.person) === true) return true
  const acting = actingRoles(step, rules.definition)
  return reader.mandates.some(({ role }) => acting.includes(role))
}

const once = <T>(
  known: Map<string, Promise<T>>,
  { key, find }: { readonly key: string; readonly find: () => Promise<T> },
): Promise<T> => {
  const found = known.get(key) ?? find()
  known.set(key, found)
  return found
}
