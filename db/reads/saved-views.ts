import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import type { Instant, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import type { SavedPage } from '../../domain/values/saved-page.js'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'

/** A role in a programme, with whose holders a view is shared. */
export interface SharedWith {
  readonly programme: ProgrammeId
  readonly role: Role
}

/** What is sealed: how a view is called, and what the address of its page asks for. */
export interface SavedLook {
  readonly name: string
  readonly asks: Readonly<Record<string, string>>
}

/** A view as it is kept (0071). */
export interface SavedView extends SavedLook {
  readonly id: string
  readonly person: PersonId
  readonly page: SavedPage
  readonly sharedWith: SharedWith | undefined
  readonly savedAt: Instant
}

/** What is sealed, so that one view cannot be put in the place of another. */
export const savedViewPlace = (id: string): `saved-view/${string}` => `saved-view/${id}`

/** As many views as one person keeps, and as many of others as somebody is shown. */
export const mostSavedViews = 50

interface Asked {
  readonly person: PersonId
  /** The roles whose views the person is shown, each in its programme. */
  readonly roles: readonly SharedWith[]
  readonly now: Instant
}

/** The views of a person, and those that others share with the person's roles while they hold these themselves; the newest first. */
export async function savedViews(db: Kysely<Database>, { person, roles, now }: Asked): Promise<readonly SavedView[]> {
  const own = kept(db.selectFrom('saved_view').where('saved_view.person', '=', person))
  const others = kept(
    db
      .selectFrom('saved_view')
      .where('saved_view.person', '<>', person)
      .where((eb) =>
        eb.or(
          roles.map(({ programme, role }) =>
            eb.and([eb('saved_view.programme', '=', programme), eb('saved_view.role', '=', role)]),
          ),
        ),
      )
      .where(holdsItToo(now)),
  )
  const rows = await Promise.all([own.execute(), roles.length === 0 ? [] : others.execute()])
  return rows.flat().flatMap((row) => asView(row) ?? [])
}

/** Whoever shares a view with a role holds it now, or it is shown to nobody else. */
const holdsItToo = (now: Instant) => sql<boolean>`exists (
  select from mandate seat left join mandate own on own.id = seat.lends
  where seat.person = saved_view.person and seat.programme = saved_view.programme and seat.role = saved_view.role and seat.base is null
    and seat.revoked_at is null and own.revoked_at is null and seat.from_at <= ${now}::timestamptz
    and (seat.until_at is null or seat.until_at > ${now}::timestamptz)
    and (own.until_at is null or own.until_at > ${now}::timestamptz))`

const kept = (query: SelectQueryBuilder<Database, 'saved_view', object>) =>
  query
    .leftJoin('person_key as key', 'key.person', 'saved_view.person')
    .select(['saved_view.id', 'saved_view.person', 'page', 'body', 'programme', 'role', 'saved_at'])
    .select(['key.wrapped', 'key.wrapped_by as wrappedBy'])
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .limit(mostSavedViews)

type Row = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number]

const asView = (row: Row): SavedView | undefined => {
  const { id, person, page, body, programme, role, saved_at: savedAt, ...key } = row
  const text = unseal({ person, ...key }, { field: savedViewPlace(id), sealed: body })
  const look: unknown = JSON.parse(text ?? 'null')
  if (!isLook(look)) return undefined
  const sharedWith = programme === null || role === null ? undefined : { programme, role }
  return { id, person, page, ...look, sharedWith, savedAt }
}

const isLook = (value: unknown): value is SavedLook =>
  typeof value === 'object' && value !== null && 'name' in value && 'asks' in value
