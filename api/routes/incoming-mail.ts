import type { BaseId } from '../../domain/ids.js'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listCorrespondence } from '../../db/reads/correspondence.js'
import { namesOf } from '../../db/reads/names.js'
import { mustHold } from '../auth/must-hold.js'
import { seenBase } from '../auth/seen-base.js'
import type { SightOfBase } from '../auth/sight.js'
import { takeMail } from '../incoming/take-mail.js'
import { BaseParams } from '../contract/base.js'
import { PageQuery } from '../contract/page.js'
import { CorrespondencePage, TakenMailResponse } from '../contract/paper.js'
import { ProgrammeParams } from '../contract/programme.js'
import { mailLimitBytes } from '../limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { lettersSeenBy } from '../views/letter-view.js'
import { problems } from './responses.js'
import { namedPart } from '../named-part.js'

const tags = ['papers']
const raw = 'message/rfc822'

/** What comes in by mail: brought by the mail server of the office, filed, and read with the letters of its base. */
export const addIncomingMail = (app: ApiApp, parts: ApiParts): void => {
  addTaking(app, parts)
  const list = {
    params: BaseParams,
    querystring: PageQuery,
    response: { 200: CorrespondencePage, ...problems },
    tags,
    summary: 'What was written to the address of a base',
  }
  app.get('/bases/:id/correspondence', { schema: list }, async ({ person, params, query }) => {
    const { found, sight } = await seenBase(parts, { person, base: params.id })
    return await correspondenceSeen(parts, { base: found.id, sight, ...query })
  })
}

/** What somebody may read of it, with the names of those whose letters are answered. */
export const correspondenceSeen = async (
  { db }: Pick<ApiParts, 'db'>,
  { base, sight, ...page }: { readonly base: BaseId; readonly sight: SightOfBase } & z.output<typeof PageQuery>,
) => {
  const { items, next } = await listCorrespondence(db, { base, ...lettersSeenBy(sight), ...page })
  const names = await namesOf(db, { people: items.flatMap(({ person }) => (person === null ? [] : [person])) })
  return {
    items: items.map((one) => ({
      ...one,
      personName: one.person === null ? null : (names.get(one.person) ?? null),
    })),
    next,
  }
}

/** No command: whoever brings a mail decides nothing, and the same mail is the same however often it comes. */
const addTaking = (app: ApiApp, parts: ApiParts): void => {
  void app.register(
    namedPart('incoming mail', async (room) => {
      room.removeAllContentTypeParsers()
      room.addContentTypeParser(raw, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      const schema = {
        params: ProgrammeParams,
        body: z.unknown(),
        tags,
        summary: 'Bring a mail that came in',
        response: { 200: TakenMailResponse, ...problems },
        consumes: [raw],
      }
      const options = { schema, bodyLimit: mailLimitBytes, config: { takes: raw } }
      room.withTypeProvider<ZodTypeProvider>().post('/programmes/:programme/mail', options, async (request) => {
        const { person, body, params } = request
        await mustHold(parts, { person, programme: params.programme, roles: ['AD'] })
        const { letters, ...taken } = await takeMail(parts, {
          programme: params.programme,
          raw: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        })
        return { ...taken, letters: [...letters] }
      })
    }),
  )
}
