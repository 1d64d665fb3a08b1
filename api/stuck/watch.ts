import { leftOutOfState } from '../../db/log/state-records.js'
import { oldestUncovered } from '../../db/reads/checkpoints.js'
import type { Instant } from '../../domain/ids.js'
import type { Stuck } from '../../domain/stuck.js'
import { inRounds } from '../in-rounds.js'
import type { ApiParts } from '../parts.js'
import { lookForStuck } from './look.js'

/** What the last looks found, for those who cannot wait for a new one. */
export interface StuckSeen {
  readonly count: number
  /** Some ledger lacks entries that its workflow knows: an older database was put in the place of the one that was. */
  readonly ledgerBehind: boolean
  /**
   * When the oldest entry was recorded that is under no checkpoint, or since when rules or histories were seen that no process of the
   * programme sealed; null: none.
   */
  readonly uncoveredSince: Instant | null
}

interface Seen {
  readonly stuck: readonly Stuck[]
  readonly uncoveredSince: Instant | null
  /** Since when something lies there that is left out of checkpoints. */
  readonly leftOutSince: Instant | null
}

const seen = new WeakMap<ApiParts['db'], Seen>()

/** What is known to be stuck in the programmes that are no rehearsals; nothing before the first look. */
export const stuckSeen = ({ db }: Pick<ApiParts, 'db'>): StuckSeen => {
  const { stuck, uncoveredSince } = seen.get(db) ?? nothingYet
  return { count: stuck.length, ledgerBehind: stuck.some(({ kind }) => kind === 'ledger_behind'), uncoveredSince }
}

/** Looks at everything now, and remembers it. */
export const lookAtAll = async (parts: ApiParts): Promise<readonly Stuck[]> => {
  const { stuck } = await lookForStuck(parts, {})
  await remember(parts, stuck)
  return stuck
}

const remember = async ({ db, clock }: ApiParts, stuck: readonly Stuck[]): Promise<void> => {
  const oldest = (await oldestUncovered(db)) ?? null
  const isSound = (await leftOutOfState(db)).length === 0
  const leftOutSince = isSound ? null : (seen.get(db)?.leftOutSince ?? clock().toISOString())
  const [uncoveredSince = null] = [oldest, leftOutSince].filter((at) => at !== null).toSorted()
  seen.set(db, { stuck, uncoveredSince, leftOutSince })
}

const nothingYet: Seen = { stuck: [], uncoveredSince: null, leftOutSince: null }

const pauseMs = 30_000
/** Streams looked at in one round; where there are more, the rounds take turns. */
const atATime = 500

/**
 * Looks each half minute at the next streams, for `health/ready`; what a whole round has found is known when all were looked
 * at. Returns a function that stops it.
 */
export const startStuckWatch = (parts: ApiParts): (() => Promise<void>) => {
  let soFar: Round = firstRound
  return inRounds({
    work: async () => {
      const before = soFar
      // A round that goes wrong begins again with the first stream.
      soFar = firstRound
      soFar = await lookFurther(parts, before)
    },
    everyMs: pauseMs,
    atOnce: true,
    log: parts.log,
    waits: 'it could not be seen what is stuck; next look soon',
  })
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
  await remember(parts, all)
  return firstRound
}

const isSame = (one: Stuck, other: Stuck): boolean =>
  one.kind === other.kind && one.stream === other.stream && one.subject === other.subject
