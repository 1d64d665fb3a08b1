import {
  ApplicationFailure,
  ContinueAsNew,
  proxySinks,
  type Sinks,
  type WorkflowInterceptors,
} from '@temporalio/workflow'
import type { Call, Failed } from './call.js'
import { defined } from '../../domain/values/defined.js'

/** Where the calls of a replay are heard: each as JSON, so that nothing of the sandbox leaves it. */
export interface CallSinks extends Sinks {
  readonly calls: { readonly tell: (call: string) => void }
}

/**
 * Tells every call a workflow makes towards the world. A replay compares only that the same commands come in the same
 * order; what they carry, how long a timer runs and what is answered, it takes as it comes. Loaded by the replay gate
 * alone, beside the interceptors of the product.
 */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      execute: (input, next) => ended(() => next(input)),
      handleUpdate: (input, next) => answered(input, () => next(input)),
    },
  ],
  outbound: [
    {
      scheduleLocalActivity: (input, next) => {
        tell({ does: 'local', name: input.activityType, seq: input.seq, args: input.args })
        return next(input)
      },
      scheduleActivity: (input, next) => {
        tell({ does: 'activity', name: input.activityType, args: input.args })
        return next(input)
      },
      startTimer: (input, next) => {
        tell({ does: 'timer', ms: input.durationMs })
        return next(input)
      },
      signalWorkflow: (input, next) => {
        const { target } = input
        const to = target.type === 'child' ? target.childWorkflowId : target.workflowExecution
        tell({ does: 'signal', name: input.signalName, to, args: input.args })
        return next(input)
      },
      continueAsNew: (input, next) => {
        const { workflowType: as = '', initialVersioningBehavior: under } = input.options
        tell({ does: 'continue', as, args: input.args, ...defined({ under }) })
        return next(input)
      },
    },
  ],
})

const { calls } = proxySinks<CallSinks>()
const tell = (call: Call): void => calls.tell(JSON.stringify(call))

const ended = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    const gives = await run()
    tell({ does: 'end', gives })
    return gives
  } catch (error) {
    if (!(error instanceof ContinueAsNew)) tell({ does: 'fail', failure: failed(error) })
    throw error
  }
}

const answered = async (
  { name, updateId: id }: { readonly name: string; readonly updateId: string },
  run: () => Promise<unknown>,
): Promise<unknown> => {
  try {
    const gives = await run()
    tell({ does: 'answer', name, id, gives })
    return gives
  } catch (error) {
    tell({ does: 'refuse', name, id, failure: failed(error) })
    throw error
  }
}

const failed = (error: unknown): Failed =>
  error instanceof ApplicationFailure
    ? { type: error.type ?? '', details: error.details ?? [] }
    : { type: error instanceof Error ? error.name : 'unknown', details: [] }
