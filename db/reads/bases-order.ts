import { sql, type RawBuilder } from 'kysely'
import type { ProgrammeId } from '../../domain/ids.js'
import { stages } from '../../domain/lifecycle.js'
import type { BasesSort } from '../../domain/values/bases-sort.js'
import { basesAsked, basesBeside, orLast, reviewOrLast, type BasesFilter, type PlaceAsked } from './bases-asked.js'
import type { KeyKind } from './page.js'

/** An order of bases: each behind what it is put in order by and then by its id; what has none of it comes last. */
interface Order {
  /** As the indexes have it (migration 0079). */
  readonly by: RawBuilder<unknown>
  /** The same as text, for the next page. */
  readonly told: RawBuilder<string>
  readonly kind: KeyKind
  /** What the text of a page before was. */
  readonly meant: (told: string) => RawBuilder<unknown>
}

const text = (by: RawBuilder<string>): Order => ({ by, told: by, kind: 'text', meant: (told) => sql`${told}` })

const moment = (by: RawBuilder<unknown>): Order => ({
  by,
  told: sql<string>`case when ${by} = 'infinity' then '~' else to_char(${by} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') end`,
  kind: 'moment',
  meant: (told) => (told === '~' ? sql`'infinity'::timestamptz` : sql`${`${told}Z`}::timestamptz`),
})

/** What is put in order by, of a row of `base` and of its `cluster`. */
export const orderOf = ({ sort = 'id', unseen = [] }: Ordered): Order => {
  switch (sort) {
    case 'id':
      return text(sql<string>`base.id`)
    case 'name':
      return text(sql<string>`lower(coalesce(cluster.names #>> '{en,name}', base.id))`)
    case 'name_zh':
      return text(sql<string>`coalesce(cluster.names #>> '{zh-CN,name}', base.id)`)
    case 'stage': {
      const each = stages.map((stage, at) => sql`when ${sql.lit(stage)} then ${sql.lit(at + 1)}`)
      const place = sql`(case base.stage ${sql.join(each, sql` `)} else 0 end)`
      return { by: place, told: sql<string>`${place}::text`, kind: 'digit', meant: (told) => sql`${told}::integer` }
    }
    case 'entered':
      return moment(orLast(sql`base.stage_entered_at`))
    case 'due':
      return moment(orLast(sql`(select min(due_at) from step where ${seenOpen(unseen)})`))
    case 'review':
      return moment(reviewOrLast)
    case 'ends':
      return text(sql<string>`(case when base.ends_on is null then '~' else base.ends_on end)`)
    case 'score': {
      const score = sql`(case when base.score is null then 'infinity' else -base.score end)`
      return { by: score, told: sql<string>`(${score})::text`, kind: 'score', meant: (told) => sql`${told}::float8` }
    }
  }
}

interface Ordered extends BasesFilter {
  readonly sort?: BasesSort | undefined
}

interface Part extends Ordered {
  readonly most: number
  /** Behind which base, by what it was put in order by and its id. */
  readonly after: readonly [told: string, id: string] | undefined
}

/** The first bases of a place in an order, as `id`, `key` and `told`. */
export const firstOf = (place: PlaceAsked, part: Part): RawBuilder<unknown> => {
  const { programme } = place
  if (part.sort === 'due' && programme !== undefined) return firstDueOf({ ...place, programme }, part)
  const { by, told } = orderOf(part)
  return sql`(select base.id, ${by} as key, ${told} as told ${beside(part)} where ${asked(place, part)} and ${behind(by, part)}
    order by 2, 1 limit ${part.most})`
}

/**
 * In the order of what is due the steps lead: a base stands where the first of those does that may be seen. What has none is read only
 * where a page is not full.
 */
const firstDueOf = (place: PlaceAsked & { readonly programme: ProgrammeId }, part: Part): RawBuilder<unknown> => {
  const { unseen = [], late, dueBefore, role, holder, most } = part
  const by = sql`step.due_at`
  const before = [
    ...(late === true ? [sql`and ${by} <= ${place.clock}`] : []),
    ...(dueBefore === undefined ? [] : [sql`and ${by} < ${dueBefore}::timestamptz`]),
  ]
  const hasSome = before.length > 0 || role !== undefined || holder !== undefined
  const rest = sql` union all (select base.id, 'infinity'::timestamptz, '~' ${beside(part)} where ${asked(place, part)}
    and not exists (select from step where ${seenOpen(unseen)}) and ${behind(sql`'infinity'::timestamptz`, part)}
    and (select count(*) from due) < ${most} order by 1 limit ${most})`
  return sql`(with due as materialized (
    select base.id, ${by} as key, ${moment(by).told} as told from step cross join lateral (
      select base.id, base.rehearsal, base.updated_at ${beside(part)} where base.id = step.base and ${asked(place, part)} ${keepsOrder(part)}) as base
    where step.programme = ${place.programme} and ${isSeenOpen('step', unseen)} ${sql.join([sql``, ...before], sql` `)}
      and ${behind(by, part)}
      and coalesce((select false from step as earlier where earlier.base = step.base and ${isSeenOpen('earlier', unseen)}
        and (earlier.due_at, earlier.id) < (step.due_at, step.id) limit 1), true)
    order by step.due_at, step.base limit ${most})
    select id, key, told from due ${hasSome ? sql`` : rest})`
}

/**
 * Looks up the base of each step in turn, and stops with the page. Where few bases are as asked they are found sooner than the steps
 * are gone through, so that PostgreSQL is left to choose.
 */
const keepsOrder = ({ status, q, colour, category, country, province, slot, role, holder }: BasesFilter) =>
  [status, q, colour, category, country, province, slot, role, holder].every((one) => one === undefined)
    ? sql`limit 1`
    : sql``

const beside = (part: Part) => basesBeside(part, part.sort === 'name' || part.sort === 'name_zh')

const isSeenOpen = (name: string, unseen: readonly string[]) =>
  sql`${sql.ref(`${name}.closed_at`)} is null and ${sql.ref(`${name}.key`)} <> all(${unseen}::text[])`

const seenOpen = (unseen: readonly string[]) => sql`step.base = base.id and ${isSeenOpen('step', unseen)}`

const asked = (place: PlaceAsked, part: Part) => sql.join([...basesAsked(part, place)], sql` and `)

const behind = (by: RawBuilder<unknown>, { after, ...part }: Part): RawBuilder<unknown> =>
  after === undefined ? sql`true` : sql`(${by}, base.id) > (${orderOf(part).meant(after[0])}, ${after[1]})`
