import type { TeamFacts } from '../../facts.js'
import type { ReadValues } from '../../form/read-values.js'
import { rowsIn } from '../../form/rows.js'

/**
 * Who is in the team, from the rows of its form: everybody of the register, once, in the order of the rows. Whoever is not in
 * the register can act on no step, such as an interpreter who was named by name.
 */
export const teamFactsOf = (read: ReadValues): TeamFacts => {
  const ids = rowsIn(read, 'team').flatMap(({ person }) => (typeof person === 'string' ? [person] : []))
  return { members: [...new Set(ids)] }
}
