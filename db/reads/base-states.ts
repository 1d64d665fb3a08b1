import type { Kysely } from 'kysely'
import type { BaseState } from '../../domain/state.js'
import { UnsealedEntryFault } from '../record/record-faults.js'
import type { Database } from '../schema.js'
import { baseRevival } from './revival.js'

/** As many states as a process remembers; one that was forgotten is folded from its ledger again. */
const remembered = 300
const states = new WeakMap<Kysely<Database>, Map<string, { readonly seq: number; readonly state: BaseState }>>()

/**
 * The state of a base as its ledger makes it, which is what the judge judges on; undefined where it has no entry, or one that
 * no worker wrote. It is folded anew when the ledger has grown.
 */
export async function baseStateOf(
  db: Kysely<Database>,
  { id, ledger }: { readonly id: string; readonly ledger: { readonly entries: number } },
): Promise<BaseState | undefined> {
  const known = states.get(db) ?? new Map<string, { seq: number; state: BaseState }>()
  states.set(db, known)
  const found = known.get(id)
  if (found?.seq === ledger.entries) return found.state
  const revival = await baseRevival(db, id).catch((error: unknown) => {
    if (error instanceof UnsealedEntryFault) return undefined
    throw error
  })
  if (revival === undefined) return undefined
  const { state } = revival.carried
  known.delete(id)
  known.set(id, { seq: state.seq, state })
  const [oldest] = known.keys()
  if (known.size > remembered && oldest !== undefined) known.delete(oldest)
  return state
}
