import type {
  Incident,
  RunFacts,
  ToldBrief,
  ToldEntry,
  ToldOutcome,
  ToldRest,
  ToldSignal,
  ToldUpdate,
} from './run-facts.js'
import { defined } from '../domain/values/defined.js'

interface Payload {
  readonly data?: Uint8Array | null
}
interface Payloads {
  readonly payloads?: readonly Payload[] | null
}
interface Execution {
  readonly workflowId?: string | null
}
type Fields<T> = Readonly<Record<string, T>> | null
/** An event that says all it has to say by being there. */
type Bare = object | null

/** An event of a workflow history, as far as this program reads it: the names are those of `temporal.api.history.v1`. */
export interface HistoryEvent {
  readonly workflowExecutionStartedEventAttributes?: {
    readonly continuedExecutionRunId?: string | null
    readonly workflowType?: { readonly name?: string | null } | null
    readonly input?: Payloads | null
  } | null
  readonly workflowExecutionUpdateAcceptedEventAttributes?: {
    readonly protocolInstanceId?: string | null
    readonly acceptedRequest?: Request | null
  } | null
  readonly workflowExecutionUpdateCompletedEventAttributes?: {
    readonly meta?: { readonly updateId?: string | null } | null
    readonly outcome?: {
      readonly success?: Payloads | null
      readonly failure?: { readonly applicationFailureInfo?: { readonly type?: string | null } | null } | null
    } | null
  } | null
  readonly workflowExecutionUpdateAdmittedEventAttributes?: { readonly request?: Request | null } | null
  readonly markerRecordedEventAttributes?: { readonly details?: Fields<Payloads> } | null
  readonly workflowExecutionSignaledEventAttributes?: {
    readonly signalName?: string | null
    readonly input?: Payloads | null
    readonly externalWorkflowExecution?: Execution | null
  } | null
  readonly workflowExecutionCancelRequestedEventAttributes?: {
    readonly externalWorkflowExecution?: Execution | null
  } | null
  readonly workflowTaskFailedEventAttributes?: {
    readonly baseRunId?: string | null
    readonly newRunId?: string | null
  } | null
  readonly workflowExecutionOptionsUpdatedEventAttributes?: {
    readonly timeSkippingConfig?: Bare
    readonly versioningOverride?: Bare
    readonly unsetVersioningOverride?: boolean | null
    readonly priority?: Bare
    readonly attachedCompletionCallbacks?: readonly object[] | null
  } | null
  readonly workflowExecutionTimeSkippingTransitionedEventAttributes?: Bare
  readonly workflowExecutionTerminatedEventAttributes?: Bare
  readonly workflowExecutionFailedEventAttributes?: Bare
  readonly workflowExecutionTimedOutEventAttributes?: Bare
  readonly workflowExecutionCanceledEventAttributes?: Bare
  readonly workflowExecutionCompletedEventAttributes?: Bare
  readonly workflowExecutionContinuedAsNewEventAttributes?: Bare
}
interface Request {
  readonly meta?: { readonly updateId?: string | null } | null
  readonly input?: {
    readonly header?: { readonly fields?: Fields<Payload> } | null
    readonly args?: Payloads | null
  } | null
}

export interface DecodedHistory {
  readonly run: string
  readonly events: readonly HistoryEvent[]
}

/** How the reader finds its way: `read` gives the JSON value of a payload, `actorHeader` names the header of the actor. */
export interface HistoryReading {
  readonly read: (data: Uint8Array) => unknown
  readonly actorHeader: string
}

/**
 * What one history says: its commands with their answers, the entries its `record` activities were told of, its signals,
 * and what a run that was left alone never has. Rejected commands leave nothing in a history, so there is nothing of them.
 */
export const factsOf = ({ run, events: kept }: DecodedHistory, reading: HistoryReading): RunFacts => {
  const events = withRequests(kept)
  const started = events[0]?.workflowExecutionStartedEventAttributes
  const reset = events.flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
    failed?.newRunId && failed.baseRunId ? [failed.baseRunId] : [],
  )
  return {
    run,
    ...defined({ type: started?.workflowType?.name ? started.workflowType.name : undefined }),
    ...beginningOf(started, reading),
    ...defined({ resetFrom: reset[0] }),
    ended: events.some(isEnd),
    updates: updatesIn(events, reading),
    recorded: events.flatMap((event) => recordedIn(event, reading)),
    signals: events.flatMap((event) => signalIn(event, reading)),
    incidents: [...reset.map((subject) => ({ code: 'run_reset' as const, subject })), ...events.flatMap(incidentsIn)],
  }
}

/**
 * A history in which every accepted update has what was asked. Of one that was taken over after a reset it stands where it was
 * admitted anew, and no more where it was accepted.
 */
export const withRequests = (events: readonly HistoryEvent[]): readonly HistoryEvent[] => {
  const admitted = new Map(
    events.flatMap(({ workflowExecutionUpdateAdmittedEventAttributes: one }) =>
      one?.request?.meta?.updateId ? [[one.request.meta.updateId, one.request] as const] : [],
    ),
  )
  return events.map((event) => {
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes
    const request = admitted.get(accepted?.protocolInstanceId ?? '')
    if (!accepted || accepted.acceptedRequest || request === undefined) return event
    return { ...event, workflowExecutionUpdateAcceptedEventAttributes: { ...accepted, acceptedRequest: request } }
  })
}

const beginningOf = (
  started: HistoryEvent['workflowExecutionStartedEventAttributes'],
  { read }: HistoryReading,
): Pick<RunFacts, 'continues' | 'begunWith' | 'handled' | 'input'> => {
  const before = started?.continuedExecutionRunId
  const given = readableIn(started?.input, read)
  const carried = at(given, 'carried')
  const [begunWith, handled] = [at(carried, 'state'), at(carried, 'handled')]
  const input =
    typeof given === 'object' && given !== null
      ? Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'carried'))
      : undefined
  return defined({ continues: before ? before : undefined, begunWith, handled, input })
}

/** What anybody may have sent, and need not be JSON. */
const readableIn = (payloads: Payloads | null | undefined, read: HistoryReading['read']): unknown => {
  const data = payloads?.payloads?.[0]?.data
  if (!data) return undefined
  try {
    return read(data)
  } catch {
    return undefined
  }
}

const isEnd = (event: HistoryEvent): boolean =>
  Boolean(
    event.workflowExecutionCompletedEventAttributes ??
    event.workflowExecutionContinuedAsNewEventAttributes ??
    event.workflowExecutionTerminatedEventAttributes ??
    failureIn(event),
  )

const failureIn = (event: HistoryEvent): string | undefined => {
  if (event.workflowExecutionFailedEventAttributes) return 'failed'
  if (event.workflowExecutionTimedOutEventAttributes) return 'timed_out'
  return event.workflowExecutionCanceledEventAttributes ? 'canceled' : undefined
}

const updatesIn = (events: readonly HistoryEvent[], reading: HistoryReading): readonly ToldUpdate[] => {
  const outcomes = new Map(events.flatMap((event) => outcomeIn(event, reading)))
  return events.flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => {
    const id = accepted?.protocolInstanceId
    if (!id) return []
    const outcome = outcomes.get(id)
    return [{ id, ...requestIn(accepted.acceptedRequest, reading), ...defined({ outcome }) }]
  })
}

const requestIn = (
  request: Request | null | undefined,
  { read, actorHeader }: HistoryReading,
): Pick<ToldUpdate, 'command' | 'person' | 'channel'> => {
  const header = request?.input?.header?.fields?.[actorHeader]
  const actor = header ? readableIn({ payloads: [header] }, read) : undefined
  const said = (name: string): string | undefined => textAt(actor, name)
  const [person, channel] = [said('person'), said('channel')]
  return {
    command: readableIn(request?.input?.args, read) ?? null,
    ...defined({ person, channel }),
  }
}

const outcomeIn = (event: HistoryEvent, { read }: HistoryReading): readonly (readonly [string, ToldOutcome])[] => {
  const { meta, outcome } = event.workflowExecutionUpdateCompletedEventAttributes ?? {}
  if (!meta?.updateId) return []
  const data = outcome?.success?.payloads?.[0]?.data
  const answered: ToldOutcome = data
    ? { ok: true, entries: listAt(readableIn(outcome?.success, read), 'entries').flatMap(briefOf) }
    : { ok: false, code: outcome?.failure?.applicationFailureInfo?.type ?? 'unknown' }
  return [[meta.updateId, answered]]
}

/**
 * What the local activity `record` answered, where an event is the marker it left: local activities leave one with their name
 * and their answer. undefined for every other event.
 */
export const recordAnswerIn = (
  { markerRecordedEventAttributes: marker }: Pick<HistoryEvent, 'markerRecordedEventAttributes'>,
  read: HistoryReading['read'],
): unknown => {
  const [about, answer] = [
    marker?.details?.['data']?.payloads?.[0]?.data,
    marker?.details?.['result']?.payloads?.[0]?.data,
  ]
  return about && answer && textAt(read(about), 'activity_type') === 'record' ? read(answer) : undefined
}

/** The answers of `record` hold the entries as stored. */
const recordedIn = (event: HistoryEvent, { read }: HistoryReading): readonly ToldEntry[] =>
  listAt(recordAnswerIn(event, read), 'entries').flatMap(entryOf)

const signalIn = (event: HistoryEvent, { read }: HistoryReading): readonly ToldSignal[] => {
  const { workflowExecutionSignaledEventAttributes: signal, workflowExecutionCancelRequestedEventAttributes: cancel } =
    event
  const from = (signal ?? cancel)?.externalWorkflowExecution?.workflowId
  const name = signal ? (signal.signalName ?? '') : cancel ? 'cancel' : undefined
  const content = readableIn(signal?.input, read)
  return name === undefined ? [] : [{ name, ...defined({ from: from ? from : undefined, content }) }]
}

const incidentsIn = (event: HistoryEvent): readonly Incident[] => {
  const failure = failureIn(event)
  const reapplied = event.workflowExecutionUpdateAdmittedEventAttributes?.request?.meta?.updateId
  const options = event.workflowExecutionOptionsUpdatedEventAttributes
  const skipped = event.workflowExecutionTimeSkippingTransitionedEventAttributes ?? options?.timeSkippingConfig
  // A skip of time always takes an override of the version away too: that alone says nothing more.
  const unset = !options?.timeSkippingConfig && options?.unsetVersioningOverride
  const changed =
    options?.versioningOverride ?? options?.priority ?? (unset || options?.attachedCompletionCallbacks?.length)
  return [
    ...(event.workflowExecutionTerminatedEventAttributes ? [{ code: 'run_terminated' as const }] : []),
    ...(failure === undefined ? [] : [{ code: 'run_failed' as const, subject: failure }]),
    ...(skipped ? [{ code: 'time_skipped' as const }] : []),
    ...(changed ? [{ code: 'options_changed' as const }] : []),
    ...(reapplied ? [{ code: 'update_reapplied' as const, subject: reapplied }] : []),
  ]
}

const entryOf = (value: unknown): readonly ToldEntry[] => {
  const [seq, occurredAt, commandId] = [numberAt(value, 'seq'), textAt(value, 'occurredAt'), textAt(value, 'commandId')]
  if (seq === undefined || occurredAt === undefined || commandId === undefined) return []
  const row = restOf(value)
  return [{ seq, occurredAt, commandId, event: at(value, 'event'), ...defined({ row }) }]
}

const restOf = (value: unknown): ToldRest | undefined => {
  const [recordedAt, rulesVersion, channel] = [
    textAt(value, 'recordedAt'),
    textAt(value, 'rulesVersion'),
    textAt(value, 'channel'),
  ]
  const [run, hash, effectiveOn = null] = [textAt(value, 'run'), textAt(value, 'hash'), textAt(value, 'effectiveOn')]
  if (recordedAt === undefined || rulesVersion === undefined || channel === undefined) return undefined
  return run === undefined || hash === undefined
    ? undefined
    : { recordedAt, effectiveOn, rulesVersion, channel, run, hash }
}

const briefOf = (value: unknown): readonly ToldBrief[] => {
  const [seq, type, occurredAt] = [numberAt(value, 'seq'), textAt(value, 'type'), textAt(value, 'occurredAt')]
  return seq === undefined || type === undefined || occurredAt === undefined ? [] : [{ seq, type, occurredAt }]
}

/** A member of a value that came from outside the program. */
export const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined
/** The same, where it is a text. */
export const textAt = (value: unknown, name: string): string | undefined => {
  const found = at(value, name)
  return typeof found === 'string' ? found : undefined
}
/** The same, where it is a number. */
export const numberAt = (value: unknown, name: string): number | undefined => {
  const found = at(value, name)
  return typeof found === 'number' ? found : undefined
}
/** The same, where it is a list; an empty one otherwise. */
export const listAt = (value: unknown, name: string): readonly unknown[] => {
  const found = at(value, name)
  return Array.isArray(found) ? found : []
}
