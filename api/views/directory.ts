import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { organisationNames, seatsOfPeople } from '../../db/reads/directory.js'
import { listPeople } from '../../db/reads/people.js'
import { basesNamed } from '../../db/reads/own-seats.js'
import { groupedBy } from '../../db/reads/grouped.js'
import { roles } from '../../domain/role.js'
import { mustHold } from '../auth/must-hold.js'
import { seesStream, sightOf } from '../auth/sight.js'
import type { DirectoryQuery, DirectoryResponse } from '../contract/directory.js'
import type { ApiParts } from '../parts.js'
import { directoryReaders } from '../read-routes.js'
import { pageView } from './page-view.js'

interface Asked {
  readonly person: PersonId
  readonly programme: ProgrammeId
  readonly query: z.output<typeof DirectoryQuery>
}

/**
 * Who holds which seat in a programme, for those who give seats, run it or examine it. A seat of a base that is closed to the reader
 * is not among them.
 */
export const directorySeen = async (
  parts: ApiParts,
  { person, programme, query }: Asked,
): Promise<z.output<typeof DirectoryResponse>> => {
  await mustHold(parts, { person, programme, roles: directoryReaders })
  const [page, sight] = await Promise.all([listPeople(parts.db, { programme, ...query }), sightOf(parts, person)])
  const held = await seatsOfPeople(parts.db, { programme, people: page.items.map(({ id }) => id) })
  const seen = held.filter(({ base }) => base === null || seesStream(sight, base))
  const names = await organisationNames(parts.db, { programme, ids: seen.map(({ organisation }) => organisation) })
  const places = await basesNamed(parts.db, [...new Set(seen.flatMap(({ base }) => base ?? []))])
  const byPerson = groupedBy(seen, (seat) => seat.person)
  const now = parts.clock().toISOString()
  return pageView(page, ({ id, name, language }) => ({
    id,
    name,
    language,
    seats: (byPerson.get(id) ?? []).map((seat) => ({
      id: seat.id,
      role: seat.role,
      roleLabel: roles[seat.role].label,
      organisation: seat.organisation,
      organisationName: names.get(seat.organisation) ?? null,
      base: seat.base,
      zone: (seat.base === null ? undefined : places.get(seat.base)?.zone) ?? null,
      from: seat.from_at,
      until: seat.until_at,
      inForce: seat.from_at <= now && (seat.until_at === null || now < seat.until_at),
      delegator: seat.delegator ?? null,
    })),
  }))
}
