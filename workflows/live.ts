import { allHandlersFinished, CancellationScope, condition, setHandler } from '@temporalio/workflow'
import type { UpdateDefinition } from '@temporalio/common'
import { lazyAlarm } from './alarm.js'
import { now } from './clock.js'
import type { openDesk, Served } from './desk.js'
import { nobody, type Accepted, type Sender } from './messages.js'
import { isNewerBuildWanted, isRunLong } from './run-end.js'

type AnyDesk = ReturnType<typeof openDesk>
type LivingDesk = Pick<AnyDesk, 'course' | 'head' | 'isFree' | 'revision'> & {
  readonly hear: (command: { readonly type: 'tick' }, id: string) => Promise<unknown>
}

/** What one run of a base or a programme is, beside its desk. */
interface StreamRun {
  readonly stream: string
  /** How many stages lay behind when the run began: it ends where another is over. */
  readonly stages: number
  /** It has begun once the ledger holds more than this: a nomination, or the revival of what was lost; undefined: at once. */
  readonly begunAfter: number | undefined
  /** What was begun beside the desk and is not over; nothing ends before it. */
  readonly underWay: ReadonlySet<string>
  /** Begins what is to be done next; true: it waited for it, and much may have happened meanwhile. */
  readonly tend: () => boolean | Promise<boolean>
  readonly goOn: () => Promise<never>
}

/** How long a run waits for the nomination, or the revival, it was started for. */
const beginPatience = '10 minutes'

/**
 * The one loop of every workflow: waits for a command or the next due instant, and lets the desk judge, record and evolve.
 * Ends where the matter is closed; where the run has grown long, a stage is over or another build is wanted, the next run goes on.
 */
export const live = async (desk: LivingDesk, life: StreamRun): Promise<void> => {
  let rung = false
  const alarm = lazyAlarm(() => (rung = true))
  if (!(await begins(desk, life))) return
  for (;;) {
    const tended = life.tend()
    if (tended === true || (tended !== false && (await tended))) continue
    if (desk.course().closed && isIdle(desk, life)) return
    if (isTimeToContinue(desk, life) && isIdle(desk, life)) await life.goOn()
    const { due } = desk.course()
    if (due !== null && due <= now()) {
      await desk.hear({ type: 'tick' }, `clock:${life.stream}:${desk.head()}`)
      continue
    }
    alarm.set(due)
    const seen = { revision: desk.revision(), underWay: life.underWay.size }
    rung = false
    await condition(
      () => rung || desk.revision() !== seen.revision || life.underWay.size !== seen.underWay || mayLeave(desk, life),
    )
  }
}

/** Waits for the beginning. What is under way is waited for, however long it takes to write it down; false: it did not come. */
const begins = async (desk: LivingDesk, life: StreamRun): Promise<boolean> => {
  const begun = (): boolean => life.begunAfter === undefined || desk.head() > life.begunAfter
  if (!begun()) await condition(() => begun() || isIdle(desk, life), beginPatience)
  await condition(() => begun() || allHandlersFinished())
  return begun()
}

const isIdle = (desk: LivingDesk, { underWay }: StreamRun): boolean =>
  desk.isFree() && underWay.size === 0 && allHandlersFinished()

const isTimeToContinue = (desk: LivingDesk, { stages }: StreamRun): boolean =>
  desk.course().stages > stages || isRunLong() || isNewerBuildWanted()

const mayLeave = (desk: LivingDesk, life: StreamRun): boolean =>
  (desk.course().closed || isTimeToContinue(desk, life)) && isIdle(desk, life)

interface Answering<C> {
  readonly serve: (command: C, sender: Sender) => Promise<Served>
  readonly validate: (command: C, sender: Sender) => void
}

/**
 * Answers a command. Each is an update because a person waits for yes or no; the validator says no without a trace. `then` tells
 * others what came of it, also where a cancel request comes meanwhile.
 */
export const answerTo = <C>(
  desk: Answering<C>,
  {
    update,
    then,
  }: {
    readonly update: UpdateDefinition<Accepted, [C]>
    readonly then?: (command: C, served: Served) => Promise<void>
  },
): void =>
  setHandler(
    update,
    async (command: C, sender: Sender = nobody) => {
      const served = await desk.serve(command, sender)
      if (then !== undefined) await CancellationScope.nonCancellable(() => then(command, served))
      return served.accepted
    },
    { validator: (command: C, sender: Sender = nobody) => desk.validate(command, sender) },
  )
