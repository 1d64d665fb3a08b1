import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aBrowser } from './a-browser.js'
import { anApi, type AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('the workplace')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
}, 60_000)
afterAll(() => api.close())

test('the front door leads a browser to sign in, and whoever is signed in to his or her work', async () => {
  const browser = aBrowser(api.app)
  const first = await browser.ask('/')
  expect([first.statusCode, browser.location(first)]).toEqual([303, '/sign-in?to=/work'])
  expect((await browser.ask('/work')).statusCode).toBe(401)
  const back = await browser.signIn('p-so-1', '/work')
  expect(browser.location(back)).toBe('/work')
  const second = await browser.ask('/')
  expect([second.statusCode, browser.location(second)]).toEqual([303, '/work'])
})

test('what waits stands on the page of whoever it waits for, and on nobody else’s', async () => {
  const [hers, another] = [aBrowser(api.app), aBrowser(api.app)]
  await hers.signIn('p-so-1')
  await another.signIn('p-fo-1')
  const page = await hers.ask('/work?lang=en')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  for (const said of [`href="/bases/${base}/steps/1.4a.1"`, 'My work (1)', 'One task waits for you'])
    expect(page.body).toContain(said)
  const idle = await another.ask('/work?lang=en')
  expect(idle.body).toContain('Nothing waits for you now.')
  expect(idle.body).not.toContain(base)
})

test('a language that was chosen stays on this browser, and nothing is loaded from anywhere', async () => {
  const browser = aBrowser(api.app)
  await browser.signIn('p-so-1')
  const chosen = await browser.ask('/work?lang=zh-CN')
  expect(chosen.body).toContain('<html lang="zh-CN">')
  const later = await browser.ask('/work', { headers: { 'accept-language': 'en' } })
  expect(later.body).toContain('有1项待您办理')
  const policy = String(later.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(later.body).not.toMatch(/(src|href)="https?:/)
  expect(Buffer.byteLength(later.body)).toBeLessThan(40_000)
})

test('an address that answers programs in JSON goes on to do so', async () => {
  const headers = await api.as('p-so-1')
  const answer = await api.app.inject({ url: '/bases', headers: { ...headers, accept: '*/*' } })
  expect(answer.headers['content-type']).toContain('application/json')
  const page = await api.app.inject({ url: '/bases', headers: { ...headers, accept: 'text/html' } })
  expect(page.headers['content-type']).toContain('text/html')
})

test('what is not there, or not for these eyes, is a page too, in the language that was chosen', async () => {
  const browser = aBrowser(api.app)
  await browser.signIn('p-so-1')
  const gone = await browser.ask('/nowhere?lang=zh-CN')
  expect([gone.statusCode, gone.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  expect(gone.body).toContain('<html lang="zh-CN">')
  expect(gone.body).not.toContain('To my work')
})
