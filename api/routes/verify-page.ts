import { createHash } from 'node:crypto'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { originContent, verifyContent } from '../../web/work/verify.js'
import { fileFormType, takeForms } from '../act/act-body.js'
import { DocumentParams } from '../contract/paper.js'
import { sha256 as fingerprint } from '../contract/scalars.js'
import { verifiedBytesAtMost } from '../limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { mustBearFormMark } from '../sign-in/who-asks.js'
import { formWithFile, type FormFile } from '../uploads/form.js'
import { originSeen } from '../views/origin-view.js'
import { asPage } from '../workplace/faces.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

/** By which somebody finds out what a paper is: a form, and for each paper that is found its own page. */
export const addVerifyPages = (app: ApiApp, parts: ApiParts): void => {
  const form = { schema: pageAsks({ nothing: z.literal('yes').optional() }) }
  app.get('/verify', form, async (request, reply) =>
    showPage(parts, {
      request,
      reply,
      room: 'verify',
      content: (frame) => verifyContent({ isNothing: request.query.nothing === 'yes' }, frame),
    }),
  )
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
  void app.register(async (plain) => {
    const room = plain.withTypeProvider<ZodTypeProvider>()
    takeForms(room)
    const config = { takes: fileFormType, marked: 'file form' } as const
    const options = { config, schema: { hide: true }, bodyLimit: verifiedBytesAtMost + 10_000 }
    room.post('/verify', options, async (request, reply) => {
      const { file, fields } = await formWithFile(request, { most: verifiedBytesAtMost, fields: 5 })
      const [typed = ''] = fields['sha256'] ?? []
      const hash = await hashOf(file)
      mustBearFormMark(parts, { request, body: fields })
      const asked = fingerprint.safeParse(typed.trim() === '' ? hash : typed.trim().toLowerCase())
      return reply.redirect(asked.success ? `/documents/${asked.data}/origin` : '/verify?nothing=yes', 303)
    })
  })
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
