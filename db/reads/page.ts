/** A part of a list, and where the next part begins; null at the end. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** `after` is the `next` of the page before; a page has at most 200 items, whatever is asked for. */
export interface PageRequest {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

export const largestPage = 200
const usualPage = 50

type Key = string | number

/** Somebody sent an `after` that no page of this list has given. */
export class UnreadableCursorError extends Error {
  override readonly name = 'UnreadableCursorError'
}

/** How many rows to ask for: one more than the page holds, so that the page knows whether another follows. */
export const rowsFor = ({ limit }: PageRequest): number => sizeOf(limit) + 1

const sizeOf = (limit = usualPage): number => Math.min(Math.max(1, Math.trunc(limit)), largestPage)

/** The page of these rows, asked for with `rowsFor`; `keysOf` names the sort keys of a row, unique together. */
export function pageOf<T>(
  rows: readonly T[],
  { limit, keysOf }: PageRequest & { readonly keysOf: (row: T) => readonly Key[] },
): Page<T> {
  const items = rows.slice(0, sizeOf(limit))
  const last = items.at(-1)
  if (last === undefined || rows.length === items.length) return { items, next: null }
  return { items, next: Buffer.from(JSON.stringify(keysOf(last))).toString('base64url') }
}

/** The page with its rows turned into what the reader sees. */
export const mapPage = <T, U>({ items, next }: Page<T>, shown: (row: T) => U): Page<U> => ({
  items: items.map(shown),
  next,
})

/** The sort keys in an `after`, as text; undefined on the first page. Refuses one that does not have so many keys. */
export function keysAfter({ after }: PageRequest, count: number): readonly string[] | undefined {
  if (after === undefined) return undefined
  const keys = parsed(after)
  if (!Array.isArray(keys) || keys.length !== count || !keys.every(isKey)) {
    throw new UnreadableCursorError(
      'This `after` was not given by a page of this list. Take the `next` of a page, or leave it out.',
    )
  }
  return keys.map(String)
}

const isKey = (key: unknown): key is Key => typeof key === 'string' || Number.isSafeInteger(key)

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
