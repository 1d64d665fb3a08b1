import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Link } from '../../db/reads/links.js'
import { logAccess } from '../../db/writes/access-log.js'
import { formPage } from '../../web/act/form-page.js'
import type { StepFilling } from '../../web/act/model.js'
import { deadPage, receiptPage, toldPage } from '../../web/act/pages.js'
import { formView } from '../forms/form-view.js'
import type { ApiParts } from '../parts.js'
import type { ActBody } from './act-body.js'
import { optionsShown } from './filling.js'
import { isFromOurPage, markOf } from './from-our-page.js'
import { linkedBy, type Linked } from './linked.js'
import { giveActPage } from './page-policy.js'
import { receiptOf } from './receipt.js'
import { stepFilling } from './step-filling.js'
import { shownStep } from './subject.js'

/** A form of the page of a link, on its way in. */
export interface Came {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly body: ActBody
}

interface CameBy {
  readonly came: Came
  readonly link: Link
}

/** Who a live link stands for is known from here on, and the first look leaves its row. */
export const entering = async (parts: ApiParts, { request, body }: Came): Promise<Linked> => {
  const linked = await linkedBy(parts, body.token)
  if (linked.is === 'dead') return linked
  const { id: object, person, base } = linked.link
  request.person = person
  request.about = base
  const at = parts.clock().toISOString()
  await logAccess(parts.db, { at, person, kind: 'signed_in', subject: 'link', stream: base, object })
  return linked
}

/** The page of a link by which nothing is done any more, or never was. */
export const unlinked = async (
  parts: ApiParts,
  { came: { reply, body }, linked }: { readonly came: Came; readonly linked: Linked },
): Promise<FastifyReply> => {
  if (linked.is === 'dead' || linked.is === 'live') return giveActPage(reply.code(410), deadPage(body))
  const { link, is } = linked
  if (is === 'decided') return giveActPage(reply.code(409), toldPage(body.locale, is))
  const receipt = await receiptOf(parts, { link, command: link.usedBy ?? '' })
  return giveActPage(reply.code(409), receiptPage(body.locale, { receipt, isAgain: true }))
}

/** Whether it comes from the page that was shown for this link and option. */
export const isOurs = (parts: ApiParts, { came: { request, body }, link }: CameBy): boolean => {
  const [[option = ''], [mark = '']] = [body.posted('option'), body.posted('mark')]
  return isFromOurPage(parts, { request, link, option, mark })
}

/** What comes from elsewhere than from the page of its link. */
export const strange = ({ reply, body }: Came): FastifyReply =>
  giveActPage(reply.code(403), toldPage(body.locale, 'strange'))

/** The step, its form, and which option was chosen. */
export const setting = async (parts: ApiParts, { link, body }: { readonly link: Link; readonly body: ActBody }) => {
  const { subject, asksInterest } = await shownStep(parts, link)
  const view = await formView(parts, link)
  const options = optionsShown(view)
  const [wanted] = body.posted('option')
  const chosen = options.find(({ option, because }) => option === wanted && because === undefined)
  return { subject, asksInterest, view, options, chosen }
}

/** The form as it was sent, and how its page is given again with something other on it. */
export const filled = async (parts: ApiParts, { came: { reply, body }, link }: CameBy) => {
  const around = await setting(parts, { link, body })
  const { subject, view, asksInterest, chosen: option } = around
  const found =
    option === undefined
      ? undefined
      : await stepFilling(parts, {
          of: link,
          view,
          asksInterest,
          option,
          posted: body.posted,
          mark: markOf(link, option.option),
        })
  const filling = found && { ...found.filling, asksCode: found.asksOnceMore }
  const again = (changes: Partial<StepFilling>, status: number): FastifyReply =>
    filling === undefined
      ? reply
      : giveActPage(reply.code(status), formPage(body, { subject, filling: { ...filling, ...changes } }))
  return { ...around, filling, form: found?.form, again }
}
