import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { when } from '../../cli/printing.js'
import { composeEvidenceReport } from '../../documents/compose/evidence-report.js'
import { composeHistorySheet } from '../../documents/compose/history-sheet.js'
import { composeSheet } from '../../documents/compose-sheet.js'
import { instantOf } from '../../domain/calendar-zone.js'
import { diffBetween } from '../../domain/diff.js'
import { changesBetween } from '../../domain/facets.js'
import { documentKinds } from '../../domain/document-kind.js'
import { letterKinds } from '../../domain/letters/letters.js'
import { locales, type LocalText } from '../../domain/locale.js'
import { refusalText } from '../../domain/refusal.js'
import { momentInWords } from '../../domain/words/hours.js'
import { refusalInWords } from '../../domain/words/refusals.js'
import { renderDivergenceLetter } from '../../mail/divergence-letter.js'
import { renderLetter } from '../../mail/render-letter.js'
import { examplePaper } from '../documents/example-papers.js'
import { exampleFacts } from '../mail/example-letters.js'
import { baseInWords } from '../../domain/why-base.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { calendars, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'
import { playMinutely } from '../support/a-dated-ledger.js'
import { pagesWithMoments } from './pages-with-moments.js'
import { refusedCases } from './refused/every-case.js'
import { byDayAlone } from '../support/ends-told.js'

const at = '2027-03-31T16:00:00.000Z'
const zone = 'Asia/Shanghai'
/** A moment as machines write it, or as they did with its T taken out. */
const bare = /\d{4}-\d\d-\d\d[T ]\d\d/
const isBare = (text: string): boolean => bare.test(text)

test.each([
  [
    'in the zone of the place and of the programme',
    zone,
    '31 March 2027, 24:00 in Beijing (12:00 in New York)',
    '2027年3月31日24时（北京时间；纽约时间12时）',
  ],
  [
    'of the programme and of the log, where no place is meant',
    undefined,
    '31 March 2027, 12:00 in New York (16:00 in UTC)',
    '2027年3月31日12时（纽约时间；协调世界时16时）',
  ],
  [
    'in one zone alone, where the place has the programme’s',
    'America/New_York',
    '31 March 2027, 12:00 in New York',
    '2027年3月31日12时（纽约时间）',
  ],
  [
    'with the date of the other side, where it has another one',
    'Australia/Sydney',
    '1 April 2027, 03:00 in Sydney (31 March 2027, 12:00 in New York)',
    '2027年4月1日3时（悉尼时间；纽约时间3月31日12时）',
  ],
])('a moment is told %s', (_, place, en, chinese) => {
  expect(momentInWords(at, place)).toEqual({ en, 'zh-CN': chinese })
})

test('whatever the moment, it can be found again from what is told of it', () => {
  const minutes = fc
    .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2036-01-01') })
    .map((ms) => ms - (ms % 60_000))
  fc.assert(
    fc.property(minutes, (ms) => {
      const [, date = '', hours = '', rest = ''] =
        /^(.+?), (\d\d):(\d\d) in Beijing/.exec(momentInWords(instantOf(ms), zone).en) ?? []
      expect(Date.parse(`${date} 00:00 UTC`) + (Number(hours) * 60 + Number(rest) - 480) * 60_000).toBe(ms)
    }),
    { seed: 7 },
  )
})

const word = (text: string): LocalText => ({ en: text, 'zh-CN': text })
/** Everything that is told with moments in it, in both languages. */
const tell = (): Readonly<Record<string, readonly string[]>> => ({
  letters: letterKinds.flatMap((kind) => {
    const facts = { ...exampleFacts, zone, checkpoint: { short: '1234:9f86d081', at } }
    const { subject, text, html } = renderLetter(kind, { languages: locales, facts })
    return [subject, text, html]
  }),
  'letters of auditors': locales.map(
    (locale) => renderDivergenceLetter({ programme: 'gasme', madeAt: at, found: 0, divergences: [] }, locale).text,
  ),
  papers: documentKinds.flatMap((kind) =>
    locales.map((language) => JSON.stringify(composeSheet(examplePaper(kind, { language })))),
  ),
  histories: locales.map((language) => JSON.stringify(composeHistorySheet(history, language))),
  'refusals of the core': refusedCases.flatMap(({ base: before, command, actor, claimRefusal, isWordless }) => {
    const base = before()
    const no = refusalOf(base.send(command(base), { actor, claimRefusal, isWordless }))
    return locales.flatMap((locale) => Object.values(refusalInWords(no, locale)))
  }),
  differences: differences().flatMap(({ sentence }) => Object.values(sentence)),
  pages: locales.flatMap((locale) => pagesWithMoments(locale).map(withoutMarks)),
  'reports of evidence': locales.map((language) => JSON.stringify(composeEvidenceReport(report, language))),
  lists: [when(at, { zone }), when(at, { zone, language: 'zh-CN' })],
  'reasons why a base waits': whys(),
})

/** Why the bases of a life wait, at each step that opens, and on hold; with it what letters say of silence. */
const whys = (): readonly string[] => {
  const base = aNominatedBase()
  const seen = new Set<string>()
  const texts: string[] = []
  play(base, {
    until: (played) => {
      const keys = played.openKeys().filter((key) => !seen.has(key))
      for (const key of keys) seen.add(key)
      if (keys.length > 0) texts.push(...sentencesOf(played))
      return played.state().facts.reviews.length >= 1
    },
  })
  const waiting = playTo(aNominatedBase(), { key: '3.5' })
  waiting.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  return [...texts, ...sentencesOf(waiting)]
}

/** Without its head and its last line, which is the clock of the machine for whoever keeps it. */
const sentencesOf = (base: ABase): readonly string[] =>
  baseInWords(base.state(), { procedure: base.procedure, calendars, story: lifeOf, now: base.now() })
    .split('\n')
    .slice(1, -1)

const history = {
  base: 'gasme-C09-yueqing-1',
  name: { en: 'Yueqing', 'zh-CN': '乐清' },
  rehearsal: false,
  madeAt: at,
  zone,
  ledger: { entries: 1, head: 'a'.repeat(64) },
  filters: [],
  entries: [
    { seq: 1, at, effectiveOn: null, what: { en: 'x', 'zh-CN': 'x' }, who: { en: 'y', 'zh-CN': 'y' }, words: '' },
  ],
}

const report = {
  subject: 'gasme',
  rehearsal: false,
  madeAt: at,
  checkpoint: { size: 1, root: 'b'.repeat(64), at, origin: 'gasme.example/log' },
  streams: [],
  acts: [{ entry: '1', at, step: word('1.4a'), option: word('Pass'), code: '', person: 'p-1', role: word('Officer') }],
  papers: [],
  exceptions: [{ entry: '1', stream: 'gasme', at, kind: word('Silence'), what: 'x', who: 'y' }],
}

const differences = () => {
  const base = aNominatedBase()
  playMinutely(base, { until: ({ open }) => open('1.8') !== undefined })
  const [from, to] = [
    { at: '2026-01-01T00:00:00.000Z', on: '2026-01-01', by: 'happened' },
    { at: '2036-01-01T00:00:00.000Z', on: '2036-01-01', by: 'happened' },
  ] as const
  const entries = base.recorded.map((entry) => ({ ...entry, recordedAt: entry.occurredAt, effectiveOn: null }))
  const before = base.state()
  const signed = { ...before, facts: { ...before.facts, endsOn: '2029-12-09' } }
  return [
    ...diffBetween(before.id, { entries, from, to, scoring: false }).changes,
    ...changesBetween(before, { after: signed, scoring: false }),
  ]
}

/** What a machine reads of a page is not what people read. */
const withoutMarks = (page: string): string => page.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, '')

/** Told once for all tests: it takes half a minute. */
let all: ReturnType<typeof tell>
beforeAll(() => {
  all = tell()
}, 120_000)
const told = (): typeof all => all

test('no letter, paper, refusal, page or list puts a moment before people as machines write it', () => {
  for (const [door, texts] of Object.entries(told())) {
    expect([door, texts.length > 0]).toEqual([door, true])
    expect([door, texts.filter(isBare)]).toEqual([door, []])
  }
}, 60_000)

test('nothing that ends is told by its day alone, without hour and place', () => {
  for (const [door, texts] of Object.entries(told()))
    expect([door, texts.flatMap((text) => byDayAlone.exec(text)?.[0] ?? [])]).toEqual([door, []])
}, 60_000)

test('an end that is told by its day is found: the twin', () => {
  for (const said of [
    'if nobody acts, at the end of 24 December 2026 it lapses',
    '2026年12月24日终了后亦可办理',
    'unless the memorandum has ended by then: its term ends on 9 December 2029.',
    '备忘录于2029年12月9日期满，届时已终止的不再启动。',
    JSON.stringify(['Closes at the end of', '1 February 2027']),
    JSON.stringify(['申报截止日期', '2027年2月1日']),
    'Last day of the memorandum9 December 2029',
    '备忘录最后一日2029年12月9日',
    'Memorandum ends: 2029-12-09',
    '备忘录到期：2029-12-09',
    'Until 9 December 2029',
  ])
    expect(said).toMatch(byDayAlone)
  for (const said of [
    'due by Thursday, 24 December 2026, 24:00 in New York',
    'its term ends on Sunday, 9 December 2029, 24:00 in Beijing (11:00 the same day in New York).',
    '备忘录于2029年12月9日（星期日）24时（北京时间；纽约时间同日11时）期满',
    JSON.stringify(['申报截止时间', '2027年2月1日24时（纽约时间；协调世界时2月2日5时）']),
  ])
    expect(said).not.toMatch(byDayAlone)
})

test('as the core has them, refusals would, and so would a page with its marks: the twin', () => {
  const closed = { step: '1.4a.1', outcome: 'pass', closedAt: at, open: [] }
  expect(refusalText({ code: 'step_already_decided', detail: closed }, 'en').says).toMatch(bare)
  expect(pagesWithMoments('en').filter(isBare)).toHaveLength(5)
  expect([at, at.slice(0, 16).replace('T', ' ')].filter(isBare)).toHaveLength(2)
})

test('a moment of a letter and of two pages has both hours beside it', () => {
  const { letters = [], pages: shown = [] } = told()
  const looked = [...letters.slice(1, 2), ...shown.slice(0, 2)]
  expect(looked).toHaveLength(3)
  for (const text of looked)
    expect(text).toMatch(/24:00 in Beijing \(12:00 in New York\)|24时（北京时间；纽约时间12时）/)
})
