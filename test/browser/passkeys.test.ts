import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CDPSession, Page } from 'playwright-core'
import { buildApi } from '../../api/app.js'
import type { ApiApp } from '../../api/parts.js'
import { anApi, type AnApi } from '../api/an-api.js'
import { aRealBrowser } from '../support/a-browser.js'
import { freePort } from '../../workers/embedded/ports.js'

const browser = await aRealBrowser('a passkey in a real browser')
/** What this machine cannot try is said aloud, and is not passed. */
const tried = browser === undefined ? test.skip : test

let api: AnApi
let app: ApiApp
let address: string
let ahead = 0

beforeAll(async () => {
  const port = await freePort()
  address = `http://localhost:${port}`
  api = await anApi('a passkey from a browser', { API_PUBLIC_URL: address })
  const { clock } = api.parts
  app = await buildApi({ ...api.parts, clock: () => new Date(clock().getTime() + ahead) })
  await app.listen({ port, host: 'localhost' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app.close()
  await api.close()
})

/** The authenticator of a machine, which looks who uses it; or has just looked in vain. */
const anAuthenticatorIn = async (
  session: CDPSession,
): Promise<{ readonly looks: (isVerified: boolean) => Promise<void> }> => {
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    looks: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}

const people = '/programmes/gasme/people'
const toErase = async (page: Page): Promise<void> => {
  await page.goto(`${address}${people}?kept=p-so-1&lang=en`, { waitUntil: 'networkidle' })
  await page.locator('#kept [data-passkey]').click()
}

tried(
  'somebody makes a passkey on the page, and hours later has it vouch for an act of weight; where nobody is verified nothing is done',
  async () => {
    const context = await browser?.newContext({ locale: 'en' })
    if (context === undefined) return
    const page = await context.newPage()
    const authenticator = await anAuthenticatorIn(await context.newCDPSession(page))
    await page.goto(`${address}/sign-in?as=p-ad-1&to=/passkeys`)
    await page.waitForURL(/\/passkeys/)
    await page.locator('#name').fill('This machine')
    await page.locator('[data-makes]').click()
    await page.waitForURL(/told=made/)
    expect(await page.locator('ul.rows').innerText()).toContain('This machine')
    ahead = 60 * 60_000
    await authenticator.looks(false)
    await toErase(page)
    await page.locator('[data-passkey-said]:visible').waitFor()
    expect(api.door.sent).toEqual([])
    await authenticator.looks(true)
    const answered = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith(people))
    await toErase(page)
    await answered
    expect(api.door.sent).toHaveLength(1)
    expect(api.door.sent[0]?.actor).toMatchObject({ person: 'p-ad-1', factor: 'passkey' })
    await context.close()
  },
  120_000,
)
