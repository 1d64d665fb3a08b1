import { z } from 'zod'
import type { ApiApp } from './parts.js'

/**
 * Holds that no two schemas of the contract have one name. The document keeps one schema under each: of two, one would be
 * described wrongly wherever it is used. Refuses, as a defect, the route that brings the second.
 */
export const addNameCheck = (app: ApiApp): void => {
  const named = new Map<string, z.core.$ZodType>()
  app.addHook('onRoute', ({ schema, method, url }) => {
    for (const one of schemasIn(schema)) {
      const { id } = z.globalRegistry.get(one) ?? {}
      if (id === undefined) continue
      const first = named.get(id) ?? one
      if (first !== one)
        throw new Error(
          `${[method].flat().join()} ${url}: another schema is named ${id} already. Name one of them anew.`,
        )
      named.set(id, one)
    }
  })
}

/** Every schema that a route's description leads to, each once. */
const schemasIn = (described: unknown): ReadonlySet<z.core.$ZodType> => {
  const seen = new Set<object>()
  const found = new Set<z.core.$ZodType>()
  const waiting = [described]
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    if (next instanceof z.core.$ZodType) found.add(next)
    const inner: readonly unknown[] = Object.values(next instanceof z.core.$ZodType ? next._zod.def : next)
    waiting.push(...inner)
  }
  return found
}
