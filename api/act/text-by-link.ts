import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Link } from '../../db/reads/links.js'
import { defined } from '../../domain/values/defined.js'
import type { TextForms } from '../../web/page/text-model.js'
import { readPage } from '../../web/act/pages.js'
import type { ApiParts } from '../parts.js'
import { isRehearsed } from '../programme-place.js'
import { sayOnPage } from '../text/say-on-page.js'
import { textLookedAt } from '../text/text-of-base.js'
import { redlinePdf } from '../text/redline-pdf.js'
import { textAsWord, wordType } from '../text/word-file.js'
import { nothingTyped, openOn, textOnStep, textPapers } from '../workplace/text-shown.js'
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
  const [rehearsal, papers] = await Promise.all([isRehearsed(parts, link.base), textPapers(parts, link)])
  return giveActPage(reply, readPage(body, { shown, papers, saying, no: typed.no, rehearsal }))
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

/** How the text leaves by a link: for a word processor, with or without what changed, or what changed as a paper. */
const waysOut = ['word', 'tracked', 'redline'] as const
type WayOut = (typeof waysOut)[number]

/** The way that was chosen on the page of the text; undefined: it is read as a page. */
export const wayOutIn = ({ posted }: Pick<ActBody, 'posted'>): WayOut | undefined =>
  waysOut.find((one) => one === posted('as')[0])

/** The text as a file for whoever decides about it by a link: the same bytes as the workplace gives. Without an earlier version it leaves as it stands. */
export const takeByLink = async (
  parts: ApiParts,
  { reply, body, link, as }: Omit<TextByLink, 'request'> & { readonly as: WayOut },
): Promise<FastifyReply> => {
  const { base } = link
  const [at, { shown }] = await Promise.all([textLookedAt(parts, link), textOnStep(parts, link)])
  const { text, against } = shown
  const named = (file: string): string => `attachment; filename="${base}-text-${file}"`
  if (as === 'redline' && against !== undefined) {
    const { locale: language } = body
    const bytes = await redlinePdf(parts, { at, from: against.no, to: text.no, language })
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', named(`${against.no}-${text.no}-${language}.pdf`))
      .send(bytes)
  }
  const tracked = as === 'tracked' ? defined({ against: against?.no }) : {}
  const { no, bytes } = await textAsWord(parts, { at, version: text.no, ...tracked })
  return reply
    .header('content-type', wordType)
    .header('content-disposition', named(`${no}.docx`))
    .send(bytes)
}

/** Whether a fingerprint is of the text that the step is about, made into a paper its reader sees. */
export const isPaperOfText = async (
  parts: ApiParts,
  { link, text, sha256 }: { readonly link: Link; readonly text: string | undefined; readonly sha256: string },
): Promise<boolean> => text !== undefined && (await textPapers(parts, link)).some((paper) => paper.sha256 === sha256)
