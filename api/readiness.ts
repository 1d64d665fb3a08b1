import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReadyResponse } from './contract/health.js'
import { readyForMs } from './limits.js'
import type { ApiParts } from './parts.js'
import { stuckSeen } from './stuck/watch.js'

export type Readiness = z.output<typeof ReadyResponse>

type Around = Pick<Readiness, 'postgres' | 'temporal' | 'worker' | 'missing'>

/**
 * Whether a command would be answered now: PostgreSQL, Temporal, and a worker in every namespace. What is found of them is
 * told again for a second, and whoever asks meanwhile waits for the same answer. One base that is stuck must not take the
 * others away; a ledger that lost entries must not be written on.
 */
export const readiness = (parts: ApiParts): (() => Promise<Readiness>) => {
  let found: { readonly at: number; readonly around: Promise<Around> } | undefined
  return async () => {
    const at = parts.clock().getTime()
    if (found === undefined || Math.abs(at - found.at) > readyForMs) found = { at, around: lookAround(parts) }
    const around = await found.around
    const { uncoveredSince, ...stuck } = stuckSeen(parts)
    const isReady = around.missing.length === 0 && !stuck.ledgerBehind
    return { status: isReady ? 'ready' : 'not_ready', ...around, stuck, uncoveredSince }
  }
}

const lookAround = async (parts: ApiParts): Promise<Around> => {
  const { TEMPORAL_NAMESPACE: standing, TEMPORAL_REHEARSAL_NAMESPACE: rehearsal } = parts.config
  const namespaces = rehearsal === undefined ? [standing] : [standing, rehearsal]
  const [postgres, temporal, ...working] = await Promise.all([
    answers(parts),
    parts.temporal.isReachable(),
    ...namespaces.map((namespace) => parts.temporal.hasWorker(namespace)),
  ])
  const missing = [
    ...(postgres ? [] : ['PostgreSQL']),
    ...(temporal ? [] : ['Temporal']),
    ...namespaces.flatMap((namespace, at) => (working[at] === true ? [] : [`a worker in ${namespace}`])),
  ]
  return { postgres, temporal, worker: working.every(Boolean), missing }
}

const answers = ({ db }: ApiParts): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
