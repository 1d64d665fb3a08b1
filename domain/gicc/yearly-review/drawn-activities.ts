import type { Closing } from '../../follow-up/filed-forms.js'
import type { FollowedItem } from '../../follow-up/items.js'
import { drawn } from '../../lot.js'
import type { BaseState } from '../../state.js'
import { isReport } from './since-the-report.js'

/** How many activities of a year are confirmed from outside at least, where so many were noted. */
const least = 10

interface Drawing {
  readonly items: readonly FollowedItem[]
  readonly closings: readonly Closing[]
  readonly state: BaseState | undefined
}

/**
 * The activities of the reported year that somebody outside is to confirm beside the extract (5.4), by a lot that anybody can draw again:
 * its seed is the entry that closed the report and the moment in which the extract was asked for, so that nobody who notes work picks
 * them. None before that moment.
 */
export const drawnActivities = ({ items, closings, state }: Drawing): readonly string[] => {
  const opened = Object.values(state?.stage?.steps ?? {}).findLast(({ key }) => key === '5.4a')?.openedAt
  const [before = 0, last] = [0, ...closings.filter(isReport).map(({ seq }) => seq)].toSorted((a, b) => a - b).slice(-2)
  if (opened === undefined || last === undefined) return []
  const noted = items.filter(
    ({ kind, status, filed: { key, closedSeq } }) =>
      kind === 'activity' &&
      key === '5.14a' &&
      (status === 'recorded' || status === 'done') &&
      closedSeq > before &&
      closedSeq <= last,
  )
  return drawn(
    noted.map(({ id }) => id),
    { seed: `${last} ${opened}`, count: least },
  )
}
