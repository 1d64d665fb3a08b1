import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { checkModel, type ModelFault } from '../../../domain/text/check-model.js'
import type { Clause, Paragraph, TextModel } from '../../../domain/text/model.js'
import { memorandumModel } from '../../../domain/gicc/memorandum/model/memorandum-model.js'
import { smallModel } from './a-text.js'

test('the model memorandum has its thirty clauses in six parts and five annexes, and passes its check', () => {
  expect(checkModel(memorandumModel)).toEqual([])
  expect(memorandumModel.clauses.map(({ id }) => id).join(' ')).toMatchInlineSnapshot(
    `"participants purpose base areas plans alliance_part government_part conditions committee office money presence review confidentiality personal_data ip marks publicity integrity character precedence differences force_majeure succession notices amendment term ending after_end languages"`,
  )
  expect(memorandumModel.annexes).toHaveLength(5)
  expect(memorandumModel.options).toHaveLength(10)
  expect(new Set(memorandumModel.clauses.map(({ part }) => part)).size).toBe(6)
})

test('the rules name its sections in the order in which they stand', () => {
  const named = (rules: string) =>
    /in English and Chinese: ([^(]*)\(/.exec(rules)?.[1]?.replaceAll(/\s+/g, ' ').trim().toLowerCase().split('; ')
  const rules = readFileSync('docs/rules/memorandum.md', 'utf8')
  const headings = memorandumModel.clauses.map(({ heading }) => heading.en?.toLowerCase())
  expect(named(rules)).toEqual(headings)
  expect(named(rules.replace('purpose; ', ''))).not.toEqual(headings)
})

test('a change of these asks for renewed clearance, of the others it does not', () => {
  const numbers = (weight: string) =>
    memorandumModel.clauses.flatMap((clause, index) => (clause.class === weight ? [index + 1] : []))
  expect(numbers('normal')).toEqual([2, 5, 9, 10, 16, 18, 23, 25])
  expect(numbers('material')).toHaveLength(22)
  expect(memorandumModel.annexes.map((annex) => annex.class)).toEqual([
    'material',
    'normal',
    'normal',
    'material',
    'by_notice',
  ])
})

test('only the sections that say so bind, and each of their paragraphs has a wording that binds nobody', () => {
  const binding = memorandumModel.clauses.flatMap(({ paragraphs }) => paragraphs.filter((one) => one.binding))
  expect([...new Set(binding.map(({ id }) => id.split('.')[0]))]).toEqual([
    'confidentiality',
    'personal_data',
    'marks',
    'character',
    'after_end',
  ])
  expect(binding.every(({ soft }) => soft !== undefined)).toBe(true)
})

const changed = (id: string, change: (paragraph: Paragraph) => Paragraph): TextModel => ({
  ...smallModel,
  clauses: smallModel.clauses.map((clause) => ({
    ...clause,
    paragraphs: clause.paragraphs.map((one) => (one.id === id ? change(one) : one)),
  })),
})
const saying = (id: string, text: Paragraph['text']) =>
  changed(id, (one) => ({ ...one, text: { ...one.text, ...text } }))
const clause = (id: string, change: (clause: Clause) => Clause): TextModel => ({
  ...smallModel,
  clauses: smallModel.clauses.map((one) => (one.id === id ? change(one) : one)),
})

const broken: readonly (readonly [string, TextModel, ModelFault['fault'], string])[] = [
  ['a value nobody names a source for', saying('talks.1', { en: 'They meet {mayor}.' }), 'unsourced', 'talks.1'],
  ['a paragraph without Chinese', saying('talks.1', { 'zh-CN': ' ' }), 'language_missing', 'talks.1'],
  ['a word of a contract', saying('talks.1', { en: 'Each party will help.' }), 'forbidden_word', 'talks.1'],
  ['a command outside what binds', saying('talks.1', { en: 'They shall help.' }), 'forbidden_word', 'talks.1'],
  [
    'a Chinese command outside what binds',
    saying('talks.1', { 'zh-CN': '双方应予支持。' }),
    'forbidden_word',
    'talks.1',
  ],
  ['a duty even where it binds', saying('law.1', { en: 'They must be used.' }), 'forbidden_word', 'law.1'],
  ['a soft wording that commands', changed('law.1', (one) => ({ ...one, soft: one.text })), 'forbidden_word', 'law.1'],
  ['a section without a paragraph', clause('talks', (one) => ({ ...one, paragraphs: [] })), 'empty_section', 'talks'],
  [
    'a section that is empty once a variant is chosen',
    clause('talks', (one) => ({
      ...one,
      paragraphs: one.paragraphs.map((paragraph) => ({ ...paragraph, when: { variants: ['LAW-A'] } })),
    })),
    'empty_section',
    'talks',
  ],
  ['a reference to nothing', saying('talks.1', { en: 'See section {ref:mayor}.' }), 'unknown', 'talks.1'],
  [
    'a reference to what stands in China alone',
    saying('talks.1', { en: 'See section {ref:who.cn}.' }),
    'reference_lost',
    'talks.1',
  ],
  ['an id that stands twice', changed('who.1', (one) => ({ ...one, id: 'talks.1' })), 'twice', 'talks.1'],
  [
    'a scope over what is not there',
    { ...smallModel, scopes: [{ id: 'x', title: { en: 'x', 'zh-CN': 'x' }, pieces: ['mayor'] }] },
    'unknown',
    'x',
  ],
]

test.each(broken)('%s is found', (_what, model, fault, at) => {
  expect(checkModel(model)).toContainEqual(expect.objectContaining({ at, fault }))
})

test('the small model passes whole, so that each fault below is the only one', () => {
  expect(checkModel(smallModel)).toEqual([])
})

test('words that only contain a forbidden sign pass', () => {
  expect(checkModel(saying('talks.1', { 'zh-CN': '双方将应对挑战、保障供应并作相应调整。' }))).toEqual([])
  expect(checkModel(saying('talks.1', { en: 'The participants take part in a partnership.' }))).toEqual([])
})
