import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { BaseView, RecordRequest } from '../../domain/record.js'
import { testClaims } from './claims.js'
import type { Claimed } from './claimed.js'
import { noted, wasAnswered } from './command-note.js'
import { kept } from '../kept-statements.js'
import { noHash } from '../ledger.js'
import type { Head } from '../ledger.js'
import type { Database } from '../schema.js'
import { firstUngranted } from '../seals/seat-seal.js'
import { seatInForce } from '../seats.js'

type Trx = Transaction<Database>

/** What stands before a command is written: whether it was recorded before, whether its claims are granted, the locked head. */
export interface Look {
  readonly isRepeat: boolean
  /** Somebody was told an answer under its id, and no entries stand behind it. */
  readonly isAnswered: boolean
  readonly claimed: Claimed
  readonly head: Head
}

/**
 * Whether one statement can look for a command: the common case, in which a stream that has begun is asked and the only
 * thing claimed is that mandates are in force. Every round trip saved here is saved for each decision.
 */
export const fitsOneLook = ({ claims, expectedHead }: RecordRequest): boolean =>
  expectedHead > 0 && claims.every(({ claim }) => claim === 'mandate')

/**
 * Looks with one statement, and with a second one at the seals of the mandates that are claimed. What another transaction
 * committed while this one waited for the lock shows in the head alone, as a longer stream; then the caller has to look for
 * the command again.
 */
export async function lookOnce(trx: Trx, request: RecordRequest): Promise<Look> {
  const { stream, commandId, occurredAt } = request
  const mandates = request.claims.flatMap((claim) => (claim.claim === 'mandate' ? [claim.mandate] : []))
  const { rows } = await sql<Found>`
    ${kept} with held as (
      select id from mandate where id = any(${mandates}) and ${seatInForce('mandate', occurredAt)}
      for share
    ), ${noted(commandId)}, head as (select seq, hash from ledger_head where stream = ${stream} for update)
    select exists (select from ledger_entry where command_id = ${commandId}) as known,
      ${wasAnswered} as answered, array(select id from held) as held, head.seq, head.hash
    from (select) as one left join head on true`.execute(trx)
  const [found] = rows
  const missing =
    mandates.find((mandate) => found?.held.includes(mandate) !== true) ?? (await firstUngranted(trx, mandates))
  return {
    isRepeat: found?.known === true,
    isAnswered: found?.answered === true,
    claimed:
      missing === undefined
        ? { granted: true }
        : { granted: false, refusal: { code: 'mandate_not_in_force', mandate: missing } },
    head: { seq: found?.seq ?? 0, hash: found?.hash ?? noHash },
  }
}

interface Found {
  readonly known: boolean
  readonly answered: boolean
  readonly held: readonly string[]
  readonly seq: number | null
  readonly hash: string | null
}

/** Looks step by step, with every lock of a claim taken before the head of the stream is locked. */
export async function lookStepwise(trx: Trx, { request, base }: Asked): Promise<Look> {
  const { stream, commandId, occurredAt, claims, limits, expectedHead } = request
  const { rows } = await sql<Pick<Found, 'known' | 'answered'>>`
    with ${noted(commandId)}
    select exists (select from ledger_entry where command_id = ${commandId}) as known,
      ${wasAnswered} as answered`.execute(trx)
  const [isRepeat, isAnswered] = [rows[0]?.known === true, rows[0]?.answered === true]
  if (isRepeat || isAnswered) return { isRepeat, isAnswered, claimed: { granted: true }, head: noHead }
  const claimed = await testClaims(trx, { stream, occurredAt, claims, limits, base })
  if (!claimed.granted) return { isRepeat, isAnswered, claimed, head: noHead }
  return { isRepeat, isAnswered, claimed, head: await lockHead(trx, { stream, expectedHead }) }
}

interface Asked {
  readonly request: RecordRequest
  readonly base: BaseView | undefined
}

const noHead: Head = { seq: 0, hash: noHash }

async function lockHead(
  trx: Trx,
  { stream, expectedHead }: Pick<RecordRequest, 'stream' | 'expectedHead'>,
): Promise<Head> {
  if (expectedHead === 0) {
    await trx
      .insertInto('ledger_head')
      .values({ stream, ...noHead })
      .onConflict((conflict) => conflict.column('stream').doNothing())
      .execute()
  }
  const head = await trx
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('stream', '=', stream)
    .forUpdate()
    .executeTakeFirst()
  return head ?? noHead
}
