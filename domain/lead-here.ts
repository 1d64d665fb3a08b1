import { contestedBy } from './contested.js'
import { effectName } from './effect-name.js'
import { restingOn } from './judge/resting-on.js'
import { isFinal, stageFor, type Status } from './lifecycle.js'
import type { Meant } from './meanings.js'
import { frozenBy } from './matters-beside.js'
import type { Lead, Procedure } from './procedure.js'
import { isOfRedress } from './redress.js'
import type { BaseState, StageState, StepState } from './state.js'
import type { Effect, Story } from './story.js'
import { tell, type Telling } from './telling.js'
import type { Option, StepKey } from './values/step-key.js'

interface Asked {
  readonly step: StepState
  readonly option: Option
  readonly procedure: Procedure
  readonly story: (state: BaseState) => Story
}

/** No answer has more effects in a row than this; more is said of none. */
const turnsAtMost = 40

/**
 * Where an answer leads from where the base stands: the story is told once more as if the step had ended with it. What the procedure says of
 * an option holds for one course of earlier answers, and another may end where that goes on (1.5b after a "not eligible"), so
 * people are told this and not that. Undefined where nothing opens by this answer alone.
 */
export const leadHere = (before: BaseState, asked: Asked): Lead | undefined => {
  const { step, option, procedure, story } = asked
  const lead = procedure.steps[step.key]?.options[option]?.leads
  if (before.stage === undefined || lead === undefined) return undefined
  let state = takenAnew(before, asked) ?? decided(before, { stage: before.stage, step, option })
  for (let turn = 0; turn < turnsAtMost; turn += 1) {
    const told = tell(story(state), { state, procedure, alone: frozenBy(state)?.no })
    const by = told.due.filter(({ effect }) => effect !== 'open')
    const end = endIn(told, procedure.steps[step.key])
    if (end !== undefined) return { end }
    const stage = by.find(({ effect }) => effect === 'leave')
    if (stage !== undefined) return nextStage(lead, before.stage)
    // Once the session has met.
    if (told.awaitsSession) return lead
    if (by.length === 0) return opening(told, { lead, step })
    if (by.some(({ effect }) => standsStillBy.includes(effect))) return undefined
    state = by.reduce(happened, state)
  }
  return undefined
}

const nextStage = (lead: Lead, { stage: own }: StageState): Lead | undefined => {
  if ('stage' in lead && lead.stage !== undefined) return { stage: lead.stage }
  return own === stageFor.years ? { stage: own } : undefined
}

/** After these the base stands still, or goes on where it stood. */
const standsStillBy: readonly Effect['effect'][] = ['hold', 'unfreeze']

const decided = (
  state: BaseState,
  { stage, step, option }: Pick<Asked, 'step' | 'option'> & { readonly stage: StageState },
): BaseState => ({
  ...state,
  stage: { ...stage, steps: { ...stage.steps, [step.id]: { ...step, outcome: { option } } } },
})

/** Redress upheld voids itself, what was contested and what rests on that, so that it is decided once more (R14); undefined for any other answer. */
const takenAnew = (state: BaseState, { step, option, procedure, story }: Asked): BaseState | undefined => {
  const { stage } = state
  if (procedure.steps[step.key]?.means !== 'redress_decision' || option !== 'uphold') return undefined
  const contested = stage?.steps[contestedBy(tell(story(state), { state, procedure }), step) ?? '']
  if (stage === undefined || contested === undefined) return undefined
  const ofRedress = Object.values(stage.steps).filter(
    (one) => isOfRedress(procedure.steps[one.key]) && one.matter === step.matter,
  )
  const gone = [contested, ...restingOn(state, { step: contested, rests: procedure.rests ?? {} }), ...ofRedress]
  const steps = { ...stage.steps }
  for (const one of gone) steps[one.id] = { ...one, voided: one.voided ?? 'redress' }
  return { ...state, stage: { ...stage, steps } }
}

const happened = (state: BaseState, effect: Effect): BaseState => {
  const { stage } = state
  if (stage === undefined) return state
  const name = effectName(effect)
  const effects = { ...stage.effects, [name]: (stage.effects[name] ?? 0) + 1 }
  const status = effect.effect === 'status' ? effect.status : state.status
  return { ...state, status, stage: { ...stage, effects } }
}

/** The end the story comes to, at once or after the time for redress; whoever asks for redress or admits it ends nothing yet (8.9). */
const endIn = ({ due, contested, statuses }: Telling, asked: Meant | undefined): Status | undefined => {
  const finish = due.find((effect) => effect.effect === 'finish')
  if (finish !== undefined || isOfRedress(asked)) return finish?.status
  const last = due.find((effect) => effect.effect === 'status')?.status ?? statuses.at(-1)
  return contested === undefined || last === undefined || !isFinal(last) ? undefined : last
}

const opening = (
  { due, beside }: Telling,
  { lead, step }: { readonly lead: Lead } & Pick<Asked, 'step'>,
): Lead | undefined => {
  const to: readonly StepKey[] = [...new Set(due.flatMap((one) => (one.effect === 'open' ? [one.key] : [])))]
  if ('back' in lead && to.includes(lead.back)) return lead
  if (to.length > 0) return { to }
  const isSettled = beside.some(({ no, isSettled: over }) => no === step.matter && over)
  if (isSettled) return { settles: 'matter' }
  return 'settles' in lead && lead.settles === 'redress' ? lead : undefined
}
