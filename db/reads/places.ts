import { sql, type Kysely } from 'kysely'
import { programmeOfBase, type Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { clockOfRow, type BasesFilter, type PlaceAsked } from './bases-asked.js'

/** Where the bases of a list lie that somebody may see: few places, as somebody has few seats. */
export async function placesAsked(
  db: Kysely<Database>,
  { asked, now }: { readonly asked: BasesFilter; readonly now: Instant },
): Promise<readonly PlaceAsked[]> {
  const { programme, rehearsal = false, among } = asked
  let standing = db.selectFrom('programme').select(['id', 'rehearsal']).orderBy('id')
  standing =
    programme === undefined ? standing.where('rehearsal', '=', rehearsal) : standing.where('id', '=', programme)
  if (among !== undefined) standing = standing.where(sql<boolean>`id = any(${among.programmes})`)
  const found = among?.programmes.length === 0 ? [] : await standing.execute()
  const named = (among?.bases ?? []).filter((base) => among?.programmes.includes(programmeOfBase(base)) !== true)
  const ofNamed = programme === undefined ? sql`base.rehearsal = ${rehearsal}` : sql`base.programme = ${programme}`
  return [
    ...found.map(({ id, rehearsal: hasOwnClock }) => ({
      programme: id,
      is: sql<boolean>`base.programme = ${id}`,
      clock: hasOwnClock ? clockOfRow(now) : sql<Instant>`${now}::timestamptz`,
    })),
    ...(named.length === 0
      ? []
      : [
          {
            programme: undefined,
            is: sql<boolean>`(base.id = any(${named}) and ${ofNamed})`,
            clock: clockOfRow(now),
          },
        ]),
  ]
}
