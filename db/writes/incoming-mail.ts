import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Instant, BaseId, ProgrammeId } from '../../domain/ids.js'
import type { CorrespondenceWords } from '../reads/correspondence.js'
import { seal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { caseKeyOf } from './case-keys.js'
import { unlessErased } from './letters.js'
import { underKeyOf } from './person-keys.js'

type Db = Kysely<Database>

/** A letter of ours that a mail speaks of. */
export interface LetterSpokenOf {
  readonly id: string
  readonly base: BaseId
  readonly recipient: string
}

interface OfMail {
  readonly programme: ProgrammeId
  /** The Message-IDs a mail speaks of, without their brackets. */
  readonly messages: readonly string[]
}

/** The letters of a programme that left in mails of these Message-IDs. */
export async function lettersOfMails(db: Db, { programme, messages }: OfMail): Promise<readonly LetterSpokenOf[]> {
  const ids = messages.map((one) => one.split('@', 1)[0] ?? '').filter((one) => isUuid.test(one))
  if (ids.length === 0) return []
  return await db
    .selectFrom('letter')
    .select(['id', 'base', 'recipient'])
    .where('programme', '=', programme)
    .where((where) =>
      where.or([where('sent_with', 'in', ids), where.and([where('sent_with', 'is', null), where('id', 'in', ids)])]),
    )
    .orderBy('id')
    .execute()
}

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

interface CameBack {
  readonly letters: readonly LetterSpokenOf[]
  /** The code and what the other side said, without an address. */
  readonly response: string
  readonly at: Instant
}

/** Notes that letters came back, each once, and takes the links they carried away: nobody has them who should. */
export async function lettersCameBack(db: Db, { letters, response, at }: CameBack): Promise<void> {
  const ids = letters.map(({ id }) => id)
  if (ids.length === 0) return
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('letter')
      .set({ state: 'bounced', bounced_at: at, response: unlessErased(response) })
      .where('id', 'in', ids)
      .where('state', 'in', ['queued', 'sent', 'unknown'])
      .execute()
    await trx
      .updateTable('act_link')
      .set({ revoked_at: at })
      .where('letter', 'in', ids)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute()
  })
}

interface Filing {
  readonly base: BaseId
  /** The letter that is answered; absent: only the base is known. */
  readonly letter?: LetterSpokenOf | undefined
  readonly said: CorrespondenceWords
  readonly isAutomatic: boolean
  readonly files: number
  readonly mark: string
  readonly at: Instant
}

/**
 * Files what somebody wrote to the address of a base, sealed; the same mail once. `false`, and nothing is kept, where it answers the
 * letter of somebody who was erased.
 */
export async function fileCorrespondence(db: Db, filing: Filing): Promise<boolean> {
  const { base, letter, said, isAutomatic: automatic, files, mark, at: received_at } = filing
  const id = randomUUID()
  const words = { field: `correspondence/${id}`, text: JSON.stringify(said) } as const
  if (letter === undefined) {
    const body = seal(await caseKeyOf(db, base), words)
    await db
      .insertInto('correspondence')
      .values({ id, base, letter: null, person: null, automatic, files, received_at, mark, body })
      .onConflict((conflict) => conflict.columns(['base', 'mark']).doNothing())
      .execute()
    return true
  }
  const work = async (key: Parameters<typeof seal>[0]): Promise<true | undefined> => {
    // One statement: between a look for the key and the row, the person could be erased.
    const { rows } = await sql`
      with kept as (select from person_key where person = ${letter.recipient} and wrapped = ${key.wrapped}),
        made as (
          insert into correspondence (id, base, letter, person, automatic, files, received_at, mark, body)
          select ${id}::uuid, ${base}, ${letter.id}::uuid, ${letter.recipient}, ${automatic}, ${files}::integer,
            ${received_at}::timestamptz, ${mark}, ${seal(key, words)}
          from kept on conflict (base, mark) do nothing
        )
      select from kept`.execute(db)
    return rows.length === 0 ? undefined : true
  }
  return (await underKeyOf(db, { person: letter.recipient, work })) ?? false
}

/** The base of a programme that an address for answers names, in whatever case it is written there. */
export async function baseNamed(
  db: Db,
  { programme, named }: { readonly programme: ProgrammeId; readonly named: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('base')
    .select('id')
    .where('programme', '=', programme)
    .where(sql<boolean>`lower(id) = ${named.toLowerCase()}`)
    .executeTakeFirst()
  return row?.id
}

/** The letter of a base whose mail began so: the address for answers to it says that much. */
export async function letterBegun(
  db: Db,
  { base, begins }: { readonly base: BaseId; readonly begins: string },
): Promise<LetterSpokenOf | undefined> {
  return await db
    .selectFrom('letter')
    .select(['id', 'base', 'recipient'])
    .where('base', '=', base)
    .where(sql<boolean>`coalesce(sent_with, id)::text like ${`${begins.toLowerCase()}%`}`)
    .orderBy('queued_at')
    .executeTakeFirst()
}
