import { seatedAtVacancies } from '../../db/reads/newly-seated.js'
import { baseWorkflowId, type BaseId } from '../../domain/ids.js'
import { inRounds } from '../in-rounds.js'
import type { ApiParts } from '../parts.js'

const everyMs = 5_000
/** A programme has not so many bases that wait for people; those behind come when these have theirs. */
const most = 500

type Parts = Pick<ApiParts, 'db' | 'temporal' | 'clock' | 'log'>

/**
 * Has a base look at its holders anew when somebody was given a seat for which an open step of it waits: otherwise it would learn of
 * that person with its next entry, and nobody would be told. What carries nothing decides nothing; whether the vacancy is over the
 * judge says. Returns a function that stops it.
 */
export const startSeatedWatch = (parts: Parts): (() => Promise<void>) => {
  const look = seatedWatch(parts)
  return inRounds({
    work: look,
    everyMs,
    atOnce: false,
    log: parts.log,
    waits: 'it could not be looked who was given a vacant seat; next try soon',
  })
}

/**
 * One round after another: each seat is told once to each base whose step it reaches, since a seat that does not end a vacancy, because
 * of the rules of separation or of a quorum, does not end it by being told again. A process that begins tells all of them once. Each
 * round says how many bases were told.
 */
export const seatedWatch = ({ db, temporal, clock, log }: Parts): (() => Promise<number>) => {
  let told: ReadonlySet<string> = new Set()
  return async () => {
    const found = await seatedAtVacancies(db, { now: clock().toISOString(), most })
    const now = new Set<string>()
    let bases = 0
    for (const { base, namespace, seats } of found) {
      const keys = seats.map((seat) => `${base} ${seat}`)
      const isNews = keys.some((key) => !told.has(key))
      if (isNews && !(await isTold({ temporal, log }, { base, namespace }))) continue
      if (isNews) bases += 1
      for (const key of keys) now.add(key)
    }
    told = now
    return bases
  }
}

/** A base that cannot be told keeps no other from its news; it comes again with the next round. */
const isTold = async (
  { temporal, log }: Pick<Parts, 'temporal' | 'log'>,
  { base, namespace }: { readonly base: BaseId; readonly namespace: string },
): Promise<boolean> => {
  try {
    await temporal.catchUp({ namespace, workflow: baseWorkflowId(base) })
    return true
  } catch (error) {
    log.warn({ err: error, base }, 'a base could not be told of a seat that was given')
    return false
  }
}
