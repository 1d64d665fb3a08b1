import { z } from 'zod'
import { machineScopes, tokenScopes } from '../../domain/access.js'
import { identifier, instant, programmeId, uuid } from './scalars.js'

const longestDays = 366

export const ApiTokenParams = z.strictObject({ id: uuid })

export const ApiTokenRequest = z
  .strictObject({
    name: identifier.describe('What it is called, to know it again: letters, digits and hyphens.'),
    scopes: z
      .array(z.enum(machineScopes))
      .min(1)
      .max(machineScopes.length)
      .describe(
        '`read`: whatever its person sees. `comment`, `bring` (files and exhibits), `nominate`, `mend`, `mail` (what a mail server brings): that alone. Nothing that decides is to be had.',
      ),
    days: z.int().min(1).max(longestDays).describe('For how many days it is good.'),
  })
  .meta({ id: 'ApiTokenRequest', description: 'A token with which a machine asks in the name of a person.' })

const fields = {
  id: uuid,
  programme: programmeId,
  person: identifier.describe('In whose name it asks.'),
  name: identifier,
  scopes: z.array(z.enum(tokenScopes)),
  madeBy: identifier,
  madeAt: instant,
  endsAt: instant,
  usedAt: instant.nullable().describe('When it was used last, to the minute; null: never.'),
  revokedAt: instant.nullable(),
}

export const ApiTokensResponse = z.object({ items: z.array(z.object(fields)) }).meta({ id: 'ApiTokens' })
export const ApiTokenResponse = z.object(fields).meta({ id: 'ApiToken' })
export const MadeApiTokenResponse = z
  .object({ id: uuid, token: z.string().describe('The token, shown this once and kept nowhere.'), endsAt: instant })
  .meta({ id: 'MadeApiToken' })
