import { z } from 'zod'
import {
  PasskeyActRequest,
  PasskeyAskedResponse,
  PasskeyParams,
  PasskeyRequest,
  PasskeyResponse,
  PasskeysResponse,
} from '../contract/passkeys.js'
import { actAnnounced } from '../passkeys/act.js'
import { askForAct, askForKey } from '../passkeys/ask.js'
import { mustKeepKeys, passkeysSeen, removePasskey, takePasskey } from '../passkeys/passkeys.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { problems } from './responses.js'

const tags = ['records']

/** Passkeys (0073): one's own, made and removed by whoever has just signed in, and asked for one act each. */
export const addPasskeys = (app: ApiApp, parts: ApiParts): void => {
  const list = { response: { 200: PasskeysResponse, ...problems }, tags, summary: 'Your passkeys' }
  app.get('/passkeys', { schema: list }, async ({ person }) => ({ items: await passkeysSeen(parts, person) }))
  const ask = {
    body: z.strictObject({}),
    response: { 200: PasskeyAskedResponse, ...problems },
    tags,
    summary: 'Begin a new passkey',
  }
  app.post('/passkeys/registrations', { schema: ask }, async (request) => {
    mustKeepKeys(parts, request)
    return { options: { ...(await askForKey(parts, request.person)) } }
  })
  const take = {
    body: PasskeyRequest,
    response: { 201: PasskeyResponse, ...problems },
    tags,
    summary: 'Keep a new passkey',
  }
  app.post('/passkeys', { schema: take }, async (request, reply) => {
    mustKeepKeys(parts, request)
    return reply.code(201).send(await takePasskey(parts, { person: request.person, request: request.body }))
  })
  const prove = {
    body: PasskeyActRequest,
    response: { 200: PasskeyAskedResponse, ...problems },
    tags,
    summary: 'Ask a passkey about one act',
    description:
      'What the authenticator answers goes with the act: JSON in base64url in the header `Passkey-Assertion`, in a form the field `passkey`. An act that was sent already is sent again without it.',
  }
  app.post('/passkeys/challenges', { schema: prove }, async ({ person, body }) => ({
    options: { ...(await askForAct(parts, { person, act: actAnnounced(person, body) })) },
  }))
  const remove = {
    params: PasskeyParams,
    response: { 204: z.null().describe('Removed.'), ...problems },
    tags,
    summary: 'Remove a passkey',
  }
  app.delete('/passkeys/:id', { schema: remove }, async (request, reply) => {
    mustKeepKeys(parts, request)
    await removePasskey(parts, { person: request.person, id: request.params.id })
    return reply.code(204).send(null)
  })
}
