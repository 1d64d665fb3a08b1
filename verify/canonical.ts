import { isFields } from './entry.js'

/** Whether a text is the canonical JSON (RFC 8785) of the value it was read into. */
export const isCanonical = (text: string, value: unknown): boolean =>
  (isSorted(value) && JSON.stringify(value) === text) || canonical(value) === text

/**
 * Canonical JSON: keys sorted by their UTF-16 units, no white space, numbers and strings as ECMAScript writes them, which
 * is what RFC 8785 takes over.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields: Readonly<Record<string, unknown>> = { ...value }
  const parts = Object.keys(fields)
    .toSorted(byUnits)
    .map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`)
  return `{${parts.join(',')}}`
}

const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function isSorted(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isSorted)
  if (!isFields(value)) return true
  let before = ''
  for (const key in value) {
    if (key < before || !isSorted(value[key])) return false
    before = key
  }
  return true
}
