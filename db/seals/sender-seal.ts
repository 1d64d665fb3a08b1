import type { Actor } from '../../domain/values/actor.js'
import type { SentNote } from '../../domain/record.js'
import { isSealFor, sealedText, sealFor } from './row-seal.js'

/** A command as it is sent to its workflow: what, where to, under which id, by whom, and how it was noted. */
export interface SentCommand {
  readonly id: string
  readonly namespace: string
  readonly workflow: string
  readonly command: unknown
  readonly actor?: Actor | undefined
  readonly note?: SentNote | undefined
}

/**
 * The seal of a sender: who acts, and by which seats, stands in a header that whoever reaches the Temporal server could
 * write. The API seals it together with the command, and `record` carries nothing out without.
 */
export const senderSeal = (sent: SentCommand): string => sealFor('sender', factsOf(sent))

/** Whether the API sent this command, of this person, to this workflow. */
export const isSenderSealed = ({ seal, ...sent }: SentCommand & { readonly seal: string | undefined }): boolean =>
  isSealFor('sender', { facts: factsOf(sent), seal: seal ?? null })

const factsOf = ({ id, namespace, workflow, command, actor, note }: SentCommand) => [
  id,
  namespace,
  workflow,
  sealedText(command),
  sealedText(actor),
  ...(note === undefined ? [] : [note.route, note.bodyHash, note.receivedAt]),
]
