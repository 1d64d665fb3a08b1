import { openSteps, type BaseState } from './state.js'

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
    ({ id, role, seats, acts, openedAt, dueAt, vacant }) =>
      `- step ${id}: ${vacant === true ? 'VACANT, nobody may act as ' : ''}${role}${seats > 1 ? ` (${acts.length} of ${seats} seats)` : ''} since ${openedAt}, due ${dueAt}`,
  )
  const papers = state.orders.map(({ order }) => `- paper ${order} is being made`)
  const waits = [...steps, ...papers]
  const head = `${state.id}: ${state.status}${state.facts.slot === undefined ? '' : `, slot ${state.facts.slot}`}`
  return [head, ...(waits.length === 0 ? ['- a place in a ranked session'] : waits)].join('\n')
}
