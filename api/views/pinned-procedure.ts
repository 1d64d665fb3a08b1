import type { BaseId } from '../../domain/ids.js'
import { readBase } from '../../db/reads/bases.js'
import type { ReadBase } from '../../db/reads/bases.js'
import { readRulesNamed } from '../../db/reads/procedures.js'
import { stepsInFull } from '../../domain/gicc/steps.js'
import type { Procedure } from '../../domain/procedure.js'
import { anonymousRoles, type SightRules } from '../../domain/sight/act-kind.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'

/** The rules a base is pinned to. A base whose rules are gone is a defect. */
export const readPinned = async ({ db }: Pick<ApiParts, 'db'>, base: ReadBase): Promise<Procedure> => {
  const procedure = await readRulesNamed(db, base.procedure)
  if (procedure === undefined) throw new Error(`The procedure ${base.procedure} of ${base.id} is not in the database.`)
  return procedure
}

/** The rules of a base that is named. */
export const procedureOf = async (db: ApiParts['db'], base: BaseId): Promise<Procedure> => {
  const found = await readBase(db, { id: base })
  if (found === undefined) throw notFound(`base ${base}`)
  return await readPinned({ db }, found)
}

/** By which rules the steps of a base are votes, sheets or ratings: its own, and the full ones for a step of another version. */
export const sightRules = (procedure: Procedure): SightRules => {
  const steps = stepsOfAllTimes(procedure)
  return { steps, anonymous: anonymousRoles({ steps }) }
}

/** The steps of a base by their keys: a step that its version has no more is told by the full rules. */
export const stepsOfAllTimes = ({ steps }: Pick<Procedure, 'steps'>) => ({
  ...stepsInFull,
  ...steps,
})
