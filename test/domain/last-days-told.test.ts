import { beforeAll, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { dueOfRow } from '../../domain/gicc/due-of-row.js'
import { locales, type Locale } from '../../domain/locale.js'
import { keepingEnds } from '../../domain/retention.js'
import { dayEndAtPlace, dayEndOfProgramme, momentInWords } from '../../domain/words/hours.js'
import { accountKeptContent } from '../../web/work/account-kept.js'
import { conditionsContent, launchContent } from '../../web/work/base-registers.js'
import { exhibitsContent } from '../../web/work/exhibits.js'
import { sourceFiles } from '../architecture/repository-files.js'

const day = '2027-06-30'
const zone = 'Asia/Shanghai'
const word = (text: string) => ({ en: text, 'zh-CN': text })
const head = { id: 'b-1', name: word('Yueqing'), rehearsal: false }

const exhibit = {
  id: '0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11',
  kind: 'yearbook',
  kindLabel: word('Yearbook'),
  class: 1,
  classProposed: 1,
  readers: 'PAR',
  status: 'accepted',
  statusLabel: word('Accepted'),
  receivedAt: '2027-03-31T16:00:00.000Z',
  expiresOn: day,
  file: 'kept',
  masked: false,
} as const
const condition = {
  id: '2.7.1:r1',
  text: word('of the report'),
  shownBy: null,
  due: 'date',
  dueLabel: word('On a day'),
  dueOn: day,
  dueBy: { ...dayEndAtPlace(day, zone) },
  binding: true,
  owner: 'government',
  ownerLabel: word('Local government'),
  status: 'open',
  statusLabel: word('Open'),
  fixedAt: '2027-03-31T16:00:00.000Z',
  fixedBy: '2.10.1',
  exhibits: [],
  changedAt: '2027-03-31T16:00:00.000Z',
} as const
const item = {
  code: 'm1',
  label: word('Office'),
  mandatory: true,
  owners: [],
  dueOn: day,
  dueBy: { ...dayEndAtPlace(day, zone) },
  overdue: false,
  status: 'open',
  statusLabel: word('Open'),
} as const
const kept = { kind: 'documents', label: word('Papers'), base: 'b-1', count: 1, until: day } as const

/** Each page on which something has a last day. */
const pages = (locale: Locale) =>
  [
    exhibitsContent({ head, zone, items: [{ ...exhibit }], next: null }, locale),
    conditionsContent([{ ...condition, exhibits: [] }], { head, locale }),
    launchContent([{ ...item, owners: [] }], { head, locale }),
    accountKeptContent(
      {
        programme: undefined,
        kept: [
          { programme: word('GASME'), records: { state: 'kept', requestedAt: null, erases: [], stays: [{ ...kept }] } },
        ],
      },
      locale,
    ),
  ].map(({ main }) => renderToStaticMarkup(createElement(Fragment, null, main)).replaceAll(/<[^>]*>/g, ' '))

const hour = { en: /24:00 in (?:New York|Beijing) \(/, 'zh-CN': /24时（(?:纽约|北京)时间；/ }

test.each(locales)(
  'the last day of an exhibit, a condition, an item and a keeping is told to its hour, in %s',
  (locale) => {
    const told = pages(locale)
    expect(told).toHaveLength(4)
    for (const page of told) expect(page).toMatch(hour[locale])
  },
)

test('a day ends where whoever has to meet it is, with the hour of the other side beside it', () => {
  expect(dueOfRow({ due_on: day, owner: 'government' }, zone)?.en).toBe(
    'Wednesday, 30 June 2027, 24:00 in Beijing (12:00 the same day in New York)',
  )
  expect(dueOfRow({ due_on: day, addressee: 'programme' }, zone)).toEqual(dayEndOfProgramme(day, zone))
  expect(dayEndOfProgramme(day, zone)['zh-CN']).toBe('2027年6月30日（星期三）24时（纽约时间；北京时间7月1日12时）')
  expect(dueOfRow({ due: 'year_one' }, zone)).toBeUndefined()
})

test('what is kept until a day is kept until that day begins where the programme is', () => {
  expect(momentInWords(keepingEnds('2037-01-15')).en).toMatch(/^14 January 2037, 24:00 in New York/)
})

/** A day by which something ends, put into words as a day alone. */
const alone = /dateInWords\(\s*[\w.]*\b(?:expires|due|until|ends|validUntil|keptUntil)\w*\b/i
let sources: readonly (readonly [string, string])[] = []
beforeAll(async () => {
  const files = (await sourceFiles()).filter((file) => /^(?:web|cli|api|activities|domain|mail|workers)\//.test(file))
  sources = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const))
})

test('nothing puts a day by which something ends into words without its hour', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter(([, text]) => alone.test(text)).map(([file]) => file)).toEqual([])
})

test('a day alone would be found: the twin', () => {
  for (const line of ['dateInWords(one.expiresOn, locale)', 'dateInWords(dueOn, locale)', "dateInWords(until, 'en')"])
    expect(line).toMatch(alone)
  expect('dateInWords(issuedOn, locale)').not.toMatch(alone)
})
