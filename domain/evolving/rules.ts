import type { RulesEvent } from '../events/rules.js'
import { withStage, type Evolvers } from './changes.js'

/** Which version of the rules the running stage is under, and who has agreed to another one. */
export const rulesEvolvers: Evolvers<RulesEvent> = {
  adoption_agreed: (state, { version, side, by }) =>
    withStage(state, (stage) => {
      const before = stage.adoption?.version === version ? stage.adoption.agreed : {}
      return { ...stage, adoption: { version, agreed: { ...before, [side]: by.person } } }
    }),
  procedure_adopted: (state, { to }) => withStage({ ...state, rulesVersion: to }, ({ adoption: _, ...stage }) => stage),
}
