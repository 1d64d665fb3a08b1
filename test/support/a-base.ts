import { baseCommandTypes, type BaseCommand, type BaseNews } from '../../domain/command.js'
import { daysToCome, formFilledIn, someWords } from './filling.js'
import { asksWhy } from '../../domain/judge/says-why.js'
import type { Actor } from '../../domain/values/actor.js'
import { schemaVersion, type BaseEvent, type Recorded } from '../../domain/event.js'
import { evolve } from '../../domain/evolve.js'
import { nextDueAt } from '../../domain/judge/clock.js'
import type { Judgement, Rules } from '../../domain/judge/draft.js'
import { judge } from '../../domain/judge/judge.js'
import type { Procedure } from '../../domain/procedure.js'
import { keyOf, type StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import type { BaseView } from '../../domain/record.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import { openSteps, unborn, type BaseState, type StepState } from '../../domain/state.js'
import { tell } from '../../domain/telling.js'
import { viewOf } from '../../domain/view.js'
import { unfit } from '../../domain/gicc/brought.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { calendars, dayOfNomination, exampleBase, holderOf, nomination } from './an-example.js'
import { defined } from '../../domain/values/defined.js'

export const rules: Rules = { procedure: full, calendars, story: lifeOf, unfit }

/** A decision that brings no form where its step has one gets an invented one, as it gets words (1.2). */
const filledIn = <C extends BaseCommand | BaseNews>(
  command: C,
  { steps, now }: Pick<Procedure, 'steps'> & { now: string },
): C => {
  if (command.type !== 'decide' || command.form !== undefined) return command
  const asked = steps[keyOf(command.step)]?.form
  const form = daysToCome(formFilledIn(asked, command.option), { form: asked, now })
  return form === undefined ? command : { ...command, form }
}

/** A moment in a played life from which others may go on: the state is plain data, so it is never played twice. */
export interface Saved {
  readonly state: BaseState
  readonly now: string
}

interface Options {
  readonly now?: string
  readonly procedure?: Procedure
  /** Another version at hand, as the desk fetches it. */
  readonly later?: Procedure
  readonly from?: Saved
  /** Its workflow was missing, and begins again from this entry. */
  readonly begunFrom?: number
  /** The clock asks for a screening every three months; left out: what is about something else is screened once (1.6). */
  readonly screensAgain?: true
}

const screenedBefore = new WeakMap<Procedure, Procedure>()

const screenedOnce = (procedure: Procedure): Procedure => {
  const { screeningMonths: _, ...settings } = procedure.settings
  const once = screenedBefore.get(procedure) ?? { ...procedure, settings }
  screenedBefore.set(procedure, once)
  return once
}

interface SentBy {
  readonly actor?: Actor | undefined
  readonly claimRefusal?: ClaimRefusal | undefined
  /** Says nothing in words where it is asked for; else the example finds some (8.14). */
  readonly isWordless?: true | undefined
}

/** Another base at the same moment, which may go on otherwise. */
export const copyOf = ({ saved, procedure, screensAgain }: ABase): ABase =>
  aBase({ from: saved(), procedure, ...defined({ screensAgain }) })

const askedWith = (procedure: Procedure, screensAgain: true | undefined): Procedure =>
  screensAgain === true ? procedure : screenedOnce(procedure)

/** A base in memory with a clock that tests turn by hand: judge and evolve, nothing else. */
export const aBase = (options: Options = {}) => {
  const { later, procedure = full, begunFrom, screensAgain } = options
  const asked = askedWith(procedure, screensAgain)
  const under = rulesUnder(() => state, { procedure: asked, later, newest: () => newest, begunFrom })
  let newest: Procedure | undefined
  let state = options.from?.state ?? unborn(exampleBase)
  let now = options.from?.now ?? options.now ?? dayOfNomination
  const recorded: Recorded<BaseEvent>[] = []
  const keep = (event: BaseEvent): void => {
    const commandId = `command-${now}`
    const entry = { seq: state.seq + 1, occurredAt: now, schemaVersion, event: asStored(event), commandId }
    recorded.push(entry)
    state = evolve(state, entry)
  }
  const send = (command: BaseCommand | BaseNews, by: SentBy = {}): Judgement => {
    const judgement = judge(state, {
      envelope: {
        id: `command-${now}`,
        command: by.isWordless === true ? command : filledIn(said(command), { ...under().procedure, now }),
        now,
        ...defined({ actor: by.actor }),
      },
      rules: { ...under(), ...defined({ claimRefusal: by.claimRefusal }) },
    })
    if (judgement.ok) judgement.events.forEach(keep)
    return judgement
  }
  return {
    send,
    recorded,
    procedure,
    ...defined({ screensAgain }),
    /** The later version comes into force: the next stage begins under it. */
    comesIntoForce: (one: Procedure) => void (newest = one),
    state: () => state,
    now: () => now,
    saved: (): Saved => ({ state, now }),
    events: (): readonly BaseEvent[] => recorded.map(({ event }) => event),
    turnTo: (instant: string) => void (now = instant),
    open: (key: StepKey): StepState | undefined => openSteps(state).find((step) => step.key === key),
    ...askedOf(() => state, under),
  }
}

/** A command with some words where it is asked why (8.14). */
export const said = (command: BaseCommand | BaseNews): BaseCommand | BaseNews =>
  isAct(command) && asksWhy(command) ? { reason: someWords, ...command } : command

const isAct = (command: BaseCommand | BaseNews): command is BaseCommand => Object.hasOwn(baseCommandTypes, command.type)

/** The database gives out the slot's number; the example's is the lowest. */
const asStored = (event: BaseEvent): BaseEvent => (event.type === 'slot_reserved' ? { ...event, slot: 1 } : event)

/** The rules that bind a base: the version its state is under, as the desk of its workflow keeps them at hand. */
const rulesUnder =
  (
    state: () => BaseState,
    given: {
      readonly procedure: Procedure
      readonly later: Procedure | undefined
      readonly newest: () => Procedure | undefined
      readonly begunFrom: number | undefined
    },
  ) =>
  (): Rules => {
    const { procedure, later, begunFrom } = given
    const newest = given.newest()
    const pinned = [later, newest].find((one) => one !== undefined && one.version === state().rulesVersion)
    return {
      ...rules,
      procedure: pinned ?? procedure,
      ...defined({
        newest,
        revivedFrom: begunFrom,
        versions: later === undefined ? undefined : { [later.version]: later },
      }),
    }
  }

/** What others ask of a base and the core works out. */
const askedOf = (state: () => BaseState, under: () => Rules) => ({
  openKeys: (): readonly StepKey[] => openSteps(state()).map(({ key }) => key),
  nextDueAt: () => nextDueAt(state(), under()),
  view: (): BaseView => viewOf(state(), under()),
  awaitsSession: (): boolean =>
    !state().closed && tell(lifeOf(state()), { state: state(), procedure: under().procedure }).awaitsSession,
})

export type ABase = ReturnType<typeof aBase>

/** A base just put forward by its programme manager, on the usual day unless another is named. */
export const aNominatedBase = (options: Options & { readonly invited?: boolean } = {}): ABase => {
  const base = aBase(options)
  const { invited = false, procedure: { id: procedure } = full } = options
  const judgement = base.send({ ...nomination, invited, procedure }, { actor: holderOf('PM') })
  if (!judgement.ok) throw new Error(`the example was not nominated: ${judgement.refusal.code}`)
  return base
}

/** The refusal of a judgement that should have been one. */
export const refusalOf = (judgement: Judgement): Extract<Judgement, { ok: false }>['refusal'] => {
  if (judgement.ok) throw new Error(`accepted, with ${judgement.events.map(({ type }) => type).join(', ')}`)
  return judgement.refusal
}
