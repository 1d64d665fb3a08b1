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

/** What a sort key is to PostgreSQL: an `after` made up by somebody must not become an error of the database. */
export type KeyKind = keyof typeof fits

/** The sort keys in an `after`, as text; undefined on the first page. Refuses one whose keys are not of these kinds. */
export function keysAfter({ after }: PageRequest, kinds: readonly KeyKind[]): readonly string[] | undefined {
  if (after === undefined) return undefined
  const keys = parsed(after)
  const isOurs = Array.isArray(keys) && keys.length === kinds.length && kinds.every((kind, at) => fits[kind](keys[at]))
  if (!isOurs) {
    throw new UnreadableCursorError(
      'This `after` was not given by a page of this list. Take the `next` of a page, or leave it out.',
    )
  }
  return keys.map(String)
}

const largestInteger = 2_147_483_647
const isText = (key: unknown): key is string => typeof key === 'string' && !key.includes('\0')
const isWhole = (key: unknown): key is number => typeof key === 'number' && Number.isSafeInteger(key) && key >= 0

const fits = {
  text: isText,
  integer: (key: unknown) => isWhole(key) && key <= largestInteger,
  bigint: isWhole,
  instant: (key: unknown) => isText(key) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(key) && !Number.isNaN(Date.parse(key)),
  /** An instant as a key of an order has it; what has none is last. */
  moment: (key: unknown) =>
    key === '~' ||
    (isText(key) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/.test(key) && !Number.isNaN(Date.parse(`${key}Z`))),
  digit: (key: unknown) => isText(key) && /^\d$/.test(key),
  score: (key: unknown) => key === 'Infinity' || (isText(key) && /^-?\d{1,9}(\.\d{1,20})?$/.test(key)),
  uuid: (key: unknown) => isText(key) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
} as const satisfies Record<string, (key: unknown) => boolean>

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
