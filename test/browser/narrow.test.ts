import { createElement } from 'react'
import { afterAll, expect, test } from '@jest/globals'
import { style } from '../../web/page/style.js'
import type { TextShown } from '../../web/page/text-model.js'
import { TextBody } from '../../web/page/text.js'
import { Grid } from '../../web/work/parts.js'
import { workPage } from '../../web/work/shell.js'
import { renderToStaticMarkup } from 'react-dom/server'
import { aRealBrowser } from '../support/a-browser.js'

const browser = await aRealBrowser('pages of 390 points in a real browser')
/** What this machine cannot try is said aloud, and is not passed. */
const tried = browser === undefined ? test.skip : test
afterAll(() => browser?.close())

const long = 'Administrative unit of the cluster and of all its neighbouring counties'
const both = (text: string) => ({ en: text, 'zh-CN': text })
const row = Array.from({ length: 8 }, (_, at) => both(`${long} ${at}`))
const shown: TextShown = {
  base: 'gasme-C09-yueqing-1',
  zone: undefined,
  against: undefined,
  items: [],
  text: {
    no: 1,
    hash: 'a'.repeat(64),
    languages: ['en', 'zh-CN'],
    citing: {},
    clauses: [
      {
        id: 'annex_2',
        kind: 'annex',
        number: 2,
        heading: both('Outline of year one'),
        hashes: {},
        paragraphs: [{ id: 'annex_2.1', text: both(long), rows: [row, row], table: { columns: row, none: both('-') } }],
      },
    ],
    byNotice: [],
    versions: [],
    clearances: [],
  },
}

const frame = {
  locale: 'en',
  reader: undefined,
  mark: undefined,
  here: '/work',
  room: undefined,
  isTrial: true,
  worlds: [],
  rehearsalHere: undefined,
  played: undefined,
  live: undefined,
} as const

const text = createElement(TextBody, { shown, locale: 'en' })
const letters = createElement(Grid, {
  caption: 'Letters',
  head: row.map(({ en }) => en),
  rows: [{ key: 'one', cells: row.map(({ en }) => en) }],
})
const ofLink = `<!doctype html><meta name="viewport" content="width=device-width"><style>${style}</style>${renderToStaticMarkup(text)}`
const pages: readonly (readonly [what: string, page: string])[] = [
  ['a text in the workplace', workPage(frame, { title: 'Text', main: text })],
  ['a text by the link of a letter', ofLink],
  ['a table of words', workPage(frame, { title: 'Letters', main: letters })],
]

const tooWide = async (content: string): Promise<unknown> => {
  const page = await browser?.newPage({ viewport: { width: 390, height: 900 } })
  await page?.setContent(content)
  const by: unknown = await page?.evaluate('document.documentElement.scrollWidth - innerWidth')
  await page?.close()
  return by
}

tried.each(pages)('however wide its tables are, %s does not widen its page', async (_, page) => {
  expect(await tooWide(page)).toBe(0)
})

tried('a table that is not kept within its page is found: the twin', async () => {
  const loose = ofLink.replaceAll('class="scroll"', '')
  expect(await tooWide(loose)).toBeGreaterThan(0)
})
