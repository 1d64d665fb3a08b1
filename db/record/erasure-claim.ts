import type { PersonId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { isKeptOn, keepingEnds, keptUntil, retentionRules, stepsThatKeepNames } from '../../domain/retention.js'
import { programmeDay } from '../../domain/words/hours.js'
import { answered, refused } from './claimed.js'
import type { Claimed, ClaimOf } from './claimed.js'
import { lastDayOfMemorandum } from '../reads/base-end.js'
import type { BaseEndRow } from '../reads/base-end.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>
type OfPerson = { readonly person: PersonId }

/** Whoever holds records and whoever erases them wait for each other, in whichever programmes they are. */
export const recordsLock = sql`pg_advisory_xact_lock(hashtext('cornerstone records'))`

/**
 * Whether a person may be erased: not before, not while a hold keeps the person's records or those of a base he or she
 * acted on, and not while a rule keeps them (8.13). Locks the person's key, so that no text is kept under it meanwhile.
 */
export async function testErasure(trx: Trx, { claim, occurredAt }: ClaimOf<'erasure'>): Promise<Claimed> {
  const { person } = claim
  await sql`select ${recordsLock}`.execute(trx)
  const known = await trx
    .selectFrom('person')
    .select('erased_at')
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirst()
  await trx.selectFrom('person_key').select('person').where('person', '=', person).forUpdate().execute()
  if (known !== undefined && known.erased_at !== null) return refused({ code: 'person_erased', person })
  const hold = await holdOn(trx, { person })
  if (hold !== undefined) return refused({ code: 'records_held', person, hold })
  const day = programmeDay(occurredAt)
  const kept = (await signedBy(trx, { person })).find((end) => isKeptOn(end, day))
  return answered(
    kept && {
      code: 'retention_stands',
      person,
      base: kept.base,
      keeps: retentionRules.signatures.label.en,
      until: endOfKeeping(kept) ?? 'open',
    },
  )
}

const endOfKeeping = (end: BaseEndRow): string | undefined => {
  const day = keptUntil(end)
  return day === null ? undefined : keepingEnds(day)
}

/** A hold that keeps what there is of a person, confirmed or not. */
const holdOn = async (trx: Trx, { person }: OfPerson): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select id from record_hold where state <> 'released' and (person = ${person}
      or base in (select base from step_act where step_act.person = ${person})
      or base in (select stream from text where author = ${person}))
    order by asked_at limit 1`.execute(trx)
  return rows[0]?.id
}

const signedBy = async (trx: Trx, { person }: OfPerson): Promise<readonly BaseEndRow[]> => {
  const { rows } = await sql<BaseEndRow>`
    select base.id as base, base.closed_at as "closedAt", ${lastDayOfMemorandum} as "endsOn"
    from base where id in (
      select step_act.base from step_act join step on step.base = step_act.base and step.id = step_act.step
      where step_act.person = ${person} and step.key = any(${stepsThatKeepNames}))
    order by id`.execute(trx)
  return rows
}
