import type { PersonId } from '../../domain/ids.js'
import { createHash } from 'node:crypto'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { originContent, verifyContent } from '../../web/work/verify.js'
import type { VerifyForm } from '../../web/work/verify-model.js'
import { fileFormType, takeForms } from '../act/act-body.js'
import { DocumentParams } from '../contract/paper.js'
import { verifiedBytesAtMost } from '../limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { mustBearFormMark } from '../sign-in/who-asks.js'
import { formWithFile, type FormFile } from '../uploads/form.js'
import { codeFound, readCode } from '../views/code-found.js'
import { originSeen } from '../views/origin-view.js'
import { asPage } from '../workplace/faces.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { namedPart } from '../named-part.js'

/** By which somebody finds out what a paper is: a form, and for each paper that is found its own page. */
export const addVerifyPages = (app: ApiApp, parts: ApiParts): void => {
  const form = { schema: pageAsks({ nothing: z.literal('yes').optional(), code: z.string().max(longest).optional() }) }
  app.get('/verify', form, async (request, reply) => {
    const { query, person } = request
    return showPage(parts, {
      request,
      reply,
      room: 'verify',
      content: async (frame) => verifyContent(await formShown(parts, { ...query, person }), frame),
    })
  })
  const found = { constraints: asPage, schema: { ...pageAsks({}), params: DocumentParams } }
  app.get('/documents/:sha256/origin', found, async (request, reply) => {
    const { sha256 } = request.params
    const origin = await originSeen(parts, { sha256, person: request.person })
    if (origin === undefined) void reply.code(404)
    else request.about = origin.base
    const base = origin === undefined ? undefined : await readBase(parts.db, { id: origin.base })
    const content = ({ locale }: { locale: 'en' | 'zh-CN' }) =>
      originContent({ sha256, origin, zone: base?.zone ?? null }, locale)
    return showPage(parts, { request, reply, room: 'verify', content })
  })
  void app.register(
    namedPart('verify page', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const config = { takes: fileFormType, marked: 'file form' } as const
      const options = { config, schema: { hide: true }, bodyLimit: verifiedBytesAtMost + 10_000 }
      room.post('/verify', options, async (request, reply) => {
        const { file, fields } = await formWithFile(request, { most: verifiedBytesAtMost, fields: 5 })
        const [typed = ''] = fields['sha256'] ?? []
        const hash = await hashOf(file)
        mustBearFormMark(parts, { request, body: fields })
        return reply.redirect(placeOf(typed, hash), 303)
      })
    }),
  )
}

const longest = 200

/** What the form shows: after a short code what it stands for, and after what is none the same signs again. */
const formShown = async (
  parts: ApiParts,
  {
    nothing,
    code: typed,
    person,
  }: { readonly nothing?: 'yes' | undefined; readonly code?: string | undefined; readonly person: PersonId },
): Promise<VerifyForm> => {
  if (typed === undefined) return { typed, found: undefined, no: nothing === 'yes' ? 'empty' : undefined }
  const { is, code } = readCode(typed)
  if (is === 'none') return { typed, found: undefined, no: 'misfit' }
  return { typed, found: await codeFound(parts, { person, code }), no: undefined }
}

/** Where what was handed in is told of: a typed code goes before a file. */
const placeOf = (typed: string, hash: string | undefined): string => {
  const { is, code } = readCode(typed)
  if (typed.trim() === '') return hash === undefined ? '/verify?nothing=yes' : `/documents/${hash}/origin`
  return is === 'whole'
    ? `/documents/${code}/origin`
    : `/verify?code=${encodeURIComponent(typed.trim().slice(0, longest))}`
}

/** The fingerprint of what comes, read to its end and kept nowhere; undefined where nothing came, or more than any paper of ours is. */
const hashOf = async ({ bytes, isCut }: FormFile): Promise<string | undefined> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const part of bytes) {
    if (!Buffer.isBuffer(part)) continue
    size += part.length
    hash.update(part)
  }
  return size === 0 || isCut() ? undefined : hash.digest('hex')
}
