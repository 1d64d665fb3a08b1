import type { BaseEvent } from '../event.js'
import type { BaseFacts } from '../base-facts.js'
import type { Instant } from '../ids.js'
import { statusFor, type Status } from '../lifecycle.js'
import type { BaseState, StageState, StepState } from '../state.js'
import type { Effect } from '../story.js'
import { effectName } from '../effect-name.js'
import { defined } from '../values/defined.js'

/** An event together with the instant it happened at. */
export type Of<T extends BaseEvent['type']> = Extract<BaseEvent, { type: T }> & { readonly at: string }
/** What one kind of event makes of a state, whose `seq` is that of the event already. Reads every version of the event ever written. */
export type Evolver<T extends BaseEvent['type']> = (state: BaseState, event: Of<T>) => BaseState
/** The evolvers of one area of the life of a base. */
export type Evolvers<E extends BaseEvent> = { readonly [T in E['type']]: Evolver<T> }

/** The state with some of the facts that ended stages leave behind. */
export const withFacts = (state: BaseState, facts: Partial<BaseFacts>): BaseState => ({
  ...state,
  facts: { ...state.facts, ...facts },
})

/** The state whose clocks ran again after a stop or a hold; what came before there was a memorandum moves no term of it. */
export const withStop = (
  state: BaseState,
  { since, until }: { since: Instant | undefined; until: Instant },
): BaseState =>
  since === undefined || state.facts.endsOn === undefined
    ? state
    : withFacts(state, { stops: [...(state.facts.stops ?? []), { since, until }] })

/** The state at another status; what a suspension interrupts is remembered until it is over (R2). */
export const withStatus = (state: BaseState, to: Status): BaseState => {
  if (to === state.status) return state
  if (to === statusFor.suspension) return { ...interruptedBy(state, to), ...defined({ heldCode: state.code }) }
  const { heldStatus: _, heldCode: __, ...rest } = state
  return state.status === statusFor.suspension && state.frozen === undefined
    ? { ...rest, status: to }
    : { ...state, status: to }
}

/** Something lies over the status that stands; a suspension beneath it keeps the status that it interrupted. */
export const interruptedBy = (state: BaseState, over: Status): BaseState => ({
  ...state,
  status: over,
  heldStatus: state.status,
  ...defined({ beneath: state.heldStatus }),
})

/** It lies over it no longer. */
export const asBefore = (state: BaseState): BaseState => {
  const { heldStatus, beneath, ...rest } = state
  return { ...rest, status: heldStatus ?? state.status, ...defined({ heldStatus: beneath }) }
}

/** The state with its running stage changed; unchanged between stages. */
export const withStage = (state: BaseState, change: (stage: StageState) => StageState): BaseState =>
  state.stage === undefined ? state : { ...state, stage: change(state.stage) }

/** The state with one visit of a step as given. */
export const withStep = (state: BaseState, step: StepState): BaseState =>
  withStage(state, (stage) => ({ ...stage, steps: { ...stage.steps, [step.id]: step } }))

/** Changes one visit of a step of the running stage; a step that is not there stays away. */
export const changeStep =
  (id: string, change: (step: StepState) => StepState) =>
  (state: BaseState): BaseState => {
    const step = state.stage?.steps[id]
    return step === undefined ? state : withStep(state, change(step))
  }

/** Counts that an effect of the story has happened in the running stage. */
export const count = (state: BaseState, effect: Effect): BaseState =>
  withStage(state, (stage) => {
    const name = effectName(effect)
    return { ...stage, effects: { ...stage.effects, [name]: (stage.effects[name] ?? 0) + 1 } }
  })
