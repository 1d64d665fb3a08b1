import type { Kysely, Selectable } from 'kysely'
import type { Instant, BaseId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { ThirdPartyAnswer, ThirdPartyState } from '../../domain/third-parties.js'
import { defined } from '../../domain/values/defined.js'
import type { Database } from '../schema.js'
import type { ThirdPartyTable } from '../schema/link-tables.js'
import { tokenHash } from '../seals/link-seal.js'
import { isSealFor, sealFor, type SealedFacts } from '../seals/row-seal.js'
import { unseal } from '../sealed-person.js'
import { readCaseKey } from '../writes/case-keys.js'

type Db = Kysely<Database>

/** What is sealed of a question, so that nothing can be put in the place of another. */
export const thirdPartyPlace = (id: string, what: 'address' | 'capacity'): `third-party/${string}` =>
  `third-party/${id}/${what}`

interface SealedAnswer {
  readonly id: string
  readonly base: BaseId
  readonly activity: string
  readonly answer: ThirdPartyAnswer
  readonly ownNumber: string | null
  /** As it lies there. */
  readonly capacity: string | null
  readonly at: Instant
}

/** The seal of an answer: whoever only reaches the database makes none. */
export const thirdPartySeal = (answer: SealedAnswer): string => sealFor('third party', factsOf(answer))

const factsOf = ({ id, base, activity, answer, ownNumber, capacity, at }: SealedAnswer): SealedFacts => [
  id,
  base,
  activity,
  answer,
  ownNumber === null ? null : Number(ownNumber),
  capacity,
  new Date(at).toISOString(),
]

/** A question that was asked, found by the token of its letter. */
export interface AskedThirdParty {
  readonly id: string
  readonly base: BaseId
  readonly activity: string
  readonly language: Locale
  readonly until: Instant
  readonly isAnswered: boolean
}

/** The question of a token; undefined where there is none. */
export async function thirdPartyOfToken(db: Db, token: string): Promise<AskedThirdParty | undefined> {
  if (token === '') return undefined
  const row = await db
    .selectFrom('third_party')
    .select(['id', 'base', 'activity', 'language', 'until', 'answer'])
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  if (row === undefined || row.until === null) return undefined
  const { id, base, activity, language, until, answer } = row
  return { id, base, activity, language, until, isAnswered: answer !== null }
}

/** How the question about an activity that was answered stands, or else the newest one. */
export interface ThirdPartyOn {
  readonly id: string
  readonly state: ThirdPartyState
  readonly askedAt: Instant
  readonly until: Instant
  readonly answeredAt?: Instant
  /** What somebody counted who says that it differs. */
  readonly ownNumber?: number
  /** null where it cannot be read any more. */
  readonly capacity?: string | null
}

/** Of each activity of a base the question that was answered, or else the newest one; an answer that no process of ours wrote is none. */
export async function thirdPartiesOn(
  db: Db,
  { base, now }: { readonly base: BaseId; readonly now: Instant },
): Promise<ReadonlyMap<string, ThirdPartyOn>> {
  const rows = await db
    .selectFrom('third_party')
    .selectAll()
    .where('base', '=', base)
    .where('asked_at', 'is not', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  const key = rows.some(({ capacity }) => capacity !== null) ? await readCaseKey(db, base) : undefined
  const open = (row: Row): string | null =>
    key === undefined ? null : unseal(key, { field: thirdPartyPlace(row.id, 'capacity'), sealed: row.capacity })
  const newest = new Map<string, ThirdPartyOn>()
  for (const row of rows)
    if (newest.get(row.activity)?.answeredAt === undefined) newest.set(row.activity, standing(row, { now, open }))
  return newest
}

type Row = Selectable<ThirdPartyTable>

const standing = (row: Row, { now, open }: { now: Instant; open: (row: Row) => string | null }): ThirdPartyOn => {
  const { id, base, activity, answer, own_number: ownNumber, capacity, answered_at: at, asked_at: askedAt, until } = row
  const asked = { id, askedAt: askedAt ?? '', until: until ?? '' }
  const isOurs =
    answer !== null &&
    at !== null &&
    isSealFor('third party', {
      facts: factsOf({ id, base, activity, answer, ownNumber, capacity, at }),
      seal: row.seal,
    })
  if (isOurs)
    return {
      ...asked,
      state: answer,
      answeredAt: at,
      capacity: open(row),
      ...defined({ ownNumber: ownNumber === null ? undefined : Number(ownNumber) }),
    }
  if (row.state === 'failed') return { ...asked, state: 'not_delivered' }
  return { ...asked, state: asked.until > now ? 'waits' : 'not_answered' }
}
