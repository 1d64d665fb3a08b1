import { z } from 'zod'
import { signInMeans } from '../../domain/access.js'
import { identifier, instant, uuid } from './scalars.js'

export const SignInParams = z.strictObject({ id: uuid })

const fields = {
  id: uuid,
  means: z
    .enum(signInMeans)
    .describe(
      '`provider`: by the provider of the installation. `local`: by that of a trial, where anyone can be anyone.',
    ),
  agent: z.string().describe('Which kind of program and machine, such as `Firefox/Windows`.'),
  madeAt: instant,
  seenAt: instant.describe('When it was used last, to the minute.'),
  endsAt: instant.describe('When it ends at the latest.'),
}

export const SignInsResponse = z
  .object({ items: z.array(z.object({ ...fields, isThis: z.boolean().describe('Whether you ask by it.') })) })
  .meta({ id: 'SignIns', description: 'Where you are signed in with a browser, the newest first.' })

export const CurrentSignInResponse = z
  .object({
    person: identifier,
    ...fields,
    mark: z.string().describe('What a write by this sign-in bears in the header `X-CSRF-Token`.'),
  })
  .meta({ id: 'CurrentSignIn', description: 'The sign-in of the browser that asks.' })

export const EndedSignInsResponse = z
  .object({ person: identifier, ended: z.int().min(0) })
  .meta({ id: 'EndedSignIns', description: 'How many sign-ins of a person were ended.' })
