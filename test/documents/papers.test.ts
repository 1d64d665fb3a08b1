import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, expect, test } from '@jest/globals'
import { locales, type Locale } from '../../domain/locale.js'
import { fingerprint } from '../../documents/document-store.js'
import { rehearsalMark } from '../../documents/letterhead.js'
import type { Paper, PaperFacts } from '../../documents/paper.js'
import { documentKinds, type DocumentKind } from '../../domain/document-kind.js'
import { titleWords } from '../../documents/title-words.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { exampleFacts, exampleLedger, examplePaper, yueqing } from './example-papers.js'
import { asDrawn, readPdf } from './pdf-text.js'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const aDecision = (language: Locale, facts: Partial<PaperFacts['decision_letter']>): Paper => ({
  ...examplePaper('decision_letter', { language }),
  facts: { ...exampleFacts.decision_letter, ...facts },
})

const aReview = (facts: Partial<PaperFacts['review_letter']>): Paper => ({
  ...examplePaper('review_letter', { language: 'en' }),
  facts: { ...exampleFacts.review_letter, ...facts },
})

const everyPaper = documentKinds.flatMap((kind) => locales.map((language): [DocumentKind, Locale] => [kind, language]))

test.each(everyPaper)(
  'a %s in %s is a tagged PDF with its base, ledger head and page numbers',
  async (kind, language) => {
    const read = readPdf(await typesetter.render(examplePaper(kind, { language })))
    const text = read.pages.join('')
    expect(read.tagged).toBe(true)
    expect(text).toContain(kind === 'call_notice' ? 'gasme' : yueqing.id)
    expect(text).toContain(exampleLedger.head)
    const count = read.pages.length
    read.pages.forEach((page, index) => {
      expect(page).toContain(exampleLedger.head.slice(0, 12))
      expect(page).toContain(language === 'en' ? `Page${index + 1}of${count}` : `第${index + 1}页，共${count}页`)
    })
    expect(text).not.toContain('\uFFFD')
  },
)

test.each(locales)(
  'a paper in %s prints the last signed checkpoint in short, and none where there was none',
  async (language) => {
    const paper = examplePaper('decision_letter', { language })
    const checkpoint = { short: '1234:9f86d081884c7d65', at: '2027-03-01T07:55:00.000Z' }
    const printed = async (ledger: Paper['ledger']) =>
      readPdf(await typesetter.render({ ...paper, ledger })).pages.join('')
    expect(await printed({ ...exampleLedger, checkpoint })).toContain(checkpoint.short)
    expect(await printed(exampleLedger)).not.toMatch(language === 'en' ? /checkpoint/ : /检查点/)
  },
)

test('a sheet of feedback prints scores and ratings only where somebody scored and rated, and numbers its parts (8.15)', async () => {
  const { reasonCode = 'INE', ...rest } = exampleFacts.feedback_sheet
  const printed = async (facts: PaperFacts['feedback_sheet'], language: Locale) =>
    readPdf(await typesetter.render({ ...examplePaper('feedback_sheet', { language }), facts })).pages.join('')
  const whole = await printed({ ...rest, reasonCode }, 'zh-CN')
  const bare = await printed({ reasonCode, advice: [] }, 'zh-CN')
  for (const part of [
    '一、未达到的资格条件',
    '二、分项得分',
    '三、优势',
    '四、不足',
    '五、尽职调查分项结论',
    '六、改进建议',
  ])
    expect(whole).toContain(asDrawn(part))
  expect(bare).toContain(asDrawn('一、改进建议'))
  expect(bare).not.toMatch(/得分|核查结论/)
  expect(await printed({ reasonCode, advice: [] }, 'en')).toContain(asDrawn('The main reason'))
})

test.each(everyPaper)('a %s in %s holds its Chinese letters in an embedded Chinese font', async (kind, language) => {
  const { fonts, pages } = readPdf(await typesetter.render(examplePaper(kind, { language, rehearsal: true })))
  expect(fonts.some((font) => font.startsWith('NotoSansHans-'))).toBe(true)
  expect(pages.join('')).toMatch(/\p{Script=Han}{4}/u)
})

test('every page of a rehearsal says so in both languages, and no page of a real paper does', async () => {
  for (const language of locales) {
    for (const rehearsal of [true, false]) {
      const { pages } = readPdf(await typesetter.render(examplePaper('mou_text', { language, rehearsal })))
      expect(pages.length).toBeGreaterThan(2)
      for (const mark of Object.values(rehearsalMark)) {
        expect(pages.map((page) => page.includes(asDrawn(mark)))).toEqual(pages.map(() => rehearsal))
      }
    }
  }
})

test('the same paper gives the same bytes, again, on a new thread, and in another process', async () => {
  const other = createTypesetter({ papersPerThread: 1 })
  const paper = examplePaper('review_letter', { language: 'zh-CN' })
  const prints = [await typesetter.render(paper), await typesetter.render(paper), await other.render(paper)]
  await other.close()
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    new URL('print-one.mts', import.meta.url).pathname,
    JSON.stringify(paper),
  ])
  expect(new Set([...prints.map(fingerprint), stdout]).size).toBe(1)
})

test('a paper of another entry has other bytes', async () => {
  const paper = examplePaper('review_letter', { language: 'en' })
  const later = { ...paper, ledger: { ...paper.ledger, seq: 43 } }
  const [one, two] = [await typesetter.render(paper), await typesetter.render(later)]
  expect(fingerprint(one)).not.toBe(fingerprint(two))
})

test('a title breaks between words, and brackets stay with what they hold', () => {
  const words = titleWords('关于确认共建全球产业集群合作基地（乐清）的函', 'zh-CN')
  expect(words.join('')).toBe('关于确认共建全球产业集群合作基地（乐清）的函')
  expect(words).toContain('（乐清）')
  expect(words.length).toBeGreaterThan(6)
  expect(titleWords('Outcome of the nomination', 'en')).toEqual(['Outcome of the nomination'])
})

test.each(locales)(
  'a paper in %s bears its number above whom it is about, and a memorandum for signature none',
  async (language) => {
    const number = { en: 'GASME/L/2027/15', 'zh-CN': 'GASME函〔2027〕15号' }
    const printed = async (kind: 'decision_letter' | 'mou_text') => {
      const paper: Paper = { ...examplePaper(kind, { language }), number }
      return readPdf(await typesetter.render(paper)).pages.join('')
    }
    const letter = await printed('decision_letter')
    expect(letter).toContain(asDrawn(number[language]))
    expect(letter).toContain(yueqing.id)
    expect(await printed('mou_text')).not.toContain(asDrawn(number[language]))
  },
)

test.each(everyPaper)(
  'a %s in %s is kept for the long term, and says what it is and by whom to whoever finds it',
  async (kind, language) => {
    const bytes = Buffer.from(await typesetter.render(examplePaper(kind, { language }))).toString('utf8')
    expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(bytes).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(bytes).toContain(language === 'en' ? 'Global Alliance of SMEs' : '全球中小企业联盟')
    expect(bytes).toContain(kind === 'call_notice' ? 'gasme' : yueqing.cluster[language])
  },
)

test('what looks like Typst markup in a value is printed as it stands', async () => {
  const reasons = '#import "/etc/passwd" $x^2$ *bold* _it_ ] ) } \\ <label> @ref `raw` // gone? /* */ #panic("no")'
  const facts = { reasons }
  const { pages } = readPdf(await typesetter.render(aDecision('en', facts)))
  expect(pages.join('').replaceAll('”', '"').replaceAll('“', '"')).toContain(asDrawn(reasons))
})

test('five thousand characters with and without a space flow over the pages, none lost', async () => {
  const cases = ['落实改进'.repeat(1250), 'x'.repeat(5000), 'works well '.repeat(455).slice(0, 5000)]
  for (const note of cases) {
    const facts = { reasons: note, cover: note }
    const { pages } = readPdf(await typesetter.render(aDecision('zh-CN', facts)))
    expect(pages.length).toBeGreaterThan(3)
    const letter = asDrawn(note).slice(0, 1)
    const drawn = [...pages.join('')].filter((character) => character === letter).length
    expect(drawn).toBeGreaterThanOrEqual(2 * [...asDrawn(note)].filter((character) => character === letter).length)
  }
})

test('control characters, half characters and direction marks do not break a paper', async () => {
  const facts = { reasons: 'a\u0000b\u202Ec\uD800d\u001B[31me' }
  const { pages } = readPdf(await typesetter.render(aDecision('en', facts)))
  expect(pages.join('')).toMatch(/abc.?d\[31me/u)
})

test('many papers asked for at once come out right, each its own', async () => {
  const years = [2028, 2029, 2030, 2031, 2032, 2033]
  const small = createTypesetter({ papersPerThread: 2 })
  const prints = await Promise.all(years.map((year) => small.render(aReview({ year }))))
  await small.close()
  expect(prints.map((print) => /yearlyreview(\d{4})/.exec(readPdf(print).pages.join(''))?.[1])).toEqual(
    years.map(String),
  )
})

test('a paper with a date that is none is refused, and the next paper still prints', async () => {
  const broken = aReview({ nextReviewOn: 'soon' })
  await expect(typesetter.render(broken)).rejects.toThrow(
    'a date is written YYYY-MM-DD, such as 2027-03-31; got "soon"',
  )
  expect((await typesetter.render(examplePaper('review_letter', { language: 'en' }))).byteLength).toBeGreaterThan(
    10_000,
  )
})

test('a typesetter that hangs is given up and the next paper gets a new thread', async () => {
  const hasty = createTypesetter({ millisPerPaper: 1 })
  await expect(hasty.render(examplePaper('mou_text', { language: 'en' }))).rejects.toMatchObject({
    name: 'TypesettingFailed',
  })
  await hasty.close()
})

test('the letter of an extraordinary review names its day and the panel that comes next, and no year of its own (5.13)', async () => {
  const printed = async (facts: Partial<PaperFacts['review_letter']>) =>
    asDrawn(readPdf(await typesetter.render(aReview(facts))).pages.join(''))
  const beside = await printed({ extraordinaryOn: '2029-06-14', year: 2030 })
  expect(beside).toContain(asDrawn('Result of the extraordinary review of 14 June 2029'))
  expect(beside).toContain(asDrawn('The panel of the next yearly review looks at it again.'))
  expect(await printed({})).not.toContain('extraordinary')
})

test.each([
  ['review', 'the proposal of the review panel'],
  ['stop', 'what led to the integrity stop'],
  ['change', 'after the place had changed'],
] as const)('a resolution on a %s says what the Board had before it (5.12, 8.10)', async (on, words) => {
  const paper: Paper = {
    ...examplePaper('withdrawal_resolution', { language: 'en' }),
    facts: { ...exampleFacts.withdrawal_resolution, on },
  }
  expect(asDrawn(readPdf(await typesetter.render(paper)).pages.join(''))).toContain(asDrawn(words))
})
