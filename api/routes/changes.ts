import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { hasPlace, lastPlace } from '../../db/reads/changes.js'
import { askingRows } from '../../db/rows-of-the-reader.js'
import { mustSeeBase } from '../auth/sight.js'
import { credentialOf } from '../changes/credential.js'
import { openFollowers } from '../changes/followers.js'
import { ChangesQuery, heardLast } from '../contract/changes.js'
import { followersAtMost, followersPerPerson, placesBehindAtMost } from '../limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { problems } from './responses.js'

const stream = {
  description: 'Events: `change` with base, number and type of an entry, and `end` with why the stream ends.',
  content: { 'text/event-stream': { schema: z.any() } },
}

/** What changes, told as it is recorded to whoever sees it (0074): by server-sent events, which a browser takes up again by itself. */
export const addChanges = (app: ApiApp, parts: ApiParts): void => {
  const followers = openFollowers(parts)
  app.addHook('preClose', async () => await followers.close())
  const schema = {
    querystring: ChangesQuery,
    response: { 200: stream, ...problems },
    tags: ['asking'],
    summary: 'What changes, as it is recorded',
  }
  // A look at its head alone would open a stream that nobody reads.
  app.get('/changes', { schema, exposeHeadRoute: false }, async (request, reply) => {
    const { person, query } = request
    const { base, programme, rehearsal = false, wait: waits } = query
    mustHaveRoom({ mine: followers.of(person), all: followers.all() })
    // Many who come at once are counted before anything is waited for.
    const giveBack = followers.reserve(person)
    const out = new PassThrough()
    try {
      if (base !== undefined) await mustSeeBase(parts, { person, base })
      const after = lastHeard(request.headers['last-event-id'], query.after)
      // A place is looked for among all: what was heard last may be of a base that is nobody's to see here any more.
      const from = await askingRows({}, async () => await placeAfter(parts, after))
      const credential = await credentialOf(parts, request)
      followers.follow({ person, wanted: { base, programme, rehearsal }, credential, from, waits, out })
    } finally {
      giveBack()
    }
    // A proxy that gathers answers before it passes them on would hold the stream back.
    return reply.header('x-accel-buffering', 'no').type('text/event-stream; charset=utf-8').send(out)
  })
}

const mustHaveRoom = ({ mine, all }: { readonly mine: number; readonly all: number }): void => {
  if (mine >= followersPerPerson)
    throw new ProblemError({ code: 'changes_full', detail: { mine: true, most: followersPerPerson } })
  if (all >= followersAtMost)
    throw new ProblemError({ code: 'changes_full', detail: { mine: false, most: followersAtMost } })
}

const lastHeard = (header: string | string[] | undefined, after: string | undefined): string | undefined => {
  const [said] = [header].flat()
  return said === undefined || said === '' ? after : said
}

/** The place behind what was heard last, or behind all there is. Refuses what stands at no place of this order, and what lies too far back. */
const placeAfter = async ({ db }: ApiParts, after: string | undefined): Promise<number> => {
  const last = await lastPlace(db)
  const size = last === undefined ? 0 : last.index + 1
  if (after === undefined) return size
  const heard = heardLast(after)
  const refused = (why: 'other_order' | 'too_far') =>
    new ProblemError({ code: 'changes_unknown', detail: { after: after.slice(0, 40), why, most: placesBehindAtMost } })
  if (heard === undefined || !(await hasPlace(db, heard))) throw refused('other_order')
  if (size - heard.index - 1 > placesBehindAtMost) throw refused('too_far')
  return heard.index + 1
}
