import { sql, type Kysely } from 'kysely'
import type { Instant, BaseId, ProgrammeId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { ThirdPartyAnswer } from '../../domain/third-parties.js'
import { thirdPartyPlace, thirdPartySeal } from '../reads/third-parties.js'
import type { Database } from '../schema.js'
import { questionIn } from '../outbox-id.js'
import { newToken, tokenHash } from '../seals/link-seal.js'
import { seal, unseal } from '../sealed-person.js'
import { caseKeyOf, readCaseKey } from './case-keys.js'

type Db = Kysely<Database>

interface Prepared {
  readonly id: string
  readonly base: BaseId
  readonly activity: string
  readonly address: string
  readonly language: Locale
  readonly at: Instant
}

/** Keeps to whom a question will go, sealed under the key of the base, until the ledger says that it is asked; afterwards nothing is changed. */
export async function prepareThirdParty(
  db: Db,
  { id, base, activity, address, language, at }: Prepared,
): Promise<void> {
  const sealed = seal(await caseKeyOf(db, base), { field: thirdPartyPlace(id, 'address'), text: address })
  const nothing = { asked_at: null, until: null, next_attempt_at: null, response: null, token_hash: null } as const
  const unanswered = { answer: null, own_number: null, capacity: null, answered_at: null, seal: null } as const
  await db
    .insertInto('third_party')
    .values({ id, base, activity, language, address: sealed, prepared_at: at, ...nothing, ...unanswered })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ address: sealed }).where('third_party.state', '=', 'prepared'),
    )
    .execute()
}

/** A question on its way to its reader. */
export interface OutgoingQuestion {
  readonly id: string
  readonly base: BaseId
  readonly activity: string
  readonly language: Locale
  readonly until: Instant
  readonly attempts: number
  /** As it lies there; null where it was taken away. */
  readonly sealed: string | null
  /** It is kept nowhere; each attempt has another. */
  readonly token: string
}

const [leaseSeconds, attemptsAtMost] = [60, 8]

/** Whether a question is tried once more after so many attempts. */
export const isTriedAgain = (attempts: number): boolean => attempts < attemptsAtMost

/** Takes one question that waits, with a new token of which the row keeps the hash; of several processes each gets another. */
export async function takeQuestion(db: Db, { now }: { readonly now: Instant }): Promise<OutgoingQuestion | undefined> {
  const token = newToken()
  const { rows } = await sql<Omit<OutgoingQuestion, 'token'>>`
    with due as (
      select id from third_party
      where state = 'queued' and attempts < ${attemptsAtMost} and (attempts = 0 or next_attempt_at <= ${now}::timestamptz)
      order by next_attempt_at limit 1 for update skip locked
    )
    update third_party as question set attempts = attempts + 1, token_hash = ${tokenHash(token)},
      next_attempt_at = ${now}::timestamptz + ${leaseSeconds} * interval '1 second'
    from due where question.id = due.id
    returning question.id, question.base, question.activity, question.language, question.until, question.attempts,
      question.address as sealed`.execute(db)
  const [taken] = rows
  return taken === undefined ? undefined : { ...taken, token }
}

/** Gives up what was tried as often as is allowed and of which nobody said what became of it; its address goes. */
export async function giveUpQuestions(db: Db, { now }: { readonly now: Instant }): Promise<void> {
  await sql`
    update third_party set state = 'failed', address = null, response = 'not sent: given up'
    where state = 'queued' and attempts >= ${attemptsAtMost} and next_attempt_at <= ${now}::timestamptz`.execute(db)
}

/** To whom a question goes; null where that was taken away, or its key is gone. Throws for an address that was changed. */
export async function addressOf(
  db: Db,
  { id, base, sealed }: Pick<OutgoingQuestion, 'id' | 'base' | 'sealed'>,
): Promise<string | null> {
  const key = await readCaseKey(db, base)
  return key === undefined ? null : unseal(key, { field: thirdPartyPlace(id, 'address'), sealed })
}

interface Delivered {
  readonly id: string
  readonly response: string
  readonly isSent: boolean
  /** When to try again; absent, and not sent: it is given up. */
  readonly retryAt?: Instant
}

/** Notes what the mail server said. Once the letter has left, or is given up, nobody is written to any more: the address goes. */
export async function questionDelivered(db: Db, { id, response, isSent, retryAt }: Delivered): Promise<void> {
  const ended = { state: isSent ? ('sent' as const) : ('failed' as const), address: null }
  await db
    .updateTable('third_party')
    .set({ response, ...(retryAt === undefined ? ended : { next_attempt_at: retryAt }) })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

/** A question of a base that left, as the mail speaks of it in which it was. */
interface QuestionSpokenOf {
  readonly id: string
  readonly base: BaseId
}

/** The questions of a programme that left in mails of these Message-IDs, and nobody has answered; those of an earlier attempt are none. */
export async function questionsOfMails(
  db: Db,
  { programme, messages }: { readonly programme: ProgrammeId; readonly messages: readonly string[] },
): Promise<readonly QuestionSpokenOf[]> {
  const named = messages.flatMap((one) => questionIn(one) ?? [])
  if (named.length === 0) return []
  return await db
    .selectFrom('third_party')
    .innerJoin('base', 'base.id', 'third_party.base')
    .select(['third_party.id', 'third_party.base'])
    .where('base.programme', '=', programme)
    .where('answer', 'is', null)
    .where((where) =>
      where.or(
        named.map(({ id, begins }) =>
          where.and([where('third_party.id', '=', id), where('token_hash', 'like', `${begins}%`)]),
        ),
      ),
    )
    .orderBy('third_party.id')
    .execute()
}

/** Notes that questions came back, and takes the links they carried away: whoever asked may name another address. */
export async function questionsCameBack(
  db: Db,
  { questions, response }: { readonly questions: readonly QuestionSpokenOf[]; readonly response: string },
): Promise<void> {
  if (questions.length === 0) return
  await db
    .updateTable('third_party')
    .set({ state: 'failed', address: null, token_hash: null, response })
    .where(
      'id',
      'in',
      questions.map(({ id }) => id),
    )
    .where('answer', 'is', null)
    .execute()
}

/** Takes away the address of what was prepared and was refused: nobody will be written to. */
export async function forgetPrepared(db: Db, id: string): Promise<void> {
  await db
    .updateTable('third_party')
    .set({ address: null })
    .where('id', '=', id)
    .where('state', '=', 'prepared')
    .execute()
}

/** How long what was prepared keeps its address without being asked. */
const hoursPrepared = 24

/** Takes away the addresses of what was prepared and never asked, because no answer came. */
export async function forgetUnasked(db: Db, { now }: { readonly now: Instant }): Promise<void> {
  await sql`
    update third_party set address = null where address is not null and state = 'prepared'
      and prepared_at < ${now}::timestamptz - ${hoursPrepared} * interval '1 hour'`.execute(db)
}

interface Answering {
  readonly id: string
  readonly base: BaseId
  readonly activity: string
  readonly token: string
  readonly answer: ThirdPartyAnswer
  readonly ownNumber: string | null
  readonly capacity: string
  readonly at: Instant
}

/**
 * Keeps an answer, once: of two who send at the same time one is told that it was answered. False where there is nothing to answer any
 * more.
 */
export async function keepThirdPartyAnswer(db: Db, answering: Answering): Promise<boolean> {
  const { id, base, activity, token, answer, ownNumber, at } = answering
  const capacity = seal(await caseKeyOf(db, base), { field: thirdPartyPlace(id, 'capacity'), text: answering.capacity })
  const { numUpdatedRows } = await db
    .updateTable('third_party')
    .set({
      answer,
      own_number: ownNumber,
      capacity,
      answered_at: at,
      seal: thirdPartySeal({ id, base, activity, answer, ownNumber, capacity, at }),
    })
    .where('id', '=', id)
    .where('base', '=', base)
    .where('token_hash', '=', tokenHash(token))
    .where('answer', 'is', null)
    .where('until', '>', at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a question was prepared under that name before, and not refused. */
export const isPrepared = async (db: Db, id: string): Promise<boolean> => {
  const found = await db.selectFrom('third_party').select(['state', 'address']).where('id', '=', id).executeTakeFirst()
  return found !== undefined && (found.state !== 'prepared' || found.address !== null)
}
