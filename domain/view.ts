import { isScoring } from './base-then.js'
import { bodiesOf } from './body-view.js'
import { dossierParts } from './facts.js'
import { nextDueAt } from './judge/clock.js'
import type { Rules } from './judge/draft.js'
import type { BaseView } from './record.js'
import { standOf } from './stand.js'
import { tell } from './telling.js'
import { calendarsAhead } from './why-base.js'
import type { BaseState } from './state.js'

/** The row a list shows of a base (design 2): worked out from the state after the events, never from a history. */
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
    stage: state.stage?.stage ?? state.past.at(-1)?.stage ?? 'nomination',
    status: state.status,
    ...(state.code === undefined ? {} : { code: state.code }),
    ...(state.colour === undefined ? {} : { colour: state.colour }),
    ...(facts.score === undefined || isScoring(state) ? {} : { score: facts.score }),
    ...(facts.slot === undefined ? {} : { slot: facts.slot }),
    ...(facts.plaque === undefined ? {} : { plaque: facts.plaque }),
    procedure: `${rules.procedure.id}@${rules.procedure.version}`,
    awaitsSession: telling?.awaitsSession ?? false,
    reviews: facts.reviews.length,
    missingParts: dossierParts.filter((part) => !state.partsAtHand.includes(part)),
    undated: cluster.readings.filter((reading) => reading.year === null).map((reading) => reading.measure),
    closed: state.closed,
    nextDueAt: nextDueAt(state, rules),
    rehearsal: state.rehearsal,
    calendars: calendarsAhead(state, rules),
    ...(bodies.length === 0 ? {} : { bodies }),
    ...(facts.slotUntil === undefined ? {} : { slotUntil: facts.slotUntil }),
    ...(stand === undefined ? {} : { stand }),
  }
}
