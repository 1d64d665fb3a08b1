import { expect, test } from '@jest/globals'
import { composeMouText } from '../../documents/compose/mou-text.js'
import type { PaperOf } from '../../documents/paper.js'
import type { Block } from '../../documents/sheet.js'
import type { Locale } from '../../domain/locale.js'
import type { MemorandumText } from '../../domain/text/text.js'
import { exampleFacts, exampleLedger, yueqing } from './example-papers.js'
import { exampleText } from './example-text.js'

const memorandum = (language: Locale, facts: Partial<PaperOf<'mou_text'>['facts']> = {}) =>
  composeMouText({
    kind: 'mou_text',
    language,
    rehearsal: false,
    base: yueqing,
    ledger: exampleLedger,
    facts: { ...exampleFacts.mou_text, ...facts },
  })
const with_ = (change: Partial<MemorandumText>): { readonly text: MemorandumText } => ({
  text: { ...exampleText, ...change },
})
const languagesOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.type === 'language' ? [block] : []))
const sectionsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'section' ? [`${block.number ?? ''} ${block.heading}`] : []))

test('an original holds two whole texts, the language of its holder first, and the annexes after the last', () => {
  for (const [held, order] of [
    ['en', ['en', 'zh-CN']],
    ['zh-CN', ['zh-CN', 'en']],
  ] as const) {
    const texts = languagesOf(memorandum(held).blocks)
    expect(texts.map(({ language }) => language)).toEqual([...order, ...order])
    const [one, other, ...annexes] = texts.map(({ blocks }) => blocks)
    expect(sectionsOf(one ?? [])).toHaveLength(30)
    expect(sectionsOf(other ?? [])).toHaveLength(30)
    expect(annexes.map((blocks) => sectionsOf(blocks).length)).toEqual([5, 5])
  }
})

test('whoever holds an original is named first in its title and signs on the left', () => {
  const [alliance, government] = (['en', 'zh-CN'] as const).map((held) => {
    const texts = languagesOf(memorandum(held).blocks)
    const english = texts.find(({ language, title }) => language === 'en' && title !== undefined)
    const signatures = english?.blocks.flatMap((block) => (block.type === 'signatures' ? block.sides : []))
    return { title: english?.title, signs: signatures?.map(({ of }) => of) }
  })
  expect(alliance?.title).toMatch(/^Memorandum of Understanding between Global Alliance of SMEs and Yueqing/)
  expect(government?.title).toMatch(/^Memorandum of Understanding between Yueqing .* and Global Alliance of SMEs on/)
  expect(alliance?.signs).toEqual([...(government?.signs ?? [])].reverse())
})

test('headings and references are numbered in the way of each language', () => {
  const printed = JSON.stringify(memorandum('en').blocks)
  expect(printed).toContain('Sections 14, 15 and 17, section 29(4) and this section bind the participants.')
  expect(printed).toContain('第十四条、第十五条、第十七条、第二十九条第（四）款和本条对双方具有约束力')
  expect(printed).toContain('第一部分 总则')
  expect(printed).not.toMatch(/\{(ref|own):/)
})

test('a draft says so with its number and day on every page, and the text that was locked does not', () => {
  expect(memorandum('en').mark).toBe('DRAFT 2 · 1 March 2027')
  expect(memorandum('zh-CN').mark).toBe('草案（第2稿）· 2027年3月1日')
  expect(memorandum('en', { locked: true }).mark).toBeUndefined()
})

test('what nobody has given is a gap with its name, and listed with the source it is expected from; what is signed by hand is a line', () => {
  const { 'A.regNo': _, ...values } = exampleText.values
  const printed = JSON.stringify(memorandum('en', with_({ values })).blocks)
  expect(printed).toContain('registered under number [registration number of the Alliance]')
  expect(printed).toContain('登记号［联盟登记号］')
  expect(printed).toContain('registration number of the Alliance (from: choice of the instrument)')
  expect(printed).toContain('Signed at ____________ on ____________')
  expect(JSON.stringify(memorandum('en').blocks)).not.toContain('Values without a source')
})

test('places differ: a county of the United States signs one language, a Chinese city has its riders', () => {
  const { 'lang.all': _, ...values } = exampleText.values
  const county = memorandum(
    'en',
    with_({
      languages: { authentic: ['en'], reading: [], working: 'en' },
      choices: { variants: {}, options: ['public_access'], riders: ['other'] },
      values,
    }),
  )
  const printed = JSON.stringify(county.blocks)
  expect(languagesOf(county.blocks).map(({ language }) => language)).toEqual(['en', 'en'])
  expect(printed).not.toContain('equally valid')
  expect(printed).not.toContain('mainland of China')
  expect(printed).toContain('release records where the law on access to documents so requires')
  expect(JSON.stringify(memorandum('en').blocks)).toContain('mainland of China')
})

test('a text of a model that is not at hand is not printed as if it were', () => {
  expect(() => memorandum('en', with_({ model: { id: 'memorandum-of-understanding', version: 99 } }))).toThrow(
    RangeError,
  )
})
