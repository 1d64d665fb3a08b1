import { recordEntries } from '../../db/record/record-entries.js'
import type { ABase } from '../support/a-base.js'
import { limits } from '../db/an-example.js'
import type { AnApi } from './an-api.js'

/** Writes what happened to a base in memory since an entry into the ledger and the read models, as its workflow would. */
export const recordLife = async (
  { parts }: AnApi,
  { base, after }: { base: ABase; after: number },
): Promise<number> => {
  const fresh = base.recorded.filter(({ seq }) => seq > after)
  const result = await recordEntries(parts.db, {
    stream: base.state().id,
    kind: 'base',
    commandId: `life after ${after}`,
    expectedHead: after,
    events: fresh.map(({ event }) => event),
    channel: 'machine',
    occurredAt: base.now(),
    rulesVersion: `${base.procedure.id}@${base.procedure.version}`,
    workflowRun: 'run-1',
    claims: [],
    limits,
    view: base.view(),
  })
  if (result.kind !== 'recorded') throw new Error(`the life of ${base.state().id} was not recorded: ${result.kind}`)
  return result.head
}
