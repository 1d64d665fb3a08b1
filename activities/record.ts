import type { Kysely } from 'kysely'
import { isRetriable } from '../db/connect.js'
import { createRecorder } from '../db/record-at-once.js'
import type { Recorder } from '../db/record-at-once.js'
import { forgetPerson } from '../db/sealed-person.js'
import type { Database } from '../db/schema.js'
import type { RecordRequest, RecordResult } from '../domain/record.js'
import type { Activities } from './contract.js'

/** A lost race between two transactions is over at once; what still fails after so many tries is left to Temporal's retries. */
const tries = 3

/**
 * The local activity that writes a decision down, once however often it is called with one command id. Refusals of the
 * database are values; it throws only faults and defects.
 */
export const createRecord = ({ db }: { db: Kysely<Database> }): Activities['record'] => {
  const record = createRecorder(db)
  return async (request) => forgetErased(await recordWithin(tries, { record, request }))
}

/** The key of somebody who was erased leaves this process with the entry. */
const forgetErased = (result: RecordResult): RecordResult => {
  if (result.kind !== 'recorded') return result
  for (const { event } of result.entries) if (event.type === 'person_erased') forgetPerson(event.person)
  return result
}

async function recordWithin(
  left: number,
  { record, request }: { record: Recorder; request: RecordRequest },
): Promise<RecordResult> {
  try {
    return await record(request)
  } catch (error) {
    if (left <= 1 || !isRetriable(error)) throw error
    return await recordWithin(left - 1, { record, request })
  }
}
