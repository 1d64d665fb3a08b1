import type { Answer, Deed, Disturbance } from './facts.js'

/** A wish of somebody: what is sent, by whom, where. */
export interface Wish {
  readonly does: Deed
  readonly path: string
  readonly as: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A wish on its way, under its key, with what its senders have been told so far. */
export interface SentWish {
  readonly key: string
  readonly begun: number
  readonly wish: Wish
  readonly answers: Answer[]
  readonly otherText: Answer[]
}

/** One request and how it went; no status: the connection was lost, or nothing came in time. */
export interface Attempt {
  readonly api: number
  /** When its command was sent for the first time. */
  readonly begun: number
  readonly from: number
  readonly to: number
  readonly status: number | undefined
}

/** What happened in a run, all times in milliseconds since it began. */
export interface Journal {
  readonly now: () => number
  readonly sent: SentWish[]
  readonly attempts: Attempt[]
  readonly disturbances: Disturbance[]
}

/** An empty journal whose time begins now. */
export const openJournal = (): Journal => {
  const start = performance.now()
  return { now: () => Math.round(performance.now() - start), sent: [], attempts: [], disturbances: [] }
}

/**
 * When the first new wish was granted of those begun after a moment, through that API where one is named. Wishes begun
 * before may have been granted before as well, and are only told of it now.
 */
export const grantedAfter = (
  { attempts }: Journal,
  { from, api }: { from: number; api?: number | undefined },
): number | undefined =>
  attempts
    .filter((attempt) => attempt.begun >= from && isGranted(attempt) && (api === undefined || attempt.api === api))
    .reduce<number | undefined>((first, { to }) => (first === undefined || to < first ? to : first), undefined)

const isGranted = ({ status }: Attempt): boolean => status === 200 || status === 201
