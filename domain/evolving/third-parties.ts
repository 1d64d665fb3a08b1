import type { ThirdPartyEvent } from '../events/third-parties.js'
import type { Evolvers } from './changes.js'

/** Which question about an activity may be answered, and how long: meanwhile no other one is asked about it. */
export const thirdPartyEvolvers: Evolvers<ThirdPartyEvent> = {
  third_party_asked: (state, { activity, confirmation, until }) => ({
    ...state,
    thirdParties: { ...state.thirdParties, [activity]: { confirmation, until } },
  }),
}
