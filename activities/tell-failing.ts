import type { Kysely } from 'kysely'
import { now } from '../clock/machine-clock.js'
import type { Database } from '../db/schema.js'
import { forgetFailingRecord, noteFailingRecord } from '../db/writes/failing-records.js'
import type { Activities, DecisionRequest } from './contract.js'

/** So often `record` may fail for one command before it is told; the server does not see how often a local activity was tried. */
const triesUntold = 5

interface Failing {
  readonly tries: number
  readonly since: string
}

/**
 * `record` that tells of a command it cannot write down, in a row of its own, and takes the row back when it is written
 * at last, or when an operator has skipped it and it is refused. A row that was left by a worker that was killed is told no
 * more once another one has written the command (`failingRecords`). Where the row cannot be written either, the database
 * is away, which `health/ready` says.
 */
export const tellFailing = (record: Activities['record'], { db }: { db: Kysely<Database> }): Activities['record'] => {
  // Only commands that fail now stand here: one row each at most, as many as workflows are stuck.
  const failing = new Map<string, Failing>()
  return async (request) => {
    const about = { stream: streamOf(request), commandId: request.id }
    const key = `${about.stream} ${about.commandId}`
    try {
      const outcome = await record(request)
      const before = failing.get(key)
      failing.delete(key)
      if (before !== undefined && before.tries > triesUntold)
        await forgetFailingRecord(db, about).catch(() => undefined)
      return outcome
    } catch (error) {
      const { tries, since } = failing.get(key) ?? { tries: 0, since: now() }
      failing.set(key, { tries: tries + 1, since })
      const says = error instanceof Error ? error.message : 'unknown'
      // Telling it never stands in the way of the next try.
      if (tries + 1 > triesUntold)
        await noteFailingRecord(db, { ...about, attempts: tries + 1, since, says }).catch(() => undefined)
      throw error
    }
  }
}

const streamOf = (request: DecisionRequest): string => (request.kind === 'base' ? request.base : request.programme)
