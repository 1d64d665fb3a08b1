import type { Reading } from './facts.js'
import { localText, type LocalText } from './locale.js'

/** One figure of a record. `year: null` says that the source gives none; leaving the key out is a mistake, not a null. */
export interface RecordedFigure {
  readonly value: number
  readonly unit: string
  readonly year: number | null
  readonly territory: string
  readonly source_quality: SourceQuality
}

/** A cluster as a nomination file hands it in: the keys of `data/clusters.json` that are read here. */
export interface ClusterRecord {
  readonly id: string
  readonly name_en: string
  readonly name_local: string
  readonly name_local_lang: string
  readonly country: string
  readonly iso_3166_1_alpha2: string
  readonly iso_3166_2: string
  readonly province_or_state: string
  readonly prefecture: string | null
  readonly county_or_district: string | null
  readonly gb_t_2260_code: string | null
  readonly government_level: string
  readonly possible_counterpart_government: string
  readonly industry: { readonly programme_category: string; readonly isic_rev4: readonly string[] }
  /** The three leading figures by measure; null: not found in a checked source. */
  readonly headline: Readonly<Record<string, RecordedFigure | null>>
  readonly figures: readonly (RecordedFigure & { readonly measure: string })[]
  readonly designations: readonly unknown[]
}

/** How the words of a source map to an evidence class (8.6, R8); a page held by a company or a mirror is class 5. */
export const evidenceClasses = {
  official: 1,
  association: 3,
  'association quoting official': 3,
  research: 3,
  'press quoting official': 4,
  'trade press quoting official': 4,
  'press quoting association': 4,
  'press quoting research': 4,
  press: 4,
  'trade press': 4,
  'association via company page': 5,
  'local portal': 5,
  commercial: 5,
  'press quoting official, mirror': 5,
} as const satisfies Readonly<Record<string, Reading['evidence']>>

export type SourceQuality = keyof typeof evidenceClasses

/** What is wrong with a record, in the shape of the refusal `facts_malformed`. */
export interface Malformed {
  readonly ok: false
  readonly field: string
  readonly got: string
  readonly needs: LocalText
  /** It is well formed, and the programme knows none like it. */
  readonly isUnknown?: true
  /** Of a figure: which part of which measure. */
  readonly figure?: { readonly part: FigurePart; readonly measure: string }
}

export type FigurePart = 'value' | 'unit' | 'territory' | 'year' | 'source_quality'

interface Check {
  readonly field: keyof ClusterRecord
  readonly needs: LocalText
  readonly holds: (value: unknown) => boolean
}

type Keyed = Readonly<Record<string, unknown>>
/** Whether something has keys: an object, and no list. */
export const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 500
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)
const matches =
  (form: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && form.test(value)

/** What a record as a whole must be. */
export const aRecord = localText('an object with the keys of a cluster record', '包含申报表各列的一条记录')

const checks: readonly Check[] = [
  {
    field: 'id',
    needs: localText(
      'letters, digits and hyphens, such as C09-yueqing',
      '字母、数字和连字符组成的集群编号，例如 C09-yueqing',
    ),
    holds: matches(/^[A-Za-z0-9]+(-[A-Za-z0-9]+){0,6}$/),
  },
  { field: 'name_en', needs: localText('the English name', '英文名称'), holds: isText },
  { field: 'name_local', needs: localText('the local name', '当地文字名称'), holds: isText },
  {
    field: 'name_local_lang',
    needs: localText('a BCP 47 language such as zh, vi or sr-Latn', 'BCP 47 语言标签，例如 zh、vi、sr-Latn'),
    holds: matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/),
  },
  { field: 'country', needs: localText('the name of the country', '国家名称'), holds: isText },
  {
    field: 'iso_3166_1_alpha2',
    needs: localText('an ISO 3166-1 code such as CN', 'ISO 3166-1 国家代码，例如 CN'),
    holds: matches(/^[A-Z]{2}$/),
  },
  {
    field: 'iso_3166_2',
    needs: localText(
      'an ISO 3166-2 code such as CN-ZJ, or a range such as JP-40..JP-46',
      'ISO 3166-2 地区代码，例如 CN-ZJ，或代码范围，例如 JP-40..JP-46',
    ),
    holds: matches(/^[A-Z]{2}-[A-Z0-9]{1,3}(\.\.[A-Z]{2}-[A-Z0-9]{1,3})?$/),
  },
  { field: 'province_or_state', needs: localText('the name of the province or state', '省（州）名称'), holds: isText },
  { field: 'prefecture', needs: localText('a name or null', '名称，或留空'), holds: isTextOrNull },
  { field: 'county_or_district', needs: localText('a name or null', '名称，或留空'), holds: isTextOrNull },
  {
    field: 'gb_t_2260_code',
    needs: localText('six digits or null', '六位数字，或留空'),
    holds: (value) => value === null || matches(/^\d{6}$/)(value),
  },
  { field: 'government_level', needs: localText('the level of the government', '政府层级'), holds: isText },
  {
    field: 'possible_counterpart_government',
    needs: localText('the public authority of the place', '当地政府部门名称'),
    holds: isText,
  },
  {
    field: 'industry',
    needs: localText('programme_category as text and isic_rev4 as a list of codes', '产业类别，isic_rev4 应为代码列表'),
    holds: (value) => isKeyed(value) && isText(value['programme_category']) && Array.isArray(value['isic_rev4']),
  },
  { field: 'headline', needs: localText('figures by measure', '按指标列出的数据'), holds: isKeyed },
  { field: 'figures', needs: localText('a list of figures', '写明指标的数据'), holds: Array.isArray },
  { field: 'designations', needs: localText('a list', '列表'), holds: Array.isArray },
]

/** The first thing that is absent or malformed in a record, or undefined. */
export const malformation = (record: unknown): Malformed | undefined => malformations(record)[0]

/**
 * All that is absent or malformed in a record, in the order of its keys and then figure by figure. A figure whose `year` key is
 * absent is found by its measure; a null year is well formed.
 */
export const malformations = (record: unknown): readonly Malformed[] => {
  if (!isKeyed(record)) return [malformed('record', { got: record, needs: aRecord })]
  const failed = checks.filter(({ field, holds }) => !holds(record[field]))
  const headline = isKeyed(record['headline']) ? Object.entries(record['headline']) : []
  const figures: readonly unknown[] = Array.isArray(record['figures']) ? record['figures'] : []
  const named = [
    ...headline.filter(([, figure]) => figure !== null),
    ...figures.map((figure): [unknown, unknown] => [isKeyed(figure) ? figure['measure'] : undefined, figure]),
  ]
  return [
    ...failed.map(({ field, needs }) => malformed(field, { got: record[field], needs })),
    ...named.flatMap(([measure, figure]) => figureMalformation(measure, figure) ?? []),
  ]
}

const figureMalformation = (measure: unknown, figure: unknown): Malformed | undefined => {
  if (!isText(measure) || !isKeyed(figure))
    return malformed('figures', { got: measure, needs: localText('figures that name their measure', '写明指标的数据') })
  const where = isText(figure['territory']) ? ` (${figure['territory']})` : ''
  const no = (part: FigurePart, needs: LocalText): Malformed => ({
    ...malformed(`${part} of ${measure}${where}`, { got: figure[part], needs }),
    figure: { part, measure },
  })
  const { value, unit, territory, source_quality: quality } = figure
  if (typeof value !== 'number' || !Number.isFinite(value)) return no('value', localText('a number', '数字'))
  if (!isText(unit)) return no('unit', localText('a unit such as CNY billion', '单位名称，例如 CNY billion'))
  if (!isText(territory)) return no('territory', localText('the area the figure is about', '数据所指的地域'))
  if (!isYearOrNull(figure['year']))
    return no(
      'year',
      localText('a year such as 2023, or null where the source gives none', '年份，例如 2023；来源未注明的填 null'),
    )
  if (typeof quality === 'string' && Object.hasOwn(evidenceClasses, quality)) return undefined
  const known = Object.keys(evidenceClasses)
  return no('source_quality', localText(`one of: ${known.join('; ')}`, `以下之一：${known.join('；')}`))
}

const isYearOrNull = (year: unknown): boolean =>
  year === null || (typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year <= 2100)

/** A malformation in the words a refusal uses: what was got (shortened to 80 characters) and what is needed. */
export const malformed = (field: string, { got, needs }: { got: unknown; needs: LocalText }): Malformed => ({
  ok: false,
  field,
  got: got === undefined ? 'absent' : (JSON.stringify(got) ?? 'absent').slice(0, 80),
  needs,
})

/** Whether a value has the form of a cluster record, in every key that is read here. */
export const isClusterRecord = (record: unknown): record is ClusterRecord => malformation(record) === undefined
