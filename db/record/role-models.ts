import type { ProgrammeId } from '../../domain/ids.js'
import { sql, type Transaction } from 'kysely'
import type { RowChange } from './change.js'
import { granted, refused } from './claimed.js'
import type { Claimed, ClaimOf } from './claimed.js'
import type { Placed } from './placed-event.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>

/** A panel's proposal stands beside the others of the year; proposed again, it stands with its new points. */
export const roleModelProposed = (
  trx: Trx,
  { stream, programme, event: { year, total, evidence, greenYears } }: Placed<'role_model_proposed'>,
): RowChange[] => {
  const figures = { total, evidence, green_years: greenYears }
  const statement = trx
    .insertInto('role_model')
    .values({ programme, year, base: stream, ...figures })
    .onConflict((conflict) => conflict.columns(['programme', 'year', 'base']).doUpdateSet(figures))
  return [{ row: 'role_model', statement }]
}

/** The board has confirmed: the proposal is a role model of its year from then on. */
export const roleModelGranted = (
  trx: Trx,
  { stream, programme, at, event: { year } }: Placed<'role_model_granted'>,
): RowChange[] => [
  {
    row: 'role_model',
    statement: trx
      .updateTable('role_model')
      .set({ granted_at: at })
      .where('programme', '=', programme)
      .where('year', '=', year)
      .where('base', '=', stream),
  },
]

/**
 * Which bases come before this one: those that carry the title from the year before and still hold it, then those that are
 * role models of this year already, then the proposals of the year by points, evidence and the longer green run; the id
 * last, so that the order is the same whoever reads it. So never more hold it at once than are allowed (6.5, 11, 14.24).
 */
export async function testRoleModel(
  trx: Trx,
  { claim: { programme, year }, stream, limits }: ClaimOf<'role_model'>,
): Promise<Claimed> {
  const allowed = limits.roleModels ?? Infinity
  const ranked = await trx
    .selectFrom('role_model')
    .select('base')
    .where('programme', '=', programme)
    .where('year', '=', year)
    .orderBy(sql`granted_at is null`)
    .orderBy('total', 'desc')
    .orderBy('evidence', 'desc')
    .orderBy('green_years', 'desc')
    .orderBy('base')
    .execute()
  const place = ranked.findIndex(({ base }) => base === stream)
  const before = ranked.slice(0, place).map(({ base }) => base)
  const ahead = [...(await titled(trx, { programme, notOf: ranked.map(({ base }) => base) })), ...before]
  return place >= 0 && ahead.length < allowed ? granted : refused({ code: 'role_models_full', allowed, ahead })
}

/** Who holds the title and is not proposed this year: the title is for two years (11). */
const titled = async (
  trx: Trx,
  { programme, notOf }: { programme: ProgrammeId; notOf: readonly string[] },
): Promise<readonly string[]> => {
  const holders = await trx
    .selectFrom('base')
    .select('id')
    .where('programme', '=', programme)
    .where('status', '=', 'active_role_model')
    .where(sql<boolean>`id <> all(${notOf}::text[])`)
    .orderBy('id')
    .execute()
  return holders.map(({ id }) => id)
}
