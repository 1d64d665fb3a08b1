import { z } from 'zod'
import { stepKeys } from './who.js'
import { identifier, instant, localText, locale, personName, programmeId, role } from './scalars.js'

const Seat = z
  .object({
    id: identifier,
    programme: programmeId,
    base: identifier.nullable().describe('Null: for every base of the programme.'),
    zone: z.string().nullable().describe('IANA name of the time of its place; null: it is of no one place.'),
    baseName: localText.nullable(),
    role,
    label: localText,
    organisation: identifier,
    organisationName: personName,
    from: instant,
    until: instant.nullable(),
    lentBy: identifier.nullable().describe('In whose place one acts; null: it is one’s own seat.'),
    lentByName: personName,
    steps: stepKeys.nullable().describe('Of a lent seat: for which steps. Null: for all of the role.'),
  })
  .meta({ id: 'OwnSeat', description: 'A seat one holds now, or was lent.' })

export const MeResponse = z
  .object({
    person: identifier,
    name: personName,
    language: locale.describe('In which one’s letters are written.'),
    zone: z
      .string()
      .describe('IANA name: where the place of the only base of one’s seats is, else where the programme is.'),
    seats: z.array(Seat),
    programmes: z.array(
      z.object({
        id: programmeId,
        label: localText,
        rehearsal: z.boolean(),
        staff: z.boolean().describe('Whether one sees all bases of it.'),
      }),
    ),
  })
  .meta({ id: 'Me', description: 'Who asks, and by which seats.' })
