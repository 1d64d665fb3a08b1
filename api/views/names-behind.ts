import type { ProgrammeId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { namesOf } from '../../db/reads/names.js'
import { organisationNames } from '../../db/reads/own-seats.js'
import type { Database } from '../../db/schema.js'
import type { Name } from '../../db/schema/programme-tables.js'
import type { SightOfBase } from '../auth/sight.js'
import { sideOf } from './person-name.js'
import type { ListedEntryView } from './history-view.js'

interface Behind {
  readonly programme: ProgrammeId
  readonly entries: readonly ListedEntryView[]
  readonly sight: Pick<SightOfBase, 'sees'>
}

/** What those are called in whose place somebody acted, organisations and people, as far as their names are for the reader's eyes. */
export const namesBehind = async (
  db: Kysely<Database>,
  { programme, entries, sight }: Behind,
): Promise<ReadonlyMap<string, Name>> => {
  const told = entries.flatMap(({ onBehalfOf: id, role }) =>
    id !== null && sight.sees({ kind: 'name', person: id, side: sideOf(role) }) === 'whole' ? [id] : [],
  )
  if (told.length === 0) return new Map()
  const [organisations, people] = await Promise.all([
    organisationNames(db, { programmes: [programme] }),
    namesOf(db, { people: told }),
  ])
  return new Map(
    told.flatMap((id) => {
      const name = organisations.get(`${programme}/${id}`) ?? people.get(id)
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
}
