import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { logAccess } from '../../db/writes/access-log.js'
import { askForCode } from '../../db/writes/act-codes.js'
import { freshLetter } from '../../db/writes/links.js'
import type { Link } from '../../db/reads/links.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { soundBytes } from '../../documents/document-store.js'
import { formPage } from '../../web/act/form-page.js'
import type { FilledPage } from '../../web/act/model.js'
import { deadPage, donePage, notNowPage, openPage, stepPage, toldPage } from '../../web/act/pages.js'
import { actBody, fileFormType, takeForms, type ActBody } from '../act/act-body.js'
import { actByLink, unfilled } from '../act/act.js'
import { bringProof } from '../act/bring-proof.js'
import { faultsIn, fieldsAsked, fillingOf, optionsShown } from '../act/filling.js'
import { isFromOurPage, markOf } from '../act/from-our-page.js'
import { provenByCode } from '../act/mailed-code.js'
import { linkedBy, type Linked } from '../act/linked.js'
import { giveActPage } from '../act/page-policy.js'
import { shownStep } from '../act/subject.js'
import { readByLink, sayByLink } from '../act/text-by-link.js'
import { locale } from '../contract/scalars.js'
import { giveEmptyTables, pageWithTables, tablesFromPage, wantsEmpty } from '../forms/filled-tables.js'
import { formView } from '../forms/form-view.js'
import { localeOf } from '../language.js'
import { bodyLimitBytes, linkRequestsPerAddress, linkRequestsPerLink } from '../limits.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { isRehearsed } from '../programme-place.js'
import { limitByLink, limitOf } from '../rate-limits.js'
import { formWithFile } from '../uploads/form.js'

const open = { config: { open: true, takes: formType } } as const

/** Acting from a letter, without an account: GET shows a page that knows of no link, POST shows a step, and one POST acts (0051). */
export const addAct = (app: ApiApp, parts: ApiParts): void => {
  const query = z.strictObject({ lang: locale.optional() })
  app.get('/act', { config: { open: true }, schema: { querystring: query, hide: true } }, async (request, reply) =>
    giveActPage(reply, openPage(request.query.lang ?? localeOf(request.headers['accept-language']))),
  )
  void app.register(async (room) => {
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
    room.post('/act/fresh', hidden, async (request, reply) => {
      const { token, locale: language } = actBody(request)
      await freshLetter(parts.db, { token, at: parts.clock().toISOString() })
      return giveActPage(reply, toldPage(language, 'fresh'))
    })
  })
}

/** Fields of a form that stand before a file of it. */
const [roomForFields, fieldsAtMost] = [bodyLimitBytes, 4_000]

interface Came {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly body: ActBody
}

/** Shows what a link is for, and the form of an option once one was chosen. It only looks. */
const look = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const { reply, body } = came
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(came, linked)
  const around = await setting(parts, { link: linked.link, body })
  const { subject, view, options, chosen } = around
  if (!view.mayAct)
    return giveActPage(reply, notNowPage(body, { subject, why: view.why ? [view.why.says, view.why.next] : [] }))
  if (chosen === undefined) return giveActPage(reply, stepPage(body, { subject, options }))
  const { filling } = await fillingOf(parts, {
    ...around,
    of: linked.link,
    mark: markOf(linked.link, chosen.option),
    option: chosen,
    posted: body.posted,
  })
  return giveActPage(reply, formPage(body, { subject, filling }))
}

/** Acts, if it comes from the page that was shown for this link. */
const act = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const { request, reply, body } = came
  const linked = await entering(parts, came)
  if (linked.is === 'dead' || linked.is === 'decided') return unlinked(came, linked)
  const { link } = linked
  if (!isOurs(parts, { came, link })) return giveActPage(reply.code(403), toldPage(body.locale, 'strange'))
  if (linked.is === 'used') return unlinked(came, linked)
  const { filling, form, again } = await filled(parts, { came, link })
  if (filling === undefined) return await look(parts, came)
  const { locale: language } = body
  const { option } = filling.option
  const faults = faultsIn(form, { option, answers: filling.answers })
  if (faults.length > 0) return again({ faults, no: unfilled(link, { locale: language, option }) }, 422)
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
  const rehearsal = await isRehearsed(parts, link.base)
  return giveActPage(reply, donePage(language, { base: link.base, rehearsal, ...acted }))
}

/** Has a code sent to the address on record; what was filled in stands on the page again. */
const mailCode = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const { reply, body } = came
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(came, linked)
  const { link } = linked
  if (!isOurs(parts, { came, link })) return giveActPage(reply.code(403), toldPage(body.locale, 'strange'))
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
    return linked.is === 'live'
      ? giveActPage(reply.code(403), toldPage(body.locale, 'strange'))
      : unlinked(came, linked)
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
  return again({ no }, no === undefined ? 200 : 422)
}

/** Fills in the tables of the form from a file, or gives them empty; it only looks. */
const fillTables = async (parts: ApiParts, { request, reply }: Omit<Came, 'body'>): Promise<FastifyReply> => {
  const { file, fields: sent } = await pageWithTables(request, fieldsAtMost)
  const body = actBody({ body: sent, headers: request.headers })
  const came = { request, reply, body }
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(came, linked)
  const { link } = linked
  if (!isOurs(parts, { came, link })) return giveActPage(reply.code(403), toldPage(body.locale, 'strange'))
  const { filling, form, again } = await filled(parts, { came, link })
  if (filling === undefined || form === undefined) return await look(parts, came)
  const { posted, locale: language } = body
  const { fields } = filling
  if (wantsEmpty(posted)) return giveEmptyTables(parts, { reply, fields, step: link.step, locale: language })
  const read = await tablesFromPage({ fields, file, posted, locale: language })
  if ('no' in read) return again({ no: read.no }, 422)
  const answers = { ...filling.answers, ...read.answers }
  return again({ answers, fields: fieldsAsked(form, { option: filling.option.option, answers }) }, 200)
}

interface CameBy {
  readonly came: Came
  readonly link: Link
}

const isOurs = (parts: ApiParts, { came: { request, body }, link }: CameBy): boolean => {
  const [[option = ''], [mark = '']] = [body.posted('option'), body.posted('mark')]
  return isFromOurPage(parts, { request, link, option, mark })
}

/** The form as it was sent, and how its page is given again with something other on it. */
const filled = async (parts: ApiParts, { came: { reply, body }, link }: CameBy) => {
  const around = await setting(parts, { link, body })
  const { subject, chosen } = around
  const found =
    chosen === undefined
      ? undefined
      : await fillingOf(parts, {
          ...around,
          of: link,
          mark: markOf(link, chosen.option),
          option: chosen,
          posted: body.posted,
        })
  const again = (changes: Partial<FilledPage>, status: number): FastifyReply =>
    found === undefined
      ? reply
      : giveActPage(reply.code(status), formPage(body, { subject, filling: { ...found.filling, ...changes } }))
  return { filling: found?.filling, form: found?.form, again }
}

/** The bytes of a paper that is decided on, or the text that both sides make as a page, to whoever decides on it. */
const paper = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const { reply, body } = came
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(came, linked)
  const [sha256 = ''] = body.posted('sha256')
  const { base, documents } = linked.link
  if (!documents.includes(sha256)) throw notFound(`document ${sha256.slice(0, 64)}`)
  const { subject } = await shownStep(parts, linked.link)
  if (sha256 === subject.text) return readByLink(parts, { ...came, link: linked.link })
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
  if (linked.is !== 'live') return unlinked(came, linked)
  return readByLink(parts, { ...came, link: linked.link })
}

/** Takes what is said about the text, if it comes from the page that was shown for this link. */
const saidOfText = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const linked = await entering(parts, came)
  if (linked.is !== 'live') return unlinked(came, linked)
  const { link } = linked
  if (!isOurs(parts, { came, link })) return giveActPage(came.reply.code(403), toldPage(came.body.locale, 'strange'))
  return sayByLink(parts, { ...came, link })
}

/** Who a live link stands for is known from here on, and the first look leaves its row. */
const entering = async (parts: ApiParts, { request, body }: Came): Promise<Linked> => {
  const linked = await linkedBy(parts, body.token)
  if (linked.is === 'dead') return linked
  const { id: object, person, base } = linked.link
  request.person = person
  request.about = base
  const at = parts.clock().toISOString()
  await logAccess(parts.db, { at, person, kind: 'signed_in', subject: 'link', stream: base, object })
  return linked
}

const unlinked = ({ reply, body }: Came, { is }: Linked): FastifyReply =>
  is === 'dead' || is === 'live'
    ? giveActPage(reply.code(410), deadPage(body))
    : giveActPage(reply.code(409), toldPage(body.locale, is))

/** The step, its form, and which option was chosen. */
const setting = async (parts: ApiParts, { link, body }: { readonly link: Link; readonly body: ActBody }) => {
  const { subject, asksInterest } = await shownStep(parts, link)
  const view = await formView(parts, link)
  const options = optionsShown(view)
  const [wanted] = body.posted('option')
  const chosen = options.find(({ option, because }) => option === wanted && because === undefined)
  return { subject, asksInterest, view, options, chosen }
}
