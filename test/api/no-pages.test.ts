import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { anApi, type AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('no pages')
})
afterAll(() => api.close())

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const opened = (accept: string) =>
  api.app.inject({ url: '/bases/gasme-C09-yueqing-1', headers: { accept, 'accept-language': 'zh-CN' } })

test('whoever opens the link of a letter in a browser reads in both languages why nothing is shown', async () => {
  const { statusCode, headers, body } = await opened(browser)
  expect([statusCode, headers['content-type']]).toEqual([401, 'text/html; charset=utf-8'])
  expect(headers['www-authenticate']).toBeDefined()
  for (const said of [
    '请登录后查看本页',
    'Sign in to see this page',
    '打开链接不产生任何效力',
    'opening it decided nothing',
  ])
    expect(body).toContain(said)
  expect(body.indexOf('请登录后查看本页')).toBeLessThan(body.indexOf('Sign in to see this page'))
  expect(body).not.toMatch(/token|Bearer|令牌/i)
})

test('a program that asks for JSON is answered as before: the twin', async () => {
  for (const accept of ['application/json', '*/*']) {
    const { statusCode, headers } = await opened(accept)
    expect([statusCode, headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8'])
  }
})
