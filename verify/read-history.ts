import { canonical } from './canonical.js'
import { fieldsOf, listOf, numberOf, readJson, textOf } from './entry.js'
import { sha256 } from './tree.js'

/** An entry as a workflow history holds it: its place in the stream, and a hash over what it says. */
export interface DigestedEntry {
  readonly seq: number
  readonly digest: string
}

/** A hash over what ledger and history both say of an entry: what happened, when, and by which command. */
export const digestOf = (entry: { occurredAt: string; commandId: string; event: unknown }): string =>
  sha256(`${entry.occurredAt} ${entry.commandId} ${canonical(entry.event)}`).toString('base64')

/**
 * The entries that a history (`temporal.api.history.v1.History`, binary) says were recorded: what the local activity
 * `record` answered lies in its markers. Reads the few fields it needs and passes over the rest.
 */
export const entriesToldBy = (history: Buffer): readonly DigestedEntry[] =>
  membersOf(history, field.events)
    .flatMap((event) => membersOf(event, field.marker))
    .flatMap((marker) => recordedIn(new Map(membersOf(marker, field.details).map(detailOf))))

/** Numbers of the fields, as `temporal.api` gives them. */
const field = { events: 1, marker: 25, details: 2, key: 1, value: 2, payloads: 1, data: 2 } as const

const detailOf = (entry: Buffer): readonly [string, string] => {
  const [key, value] = [membersOf(entry, field.key)[0], membersOf(entry, field.value)[0]]
  const payload = value && membersOf(value, field.payloads)[0]
  return [key?.toString('utf8') ?? '', (payload && membersOf(payload, field.data)[0]?.toString('utf8')) ?? '']
}

const recordedIn = (details: ReadonlyMap<string, string>): readonly DigestedEntry[] => {
  const valueOf = (name: string) => fieldsOf({ value: readJson(details.get(name) ?? '') }, 'value')
  if (textOf(valueOf('data'), 'activity_type') !== 'record') return []
  return listOf(valueOf('result'), 'entries').map((entry) => {
    const [occurredAt, commandId] = [textOf(entry, 'occurredAt'), textOf(entry, 'commandId')]
    return { seq: numberOf(entry, 'seq'), digest: digestOf({ occurredAt, commandId, event: entry['event'] }) }
  })
}

/** The members of one number in a message of protocol buffers that have a length; damaged ends are passed over. */
function membersOf(message: Buffer, wanted: number): readonly Buffer[] {
  const found: Buffer[] = []
  for (let at = 0; at < message.length;) {
    const tag = varint(message, at)
    at = tag.next
    const kind = tag.value & 7
    if (kind === 2) {
      const length = varint(message, at)
      const end = length.next + length.value
      if (tag.value >>> 3 === wanted && end <= message.length) found.push(message.subarray(length.next, end))
      at = end
    } else if (kind === 0) at = varint(message, at).next
    else if (kind === 1 || kind === 5) at += kind === 1 ? 8 : 4
    else return found
  }
  return found
}

const varint = (message: Buffer, from: number): { readonly value: number; readonly next: number } => {
  let value = 0
  for (let at = from, scale = 1; at < message.length; at += 1, scale *= 128) {
    const byte = message[at] ?? 0
    value += (byte & 127) * scale
    if (byte < 128) return { value, next: at + 1 }
  }
  return { value, next: message.length }
}
