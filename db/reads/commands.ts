import type { Kysely, Selectable } from 'kysely'
import { isAcceptedSealed, isOutcomeSealed } from '../seals/answer-seals.js'
import { sealedFate } from '../seals/note-seal.js'
import type { Database } from '../schema.js'
import type { CommandState, CommandTable } from '../schema/exchange-tables.js'

type Db = Kysely<Database>
export type NotedCommand = ReturnType<typeof commandFromRow>

/** What is known of a command; undefined when none of that id has come in. The id must be a UUID. */
export async function readCommand(db: Db, { id }: { id: string }): Promise<NotedCommand | undefined> {
  const row = await db.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirst()
  return row && commandFromRow(row)
}

/** A command as the rest of the program reads it. */
export const commandFromRow = (row: Selectable<CommandTable>) => {
  const said = vouchedFor(row)
  return {
    id: row.id,
    stream: row.stream,
    route: row.route,
    actor: row.actor,
    bodyHash: row.body_hash,
    body: row.body,
    receivedAt: row.received_at,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
    ...said,
    state: stateBy(said, row.state),
  }
}

/** What of a row is vouched for, each seal looked at once. */
const vouchedFor = (row: Selectable<CommandTable>) => ({
  /** That it came in, or that it has left; undefined for a note that neither the API nor a worker made. */
  sealed: sealedFate(row),
  /** What it became, as `record` vouches for it; null where it became nothing, or somebody else said so. */
  accepted: isTrulyAccepted(row) ? row.accepted : null,
  /** What its sender was told, as the API vouches for it. */
  outcome: isTrulyTold(row) ? row.outcome : null,
})

/** How a command stands as far as that is vouched for: what nobody of ours answered has left, or has not. */
const stateBy = ({ sealed, accepted, outcome }: ReturnType<typeof vouchedFor>, state: CommandState): CommandState => {
  if (outcome !== null) return state
  if (accepted !== null) return 'accepted'
  return sealed === 'left' ? 'sent' : 'unsent'
}

type Answered = Pick<
  Selectable<CommandTable>,
  'id' | 'stream' | 'state' | 'accepted' | 'accepted_seal' | 'outcome' | 'outcome_seal'
>

/** Whether all that a row says of its answer was said by whoever may say it. */
export const isVouchedFor = (row: Answered): boolean => isTrulyAccepted(row) && isTrulyTold(row)

const isTrulyAccepted = ({ id, stream, accepted, accepted_seal: seal }: Answered): boolean =>
  accepted === null || isAcceptedSealed({ id, stream, ...accepted }, seal)

const isTrulyTold = (row: Answered): boolean => row.outcome === null || isOutcomeSealed(row, row.outcome_seal)
