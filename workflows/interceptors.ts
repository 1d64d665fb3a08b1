import { defaultPayloadConverter, type Headers, type WorkflowInterceptors } from '@temporalio/workflow'
import type { Actor } from '../domain/command.js'
import type { SentNote } from '../domain/record.js'
import { actorHeader, type Sender } from './messages.js'

/**
 * Hands the sender from the header to validator and handler as the last argument: who acts is never read from a body
 * (design 2). Loaded by the worker as a workflow interceptor module.
 */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      validateUpdate: (input, next) => next({ ...input, args: withSender(input) }),
      handleUpdate: (input, next) => next({ ...input, args: withSender(input) }),
    },
  ],
})

const withSender = (input: { args: unknown[]; headers: Headers }): unknown[] => {
  const payload = input.headers[actorHeader]
  return [...input.args, payload === undefined ? {} : senderIn(defaultPayloadConverter.fromPayload(payload))]
}

const senderIn = ({ note, ...actor }: Actor & { readonly note?: SentNote }): Sender =>
  note === undefined ? { actor } : { actor, note }
