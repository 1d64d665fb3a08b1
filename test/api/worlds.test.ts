import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sampleProgramme } from '../../api/contract/rehearsal.js'
import { receiptPage } from '../../web/act/pages.js'
import { aBrowser } from './a-browser.js'
import { anApi, type AnApi } from './an-api.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let sampled = ''
const folder = mkdtempSync(join(tmpdir(), 'cornerstone-sample-'))
const note = join(folder, 'sample.json')
const invented = 'everything on this page is invented'

beforeAll(async () => {
  api = await anApi('sample and real', { SAMPLE_NOTE_FILE: note })
}, 60_000)
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})

const signedIn = async (person: string) => {
  const browser = aBrowser(api.app)
  const came = await browser.signIn(person)
  const first = await browser.ask(browser.location(came))
  return { browser, opensOn: browser.location(first) }
}

test('without a sample a trial opens on the real programme, and there is nothing to switch', async () => {
  const { browser, opensOn } = await signedIn('p-pm-1')
  expect(opensOn).toBe('/work')
  const page = (await browser.ask('/work?lang=en')).body
  expect(page).not.toContain('Sample or real')
  expect(page).not.toContain(invented)
})

test('with a sample it opens there, says that everything is invented, and the switch stands on every page', async () => {
  const begun = { method: 'POST', url: '/rehearsals', payload: { id: sampleProgramme } } as const
  await api.app.inject({ ...begun, headers: await api.write('p-pm-1') })
  sampled = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64), programme: sampleProgramme })
  const { browser, opensOn } = await signedIn('p-pm-1')
  expect(opensOn).toBe(`/work?programme=${sampleProgramme}`)
  const ofSample = [opensOn, `/bases?programme=${sampleProgramme}`, `/bases/${sampled}`, `/bases/${sampled}/history`]
  const more = [`/programmes/${sampleProgramme}/people`, `/verify?programme=${sampleProgramme}`]
  for (const url of [...ofSample, ...more]) {
    const { statusCode, body } = await browser.ask(`${url}${url.includes('?') ? '&' : '?'}lang=en`)
    const asSaid = [body.includes('Sample or real'), body.includes(invented)]
    expect([url, statusCode, ...asSaid]).toEqual([url, 200, true, true])
    expect(body).toContain(`href="/bases?programme=${sampleProgramme}"`)
    expect(body).toMatch(new RegExp(`href="/work\\?programme=${sampleProgramme}" aria-current="true"`))
  }
})

test('the real programme is one click away, is not marked, and shows nothing of the sample', async () => {
  const { browser } = await signedIn('p-pm-1')
  for (const url of ['/work', '/bases', '/verify', '/programmes/gasme/people']) {
    const { body } = await browser.ask(`${url}?lang=en`)
    const said = [body.includes('href="/work" aria-current="true"'), body.includes(invented), body.includes(sampled)]
    expect([url, ...said]).toEqual([url, true, false, false])
  }
  expect((await browser.ask('/bases?lang=zh-CN')).body).toContain('正式项目')
})

test('an address that names a rehearsal its reader does not sit in marks nothing and offers nothing', async () => {
  const { browser } = await signedIn('p-pm-1')
  const other = (await browser.ask('/verify?programme=rh0000&lang=en')).body
  expect(other).not.toContain(invented)
  expect(other).toContain('href="/work" aria-current="true"')
})

test('where bases keep a time of their own, no day of the timeline is called today', async () => {
  const { browser } = await signedIn('p-pm-1')
  const url = `/bases?programme=${sampleProgramme}&view=time&lang=en`
  expect((await browser.ask(url)).body).toContain('the upright line is today')
  const other = await standingBase(api, { cluster: 'C01-dali', recordHash: 'b'.repeat(64), programme: sampleProgramme })
  await api.parts.db
    .updateTable('base')
    .set({ updated_at: '2029-01-01T00:00:00.000Z' })
    .where('id', '=', other)
    .execute()
  const apart = (await browser.ask(url)).body
  expect(apart).toContain('keeps a time of its own')
  expect(apart).not.toContain('the upright line is today')
})

const played = async (): Promise<boolean> => {
  const { browser } = await signedIn('p-pm-1')
  const { body } = await browser.ask(`/work?programme=${sampleProgramme}&lang=en`)
  return body.includes('being played: 3 of its 22 bases')
}

test('that the sample is being played is said as long as somebody plays it, and not when the player is gone or at its end', async () => {
  expect(await played()).toBe(false)
  const written = async (words: object) => {
    writeFileSync(note, JSON.stringify({ pid: process.pid, done: 3, total: 22, ended: false, ...words }))
    return await played()
  }
  expect(await written({})).toBe(true)
  expect(await written({ ended: true })).toBe(false)
  expect(await written({ pid: 2 ** 22 + 1 })).toBe(false)
  writeFileSync(note, '{')
  expect(await played()).toBe(false)
})

test('a page that the link of a letter leads to says that its base is rehearsed, and of a real base it does not', () => {
  const said = { en: 'said', 'zh-CN': '所述' }
  const done = { base: 'rh0001-C09-yueqing-1', cluster: said, key: '1.1', title: said, label: said, at: said, seq: 7 }
  const page = (locale: 'en' | 'zh-CN', rehearsal: boolean) =>
    receiptPage(locale, {
      isAgain: false,
      receipt: { ...done, rehearsal, command: 'c', leadsTo: undefined, waits: [] },
    })
  expect(page('en', true)).toContain(invented)
  expect(page('zh-CN', true)).toContain('演练：本页内容均为虚构')
  expect(page('en', false)).not.toContain(invented)
})
