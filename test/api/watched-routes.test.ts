import { afterAll, beforeAll, expect, test } from '@jest/globals'
import Fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { addAccessLog } from '../../api/access.js'
import { unwatchedRoutes, watchedRoutes } from '../../api/watched-routes.js'
import { anApi } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('what is watched')
}, 60_000)
afterAll(() => api.close())

const unwatched = unwatchedRoutes.flatMap(({ routes }) => routes)
const named = [...Object.keys(watchedRoutes), ...unwatched]

/** An API of no routes yet, with the log that looks at each as it is added. */
const aLoggedApi = () => {
  const app = Fastify({ loggerInstance: api.parts.log }).withTypeProvider<ZodTypeProvider>()
  addAccessLog(app, api.parts)
  return app
}

test('an API with a route to read that is neither watched nor excused with a reason is not built', () => {
  const app = aLoggedApi()
  app.get('/bases/:id/figures', async () => 'watched')
  app.get('/inbox', async () => 'excused')
  app.post('/bases/:id/anything', async () => 'not read')
  expect(() => app.get('/bases/:id/prices', async () => 'forgotten')).toThrow(
    'GET /bases/:id/prices is in neither list of api/watched-routes.ts.',
  )
  expect(() => app.route({ method: ['GET', 'POST'], url: '/prices', handler: async () => 'forgotten' })).toThrow(
    'GET /prices is in neither list',
  )
})

test('every route that is watched or excused is one there is', () => {
  for (const name of named) {
    const [method = '', url = ''] = name.split(' ')
    expect([name, api.app.hasRoute({ method: method === 'GET' ? 'GET' : 'POST', url })]).toEqual([name, true])
  }
  expect(named.length).toBeGreaterThan(50)
})

test('no route is named twice, and each that is excused has a reason in a sentence', () => {
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([])
  expect(unwatchedRoutes.filter(({ because, routes }) => !/^It .*\.$/.test(because) || routes.length === 0)).toEqual([])
})

test('whatever is watched asks for a token or a link, so that a row can name who it was', async () => {
  const open = await Promise.all(
    Object.keys(watchedRoutes).map(async (name) => {
      const [method = '', path = ''] = name.split(' ')
      const url = path.replace(/:sha256/, 'a'.repeat(64)).replace(/:[a-z]+/g, 'x1')
      const answer = await api.app.inject({ method: method === 'GET' ? 'GET' : 'POST', url })
      return [name, answer.statusCode]
    }),
  )
  const byLink = open.filter(([name]) => / \/act\b/.test(String(name)))
  expect(byLink.filter(([, status]) => Number(status) < 400)).toEqual([])
  expect(byLink).toHaveLength(9)
  expect(open.filter((one) => !byLink.includes(one) && one[1] !== 401)).toEqual([])
})
