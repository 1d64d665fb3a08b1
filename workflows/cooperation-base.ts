import {
  CancellationScope,
  condition,
  makeContinueAsNewFunc,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../activities/contract.js'
import type { BaseCommand, BaseNews } from '../domain/command.js'
import { programmeOfBase, type BaseId } from '../domain/ids.js'
import type { BaseView } from '../domain/record.js'
import type { DocumentOrder } from '../domain/document-order.js'
import { unborn, type BaseState } from '../domain/state.js'
import { cancelId } from '../domain/workflow-names.js'
import { baseCore } from './base-core.js'
import { openDesk } from './desk.js'
import { leavingIn, movedIn, offeredIn, rankedIn } from './hearable.js'
import { answerTo, live } from './live.js'
import { prepare, record } from './local-activities.js'
import {
  baseUpdates,
  baseView,
  catchUp,
  meetingMoved,
  offered,
  personLeft,
  ranked,
  type BaseInput,
} from './messages.js'
import { standTeller } from './tell-programme.js'

const { makeDocuments } = proxyActivities<Pick<Activities, 'makeDocuments'>>({
  startToCloseTimeout: '2 minutes',
  // Whoever makes a paper says so every second; a worker that is killed is missed after this, and not after two minutes.
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
})

type BaseDesk = ReturnType<typeof openBaseDesk>
const openBaseDesk = ({ carried, ...input }: BaseInput) => {
  const about = { kind: 'base', ...input } as const
  return openDesk<BaseState, BaseCommand | BaseNews, BaseView>(baseCore(input), {
    carried: carried ?? { state: unborn(input.base), handled: [] },
    hands: {
      prepare: (asking) => prepare({ ...about, ...asking }),
      record: (handed) => record({ ...about, ...handed }),
    },
  })
}

/**
 * One base, from its nomination to the end of its last review. Everything it knows stands before the first handler, because
 * buffered updates run inside setHandler.
 */
export async function cooperationBase(input: BaseInput): Promise<void> {
  const { base, carried, revivedFrom = 0 } = input
  const desk = openBaseDesk(input)
  const prepared = desk.prepare()
  const papers = new Set<string>()
  const teller = standTeller()

  answer(desk, input)
  await CancellationScope.nonCancellable(async () => {
    hearCancellation(desk, input)
    await prepared
    await live(desk, {
      stream: base,
      stages: carried?.state.past.length ?? 0,
      begunAfter: Math.max(revivedFrom, 0),
      underWay: papers,
      tend: () => {
        for (const order of desk.course().orders) startPaper(desk, { order, papers, base })
        return tellsProgramme(desk, { teller, base })
      },
      goOn: () => goOn({ ...input, carried: desk.carried() }),
    })
  })
}

const answer = (desk: BaseDesk, { base }: BaseInput): void => {
  for (const update of baseUpdates) answerTo(desk, { update })
  setHandler(ranked, async (signal) => {
    const news = rankedIn(signal)
    if (news !== undefined) await desk.hear({ type: 'rank', ...news }, `rank:${base}:${news.session}`)
  })
  setHandler(meetingMoved, async (signal) => {
    const news = movedIn(signal)
    if (news === undefined) return
    const { session, meets } = news
    await desk.hear({ type: 'meeting_moved', ...news }, `moved:${base}:${session}:${meets.on}:${meets.mode}`)
  })
  setHandler(offered, async (signal) => {
    const news = offeredIn(signal)
    if (news !== undefined) await desk.hear({ type: 'offer', ...news }, `offer:${base}:${news.offer}`)
  })
  setHandler(personLeft, async (signal) => {
    const news = leavingIn(signal)
    if (news !== undefined) await desk.hear({ type: 'person_left', ...news }, `left:${base}:${news.person}`)
  })
  setHandler(catchUp, async () => {
    await desk.catchUp()
  })
  setHandler(baseView, () => desk.view())
}

/** Where the base stands towards the ten, when that has changed. True after something was sent: much may have happened. */
const tellsProgramme = async (
  desk: BaseDesk,
  { teller, base }: { readonly teller: ReturnType<typeof standTeller>; readonly base: BaseId },
): Promise<boolean> => {
  teller.tell({ base, programme: programmeOfBase(base), seq: desk.head(), stand: desk.course().stand })
  if (teller.isTold()) return false
  await condition(teller.isTold)
  return true
}

/** An ordinary activity makes the paper, off anybody's waiting time; its hash comes back as news. */
const startPaper = (
  desk: BaseDesk,
  { order, papers, base }: { readonly order: DocumentOrder; readonly papers: Set<string>; readonly base: BaseId },
): void => {
  if (papers.has(order.order)) return
  papers.add(order.order)
  const make = async (): Promise<void> => {
    const files = await makeDocuments({ base, ...order })
    await desk.hear({ type: 'document_made', order: order.order, files }, `paper:${base}:${order.order}`)
    papers.delete(order.order)
  }
  void make()
}

/** A cancel request from outside decides nothing: it is recorded, and the base goes on. */
const hearCancellation = (desk: BaseDesk, { base }: BaseInput): void => {
  const heard = (): Promise<unknown> =>
    desk.hear({ type: 'cancel_requested' }, cancelId({ base, run: workflowInfo().runId }))
  void CancellationScope.current().parent?.cancelRequested.catch(heard)
}

/** The next run may be one of a newer build: runs are pinned to theirs, and move here alone. */
const goOn = (input: BaseInput): Promise<never> =>
  makeContinueAsNewFunc<typeof cooperationBase>({ initialVersioningBehavior: 'AUTO_UPGRADE' })(input)
