import type { PersonId } from '../../domain/ids.js'
import { readSubscription, saveSubscription } from '../../db/writes/checkpoint-subscription.js'
import { seatsInForce } from '../auth/sight.js'
import { WriteHeaders } from '../contract/answer.js'
import { SubscriptionRequest, SubscriptionResponse } from '../contract/checkpoint.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { problems } from './responses.js'

const answer = { response: { 200: SubscriptionResponse, ...problems }, tags: ['evidence'] }
const path = '/checkpoints/subscription'

/** Whether the last checkpoint of each day comes by mail: for everybody who holds a seat, to say about himself. */
export const addSubscription = (app: ApiApp, parts: ApiParts): void => {
  const reading = { ...answer, summary: 'Whether the checkpoint of the day comes to you' }
  app.get(path, { schema: reading }, async ({ person }) => await told(parts, person))
  const saying = {
    ...answer,
    headers: WriteHeaders,
    body: SubscriptionRequest,
    summary: 'Take or end the checkpoint of the day',
  }
  app.post(path, { schema: saying }, async ({ person, body }) => {
    await mustBeSeatedAnywhere(parts, person)
    await saveSubscription(parts.db, { person, wanted: body.wanted, saidAt: parts.clock().toISOString() })
    return await told(parts, person)
  })
}

const told = async (parts: ApiParts, person: PersonId) => {
  const seats = await mustBeSeatedAnywhere(parts, person)
  const said = await readSubscription(parts.db, person)
  const isAuditor = seats.some(({ role, delegation }) => role === 'AU' && delegation === undefined)
  return { wanted: said?.wanted ?? isAuditor, saidAt: said?.said_at ?? null }
}

const mustBeSeatedAnywhere = async (parts: ApiParts, person: PersonId) => {
  const seats = await seatsInForce(parts, person)
  if (seats.length === 0) throw new ProblemError({ code: 'not_permitted', detail: {} })
  return seats
}
