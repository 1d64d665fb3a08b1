import { expect, test } from '@jest/globals'
import { composeMouText, mouClauseTexts } from '../../documents/compose/mou-text.js'
import { mouClauses } from '../../documents/mou/mou-clauses.js'
import type { PaperOf } from '../../documents/paper.js'
import type { Locale } from '../../domain/locale.js'
import { exampleFacts, exampleLedger, yueqing } from './example-papers.js'

const memorandum = (language: Locale, changes: Partial<PaperOf<'mou_text'>['facts']> = {}): PaperOf<'mou_text'> => ({
  kind: 'mou_text',
  language,
  rehearsal: false,
  base: yueqing,
  ledger: exampleLedger,
  facts: { ...exampleFacts.mou_text, ...changes },
})

test('the memorandum has every clause that practice asks for, in this order', () => {
  expect(mouClauses.map((clause) => clause.key).join(' ')).toMatchInlineSnapshot(
    `"participants purpose areas activities alliance_duties government_duties steering_committee money staff_and_office data_and_confidentiality intellectual_property_and_name publicity no_legal_obligation compliance_and_integrity settlement_by_talks amendment effect term renewal ending_and_notice running_activities languages"`,
  )
})

test('article 19 says of the renewal what the engine asks for: the reviews of the term, no open review, the grace (3.13)', () => {
  const renewal = (language: Locale) => mouClauseTexts(memorandum(language)).find(({ key }) => key === 'renewal')
  const [english, chinese] = [renewal('en'), renewal('zh-CN')]
  expect([english?.number, chinese?.number]).toEqual([19, 19])
  expect(english?.paragraphs.join(' ')).toMatch(
    /the last two at most and at least one, and no extraordinary review is open.*from the end of the running term.*within 90 days after the end of the term/s,
  )
  expect(chinese?.paragraphs.join('')).toMatch(
    /至多取最近两次，且至少有一次.*无正在进行的特别评审.*自原期限届满之日起算.*届满后90日内/s,
  )
})

test('both languages have the same clauses, numbers and paragraphs', () => {
  const [english, chinese] = [mouClauseTexts(memorandum('en')), mouClauseTexts(memorandum('zh-CN'))]
  const shape = (clauses: typeof english) =>
    clauses.map(({ key, number, paragraphs }) => [key, number, paragraphs.length])
  expect(shape(english)).toEqual(shape(chinese))
  expect(english.map((clause) => [clause.heading, clause.otherHeading])).toEqual(
    chinese.map((clause) => [clause.otherHeading, clause.heading]),
  )
})

test('the English text says "will" and "participants", never "shall", "party", "agree to be bound" or "enter into force"', () => {
  const text = JSON.stringify([composeMouText(memorandum('en')), composeMouText(memorandum('en', { conditions: [] }))])
  expect(text).not.toMatch(/\bshall\b|\bpart(y|ies)\b|enters? into force|\bbinding\b|\bundertakes?\b|\bobliged\b/i)
  expect(text).toMatch(/\bwill\b/)
})

test('the Chinese text has no word of a contract', () => {
  const text = JSON.stringify(composeMouText(memorandum('zh-CN')))
  expect(text).not.toMatch(/甲方|乙方|合同|违约|应当|必须|缔约/)
})

test('a changed term or condition changes the clauses that carry it, in both languages, and no other', () => {
  const changed = (language: Locale, facts: Partial<PaperOf<'mou_text'>['facts']>) => {
    const [before, after] = [mouClauseTexts(memorandum(language)), mouClauseTexts(memorandum(language, facts))]
    return before
      .filter((clause, at) => clause.paragraphs.join() !== after[at]?.paragraphs.join())
      .map(({ key }) => key)
  }
  for (const language of ['en', 'zh-CN'] as const) {
    expect(changed(language, { termYears: 4 })).toEqual(['term', 'renewal'])
    expect(changed(language, { conditions: [] })).toEqual(['government_duties'])
  }
})
