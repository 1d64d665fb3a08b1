import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Link } from '../../db/reads/links.js'
import type { TextForms } from '../../web/page/text-model.js'
import { readPage } from '../../web/act/pages.js'
import type { ApiParts } from '../parts.js'
import { isRehearsed } from '../programme-place.js'
import { sayOnPage } from '../text/say-on-page.js'
import { nothingTyped, openOn, textOnStep } from '../workplace/text-shown.js'
import type { ActBody } from './act-body.js'
import { markOf } from './from-our-page.js'
import { giveActPage } from './page-policy.js'

/** What stands in the place of an option on the page of the text: what is sent from there decides nothing. */
const aboutText = 'text'

interface TextByLink {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly body: ActBody
  readonly link: Link
}

type Typed = Pick<TextForms, 'typed' | 'no' | 'isKept'>

/** The text that both sides make, for whoever decides about it by a link, with fields for what he or she drafts there. */
export const readByLink = async (
  parts: ApiParts,
  { reply, body, link, ...typed }: TextByLink & Partial<Typed>,
): Promise<FastifyReply> => {
  const { shown, drafting } = await textOnStep(parts, link)
  const { token, locale: lang, posted } = body
  const along = { token, lang }
  const saying = drafting && {
    drafting,
    forms: {
      ...nothingTyped,
      ...typed,
      open: openOn(posted),
      once: randomUUID(),
      lookAt: { method: 'post' as const, action: '/act/text', along },
      sendTo: { action: '/act/text/items', along: { ...along, option: aboutText, mark: markOf(link, aboutText) } },
    },
  }
  const rehearsal = await isRehearsed(parts, link.base)
  return giveActPage(reply, readPage(body, { shown, saying, no: typed.no, rehearsal }))
}

/** Keeps what the form of that page says; the same page comes again. */
export const sayByLink = async (parts: ApiParts, by: TextByLink): Promise<FastifyReply> => {
  const { request, reply, body, link } = by
  const { shown, drafting } = await textOnStep(parts, link)
  const no = await sayOnPage(parts, {
    request,
    of: link,
    posted: body.posted,
    locale: body.locale,
    route: 'POST /act/text/items',
    text: shown.text,
    isPen: drafting?.isPen === true,
  })
  if (no === undefined) return readByLink(parts, { ...by, isKept: true })
  return readByLink(parts, { ...by, reply: reply.code(422), typed: body.posted, no })
}
