import {
  allHandlersFinished,
  CancellationScope,
  condition,
  makeContinueAsNewFunc,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../activities/contract.js'
import type { BaseCommand, BaseNews } from '../domain/command.js'
import { programmeOfBase } from '../domain/ids.js'
import type { BaseView } from '../domain/record.js'
import { unborn, type BaseState, type DocumentOrder } from '../domain/state.js'
import { cancelId } from '../domain/workflow-names.js'
import { lazyAlarm } from './alarm.js'
import { baseCore } from './base-core.js'
import { openDesk } from './desk.js'
import { leavingIn, offeredIn, rankedIn } from './hearable.js'
import { now } from './clock.js'
import { isNewerBuildWanted, isRunLong } from './run-end.js'
import { prepare, record } from './local-activities.js'
import {
  baseUpdates,
  baseView,
  catchUp,
  nobody,
  offered,
  personLeft,
  ranked,
  type BaseInput,
  type Sender,
} from './messages.js'
import { standTeller } from './tell-programme.js'

const { makeDocuments } = proxyActivities<Pick<Activities, 'makeDocuments'>>({
  startToCloseTimeout: '2 minutes',
  // Whoever makes a paper says so every second; a worker that is killed is missed after this, and not after two minutes.
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
})

/** How long a base workflow waits for the nomination, or the revival, it was started for. */
const beginPatience = '10 minutes'

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
 * One base, from its nomination to the end of its last review: waits for a command or the next due instant, and lets
 * the desk judge, record and evolve. Everything it knows stands before the first handler, because buffered updates run
 * inside setHandler.
 */
export async function cooperationBase(input: BaseInput): Promise<void> {
  const desk = openBaseDesk(input)
  const prepared = desk.prepare()
  const run: Run = { ...input, papers: new Set<string>(), stages: input.carried?.state.past.length ?? 0 }
  const teller = standTeller()
  let rung = false
  const alarm = lazyAlarm(() => (rung = true))

  answer(desk, input)
  await CancellationScope.nonCancellable(async () => {
    hearCancellation(desk, input)
    await prepared
    if (!(await begins(desk, { ...input, ...run }))) return
    for (;;) {
      for (const order of desk.course().orders) startPaper(desk, { order, ...run })
      if (await tellsProgramme(desk, { teller, ...run })) continue
      if (desk.course().closed && isIdle(desk, run)) return
      if (isTimeToContinue(desk, run) && isIdle(desk, run)) await goOn({ ...input, carried: desk.carried() })
      const { due } = desk.course()
      if (due !== null && due <= now()) {
        await desk.hear({ type: 'tick' }, `clock:${input.base}:${desk.head()}`)
        continue
      }
      alarm.set(due)
      const seen = { revision: desk.revision(), papers: run.papers.size }
      rung = false
      await condition(
        () => rung || desk.revision() !== seen.revision || run.papers.size !== seen.papers || mayLeave(desk, run),
      )
    }
  })
}

/** What one run knows beside its desk: the documents being made, and how many stages lay behind when it began. */
interface Run {
  readonly base: string
  readonly papers: Set<string>
  readonly stages: number
}

/** A base begins with its nomination; a run that was begun from the ledger, with its revival. */
const hasBegun = (desk: BaseDesk, { revivedFrom = 0 }: BaseInput): boolean => desk.head() > Math.max(revivedFrom, 0)

/** Waits for the beginning. What is under way is waited for, however long it takes to write it down; false: it did not come. */
const begins = async (desk: BaseDesk, { papers, stages, ...input }: BaseInput & Run): Promise<boolean> => {
  const begun = (): boolean => hasBegun(desk, input)
  if (!begun()) await condition(() => begun() || isIdle(desk, { ...input, papers, stages }), beginPatience)
  await condition(() => begun() || allHandlersFinished())
  return begun()
}

/** Each of these is an update because a person waits for yes or no; the validator says no without a trace. */
const answer = (desk: BaseDesk, { base }: BaseInput): void => {
  for (const update of baseUpdates)
    setHandler(
      update,
      async (command: BaseCommand, sender: Sender = nobody) => (await desk.serve(command, sender)).accepted,
      { validator: (command: BaseCommand, sender: Sender = nobody) => desk.validate(command, sender) },
    )
  setHandler(ranked, async (signal) => {
    const news = rankedIn(signal)
    if (news !== undefined) await desk.hear({ type: 'rank', ...news }, `rank:${base}:${news.session}`)
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
  { teller, base }: Run & { readonly teller: ReturnType<typeof standTeller> },
): Promise<boolean> => {
  teller.tell({ base, programme: programmeOfBase(base), seq: desk.head(), stand: desk.course().stand })
  if (teller.isTold()) return false
  await condition(teller.isTold)
  return true
}

/** An ordinary activity makes the paper, off anybody's waiting time; its hash comes back as news. */
const startPaper = (desk: BaseDesk, { order, papers, base }: Run & { readonly order: DocumentOrder }): void => {
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

const isIdle = (desk: BaseDesk, { papers }: Run): boolean => desk.isFree() && papers.size === 0 && allHandlersFinished()

const isTimeToContinue = (desk: BaseDesk, { stages }: Run): boolean =>
  desk.course().stages > stages || isRunLong() || isNewerBuildWanted()

const mayLeave = (desk: BaseDesk, run: Run): boolean =>
  (desk.course().closed || isTimeToContinue(desk, run)) && isIdle(desk, run)

/** The next run may be one of a newer build: runs are pinned to theirs, and move here alone. */
const goOn = (input: BaseInput): Promise<never> =>
  makeContinueAsNewFunc<typeof cooperationBase>({ initialVersioningBehavior: 'AUTO_UPGRADE' })(input)
