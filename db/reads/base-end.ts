import type { BaseId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { BaseEnd } from '../../domain/retention.js'

/** A base with its end, from which the years of retention are counted. */
export interface BaseEndRow extends BaseEnd {
  readonly base: BaseId
}

/** In a statement over `base`: the last day of its memorandum as the ledger has it; null where none was signed. */
export const lastDayOfMemorandum = sql<string | null>`(select payload ->> 'endsOn' from ledger_entry
  where stream = base.id and type in ('memorandum_signed', 'memorandum_renewed') order by seq desc limit 1)`
