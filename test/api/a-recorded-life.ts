import { expect } from '@jest/globals'
import { recordEntries } from '../../db/record/record-entries.js'
import type { BaseEvent } from '../../domain/event.js'
import type { By } from '../../domain/values/by.js'
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

interface Happened {
  readonly base: ABase
  readonly after: number
  readonly events: readonly BaseEvent[]
  readonly by: By
}

/** Writes what is made up for a base after an entry, as if somebody had done it; the new end of its ledger. */
export const recordAfter = async ({ parts }: AnApi, { base, after, events, by }: Happened): Promise<number> => {
  const result = await recordEntries(parts.db, {
    stream: base.state().id,
    kind: 'base',
    commandId: `after ${after}`,
    expectedHead: after,
    events,
    by,
    channel: 'api',
    occurredAt: base.now(),
    rulesVersion: `${base.procedure.id}@${base.procedure.version}`,
    workflowRun: 'run-1',
    claims: [],
    limits,
    view: base.view(),
  })
  expect(result.kind).toBe('recorded')
  return after + events.length
}
