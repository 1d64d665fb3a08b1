import { isPlainText } from './contract/scalars.js'
import { depthLimit } from './limits.js'
import { ProblemError } from './problems.js'

/**
 * Refuses a body that PostgreSQL could not keep or that is built to break its reader: a NUL or half a surrogate pair in
 * any key or text, or more levels than `depthLimit`. Walks without recursion, since depth is what may be hostile.
 */
export const refuseUnfitJson = (body: unknown): void => {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: body, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value === 'string' && !isPlainText(value)) throw unfit('a text holds a NUL or half of a surrogate pair')
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue
    if (depth >= depthLimit) throw unfit('it nests too deep')
    for (const [key, inner] of Object.entries(value)) {
      if (!isPlainText(key)) throw unfit('a key holds a NUL or half of a surrogate pair')
      waiting.push({ value: inner, depth: depth + 1 })
    }
  }
}

const unfit = (got: string): ProblemError => new ProblemError({ code: 'malformed_body', detail: { got } })
