import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildApi } from '../../api/app.js'
import type { ApiApp } from '../../api/parts.js'
import { unwatchedRoutes, watchedRoutes } from '../../api/watched-routes.js'
import { anApi } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
let production: ApiApp
beforeAll(async () => {
  api = await anApi('what is open in production')
  const { localIssuer: _, ...parts } = api.parts
  const { MAILBOX_SMTP_PORT: __, ...config } = parts.config
  const provider = { OIDC_ISSUER: 'https://127.0.0.1:1', OIDC_CLIENT_ID: 'bases' }
  production = await buildApi({ ...parts, config: { ...config, ...provider, MODE: 'production' } })
})
afterAll(async () => {
  await production.close()
  await api.close()
})

/** By hand, line by line (0045): what is read without a token in production. */
const open = [
  '/',
  '/act',
  '/calendars/:token',
  '/confirm',
  '/sign-in',
  '/sign-in/callback',
  '/sign-out',
  '/health/live',
  '/health/ready',
  '/openapi.json',
  '/checkpoints',
  '/checkpoints/latest',
  '/checkpoints/keys',
  '/checkpoints/witnesses',
  '/witness/:origin/checkpoint',
]
/** There in a trial alone. */
const trial = [
  '/docs',
  '/docs/',
  '/docs/js/scalar.js',
  '/people',
  '/local-provider',
  '/.well-known/jwks.json',
  '/mailbox-messages',
  '/mailbox',
  '/mailbox/:id',
]

const reads = [...Object.keys(watchedRoutes), ...unwatchedRoutes.flatMap(({ routes }) => routes)]
  .filter((name) => name.startsWith('GET '))
  .map((name) => name.slice('GET '.length))

/** What somebody without a token is answered: 401 where one is asked for. */
const strangerAt = async (app: ApiApp, route: string): Promise<'asked' | 'absent' | 'open'> => {
  const url = route.replace('/mailbox/:id', '/mailbox/1').replaceAll(/:\w+/g, 'a')
  const { statusCode, body } = await app.inject(url)
  if (statusCode === 401) return 'asked'
  return statusCode === 404 && body.includes('"code":"not_found"') && !open.includes(route) ? 'absent' : 'open'
}

test('without a token production shows what the list names, and nothing of a trial is there', async () => {
  const found = await Promise.all(reads.map(async (route) => [route, await strangerAt(production, route)] as const))
  const of = (kind: string) => found.flatMap(([route, is]) => (is === kind ? [route] : [])).toSorted()
  expect(of('open')).toEqual(open.toSorted())
  expect(of('absent')).toEqual(trial.toSorted())
  expect(of('asked')).toEqual(expect.arrayContaining(['/bases', '/work', '/verify', '/stuck']))
})

test('a trial shows its pages without a token: the twin', async () => {
  for (const route of ['/docs/', '/people', '/mailbox'])
    expect([route, await strangerAt(api.app, route)]).toEqual([route, 'open'])
})

test('what is open names no base, no person and no paper', async () => {
  for (const route of open.filter((one) => one !== '/openapi.json')) {
    const { body } = await production.inject(route.replace(':origin', 'a'))
    expect([route, /gasme-C\d\d|p-[a-z]+-\d/.test(body)]).toEqual([route, false])
  }
})
