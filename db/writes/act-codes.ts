import { randomInt } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Instant, BaseId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import { addressed, type SealedReader } from '../addressed.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'
import { sealFor } from '../seals/row-seal.js'

type Db = Kysely<Database>

/** How long a code is good, how often another one may be typed, and after how long a new one is sent. */
export const [codeMinutes, codeTries, minutesBetweenCodes] = [10, 5, 2] as const

/** Eight digits: with so many tries of so many codes nobody comes upon one by guessing. */
const digits = 8

const hashOf = ({ link, code }: { readonly link: string; readonly code: string }): string =>
  sealFor('act code', [link, code])

/** Has a code sent to the address on record of the person of a link; the one that was sent before is none any more. Not sooner than two minutes after the last. */
export async function askForCode(db: Db, { link, at }: { readonly link: string; readonly at: Instant }): Promise<void> {
  await sql`
    insert into act_code as code (link, asked_at, next_attempt_at) values (${link}::uuid, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (link) do update set asked_at = excluded.asked_at, next_attempt_at = excluded.next_attempt_at, state = 'queued',
      attempts = 0, response = null, code_hash = null, made_at = null, tries = 0
    where code.asked_at <= ${at}::timestamptz - ${minutesBetweenCodes} * interval '1 minute'`.execute(db)
}

/** What became of a code that was typed. */
export type CodeTried = 'good' | 'wrong' | 'none'

/** Looks whether a code is the one that was sent. A wrong one counts, however many are tried at once; after the last try there is none. */
export async function tryCode(
  db: Db,
  { link, code, at }: { readonly link: string; readonly code: string; readonly at: Instant },
): Promise<CodeTried> {
  const hash = hashOf({ link, code })
  const { rows } = await sql<{ isGood: boolean }>`
    update act_code set tries = tries + case when code_hash = ${hash} then 0 else 1 end
    where link = ${link}::uuid and tries < ${codeTries} and made_at > ${at}::timestamptz - ${codeMinutes} * interval '1 minute'
    returning code_hash = ${hash} as "isGood"`.execute(db)
  const [row] = rows
  return row === undefined ? 'none' : row.isGood ? 'good' : 'wrong'
}

/** A code on its way to its reader. */
export interface OutgoingCode {
  readonly link: string
  readonly base: BaseId
  readonly step: string
  readonly askedAt: Instant
  readonly name: Name | null
  readonly email: string | null
  readonly language: Locale
  readonly attempts: number
  /** It is kept nowhere; each attempt has another. */
  readonly code: string
}

const leaseSeconds = 30

/** Takes what waits, each with a new code of which the row keeps the hash; several processes that ask at once get different ones. */
export async function takeCodes(db: Db, { now }: { readonly now: Instant }): Promise<OutgoingCode[]> {
  const { rows } = await sql<Omit<OutgoingCode, 'name' | 'email' | 'code'> & SealedReader>`
    with due as (
      select link from act_code where state = 'queued' and next_attempt_at <= ${now}::timestamptz
      order by next_attempt_at limit 20 for update skip locked
    ), taken as (
      update act_code code set attempts = attempts + 1,
        next_attempt_at = ${now}::timestamptz + ${leaseSeconds} * interval '1 second'
      from due where code.link = due.link returning code.*
    )
    select taken.link, taken.attempts, taken.asked_at as "askedAt", act_link.base, act_link.step, person.id as recipient, person.name,
      person.email, person.language, key.wrapped, key.wrapped_by as "wrappedBy"
    from taken
    join act_link on act_link.id = taken.link
    join person on person.id = act_link.person
    left join person_key key on key.person = person.id`.execute(db)
  const codes = rows
    .map(addressed)
    .map((row) => ({ ...row, code: String(randomInt(10 ** digits)).padStart(digits, '0') }))
  for (const { link, code } of codes)
    await db
      .updateTable('act_code')
      .set({ code_hash: hashOf({ link, code }), made_at: now, tries: 0 })
      .where('link', '=', link)
      .execute()
  return codes
}

interface Answered {
  readonly link: string
  readonly response: string
  readonly isSent: boolean
  /** When to try again; absent, and not sent: it is given up. */
  readonly retryAt?: Instant
}

/** Notes what the mail server said. */
export async function codeAnswered(db: Db, { link, response, isSent, retryAt }: Answered): Promise<void> {
  const ended = { state: isSent ? ('sent' as const) : ('failed' as const) }
  await db
    .updateTable('act_code')
    .set({ response, ...(retryAt === undefined ? ended : { next_attempt_at: retryAt }) })
    .where('link', '=', link)
    .where('state', '=', 'queued')
    .execute()
}
