import { countedActs, membersOf } from './body.js'
import { openSteps, type BaseState, type StepState } from './state.js'

/**
 * What a base waits for, in words an operator reads in Temporal's own screen: ids, codes and roles, never a name
 * (design 2, peers.md section 5 row 2).
 */
export const waitsInWords = (state: BaseState): string => {
  if (state.seq === 0) return 'Waiting for the nomination.'
  if (state.closed) return `Closed as ${state.status}${state.code === undefined ? '' : ` (${state.code})`}.`
  if (state.heldAt !== undefined)
    return `On hold since ${state.heldAt}${state.heldUntil === undefined ? '' : `, lapses ${state.heldUntil}`}.`
  const steps = openSteps(state).map(
    (step) => `- step ${step.id}: ${step.role}${seatsInWords(step)} since ${step.openedAt}, due ${step.dueAt}`,
  )
  const papers = state.orders.map(({ order }) => `- paper ${order} is being made`)
  const waits = [...steps, ...papers]
  const head = `${state.id}: ${state.status}${state.facts.slot === undefined ? '' : `, slot ${state.facts.slot}`}`
  return [head, ...(waits.length === 0 ? ['- a place in a ranked session'] : waits)].join('\n')
}

const seatsInWords = (step: StepState): string => {
  const { seats, recused = [], substitutes = [], form } = step
  if (seats <= 1) return ''
  const parts = [
    `${countedActs(step).length} of ${membersOf(step)} seats`,
    ...(recused.length === 0 ? [] : [`${recused.length} recused`]),
    ...(substitutes.length === 0 ? [] : [`${substitutes.length} substitutes`]),
    ...(form === 'written' ? ['in writing'] : []),
  ]
  return ` (${parts.join(', ')})`
}
