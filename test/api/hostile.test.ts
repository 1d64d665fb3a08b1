import { Agent, METHODS, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { unwatchedRoutes, watchedRoutes } from '../../api/watched-routes.js'
import { drawn, drawnBy } from '../support/how-much.js'
import { anApi } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
let port: number
beforeAll(async () => {
  api = await anApi('hostile requests')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
  port = Number(new URL(await api.app.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(async () => {
  agent.destroy()
  await api.close()
})
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

const reads = [...Object.keys(watchedRoutes), ...unwatchedRoutes.flatMap(({ routes }) => routes)]
  .filter((name) => name.startsWith('GET '))
  .map((name) => name.slice('GET '.length))
  // A large file that takes no query; and a paper, which takes what the table of the same name takes and a second to make.
  .filter((url) => !['/docs/js/scalar.js', '/bases/:id/history.pdf'].includes(url))

const at = (route: string): string =>
  route
    .replace('/bases/:id', `/bases/${base}`)
    .replace(':programme', 'gasme')
    .replace(':person', 'p-pm-1')
    .replace(':sha256', 'a'.repeat(64))
    .replace('/commands/:id', '/commands/00000000-0000-4000-8000-000000000000')
    .replace('/:procedure/:version', '/full/2027-03-01')
    .replace(':id', '1')

interface Told {
  readonly status: number
  readonly type: string
  readonly text: string
}

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a request as the bytes it is: nothing in between mends a path. */
const ask = async (path: string, { method = 'GET', headers = {} }: Asked = {}): Promise<Told> =>
  await new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    asking.on('error', reject)
    asking.end()
  })

/** What each route takes in its query as the document says it, pages that are no part of it likewise, and what none takes. */
const namesOf = (route: string): readonly string[] => {
  const { parameters = [] } = Documented.parse(api.app.swagger()).paths[route.replaceAll(/:(\w+)/g, '{$1}')]?.get ?? {}
  const named = parameters.flatMap((one) => (one.in === 'query' ? [one.name] : []))
  return [...new Set([...named, ...(named.length > 0 ? [] : ['lang', 'programme', 'after']), 'nothing', '__proto__'])]
}
const Documented = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({ parameters: z.array(z.object({ name: z.string(), in: z.string() })).optional() }).optional(),
    }),
  ),
})
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const odd = [
  '',
  '%00',
  'a%00b',
  '%20',
  '%25',
  '%',
  '%zz',
  '%e4',
  '%ed%a0%80',
  '%F0%9F%98%80',
  '-1',
  '0',
  '1e999',
  'NaN',
  '9007199254740993',
  '99999999999999999999999999',
  '2147483648',
  '0000-01-01',
  '9999-12-31',
  '1000-01-01',
  '2027-02-30',
  '2027-01-01T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '275760-09-13T00:00:00Z',
  'true',
  'null',
  '[]',
  '%27%3B%20drop%20table%20base%3B--',
  '%25%25',
  '%5C',
  '..%2F..%2Fetc',
  'a'.repeat(500),
  '%C3%A9'.repeat(60),
  cursor(['x']),
  cursor([]),
  cursor([1e300]),
  cursor(['a\0b']),
  cursor([-1]),
  cursor([2 ** 31]),
  cursor(null),
  cursor(['x', 'y']),
  cursor(['2027', 'y']),
  cursor(['x', 'y', 'z']),
  cursor(['2027-13-01T00:00:00Z', 'x']),
  cursor(['2027-01-01T00:00:00.000Z', 'no-uuid']),
  cursor([1, 'k', 'l']),
]

/** Every route and every name it takes is tried in the short form too, each with values of its own. */
const oddFor = (of: string): readonly string[] => drawn(odd, { short: 3, of })
const tried = `${oddFor('').length} of ${odd.length} values for each, drawn by ${drawnBy}`

test(`no odd value of a query is a fault of ours, on any route that is read (${tried})`, async () => {
  const headers = await api.as('p-au-1')
  const broken: string[] = []
  for (const route of reads) {
    for (const name of namesOf(route)) {
      const values = oddFor(`${route} ${name}`)
      const told = await Promise.all(values.map((value) => ask(`${at(route)}?${name}=${value}`, { headers })))
      told.forEach(({ status, text }, index) => {
        if (status >= 500 && !text.includes('"unavailable"'))
          broken.push(`${route}?${name}=${values[index] ?? ''} ${status} ${text}`)
      })
    }
  }
  expect(broken).toEqual([])
}, 600_000)

test('words looked for in the ledger of a base that is not there find no base, and no fault', async () => {
  const headers = await api.as('p-au-1')
  for (const asked of ['history?about=word', 'history', 'history.csv?about=word', 'documents', 'letters', 'why']) {
    const { status, text } = await ask(`/bases/gasme-C99-nowhere-1/${asked}`, { headers })
    expect([asked, status, /"code":"(\w+)"/.exec(text)?.[1]]).toEqual([asked, 404, 'not_found'])
  }
})

test(`no odd part of a path is a fault of ours (${tried})`, async () => {
  const headers = await api.as('p-au-1')
  const broken: string[] = []
  for (const route of reads.filter((one) => one.includes(':'))) {
    const paths = oddFor(route).map((value) => route.replaceAll(/:[a-z0-9]+/gi, value))
    const told = await Promise.all(paths.map((path) => ask(path, { headers })))
    told.forEach(({ status }, index) => {
      if (status >= 500) broken.push(`${paths[index] ?? ''} ${status}`)
    })
  }
  expect(broken).toEqual([])
}, 300_000)

test.each(METHODS.filter((method) => !['GET', 'HEAD', 'CONNECT'].includes(method)))(
  '%s is not possible where only reading is, and is told what is',
  async (method) => {
    const headers = await api.as('p-au-1')
    for (const path of ['/bases', `/bases/${base}`, '/health/live']) {
      const { status, type, text } = await ask(path, { method, headers })
      expect([method, path, status, type, /"code":"(\w+)"/.exec(text)?.[1]]).toEqual([
        method,
        path,
        405,
        'application/problem+json; charset=utf-8',
        'method_not_allowed',
      ])
    }
    expect((await ask('/nowhere', { method })).status).toBe(404)
  },
)
