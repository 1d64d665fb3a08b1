import { z } from 'zod'
import { pageFields, pageOf } from './page.js'
import { identifier, instant, locale, localText, personName, role } from './scalars.js'

export const DirectoryQuery = z.strictObject({
  role: role.optional().describe('Only who holds it.'),
  side: z.enum(['programme', 'partner']).optional().describe('Only who holds a role of this side.'),
  ...pageFields,
})

export const HeldSeat = z
  .object({
    id: identifier,
    role,
    roleLabel: localText,
    organisation: identifier,
    organisationName: personName.describe('As the register has it; null: it is not in it.'),
    base: identifier.nullable().describe('Null: the whole programme.'),
    zone: z.string().nullable().describe('IANA name of the time of its place; null: it is of no one place.'),
    from: instant,
    until: instant.nullable(),
    inForce: z.boolean().describe('Held now: begun and not ended.'),
    delegator: identifier.nullable().describe('In whose place, where the seat is lent.'),
  })
  .meta({ id: 'HeldSeat', description: 'A seat that was given and not taken back.' })

export const SeatedPerson = z
  .object({ id: identifier, name: personName, language: locale, seats: z.array(HeldSeat) })
  .meta({ id: 'SeatedPerson', description: 'Somebody with the seats he or she was given in a programme.' })

export const DirectoryResponse = pageOf(SeatedPerson, 'Directory')
