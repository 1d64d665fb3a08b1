import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { liveScript } from '../../web/work/live-script.js'
import { anApi, type AnApi } from './an-api.js'
import { signedInAt } from './signed-in.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('a page that follows changes')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
}, 180_000)
afterAll(() => api.close())

const barIn = (page: string): string => /<p id="changes"[^>]*>.*?<\/p>/.exec(page)?.[0] ?? ''

test('a page has a bar that is hidden, in the language of the page, and asks for what the page is of', async () => {
  const browser = await signedInAt(api.app, 'p-pm-1')
  const work = barIn((await browser.ask('/work?lang=en')).body)
  expect(work).toContain('hidden=""')
  expect(work).toContain('data-asks=""')
  expect(work).toContain('Show the page anew')
  const ofBase = barIn((await browser.ask(`/bases/${base}?lang=zh-CN`)).body)
  expect(ofBase).toContain(`data-asks="base=${base}"`)
  expect(ofBase).toContain('重新显示本页')
})

test('the policy allows this script by its hash and this host alone, and a page of nobody follows nothing', async () => {
  const browser = await signedInAt(api.app, 'p-pm-1')
  const { headers, body } = await browser.ask('/work?lang=en')
  const policy = String(headers['content-security-policy'])
  const hash = createHash('sha256').update(liveScript).digest('base64')
  expect(body).toContain(liveScript)
  expect(policy).toContain(`script-src 'sha256-${hash}'`)
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toContain('unsafe')
  const unknown = await api.app.inject({ url: '/work', headers: { accept: 'text/html' } })
  expect(barIn(unknown.body)).toBe('')
  expect(String(unknown.headers['content-security-policy'])).not.toMatch(/script-src|connect-src/)
})

test('a page that lies open keeps no sign-in alive, and one that is asked for does: the twin', async () => {
  const browser = await signedInAt(api.app, 'p-pd-1')
  const { db } = api.parts
  const before = new Date(api.parts.clock().getTime() - 30 * 60_000).toISOString()
  await db.updateTable('sign_in').set({ seen_at: before }).where('person', '=', 'p-pd-1').execute()
  const seen = async () =>
    await db.selectFrom('sign_in').select('seen_at').where('person', '=', 'p-pd-1').executeTakeFirstOrThrow()
  const changes = await browser.ask('/changes?wait=false', { headers: { accept: 'text/event-stream' } })
  expect([changes.statusCode, changes.body]).toEqual([200, expect.stringContaining('"why":"told"')])
  expect((await seen()).seen_at).toBe(before)
  await browser.ask('/work')
  expect((await seen()).seen_at).not.toBe(before)
})
