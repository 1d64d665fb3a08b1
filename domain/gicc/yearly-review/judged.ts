import { roles } from '../../role.js'
import { statusFor } from '../../lifecycle.js'
import { lastDecided, type BaseState, type MatterState } from '../../state.js'

/**
 * Whether an ending waits (3.13): a red stands proposed, contested or not carried out yet, whoever raised the ending; or the place
 * raised it while the review of a year was open that is not concluded yet.
 */
export const isJudged = (base: BaseState, raised: Pick<MatterState, 'raisedAt' | 'role'>): boolean => {
  const byPlace = raised.role !== undefined && roles[raised.role].side === 'partner'
  return isRedAhead(base) || (byPlace && isOpenSince(base, raised.raisedAt))
}

/** A red that the panel proposed, or a suspension that may become one, and a concluded one until the base loses its name or the red is gone. */
const isRedAhead = (base: BaseState): boolean => {
  const { extraordinary = [], reviews } = base.facts
  const panel = lastDecided(base, '5.8')?.outcome?.option
  const isProposed = !isConcluded(base) && (panel === 'red_proposal' || panel === 'suspend')
  const beside = lastDecided(base, '5.13c')
  const last = extraordinary.at(-1)
  const isProposedBeside = beside?.outcome?.option === 'red_proposal' && (last?.on ?? '') < (beside.closedAt ?? '')
  const isConcludedRed = reviews.at(-1)?.colour === 'red' || (last?.colour === 'red' && last.setAside !== true)
  return isProposed || isProposedBeside || isConcludedRed || base.status === statusFor.stop
}

/** Whether the review of the running year had begun by then, and nobody has concluded it. */
const isOpenSince = (base: BaseState, instant: string): boolean => {
  const begun = lastDecided(base, '5.1')?.closedAt
  return begun !== undefined && begun <= instant && !isConcluded(base)
}

const isConcluded = ({ stage }: BaseState): boolean => stage?.effects['conclude'] !== undefined
