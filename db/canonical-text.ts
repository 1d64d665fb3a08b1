import canonicalize from 'canonicalize'

/**
 * The canonical text of a value (RFC 8785): the same bytes on every machine and in every language. What is plain JSON is sorted and
 * written by the runtime itself, in half the time of the library; what that would order or leave out otherwise is the library's.
 */
export const canonicalText = (value: unknown): string => {
  const sorted = sortedCopy(value)
  const text = sorted === unlike ? canonicalize(value) : JSON.stringify(sorted)
  if (text === undefined) throw new Error('A value without a JSON form cannot enter the ledger.')
  return text
}

/** Says of a value that the runtime would not write it as RFC 8785 does. */
const unlike = Symbol('unlike')

/** A copy whose members stand in the order in which they are to be written. */
const sortedCopy = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : unlike
  if (typeof value !== 'object' || value === null) return isJson.has(typeof value) ? value : unlike
  return Array.isArray(value) ? sortedList(value) : sortedObject(value)
}
const isJson: ReadonlySet<string> = new Set(['string', 'boolean', 'object'])

const sortedList = (list: readonly unknown[]): unknown => {
  const copy: unknown[] = []
  for (const one of list) {
    const sorted = sortedCopy(one)
    if (sorted === unlike) return unlike
    copy.push(sorted)
  }
  return copy
}

const sortedObject = (value: object): unknown => {
  if ('toJSON' in value) return unlike
  const members = new Map<string, unknown>(Object.entries(value))
  const copy: Record<string, unknown> = {}
  for (const key of [...members.keys()].sort()) {
    // An object lists keys that are whole numbers first, in their own order, and does not take this one as a member.
    if (/^\d+$/.test(key) || key === '__proto__') return unlike
    const member = members.get(key)
    if (member === undefined) continue
    const sorted = sortedCopy(member)
    if (sorted === unlike) return unlike
    copy[key] = sorted
  }
  return copy
}
