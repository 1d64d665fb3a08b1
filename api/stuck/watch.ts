import type { Stuck } from '../../domain/stuck.js'
import type { ApiParts } from '../parts.js'
import { lookForStuck } from './look.js'

/** What the last looks found, for those who cannot wait for a new one. */
export interface StuckSeen {
  readonly count: number
  /** Some ledger lacks entries that its workflow knows: an older database was put in the place of the one that was. */
  readonly ledgerBehind: boolean
}

const seen = new WeakMap<ApiParts['db'], readonly Stuck[]>()

/** What is known to be stuck in the programmes that are no rehearsals; nothing before the first look. */
export const stuckSeen = ({ db }: Pick<ApiParts, 'db'>): StuckSeen => {
  const known = seen.get(db) ?? []
  return { count: known.length, ledgerBehind: known.some(({ kind }) => kind === 'ledger_behind') }
}

/** Looks at everything now, and remembers it. */
export const lookAtAll = async (parts: ApiParts): Promise<readonly Stuck[]> => {
  const { stuck } = await lookForStuck(parts, {})
  seen.set(parts.db, stuck)
  return stuck
}

const pauseMs = 30_000
/** Streams looked at in one round; where there are more, the rounds take turns. */
const atATime = 500

/**
 * Looks each half minute at the next streams, for `health/ready`; what a whole round has found is known when all were looked
 * at. Returns a function that stops it.
 */
export const startStuckWatch = (parts: ApiParts): (() => Promise<void>) => {
  let isStopping = false
  let soFar: Round = firstRound
  const next = async (): Promise<void> => {
    if (isStopping) return
    soFar = await lookFurther(parts, soFar).catch((error: unknown) => {
      parts.log.warn({ err: error }, 'it could not be seen what is stuck; next look soon')
      return firstRound
    })
  }
  let round = next()
  const turn = setInterval(() => {
    round = round.then(next)
  }, pauseMs)
  return async () => {
    isStopping = true
    clearInterval(turn)
    await round
  }
}

/** What was found since the first stream, and behind which one it goes on. */
interface Round {
  readonly found: readonly Stuck[]
  readonly after: string
}
const firstRound: Round = { found: [], after: '' }

const lookFurther = async (parts: ApiParts, { found, after }: Round): Promise<Round> => {
  const { stuck, streams } = await lookForStuck(parts, { after, limit: atATime })
  const all = [...found, ...stuck.filter((one) => !found.some((other) => isSame(one, other)))]
  const last = streams.at(-1)
  if (last !== undefined && streams.length === atATime) return { found: all, after: last }
  seen.set(parts.db, all)
  return firstRound
}

const isSame = (one: Stuck, other: Stuck): boolean =>
  one.kind === other.kind && one.stream === other.stream && one.subject === other.subject
