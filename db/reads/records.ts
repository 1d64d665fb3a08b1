import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { Instant, BaseId, PersonId, ProgrammeId } from '../../domain/ids.js'
import { keptUntil } from '../../domain/retention.js'
import type { ErasedCounts } from '../../domain/retention.js'
import { countedOf } from '../record/project-records.js'
import { nameUnder } from '../sealed-person.js'
import { seatInForce } from '../seats.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'
import type { RecordHoldTable } from '../schema/record-tables.js'
import { lastDayOfMemorandum } from './base-end.js'
import type { BaseEndRow } from './base-end.js'
import { newestEntry } from './proposals.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
interface OfPerson {
  readonly programme: ProgrammeId
  readonly person: PersonId
}

/** What there is of a person, or what was erased, and on which bases the person acted. */
export interface PersonRecords {
  readonly person: PersonId
  /** null once the person was erased. */
  readonly name: Name | null
  readonly requestedAt: Instant | null
  readonly erasedAt: Instant | null
  /** The entry that asks for the erasure and waits; null where none does. */
  readonly seq: number | null
  /** How much there is; once erased, how much there was. */
  readonly counts: ErasedCounts
  readonly bases: readonly {
    readonly base: BaseId
    readonly documents: number
    readonly scans: number
    readonly keptUntil: string | null
  }[]
}

/** The records of a person; undefined for one who is not known. */
export async function readPersonRecords(db: Db, { programme, person }: OfPerson): Promise<PersonRecords | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('person_key as key', 'key.person', 'person.id')
    .leftJoin('erasure', (join) =>
      join.onRef('erasure.person', '=', 'person.id').on('erasure.programme', '=', programme),
    )
    .select(['person.name', 'person.erased_at', 'requested_at', 'erasure.erased', askedByRequest.as('seq')])
    .select(['key.wrapped', 'key.wrapped_by as wrappedBy', sql<ErasedCounts>`${countedOf(person)}`.as('counts')])
    .where('person.id', '=', person)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { wrapped, wrappedBy } = row
  return {
    person,
    name: nameUnder({ person, wrapped, wrappedBy }, row.name),
    requestedAt: row.requested_at,
    erasedAt: row.erased_at,
    seq: row.requested_at === null || row.erased_at !== null ? null : row.seq,
    counts: row.erased ?? row.counts,
    bases: await basesActedOn(db, { person }),
  }
}

async function basesActedOn(db: Db, { person }: { person: PersonId }): Promise<PersonRecords['bases']> {
  const { rows } = await sql<BaseEndRow & { documents: number; scans: number }>`
    select base.id as base, base.closed_at as "closedAt", ${lastDayOfMemorandum} as "endsOn",
      (select count(*) from document where document.base = base.id) as documents,
      (select count(*) from scan where scan.base = base.id) as scans
    from base where id in (select base from step_act where step_act.person = ${person})
      or id in (select stream from text where author = ${person})
    order by id`.execute(db)
  return rows.map((row) => ({
    base: row.base,
    documents: row.documents,
    scans: row.scans,
    keptUntil: keptUntil(row),
  }))
}

const askedByRequest = newestEntry('erasure_requested', sql`entry.payload ->> 'person' = person.id`)
/** What a hold waits by: what asks for it, or for its end. */
const askedByHold = sql<number | null>`case record_hold.state
  when 'asked' then ${newestEntry('hold_requested', sql`entry.payload ->> 'hold' = record_hold.id`)}
  when 'release_asked' then ${newestEntry('release_requested', sql`entry.payload ->> 'hold' = record_hold.id`)} end`

/** Who asked for what waits on a hold. */
const askerOfHold = sql<string | null>`(select asking.payload #>> '{by,person}' from ledger_entry asking
  where asking.stream = record_hold.programme and asking.seq = ${askedByHold})`

export type ListedHold = ReturnType<typeof holdFromRow>

/** Holds on records of a programme, released ones too, in the order of their ids. */
export async function listHolds(
  db: Db,
  request: PageRequest & { readonly programme: ProgrammeId },
): Promise<Page<ListedHold>> {
  const after = keysAfter(request, ['text'])
  let query = db
    .selectFrom('record_hold')
    .selectAll()
    .select([askedByHold.as('seq'), askerOfHold.as('askedBy')])
    .where('programme', '=', request.programme)
  if (after?.[0] !== undefined) query = query.where('id', '>', after[0])
  const rows = await query.orderBy('id').limit(rowsFor(request)).execute()
  return mapPage(pageOf(rows, { ...request, keysOf: ({ id }) => [id] }), holdFromRow)
}

const holdFromRow = (
  row: Selectable<RecordHoldTable> & { readonly seq: number | null; readonly askedBy: string | null },
) => ({
  id: row.id,
  person: row.person,
  base: row.base,
  code: row.code,
  state: row.state,
  askedAt: row.asked_at,
  heldAt: row.held_at,
  releasedAt: row.released_at,
  seq: row.seq,
  askedBy: row.askedBy,
})

/** Open steps that wait for seats of somebody's roles, by their bases, in every programme. */
export async function basesWaitingFor(db: Db, { person }: Pick<OfPerson, 'person'>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('step')
    .innerJoin('mandate', (join) =>
      join.onRef('mandate.role', '=', 'step.role').onRef('mandate.programme', '=', 'step.programme'),
    )
    .select('step.base')
    .distinct()
    .where('step.closed_at', 'is', null)
    .where('mandate.person', '=', person)
    .where('mandate.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('mandate.base', 'is', null), eb('mandate.base', '=', eb.ref('step.base'))]))
    .orderBy('step.base')
    .execute()
  return rows.map(({ base }) => base)
}

/** Somebody whose records need not be kept any longer on a day, with the hold that keeps them all the same. */
export interface DueForErasure {
  readonly person: PersonId
  /** The day from which nothing has to be kept. */
  readonly due: string
  readonly hold: string | null
}

interface DueRow {
  readonly person: PersonId
  readonly left: string
  readonly hold: string | null
  readonly ends: readonly { readonly closedAt: string | null; readonly endsOn: string | null }[]
}

/**
 * People of a programme without a seat in force, all of whose bases have ended long enough ago (8.13), the longest due
 * first. Who never acted on a base is due as soon as the last seat has ended.
 */
export async function dueForErasure(
  db: Db,
  { programme, by }: { readonly programme: ProgrammeId; readonly by: string },
): Promise<readonly DueForErasure[]> {
  const rows = await leftWithout(db, { programme, at: `${by}T00:00:00.000Z` })
  return rows
    .flatMap(({ person, left, hold, ends }) => {
      const days = ends.map(keptUntil)
      if (days.includes(null)) return []
      const due = [left, ...days].reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), left)
      return due <= by ? [{ person, due, hold }] : []
    })
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : one.person < other.person ? -1 : 1))
}

/** Who holds no seat any more at an instant, since which day, and how the bases he or she acted on ended. */
const leftWithout = async (
  db: Db,
  { programme, at }: { programme: ProgrammeId; at: Instant },
): Promise<readonly DueRow[]> => {
  const { rows } = await sql<DueRow>`
    select person.id as person, to_char(max(coalesce(mandate.revoked_at, mandate.until_at)), 'YYYY-MM-DD') as "left",
      (select record_hold.id from record_hold where state <> 'released' and (record_hold.person = person.id
        or record_hold.base in (select base from step_act where step_act.person = person.id)
        or record_hold.base in (select stream from text where author = person.id)) limit 1) as hold,
      coalesce((select jsonb_agg(jsonb_build_object('endsOn', ${lastDayOfMemorandum}, 'closedAt', base.closed_at))
        from base where base.id in (select base from step_act where step_act.person = person.id)
          or base.id in (select stream from text where author = person.id)), '[]') as ends
    from person join mandate on mandate.person = person.id
    where person.erased_at is null and person.id in (select person from mandate where programme = ${programme})
    group by person.id
    having not bool_or(${seatInForce('mandate', at)}) and bool_and(mandate.revoked_at is not null or mandate.until_at is not null)`.execute(
    db,
  )
  return rows
}
