import { sql } from 'kysely'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ToldCommand } from '../../reconciliation/told-rows.js'
import { isCommandKey } from '../../domain/ids.js'
import { acceptance } from '../record/command-note.js'
import { noteSeal } from '../seals/note-seal.js'
import type { Database } from '../schema.js'
import type { CommandTable } from '../schema/exchange-tables.js'
import type { Batch } from './plan-healing.js'

interface Noting {
  /** The command as its history holds it; absent where it came without a note. */
  readonly command: ToldCommand | undefined
  /** What was sent, and where to, where the note itself does not say it. */
  readonly body: unknown
  /** What the command became. */
  readonly batch: Batch
}

/** How a note came back: as it was, or against what its sender was told after the restore, or not at all. */
export type HealedNote = 'noted' | 'overruled' | 'unnoted'

/**
 * Notes a command again as accepted, with what it became, so that its sender gets the same answer as before; commands of
 * machines need no note. A note that is there stays as it is but for what the command became. What was recorded first
 * holds: a note that was skipped or refused after the restore, or that another text has under the same id, is `overruled`.
 */
export async function healNote(trx: Transaction<Database>, { command, body, batch }: Noting): Promise<HealedNote> {
  const { stream, commandId: id, rows } = batch
  if (!isCommandKey(id)) return 'noted'
  // The note gives way to a new one instead of being changed: one that was skipped is never changed, whoever asks.
  const there = await trx.deleteFrom('command').where('id', '=', id).returningAll().executeTakeFirst()
  const isOther = there !== undefined && command !== undefined && !isSameText(there, command)
  const note = there === undefined || isOther ? noteOf(command, { stream, body }) : there
  if (note === undefined) return 'unnoted'
  const became = acceptance({
    request: { commandId: id, stream: note.stream },
    rows,
    head: { seq: rows.at(-1)?.seq ?? 0 },
    recordedAt: rows[0]?.recorded_at ?? null,
  })
  await trx
    .insertInto('command')
    .values({
      ...note,
      id,
      body: JSON.stringify(note.body),
      seal: note.seal ?? noteSeal({ ...note, id }, 'left'),
      ...became,
      outcome: null,
      outcome_seal: null,
    })
    .execute()
  const toldOtherwise = there?.state === 'failed' || there?.state === 'refused'
  return toldOtherwise || isOther ? 'overruled' : 'noted'
}

const isSameText = (
  there: Pick<Selectable<CommandTable>, 'actor' | 'route' | 'body_hash'>,
  { person, route, bodyHash }: ToldCommand,
): boolean => there.actor === person && there.route === route && there.body_hash === bodyHash

/** The note as it travelled with the command. */
const noteOf = (
  command: ToldCommand | undefined,
  { stream, body }: { readonly stream: string; readonly body: unknown },
) =>
  command && {
    stream,
    route: command.route,
    actor: command.person,
    body_hash: command.bodyHash,
    body: command.body ?? body,
    received_at: command.receivedAt,
    sent_at: null,
    seal: null,
  }

/** Texts and scans that entries name and the database no longer has: no history holds them. */
export async function lostWith(
  db: Kysely<Database>,
  batches: readonly Batch[],
): Promise<{ readonly texts: readonly string[]; readonly scans: readonly string[] }> {
  const { rows } = await sql<{ texts: string[]; scans: string[] }>`
    with payload as (select value from jsonb_array_elements(${JSON.stringify(
      batches.flatMap(({ rows: some }) => some.map(({ payload }) => payload)),
    )}::jsonb)),
    named as (
      select distinct said ->> 'id' as text from payload,
        lateral (values (value -> 'reason'), (value -> 'text'), (value -> 'number'), (value -> 'words'), (value #> '{paper,number}'), (value #> '{form,content}')) as any_of (said)
      where said ->> 'id' is not null),
    scanned as (select distinct coalesce(value ->> 'scan', value #>> '{paper,scan}') as scan from payload)
    select array(select text from named where not exists (select from text kept where kept.id::text = named.text)
        order by text) as texts,
      array(select scan from scanned where scan is not null
        and not exists (select from scan kept where kept.sha256 = scanned.scan) order by scan) as scans`.execute(db)
  return rows[0] ?? { texts: [], scans: [] }
}
