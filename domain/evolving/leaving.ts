import { keysWhere } from '../gicc/steps.js'
import { stageFor } from '../lifecycle.js'
import { actedInStage, actedOn, type BaseState, type GoingOn, type StageState, type StepState } from '../state.js'
import { visitOf } from '../values/step-key.js'
import { defined } from '../values/defined.js'
import { withFacts, type Of } from './changes.js'
import { withTextAlone } from './negotiation.js'

/** A stage is over: it shrinks to a summary, with who acted in it; what is not settled beside it goes on beside the next. */
export const leave = (state: BaseState, event: Of<'stage_left'>): BaseState => {
  const { stage, ...rest } = withTextAlone(state)
  if (stage === undefined) return state
  const { steps, goingOn } = parted(stage, event)
  const visits: Record<string, number> = { ...state.visits }
  for (const { key, id } of Object.values(steps)) visits[key] = Math.max(visits[key] ?? 0, visitOf(id))
  const acted: Record<string, readonly string[]> = { ...state.acted }
  const actedBefore = actedOn(Object.values(steps))
  for (const [key, people] of Object.entries(actedBefore)) acted[key] = [...new Set([...(acted[key] ?? []), ...people])]
  const summary = {
    stage: stage.stage,
    no: stage.no,
    enteredAt: stage.enteredAt,
    leftAt: event.at,
    outcome: event.outcome,
  }
  const decided = new Set(
    keysWhere(({ givesColour }) => givesColour === true).flatMap((key) => actedInStage(state)[key] ?? []),
  )
  const left = { ...rest, visits, acted, actedBefore, past: [...state.past, summary], ...defined({ goingOn }) }
  return stage.stage === stageFor.years ? withFacts(left, { lastPanel: [...decided] }) : left
}

/** The steps that end with a stage, and what goes on beside the next: the matters that the event names, whole. */
const parted = (
  { steps, matters = [] }: StageState,
  { beside = [] }: Of<'stage_left'>,
): { readonly steps: StageState['steps']; readonly goingOn?: GoingOn } => {
  if (beside.length === 0) return { steps }
  const open = new Set(beside.map(({ matter }) => matter))
  const goesOn = ({ matter }: StepState): boolean => matter !== undefined && open.has(matter)
  const effects: Record<string, number> = {}
  for (const one of beside)
    for (const [name, times] of Object.entries(one.effects)) effects[name] = (effects[name] ?? 0) + times
  return {
    steps: Object.fromEntries(Object.entries(steps).filter(([, step]) => !goesOn(step))),
    goingOn: {
      matters: matters.filter(({ no }) => open.has(no)),
      steps: Object.fromEntries(Object.entries(steps).filter(([, step]) => goesOn(step))),
      effects,
      before: effects,
    },
  }
}
