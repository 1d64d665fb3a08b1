import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { afterEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { Refused } from '../../cli/failure.js'
import { clientOf } from '../../cli/http-client.js'

interface Asked {
  readonly method: string
  readonly url: string
  readonly key: string | undefined
  readonly authorization: string | undefined
  readonly language: string | undefined
}
interface Said {
  readonly status: number
  readonly body: unknown
}

const servers: Server[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed))))
})

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** An API that says what it is told to, one answer after the other, and remembers what it was asked. */
const anApi = async (...answers: readonly Said[]): Promise<{ readonly api: string; readonly asked: Asked[] }> => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]
    asked.push({
      method: request.method ?? '',
      url: request.url ?? '',
      key: headerOf(request, 'idempotency-key'),
      authorization: headerOf(request, 'authorization'),
      language: headerOf(request, 'accept-language'),
    })
    response.writeHead(answer?.status ?? 500, { 'content-type': 'application/json', 'retry-after': '0.01' })
    response.end(JSON.stringify(answer?.body))
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port')
  return { api: `http://127.0.0.1:${address.port}`, asked }
}

const accepted = z.object({ head: z.number() })
const problem = (status: number, code: string) => ({
  status,
  body: {
    type: `/problems/${code}`,
    title: 'no',
    status,
    code,
    detail: 'Step 1.4a has no option "yes"; it has: complete.',
    next: 'Choose one of the options named.',
    instance: '/x',
    requestId: 'r1',
  },
})
const command = '0b8a2f3e-2d0e-4c55-9d1a-3f1f6c7a9b10'

test('a write carries a key of its own and the token of the person who acts', async () => {
  const token = { status: 200, body: { token: 'abc', expiresAt: '2027-01-01T00:00:00.000Z' } }
  const { api, asked } = await anApi(token, { status: 200, body: { head: 7 } })
  const answer = await clientOf({ api }).post('/x', { body: {}, schema: accepted, as: 'p-so-1' })
  expect(answer).toEqual({ head: 7 })
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /tokens', 'POST /x'])
  expect(asked[1]?.authorization).toBe('Bearer abc')
  expect(asked[1]?.key).toMatch(/^[0-9a-f-]{36}$/)
})

test('a write that the API cannot take yet goes out again under the same key', async () => {
  const { api, asked } = await anApi(problem(503, 'unavailable'), { status: 200, body: { head: 8 } })
  const answer = await clientOf({ api, patienceMs: 5_000 }).post('/x', { body: {}, schema: accepted })
  expect(answer).toEqual({ head: 8 })
  expect(asked).toHaveLength(2)
  expect(asked[0]?.key).toBe(asked[1]?.key)
})

test('without patience the same answer ends the verb as not reachable', async () => {
  const { api } = await anApi(problem(503, 'unavailable'))
  await expect(clientOf({ api }).post('/x', { body: {}, schema: accepted })).rejects.toMatchObject({ exit: 3 })
})

test('a command that was sent and not answered is asked for until its outcome is there', async () => {
  const pending = { command, stream: 's', state: 'sent', receivedAt: '2027-01-01T00:00:00Z', answeredAt: null }
  const { api, asked } = await anApi(
    { status: 202, body: { command, ask: `/commands/${command}` } },
    { status: 200, body: { ...pending, answer: null } },
    { status: 200, body: { ...pending, state: 'accepted', answer: { status: 200, body: { head: 9 } } } },
  )
  expect(await clientOf({ api }).post('/x', { body: {}, schema: accepted })).toEqual({ head: 9 })
  expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET'])
})

test('a refusal says in one line what was got, what is allowed and what to do, and keeps its code', async () => {
  const { api } = await anApi(problem(422, 'unknown_option'))
  const failure: unknown = await clientOf({ api })
    .get('/x', { schema: accepted })
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Refused)
  expect(failure).toMatchObject({
    exit: 1,
    message: 'Step 1.4a has no option "yes"; it has: complete. Choose one of the options named.',
    problem: { code: 'unknown_option' },
  })
})

test('an address where nothing answers is named, with the way to start it', async () => {
  const { api } = await anApi({ status: 200, body: {} })
  await Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed))))
  await expect(clientOf({ api }).get('/x', { schema: accepted })).rejects.toMatchObject({
    exit: 3,
    message: expect.stringContaining('npm start'),
  })
})

test('a list is read page by page to its end', async () => {
  const { api, asked } = await anApi(
    { status: 200, body: { items: [{ head: 1 }], next: 'b' } },
    { status: 200, body: { items: [{ head: 2 }], next: null } },
  )
  expect(await clientOf({ api }).all('/x?open=true', { schema: accepted })).toEqual([{ head: 1 }, { head: 2 }])
  expect(asked.map(({ url }) => url)).toEqual(['/x?open=true&limit=200', '/x?open=true&limit=200&after=b'])
})

test('which fields do not fit stands in the line, in the language that was asked for', async () => {
  const { status, body } = problem(400, 'invalid_request')
  const errors = [
    { path: '/days', message: '应为数字' },
    { path: '/code', message: '未填写；应为文本' },
  ]
  const { api, asked } = await anApi({ status, body: { ...body, errors } })
  const refused = clientOf({ api, language: 'zh-CN' }).post('/x', { body: {}, schema: accepted })
  await expect(refused).rejects.toThrow('it has: complete. [/days 应为数字; /code 未填写；应为文本] Correct these; "')
  expect(asked[0]?.language).toBe('zh-CN')
})
