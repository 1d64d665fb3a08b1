import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { ConditionEvent } from '../../domain/events/conditions.js'
import type { Database } from '../schema.js'

/** An entry about conditions, with when it happened. */
export interface ConditionEntry {
  readonly seq: number
  readonly at: string
  readonly event: ConditionEvent
}

const told = ['conditions_fixed', 'condition_shown', 'condition_checked', 'condition_lifted'] as const
const types = [...told, 'step_voided'] as const

/** What the ledger of a base says of conditions, and of decisions that count no more, in its order. */
export const conditionEntries = async (db: Kysely<Database>, { base }: { base: BaseId }) => {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'payload', 'occurred_at'])
    .where('stream', '=', base)
    .where('type', 'in', types)
    .orderBy('seq')
    .execute()
  const entries: ConditionEntry[] = []
  const voided = new Set<string>()
  for (const { seq, payload, occurred_at: at } of rows) {
    if (payload.type === 'step_voided') voided.add(payload.step)
    else if (isOfConditions(payload)) entries.push({ seq, at, event: payload })
  }
  return { entries, voided }
}

const isOfConditions = (event: { readonly type: string }): event is ConditionEvent =>
  told.some((type) => type === event.type)
