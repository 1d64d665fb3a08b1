import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { baseCarried, programmeCarried, type CarriedOver } from '../../domain/carried.js'
import type { AnyEvent, Recorded } from '../../domain/event.js'
import type { ProgrammeState } from '../../domain/programme/state.js'
import type { BaseState } from '../../domain/state.js'
import { mustBearSeals } from '../seals/entry-seal.js'
import { recordedFromRow } from '../record/record-entries.js'
import { procedureIdOf } from '../../domain/rules-name.js'
import type { Database } from '../schema.js'
import { readProgramme } from './programmes.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

type Db = Kysely<Database>

/** What the workflow of a base is begun with from its ledger: the input of the workflow, plain JSON. */
export interface BaseRevival {
  readonly base: BaseId
  readonly place: { readonly country: string; readonly zone: string }
  readonly procedure: ProcedureId
  readonly carried: CarriedOver<BaseState>
  /** The last entry it was made from. */
  readonly revivedFrom: number
}

/** The same of a programme. */
export interface ProgrammeRevival {
  readonly programme: ProgrammeId
  readonly procedure: ProcedureId
  readonly carried: CarriedOver<ProgrammeState>
  readonly revivedFrom: number
}

/**
 * How a base's workflow goes on from what the ledger says of it; undefined for a base without an entry. Throws
 * `UnsealedEntryFault` where an entry is none that a worker wrote: nothing is begun from it.
 */
export async function baseRevival(db: Db, base: BaseId): Promise<BaseRevival | undefined> {
  const entries = await entriesOf(db, base)
  const carried = baseCarried(base, entries)
  const { seq, procedure, cluster } = carried.state
  if (seq === 0) return undefined
  const { country, zone } = cluster
  return { base, place: { country, zone }, procedure: procedureIdOf(procedure), carried, revivedFrom: seq }
}

/** How a programme's workflow goes on from its ledger; undefined for one without an entry. */
export async function programmeRevival(db: Db, programme: ProgrammeId): Promise<ProgrammeRevival | undefined> {
  const [entries, known] = await Promise.all([entriesOf(db, programme), readProgramme(db, { id: programme })])
  const carried = programmeCarried(programme, entries)
  const revivedFrom = carried.state.seq
  return known === undefined || revivedFrom === 0
    ? undefined
    : { programme, procedure: known.procedure, carried, revivedFrom }
}

/** A whole stream is read: some thousand entries at the most (decision 0027). */
async function entriesOf(db: Db, stream: string): Promise<readonly Recorded<AnyEvent>[]> {
  const rows = await db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()
  mustBearSeals(rows)
  return rows.map(recordedFromRow)
}
