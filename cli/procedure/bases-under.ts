import { BaseResponse, BaseSummary } from '../../api/contract/base.js'
import { EntryResponse } from '../../api/contract/history.js'
import { schemaVersion, type BaseEvent } from '../../domain/event.js'
import { evolve } from '../../domain/evolve.js'
import type { Procedure } from '../../domain/procedure.js'
import { changesUnder, type RulesChange } from '../../domain/rules-change.js'
import { unborn, type BaseState } from '../../domain/state.js'
import type { Connection } from '../connection.js'
import { actor, type AskingOptions } from '../verbs/verb.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

/** A running base, and what would be otherwise for it. */
export interface BaseUnder {
  readonly base: string
  readonly procedure: string
  readonly stage: string
  readonly changes: readonly RulesChange[]
}

/**
 * Every running base of a procedure, judged again under another version of it from its entries alone: which would be
 * short of an approval, and for which something would come out otherwise (8.8).
 */
export const basesUnder = async (
  connection: Connection,
  { to, id, wanted }: { to: Procedure; id: ProcedureId; wanted: AskingOptions & { readonly programme?: string } },
): Promise<readonly BaseUnder[]> => {
  const as = actor(wanted, connection)
  const { client } = connection
  const found: BaseUnder[] = []
  const path = wanted.programme === undefined ? '/bases' : `/bases?programme=${encodeURIComponent(wanted.programme)}`
  for (const { id: base, closed, stage } of await client.all(path, { ...as, schema: BaseSummary })) {
    if (closed) continue
    const { procedure } = await client.get(`/bases/${base}`, { ...as, schema: BaseResponse })
    if (!procedure.startsWith(`${id}@`)) continue
    const entries = await client.all(`/bases/${base}/history`, { ...as, schema: EntryResponse })
    found.push({ base, procedure, stage, changes: changesUnder(stateFrom(base, entries), to) })
  }
  return found
}

const stateFrom = (base: string, entries: readonly (typeof EntryResponse)['_output'][]): BaseState =>
  [...entries]
    .sort((one, other) => one.seq - other.seq)
    .reduce<BaseState>(
      (state, { seq, occurredAt, payload, commandId }) =>
        commandId !== null && isBaseEvent(payload)
          ? evolve(state, { seq, occurredAt, schemaVersion, event: payload, commandId })
          : state,
      unborn(base),
    )

/** An entry's payload becomes an event again by its type. */
const isBaseEvent = (payload: unknown): payload is BaseEvent =>
  typeof payload === 'object' && payload !== null && 'type' in payload && typeof payload.type === 'string'
