import type { PlacedEntry } from '../../db/reads/evidence.js'

/** `entries.csv`: the entries as a table (RFC 4180), safe to open in a spreadsheet. */
export const entriesCsv = (entries: readonly PlacedEntry[]): string => csvText([columns, ...entries.map(rowOf)])

/** Rows as RFC 4180 text of which a spreadsheet runs nothing. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

const columns = [
  ...['place', 'stream', 'seq', 'occurred_at', 'recorded_at', 'effective_on', 'type', 'step', 'option', 'code'],
  ...['person', 'role', 'on_behalf_of', 'channel', 'rules', 'command', 'hash'],
]

const rowOf = (entry: PlacedEntry): readonly (string | number | null)[] => [
  ...[entry.index, entry.stream, entry.seq, entry.occurred_at, entry.recorded_at, entry.effective_on, entry.type],
  ...(['step', 'option', 'code'] as const).map((name) => fieldOf(entry.payload, name)),
  ...[entry.actor, entry.role, entry.on_behalf_of, entry.channel, entry.rules_version, entry.command_id, entry.hash],
]

const fieldOf = (payload: object, name: string): string | null => {
  const value: unknown = Object.entries(payload).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : null
}

/** A spreadsheet runs what begins like a formula; an apostrophe before it makes it text. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
