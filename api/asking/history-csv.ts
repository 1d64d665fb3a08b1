import { csvOf } from '../../domain/csv.js'
import type { ListedEntryView } from '../views/history-view.js'

/**
 * Entries as a table for a spreadsheet: RFC 4180 with a mark of UTF-8 before it, without which a spreadsheet takes Chinese
 * for Latin letters. No cell is a formula.
 */
export const historyCsv = (entries: readonly ListedEntryView[]): string =>
  `\uFEFF${csvOf([columns, ...entries.map(rowOf)])}`

const columns = [
  'seq',
  'occurred_at',
  'recorded_at',
  'effective_on',
  'type',
  'step',
  'option',
  'code',
  'doer',
  'cause',
  'person',
  'name',
  'name_local',
  'role',
  'on_behalf_of',
  'channel',
  'words',
  'rules',
  'command',
  'hash',
  'withheld',
]

const rowOf = (entry: ListedEntryView): readonly (string | number | null)[] => [
  entry.seq,
  entry.occurredAt,
  entry.recordedAt,
  entry.effectiveOn,
  entry.type,
  ...(['step', 'option', 'code'] as const).map((name) => fieldOf(entry.payload, name)),
  entry.doer,
  entry.cause?.entry ?? null,
  entry.actor,
  entry.name?.en ?? null,
  entry.name?.local ?? null,
  entry.role,
  entry.onBehalfOf,
  entry.channel,
  entry.words,
  entry.rulesVersion,
  entry.commandId,
  entry.hash,
  entry.withheld ? 'yes' : null,
]

const fieldOf = (payload: unknown, name: string): string | null => {
  if (typeof payload !== 'object' || payload === null) return null
  const value: unknown = Object.entries(payload).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : null
}
