import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Instant, BaseId } from '../../domain/ids.js'
import { stages, type Stage } from '../../domain/lifecycle.js'
import type { Database } from '../schema.js'
import { counted } from './bases.js'
import { basesAsked, basesBeside, isLate, type BasesFilter, type PlaceAsked } from './bases-asked.js'
import { placesAsked } from './places.js'

/** Days by which the time in a stage is told; whoever is longer in it is in the last group. */
export const agesTold = [30, 90, 180] as const

/** How many of the bases asked for stand in a stage, each count one further than `countedAtMost` and no further. */
export interface StageCount {
  readonly stage: Stage
  readonly bases: number
  readonly late: number
  /** By the days of `agesTold`, and then all that are longer in it. */
  readonly ages: readonly number[]
  readonly longest: { readonly base: BaseId; readonly since: Instant; readonly days: number } | null
}

type Asked = BasesFilter & { readonly now: Instant }

/** How many of the bases asked for stand in which stage, and for how long; those that have ended stand in none. */
export async function countByStage(
  db: Kysely<Database>,
  asked: Asked,
): Promise<{ readonly stages: readonly StageCount[]; readonly closed: number }> {
  const places = await placesAsked(db, { asked, now: asked.now })
  const [open, closed] = await Promise.all([
    asked.closed === true ? [] : countOpen(db, { places, asked }),
    asked.closed === false ? 0 : countClosed(db, { places, asked }),
  ])
  return { stages: open, closed }
}

interface InPlaces {
  readonly places: readonly PlaceAsked[]
  readonly asked: BasesFilter
}

const countClosed = async (db: Kysely<Database>, { places, asked }: InPlaces): Promise<number> => {
  const all = counted(places, { asked, and: () => sql`base.closed_at is not null` })
  const { rows } = await sql<{ closed: number }>`select ${all} as closed`.execute(db)
  return rows[0]?.closed ?? 0
}

const countOpen = async (db: Kysely<Database>, { places, asked }: InPlaces): Promise<readonly StageCount[]> => {
  const count = (and: (place: PlaceAsked) => RawBuilder<unknown>) =>
    counted(places, { asked, and: (place) => sql`${stands} and ${and(place)}` })
  const { rows } = await sql<StageCount>`
    select told.stage, ${count(() => sql`true`)} as bases, ${count(({ clock }) => isLate(asked, clock))} as late,
      array[${sql.join(spans.map((within) => count(within)))}] as ages, ${longestOf(places, asked)} as longest
    from unnest(${[...stages]}::text[]) as told (stage)`.execute(db)
  return rows.filter(({ bases }) => bases > 0)
}

/** In a statement over `base`, for each stage that is told of. */
const stands = sql`base.stage = told.stage and base.closed_at is null`

/** In each of these a base stands where it has stood for longer than the days before and for no longer than its own. */
const spans = [...agesTold, undefined].map((upTo, at) => ({ clock }: PlaceAsked) => {
  const over = agesTold[at - 1]
  const since = sql`base.stage_entered_at`
  const ago = (days: number) => sql`${clock} - make_interval(secs => ${sql.lit(days * 86_400)})`
  return sql.join(
    [
      ...(over === undefined ? [] : [sql`${since} < ${ago(over)}`]),
      ...(upTo === undefined ? [] : [sql`${since} >= ${ago(upTo)}`]),
    ],
    sql` and `,
  )
})

/** Which base has stood in a stage for longest, since when, and for how many whole days by its own clock. */
const longestOf = (places: readonly PlaceAsked[], asked: BasesFilter): RawBuilder<StageCount['longest']> => {
  const each = places.map((place) => {
    const conditions = sql.join([...basesAsked(asked, place), stands], sql` and `)
    return sql`(select base.id, base.stage_entered_at as since, ${place.clock} as clock
      ${basesBeside(asked)} where ${conditions} and base.stage_entered_at is not null order by base.stage_entered_at, base.id limit 1)`
  })
  if (each.length === 0) return sql`null`
  return sql`(select json_build_object('base', id, 'since', to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'days', floor(extract(epoch from clock - since) / 86400)) from (${sql.join(each, sql` union all `)}) as first order by since, id limit 1)`
}
