import { expect, test } from '@jest/globals'
import { evidenceClasses, malformations } from '../../domain/cluster-record-form.js'
import { recordFaults } from '../../domain/cluster-record.js'
import { indicatorCodes, indicatorOf, rangeOf } from '../../domain/indicators.js'
import { malformedFacts } from '../../domain/judge/brought.js'
import { firstOption } from '../../domain/judge/offers.js'
import type { Decide } from '../../domain/command.js'
import type { LocalText } from '../../domain/locale.js'
import { refusalInWords } from '../../domain/words/refusals.js'
import { full } from '../../domain/gicc/full.js'
import { aDossier } from '../support/an-example.js'

const step = (key: string) => {
  const found = full.steps[key]
  if (found === undefined) throw new Error(`no step ${key}`)
  return found
}

/** What the judge says to facts of a step that are not as they must be. */
const toFacts = (key: string, facts: NonNullable<Decide['facts']>): string => {
  const definition = step(key)
  const command: Decide = { type: 'decide', step: `${key}.1`, option: firstOption(definition) ?? '', facts }
  const no = malformedFacts(definition, { command, reviewYear: 2027, procedure: full })
  if (no?.code !== 'facts_malformed')
    throw new Error(`${key} was not refused as malformed, but: ${no?.code ?? 'taken'}`)
  return refusalInWords(no, 'zh-CN').says
}

const value = { indicator: 'HC4', year: 2026, value: 40, target: 60, evidence: 1 } as const
const baseline = (...values: readonly object[]) =>
  toFacts('4.4a', { baseline: { values: values.map((one) => ({ ...value, ...one })) } })

const said = (): readonly string[] => [
  baseline(),
  baseline({}, {}),
  baseline({ indicator: 'XX9' }),
  baseline({ value: Number.NaN }),
  ...indicatorCodes
    .filter((code) => rangeOf(indicatorOf(code).unit).from >= 0)
    .map((indicator) => baseline({ indicator, value: -1 })),
  toFacts('1.3', { dossier: Object.assign({ ...aDossier }, { parts: [15] }) }),
  toFacts('1.3', { dossier: { ...aDossier, leadIndustryShare: 2 } }),
  toFacts('1.3', { dossier: { ...aDossier, outputCnyBn: [-1] } }),
  toFacts('5.2a', { report: { year: 2026, reportHash: 'e'.repeat(64) } }),
  toFacts('5.3b', { programmeRecord: { lateFundsMonths: -1, findings: 0 } }),
]

const figure = { value: 1, unit: 'CNY billion', year: 2023, territory: 'Yueqing', source_quality: 'official' }
/** What a record must be where it is not, one by one. */
const ofRecords = (): readonly LocalText[] => {
  const broken = [{ value: '1' }, { unit: '' }, { territory: '' }, { year: 1 }, { source_quality: 'rumour' }]
  const figures = broken.map((change) => ({ ...figure, measure: 'output', ...change }))
  const place = { iso_3166_2: 'XX-YY', industry: { programme_category: 'nothing', isic_rev4: [] } }
  const records = [{}, { figures: [...figures, {}] }, place, { iso_3166_1_alpha2: 'VN', iso_3166_2: 'CN-ZJ' }]
  return [undefined, ...records].flatMap((record) =>
    [...malformations(record), ...recordFaults(record)].map(({ needs }) => needs),
  )
}

/** Names that are typed again as they are: of standards, of columns and codes, and the words of a source. */
const names = [
  ...Object.keys(evidenceClasses).toSorted((one, other) => other.length - one.length),
  'BCP',
  'ISO',
  'isic_rev4',
  'CNY billion',
  'C09-yueqing',
  'sr-Latn',
  'JP-40..JP-46',
  'null',
]
const isHalfEnglish = (text: string): boolean =>
  /[A-Za-z]{3,}/.test(names.reduce((rest, name) => rest.replaceAll(name, ''), text))
/** Behind the field and what was got, which are names. */
const needIn = (says: string): string => says.slice(says.indexOf('应为'))

test('whatever facts must be is told in Chinese alone, but for names', () => {
  const needs = said().map(needIn)
  expect(needs.length).toBeGreaterThan(9 + 10)
  expect(needs.filter(isHalfEnglish)).toEqual([])
})

test('whatever a record of a cluster must be is told in Chinese alone, but for names', () => {
  const needs = ofRecords().map((one) => one['zh-CN'])
  expect(new Set(needs).size).toBeGreaterThan(20)
  expect(needs.filter(isHalfEnglish)).toEqual([])
})

test('told in English to a reader of Chinese, nearly each would be found: the twin', () => {
  const english = [...new Set(ofRecords().map(({ en }) => en))]
  expect(english.filter((need) => !isHalfEnglish(need))).toEqual([])
})
