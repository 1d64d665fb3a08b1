import { expect, test } from '@jest/globals'
import { marksOf, textHashOf } from '../../../documents/hash-of-text.js'
import { contentOfSet } from '../../../domain/negotiation/of-model.js'
import { difference } from '../../../domain/negotiation/version.js'
import { applyModel } from '../../../domain/text/apply-model.js'
import type { TextContent } from '../../../domain/negotiation/content.js'
import type { MemorandumText } from '../../../domain/text/text.js'
import { smallModel, smallText } from './a-text.js'

const choosing = (choices: Partial<MemorandumText['choices']>, text = smallText): MemorandumText => ({
  ...text,
  choices: { ...text.choices, ...choices },
})
const valued = (name: string, value: string): MemorandumText => ({
  ...smallText,
  values: { ...smallText.values, [name]: { value, source: 'test' } },
})
const read = (text: MemorandumText & { heldBy?: string }, id: string) =>
  applyModel(smallModel, text)
    .pieces.flatMap(({ paragraphs }) => paragraphs)
    .find((one) => one.id === id)?.text
const content = (text: MemorandumText & { heldBy?: string }) => contentOfSet(applyModel(smallModel, text))
const hash = (text: MemorandumText & { heldBy?: string }) => textHashOf(content(text))

test('references are written by id and numbered when set, each language in its own way', () => {
  expect(read(smallText, 'law.1')).toEqual({
    en: 'Both shall keep 90 days, see (2).',
    'zh-CN': '双方应守90日，见第（二）款。',
  })
  expect(read(smallText, 'law.2')?.['zh-CN']).toBe('见第一条和附件一。')
  const inChina = choosing({ riders: ['cn'] })
  expect(read(inChina, 'who.cn')).toEqual({ en: 'As section 3 says.', 'zh-CN': '依第三条。' })
  expect(read(inChina, 'law.2')).toEqual({
    en: 'See section 1(1) and annex 1.',
    'zh-CN': '见第一条第（一）款和附件一。',
  })
})

test('a value without a source stays visible and is listed; nothing is put in its place', () => {
  const { days: _, ...values } = smallText.values
  const text = { ...smallText, values }
  expect(applyModel(smallModel, text).missing).toEqual(['days'])
  expect(read(text, 'talks.1')?.en).toBe('They talk for {days} days.')
  expect(applyModel(smallModel, valued('days', '')).missing).toEqual(['days'])
})

test('whoever holds an original is named first in it, and both originals have one hash', () => {
  const held = { ...smallText, heldBy: 'G' }
  expect(read(held, 'title')?.en).toBe('Paper of The Town and The League')
  expect(read(smallText, 'title')?.en).toBe('Paper of The League and The Town')
  expect(hash(held)).toBe(hash(smallText))
})

test('contacts, place and day are outside the hash, a value of a clause is not', () => {
  expect(hash(valued('phone', '+1 6'))).toBe(hash(smallText))
  expect(hash(valued('sign.place', 'Turin'))).toBe(hash(smallText))
  expect(hash(valued('days', '91'))).not.toBe(hash(smallText))
})

test('a clause whose references move keeps its hash; the one that changed does not', () => {
  const [before, after] = [smallText, choosing({ riders: ['cn'] })].map((text) => marksOf(content(text)))
  const { changed, gone } = difference(before ?? {}, after ?? {})
  expect([Object.keys(changed), gone]).toEqual([['who'], []])
})

test('the same words under another version of the model have another hash', () => {
  const begun = content(smallText)
  expect(textHashOf({ ...begun, model: { ...begun.model, version: 2 } })).not.toBe(textHashOf(begun))
})

test('the word for two sides gives way where an optional clause brings a third, in every clause of that language', () => {
  expect(read(choosing({ options: ['visits'] }), 'talks.1')?.['zh-CN']).toBe('各方磋商90日。')
})

const begun = contentOfSet(applyModel(smallModel, smallText))
const with_ = (id: string, paragraphs: TextContent['clauses'][number]['paragraphs']): TextContent => ({
  ...begun,
  clauses: begun.clauses.map((clause) => (clause.id === id ? { ...clause, paragraphs } : clause)),
})
const paragraphsOf = (id: string) => begun.clauses.find((clause) => clause.id === id)?.paragraphs ?? []
const put = { id: 'law.new', text: { en: 'And more, see {ref:talks}.', 'zh-CN': '另见{ref:talks}。' } }
const [first, second] = paragraphsOf('law')

/** What both sides may have made of the small text: each is set as it was made, whatever its values are today. */
const versions: readonly (readonly [string, TextContent])[] = [
  ['nothing changed', begun],
  ['a section left out', { ...begun, clauses: begun.clauses.filter(({ id }) => id !== 'talks') }],
  [
    'a paragraph put in',
    with_(
      'law',
      [first, put, second].flatMap((one) => one ?? []),
    ),
  ],
  ['a paragraph left out', with_('law', second === undefined ? [] : [second])],
  [
    'rows of then',
    with_(
      'annex_1',
      paragraphsOf('annex_1').map((one) => ({ ...one, rows: [[{ en: 'South', 'zh-CN': '南' }]] })),
    ),
  ],
  [
    'no rows then',
    with_(
      'annex_1',
      paragraphsOf('annex_1').map(({ id, text }) => ({ id, text })),
    ),
  ],
  ['one language', { ...begun, languages: ['en'] }],
]

test.each(versions)('what is set of a version has its hash, however the values moved since: %s', (_what, made) => {
  const today = valued('days', '91')
  const values = { ...today.values, units: { value: { rows: [] }, source: 'test' } }
  for (const heldBy of ['A', 'G'])
    expect(textHashOf(content({ ...today, choices: choosing({ riders: ['cn'] }).choices, values, made, heldBy }))).toBe(
      textHashOf(made),
    )
  expect(hash({ ...today, values })).not.toBe(textHashOf(made))
})

test('what was put in is numbered in its place, and what the model would not take is not set as if it were agreed', () => {
  const made = with_(
    'law',
    [first, put, second].flatMap((one) => one ?? []),
  )
  const law = applyModel(smallModel, { ...smallText, made }).pieces.find(({ id }) => id === 'law')
  expect(law?.paragraphs.map(({ id, number, text }) => `${id} ${number} ${text['en']}`)).toEqual([
    'law.1 1 Both shall keep 90 days, see (3).',
    'law.new 2 And more, see 2.',
    'law.2 3 See section 1 and annex 1.',
  ])
  const unknown = { ...begun, clauses: [...begun.clauses, { id: 'mayor', heading: {}, paragraphs: [put] }] }
  expect(hash({ ...smallText, made: unknown })).not.toBe(textHashOf(unknown))
})

test('a gap that both sides left open is missing, and what their words no longer ask for is not', () => {
  const { days: _, ...values } = smallText.values
  const gap = { id: 'talks.1', text: { en: 'They talk at {mayor}.', 'zh-CN': '磋商。' } }
  const made = with_('talks', [gap])
  expect(applyModel(smallModel, { ...smallText, values, made }).missing).toEqual(['mayor'])
})
