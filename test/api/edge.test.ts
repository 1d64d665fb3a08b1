import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildApi } from '../../api/app.js'
import { z } from 'zod'
import { operationIdOf } from '../../api/operation-ids.js'
import { keepMailboxMessage } from '../../db/writes/mailbox.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('the edge of the API')
})
afterAll(() => api.close())

const post = async (payload: string, headers: Readonly<Record<string, string>>) =>
  await api.app.inject({ method: 'POST', url: '/bases/gasme-C09-yueqing-1/comments', payload, headers })

/** The hash a browser makes of the style it finds in the page: everything between the tags, spaces included. */
const hashOfStyle = (page: string): string => {
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? []
  return createHash('sha256').update(style).digest('base64')
}

test('a page shows in both languages and has a policy of its own; a program at the front door is told what there is', async () => {
  const english = await api.app.inject('/mailbox')
  expect(english.statusCode).toBe(200)
  expect(english.body).toContain('<html lang="en">')
  expect(english.headers['content-security-policy']).toContain(`style-src 'sha256-${hashOfStyle(english.body)}'`)
  expect((await api.app.inject('/mailbox?lang=zh-CN')).body).toContain('<html lang="zh-CN">')
  expect((await api.app.inject('/')).headers.location).toBe('/openapi.json')
})

test('an address that does not exist, and a method that is not possible, are problems', async () => {
  const nowhere = await api.app.inject('/nowhere')
  expect([nowhere.statusCode, bodyOf(nowhere).code]).toEqual([404, 'not_found'])
  const wrong = await api.app.inject({ method: 'DELETE', url: '/bases/gasme-C09-yueqing-1' })
  expect([wrong.statusCode, bodyOf(wrong).code, wrong.headers['allow']]).toEqual([
    405,
    'method_not_allowed',
    'GET, HEAD',
  ])
})

test('without a token a closed route tells who may ask', async () => {
  const answer = await api.app.inject('/bases')
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([401, 'unauthenticated'])
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.headers['www-authenticate']).toBe('Bearer')
})

test('an unknown query, a wrong filter and an unreadable cursor are refused', async () => {
  const headers = await api.as('p-pm-1')
  for (const url of ['/bases?color=green', '/bases?stage=somewhere', '/bases?limit=0', '/bases?limit=1&limit=2']) {
    const answer = await api.app.inject({ url, headers })
    expect([url, answer.statusCode, bodyOf(answer).code]).toEqual([url, 400, 'invalid_request'])
  }
  const cursor = await api.app.inject({ url: '/bases?after=bm9uc2Vuc2U', headers })
  expect([cursor.statusCode, bodyOf(cursor).code]).toEqual([400, 'invalid_request'])
})

test('bodies that cannot be read are refused, each by its own name', async () => {
  const headers = { ...(await api.write('p-pm-1')), 'content-type': 'application/json' }
  const cases: readonly (readonly [string, number, string])[] = [
    ['{"text": ', 400, 'malformed_body'],
    ['', 400, 'malformed_body'],
    ['{"text":"a\\u0000b"}', 400, 'malformed_body'],
    ['{"text":"\\ud800"}', 400, 'malformed_body'],
    ['{"__proto__":{"a":1},"text":"a"}', 400, 'malformed_body'],
    ['['.repeat(10_000) + ']'.repeat(10_000), 400, 'malformed_body'],
    ['{"text":"a","role":"PD"}', 400, 'invalid_request'],
    ['{"text":1e999}', 400, 'invalid_request'],
    [JSON.stringify({ text: 'x'.repeat(10_001) }), 400, 'invalid_request'],
    [JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), 413, 'too_large'],
  ]
  for (const [body, status, code] of cases) {
    const answer = await post(body, headers)
    expect([body.slice(0, 30), answer.statusCode, bodyOf(answer).code]).toEqual([body.slice(0, 30), status, code])
  }
  const form = await post('text=a', { ...headers, 'content-type': 'application/x-www-form-urlencoded' })
  expect([form.statusCode, bodyOf(form).code]).toEqual([415, 'unsupported_media'])
  expect(api.door.sent).toEqual([])
})

test('a write without a name, or with one that is empty or longer than 255 characters, is not taken', async () => {
  const headers = { ...(await api.as('p-pm-1')), 'content-type': 'application/json' }
  for (const key of [undefined, '', '""', 'x'.repeat(256), `"${'x'.repeat(256)}"`]) {
    const named = key === undefined ? headers : { ...headers, 'idempotency-key': key }
    const answer = await post('{"text":"a"}', named)
    expect([answer.statusCode, bodyOf(answer).code]).toEqual([400, 'idempotency_key_missing'])
  }
})

test('every answer, errors included, carries the security headers', async () => {
  for (const url of ['/', '/bases', '/nowhere', '/health/live', '/openapi.json', '/docs/']) {
    const { headers } = await api.app.inject(url)
    expect([url, headers['x-content-type-options'], headers['referrer-policy'], headers['x-frame-options']]).toEqual([
      url,
      'nosniff',
      'no-referrer',
      'DENY',
    ])
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
})

test('a problem speaks the language that was asked for', async () => {
  const chinese = await api.app.inject({ url: '/bases', headers: { 'accept-language': 'fr, zh-TW;q=0.8, en;q=0.5' } })
  expect(bodyOf(chinese).detail).toContain('请求未带令牌')
  const english = await api.app.inject({ url: '/bases', headers: { 'accept-language': 'fr' } })
  expect(bodyOf(english).detail).toContain('There is no token')
})

test('the mailbox shows letters as text, whatever is in them', async () => {
  const letter = { receivedAt: '2027-01-05T09:00:00.000Z', from: 'office@cornerstone.invalid', to: 'lg@place.example' }
  const hostile = '<script>alert(1)</script>'
  await keepMailboxMessage(api.parts.db, {
    ...letter,
    subject: hostile,
    text: hostile,
    html: hostile,
    messageId: '<m1>',
  })
  const { items } = bodyOf(await api.app.inject('/mailbox-messages'))
  expect(items).toMatchObject([{ subject: hostile, to: letter.to }])
  for (const url of ['/mailbox', `/mailbox/${String(items[0]?.['id'])}?lang=zh-CN`]) {
    const answer = await api.app.inject(url)
    expect([answer.statusCode, answer.body.includes('<script>')]).toEqual([200, false])
    expect(answer.body).toContain('&lt;script&gt;')
  }
  expect((await api.app.inject('/mailbox/999')).statusCode).toBe(404)
})

test('addresses of the web in a letter of the mailbox are links that tell no page whence one comes; nothing else is one', async () => {
  const token = 'a'.repeat(43)
  const act = `http://127.0.0.1:8088/act#${token}`
  await keepMailboxMessage(api.parts.db, {
    receivedAt: '2027-01-05T09:00:00.000Z',
    from: 'office@cornerstone.invalid',
    to: 'lg@place.example',
    subject: 'an act',
    text: `Act here: ${act}\nSee https://example.org/a. javascript:alert(1) 请见 https://example.org/b。`,
    html: '',
    messageId: '<m2>',
  })
  const { items } = bodyOf(await api.app.inject('/mailbox-messages'))
  const { body } = await api.app.inject(`/mailbox/${String(items[0]?.['id'])}?lang=en`)
  const ways = [...body.matchAll(/<a href="([^"]+)" rel="noreferrer noopener">/g)].map(([, href]) => href)
  expect(ways).toEqual([act, 'https://example.org/a', 'https://example.org/b'])
  expect(body).not.toContain('href="javascript')
})

test('nothing a GET does reaches a workflow', async () => {
  const headers = await api.as('p-pm-1')
  for (const url of ['/', '/bases', '/inbox', '/programmes', '/rehearsals', '/docs/', '/openapi.json']) {
    await api.app.inject({ url, headers })
  }
  expect(api.door.sent).toEqual([])
})

test('no page of another site reads an answer, unless the site is named; and none reads what a cookie would show', async () => {
  const board = 'https://board.example.org'
  const asks = { origin: board, 'access-control-request-method': 'GET' }
  const allowed = 'access-control-allow-origin'
  const shut = await api.app.inject({ method: 'OPTIONS', url: '/bases', headers: asks })
  expect([shut.statusCode, shut.headers[allowed]]).toEqual([405, undefined])
  const app = await buildApi({ ...api.parts, config: { ...api.parts.config, CORS_ORIGINS: [board] } })
  const before = await app.inject({ method: 'OPTIONS', url: '/bases', headers: asks })
  expect([before.statusCode, before.headers[allowed], before.body]).toEqual([204, board, ''])
  expect(before.headers['access-control-allow-headers']).toContain('idempotency-key')
  const read = await app.inject({ url: '/bases', headers: { origin: board, ...(await api.as('p-pm-1')) } })
  expect([read.statusCode, read.headers[allowed], read.headers['vary']]).toEqual([200, board, 'origin'])
  const unknown = await app.inject({ url: '/bases', headers: { origin: board } })
  expect([unknown.statusCode, unknown.headers[allowed]]).toEqual([401, board])
  for (const origin of ['https://board.example.org.evil.example', 'null', 'http://board.example.org']) {
    const other = await app.inject({ url: '/bases', headers: { origin, ...(await api.as('p-pm-1')) } })
    expect([other.headers[allowed], other.headers['vary']]).toEqual([undefined, 'origin'])
    expect((await app.inject({ method: 'OPTIONS', url: '/bases', headers: { ...asks, origin } })).statusCode).toBe(405)
  }
  for (const answer of [before, read]) expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  await app.close()
})

test('the words of answers are told in both languages, and not again to who has them', async () => {
  const first = await api.app.inject({ url: '/vocabulary', headers: await api.as('p-pm-1') })
  expect(first.json()).toMatchObject({ roles: expect.arrayContaining([expect.objectContaining({ code: 'PM' })]) })
  const { etag } = first.headers
  const headers = { ...(await api.as('p-pm-1')), 'if-none-match': `W/${String(etag)}` }
  const again = await api.app.inject({ url: '/vocabulary', headers })
  expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag])
  const other = await api.app.inject({ url: '/bases', headers })
  expect([other.statusCode, typeof other.headers['etag']]).toEqual([200, 'string'])
})

test('every operation of the document has an id of its own, made in one place', () => {
  const Document = z.object({
    paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
  })
  const operations = Object.values(Document.parse(api.app.swagger()).paths).flatMap((path) => Object.values(path))
  const ids = operations.map(({ operationId }) => operationId)
  expect([new Set(ids).size, ids.includes('getBasesByIdLetters')]).toEqual([ids.length, true])
  expect(operationIdOf('GET', '/bases/:id/history.csv')).toBe('getBasesByIdHistoryCsv')
})
