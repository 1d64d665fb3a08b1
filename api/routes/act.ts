import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askForCode } from '../../db/writes/act-codes.js'
import { freshLetter } from '../../db/writes/links.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { soundBytes } from '../../documents/document-store.js'
import { notNowPage, openPage, receiptPage, stepPage, toldPage } from '../../web/act/pages.js'
import { actBody, fileFormType, takeForms } from '../act/act-body.js'
import { actByLink, unfilled } from '../act/act.js'
import { bringProof } from '../act/bring-proof.js'
import { entering, filled, isOurs, strange, unlinked, type Came } from '../act/came.js'
import { faultsIn } from '../act/filling.js'
import { linkedBy } from '../act/linked.js'
import { provenByCode } from '../act/mailed-code.js'
import { giveActPage } from '../act/page-policy.js'
import { receiptOf } from '../act/receipt.js'
import { shownStep } from '../act/subject.js'
import { isPaperOfText, readByLink, sayByLink, takeByLink, wayOutIn } from '../act/text-by-link.js'
import { locale } from '../contract/scalars.js'
import { keepTyped } from '../drafts/keep-typed.js'
import { giveEmptyTables, pageWithTables, tablesFromPage, wantsEmpty } from '../forms/filled-tables.js'
import { localeOf } from '../language.js'
import { bodyLimitBytes } from '../contract/scalars.js'
import { linkRequestsPerAddress, linkRequestsPerLink } from '../limits.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { limitByLink, limitOf } from '../rate-limits.js'
import { formWithFile } from '../uploads/form.js'
import { namedPart } from '../named-part.js'

const open = { config: { open: true, takes: formType } } as const

/** Acting from a letter, without an account: GET shows a page that knows of no link, POST shows a step, and one POST acts (0051). */
export const addAct = (app: ApiApp, parts: ApiParts): void => {
  const query = z.strictObject({ lang: locale.optional() })
  app.get('/act', { config: { open: true }, schema: { querystring: query, hide: true } }, async (request, reply) =>
    giveActPage(reply, openPage(request.query.lang ?? localeOf(request.headers['accept-language']))),
  )
  void app.register(
    namedPart('act', async (room) => {
      takeForms(room.withTypeProvider<ZodTypeProvider>())
      room.addHook('onRequest', limitOf(app, linkRequestsPerAddress))
      const byLink = {
        perMinute: linkRequestsPerLink,
        linkIn: (request: FastifyRequest) => tokenHash(actBody(request).token),
      }
      const limit = limitByLink(app, byLink)
      // Of a file the fields are not read yet, so that it counts for its address alone.
      room.addHook('preHandler', async (request) =>
        request.headers['content-type']?.startsWith(fileFormType) === true ? undefined : limit(request),
      )
      const hidden = { ...open, schema: { hide: true } }
      room.post('/act', hidden, async (request, reply) => look(parts, { request, reply, body: actBody(request) }))
      room.post('/act/decisions', hidden, async (request, reply) =>
        act(parts, { request, reply, body: actBody(request) }),
      )
      room.post('/act/drafts', hidden, async (request, reply) =>
        keep(parts, { request, reply, body: actBody(request) }),
      )
      room.post('/act/codes', hidden, async (request, reply) =>
        mailCode(parts, { request, reply, body: actBody(request) }),
      )
      const files = {
        ...hidden,
        config: { open: true, takes: fileFormType },
        bodyLimit: parts.exhibits.limits.video + roomForFields,
      }
      room.post('/act/proofs', files, async (request, reply) => prove(parts, { request, reply }))
      room.post('/act/tables', files, async (request, reply) => fillTables(parts, { request, reply }))
      room.post('/act/documents', hidden, async (request, reply) =>
        paper(parts, { request, reply, body: actBody(request) }),
      )
      room.post('/act/text', hidden, async (request, reply) => text(parts, { request, reply, body: actBody(request) }))
      room.post('/act/text/items', hidden, async (request, reply) =>
        saidOfText(parts, { request, reply, body: actBody(request) }),
      )
      room.post('/act/fresh', hidden, async (request, reply) => askFresh(parts, { reply, body: actBody(request) }))
    }),
  )
}

/** Asks for a fresh letter in place of one whose link has run out. */
const askFresh = async (parts: ApiParts, { reply, body }: Pick<Came, 'reply' | 'body'>): Promise<FastifyReply> => {
  await freshLetter(parts.db, { token: body.token, at: parts.clock().toISOString() })
  return giveActPage(reply, toldPage(body.locale, 'fresh'))
}

/** Fields of a form that stand before a file of it. */
const [roomForFields, fieldsAtMost] = [bodyLimitBytes, 4_000]

/** Shows what a link is for, and the form of an option once one was chosen. It only looks. */
const look = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const { reply, body } = came
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(parts, { came, linked })
  const { subject, view, options, filling, again } = await filled(parts, { came, link: linked.link })
  if (!view.mayAct)
    return giveActPage(reply, notNowPage(body, { subject, why: view.why ? [view.why.says, view.why.next] : [] }))
  if (filling === undefined)
    return giveActPage(reply, stepPage(body, { subject, options, hasDraft: view.draft !== null }))
  return again({}, 200)
}

/** The form that came from the page shown for this link; otherwise what is answered instead. */
const formSent = async (parts: ApiParts, came: Came) => {
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return { reply: await unlinked(parts, { came, linked }) }
  const { link } = linked
  if (!isOurs(parts, { came, link })) return { reply: strange(came) }
  const { filling, form, again } = await filled(parts, { came, link })
  if (filling === undefined || form === undefined) return { reply: await look(parts, came) }
  return { link, filling, again }
}

/** Keeps what was typed, as the workplace keeps it for an account, and shows the part of the form that was asked for; nothing is decided. */
const keep = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const form = await formSent(parts, came)
  if (form.link === undefined) return form.reply
  const { link, filling, again } = form
  const { request, body } = came
  const kept = await keepTyped(parts, { request, of: link, locale: body.locale, filling })
  if ('no' in kept) return again({ no: kept.no }, 409)
  return again({ draft: kept.version, told: body.posted('save').length > 0 ? 'saved' : undefined }, 200)
}

/** Acts, if it comes from the page that was shown for this link. */
const act = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const { request, reply, body } = came
  const linked = await entering(parts, came)
  if (linked.is === 'dead' || linked.is === 'decided') return unlinked(parts, { came, linked })
  const { link } = linked
  if (!isOurs(parts, { came, link })) return strange(came)
  if (linked.is === 'used') return unlinked(parts, { came, linked })
  const { filling, form, again } = await filled(parts, { came, link })
  if (filling === undefined) return await look(parts, came)
  const { locale: language } = body
  const { option } = filling.option
  const faults = faultsIn(form, { option, answers: filling.answers })
  if (faults.length > 0) {
    // What was typed on other pages is gone where a second click finds that the first one has acted.
    const now = await linkedBy(parts, body.token)
    if (now.is !== 'live') return unlinked(parts, { came, linked: now })
    return again({ faults, no: unfilled(link, { locale: language, option }) }, 422)
  }
  const known = await provenByCode(parts, { link, filling, posted: body.posted, locale: language })
  if ('no' in known) return again({ no: known.no }, 422)
  const acted = await actByLink(parts, {
    request,
    link,
    locale: language,
    filling,
    hasForm: form !== undefined,
    ...known,
  })
  if (acted.is === 'pending') return giveActPage(reply.code(202), toldPage(language, 'pending'))
  if (acted.is === 'refused') return again({ no: acted.no }, acted.status)
  const receipt = await receiptOf(parts, { link, command: acted.command })
  return giveActPage(reply, receiptPage(language, { receipt, isAgain: false }))
}

/** Has a code sent to the address on record; what was filled in stands on the page again. */
const mailCode = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(parts, { came, linked })
  const { link } = linked
  if (!isOurs(parts, { came, link })) return strange(came)
  const { filling, again } = await filled(parts, { came, link })
  if (filling === undefined) return await look(parts, came)
  if (!filling.asksCode) return again({}, 200)
  await askForCode(parts.db, { link: link.id, at: parts.clock().toISOString() })
  return again({ isCodeSent: true }, 200)
}

/** Takes a file as proof; what was filled in goes along and stands on the page again. */
const prove = async (parts: ApiParts, { request, reply }: Omit<Came, 'body'>): Promise<FastifyReply> => {
  const { file, fields } = await formWithFile(request, { most: parts.exhibits.limits.video, fields: fieldsAtMost })
  const body = actBody({ body: fields, headers: request.headers })
  const came = { request, reply, body }
  const linked = await entering(parts, came)
  const isLive = linked.is === 'live' && isOurs(parts, { came, link: linked.link })
  if (!isLive) {
    file.bytes.resume()
    return linked.is === 'live' ? strange(came) : unlinked(parts, { came, linked })
  }
  const { link } = linked
  const no = await bringProof(parts, {
    request,
    of: link,
    door: { route: 'POST /act/proofs', channel: 'link', keyOf: (upload) => `link ${link.id} proof ${upload}` },
    locale: body.locale,
    posted: body.posted,
    file,
  })
  const { filling, again } = await filled(parts, { came, link })
  if (filling === undefined) return await look(parts, came)
  return again(no === undefined ? { told: 'brought' } : { no }, no === undefined ? 200 : 422)
}

/** Fills in the tables of the form from a file and keeps that as what is typed is kept, or gives them empty; nothing is decided. */
const fillTables = async (parts: ApiParts, { request, reply }: Omit<Came, 'body'>): Promise<FastifyReply> => {
  const { file, fields: sent } = await pageWithTables(request, fieldsAtMost)
  const body = actBody({ body: sent, headers: request.headers })
  const came = { request, reply, body }
  const form = await formSent(parts, came)
  if (form.link === undefined) return form.reply
  const { link, filling, again } = form
  const { posted, locale: language } = body
  const { asked: fields } = filling
  if (wantsEmpty(posted)) return giveEmptyTables(parts, { reply, fields, step: link.step, locale: language })
  const read = await tablesFromPage({ fields, file, posted, locale: language })
  if ('no' in read) return again({ no: read.no }, 422)
  const answers = { ...filling.answers, ...read.answers }
  const kept = await keepTyped(parts, { request, of: link, locale: language, filling: { ...filling, answers } })
  if ('no' in kept) return again({ answers, no: kept.no }, 409)
  return again({ answers, draft: kept.version, told: 'tabled' }, 200)
}

/** The bytes of a paper that is decided on, or the text that both sides make as a page, to whoever decides on it. */
const paper = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const { reply, body } = came
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(parts, { came, linked })
  const [sha256 = ''] = body.posted('sha256')
  const { link } = linked
  const { base, documents } = link
  const { subject } = await shownStep(parts, link)
  const way = wayOutIn(body)
  if (sha256 === subject.text && documents.includes(sha256))
    return way === undefined ? readByLink(parts, { ...came, link }) : takeByLink(parts, { ...came, link, as: way })
  if (!documents.includes(sha256) && !(await isPaperOfText(parts, { link, text: subject.text, sha256 })))
    throw notFound(`document ${sha256.slice(0, 64)}`)
  const bytes = await soundBytes(parts.documents, sha256)
  if (bytes === undefined) throw new ProblemError({ code: 'paper_lost', detail: { document: sha256, base } })
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${base}-${sha256.slice(0, 12)}.pdf"`)
    .send(Buffer.from(bytes))
}

/** The text that the step is about, with the section that was chosen open. It only looks. */
const text = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(parts, { came, linked })
  return readByLink(parts, { ...came, link: linked.link })
}

/** Takes what is said about the text, if it comes from the page that was shown for this link. */
const saidOfText = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(parts, { came, linked })
  const { link } = linked
  if (!isOurs(parts, { came, link })) return strange(came)
  return sayByLink(parts, { ...came, link })
}
