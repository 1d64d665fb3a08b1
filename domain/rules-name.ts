import { isProcedureId, procedureIds, type ProcedureId } from './procedure-id.js'

/** The rule set of that name. Refuses any other: no base is under rules that are taken for others. */
export const procedureIdOf = (text: string): ProcedureId => {
  if (!isProcedureId(text))
    throw new RangeError(`the rules are ${procedureIds.join(' or ')}; got ${JSON.stringify(text)}`)
  return text
}

/** The rule set and version of a name such as `full@2026-11-30`, as entries bear it. */
export const rulesNameOf = (name: string): { readonly id: ProcedureId; readonly version: string } => {
  const at = name.indexOf('@')
  return { id: procedureIdOf(at < 0 ? name : name.slice(0, at)), version: at < 0 ? '' : name.slice(at + 1) }
}
