import { newToken } from '../../db/seals/link-seal.js'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { SignIn } from '../../db/reads/sign-ins.js'
import { beginSignIn, endSignIns } from '../../db/writes/sign-ins.js'
import type { Locale } from '../../domain/locale.js'
import { actBody, takeForms } from '../act/act-body.js'
import { identifier, locale } from '../contract/scalars.js'
import { localeOf } from '../language.js'
import { signInMinutes, signInMinutesBegun, signInsPerAddress } from '../limits.js'
import { formType } from '../pages/no-page.js'
import { giveFormPage } from '../pages/page.js'
import { ownSignInPage } from '../pages/sign-in-pages.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { limitOf } from '../rate-limits.js'
import { comeBack } from '../sign-in/come-back.js'
import { cookieLine, noCookie } from '../sign-in/cookies.js'
import { markOfSignIn, protectionOf } from '../sign-in/marks.js'
import { providerOf, type Provider } from '../sign-in/provider.js'
import { returnPath } from '../sign-in/return-path.js'
import { mustBearMark, signInOf } from '../sign-in/who-asks.js'
import { namedPart } from '../named-part.js'

const open = { config: { open: true } } as const

/** Signing in with a browser: to the provider, back from it, and out again (0053). */
export const addSignIn = (app: ApiApp, parts: ApiParts): void => {
  const provider = providerOf(parts)
  const onRequest = limitOf(app, signInsPerAddress)
  const begin = z.strictObject({
    to: z.string().max(600).optional(),
    fresh: z.enum(['yes', 'no']).optional(),
    as: identifier.optional(),
  })
  app.get('/sign-in', { ...open, onRequest, schema: { querystring: begin, hide: true } }, async (request, reply) => {
    const { to, fresh, as } = request.query
    const [browser, isFresh] = [newToken(), fresh === 'yes']
    const address = await existing(provider).begin({ ...protectionOf(browser), isFresh, hint: as })
    await beginSignIn(parts.db, { browser, at: parts.clock().toISOString(), returnTo: returnPath(to), isFresh })
    const seconds = signInMinutesBegun * 60
    return reply
      .header('set-cookie', cookieLine(parts, { kind: 'signing-in', word: browser, seconds }))
      .redirect(address.href, 303)
  })
  const back = { ...open, onRequest, schema: { querystring: z.looseObject({}), hide: true } }
  app.get('/sign-in/callback', back, async (request, reply) => {
    const { token, returnTo } = await comeBack(parts, { provider: existing(provider), request })
    const seconds = signInMinutes * 60
    return reply
      .header('set-cookie', [
        cookieLine(parts, { kind: 'signed-in', word: token, seconds }),
        noCookie(parts, 'signing-in'),
      ])
      .redirect(returnTo, 303)
  })
  const look = z.strictObject({ lang: locale.optional() })
  app.get('/sign-out', { ...open, schema: { querystring: look, hide: true } }, async (request, reply) => {
    const of = await signInHere(parts, request)
    const signIn = of === undefined ? undefined : { of, mark: markOfSignIn(of) }
    const wanted = request.query.lang ?? localeOf(request.headers['accept-language'])
    return giveFormPage(reply, ownSignInPage({ locale: wanted, signIn }))
  })
  void app.register(
    namedPart('sign in', async (room) => {
      takeForms(room.withTypeProvider<ZodTypeProvider>())
      const config = { open: true, takes: formType }
      room.post('/sign-out', { config, schema: { hide: true } }, async (request, reply) =>
        signOut(parts, { request, reply, provider }),
      )
    }),
  )
}

const existing = (provider: Provider | undefined): Provider => {
  if (provider === undefined) throw notFound('sign-in with a browser')
  return provider
}

/** Who is signed in, on a page that everybody may open: one that has ended is none. */
const signInHere = (parts: ApiParts, request: FastifyRequest): Promise<SignIn | undefined> =>
  signInOf(parts, request).catch((error: unknown) => {
    if (error instanceof ProblemError && error.no.code === 'unauthenticated') return undefined
    throw error
  })

interface Leaving {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly provider: Provider | undefined
}

const signOut = async (parts: ApiParts, { request, reply, provider }: Leaving): Promise<FastifyReply> => {
  const { posted, locale: language } = actBody(request)
  const signIn = await signInHere(parts, request)
  if (signIn !== undefined) {
    mustBearMark(parts, { request, signIn, mark: posted('mark')[0] })
    const { person, id } = signIn
    await endSignIns(parts.db, { person, id, at: parts.clock().toISOString() })
  }
  return left(reply.header('set-cookie', noCookie(parts, 'signed-in')), { language, provider })
}

/** Signing out here needs nobody else: a provider that is away is only not linked. */
const left = async (
  reply: FastifyReply,
  { language, provider }: { readonly language: Locale; readonly provider: Provider | undefined },
): Promise<FastifyReply> => {
  const leave = await provider?.leave().catch(() => undefined)
  return giveFormPage(reply, ownSignInPage({ locale: language, leave: leave?.href, hasJustLeft: true }))
}
