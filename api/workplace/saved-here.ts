import { randomUUID } from 'node:crypto'
import { readProgramme } from '../../db/reads/programmes.js'
import { programmeOfBase, type PersonId } from '../../domain/ids.js'
import type { SavedPage } from '../../domain/values/saved-page.js'
import { roles } from '../../domain/role.js'
import type { WorkFrame } from '../../web/work/model.js'
import type { RoleOfReader, SavedViewsHere } from '../../web/work/saved-views.js'
import type { ApiParts } from '../parts.js'
import { rolesThatShare, savedViewsSeen } from '../saved-views/saved-views.js'

interface Here {
  readonly person: PersonId
  readonly frame: WorkFrame
  /** The list of which alone views are offered; left out: views of every list. */
  readonly shows?: SavedPage
  /** What would be saved here; left out: nothing is. */
  readonly saves?: { readonly page: SavedPage; readonly asks: Readonly<Record<string, string>> }
}

/** The saved views that belong to a page: of the rehearsal it is of, or of none, so that the two never stand side by side (0069). */
export const savedHere = async (parts: ApiParts, { person, frame, shows, saves }: Here): Promise<SavedViewsHere> => {
  const found = await savedViewsSeen(parts, { person, page: shows })
  const rehearsals = await rehearsalsAmong(parts, found)
  const worldOf = ({ asks }: Asking): string | undefined => rehearsals.find((id) => id === programmeAsked(asks))
  return {
    items: found.filter((view) => worldOf(view) === frame.rehearsalHere),
    world: frame.rehearsalHere,
    saving:
      saves === undefined || frame.mark === undefined
        ? undefined
        : {
            page: saves.page,
            asks: new URLSearchParams(saves.asks).toString(),
            mark: frame.mark,
            id: randomUUID(),
            roles: await rolesOfReader(parts, { person, frame }),
          },
  }
}

interface Asking {
  readonly asks: Readonly<Record<string, string>>
}

/** The programme a view is of: what it asks for names it, or the base whose list it is. */
const programmeAsked = ({ programme, base }: Asking['asks']): string | undefined =>
  programme ?? (base === undefined ? undefined : programmeOfBase(base))

/** Whether somebody sits in a rehearsal or not any more: what is played there is never real. */
const rehearsalsAmong = async ({ db }: ApiParts, views: readonly Asking[]): Promise<readonly string[]> => {
  const asked = new Set(views.flatMap(({ asks }) => programmeAsked(asks) ?? []))
  const read = await Promise.all([...asked].map((id) => readProgramme(db, { id })))
  return read.flatMap((one) => (one?.rehearsal === true ? [one.id] : []))
}

/** The roles somebody holds in the rehearsal that is shown, or in the real programmes, each once. */
const rolesOfReader = async (
  parts: ApiParts,
  { person, frame }: Pick<Here, 'person' | 'frame'>,
): Promise<readonly RoleOfReader[]> => {
  const held = await rolesThatShare(parts, person)
  return (frame.reader?.seats ?? [])
    .filter(({ programme, rehearsal }) =>
      frame.rehearsalHere === undefined ? !rehearsal : programme === frame.rehearsalHere,
    )
    .flatMap(({ programme, label: programmeLabel }) =>
      held.flatMap(({ programme: of, role }) =>
        of === programme ? [{ programme, programmeLabel, role, label: roles[role].label }] : [],
      ),
    )
}
