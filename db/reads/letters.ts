import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable } from 'kysely'
import { roleCodes, roles } from '../../domain/role.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { LetterState } from '../../domain/words/letters.js'
import type { Database } from '../schema.js'
import type { LetterTable } from '../schema/exchange-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
const placeRoles = roleCodes.filter((role) => roles[role].side === 'partner')
export type ListedLetter = ReturnType<typeof letterFromRow>

/** What of the letters of a base somebody may read. */
export interface LettersSeen {
  /** Only letters to people of the place, and those to this reader. Left out: all. */
  readonly forPlace?: { readonly or: string } | undefined
  /** No letters about visits of these steps, but for those to this reader. */
  readonly without?: { readonly keys: readonly StepKey[]; readonly or: string } | undefined
}

/** Letters in the order in which they were queued, of one base or of all. */
export async function listLetters(
  db: Db,
  request: PageRequest & LettersSeen & { readonly base?: string | undefined; readonly state?: LetterState | undefined },
): Promise<Page<ListedLetter>> {
  const after = keysAfter(request, ['instant', 'uuid'])
  let query = db.selectFrom('letter').selectAll().orderBy('queued_at').orderBy('id').limit(rowsFor(request))
  if (request.base !== undefined) query = query.where('base', '=', request.base)
  if (request.state !== undefined) query = query.where('state', '=', request.state)
  for (const condition of seenLetters(request)) query = query.where(condition)
  if (after !== undefined) {
    const [queuedAt, id] = after
    query = query.where(sql<boolean>`(queued_at, id) > (${queuedAt}::timestamptz, ${id}::uuid)`)
  }
  const page = pageOf(await query.execute(), { ...request, keysOf: (row) => [row.queued_at, row.id] })
  return mapPage(page, letterFromRow)
}

/** As conditions over `letter`. */
export const seenLetters = ({ forPlace, without }: LettersSeen): readonly RawBuilder<boolean>[] => [
  ...(forPlace === undefined
    ? []
    : [
        sql<boolean>`(recipient = ${forPlace.or} or exists (select from mandate
        where mandate.person = letter.recipient and mandate.base = letter.base and mandate.role = any(${placeRoles}::text[])))`,
      ]),
  ...(without === undefined || without.keys.length === 0
    ? []
    : [
        sql<boolean>`(recipient = ${without.or} or step is null or regexp_replace(step, '\\.[0-9]+$', '') <> all(${without.keys}::text[]))`,
      ]),
]

/** One letter of a base that its reader may see; undefined where there is none. */
export async function readLetter(
  db: Db,
  { base, id, ...seen }: LettersSeen & { readonly base: string; readonly id: string },
): Promise<ListedLetter | undefined> {
  let query = db.selectFrom('letter').selectAll().where('base', '=', base).where('id', '=', id)
  for (const condition of seenLetters(seen)) query = query.where(condition)
  const row = await query.executeTakeFirst()
  return row && letterFromRow(row)
}

const letterFromRow = (row: Selectable<LetterTable>) => ({
  id: row.id,
  programme: row.programme,
  base: row.base,
  seq: row.seq,
  kind: row.kind,
  step: row.step,
  recipient: row.recipient,
  language: row.language,
  facts: row.facts,
  state: row.state,
  attempts: row.attempts,
  again: row.again,
  queuedAt: row.queued_at,
  sentAt: row.sent_at,
  response: row.response,
  sentWith: row.sent_with,
  bouncedAt: row.bounced_at,
  isElsewhere: row.other_address !== null,
  undoUntil: row.undo_until,
})
