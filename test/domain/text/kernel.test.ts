import { expect, test } from '@jest/globals'
import { hashOfText } from '../../../documents/hash-of-text.js'
import { applyModel } from '../../../domain/text/apply-model.js'
import { changesBetween } from '../../../domain/text/changes.js'
import { changedClauses, clauseHashes, textHash } from '../../../domain/text/hashes.js'
import type { MemorandumText } from '../../../domain/text/text.js'
import { whatFalls } from '../../../domain/text/what-falls.js'
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
const hash = (text: MemorandumText) => textHash(applyModel(smallModel, text), hashOfText)
const changed = (before: MemorandumText, after: MemorandumText) =>
  changesBetween({ model: smallModel, before, after }).map((change) => `${change.piece} ${change.class}`)

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
  const [before, after] = [smallText, choosing({ riders: ['cn'] })].map((text) =>
    clauseHashes(applyModel(smallModel, text), hashOfText),
  )
  expect(changedClauses(before ?? {}, after ?? {})).toEqual(['who'])
  expect(changed(smallText, choosing({ riders: ['cn'] }))).toEqual(['who material'])
})

test('the word for two sides gives way where an optional clause brings a third, in every clause of that language', () => {
  expect(read(choosing({ options: ['visits'] }), 'talks.1')?.['zh-CN']).toBe('各方磋商90日。')
})

test('the class of a change is computed: material, cleared for all, normal, form only, by notice', () => {
  const edited = (en: string): MemorandumText => ({
    ...smallText,
    edits: [{ kind: 'replace', paragraph: 'law.2', text: { en } }],
  })
  expect(changed(smallText, edited('See.'))).toEqual(['law material'])
  expect(changed(smallText, edited('See  section {ref:who.1} and annex {ref:annex_1} .'))).toEqual(['law editorial'])
  expect(changed(smallText, choosing({ variants: { law: 'LAW-B' } }))).toEqual(['law pre_cleared'])
  expect(changed(choosing({ variants: { law: 'LAW-B' } }), smallText)).toEqual(['law material'])
  expect(changed(smallText, valued('days', '91'))).toEqual(['talks normal', 'law material'])
  expect(changed(smallText, choosing({ raised: ['talks'] }, valued('days', '91')))).toEqual([
    'talks material',
    'law material',
  ])
  expect(changed(smallText, choosing({ options: ['visits'] }))).toContain('who normal')
  expect(changed(smallText, valued('phone', '1'))).toEqual(['annex_5 by_notice'])
  expect(changed(smallText, valued('sign.place', 'Turin'))).toEqual(['signature_page by_notice'])
  expect(changed(smallText, { ...smallText, languages: { ...smallText.languages, authentic: ['en'] } })).toEqual([
    'languages material',
  ])
})

test('a value that changes along with a variant cleared for all is material all the same, and so is what was written by hand', () => {
  expect(changed(smallText, choosing({ variants: { law: 'LAW-B' } }, valued('days', '91')))).toEqual([
    'talks normal',
    'law material',
  ])
  const byHand: MemorandumText = {
    ...smallText,
    edits: [{ kind: 'replace', paragraph: 'law.1', text: { en: 'Both shall rest.' } }],
  }
  expect(changed(byHand, { ...smallText, choices: { ...smallText.choices, variants: { law: 'LAW-B' } } })).toEqual([
    'law material',
  ])
})

test('an insertion stands where it was put, and lies in the scope of everybody who clears any of its clause', () => {
  const inserted: MemorandumText = {
    ...smallText,
    edits: [
      { kind: 'insert', piece: 'law', paragraph: 'law.new', after: 'law.1', binding: false, text: { en: 'And more.' } },
    ],
  }
  const law = applyModel(smallModel, inserted).pieces.find(({ id }) => id === 'law')
  expect(law?.paragraphs.map(({ id, number }) => `${id} ${number}`)).toEqual(['law.1 1', 'law.new 2', 'law.2 3'])
  const changes = changesBetween({ model: smallModel, before: smallText, after: inserted })
  const fates = (scope: string) =>
    whatFalls(changes, { clearances: [{ id: 'x', side: 'place', scope }], model: smallModel }).map(({ fate }) => fate)
  expect(fates('money')).toEqual(['falls'])
  expect(fates('legal')).toEqual(['falls'])
})
