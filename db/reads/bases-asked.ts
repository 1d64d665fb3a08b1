import { sql, type RawBuilder } from 'kysely'
import { keysWhere } from '../../domain/gicc/steps.js'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { Stage, Status } from '../../domain/lifecycle.js'
import type { Role } from '../../domain/role.js'
import type { StepKey } from '../../domain/values/step-key.js'

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

/**
 * A part of the bases a list is asked for that PostgreSQL reads in the order of an index: those of one programme, or some that are named.
 * What is asked of all together is asked of each, and no more than a page of it.
 */
export interface PlaceAsked {
  /** Undefined: these are some bases that are named, of any programme. */
  readonly programme: ProgrammeId | undefined
  readonly is: RawBuilder<boolean>
  /** What time it is for its bases: the same for each where none of them rehearses. */
  readonly clock: RawBuilder<Instant>
}

/** The conditions of a list over the `base` of a place and, beside it, `cluster`. */
export const basesAsked = (asked: BasesFilter, place: PlaceAsked): readonly RawBuilder<boolean>[] => [
  place.is,
  ...where(asked),
  ...whereStep(asked, place),
]

/** What a list is read from: the cluster stands beside a base where something is asked of its names. */
export const basesBeside = ({ q }: Pick<BasesFilter, 'q'>, isNamed = false): RawBuilder<unknown> =>
  q === undefined && !isNamed
    ? sql`from base`
    : sql`from base left join cluster on cluster.programme = base.programme and cluster.id = base.cluster`

const where = (asked: BasesFilter): readonly RawBuilder<boolean>[] => {
  const { without = [], q, slot, closed } = asked
  return [
    ...equal('stage', asked.stage),
    ...equal('status', asked.status),
    ...equal('colour', asked.colour),
    ...equal('category', asked.category),
    ...equal('country', asked.country),
    ...equal('province', asked.province),
    ...given(slot, (one) => (one === 'held' ? sql<boolean>`base.slot is not null` : sql<boolean>`base.slot is null`)),
    ...given(closed, (is) => (is ? sql<boolean>`base.closed_at is not null` : sql<boolean>`base.closed_at is null`)),
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

const whereStep = (asked: BasesFilter, { clock }: Pick<PlaceAsked, 'clock'>): readonly RawBuilder<boolean>[] => {
  const { late, role, holder, holders, dueBefore, reviewBefore, reviewWithin } = asked
  const open = (more: RawBuilder<unknown>) => openStep(asked, more)
  const ofSide = holders === undefined ? sql`true` : sql`(step.side = ${holders.side} or step.holder = ${holders.or})`
  return [
    ...given(late, (is) => (is ? isLate(asked, clock) : sql<boolean>`coalesce(not ${isLate(asked, clock)}, true)`)),
    ...given(role, (one) => open(sql`step.role = ${one}`)),
    ...given(holder, (one) => open(sql`step.holder = ${one} and ${ofSide}`)),
    ...given(dueBefore, (at) => firstDue(sql`< ${at}::timestamptz`, asked)),
    ...given(reviewBefore, (at) => opensBefore(sql`${at}::timestamptz`)),
    ...given(reviewWithin, (days) => opensBefore(sql`${clock} + make_interval(days => ${days}::integer)`)),
  ]
}

/** A moment, or the end of all time where there is none: as the indexes have it (migration 0079). */
export const orLast = (at: RawBuilder<unknown>) => sql`(case when ${at} is null then 'infinity' else ${at} end)`

/** In a statement over `base`: when its review opens or was opened, and the end of all time where none is ahead. */
export const reviewOrLast = orLast(sql`base.review_at`)

const opensBefore = (moment: RawBuilder<unknown>) => sql<boolean>`${reviewOrLast} < ${moment}`

const openStep = ({ unseen = [] }: Pick<BasesFilter, 'unseen'>, more: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from step where step.base = base.id
    and step.closed_at is null and step.key <> all(${unseen}::text[]) and ${more})`

/**
 * Whether an open step that may be seen is due so; null where none is open. The first of all open steps is kept in the row and stands
 * in the index: only where it is due so are steps looked at for whoever may not see each, and then those of this base alone.
 */
const firstDue = (so: RawBuilder<unknown>, { unseen = [] }: Pick<BasesFilter, 'unseen'>) =>
  unseen.length === 0
    ? sql<boolean>`(base.first_due_at ${so})`
    : sql<boolean>`(base.first_due_at ${so} and coalesce((select true from step where step.base = base.id and step.closed_at is null
        and step.key <> all(${unseen}::text[]) and step.due_at ${so} limit 1), false))`

/** In a statement over `base`: whether an open step that may be seen is past its day by this clock. */
export const isLate = (asked: Pick<BasesFilter, 'unseen'>, clock: RawBuilder<Instant>) =>
  firstDue(sql`<= ${clock}`, asked)

/** What time it is for the base of a row: a rehearsal's own clock is at least at its last entry. */
export const clockOfRow = (now: Instant) =>
  sql<Instant>`(case when base.rehearsal then greatest(${now}::timestamptz, base.updated_at) else ${now}::timestamptz end)`

/** Steps with which a review opens, as `base.review_at` knows them (migration 0079); a matter that runs beside it begins as well, and opens none. */
export const openings = keysWhere(
  ({ begins, stage, matter }) => begins === true && stage === yearly && matter === undefined,
)

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
