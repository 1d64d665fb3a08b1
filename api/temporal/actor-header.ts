import { AsyncLocalStorage } from 'node:async_hooks'
import type { Headers, WorkflowClientInterceptor } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import type { Actor } from '../../domain/values/actor.js'
import type { SentNote } from '../../domain/record.js'
import { actorHeader } from '../../workflows/messages.js'

// One storage per process: each call runs in its own asynchronous context, so two people who act at once never mix.
const acting = new AsyncLocalStorage<Acting>()

/** Who acts, how the command was noted before it was sent, and the seal over both and the command. */
type Acting = Actor & { readonly note?: SentNote; readonly seal: string }

/** Runs a call to Temporal in the name of a person: the interceptor puts that actor, and no other, into the header. */
export const actingAs = <T>(actor: Acting, call: () => Promise<T>): Promise<T> => acting.run(actor, call)

/** The client interceptor that carries the actor of `actingAs` in the header of every update. */
export const actorInterceptor: WorkflowClientInterceptor = {
  startUpdate: (input, next) => next({ ...input, headers: withActor(input.headers) }),
  startUpdateWithStart: (input, next) => next({ ...input, updateHeaders: withActor(input.updateHeaders) }),
}

const withActor = (headers: Headers): Headers => {
  const actor = acting.getStore()
  // An update without an actor would be judged as a machine's: that is a defect here, not a person's mistake.
  if (actor === undefined) throw new Error('An update was sent outside actingAs: nobody would have acted.')
  return { ...headers, [actorHeader]: defaultPayloadConverter.toPayload(actor) }
}
