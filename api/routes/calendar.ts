import type { PersonId } from '../../domain/ids.js'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { apiTokenOf, apiTokens, type ApiToken } from '../../db/reads/api-tokens.js'
import { logAccess } from '../../db/writes/access-log.js'
import { makeApiToken, revokeApiToken, useApiToken } from '../../db/writes/api-tokens.js'
import { calendarContent, type CalendarPage } from '../../web/work/calendar.js'
import { calendarWords } from '../../web/work/calendar-words.js'
import { actBody, takeForms } from '../act/act-body.js'
import { seatsInForce } from '../auth/sight.js'
import { locale } from '../contract/scalars.js'
import { everyPage } from '../every-page.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { limitByLink } from '../rate-limits.js'
import { datesAsCalendar } from '../views/dates-as-calendar.js'
import { inboxSeen } from '../views/inbox.js'
import { pageLanguage } from '../workplace/page-language.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { namedPart } from '../named-part.js'

const dayMs = 24 * 60 * 60_000
const goodDays = 366
const suffix = '.ics'

/** The page on which somebody makes and ends the address of the own dates. */
export const addCalendarPage = (app: ApiApp, parts: ApiParts): void => {
  app.get('/calendar', { schema: pageAsks({ told: z.literal('ended').optional() }) }, async (request, reply) =>
    show(parts, { request, reply, told: request.query.told }),
  )
  void app.register(
    namedPart('calendar', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      room.post(
        '/calendar',
        { config: { takes: formType, marked: 'form' }, schema: { hide: true } },
        async (request, reply) => {
          const isEnd = actBody(request).posted('do')[0] === 'end'
          await endFeeds(parts, request.person)
          if (isEnd) return reply.redirect('/calendar?told=ended', 303)
          const address = await makeFeed(parts, request)
          return show(parts, { request, reply, told: address === undefined ? undefined : { address } })
        },
      )
    }),
  )
}

interface Shown {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly told: CalendarPage['told']
}

const show = (parts: ApiParts, { request, reply, told }: Shown): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'work',
    content: async (frame) => {
      const [[feed], seats] = await Promise.all([feedsOf(parts, request.person), seatsInForce(parts, request.person)])
      return calendarContent({ feed, hasSeat: seats.length > 0, told }, frame)
    },
  })

/** The addresses somebody has that are good still: one, but for a click that came twice. */
const feedsOf = async ({ db, clock }: ApiParts, person: PersonId): Promise<readonly ApiToken[]> =>
  (await apiTokens(db, { person })).filter((one) => isFeed(one, clock().toISOString()))

const isFeed = ({ scopes, revokedAt, endsAt }: ApiToken, now: string): boolean =>
  scopes.includes('calendar') && revokedAt === null && endsAt > now

const endFeeds = async (parts: ApiParts, person: PersonId): Promise<void> => {
  const at = parts.clock().toISOString()
  for (const { id } of await feedsOf(parts, person)) await revokeApiToken(parts.db, { id, by: person, at })
}

/** A token for the own dates alone, in an address; none for whoever holds no seat. */
const makeFeed = async (parts: ApiParts, request: FastifyRequest): Promise<string | undefined> => {
  const { person } = request
  const [seat] = await seatsInForce(parts, person)
  if (seat === undefined) return undefined
  const now = parts.clock()
  const { token } = await makeApiToken(parts.db, {
    programme: seat.programme,
    person,
    name: 'calendar',
    scopes: ['calendar'],
    endsAt: new Date(now.getTime() + goodDays * dayMs).toISOString(),
    by: person,
    at: now.toISOString(),
  })
  return `${parts.config.API_PUBLIC_URL.replace(/\/$/, '')}/calendars/${token}${suffix}?lang=${pageLanguage(request)}`
}

const FeedParams = z.strictObject({ token: z.string().max(200) })
const mostDates = 500

/** What a calendar asks for: the dates of whoever made its address, as that person sees them at this moment. */
export const addCalendar = (app: ApiApp, parts: ApiParts): void => {
  const mayAsk = limitByLink(app, { perMinute: 12, linkIn: ({ params }) => tokenIn(FeedParams.parse(params).token) })
  const schema = { params: FeedParams, querystring: z.strictObject({ lang: locale.default('en') }), hide: true }
  app.get('/calendars/:token', { config: { open: true }, schema }, async (request, reply) => {
    await mayAsk(request)
    const person = await personOfFeed(parts, request.params.token)
    const { lang } = request.query
    const items = await everyPage((page) => inboxSeen(parts, { person, ...page }))
    const here = parts.config.API_PUBLIC_URL.replace(/\/$/, '')
    return reply
      .header('cache-control', 'private, no-store')
      .type('text/calendar; charset=utf-8')
      .send(
        datesAsCalendar({
          name: calendarWords[lang].feed,
          now: parts.clock().toISOString(),
          dates: items.slice(0, mostDates).map(({ base, id, title, names, dueAt }) => ({
            id: `${base}/${id}@cornerstone`,
            at: dueAt,
            title: `${title[lang]} · ${names.name[lang]}`,
            link: `${here}/bases/${base}/steps/${id}`,
          })),
        }),
      )
  })
}

/** The token of an address, with or without its ending: however the address is written, it is the same link. */
const tokenIn = (address: string): string => (address.endsWith(suffix) ? address.slice(0, -suffix.length) : address)

/** Whose dates an address is for. One that was ended, or whose maker holds no seat any more, is answered as if there were none. */
const personOfFeed = async (parts: ApiParts, address: string): Promise<string> => {
  const token = await apiTokenOf(parts.db, tokenIn(address))
  const at = parts.clock().toISOString()
  if (token === undefined || !isFeed(token, at)) throw notFound('calendar')
  const { id, person, usedAt } = token
  if ((await seatsInForce(parts, person)).length === 0) throw notFound('calendar')
  if (usedAt === null)
    await logAccess(parts.db, { at, person, kind: 'signed_in', subject: 'api_token', stream: null, object: id })
  if (usedAt === null || Date.parse(at) - Date.parse(usedAt) >= 60_000) await useApiToken(parts.db, { id, at })
  return person
}
