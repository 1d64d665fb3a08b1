import type { Divergence } from '../domain/divergence.js'
import { isBaseId } from '../domain/ids.js'
import { workflowTypes } from '../domain/workflow-names.js'
import { at, listAt, numberAt, textAt } from './facts-of.js'
import { isSame } from './is-same.js'
import type { RunFacts } from './run-facts.js'
import type { Testimony } from './testimony.js'

/**
 * A run begins unborn, or with what follows from the ledger; it is a workflow of ours, of this stream. One that goes on after another is held
 * against the ledger like one that was revived: whoever reaches the server can have a run go on with a state of his own.
 */
export const beginningOf = (facts: RunFacts, testimony: Testimony): readonly Divergence[] => {
  const { run, type } = facts
  const { stream } = testimony
  const isOurs = type === undefined || type === (isBaseId(stream) ? workflowTypes.base : workflowTypes.programme)
  return [
    ...(isOurs ? [] : [{ code: 'run_foreign' as const, stream, run, subject: type }]),
    ...(isFollowed(facts, testimony) ? [] : [{ code: 'state_forged' as const, stream, run }]),
    ...(isRevived(facts, testimony) ? [] : [{ code: 'run_begun_by_hand' as const, stream, run }]),
    ...(isAsked(facts, testimony) ? [] : [{ code: 'beginning_differs' as const, stream, run }]),
  ]
}

/** The state is that which the entries up to its number lead to, and what is taken for handled was recorded by then. */
const isFollowed = ({ continues, begunWith, handled }: RunFacts, { folded, entries }: Testimony): boolean => {
  if (begunWith === undefined) return continues === undefined && handled === undefined
  const head = numberAt(begunWith, 'seq') ?? -1
  if (!isSame(begunWith, folded.get(head))) return false
  const recorded = new Set<unknown>(entries.flatMap(({ seq, commandId }) => (seq <= head ? [commandId] : [])))
  return listAt({ handled }, 'handled').every((id) => recorded.has(id))
}

/** What begins anew with a state says who began it: an operator, in an entry of that run, or healing. One that did nothing needs not. */
const isRevived = ({ run, continues, begunWith, recorded }: RunFacts, { entries, healedFrom }: Testimony): boolean => {
  const from = numberAt(begunWith, 'seq')
  if (continues !== undefined || from === undefined || recorded.length === 0 || healedFrom.has(from)) return true
  return entries.some(({ type, payload, run: by }) => {
    return by === run && type.endsWith('_revived') && numberAt(payload, 'from') === from
  })
}

/**
 * The rest of its input is that of the run before, and what the nomination says. A first run that did nothing may have been asked for
 * what was refused.
 */
const isAsked = (facts: RunFacts, testimony: Testimony): boolean => {
  const { continues, input, recorded } = facts
  if (continues === undefined && recorded.length === 0) return true
  const before = testimony.runs.find(({ run }) => run === continues)
  const revivedFrom = at(input, 'revivedFrom')
  return (
    (before === undefined || isSame(before.input, input)) &&
    (revivedFrom === undefined || isHead(revivedFrom, facts)) &&
    isOfStream(input, testimony)
  )
}

/** A revival names the entry it begins from, and a run that goes on after one still does. */
const isHead = (from: unknown, { continues, begunWith }: RunFacts): boolean => {
  const head = numberAt(begunWith, 'seq') ?? 0
  return typeof from === 'number' && from > 0 && (continues === undefined ? from === head : from <= head)
}

const isOfStream = (input: unknown, { stream, entries, procedure }: Testimony): boolean => {
  if (!isBaseId(stream))
    return (
      textAt(input, 'programme') === stream &&
      (procedure === undefined || (textAt(input, 'procedure') ?? 'full') === procedure)
    )
  const said = (type: string): unknown => entries.find((entry) => entry.type === type)?.payload
  const cluster = at(said('base_nominated'), 'cluster')
  const entered = said('stage_entered')
  const place = { country: at(cluster, 'country'), zone: at(cluster, 'zone') }
  return (
    textAt(input, 'base') === stream &&
    (cluster === undefined || isSame(at(input, 'place'), place)) &&
    (entered === undefined || textAt(input, 'procedure') === textAt(entered, 'procedure'))
  )
}
