import { aRecord, evidenceClasses, isClusterRecord, isKeyed, malformations, malformed } from './cluster-record-form.js'
import type { ClusterRecord, Malformed, RecordedFigure } from './cluster-record-form.js'
import { chineseNames, industryLabel, type ChineseNames } from './cluster-words.js'
import type { ClusterFacts, Reading } from './facts.js'
import type { Locale, LocalText } from './locale.js'
import { lettersIn, placeOf } from './place.js'
import { emptyRegister, type Register } from './register.js'

/** One territory inside another (8.2). */
export interface Nesting {
  readonly inner: string
  readonly outer: string
}

export type ClusterNames = Readonly<Record<'name' | 'place' | 'government' | 'industry', Record<Locale, string>>>

export interface ReadRecord {
  readonly ok: true
  readonly facts: ClusterFacts
  /** Figures without a year, by measure and territory: kept, named to the importer, counted in no gate (8.6). */
  readonly undated: readonly string[]
  /** Dossier parts the record fills by itself; the others are missing at 1.3. */
  readonly partsAtHand: readonly number[]
  readonly names: ClusterNames
  /** In which the letters of its base are written, the first one first. */
  readonly languages: readonly Locale[]
}

/** What a record is read with: territories inside one another, its hash, and what administrators of the programme added. */
interface RecordRead {
  readonly nesting: readonly Nesting[]
  readonly recordHash: string
  readonly register?: Register | undefined
}

/**
 * Reads a nomination record into what the core judges with. `recordHash` is the SHA-256 of the record's canonical JSON
 * (RFC 8785), worked out by the caller because the core has no hashing. Refuses, as a value, the first field that is
 * absent or malformed, whose place lies in another country than its record, or whose place or category is neither of the table nor in the `register` of the programme. A figure
 * whose `year` key is absent is refused by its measure; a null year is kept as undated.
 */
export const clusterFacts = (
  record: unknown,
  { nesting, recordHash, register = emptyRegister }: RecordRead,
): ReadRecord | Malformed => {
  const [wrong] = recordFaults(record, register)
  if (wrong !== undefined) return wrong
  if (!isClusterRecord(record)) return malformed('record', { got: record, needs: aRecord })
  const place = placeOf(record.iso_3166_2, register.places)
  const industry = categoryOf(record.industry.programme_category, register)
  if (place === undefined) return placeUnknown(record.iso_3166_2)
  if (industry === undefined) return categoryUnknown(record.industry.programme_category)
  const { iso_3166_1_alpha2: country } = record
  const figures = everyFigure(record)
  return {
    ok: true,
    facts: {
      cluster: record.id,
      category: record.industry.programme_category,
      province: record.iso_3166_2,
      country,
      zone: place.zone,
      overlaps: overlapsOf(record.id, nesting),
      readings: figures.map(readingOf),
      recordHash,
    },
    undated: [...new Set(figures.filter(({ year }) => year === null).map(figureName))],
    partsAtHand: partsFilledBy(record),
    names: namesOf(record, { industry, chinese: register.names[record.id] ?? chineseNames[record.id] }),
    languages: lettersIn(place),
  }
}

const placeUnknown = (got: unknown): Malformed => ({
  ...malformed('iso_3166_2', {
    got,
    needs: {
      en: 'a place of the programme; an administrator adds it, with its time zone, to the register',
      'zh-CN': '项目登记的地区；请先由系统管理员连同时区登记该地区',
    },
  }),
  isUnknown: true,
})

const categoryUnknown = (got: unknown): Malformed => ({
  ...malformed('industry', {
    got,
    needs: {
      en: 'a category of the programme; an administrator adds it to the register',
      'zh-CN': '项目登记的产业类别',
    },
  }),
  isUnknown: true,
})

/**
 * All that is wrong with a record, so that nobody corrects it one thing at a time: what is absent or malformed, and a place or a
 * category that the programme does not know, or that lies in another country than the record says.
 */
export const recordFaults = (record: unknown, register: Register = emptyRegister): readonly Malformed[] => {
  const wrong = malformations(record)
  const stands = (field: Malformed['field']): boolean => wrong.every((one) => one.field !== field)
  const { iso_3166_2: place, iso_3166_1_alpha2: country, programme_category: category } = textsIn(record)
  return [
    ...wrong,
    ...(place === undefined || !stands('iso_3166_2') ? [] : placeFaults({ place, country, register })),
    ...(category === undefined || !stands('industry') || categoryOf(category, register) !== undefined
      ? []
      : [categoryUnknown(category)]),
  ]
}

/** The texts by which places and categories are looked up, as far as they are texts. */
const textsIn = (record: unknown): Readonly<Record<string, string>> => {
  if (!isKeyed(record)) return {}
  const industry = isKeyed(record['industry']) ? record['industry'] : {}
  const said = { ...record, programme_category: industry['programme_category'] }
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

interface PlaceSaid {
  readonly place: string
  readonly country: string | undefined
  readonly register: Register
}

const placeFaults = ({ place, country, register }: PlaceSaid): readonly Malformed[] => {
  if (placeOf(place, register.places) === undefined) return [placeUnknown(place)]
  if (country === undefined || place.split('..').every((code) => code.startsWith(`${country}-`))) return []
  const needs = {
    en: `a code of its country, which begins with ${country}-`,
    'zh-CN': `该国的地区代码，以 ${country}- 开头`,
  }
  return [malformed('iso_3166_2', { got: place, needs })]
}

const categoryOf = (category: string, { categories }: Register): LocalText | undefined =>
  [categories, industryLabel].find((table) => Object.hasOwn(table, category))?.[category]

const everyFigure = ({
  headline,
  figures,
}: ClusterRecord): readonly (RecordedFigure & { readonly measure: string })[] => {
  const leading = Object.entries(headline).flatMap(([measure, figure]) =>
    figure === null ? [] : [{ ...figure, measure }],
  )
  // A leading figure is usually repeated in the list, at times under a narrower name of the measure; it counts once.
  const repeated = (a: RecordedFigure) =>
    figures.some((b) => a.value === b.value && a.unit === b.unit && a.year === b.year)
  return [...leading.filter((figure) => !repeated(figure)), ...figures]
}

const readingOf = ({
  measure,
  value,
  unit,
  year,
  source_quality: quality,
}: RecordedFigure & { measure: string }): Reading => ({
  measure,
  value,
  unit,
  year,
  evidence: evidenceClasses[quality],
})

const figureName = ({ measure, territory }: { measure: string; territory: string }): string =>
  `${measure} (${territory})`

const overlapsOf = (id: string, nesting: readonly Nesting[]): readonly string[] =>
  nesting.flatMap(({ inner, outer }) => (inner === id ? [outer] : outer === id ? [inner] : []))

/**
 * Part 2 alone can stand in a record: a boundary fixed by an administrative code, the lead industry with its ISIC codes,
 * and a history of designations. Evidence on the chain is no map link by link (part 4), single figures are no proof of
 * standing (part 5) and no three years of data (part 3); the rest are letters and promises that only the place can give.
 */
const partsFilledBy = ({ gb_t_2260_code: boundary, industry, designations }: ClusterRecord): readonly number[] =>
  boundary !== null && industry.isic_rev4.length > 0 && designations.length > 0 ? [2] : []

const namesOf = (
  record: ClusterRecord,
  { industry, chinese }: { readonly industry: LocalText; readonly chinese: ChineseNames | undefined },
): ClusterNames => {
  const english = [record.county_or_district, record.prefecture, record.province_or_state, record.country]
  const place = [
    ...new Set(english.flatMap((part) => (part === null ? [] : [part.replace(/\s*\([^)]*\)/g, '')]))),
  ].join(', ')
  const localName = record.name_local_lang.split('-')[0] === 'zh' ? record.name_local : record.name_en
  return {
    name: { en: record.name_en, 'zh-CN': chinese?.name ?? localName },
    place: { en: place, 'zh-CN': chinese?.place ?? place },
    government: {
      en: record.possible_counterpart_government,
      'zh-CN': chinese?.government ?? record.possible_counterpart_government,
    },
    industry,
  }
}
