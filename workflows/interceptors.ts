import { defaultPayloadConverter, type Headers, type WorkflowInterceptors } from '@temporalio/workflow'
import { actorHeader } from './messages.js'

/**
 * Hands the actor from the header to validator and handler as the last argument: who acts is never read from a body
 * (design 2). Loaded by the worker as a workflow interceptor module.
 */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      validateUpdate: (input, next) => next({ ...input, args: withActor(input) }),
      handleUpdate: (input, next) => next({ ...input, args: withActor(input) }),
    },
  ],
})

const withActor = (input: { args: unknown[]; headers: Headers }): unknown[] => {
  const payload = input.headers[actorHeader]
  const actor = payload === undefined ? undefined : defaultPayloadConverter.fromPayload(payload)
  return [...input.args, actor]
}
