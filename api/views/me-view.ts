import type { PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { namesOf } from '../../db/reads/names.js'
import { basesNamed, organisationNames, readPerson } from '../../db/reads/own-seats.js'
import type { PersonMandate } from '../../db/reads/people.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { roles } from '../../domain/role.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { seatsInForce, sightOf } from '../auth/sight.js'
import type { MeResponse } from '../contract/me.js'
import type { ApiParts } from '../parts.js'
import { namesByKind } from './base-view.js'

type Me = z.output<typeof MeResponse>

/** Who asks, as everybody may know himself or herself: the seats in force, and the programmes they are of. */
export const meView = async (parts: ApiParts, person: PersonId): Promise<Me> => {
  const { db } = parts
  const [known, seats, sight] = await Promise.all([
    readPerson(db, { id: person }),
    seatsInForce(parts, person),
    sightOf(parts, person),
  ])
  const programmes = [...new Set(seats.map(({ programme }) => programme))].toSorted()
  const bases = [...new Set(seats.flatMap(({ base }) => base ?? []))]
  const lenders = seats.flatMap(({ delegation }) => delegation?.delegator ?? [])
  const [organisations, named, names, found] = await Promise.all([
    organisationNames(db, { programmes }),
    basesNamed(db, bases),
    namesOf(db, { people: lenders }),
    Promise.all(programmes.map((id) => readProgramme(db, { id }))),
  ])
  const zones = bases.flatMap((base) => named.get(base)?.zone ?? [])
  return {
    person,
    name: known?.name ?? null,
    language: known?.language ?? 'en',
    zone: zoneOf({ zones, isStaff: sight.programmes.length > 0 }),
    seats: seats.map((seat) => ({
      ...seatSeen(seat),
      zone: (seat.base === undefined ? undefined : named.get(seat.base)?.zone) ?? null,
      baseName: seat.base === undefined ? null : namesByKind(named.get(seat.base)?.names ?? null, seat.base).name,
      organisationName: organisations.get(`${seat.programme}/${seat.organisation}`) ?? null,
      lentByName: names.get(seat.delegation?.delegator ?? '') ?? null,
    })),
    programmes: found.flatMap((one) =>
      one === undefined
        ? []
        : [{ id: one.id, label: one.label, rehearsal: one.rehearsal, staff: sight.programmes.includes(one.id) }],
    ),
  }
}

/** By which clock somebody reads hours: of the one place he or she acts for, else of the programme. */
const zoneOf = ({ zones, isStaff }: { readonly zones: readonly string[]; readonly isStaff: boolean }): string => {
  const [zone, ...others] = [...new Set(zones)]
  return isStaff || zone === undefined || others.length > 0 ? programmeZone : zone
}

const seatSeen = ({ id, programme, base, role, organisation, from, until, delegation }: PersonMandate) => ({
  id,
  programme,
  base: base ?? null,
  role,
  label: roles[role].label,
  organisation,
  from,
  until: until ?? null,
  lentBy: delegation?.delegator ?? null,
  steps: delegation?.steps === undefined ? null : [...delegation.steps],
})
