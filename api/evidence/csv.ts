import type { PlacedEntry } from '../../db/reads/evidence.js'
import { csvOf } from '../../domain/csv.js'
import { exceptionRows, exceptionsIn, type ExaminedEntry } from '../../domain/exceptions.js'

/** `entries.csv`: the entries as a table (RFC 4180), safe to open in a spreadsheet. */
export const entriesCsv = (entries: readonly PlacedEntry[]): string => csvOf([columns, ...entries.map(rowOf)])

/** `exceptions.csv`: what left the usual way, by the same rule as everywhere (domain/exceptions.ts). */
export const exceptionsCsv = (entries: readonly PlacedEntry[]): string =>
  csvOf(exceptionRows(exceptionsIn(entries.map(examined))))

/** An entry as the question of exceptions needs it. */
export const examined = ({ stream, seq, occurred_at: at, payload: event }: PlacedEntry): ExaminedEntry => ({
  stream,
  seq,
  at,
  event,
})

const columns = [
  'place',
  'stream',
  'seq',
  'occurred_at',
  'recorded_at',
  'effective_on',
  'type',
  'step',
  'option',
  'code',
  'person',
  'role',
  'on_behalf_of',
  'channel',
  'rules',
  'command',
  'hash',
]

const rowOf = (entry: PlacedEntry): readonly (string | number | null)[] => [
  entry.index,
  entry.stream,
  entry.seq,
  entry.occurred_at,
  entry.recorded_at,
  entry.effective_on,
  entry.type,
  ...(['step', 'option', 'code'] as const).map((name) => fieldOf(entry.payload, name)),
  entry.actor,
  entry.role,
  entry.on_behalf_of,
  entry.channel,
  entry.rules_version,
  entry.command_id,
  entry.hash,
]

const fieldOf = (payload: object, name: string): string | null => {
  const value: unknown = Object.entries(payload).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : null
}
