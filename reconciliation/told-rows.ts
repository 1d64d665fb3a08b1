import type { AnyEvent } from '../domain/event.js'
import type { Instant, Sha256, PersonId } from '../domain/ids.js'
import type { Stored } from '../domain/record.js'
import { at, listAt, numberAt, recordAnswerIn, textAt, withRequests } from './facts-of.js'
import type { HistoryEvent, HistoryReading, DecodedHistory } from './facts-of.js'
import { defined } from '../domain/values/defined.js'

/** An entry with all that its row of the ledger is made of, as a history keeps it. */
export type ToldRow = Stored<AnyEvent>

/** A person's command that a workflow accepted, with what is needed to note it again. */
export interface ToldCommand {
  readonly id: string
  readonly person: PersonId
  readonly route: string
  readonly bodyHash: string
  readonly receivedAt: Instant
  readonly channel: string
  readonly command: unknown
  /** What was sent, and where to, as the door kept it; absent where the note did not bring it. */
  readonly body?: unknown
}

/** What the history of one run tells of rows that the database may have lost. */
export interface ToldByRun {
  readonly rows: readonly ToldRow[]
  /** Numbers of entries that are told without all that a row is made of: an older program kept less. */
  readonly bare: readonly number[]
  readonly commands: readonly ToldCommand[]
  /** Ids of accepted commands that came without a note. */
  readonly unnoted: readonly string[]
}

/**
 * Reads out of a history what the ledger was told in it: the answers of `record`, which hold the entries as stored, and the
 * commands with the note that came along with their sender. What an older program kept less of is told as such.
 */
export const toldIn = ({ events }: DecodedHistory, reading: HistoryReading): ToldByRun => {
  const stored = events.flatMap((event) => storedIn(event, reading))
  const commands = withRequests(events).flatMap((event) => commandIn(event, reading))
  return {
    rows: stored.flatMap(rowOf),
    bare: stored.flatMap((value) => (rowOf(value).length === 0 ? [numberAt(value, 'seq') ?? 0] : [])),
    commands: commands.flatMap((one) => ('route' in one ? [one] : [])),
    unnoted: commands.flatMap((one) => ('route' in one ? [] : [one.id])),
  }
}

/** Every entry in an answer of `record`: those it wrote, those it found, and those the workflow had not known. */
const storedIn = (event: HistoryEvent, { read }: HistoryReading): readonly unknown[] =>
  listAt(recordAnswerIn(event, read), 'entries')

const rowOf = (value: unknown): readonly ToldRow[] => {
  const [seq, version, event] = [numberAt(value, 'seq'), numberAt(value, 'schemaVersion'), at(value, 'event')]
  const [occurredAt, recordedAt, commandId] = [
    instantAt(value, 'occurredAt'),
    instantAt(value, 'recordedAt'),
    textAt(value, 'commandId'),
  ]
  const [channel, rulesVersion, run, hash] = [
    at(value, 'channel'),
    textAt(value, 'rulesVersion'),
    textAt(value, 'run'),
    hashAt(value),
  ]
  if (seq === undefined || version === undefined || occurredAt === undefined || recordedAt === undefined) return []
  if (commandId === undefined || rulesVersion === undefined || run === undefined || hash === undefined) return []
  if (!isEvent(event) || !isChannel(channel)) return []
  const [by, effectiveOn, seal] = [at(value, 'by'), textAt(value, 'effectiveOn'), textAt(value, 'seal')]
  return [
    {
      seq,
      occurredAt,
      schemaVersion: version,
      event,
      commandId,
      recordedAt,
      channel,
      rulesVersion,
      run,
      hash,
      ...defined({ by: isBy(by) ? by : undefined, effectiveOn, seal }),
    },
  ]
}

const hashAt = (value: unknown): Sha256 | undefined => {
  const hash = textAt(value, 'hash')
  return hash !== undefined && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined
}

const instantAt = (value: unknown, name: string): Instant | undefined => {
  const text = textAt(value, name)
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? text : undefined
}

/** What stands in a history was an event when it was recorded; the hash says whether it still is that one. */
const isEvent = (value: unknown): value is AnyEvent => textAt(value, 'type') !== undefined

const isChannel = (value: unknown): value is ToldRow['channel'] =>
  value === 'api' || value === 'import' || value === 'paper' || value === 'machine'

const isBy = (value: unknown): value is NonNullable<ToldRow['by']> =>
  ['person', 'role', 'onBehalfOf'].every((name) => textAt(value, name) !== undefined)

/** An accepted command, with its note where the header of its sender brought one. */
const commandIn = (
  event: HistoryEvent,
  { read, actorHeader }: HistoryReading,
): readonly (ToldCommand | { readonly id: string })[] => {
  const { protocolInstanceId: id, acceptedRequest: asked } = event.workflowExecutionUpdateAcceptedEventAttributes ?? {}
  if (!id) return []
  const header = asked?.input?.header?.fields?.[actorHeader]?.data
  const actor = header ? read(header) : undefined
  const [person, note] = [textAt(actor, 'person'), at(actor, 'note')]
  const [route, bodyHash, receivedAt] = [textAt(note, 'route'), textAt(note, 'bodyHash'), instantAt(note, 'receivedAt')]
  if (person === undefined || route === undefined || bodyHash === undefined || receivedAt === undefined) return [{ id }]
  const argument = asked?.input?.args?.payloads?.[0]?.data
  const [command, body] = [argument ? read(argument) : null, at(note, 'body')]
  const channel = textAt(actor, 'channel') ?? 'api'
  return [{ id, person, route, bodyHash, receivedAt, channel, command, ...defined({ body }) }]
}
