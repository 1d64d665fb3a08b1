import type { BaseCommand, BaseNews } from '../domain/command.js'
import type { AnyEvent, BaseEvent, Recorded } from '../domain/event.js'
import { evolve } from '../domain/evolve.js'
import { nextDueAt } from '../domain/judge/clock.js'
import { programmeCalendar, type Rules } from '../domain/judge/draft.js'
import { judge } from '../domain/judge/judge.js'
import type { BaseView } from '../domain/record.js'
import type { ClaimRefusal } from '../domain/claims.js'
import { standOf } from '../domain/stand.js'
import { openSteps, type BaseState } from '../domain/state.js'
import { viewOf } from '../domain/view.js'
import { baseInWords } from '../domain/why-base.js'
import type { AboutBase, Prepared } from '../activities/contract.js'
import type { Core } from '../activities/core.js'
import { factsOf, unfit } from '../domain/gicc/brought.js'
import { lifeOf } from '../domain/gicc/life.js'
import { isBaseEvent } from '../domain/streams.js'
import { defined } from '../domain/values/defined.js'

/** The pure core of a base, as the desk asks for it. */
export const baseCore = ({
  base,
  place,
  procedure,
  revivedFrom,
}: Omit<AboutBase, 'kind'>): Core<BaseState, BaseCommand | BaseNews, BaseView> => ({
  kind: 'base',
  stream: base,
  prepares: (state, now) => ({
    procedure,
    // A stage that runs keeps the version it began under; between stages the newest one in force is taken (8.8).
    ...defined({ version: state.stage === undefined ? undefined : state.rulesVersion }),
    calendars: [programmeCalendar, place],
    from: now.slice(0, 10),
  }),
  judge: (state, { envelope, prepared, claimRefusal }) =>
    judge(state, { envelope, rules: { ...rulesOf(prepared, claimRefusal), ...begunFrom(revivedFrom) } }),
  wants: (command) => (command.type === 'adopt_procedure' ? command.version : undefined),
  pinned: (state) => (state.stage === undefined ? undefined : state.rulesVersion),
  evolve: (state, entry) => (isOfBase(entry) ? evolve(state, entry) : state),
  view: (state, prepared) => viewOf(state, rulesOf(prepared)),
  course: (state, prepared) => {
    const stand = standOf(state, prepared.procedure)
    return {
      due: nextDueAt(state, prepared),
      closed: state.closed,
      stages: state.past.length,
      orders: state.orders,
      ...defined({ stand }),
      offers: [],
    }
  },
  heldBy: (holders) => ({ type: 'holders', holders }),
  vacant: (state) => openSteps(state).flatMap(({ id, vacant }) => (vacant === true ? [id] : [])),
  inWords: (state, { prepared, now }) => baseInWords(state, { ...rulesOf(prepared), now }),
})

/** What the core must know of a run that was begun from the ledger. */
export const begunFrom = (revivedFrom: number | undefined): Pick<Rules, 'revivedFrom'> =>
  revivedFrom === undefined ? {} : { revivedFrom }

const rulesOf = ({ calendars, ...rules }: Prepared, claimRefusal?: ClaimRefusal): Rules => ({
  ...rules,
  calendars,
  story: lifeOf,
  factsOf,
  unfit,
  ...defined({ claimRefusal }),
})

const isOfBase = (entry: Recorded<AnyEvent>): entry is Recorded<BaseEvent> => isBaseEvent(entry.event)
