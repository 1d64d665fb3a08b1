import type { PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { mostSavedViews, savedViews, type SavedView, type SharedWith } from '../../db/reads/saved-views.js'
import { dropSavedView, keepSavedView } from '../../db/writes/saved-views.js'
import { roles, sharingRoles } from '../../domain/role.js'
import type { SavedPage } from '../../domain/values/saved-page.js'
import { mustActAs } from '../auth/must-hold.js'
import { seatsInForce } from '../auth/sight.js'
import type { SavedViewRequest, SavedViewResponse } from '../contract/saved-views.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'

type ShownView = z.output<typeof SavedViewResponse>

/** The views of somebody, and those that are shared with the roles somebody holds now: of one list, or of all. */
export const savedViewsSeen = async (
  parts: ApiParts,
  { person, page }: { readonly person: PersonId; readonly page?: SavedPage | undefined },
): Promise<ShownView[]> => {
  const held = await rolesThatShare(parts, person)
  const found = await savedViews(parts.db, { person, roles: held, now: parts.clock().toISOString() })
  return found.filter((one) => page === undefined || one.page === page).map((one) => shownView(one, person))
}

/** The roles somebody holds now with whose other holders views are shared, each in its programme and once. */
export const rolesThatShare = async (parts: ApiParts, person: PersonId): Promise<readonly SharedWith[]> => {
  const seats = (await seatsInForce(parts, person)).filter(({ role }) => sharingRoles.includes(role))
  return [...new Map(seats.map(({ programme, role }) => [`${programme}/${role}`, { programme, role }])).values()]
}

const shownView = ({ sharedWith, ...view }: SavedView, person: PersonId): ShownView => ({
  id: view.id,
  page: view.page,
  name: view.name,
  asks: view.asks,
  address: savedAddress(view),
  isMine: view.person === person,
  sharedWith: sharedWith === undefined ? null : { ...sharedWith, label: roles[sharedWith.role].label },
  savedAt: view.savedAt,
})

/** Where a view is seen: the address of its list with what it asks for. */
const savedAddress = ({ page, asks }: Pick<SavedView, 'page' | 'asks'>): string => {
  const { base = '', ...others } = asks
  const path = page === 'letters' ? `/bases/${encodeURIComponent(base)}/letters` : `/${page}`
  const query = new URLSearchParams(page === 'letters' ? others : asks)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

interface Keeping {
  readonly person: PersonId
  readonly id: string
  readonly request: z.output<typeof SavedViewRequest>
}

/**
 * Keeps a view of somebody, in the place of the one of that id. Refuses an id of somebody else's in the words of one that is not
 * there, sharing with a role that is not held, and one view more than are kept for one person.
 */
export const keepView = async (parts: ApiParts, { person, id, request }: Keeping): Promise<ShownView> => {
  const { page, name, asks, sharedWith } = request
  if (sharedWith !== undefined)
    await mustActAs(parts, { person, programme: sharedWith.programme, roles: [sharedWith.role] })
  const savedAt = parts.clock().toISOString()
  const view = { id, person, page, name, asks: asWords(asks), sharedWith, savedAt }
  const became = await keepSavedView(parts.db, view)
  if (became === 'full') throw new ProblemError({ code: 'saved_views_full', detail: { most: mostSavedViews } })
  if (became !== 'kept') throw notFound(`saved view ${id}`)
  return shownView(view, person)
}

/** As an address has it: what was left out asks for nothing. */
const asWords = (asks: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(asks).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

/** Takes a view of somebody away. Refuses one of somebody else's in the words of one that is not there. */
export const dropView = async (
  parts: ApiParts,
  { person, id }: { readonly person: PersonId; readonly id: string },
): Promise<void> => {
  if (!(await dropSavedView(parts.db, { id, person }))) throw notFound(`saved view ${id}`)
}
