import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { WorkContent, WorkFrame } from '../../web/work/model.js'
import type { Room } from '../../web/work/rooms.js'
import { locale, programmeId } from '../contract/scalars.js'
import type { ApiParts } from '../parts.js'
import { frameOf } from './frame.js'
import { giveWorkPage } from './give-work-page.js'

/** What a page takes beside what every page takes: its language, and in which rehearsal it stands. It stands in no description of the API. */
export const pageAsks = <Q extends z.ZodRawShape>(query: Q) => ({
  querystring: z.strictObject({ lang: locale.optional(), programme: programmeId.optional(), ...query }),
  hide: true,
})

interface ShownPage {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Under which room of the navigation it stands. */
  readonly room?: Room
  /**
   * What it shows, read through the views of the JSON routes with the same sight: a page has no rule of its own. What refuses throws
   * the same problem, which is drawn as a page too.
   */
  readonly content: (frame: WorkFrame) => Promise<WorkContent> | WorkContent
}

/**
 * Gives a page of the workplace. Its route asks for a sign-in like every other and is named in the same lists. Where a program is
 * answered in JSON at the same address, it is added with the constraint `asPage`, and leaves the same row in the access log.
 */
export const showPage = async (
  parts: ApiParts,
  { request, reply, room, content }: ShownPage,
): Promise<FastifyReply> => {
  const frame = await frameOf(parts, { request, room })
  return giveWorkPage(reply, { request, frame, content: await content(frame) })
}
