import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { isCommandKey, type CommandId } from '../../domain/ids.js'
import type { CommandNote } from '../../domain/record.js'
import { unsoundIn } from '../ledger.js'
import type { LedgerEntry } from '../ledger.js'
import { UnsealedEntryFault } from '../record/record-faults.js'
import { isSealFor, isUnderCurrentKey, sealFor } from './row-seal.js'
import type { Database } from '../schema.js'

type Sealed = Pick<LedgerEntry, 'stream' | 'seq' | 'command_id' | 'hash'>

/** The seal a worker puts on an entry it writes: over its place, its command and its hash. It is no part of the hash. */
export const entrySeal = (entry: Sealed): string => sealFor('ledger entry', factsOf(entry))

/** Whether an entry is as a worker wrote it: its text and fields have its hash, and its seal is true of that. */
export const isAsSealed = (entry: LedgerEntry): boolean => bearsSeal(entry) && unsoundIn(entry) === undefined

/** Whether the seal of an entry is true of its place, its command and the hash it names. */
export const bearsSeal = (entry: Sealed & Pick<LedgerEntry, 'seal'>): boolean =>
  isSealFor('ledger entry', { facts: factsOf(entry), seal: entry.seal })

const factsOf = ({ stream, seq, command_id: command, hash }: Sealed) => [stream, seq, command, hash]

interface Found {
  readonly rows: readonly LedgerEntry[]
  /** The note that came with the command under way: where some of the rows are of that command, it must be theirs. */
  readonly under: { readonly commandId?: CommandId; readonly note?: CommandNote | undefined }
}

/**
 * Lets pass what a workflow may take over from the ledger: entries that each bear a true seal, and where a person's command
 * is named, of a person of whom the door noted that command. Throws `UnsealedEntryFault` for the first other one: nobody
 * may build on it, so its stream stands still until an operator has looked.
 */
export async function mustBeSealed(db: Kysely<Database>, { rows, under }: Found): Promise<void> {
  mustBearSeals(rows)
  const sent = rows.filter(isOfPerson)
  if (sent.length === 0) return
  const notes = await notesOf(db, [...new Set(sent.map(({ command_id: id }) => id))])
  for (const row of sent) if (!isNoted(row, { sent, notes, under })) throw new UnsealedEntryFault(row)
}

interface Sent {
  /** Rows of commands of persons. */
  readonly sent: readonly LedgerEntry[]
  readonly notes: ReadonlyMap<string, Noted>
  readonly under: Found['under']
}

/**
 * Whether the door noted the command of a row: on this stream, from a person who acts in it. A crash may have taken the note of
 * the command under way and left its entries: then it is the one that came along.
 */
const isNoted = (row: LedgerEntry, { sent, notes, under }: Sent): boolean => {
  const own = row.command_id === under.commandId ? under : undefined
  const note = notes.get(row.command_id)
  if (note === undefined) return own !== undefined
  const actors = sent.flatMap(({ command_id: id, actor }) => (id === row.command_id && actor !== null ? [actor] : []))
  const isTheirs = note.stream === row.stream && (actors.length === 0 || actors.includes(note.actor))
  return isTheirs && isBodyOf(own?.note, { row, bodyHash: note.bodyHash })
}

/** The same for entries that a workflow knew once: only their seals are looked at. */
export const mustBearSeals = (rows: readonly LedgerEntry[]): void => {
  const unsealed = rows.find((row) => !isAsSealed(row))
  if (unsealed !== undefined) throw new UnsealedEntryFault(unsealed)
}

const isOfPerson = ({ command_id: id, channel }: LedgerEntry): boolean => channel !== 'machine' && isCommandKey(id)

interface Noted {
  readonly stream: string
  readonly actor: string
  readonly bodyHash: string
}

/** Bodies are marked under the key of their day, and the mark goes when its person is erased: then there is nothing to compare. */
const isBodyOf = (
  note: CommandNote | undefined,
  { row, bodyHash }: { readonly row: LedgerEntry; readonly bodyHash: string },
): boolean => note === undefined || bodyHash === '' || !isUnderCurrentKey(row.seal) || bodyHash === note.bodyHash

async function notesOf(db: Kysely<Database>, commands: readonly string[]): Promise<ReadonlyMap<string, Noted>> {
  const rows = await db
    .selectFrom('command')
    .select(['id', 'stream', 'actor', 'body_hash as bodyHash'])
    .where('id', '=', sql<string>`any(${commands}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...note }) => [id, note]))
}
