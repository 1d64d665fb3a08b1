import type { Instant } from '../ids.js'
import type { By } from '../values/by.js'

/** A question went to somebody outside: of which activity, by whom, how long it may be answered, and in whose place. */
export interface ThirdPartyEvent {
  readonly type: 'third_party_asked'
  readonly confirmation: string
  readonly activity: string
  readonly until: Instant
  /** The question that could not be delivered and is waited for no longer. */
  readonly instead?: string
  readonly by: By
}
