import type { FiledForm, FollowedItem } from '../follow-up/items.js'
import { numberIn, readRowsIn, rowsIn, type ReadCells } from '../form/rows.js'
import type { Choice } from '../form/field.js'
import type { ReadValues } from '../form/read-values.js'
import { defined } from '../values/defined.js'
import { areas, sixChallenges } from './areas-and-indicators.js'

/** What a base does, or means to do, in one of the six areas. */
export interface WorkInArea {
  readonly area: string
  /** Activities the dossier proposes for year one (1.3). */
  readonly proposed: number
  /** Activities its plans name (4.5), whatever became of them. */
  readonly planned: number
  /** Work that was noted as done or under way (5.14). */
  readonly carriedOut: number
}

/** How a base meets one of the six challenges. */
export interface ChallengeMet {
  readonly challenge: string
  /** The grade it gives itself in the dossier, 1 to 5 (1.3); absent: none is recorded. */
  readonly ownGrade?: number
  /** Measures its plan has for it (4.5). */
  readonly measures: number
}

interface Recorded {
  /** Forms that count, as far as whoever asks may read each table of them. */
  readonly filed: readonly Pick<FiledForm, 'read'>[]
  /** Activities whose form whoever asks may read. */
  readonly activities: readonly FollowedItem[]
}

/** The work of a base by area; the newest dossier counts, and what a sheet notes is work of the year and no plan. */
export const workByArea = ({ filed, activities }: Recorded): readonly WorkInArea[] => {
  const proposals = newest(filed, (read) => rowsIn(read, 'proposals'))
  const there = activities.filter(({ status }) => !neverCame.includes(status))
  const [noted, named] = [there.filter(isNoted), there.filter((item) => !isNoted(item))]
  return areas.map(({ code }) => ({
    area: code,
    proposed: proposals.filter(({ area }) => typeof area === 'string' && `area_${area}` === code).length,
    planned: named.filter((item) => areaOf(item) === code).length,
    carriedOut: noted.filter((item) => areaOf(item) === code && item.status !== 'replaced').length,
  }))
}

/** How a base meets each challenge: by its newest dossier, and by the newest plan. */
export const challengesMet = ({ filed }: Pick<Recorded, 'filed'>): readonly ChallengeMet[] => {
  const answers = newest(filed, (read) => rowsIn(read, 'answers'))
  const plan = filed.findLast(({ read }) => sixChallenges.some(({ code }) => `measures.${code}` in read))?.read ?? {}
  return sixChallenges.map(({ code }) => {
    const own = answers.find(({ challenge }) => typeof challenge === 'string' && inDossier[challenge] === code)?.[
      'own_grade'
    ]
    return {
      challenge: code,
      ...defined({ ownGrade: typeof own === 'number' ? own : undefined }),
      measures: numberIn(plan[`measures.${code}`]),
    }
  })
}

/** Under which word of the dossier each challenge stands. */
const inDossier: Readonly<Record<string, string>> = {
  planning: 'P',
  value: 'V',
  links: 'L',
  brands: 'B',
  finance: 'F',
  talent: 'T',
}

/** The tables of forms that tell of areas and challenges. */
export const tablesOfSix = ['proposals', 'answers', 'measures', 'activities'] as const

/** The six areas, or the six challenges, in their order, with their names. */
export const sixOf: Readonly<Record<'areas' | 'challenges', readonly Choice[]>> = { areas, challenges: sixChallenges }

/** By the letter that a code of an indicator begins with: those of challenges alone have one of these. */
export const challengeOfIndicator = (code: string): string => code.slice(0, 1)

const neverCame: readonly FollowedItem['status'][] = ['draft', 'withdrawn', 'not_taken']

/** It entered by a sheet that notes what is done (5.14), and not by a plan or a report. */
const isNoted = ({ filed: { key } }: FollowedItem): boolean => key === '5.14a'

const areaOf = ({ filed: { read }, field, row }: FollowedItem): unknown =>
  readRowsIn(read, field).find(({ id }) => id === row)?.cells['area']

const newest = (filed: Recorded['filed'], rowsOf: (read: ReadValues) => readonly ReadCells[]): readonly ReadCells[] => {
  const last = filed.findLast(({ read }) => rowsOf(read).length > 0)
  return last === undefined ? [] : rowsOf(last.read)
}
