import type { ProgrammeCommand, ProgrammeNews } from '../domain/command.js'
import { schemaVersion, type AnyEvent, type ProgrammeEvent, type Recorded } from '../domain/event.js'
import { programmeCalendar, programmeCalendarIn } from '../domain/judge/draft.js'
import { evolveProgramme } from '../domain/programme/evolve.js'
import { judgeProgramme, type ProgrammeRules } from '../domain/programme/judge.js'
import { programmeViewOf } from '../domain/programme/view.js'
import { openCall, type ProgrammeState } from '../domain/programme/state.js'
import type { ProgrammeView } from '../domain/record.js'
import type { ClaimRefusal } from '../domain/claims.js'
import type { AboutProgramme, Prepared } from '../activities/contract.js'
import type { Core } from '../activities/core.js'
import { begunFrom } from './base-core.js'
import { claimLimitsOf } from '../domain/claim-limits.js'
import { isProgrammeEvent } from '../domain/streams.js'
import { defined } from '../domain/values/defined.js'

/** The pure core of a programme, as the desk asks for it. */
export const programmeCore = ({
  programme,
  procedure,
  revivedFrom,
}: Omit<AboutProgramme, 'kind'>): Core<ProgrammeState, ProgrammeCommand | ProgrammeNews, ProgrammeView> => ({
  kind: 'programme',
  stream: programme,
  prepares: (_, now) => ({ procedure, calendars: [programmeCalendar], from: now.slice(0, 10) }),
  judge: (state, { envelope, prepared, claimRefusal }) => {
    const rules = { ...rulesOf(prepared, claimRefusal), ...begunFrom(revivedFrom) }
    const judged = judgeProgramme(state, { envelope, rules })
    if (!judged.ok) return judged
    const after = judged.events.reduce(
      (before, event) => evolveProgramme(before, drafted(before, { event, at: envelope.now })),
      state,
    )
    return { ...judged, state: after }
  },
  evolve: (state, entry) => (isOfProgramme(entry) ? evolveProgramme(state, entry) : state),
  wants: () => undefined,
  pinned: () => undefined,
  view: (state, { procedure: rules }) => programmeViewOf(state, claimLimitsOf(rules)),
  course: (state) => ({
    due: openCall(state)?.windowEnds ?? null,
    closed: false,
    stages: 0,
    orders: [],
    offers: Object.entries(state.ten?.offers ?? {}).flatMap(([base, { offer, state: stands }]) =>
      stands === 'open' ? [{ base, offer }] : [],
    ),
  }),
  heldBy: () => undefined,
  vacant: () => [],
  inWords: (state) => {
    const open = openCall(state)
    return open === undefined
      ? `${state.id}: no call is open`
      : `${state.id}: call ${open.call} is open until ${open.windowEnds}`
  },
})

const rulesOf = ({ procedure, calendars }: Prepared, claimRefusal?: ClaimRefusal): ProgrammeRules => ({
  procedure,
  calendar: programmeCalendarIn(calendars),
  ...defined({ claimRefusal }),
})

const drafted = (
  state: ProgrammeState,
  { event, at }: { event: ProgrammeEvent; at: string },
): Recorded<ProgrammeEvent> => ({
  seq: state.seq + 1,
  occurredAt: at,
  schemaVersion,
  event,
  commandId: '',
})

const isOfProgramme = (entry: Recorded<AnyEvent>): entry is Recorded<ProgrammeEvent> => isProgrammeEvent(entry.event)
