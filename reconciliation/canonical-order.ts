/**
 * A message as a program of protocol buffers decoded it, with the members of every map in the order of their names. The server gives
 * maps in another order each time; written out after this, the same history has the same bytes whoever reads it and however often.
 * The order of lists, which says something, stays.
 */
export const inCanonicalOrder = (message: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(message)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  )

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  return typeof value !== 'object' || value === null || isLeaf(value) ? value : inCanonicalOrder(value)
}

/** Bytes and whole numbers of 64 bits are written out as they are. */
const isLeaf = (value: object): boolean => value instanceof Uint8Array || ('low' in value && 'high' in value)
