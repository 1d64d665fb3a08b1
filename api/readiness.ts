import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReadyResponse } from './contract/health.js'
import { readyForMs } from './limits.js'
import type { ApiParts } from './parts.js'
import { stuckSeen } from './stuck/watch.js'

export type Readiness = z.output<typeof ReadyResponse>

/**
 * Whether a command would be answered now: PostgreSQL, Temporal, and a worker in every namespace. What is found is told
 * again for a second, and whoever asks meanwhile waits for the same answer.
 */
export const readiness = (parts: ApiParts): (() => Promise<Readiness>) => {
  let found: { readonly at: number; readonly answer: Promise<Readiness> } | undefined
  return () => {
    const at = parts.clock().getTime()
    if (found === undefined || Math.abs(at - found.at) > readyForMs) found = { at, answer: lookAround(parts) }
    return found.answer
  }
}

const lookAround = async (parts: ApiParts): Promise<Readiness> => {
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
  const worker = working.every(Boolean)
  const stuck = stuckSeen(parts)
  // One base that is stuck must not take the others away; a ledger that lost entries must not be written on.
  const isReady = missing.length === 0 && !stuck.ledgerBehind
  return { status: isReady ? 'ready' : 'not_ready', postgres, temporal, worker, missing, stuck }
}

const answers = ({ db }: ApiParts): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
