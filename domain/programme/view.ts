import type { ClaimLimits } from '../claims.js'
import type { ProgrammeView, WaitingPlace } from '../record.js'
import { defined } from '../values/defined.js'
import { openCall, type ProgrammeState } from './state.js'
import { waitingList, type PlacedBase } from './waiting-list.js'

/** What the list shows of a programme, and the next instant its clock has something to do: the end of the window. */
export const programmeViewOf = (state: ProgrammeState, limits: ClaimLimits): ProgrammeView => {
  const open = openCall(state)
  return {
    nextDueAt: open?.windowEnds ?? null,
    openCall: open?.call ?? null,
    windowEnds: open?.windowEnds ?? null,
    ...defined({ waiting: state.ten === undefined ? undefined : waitingList(state.ten, limits).map(listedEntry) }),
  }
}

const listedEntry = ({ base, place, stand, against, passed, offer }: PlacedBase): WaitingPlace => ({
  base,
  place,
  since: stand.since,
  score: stand.score,
  category: stand.place.category,
  province: stand.place.province,
  passed,
  waived: stand.waived,
  ...defined({
    code: stand.code,
    awaits: stand.awaits,
    against: against === undefined ? undefined : against.code,
    offer:
      offer === undefined
        ? undefined
        : { ...offer, ...defined({ until: stand.is === 'offered' ? stand.until : undefined }) },
  }),
})
