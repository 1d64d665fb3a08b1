import { expect, test } from '@jest/globals'
import { dossierParts } from '../../domain/facts.js'
import { locales, type LocalText } from '../../domain/locale.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { reasonCodes } from '../../domain/reason-code.js'
import {
  colourLabel,
  colourLabels,
  criterionLabel,
  criterionLabels,
  dossierPartTitle,
  gateLabel,
  streamLabel,
  streamLabels,
} from '../../domain/words/criteria.js'
import { dossierPartTitles, gateLabels } from '../../domain/words/nomination.js'
import { optionLabelsByStep } from '../../domain/words/options.js'
import { optionLabel, optionLabels } from '../../domain/words/options.js'
import { reasonCodeLabel, reasonCodeLabels } from '../../domain/words/reason-codes.js'
import { stepTitle, stepTitles } from '../../domain/words/steps.js'
import { staleFiles } from '../../tools/gen.js'
import { lifecyclePage } from '../../tools/lifecycle.js'
import { steps as stepsPage } from '../../tools/steps.js'

const steps = procedures.flatMap((procedure) => Object.values(procedure.steps))
const asked = [
  ...steps.flatMap(({ key, options }) => Object.keys(options).map((option) => ({ key, option }))),
  { key: '1.1a', option: 'propose' },
  { key: '1.1b', option: 'open' },
  { key: '1.1b', option: 'not_now' },
]
const saysItself = ({ key, option }: { key: string; option: string }) => option in (optionLabelsByStep[key] ?? {})

/** Words that are rightly the same in both languages. */
const sameInBoth: readonly string[] = []

const tables: readonly (readonly [string, Readonly<Record<string, LocalText>>])[] = [
  ['steps', stepTitles],
  ['options', optionLabels],
  ...Object.entries(optionLabelsByStep).map(([key, labels]) => [`options of ${key}`, labels] as const),
  ['reason codes', reasonCodeLabels],
  ['criteria', criterionLabels],
  ['work-streams', streamLabels],
  ['gates', gateLabels],
  ['parts of the dossier', dossierPartTitles],
  ['colours', colourLabels],
]

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)].sort()

test('every step of the shipped procedures and of the programme has a title, and no title is without a step', () => {
  expect(Object.keys(stepTitles).length).toBeGreaterThan(120)
  expect(Object.keys(stepTitles).sort()).toEqual(distinct(['1.1a', '1.1b', ...steps.map(({ key }) => key)]))
})

test('every option has words on every step, and no general word is without a step that uses it', () => {
  expect(Object.keys(optionLabels).length).toBeGreaterThan(139)
  const general = asked.filter((one) => !saysItself(one)).map(({ option }) => option)
  expect(Object.keys(optionLabels).sort()).toEqual(distinct([...general, 'stopped']))
})

test('every word that one step has of its own belongs to an option of that step', () => {
  const own = Object.entries(optionLabelsByStep).flatMap(([key, labels]) =>
    Object.keys(labels).map((option) => `${key} ${option}`),
  )
  expect(own).toHaveLength(86)
  expect(own.filter((one) => !asked.some(({ key, option }) => one === `${key} ${option}`))).toEqual([])
})

test('two options of one step never read the same', () => {
  const read = steps.flatMap(({ key, options }) =>
    locales.map((locale) => ({
      key,
      labels: Object.keys(options).map((option) => optionLabel({ key, option }, locale)),
    })),
  )
  expect(read.length).toBeGreaterThan(237)
  expect(read.filter(({ labels }) => new Set(labels).size < labels.length)).toEqual([])
})

test('two steps never have the same title', () => {
  const titles = Object.values(stepTitles)
  for (const locale of locales) expect(new Set(titles.map((title) => title[locale])).size).toBe(titles.length)
})

test('every reason code, gate, part, criterion and work-stream has its words, and nothing else has', () => {
  const sheets = procedures.flatMap(({ nominationSheet, reviewSheet }) => [...nominationSheet, ...reviewSheet])
  const gates = procedures.flatMap(({ settings }) => Object.keys(settings.gates))
  const streams = procedures.flatMap((procedure) => Object.keys(procedure.streams))
  expect(Object.keys(reasonCodeLabels)).toEqual([...reasonCodes])
  expect(Object.keys(dossierPartTitles)).toEqual(dossierParts.map(String))
  expect(Object.keys(gateLabels).sort()).toEqual(distinct(gates))
  expect(Object.keys(criterionLabels).sort()).toEqual(distinct(sheets.map(({ key }) => key)))
  expect(Object.keys(streamLabels).sort()).toEqual(distinct(streams))
  const counted = [reasonCodeLabels, dossierPartTitles, gateLabels, criterionLabels, streamLabels, colourLabels]
  expect(counted.map((table) => Object.keys(table).length)).toEqual([20, 14, 11, 15, 8, 6])
})

test('no word is left empty or in the wrong language', () => {
  const faulty = tables.flatMap(([table, words]) =>
    Object.entries(words).flatMap(([key, text]) =>
      isWellSaid(text) || sameInBoth.includes(key) ? [] : [`${table}: ${key}`],
    ),
  )
  expect(tables).toHaveLength(79)
  expect(faulty).toEqual([])
})

test('a word that is empty, untranslated or swapped is found', () => {
  const wrong = [
    { en: 'Go', 'zh-CN': 'Go' },
    { en: '', 'zh-CN': '同意' },
    { en: '同意', 'zh-CN': 'Agree' },
    { en: 'Send ', 'zh-CN': '送交' },
  ]
  expect(wrong.filter(isWellSaid)).toEqual([])
  expect(isWellSaid({ en: 'Rate A, sound', 'zh-CN': '评为A级（良好）' })).toBe(true)
})

test('a title fits a line and an option fits a button', () => {
  const tooLong = (texts: readonly LocalText[], most: { en: number; chinese: number }) =>
    texts.filter((text) => text.en.length > most.en || text['zh-CN'].length > most.chinese)
  expect(tooLong(Object.values(stepTitles), { en: 60, chinese: 24 })).toEqual([])
  expect(
    tooLong([...Object.values(optionLabels), ...Object.values(optionLabelsByStep).flatMap(Object.values)], {
      en: 45,
      chinese: 16,
    }),
  ).toEqual([])
  expect(tooLong([{ en: 'a'.repeat(61), 'zh-CN': '审' }], { en: 60, chinese: 24 })).toHaveLength(1)
})

test('the same option reads as the step means it', () => {
  expect(optionLabel({ key: '1.4a', option: 'return' }, 'en')).toBe('Return for completion')
  expect(optionLabel({ key: '1.4a', option: 'return' }, 'zh-CN')).toBe('退回补正')
  expect(optionLabel({ key: '5.12a', option: 'withdraw' }, 'en')).toBe('Withdraw the title')
  expect(optionLabel({ key: '1.3', option: 'withdraw' }, 'zh-CN')).toBe('撤回申报')
  expect(stepTitle('1.4a', 'zh-CN')).toBe('核对申报材料是否齐全')
})

test.each(['9.9z', 'constructor', '__proto__', ''])(
  'the unknown word "%s" of an older procedure comes back as it is',
  (word) => {
    const looked = locales.flatMap((locale) => [
      stepTitle(word, locale),
      optionLabel({ key: word, option: word }, locale),
      reasonCodeLabel(word, locale),
      criterionLabel(word, locale),
      streamLabel(word, locale),
      gateLabel(word, locale),
      colourLabel(word, locale),
      optionLabel({ key: '1.4a', option: word }, locale),
    ])
    expect(distinct(looked)).toEqual([word])
    expect(dossierPartTitle(15, 'en')).toBe('15')
  },
)

test('the pages of steps and statuses say what the code says', async () => {
  expect(await staleFiles([stepsPage, lifecyclePage])).toEqual([])
})

const isWellSaid = ({ en, 'zh-CN': chinese }: LocalText): boolean =>
  /^[A-Z][\x20-\x7e]*$/.test(en) && en.trim() === en && /\p{Script=Han}/u.test(chinese) && !/[a-z]|\s/.test(chinese)
