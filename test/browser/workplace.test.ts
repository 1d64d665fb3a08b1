import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { roles, type Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { freePort } from '../../workers/embedded/ports.js'
import { anApi, type AnApi } from '../api/an-api.js'
import { aRealBrowser } from '../support/a-browser.js'
import { isLong } from '../support/how-much.js'
import { aNominatedBase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'

const browser = await aRealBrowser('the workplace in a real browser')
/** What this machine cannot try is said aloud, and is not passed. */
const tried = browser === undefined ? test.skip : test

/** The long form tries more looks, and keeps pictures to be looked at. */
const pictures = '.cornerstone/pages'

let api: AnApi
let address: string
let id: string
const people: readonly (readonly [string, Role])[] = [
  ['w-so', 'SO'],
  ['w-pm', 'PM'],
  ['w-ad', 'AD'],
  ['w-lg', 'LG'],
]

/** A base whose dossier waits for its check (1.4a), and people on both sides of it. */
beforeAll(async () => {
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  const limit = '1000000'
  api = await anApi('the workplace in a browser', {
    API_PUBLIC_URL: address,
    REQUESTS_PER_MINUTE_PER_PERSON: limit,
    REQUESTS_PER_MINUTE_PER_ADDRESS: limit,
  })
  const base = aNominatedBase()
  playMinutely(base, { until: () => base.open('1.4a') !== undefined })
  id = base.state().id
  const name = { en: 'Lin Mei', local: '林梅' }
  await savePeople(api.parts.db, {
    organisations: [],
    people: people.map(([one]) => ({ id: one, name, email: `${one}@x.example`, language: 'en' })),
  })
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: people.map(([person, role]) => ({
      id: `m-${person}`,
      person,
      organisation: 'o-office',
      role,
      from: '2026-01-01T00:00:00.000Z',
      ...defined({ base: roles[role].perBase ? id : undefined }),
    })),
  })
  await recordAsItHappened(api.parts.db, { base })
  await api.app.listen({ port, host: '127.0.0.1' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api.close()
})

const pagesOf = (base: string): readonly (readonly [person: string, path: string])[] => [
  ['w-so', '/work'],
  ['w-lg', '/work'],
  ['w-lg', '/calendar'],
  ['w-pm', '/bases'],
  ['w-pm', '/programmes/gasme/start'],
  ['w-pm', '/programmes/gasme/start?way=new'],
  ['w-pm', '/search?q=yueqing'],
  ['w-ad', '/programmes/gasme/people?kept=w-so'],
  ['w-pm', '/bases?view=map'],
  ['w-pm', '/bases?view=time'],
  ['w-pm', '/bases?view=ten'],
  ['w-pm', `/bases/${base}`],
  ['w-lg', `/bases/${base}`],
  ['w-so', `/bases/${base}/steps/1.4a.1`],
  ['w-pm', `/bases/${base}/acts/hold`],
  ['w-pm', `/bases/${base}/history`],
  ['w-pm', `/bases/${base}/letters`],
  ['w-pm', `/bases/${base}/conditions`],
  ['w-so', `/bases/${base}/exhibits`],
  ['w-pm', '/verify'],
  ['w-ad', '/programmes/gasme/people?person=w-so'],
  ['w-ad', '/stuck'],
  ['w-ad', '/programmes'],
  ['w-ad', '/programmes/gasme/holds'],
  ['w-ad', '/mailbox'],
  ['w-pm', '/bases?view=reviews'],
  ['w-pm', `/bases/${base}/text`],
  ['w-pm', `/bases/${base}/follow-up`],
  ['w-pm', `/bases/${base}/launch-items`],
  ['w-pm', `/bases/${base}/figures`],
  ['w-pm', `/bases/${base}/history?on=2027-01-05`],
  ['w-lg', `/bases/${base}/acts/hold`],
  ['w-pm', '/bases/gasme-C99-nowhere-1'],
]

const looks = [
  { lang: 'en', colorScheme: 'light', width: 1280 },
  { lang: 'zh-CN', colorScheme: 'dark', width: 390 },
  ...(isLong
    ? ([
        { lang: 'zh-CN', colorScheme: 'light', width: 1280 },
        { lang: 'en', colorScheme: 'dark', width: 1280 },
        { lang: 'en', colorScheme: 'light', width: 390 },
      ] as const)
    : []),
] as const

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const Found = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.string()) }))

/** What axe finds on a page that is serious, critical or too faint to be read. */
const faultsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const found = Found.parse(
    await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(
      ({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html) })))`),
  )
  return found
    .filter((one) => one.id === 'color-contrast' || one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).join(' ')}`)
}

tried.each(looks)(
  'each page is readable, within its width and without faults of access: $lang, $colorScheme, $width',
  async ({ lang, colorScheme, width }) => {
    const wrong: string[] = []
    for (const person of new Set(pagesOf(id).map(([one]) => one))) {
      const context = await browser?.newContext({ colorScheme, viewport: { width, height: 900 } })
      const page = await context?.newPage()
      if (page === undefined) continue
      await page.goto(`${address}/sign-in?as=${person}&to=/work`)
      for (const [whose, path] of pagesOf(id)) {
        if (whose !== person) continue
        const called = `${person} ${path}`
        await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
        if (isLong) await keepPicture(page, `${called} ${lang} ${colorScheme} ${width}`)
        const wide: unknown = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        if (typeof wide !== 'number' || wide > 0) wrong.push(`${called} is too wide by ${String(wide)}`)
        for (const fault of await faultsOn(page)) wrong.push(`${called} ${fault}`)
      }
      await context?.close()
    }
    expect(wrong).toEqual([])
  },
  180_000,
)

const keepPicture = async (page: Page, called: string): Promise<void> => {
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${called.replaceAll(/[^\w-]+/g, '_')}.png`), fullPage: true })
}
