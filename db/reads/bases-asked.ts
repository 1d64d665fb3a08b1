import { sql, type RawBuilder } from 'kysely'
import { keysWhere } from '../../domain/gicc/steps.js'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import { stages, type Stage, type Status } from '../../domain/lifecycle.js'
import type { Role } from '../../domain/role.js'
import type { BasesSort } from '../../domain/values/bases-sort.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { lastDayOfMemorandum } from './base-end.js'

const yearly: Stage = 'yearly_review'

/** Which bases a list is asked for. What stands in an open step is only found where its reader may see that step. */
export interface BasesFilter {
  /** Left out: every programme that is no rehearsal. */
  readonly programme?: ProgrammeId | undefined
  /** Those of rehearsals alone, where no programme is named. */
  readonly rehearsal?: boolean | undefined
  readonly stage?: Stage | undefined
  readonly status?: Status | undefined
  /** Words, each part of a name in any language, of a place, of the id, or of the number on the plaque. */
  readonly q?: string | undefined
  readonly colour?: string | undefined
  readonly category?: string | undefined
  readonly country?: string | undefined
  readonly province?: string | undefined
  readonly slot?: 'held' | 'none' | undefined
  readonly closed?: boolean | undefined
  /** An open step is past its day, or none is. */
  readonly late?: boolean | undefined
  /** It waits for somebody in this role. */
  readonly role?: Role | undefined
  /** It waits for this person, to whom a step was given. */
  readonly holder?: string | undefined
  /** An open step is due before. */
  readonly dueBefore?: Instant | undefined
  /** Its next yearly review opens before, or is under way. */
  readonly reviewBefore?: Instant | undefined
  /** It opens within so many days of the base's own clock, or is under way. */
  readonly reviewWithin?: number | undefined
  /** Only these bases, and those of these programmes: what the reader may see. Left out: all. */
  readonly among?: { readonly programmes: readonly string[]; readonly bases: readonly string[] } | undefined
  /** Not these bases: in which the reader has declared an interest (SD5). */
  readonly without?: readonly string[] | undefined
  /** Steps by which nobody is to find a base who may not see them. */
  readonly unseen?: readonly StepKey[] | undefined
  /** Of which side steps are found by their holder, besides those of this person. Left out: of both. */
  readonly holders?: { readonly side: 'partner'; readonly or: string } | undefined
}

/** The conditions of a list over `base` and, beside it, `cluster`. */
export const basesAsked = (asked: BasesFilter, now: Instant): readonly RawBuilder<boolean>[] => [
  ...where(asked),
  ...whereStep(asked, now),
]

const where = (asked: BasesFilter): readonly RawBuilder<boolean>[] => {
  const { programme, rehearsal = false, among, without = [], q, slot, closed } = asked
  return [
    programme === undefined ? sql<boolean>`base.rehearsal = ${rehearsal}` : sql<boolean>`base.programme = ${programme}`,
    ...equal('stage', asked.stage),
    ...equal('status', asked.status),
    ...equal('colour', asked.colour),
    ...equal('category', asked.category),
    ...equal('country', asked.country),
    ...equal('province', asked.province),
    ...given(slot, (one) => (one === 'held' ? sql<boolean>`base.slot is not null` : sql<boolean>`base.slot is null`)),
    ...given(closed, (is) => (is ? sql<boolean>`base.closed_at is not null` : sql<boolean>`base.closed_at is null`)),
    ...given(
      among,
      ({ programmes, bases }) => sql<boolean>`(base.programme = any(${programmes}) or base.id = any(${bases}))`,
    ),
    ...(without.length === 0 ? [] : [sql<boolean>`base.id <> all(${without})`]),
    ...given(
      q,
      // Each word by itself, as an id is said aloud: C09 yueqing.
      (said) =>
        sql<boolean>`(select bool_and(strpos(lower(base.id || ' ' || coalesce(base.plaque, '') || ' ' || coalesce(cluster.names::text, '')), word) > 0)
          from unnest(${said.toLowerCase().split(/\s+/)}::text[]) word)`,
    ),
  ]
}

const equal = (column: string, value: string | undefined): readonly RawBuilder<boolean>[] =>
  value === undefined ? [] : [sql<boolean>`${sql.ref(`base.${column}`)} = ${value}`]

const given = <T>(value: T | undefined, said: (value: T) => RawBuilder<boolean>): readonly RawBuilder<boolean>[] =>
  value === undefined ? [] : [said(value)]

const whereStep = (asked: BasesFilter, now: Instant): readonly RawBuilder<boolean>[] => {
  const { late, role, holder, holders, dueBefore, reviewBefore, reviewWithin } = asked
  const open = (more: RawBuilder<unknown>) => openStep(asked, more)
  const ofSide = holders === undefined ? sql`true` : sql`(step.side = ${holders.side} or step.holder = ${holders.or})`
  return [
    ...given(late, (is) => (is ? isLate({ ...asked, now }) : sql<boolean>`not ${isLate({ ...asked, now })}`)),
    ...given(role, (one) => open(sql`step.role = ${one}`)),
    ...given(holder, (one) => open(sql`step.holder = ${one} and ${ofSide}`)),
    ...given(dueBefore, (at) => open(sql`step.due_at < ${at}::timestamptz`)),
    ...given(reviewBefore, (at) => opensBefore(sql`${at}::timestamptz`)),
    ...given(reviewWithin, (days) => opensBefore(sql`${clockOfRow(now)} + make_interval(days => ${days}::integer)`)),
  ]
}

const opensBefore = (moment: RawBuilder<unknown>) => sql<boolean>`(${reviewOf} ->> 'at')::timestamptz < ${moment}`

const openStep = ({ unseen = [] }: Pick<BasesFilter, 'unseen'>, more: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from step where step.base = base.id
    and step.closed_at is null and step.key <> all(${unseen}::text[]) and ${more})`

/** In a statement over `base`: whether an open step that may be seen is past its day. */
const isLate = ({ now, ...asked }: Pick<BasesFilter, 'unseen'> & { readonly now: Instant }) =>
  openStep(asked, sql`step.due_at <= ${clockOfRow(now)}`)

/** What time it is for the base of a row: a rehearsal's own clock is at least at its last entry. */
export const clockOfRow = (now: Instant) =>
  sql<Instant>`(case when base.rehearsal then greatest(${now}::timestamptz, base.updated_at) else ${now}::timestamptz end)`

/** In a statement over `base`: when the stage it is in was entered; null once the matter is closed. */
export const stageEntered = sql<Instant | null>`(select entered_at from base_stage
  where base_stage.base = base.id and left_at is null order by no desc limit 1)`

/** Steps with which a review opens; a matter that runs beside it begins as well, and opens none. */
const openings = keysWhere(({ begins, stage, matter }) => begins === true && stage === yearly && matter === undefined)

/** In a statement over `base`: the yearly review that comes next or is under way, with the year it is about. */
export const reviewOf = sql<ReviewAhead | null>`(select json_build_object('year', current.year, 'at',
    to_char(coalesce(opening.closed_at, opening.due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'underWay', opening.closed_at is not null)
  from base_stage current join step opening on opening.base = current.base and opening.stage_no = current.no
    and opening.key = any(${openings}::text[])
  where current.base = base.id and current.left_at is null and current.stage = ${yearly}
  order by opening.opened_seq desc limit 1)`

export interface ReviewAhead {
  readonly year: number | null
  /** When it opens; once it is under way, when it was opened. */
  readonly at: Instant
  readonly underWay: boolean
}

const milestone = (type: 'memorandum_signed' | 'base_activated') => sql<Instant | null>`(select payload ->> 'on'
  from ledger_entry where stream = base.id and type = ${sql.lit(type)} order by seq desc limit 1)`

/** In a statement over `base`: when its memorandum was signed, and when it was activated. */
export const [signedAt, activatedAt] = [milestone('memorandum_signed'), milestone('base_activated')]

/** A sort key as text, in the order of which the rows stand; what has none comes last. */
export const sortKey = ({
  sort = 'id',
  unseen = [],
}: Pick<BasesFilter, 'unseen'> & { readonly sort?: BasesSort | undefined }): RawBuilder<string> => {
  switch (sort) {
    case 'id':
      return sql<string>`base.id`
    case 'name':
      return sql<string>`lower(coalesce(cluster.names #>> '{en,name}', base.id))`
    case 'name_zh':
      return sql<string>`coalesce(cluster.names #>> '{zh-CN,name}', base.id)`
    case 'stage':
      return sql<string>`coalesce(array_position(${[...stages]}::text[], base.stage), 0)::text`
    case 'entered':
      return lastIfNone(asText(stageEntered))
    case 'due':
      return lastIfNone(
        asText(sql`(select min(due_at) from step where step.base = base.id and closed_at is null
          and key <> all(${unseen}::text[]))`),
      )
    case 'review':
      return lastIfNone(sql`${reviewOf} ->> 'at'`)
    case 'ends':
      return lastIfNone(lastDayOfMemorandum)
    case 'score':
      return lastIfNone(sql`to_char(100000 - base.score * 100, 'FM0000000.00')`)
  }
}

const asText = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`
const lastIfNone = (key: RawBuilder<unknown>) => sql<string>`coalesce(${key}, '~')`
