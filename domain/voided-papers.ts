import type { DocumentKind } from './document-kind.js'
import type { AnyEvent } from './event.js'

/**
 * Orders of papers whose decision was voided after it: the paper stays readable and no longer counts (8.7). What an undoing takes
 * back of a kind are the last orders of that kind.
 */
export const voidedOrders = (events: readonly AnyEvent[]): ReadonlySet<string> => {
  const standing = new Map<DocumentKind, string[]>()
  const voided = new Set<string>()
  for (const event of events) {
    if (event.type === 'document_ordered' && event.aside !== true)
      standing.set(event.kind, [...(standing.get(event.kind) ?? []), event.order])
    if (event.type !== 'effects_undone') continue
    for (const [kind, orders] of standing)
      for (const order of lastOf(orders, event.effects[`order:${kind}`] ?? 0)) voided.add(order)
    for (const [kind, orders] of standing)
      standing.set(
        kind,
        orders.filter((order) => !voided.has(order)),
      )
  }
  return voided
}

const lastOf = (orders: readonly string[], count: number): readonly string[] =>
  count === 0 ? [] : orders.slice(-count)
