import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { savePeople, saveBootstrapMandates } from '../../db/writes/people.js'
import { linkOfToken } from '../../db/reads/links.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { anApi, type AnApi } from '../api/an-api.js'
import { recording } from '../api/by-link.js'
import { aNominatedBase } from '../support/a-base.js'
import { aRealBrowser } from '../support/a-browser.js'
import { exampleBase } from '../support/an-example.js'
import { freePort } from '../../workers/embedded/ports.js'
import { playTo } from '../support/playing.js'
import { lettersWritten } from '../workers/seated-readers.js'

const browser = await aRealBrowser('acting from a mail in a real browser')
/** What this machine cannot try is said aloud, and is not passed. */
const tried = browser === undefined ? test.skip : test

let api: AnApi
let address: string
let token = ''

const person = 'p-lx-browser'

beforeAll(async () => {
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  api = await anApi('acting from a browser', { API_PUBLIC_URL: address })
  const { db } = api.parts
  const name = { en: 'Mr Xu', local: '徐先生' }
  const people = [{ id: person, name, email: 'lx@link.example', language: 'zh-CN' }] as const
  await savePeople(db, { organisations: [], people })
  const seat = { id: 'm-lx-browser', person, organisation: 'o-office', role: 'LX', base: exampleBase } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...seat, from: '2026-01-01T00:00:00.000Z' }] })
  const base = playTo(aNominatedBase(), { key: '3.6a' })
  await recordLife(db, base)
  for (const text of base.state().texts['mou_text'] ?? []) await api.parts.documents.put(Buffer.from(text))
  const letters = (await lettersWritten(db)).of('step_opened')
  const asking = letters.find(({ letter }) => letter.recipient === person && letter.step === '3.6a.1')
  token = /\/act#([\w-]{43})/.exec(asking?.rendered?.text ?? '')?.[1] ?? ''
  api.door.answer = recording(api, base.now())
  await api.app.listen({ port, host: '127.0.0.1' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api.close()
})

const isUsed = async (): Promise<boolean> => (await linkOfToken(api.parts.db, token))?.usedBy !== undefined

/** Does something on a page of its own. */
const onPage = async (does: (page: Page) => Promise<void>, settings: { readonly javaScriptEnabled?: boolean } = {}) => {
  if (browser === undefined) return
  const context = await browser.newContext({ locale: 'zh-CN', ...settings })
  await does(await context.newPage())
  await context.close()
}

tried(
  'a machine that opens the link in a whole browser, runs what the page runs and fills in what it finds, changes nothing',
  () =>
    onPage(async (page) => {
      await page.goto(`${address}/act#${token}`, { waitUntil: 'networkidle' })
      await page.getByText('3.6a').first().waitFor()
      for (const box of await page.locator('textarea, input[type=text]').all())
        if (await box.isEditable()) await box.fill('filled in by a machine')
      for (const link of await page.locator('a[href]').all()) {
        const href = await link.getAttribute('href')
        if (href?.startsWith('/') === true) await page.request.get(new URL(href, address).href)
      }
      await page.reload({ waitUntil: 'networkidle' })
      await page.mouse.move(200, 200)
      expect(api.door.sent).toEqual([])
      expect(await isUsed()).toBe(false)
    }),
)

tried('without scripts the code of the letter is typed, and the click of the person works once', () =>
  onPage(
    async (page) => {
      await opened(page)
      await page.locator('button[name=option][value=refuse]').click()
      await page.locator('select[name=code]').selectOption('TXT')
      await page.locator('textarea[name=reason]').fill('文本与我市规定不符。')
      await page.locator('button[formaction="/act/decisions"]').click()
      await page.waitForLoadState('networkidle')
      expect(await isUsed()).toBe(true)
      expect(api.door.sent).toHaveLength(1)
      await opened(page)
      expect(await page.locator('button[name=option]').count()).toBe(0)
      expect(api.door.sent).toHaveLength(1)
    },
    { javaScriptEnabled: false },
  ),
)

const opened = async (page: Page): Promise<void> => {
  await page.goto(`${address}/act`)
  await page.locator('input[name=token]').fill(token)
  await page.locator('form button').first().click()
  await page.waitForLoadState('networkidle')
}
