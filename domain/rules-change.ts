import { verdictOf, type Voting } from './body.js'
import { votingOn } from './judge/otherwise.js'
import { keepsItsGround, unsupported } from './judge/supports.js'
import type { Procedure, StepDefinition } from './procedure.js'
import type { StepId, StepKey } from './values/step-key.js'
import type { BaseState, StepOutcome, StepState } from './state.js'

/** What another version of the rules would change for a base, in the stage that runs (8.8). */
export type RulesChange =
  /** The step is open, and the version has no such step, or another role or another way of deciding it. */
  | { readonly change: 'open_step_gone'; readonly step: StepId; readonly key: StepKey }
  | { readonly change: 'open_step_differs'; readonly step: StepId; readonly key: StepKey }
  /** Something was decided on it that the version does not know. */
  | { readonly change: 'outcome_unknown'; readonly step: StepId; readonly key: StepKey; readonly option: string }
  /** The same votes come to something else: `to` null is no decision yet. */
  | {
      readonly change: 'verdict_differs'
      readonly step: StepId
      readonly key: StepKey
      readonly option: string | null
      readonly to: string | null
    }
  /** What was decided would have no ground in the figures. */
  | { readonly change: 'no_ground'; readonly step: StepId; readonly key: StepKey; readonly option: string }
  /** The version asks for an approval the base does not have. */
  | { readonly change: 'approval_missing'; readonly key: StepKey; readonly after: StepId }

type Counted = StepState & { readonly outcome: StepOutcome }

/**
 * What would be otherwise for a base in its running stage under another version, judged again from its state alone: open
 * bodies and closed ones by the votes cast, decisions by their ground, and approvals the version asks for and the base
 * does not have (8.8). Empty: nothing.
 */
export const changesUnder = (state: BaseState, to: Procedure): readonly RulesChange[] => {
  const steps = Object.values(state.stage?.steps ?? {}).filter(
    ({ voided, outcome }) => voided === undefined && outcome?.option !== 'stopped',
  )
  return steps.flatMap((step): readonly RulesChange[] => {
    const { id, key, outcome } = step
    const definition = to.steps[key]
    if (outcome === undefined) return openChanges(state, { step, definition, to })
    if (definition === undefined) return []
    const rule = definition.options[outcome.option]
    if (rule === undefined) return [{ change: 'outcome_unknown', step: id, key, option: outcome.option }]
    const closed: Counted = { ...step, outcome }
    return [
      ...verdictChanges(state, { step: closed, definition, to }),
      ...groundChanges(state, { step: closed, to }),
      ...missing(closed, { steps, to }),
    ]
  })
}

const openChanges = (
  state: BaseState,
  { step, definition, to }: { step: StepState; definition: StepDefinition | undefined; to: Procedure },
): readonly RulesChange[] => {
  const { id, key, role } = step
  if (definition === undefined) return [{ change: 'open_step_gone', step: id, key }]
  const { decides } = definition
  const seats = decides.by === 'votes' ? decides.seats : decides.by === 'sheets' ? decides.count : 1
  if (definition.role !== role || (step.acts.length > 0 && seats !== step.seats && decides.by !== 'votes'))
    return [{ change: 'open_step_differs', step: id, key }]
  if (decides.by !== 'votes' || step.acts.length === 0) return []
  const verdict = verdictOf(
    { ...step, seats: decides.seats },
    { body: votingOn(state, { step, body: decides, procedure: to }), over: false },
  )
  return verdict === undefined ? [] : [{ change: 'verdict_differs', step: id, key, option: null, to: verdict }]
}

/** A verdict that was given by votes is given again; one the database turned into a place on the list is not. */
const verdictChanges = (
  state: BaseState,
  { step, definition, to }: { step: Counted; definition: StepDefinition; to: Procedure },
): readonly RulesChange[] => {
  const { decides } = definition
  if (decides.by !== 'votes' || step.acts.length === 0 || step.outcome.option === 'waiting_list') return []
  const verdict = again(step, votingOn(state, { step, body: decides, procedure: to }))
  const { id, key, outcome } = step
  return verdict === outcome.option
    ? []
    : [{ change: 'verdict_differs', step: id, key, option: outcome.option, to: verdict ?? null }]
}

/** Whether so many votes decide under a body; the meeting is over, so who has not voted is counted as absent. */
const again = (step: Counted, body: Voting): string | undefined =>
  verdictOf({ ...step, seats: body.seats }, { body, over: true })

const groundChanges = (state: BaseState, { step, to }: { step: Counted; to: Procedure }): readonly RulesChange[] => {
  const { id, key, outcome } = step
  const isGuessed = step.acts.length === 0 || !keepsItsGround(to.steps[key]?.supports)
  if (
    isGuessed ||
    unsupported(state, {
      step,
      option: outcome.option,
      code: outcome.code,
      brought: step.acts.at(-1)?.facts ?? {},
      procedure: to,
    }) === undefined
  )
    return []
  return [{ change: 'no_ground', step: id, key, option: outcome.option }]
}

/** An approval the version asks for after a decision, and the base has gone on without. */
const missing = (
  step: Counted,
  { steps, to }: { steps: readonly StepState[]; to: Procedure },
): readonly RulesChange[] => {
  const lead = to.steps[step.key]?.options[step.outcome.option]?.leads
  const wanted = lead !== undefined && 'to' in lead && lead.stage === undefined ? lead.to : []
  const later = steps.slice(steps.findIndex(({ id }) => id === step.id) + 1)
  return wanted
    .filter((key) => !steps.some((one) => one.key === key) && later.length > 0 && !isAhead(key, { steps, to }))
    .map((key) => ({ change: 'approval_missing', key, after: step.id }))
}

/** Whether the base has yet to come to a step: something it rests on is still open, or nothing that follows it is there. */
const isAhead = (key: StepKey, { steps, to }: { steps: readonly StepState[]; to: Procedure }): boolean => {
  const rests = to.rests?.[key] ?? []
  if (steps.some((one) => one.outcome === undefined && rests.includes(one.key))) return true
  const follows = Object.values(to.steps[key]?.options ?? {}).flatMap(({ leads }) => ('to' in leads ? leads.to : []))
  return !steps.some((one) => follows.includes(one.key))
}
