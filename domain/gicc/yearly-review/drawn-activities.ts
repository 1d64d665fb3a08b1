import { filedFormsIn, type FormEntry } from '../../follow-up/filed-forms.js'
import type { FiledForm, FollowedItem } from '../../follow-up/items.js'
import { drawn } from '../../lot.js'
import { isReport } from './since-the-report.js'

/** How many activities of a year the lot falls on; where fewer were noted, on all. */
const count = 10

interface Drawing {
  /** What the ledger of a base says of forms and of visits, in its order. */
  readonly entries: readonly FormEntry[]
  /** What is followed by forms. */
  readonly itemsOf: (filed: readonly FiledForm[]) => readonly FollowedItem[]
}

/**
 * The activities of the reported year that somebody outside can be asked about beside the extract (5.4), by a lot that anybody can draw
 * again: its seed is the entry that closed the report and the moment in which the extract was first asked for, so that nobody who notes
 * work picks them. It falls once, on what stood at that moment: neither what is withdrawn later nor another visit of the extract moves it.
 */
export const drawnActivities = ({ entries, itemsOf }: Drawing): readonly string[] => {
  const opened = firstOpening(entries)
  if (opened === undefined) return []
  const { filed, closings } = filedFormsIn(entries.filter(({ seq }) => seq < opened.seq))
  const reports = closings.filter(isReport).toSorted((one, other) => one.seq - other.seq)
  const last = reports.at(-1)
  if (last === undefined) return []
  // A report that was handed in again in the same review is no report of another year.
  const before = reports.findLast(({ stage }) => stage < last.stage)?.seq ?? 0
  const noted = itemsOf(filed).filter(
    ({ kind, status, filed: { key, closedSeq } }) =>
      kind === 'activity' &&
      key === '5.14a' &&
      (status === 'recorded' || status === 'done') &&
      closedSeq > before &&
      closedSeq <= last.seq,
  )
  return drawn(
    noted.map(({ id }) => id),
    { seed: `${last.seq} ${opened.at}`, count },
  )
}

/** When the extract was first asked for in the newest stage in which it was. */
const firstOpening = (entries: readonly FormEntry[]): FormEntry | undefined => {
  let first: FormEntry | undefined
  let isStageAnew = true
  for (const entry of entries) {
    if (entry.event.type === 'stage_entered') isStageAnew = true
    if (entry.event.type !== 'step_opened' || entry.event.key !== '5.4a' || !isStageAnew) continue
    first = entry
    isStageAnew = false
  }
  return first
}
