import { at, listAt, numberAt, recordAnswerIn, type HistoryEvent } from './facts-of.js'

type Read = (data: Uint8Array) => unknown

interface Event extends Pick<HistoryEvent, 'markerRecordedEventAttributes'> {
  readonly workflowExecutionStartedEventAttributes?: {
    readonly input?: { readonly payloads?: readonly { readonly data?: Uint8Array | null }[] | null } | null
  } | null
}

/**
 * The last entry of the ledger that a run knows after one of its events: what its `record` was answered, or what it was
 * begun with. undefined for an event that says nothing of it.
 */
export const headIn = (event: Event, read: Read): number | undefined => {
  const started = event.workflowExecutionStartedEventAttributes
  if (started) {
    const input = started.input?.payloads?.[0]?.data
    return input ? (numberAt(at(at(read(input), 'carried'), 'state'), 'seq') ?? 0) : 0
  }
  return numberAt(listAt(recordAnswerIn(event, read), 'entries').at(-1), 'seq')
}
