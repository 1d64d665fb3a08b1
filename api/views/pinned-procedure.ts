import type { ReadBase } from '../../db/reads/bases.js'
import { readProcedure } from '../../db/reads/procedures.js'
import type { Procedure } from '../../domain/procedure.js'
import type { ApiParts } from '../parts.js'

/** The rules a base is pinned to. A base whose rules are gone is a defect. */
export const readPinned = async ({ db }: Pick<ApiParts, 'db'>, base: ReadBase): Promise<Procedure> => {
  const procedure = await readProcedure(db, pinned(base.procedure))
  if (procedure === undefined) throw new Error(`The procedure ${base.procedure} of ${base.id} is not in the database.`)
  return procedure
}

/** The rule set and version of `full@2026.1`, as it is pinned to a base. */
export const pinned = (procedure: string): { id: Procedure['id']; version: string } => {
  const [id, version = ''] = procedure.split('@')
  return { id: id === 'light' ? 'light' : 'full', version }
}
