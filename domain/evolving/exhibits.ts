import type { ExhibitEvent } from '../events/exhibits.js'
import type { ThirdPartyEvent } from '../events/third-parties.js'
import type { ExhibitState } from '../exhibits/exhibit.js'
import { roles } from '../role.js'
import type { BaseState } from '../state.js'
import { programmeDay } from '../words/hours.js'
import { defined } from '../values/defined.js'
import type { Evolvers } from './changes.js'
import { thirdPartyEvolvers } from './third-parties.js'

/** What was brought, and who was asked, to prove facts stands in the state as far as the next act on it needs; an exhibit that was replaced is only in the ledger. */
export const exhibitEvolvers: Evolvers<ExhibitEvent | ThirdPartyEvent> = {
  ...thirdPartyEvolvers,
  exhibit_received: (state, { exhibit, readers, kind, classProposed, file, stage, expiresOn, by, at }) =>
    put(state, {
      exhibit,
      one: {
        status: 'received',
        sha256: file.sha256,
        readers,
        kind,
        class: classProposed,
        person: by.person,
        side: roles[by.role].side,
        stage,
        ...defined({
          expiresOn,
          role: expiresOn && by.role,
          receivedOn: expiresOn && programmeDay(at),
        }),
      },
    }),
  exhibit_superseded: (state, { exhibit }) => {
    const { [exhibit]: _, ...exhibits } = state.exhibits ?? {}
    return { ...state, exhibits }
  },
  expiry_told: (state, { exhibits, days }) =>
    exhibits.reduce((before, exhibit) => change(before, { exhibit, to: { told: days } }), state),
  exhibit_checked: (state, { exhibit, class: checked }) =>
    change(state, { exhibit, to: { status: 'checked', class: checked } }),
  exhibit_accepted: (state, { exhibit }) => change(state, { exhibit, to: { status: 'accepted' } }),
  exhibit_returned: (state, { exhibit }) => change(state, { exhibit, to: { status: 'returned' } }),
}

const put = (state: BaseState, { exhibit, one }: { exhibit: string; one: ExhibitState }): BaseState => ({
  ...state,
  exhibits: { ...state.exhibits, [exhibit]: one },
})

const change = (
  state: BaseState,
  { exhibit, to }: { exhibit: string; to: Partial<Pick<ExhibitState, 'status' | 'class' | 'told'>> },
): BaseState => {
  const before = state.exhibits?.[exhibit]
  return before === undefined ? state : put(state, { exhibit, one: { ...before, ...to } })
}
