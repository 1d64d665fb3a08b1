import { isScoring } from './base-then.js'
import { bodiesOf } from './body-view.js'
import { dossierParts } from './facts.js'
import { nextDueAt } from './judge/clock.js'
import type { Rules } from './judge/draft.js'
import { stageFor } from './lifecycle.js'
import type { BaseView } from './record.js'
import { standOf } from './stand.js'
import { tell } from './telling.js'
import { calendarsAhead } from './why-base.js'
import type { BaseState } from './state.js'
import { defined } from './values/defined.js'

/** The row a list shows of a base: worked out from the state after the events, never from a history. */
export const viewOf = (state: BaseState, rules: Rules): BaseView => {
  const { facts, cluster } = state
  const stand = standOf(state, rules.procedure)
  const telling = state.closed ? undefined : tell(rules.story(state), { state, procedure: rules.procedure })
  const bodies = bodiesOf(state, rules.procedure)
  return {
    programme: state.programme,
    cluster: cluster.cluster,
    call: state.call,
    category: cluster.category,
    province: cluster.province,
    country: cluster.country,
    overlaps: cluster.overlaps,
    recordHash: cluster.recordHash,
    stage: state.stage?.stage ?? state.past.at(-1)?.stage ?? stageFor.beginning,
    status: state.status,
    ...defined({
      code: state.code,
      colour: state.colour,
      score: facts.score === undefined || isScoring(state) ? undefined : facts.score,
      slot: facts.slot,
      plaque: facts.plaque,
    }),
    procedure: `${rules.procedure.id}@${rules.procedure.version}`,
    awaitsSession: telling?.awaitsSession ?? false,
    reviews: facts.reviews.length,
    missingParts: dossierParts.filter((part) => !state.partsAtHand.includes(part)),
    undated: cluster.readings.filter((reading) => reading.year === null).map((reading) => reading.measure),
    closed: state.closed,
    nextDueAt: nextDueAt(state, rules),
    rehearsal: state.rehearsal,
    calendars: calendarsAhead(state, rules),
    ...defined({ bodies: bodies.length === 0 ? undefined : bodies, slotUntil: facts.slotUntil, stand }),
  }
}
