import { expect, test } from '@jest/globals'
import { plainDate } from '../../domain/calendar-date.js'
import { changedBeyond, listedIn } from '../../domain/form/changes.js'
import { checkFilled } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { exampleCited } from '../../domain/form/kinds/evidence.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { readFilled } from '../../domain/form/read.js'
import { completion, dossier } from '../../domain/gicc/nomination/dossier-forms.js'
import { dossierFactsOf } from '../../domain/gicc/nomination/dossier-facts.js'

const dossierHash = 'd'.repeat(64)
const beside = { dossierHash, callEnds: plainDate('2027-03-31') }

const figure = (value: number, more: Readonly<Record<string, unknown>> = {}) => ({
  value,
  year: 2026,
  cutOff: 'all',
  nature: 'actual',
  class: 2,
  ...more,
})
const yearOf = (
  year: number,
  { output, ...more }: { readonly output: number } & Readonly<Record<string, unknown>>,
) => ({
  ...Object.fromEntries(
    Object.entries({
      output,
      lead_output: output * 0.75,
      sales: output,
      exports: output / 4,
      firms: 800,
      firms_large: 90,
      sme_share: 65,
      jobs: 40_000,
      rd: output / 50,
      patents: 300,
      energy: 90_000,
    }).map(([measure, value]) => [measure, figure(value, { year })]),
  ),
  id: `y${year}`,
  ...more,
})
const firm = (number: number) => ({
  id: `m${number}`,
  member: { name: { en: `Firm ${number}`, 'zh-CN': `企业${number}` }, kind: 'firm', country: 'CN' },
  kind: 'small',
  active: number % 10 !== 0,
})
const { members: _, ...invented } = exampleAnswers(dossier, { option: 'submit' })

/** A dossier that passes every gate: each test spoils one thing in it. */
const sound: FormAnswers = {
  ...invented,
  authority_basis: 'sole',
  other_authorities: undefined,
  mandates: undefined,
  currency: 'CNY',
  organisation_stands: true,
  registered_on: '2024-03-31',
  data: [yearOf(2026, { output: 6.2e9 }), yearOf(2025, { output: 5.9e9 }), yearOf(2024, { output: 5.5e9 })],
  members: Array.from({ length: 60 }, (__, index) => firm(index + 1)),
  lines: [1, 2, 3].map((year) => ({
    id: `b${year}`,
    purpose: { en: 'Office', 'zh-CN': '场所' },
    year: `year_${year}`,
    amount: { amount: 2_000_000, currency: 'CNY', year: 2026 + year },
    source: { name: { en: 'City', 'zh-CN': '市政府' }, kind: 'authority', country: 'CN' },
    form: 'cash',
    state: 'decided',
  })),
  had_incidents: false,
  incidents: undefined,
}
const factsOf = (answers: FormAnswers) => {
  const given = Object.fromEntries(Object.entries({ ...sound, ...answers }).filter(([, value]) => value !== undefined))
  const filled = { option: 'submit', answers: given }
  expect(checkFilled(dossier, filled)).toEqual([])
  return dossierFactsOf(readFilled(dossier, filled), beside)
}

test('a whole dossier gives every fact the gates read', () => {
  expect(factsOf({})).toEqual({
    parts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    dossierHash,
    oneAuthority: true,
    clusterBodyYears: 3,
    yearsOfData: 3,
    leadIndustryShare: 0.75,
    outputCnyBn: [6.2, 5.9, 5.5],
    memberFirms: 54,
    incidents: 0,
    coFunding: true,
    declarationsSigned: true,
  })
})

test('the organisation has a full year only once its day has come', () => {
  expect(factsOf({ registered_on: '2024-04-01' }).clusterBodyYears).toBe(2)
})

test('a year counts only with actual figures that are shown by class 3 or better', () => {
  const estimate = {
    ...yearOf(2027, { output: 7e9 }),
    output: figure(7e9, { year: 2027, nature: 'estimate' }),
  }
  const declared = yearOf(2024, { output: 5.5e9, exports: figure(1e9, { year: 2024, class: 5 }) })
  const facts = factsOf({
    data: [estimate, yearOf(2026, { output: 6.2e9 }), yearOf(2025, { output: 5.9e9 }), declared],
  })
  expect(facts.yearsOfData).toBe(2)
  expect(facts.outputCnyBn).toEqual([6.2, 5.9, 5.5])
})

test('of two figures for one year the lower counts', () => {
  const rival = { ...yearOf(2026, { output: 4.1e9 }), id: 'rival' }
  expect(
    factsOf({
      data: [yearOf(2026, { output: 6.2e9 }), rival, yearOf(2025, { output: 5.9e9 }), yearOf(2024, { output: 5.5e9 })],
    }).outputCnyBn,
  ).toEqual([4.1, 5.9, 5.5])
})

test('a lead industry larger than the whole shows nothing', () => {
  const data = [
    yearOf(2026, { output: 6e9, lead_output: figure(7e9) }),
    yearOf(2025, { output: 5.9e9 }),
    yearOf(2024, { output: 5.5e9 }),
  ]
  expect(factsOf({ data }).leadIndustryShare).toBe(0)
})

test('output in another currency is read by the officer and not by a rate of ours (6.1)', () => {
  expect(factsOf({ currency: 'TRY' }).outputCnyBn).toEqual([])
})

test('one authority answers for the whole: the only one, or one with a written mandate of each other (G1)', () => {
  const mandate = (number: number) => ({
    id: `a${number}`,
    authority: { name: { en: `City ${number}`, 'zh-CN': `市${number}` }, kind: 'authority', country: 'IT' },
    mandate: exampleCited(1),
  })
  const leading = (given: number) => ({
    authority_basis: 'lead',
    other_authorities: 2,
    mandates: Array.from({ length: given }, (_, index) => mandate(index + 1)),
  })
  expect(factsOf(leading(2)).oneAuthority).toBe(true)
  expect(factsOf(leading(1)).oneAuthority).toBe(false)
  expect(factsOf({ authority_basis: 'none' }).oneAuthority).toBe(false)
})

test('where two sources differ, the smallest part is held against the largest whole (8.6)', () => {
  const rival = { ...yearOf(2026, { output: 8e9, lead_output: figure(5e9) }), id: 'rival' }
  const data = [yearOf(2026, { output: 6e9 }), rival, yearOf(2025, { output: 6e9 }), yearOf(2024, { output: 6e9 })]
  expect(factsOf({ data }).leadIndustryShare).toBe(4.5 / 8)
  expect(factsOf({ data: data.filter(({ id }) => id !== 'rival') }).leadIndustryShare).toBe(0.75)
})

test('incidents of the two highest grades are counted, others are not', () => {
  const incident = (id: string, grade: string) => ({
    id,
    on: '2025-06-01',
    kind: 'fire',
    grade,
    deaths: 0,
    outcome: 'Put out',
  })
  const incidents = [incident('a', 'IV'), incident('b', 'II'), incident('c', 'III'), incident('d', 'I')]
  expect(factsOf({ had_incidents: true, incidents }).incidents).toBe(2)
})

test('money in kind, or of a later year alone, is no co-funding', () => {
  const lines = [1, 2, 3].map((year) => ({
    id: `b${year}`,
    purpose: { en: 'Office', 'zh-CN': '场所' },
    year: `year_${year}`,
    amount: { amount: 2_000_000, currency: 'CNY', year: 2026 + year },
    source: { name: { en: 'City', 'zh-CN': '市政府' }, kind: 'authority', country: 'CN' },
    form: year === 1 ? 'in_kind' : 'cash',
    state: 'decided',
  }))
  expect(factsOf({ lines }).coFunding).toBe(false)
})

test('nine declarations of ten are not all of them', () => {
  const declarations = { ...Object(sound['declarations']), government_truth: { result: 'not_signed' } }
  expect(factsOf({ declarations }).declarationsSigned).toBe(false)
})

test('a part that is still lacking is not at hand, and what it would show is not shown', () => {
  const { lacking: __, ...whole } = sound
  const ofPart6 = [
    'cluster_org',
    'registered_on',
    'register_extract',
    'statute',
    'members',
    'staff',
    'accounts',
    'head',
  ]
  const without = Object.fromEntries(
    Object.keys(whole).flatMap((code) =>
      ['organisation_stands', ...ofPart6].includes(code) ? [[code, undefined]] : [],
    ),
  )
  const facts = factsOf({ ...without, lacking: ['p6'] })
  expect(facts.parts).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14])
  expect(facts.clusterBodyYears).toBeNull()
  expect(facts.memberFirms).toBe(0)
})

test('only what was listed as missing may change in a dossier that comes back, and each other change is named (1.4)', () => {
  const handedIn = { ...sound, lacking: ['p13'], track: undefined }
  const changing = (answers: FormAnswers, ...listed: string[]) =>
    changedBeyond(completion, {
      option: 'completed',
      answers: { ...handedIn, ...answers },
      before: handedIn,
      listed,
      isSame: (one, other) => JSON.stringify(one) === JSON.stringify(other),
    }).map(({ at }) => at.join('/'))
  expect(changing({})).toEqual([])
  expect(changing({ currency: 'EUR', registered_on: '2020-01-01' })).toEqual(['currency', 'registered_on'])
  expect(changing({ currency: 'EUR', registered_on: '2020-01-01' }, 'currency')).toEqual(['registered_on'])
  // Part 13 was not there, so nothing of it was listed and all of it may come.
  expect(changing({ lacking: undefined, letters: [{ id: 'l1' }] })).toEqual([])
  // Who is found to lead says with it how many others there are.
  expect(changing({ authority_basis: 'lead', other_authorities: 2 }, 'authority_basis')).toEqual([])
  expect(listedIn({ missing: [{ id: 'r1', item: 'currency' }] }, { field: 'missing', column: 'item' })).toEqual([
    'currency',
  ])
})
