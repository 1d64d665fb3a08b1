import { z } from 'zod'
import { pageFields, pageOf } from './page.js'
import { identifier, instant, localText, programmeId, role } from './scalars.js'

export const PeopleQuery = z.strictObject({
  programme: programmeId.optional(),
  role: role.optional(),
  base: identifier.optional(),
  ...pageFields,
})
export const PersonResponse = z
  .object({ id: identifier, label: localText, roles: z.array(role) })
  .meta({ id: 'Person' })
export const PeopleResponse = pageOf(PersonResponse, 'People')

export const TokenRequest = z.strictObject({ person: identifier }).meta({ id: 'TokenRequest' })
export const TokenResponse = z.object({ token: z.string(), expiresAt: instant }).meta({ id: 'Token' })
export const KeysResponse = z.object({ keys: z.array(z.record(z.string(), z.unknown())) }).meta({ id: 'Keys' })
