import type { RevivalEvent } from '../events/revival.js'
import type { Evolvers } from './changes.js'

/** A revival changes nothing but that it has happened. */
export const revivalEvolvers: Evolvers<RevivalEvent> = {
  base_revived: (state, { from }) => ({ ...state, revivedFrom: from }),
}
