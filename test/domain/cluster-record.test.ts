import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { clusterFacts } from '../../domain/cluster-record.js'
import type { Nesting, ReadRecord } from '../../domain/cluster-record.js'

interface Document {
  readonly nesting: readonly Nesting[]
  readonly clusters: readonly Readonly<Record<string, unknown>>[]
}

const { nesting, clusters }: Document = JSON.parse(readFileSync('data/clusters.json', 'utf8'))
const recordHash = 'a'.repeat(64)
const found = (id: string) => clusters.find((record) => record['id'] === id) ?? {}

const read = (record: unknown): ReadRecord => {
  const result = clusterFacts(record, { nesting, recordHash })
  if (!result.ok) throw new Error(`${result.field} is ${result.got}; it must be ${result.needs.en}`)
  return result
}

test('every one of the 22 sample records can be read', () => {
  expect(clusters.map((record) => read(record).facts.cluster)).toHaveLength(22)
})

test('Yueqing is judged by its category, province, country and zone', () => {
  expect(read(found('C09-yueqing')).facts).toMatchObject({
    category: 'electric',
    province: 'CN-ZJ',
    country: 'CN',
    zone: 'Asia/Shanghai',
    overlaps: ['C03-wenzhou'],
    recordHash,
  })
})

test('a place that holds another one overlaps it from both sides', () => {
  expect(read(found('C13-dongguan')).facts.overlaps).toEqual(['C06-humen'])
  expect(read(found('C06-humen')).facts.overlaps).toEqual(['C13-dongguan'])
  expect(read(found('C14-yongkang')).facts.overlaps).toEqual([])
})

test('the seven prefectures of Kyushu keep their range of codes and share one zone', () => {
  expect(read(found('W07-kyushu')).facts).toMatchObject({ province: 'JP-40..JP-46', zone: 'Asia/Tokyo' })
})

test('a figure without a year is kept as undated and named once with its territory', () => {
  const detroit = read(found('W04-detroit'))
  expect(detroit.undated).toEqual(['output (State of Michigan)', 'enterprises (State of Michigan)'])
  expect(detroit.facts.readings).toContainEqual({
    measure: 'output',
    value: 304,
    unit: 'USD billion',
    year: null,
    evidence: 3,
  })
})

test('a leading figure that the list repeats counts once', () => {
  expect(read(found('C11-wendeng')).facts.readings.map(({ measure }) => measure)).toEqual([
    'cluster_revenue',
    'enterprises',
    'employees',
  ])
})

const figureOf = (change: (figure: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) => {
  const yueqing = found('C09-yueqing')
  const figures = yueqing['figures']
  return { ...yueqing, headline: {}, figures: Array.isArray(figures) ? figures.map(change) : [] }
}

test('an absent year is refused by the measure it belongs to, a null year is not', () => {
  const dropped = figureOf((figure) => Object.fromEntries(Object.entries(figure).filter(([key]) => key !== 'year')))
  expect(clusterFacts(dropped, { nesting, recordHash })).toEqual({
    ok: false,
    field: 'year of output (Yueqing)',
    figure: { part: 'year', measure: 'output' },
    got: 'absent',
    needs: {
      en: 'a year such as 2023, or null where the source gives none',
      'zh-CN': '年份，例如 2023；来源未注明的填 null',
    },
  })
  expect(read(figureOf((figure) => ({ ...figure, year: null }))).undated).toContain('output (Yueqing)')
})

test.each([
  ['an official statistic', 'official', 1],
  ['an association', 'association', 3],
  ['the press quoting an official', 'press quoting official', 4],
  ['a mirror of the press', 'press quoting official, mirror', 5],
  ['a company page', 'association via company page', 5],
])('%s is evidence of its class (R8)', (_source, quality, evidence) => {
  const [first] = read(figureOf((figure) => ({ ...figure, source_quality: quality }))).facts.readings
  expect(first?.evidence).toBe(evidence)
})

test.each([
  [
    'a source word that no class is known for',
    figureOf((figure) => ({ ...figure, source_quality: 'rumour' })),
    'source_quality of output (Yueqing)',
  ],
  ['a value in words', figureOf((figure) => ({ ...figure, value: 'many' })), 'value of output (Yueqing)'],
  ['a year that is no year', figureOf((figure) => ({ ...figure, year: 22 })), 'year of output (Yueqing)'],
  ['a record without an id', { ...found('C09-yueqing'), id: undefined }, 'id'],
  ['a place whose zone nobody knows', { ...found('C09-yueqing'), iso_3166_2: 'AQ-XX' }, 'iso_3166_2'],
  ['a place of another country', { ...found('C09-yueqing'), iso_3166_2: 'JP-40' }, 'iso_3166_2'],
  ['a list instead of a record', [], 'record'],
])('%s is refused, and the field is named', (_case, record, field) => {
  expect(clusterFacts(record, { nesting, recordHash })).toMatchObject({ ok: false, field })
})

test('a record fills part 2 of the dossier only with a coded boundary, an industry code and a history', () => {
  expect(read(found('C09-yueqing')).partsAtHand).toEqual([2])
  expect(read(found('C14-yongkang')).partsAtHand).toEqual([])
  expect(read(found('W04-detroit')).partsAtHand).toEqual([])
})

test('every sample cluster has its names in Chinese', () => {
  const chinese = clusters.map((record) => Object.values(read(record).names).map((names) => names['zh-CN']))
  expect(chinese.flat().filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([])
})

test('a cluster nobody translated keeps the name it came with', () => {
  const names = read({ ...found('W04-detroit'), id: 'W99-turin' }).names
  expect(names.name['zh-CN']).toBe(names.name.en)
})
