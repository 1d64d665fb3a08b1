import type { TeamFacts } from '../../facts.js'
import { keyed, listed } from '../../form/kinds/kind.js'
import type { ReadValues } from '../../form/read-values.js'

/**
 * Who is in the team, from the rows of its form: everybody of the register, once, in the order of the rows. Whoever is not in
 * the register can act on no step, such as an interpreter who was named by name.
 */
export const teamFactsOf = ({ team }: ReadValues): TeamFacts => {
  const ids = listed(team).flatMap((row) => {
    const { person } = keyed(keyed(row)['cells'])
    return typeof person === 'string' ? [person] : []
  })
  return { members: [...new Set(ids)] }
}
