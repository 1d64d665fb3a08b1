import type { RoleModelEvent } from '../events/role-model.js'
import { count, type Evolvers } from './changes.js'

/** The distinction: proposed by the panel, granted with the board's confirmation. */
export const roleModelEvolvers: Evolvers<RoleModelEvent> = {
  role_model_proposed: (state) => count(state, { effect: 'propose_role_model' }),
  role_model_granted: (state) => count(state, { effect: 'grant_role_model' }),
}
