import { Buffer } from 'node:buffer'
import type { DecisionRequest, CommandOutcome, Preparation, PreparationRequest } from '../../activities/contract.js'
import type { AnyEvent } from '../../domain/event.js'
import type { Stored } from '../../domain/record.js'
import { at, textAt } from '../../reconciliation/facts-of.js'
import type { Call } from './call.js'
import type { Replayable, Replayed } from './replay.js'

/** What a run asked of one local activity, and what its history says came of it. */
export type AskedActivity =
  | { readonly name: 'record'; readonly request: DecisionRequest; readonly outcome: CommandOutcome }
  | { readonly name: 'prepare'; readonly request: PreparationRequest; readonly outcome: Preparation }

/** What was asked in one replay, by the number of the call in it. */
export const askedIn = ({ of, calls }: Pick<Replayed, 'of' | 'calls'>): ReadonlyMap<number, AskedActivity> => {
  const told = answersIn(of)
  return new Map(
    calls.flatMap((call, index) => {
      const asked = askedBy(call, told)
      return asked === undefined ? [] : [[index, asked] as const]
    }),
  )
}

const askedBy = (call: Call, told: ReadonlyMap<number, unknown>): AskedActivity | undefined => {
  if (call.does !== 'local') return undefined
  const [request] = call.args
  const outcome = told.get(call.seq)
  if (call.name === 'record' && isDecision(request) && isOutcome(outcome)) return { name: 'record', request, outcome }
  if (call.name === 'prepare' && isAsking(request) && isPreparation(outcome))
    return { name: 'prepare', request, outcome }
  return undefined
}

/** A local activity leaves a marker with its number and what it answered. */
const answersIn = ({ history }: Replayable): ReadonlyMap<number, unknown> =>
  new Map(
    history.events.flatMap(({ markerRecordedEventAttributes: marker }) => {
      const [about, result] = [read(marker?.details?.['data']), read(marker?.details?.['result'])]
      const seq = at(about, 'seq')
      return typeof seq === 'number' && result !== undefined ? [[seq, result] as const] : []
    }),
  )

interface Payloads {
  readonly payloads?: readonly { readonly data?: Uint8Array | null }[] | null
}

const read = (payloads: Payloads | null | undefined): unknown => {
  const data = payloads?.payloads?.[0]?.data
  if (!data) return undefined
  const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'))
  return value
}

const isAsking = (value: unknown): value is PreparationRequest =>
  textAt(value, 'kind') !== undefined && at(value, 'state') !== undefined && at(value, 'rules') !== undefined
const isDecision = (value: unknown): value is DecisionRequest => isAsking(value) && textAt(value, 'id') !== undefined
const isOutcome = (value: unknown): value is CommandOutcome =>
  Array.isArray(at(value, 'entries')) && at(value, 'answer') !== undefined && at(value, 'course') !== undefined
const isPreparation = (value: unknown): value is Preparation =>
  at(value, 'prepared') !== undefined && at(value, 'course') !== undefined

/** The entries that stand in any of the histories, by the id of their command. */
export const ledgerIn = (asked: Iterable<AskedActivity>): ReadonlyMap<string, readonly Stored<AnyEvent>[]> => {
  const ledger = new Map<string, Stored<AnyEvent>[]>()
  for (const one of asked) {
    if (one.name !== 'record') continue
    for (const entry of one.outcome.entries) {
      const known = ledger.get(entry.commandId) ?? []
      if (!known.some(({ seq, run }) => seq === entry.seq && run === entry.run)) known.push(entry)
      ledger.set(entry.commandId, known)
    }
  }
  return ledger
}
