import { randomUUID } from 'node:crypto'
import type { SavedPage } from '../../domain/values/saved-page.js'
import { roles } from '../../domain/role.js'
import type { WorkFrame } from '../../web/work/model.js'
import type { RoleOfReader, SavedViewsHere } from '../../web/work/saved-views.js'
import { seatsInForce } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { savedViewsSeen } from '../saved-views/saved-views.js'

interface Here {
  readonly person: string
  readonly frame: WorkFrame
  /** The list that is shown, of which alone views are offered; left out: views of every list, and none is saved here. */
  readonly of?: { readonly page: SavedPage; readonly asks: Readonly<Record<string, string>> }
}

/** The saved views that belong to a page: of the rehearsal it is of, or of none, so that the two never stand side by side (0069). */
export const savedHere = async (parts: ApiParts, { person, frame, of }: Here): Promise<SavedViewsHere> => {
  const found = await savedViewsSeen(parts, { person, page: of?.page })
  const rehearsals = new Set((frame.reader?.seats ?? []).flatMap((one) => (one.rehearsal ? [one.programme] : [])))
  const worldOf = ({ programme = '' }: Readonly<Record<string, string>>): string | undefined =>
    rehearsals.has(programme) ? programme : undefined
  return {
    items: found.filter(({ asks }) => worldOf(asks) === frame.rehearsalHere),
    saving:
      of === undefined || frame.mark === undefined
        ? undefined
        : {
            page: of.page,
            asks: new URLSearchParams(of.asks).toString(),
            mark: frame.mark,
            id: randomUUID(),
            roles: await rolesOfReader(parts, { person, frame }),
          },
  }
}

/** The roles somebody holds in the rehearsal that is shown, or in the real programmes, each once. */
const rolesOfReader = async (
  parts: ApiParts,
  { person, frame }: Pick<Here, 'person' | 'frame'>,
): Promise<readonly RoleOfReader[]> => {
  const held = await seatsInForce(parts, person)
  return (frame.reader?.seats ?? [])
    .filter(({ programme, rehearsal }) =>
      frame.rehearsalHere === undefined ? !rehearsal : programme === frame.rehearsalHere,
    )
    .flatMap(({ programme, label: programmeLabel }) =>
      [...new Set(held.flatMap((seat) => (seat.programme === programme ? [seat.role] : [])))].map((role) => ({
        programme,
        programmeLabel,
        role,
        label: roles[role].label,
      })),
    )
}
