import type { DatedVersion } from '../commands/publishing.js'
import type { ProposalKind } from '../commands/proposals.js'
import type { PersonId } from '../ids.js'
import type { By } from '../values/by.js'

/** How a version of the rules is published, and what was taken back before it counted. */
export type PublishingEvent =
  /** Nothing judges by it yet. */
  | ({ readonly type: 'rules_proposed'; readonly by: By } & DatedVersion)
  /** From its day on, stages begin under it. */
  | ({ readonly type: 'rules_confirmed'; readonly proposedBy: PersonId; readonly by: By } & DatedVersion)
  /** Seats, a correction or a version that nobody confirms any more. */
  | {
      readonly type: 'proposal_withdrawn'
      readonly kind: ProposalKind
      readonly id: string
      readonly proposedBy: PersonId
      readonly by: By
    }
