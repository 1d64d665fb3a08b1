import type { Instant } from '../ids.js'
import type { By } from '../values/by.js'

/** A question went to somebody outside: of which activity, by whom, and how long it may be answered. */
export interface ThirdPartyEvent {
  readonly type: 'third_party_asked'
  readonly confirmation: string
  readonly activity: string
  readonly until: Instant
  readonly by: By
}
