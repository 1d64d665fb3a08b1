import {
  defaultPayloadConverter,
  workflowInfo,
  type Headers,
  type UpdateInput,
  type WorkflowInterceptors,
} from '@temporalio/workflow'
import type { Actor } from '../domain/values/actor.js'
import type { SentNote } from '../domain/record.js'
import { asFailure } from './as-failure.js'
import { actorHeader, nobody, type Sender } from './messages.js'

/**
 * Hands the sender from the header to validator and handler as the second and last argument: who acts is never read from a
 * body. What is no command of the update's own name goes no further: anybody who reaches the server can send one.
 * Loaded by the worker as a workflow interceptor module.
 */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      validateUpdate: (input, next) => {
        mustBeCommand(input)
        next({ ...input, args: withSender(input) })
      },
      handleUpdate: (input, next) => next({ ...input, args: withSender(input) }),
    },
  ],
})

const withSender = ({ args: [command], headers }: { args: unknown[]; headers: Headers }): unknown[] => {
  const payload = headers[actorHeader]
  return [command, payload === undefined ? nobody : senderIn(defaultPayloadConverter.fromPayload(payload))]
}

/** The commands of the programme nest a handful deep; one that nests for ever could be neither handed on nor sealed. */
const deepest = 16

/** Throws the refusal to what the API never sends: more than one argument, no object, another command than the update names. */
const mustBeCommand = ({ args, name, updateId }: UpdateInput): void => {
  const [command] = args
  if (args.length === 1 && isNamed(command, name) && !nests(command, deepest)) return
  throw asFailure({ code: 'sender_unsealed', detail: { command: updateId, stream: workflowInfo().workflowId } }, 0)
}

const isNamed = (command: unknown, name: string): boolean =>
  typeof command === 'object' && command !== null && 'type' in command && command.type === name

/** Whether a value nests deeper than so many levels. */
const nests = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((member) => nests(member, levels - 1)))

const senderIn = ({
  note,
  seal = '',
  ...actor
}: Actor & { readonly note?: SentNote; readonly seal?: string }): Sender =>
  note === undefined ? { actor, seal } : { actor, note, seal }
