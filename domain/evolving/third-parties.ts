import type { ThirdPartyEvent } from '../events/third-parties.js'
import type { Evolvers } from './changes.js'

/** How long a question about an activity may be answered: meanwhile no other one is asked about it. */
export const thirdPartyEvolvers: Evolvers<ThirdPartyEvent> = {
  third_party_asked: (state, { activity, until }) => ({
    ...state,
    thirdParties: { ...state.thirdParties, [activity]: until },
  }),
}
