import { CancellationScope, getExternalWorkflowHandle, makeContinueAsNewFunc, setHandler } from '@temporalio/workflow'
import type { UpdateDefinition } from '@temporalio/common'
import type { ProgrammeCommand, ProgrammeNews } from '../domain/command.js'
import { baseWorkflowId, type BaseId } from '../domain/ids.js'
import { defined } from '../domain/values/defined.js'
import { unfounded, type ProgrammeState } from '../domain/programme/state.js'
import type { ProgrammeView } from '../domain/record.js'
import { openDesk, type Served } from './desk.js'
import { standingIn } from './hearable.js'
import { answerTo, live } from './live.js'
import { prepare, record } from './local-activities.js'
import {
  addToRegister,
  approveCall,
  catchUp,
  confirmCorrection,
  confirmErasure,
  confirmHold,
  confirmRelease,
  confirmRules,
  confirmSeats,
  conveneSession,
  delegateSeat,
  endDelegation,
  foundProgramme,
  grantMandates,
  holdRecords,
  meetingMoved,
  moveSession,
  noteSession,
  offered,
  personLeft,
  programmeView,
  proposeCall,
  proposeRules,
  ranked,
  releaseRecords,
  requestErasure,
  reviveProgramme,
  revokeMandate,
  stands,
  withdrawProposal,
  type Accepted,
  type ProgrammeInput,
} from './messages.js'
import { programmeCore } from './programme-core.js'

const openProgrammeDesk = ({ procedure = 'full', carried, ...input }: ProgrammeInput) => {
  const about = { kind: 'programme', ...input, procedure } as const
  return openDesk<ProgrammeState, ProgrammeCommand | ProgrammeNews, ProgrammeView>(programmeCore(about), {
    carried: carried ?? { state: unfounded(input.programme), handled: [] },
    hands: {
      prepare: (asking) => prepare({ ...about, ...asking }),
      record: (handed) => record({ ...about, ...handed }),
    },
  })
}
type ProgrammeDesk = ReturnType<typeof openProgrammeDesk>

/** One programme: its calls, its ranked sessions, its mandates; lives as long as the programme does. */
export async function programme(input: ProgrammeInput): Promise<void> {
  const desk = openProgrammeDesk(input)
  const prepared = desk.prepare()
  const asked = new Set<string>()

  answer(desk)
  await CancellationScope.nonCancellable(async () => {
    await prepared
    await live(desk, {
      stream: input.programme,
      stages: 0,
      begunAfter: input.revivedFrom,
      underWay: new Set(),
      tend: () => {
        for (const { base, offer } of desk.course().offers) if (!asked.has(offer)) void askAbout({ base, offer, asked })
        return false
      },
      goOn: () => goOn({ ...input, carried: desk.carried() }),
    })
  })
}

const answer = (desk: ProgrammeDesk): void => {
  const serve = <C extends ProgrammeCommand>(
    update: UpdateDefinition<Accepted, [C]>,
    then?: (command: C, served: Served) => Promise<void>,
  ): void => answerTo(desk, { update, ...defined({ then }) })
  serve(proposeCall)
  serve(approveCall)
  serve(conveneSession, tellPlaces)
  serve(moveSession, tellMoved)
  serve(noteSession)
  setHandler(stands, async (signal) => {
    const news = standingIn(signal)
    if (news !== undefined) await desk.hear({ type: 'base_stands', ...news }, `stand:${news.base}:${news.seq}`)
  })
  serve(grantMandates)
  serve(foundProgramme)
  serve(confirmSeats)
  serve(revokeMandate)
  serve(requestErasure)
  serve(confirmErasure, tellLeft)
  serve(holdRecords)
  serve(confirmHold)
  serve(releaseRecords)
  serve(confirmRelease)
  serve(addToRegister)
  serve(confirmCorrection)
  serve(proposeRules)
  serve(confirmRules)
  serve(withdrawProposal)
  serve(delegateSeat)
  serve(endDelegation)
  setHandler(catchUp, async () => {
    await desk.catchUp()
  })
  serve(reviveProgramme)
  setHandler(programmeView, () => desk.view())
}

/** Each base of a session hears its place by a signal to its workflow id, never to a run; one that has ended hears nothing. */
const tellPlaces = async (
  { session }: Extract<ProgrammeCommand, { type: 'convene_session' }>,
  { entries }: Served,
): Promise<void> => {
  const ranking = entries.flatMap(({ event }) => (event.type === 'session_convened' ? event.ranking : []))
  const tell = ({ base }: { base: BaseId }, index: number): Promise<void> =>
    getExternalWorkflowHandle(baseWorkflowId(base))
      .signal(ranked, { session, place: index + 1, of: ranking.length })
      .catch(() => undefined)
  await Promise.all(ranking.map(tell))
}

/** Each base of a session hears that its day was moved; one that has ended hears nothing. */
const tellMoved = async ({
  session,
  meets: { on, mode },
  code,
  bases,
}: Extract<ProgrammeCommand, { type: 'move_session' }>): Promise<void> => {
  const tell = (base: BaseId): Promise<void> =>
    getExternalWorkflowHandle(baseWorkflowId(base))
      .signal(meetingMoved, { session, meets: { on, mode }, code })
      .catch(() => undefined)
  await Promise.all(bases.map(tell))
}

/** Bases that waited for the erased person look again who is left; one that has ended hears nothing. */
const tellLeft = async ({ of, bases }: Extract<ProgrammeCommand, { type: 'confirm_erasure' }>): Promise<void> => {
  const { person } = of
  const roles = [...new Set(of.mandates.map(({ role }) => role))]
  const tell = (base: BaseId): Promise<void> =>
    getExternalWorkflowHandle(baseWorkflowId(base))
      .signal(personLeft, { person, roles })
      .catch(() => undefined)
  await Promise.all(bases.map(tell))
}

/** A base whose slot is offered is asked once in each run; it takes the same offer for the same question (8.3). */
const askAbout = async ({ base, offer, asked }: { base: BaseId; offer: string; asked: Set<string> }): Promise<void> => {
  asked.add(offer)
  await getExternalWorkflowHandle(baseWorkflowId(base))
    .signal(offered, { offer })
    .catch(() => undefined)
}

/** The next run may be one of a newer build: runs are pinned to theirs, and move here alone. */
const goOn = (input: ProgrammeInput): Promise<never> =>
  makeContinueAsNewFunc<typeof programme>({ initialVersioningBehavior: 'AUTO_UPGRADE' })(input)
