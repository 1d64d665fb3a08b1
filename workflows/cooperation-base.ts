import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../activities/contract.js'
import type { Actor, BaseCommand, BaseNews } from '../domain/command.js'
import type { BaseView } from '../domain/record.js'
import { standOf } from '../domain/stand.js'
import { unborn, type BaseState, type DocumentOrder } from '../domain/state.js'
import { lazyAlarm } from './alarm.js'
import { baseCore } from './base-core.js'
import { openDesk } from './desk.js'
import { now } from './clock.js'
import { standTeller } from './tell-programme.js'
import { baseUpdates, baseView, offered, personLeft, ranked, type BaseInput } from './messages.js'

const { makeDocuments } = proxyActivities<Pick<Activities, 'makeDocuments'>>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
})

/** A run ends at a stage or year boundary, or when its history has grown to this many events (performance.md 10). */
const longestHistory = 500

/** How long a base workflow waits for the nomination it was started for. */
const nominationPatience = '10 minutes'

type BaseDesk = ReturnType<typeof openBaseDesk>
const openBaseDesk = (input: BaseInput) =>
  openDesk<BaseState, BaseCommand | BaseNews, BaseView>(
    baseCore(input),
    input.carried ?? { state: unborn(input.base), handled: [] },
  )

/**
 * One base, from its nomination to the end of its last review: waits for a command or the next due instant, and lets
 * the desk judge, record and evolve. Everything it knows stands before the first handler, because buffered updates run
 * inside setHandler.
 */
export async function cooperationBase(input: BaseInput): Promise<void> {
  const desk = openBaseDesk(input)
  const prepared = desk.prepare()
  const papers = new Set<string>()
  const teller = standTeller()
  let rung = false
  const alarm = lazyAlarm(() => (rung = true))

  answer(desk)
  await CancellationScope.nonCancellable(async () => {
    hearCancellation(desk)
    await prepared
    const stages = desk.state().past.length
    if (desk.state().seq === 0) await condition(() => desk.state().seq > 0 || isIdle(desk, papers), nominationPatience)
    if (desk.state().seq === 0) return await condition(allHandlersFinished)
    for (;;) {
      for (const order of desk.state().orders) startPaper(desk, { order, papers })
      if (await lookForVacancy(desk)) continue
      if (await tellsProgramme(desk, teller)) continue
      if (desk.state().closed && isIdle(desk, papers)) return
      if (isTimeToContinue(desk, stages) && isIdle(desk, papers))
        await continueAsNew<typeof cooperationBase>({ ...input, carried: desk.carried() })
      const due = desk.nextDueAt()
      if (due !== null && due <= now()) {
        await desk.hear({ type: 'tick' }, `clock:${input.base}:${desk.state().seq}`)
        continue
      }
      alarm.set(due)
      const seen = { revision: desk.revision(), papers: papers.size }
      rung = false
      await condition(
        () =>
          rung ||
          desk.revision() !== seen.revision ||
          papers.size !== seen.papers ||
          mayLeave(desk, { papers, stages }),
      )
    }
  })
}

/** Each of these is an update because a person waits for yes or no; the validator says no without a trace. */
const answer = (desk: BaseDesk): void => {
  for (const update of baseUpdates)
    setHandler(update, (command: BaseCommand, actor?: Actor) => desk.serve(command, actor), {
      validator: (command: BaseCommand, actor?: Actor) => desk.validate(command, actor),
    })
  setHandler(ranked, async (news) => {
    await desk.hear({ type: 'rank', ...news }, `rank:${desk.state().id}:${news.session}`)
  })
  setHandler(offered, async ({ offer }) => {
    await desk.hear({ type: 'offer', offer }, `offer:${desk.state().id}:${offer}`)
  })
  setHandler(personLeft, async ({ person, roles }) => {
    await desk.hear({ type: 'person_left', person, roles }, `left:${desk.state().id}:${person}`)
  })
  setHandler(baseView, () => desk.view())
}

/** Where the base stands towards the ten, when that has changed. True after something was sent: much may have happened. */
const tellsProgramme = async (desk: BaseDesk, teller: ReturnType<typeof standTeller>): Promise<boolean> => {
  const { id: base, programme, seq } = desk.state()
  const procedure = desk.procedure()
  teller.tell({ base, programme, seq, stand: procedure && standOf(desk.state(), procedure) })
  if (teller.isTold()) return false
  await condition(teller.isTold)
  return true
}

/** An ordinary activity makes the paper, off anybody's waiting time; its hash comes back as news (design 2). */
const startPaper = (desk: BaseDesk, { order, papers }: { order: DocumentOrder; papers: Set<string> }): void => {
  if (papers.has(order.order)) return
  papers.add(order.order)
  const make = async (): Promise<void> => {
    const files = await makeDocuments({ base: desk.state().id, ...order })
    await desk.hear({ type: 'document_made', order: order.order, files }, `paper:${desk.state().id}:${order.order}`)
    papers.delete(order.order)
  }
  void make()
}

/** Where a rule resolves to nobody it is said at once; where it does not, nothing is written and no time is lost. */
const lookForVacancy = async (desk: BaseDesk): Promise<boolean> => {
  const holders = desk.holders()
  if (holders === undefined) return false
  await desk.hear({ type: 'holders', holders }, `holders:${desk.state().id}:${desk.state().seq}`)
  desk.heard(holders)
  return true
}

/** A cancel request from outside decides nothing: it is recorded, and the base goes on (design 2). */
const hearCancellation = (desk: BaseDesk): void => {
  const heard = (): Promise<unknown> =>
    desk.hear({ type: 'cancel_requested' }, `cancel:${desk.state().id}:${workflowInfo().runId}`)
  void CancellationScope.current().parent?.cancelRequested.catch(heard)
}

const isIdle = (desk: BaseDesk, papers: Set<string>): boolean =>
  desk.isFree() && papers.size === 0 && desk.holders() === undefined && allHandlersFinished()

const isTimeToContinue = (desk: BaseDesk, stages: number): boolean => {
  const { historyLength, continueAsNewSuggested } = workflowInfo()
  return desk.state().past.length > stages || historyLength > longestHistory || continueAsNewSuggested
}

const mayLeave = (desk: BaseDesk, { papers, stages }: { papers: Set<string>; stages: number }): boolean =>
  (desk.state().closed || isTimeToContinue(desk, stages)) && isIdle(desk, papers)
