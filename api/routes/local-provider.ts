import { z } from 'zod'
import { isKnownPerson, listPeople } from '../../db/reads/people.js'
import { roles } from '../../domain/role.js'
import { identifier, locale } from '../contract/scalars.js'
import { standingProgramme } from '../founding/seeds.js'
import { localeOf } from '../language.js'
import { grantLocally } from '../local-issuer/local-provider.js'
import { givePage } from '../pages/page.js'
import { localProviderPage } from '../pages/sign-in-pages.js'
import type { ApiApp, ApiParts } from '../parts.js'

const word = z.string().min(1).max(200)

/** Where the provider of a trial asks who somebody is; without the local issuer there is nothing of this. */
export const addLocalProvider = (app: ApiApp, parts: ApiParts): void => {
  const { localIssuer, config } = parts
  if (localIssuer === undefined) return
  const callback = new URL('/sign-in/callback', config.API_PUBLIC_URL).href
  const querystring = z.looseObject({
    client_id: z.literal('cornerstone'),
    redirect_uri: z.literal(callback),
    response_type: z.literal('code'),
    code_challenge_method: z.literal('S256'),
    code_challenge: word,
    state: word,
    nonce: word,
    login_hint: identifier.optional(),
    lang: locale.optional(),
    after: z.string().max(500).optional(),
  })
  const open = { config: { open: true }, schema: { querystring, hide: true } }
  app.get('/local-provider', open, async (request, reply) => {
    const { login_hint: person, lang = localeOf(request.headers['accept-language']), after, ...asked } = request.query
    if (person !== undefined && (await isKnownPerson(parts.db, { id: person }))) {
      const { state, nonce, code_challenge: challenge } = asked
      const grant = { person, redirect: callback, state, nonce, challenge }
      return reply.redirect(grantLocally({ ...parts, localIssuer }, grant).href, 303)
    }
    const here = (more: Readonly<Record<string, string>>): string => {
      const address = new URL(request.url, config.API_PUBLIC_URL)
      for (const name of ['login_hint', 'after']) address.searchParams.delete(name)
      for (const [name, value] of Object.entries(more)) address.searchParams.set(name, value)
      return `${address.pathname}${address.search}`
    }
    const { items, next } = await listPeople(parts.db, { programme: standingProgramme, after, limit: 200 })
    const people = items.map(({ id, name, roles: held }) => {
      const titles = [...new Set(held.map(({ role }) => roles[role].label[lang]))]
      const called = (lang === 'en' ? name?.en : name?.local) ?? id
      return { id, label: `${called} (${titles.join(', ')})`, href: here({ login_hint: id, lang }) }
    })
    const other = lang === 'en' ? 'zh-CN' : 'en'
    const more = next === null ? null : here({ after: next })
    return givePage(
      reply,
      localProviderPage({ people, others: more }, { locale: lang, otherLanguage: here({ lang: other }) }),
    )
  })
}
