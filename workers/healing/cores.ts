import type { Kysely } from 'kysely'
import type { Prepared, PrepareRequest } from '../../activities/contract.js'
import { createRulesOf } from '../../activities/prepare.js'
import type { Decree } from '../../activities/calendar-decrees.js'
import type { StreamView } from '../../db/healing/write-again.js'
import { recordedFromRow } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import type { LedgerEntry } from '../../db/ledger.js'
import type { Instant } from '../../domain/ids.js'
import { unfounded, type ProgrammeState } from '../../domain/programme/state.js'
import { procedureIdOf } from '../../domain/rules-name.js'
import { unborn, type BaseState } from '../../domain/state.js'
import { baseAfter, programmeAfter } from '../../domain/carried.js'
import { cores } from '../cores.js'
import { isBaseId } from '../../domain/ids.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

/** The state of a stream as its entries make it, entry by entry. */
export type StreamState =
  { readonly kind: 'base'; readonly state: BaseState } | { readonly kind: 'programme'; readonly state: ProgrammeState }

/** A stream before its first entry. */
export const beginning = (stream: string): StreamState =>
  isBaseId(stream) ? { kind: 'base', state: unborn(stream) } : { kind: 'programme', state: unfounded(stream) }

/** The state after some more rows of the ledger. */
export const after = (before: StreamState, rows: readonly LedgerEntry[]): StreamState => {
  const entries = rows.map(recordedFromRow)
  return before.kind === 'base'
    ? { kind: 'base', state: baseAfter(before.state, entries) }
    : { kind: 'programme', state: programmeAfter(before.state, entries) }
}

/** Works out what lists show of a stream, by the rules it is pinned to. */
export const viewer = (db: Kysely<Database>, decrees: readonly Decree[]) => {
  const rulesOf = createRulesOf({ db, decrees })
  return async (
    stream: StreamState,
    { at, procedure }: { readonly at: Instant; readonly procedure: ProcedureId },
  ): Promise<StreamView> => {
    if (stream.kind === 'programme') {
      const core = cores.programme({ kind: 'programme', programme: stream.state.id, procedure })
      return { kind: 'programme', view: core.view(stream.state, await rulesOf(core.prepares(stream.state, at))) }
    }
    const { state } = stream
    return { kind: 'base', view: coreOf(state).view(state, await pinned(rulesOf, { state, at })) }
  }
}

/** The place of a base and the rules it chose stand in its first entry. */
const coreOf = ({ id, cluster, procedure }: BaseState) =>
  cores.base({
    kind: 'base',
    base: id,
    place: { country: cluster.country, zone: cluster.zone },
    procedure: procedureIdOf(procedure),
  })

/** Between stages a base names the rules it was under last. */
const pinned = (
  rulesOf: (request: PrepareRequest) => Promise<Prepared>,
  { state, at }: { readonly state: BaseState; readonly at: Instant },
): Promise<Prepared> => {
  const asked = coreOf(state).prepares(state, at)
  return rulesOf(state.rulesVersion === '' ? asked : { ...asked, version: state.rulesVersion })
}
