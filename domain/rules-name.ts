import type { Procedure } from './procedure.js'

const ids = ['full', 'light'] as const satisfies readonly Procedure['id'][]

/** Whether a text that came from outside names a rule set. */
export const isProcedureId = (text: string): text is Procedure['id'] => ids.some((id) => id === text)

/** The rule set of that name. Refuses any other: no base is under rules that are taken for others. */
export const procedureIdOf = (text: string): Procedure['id'] => {
  if (!isProcedureId(text)) throw new RangeError(`the rules are ${ids.join(' or ')}; got ${JSON.stringify(text)}`)
  return text
}

/** The rule set and version of a name such as `full@2026-11-30`, as entries bear it. */
export const rulesNameOf = (name: string): { readonly id: Procedure['id']; readonly version: string } => {
  const at = name.indexOf('@')
  return { id: procedureIdOf(at < 0 ? name : name.slice(0, at)), version: at < 0 ? '' : name.slice(at + 1) }
}
