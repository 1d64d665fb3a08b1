import { isSealFor, sealedText, sealFor } from './row-seal.js'

/** A note of a command, with all that it would be sent again with. */
interface Note {
  readonly id: string
  readonly stream: string
  readonly route: string
  readonly actor: string
  readonly body_hash: string
  readonly body: unknown
}

/** `noted`: it came in. `left`: it was sent, and may have been carried out. */
export type NoteFate = 'noted' | 'left'

/**
 * The seal of a note: an unanswered command is sent again from its note, in the name of its sender, so only a note that the
 * API or a worker made may be. That it has left is part of the seal: of one that has not, its sender was told that nothing
 * was done.
 */
export const noteSeal = (note: Note, fate: NoteFate): string => sealFor('note', factsOf(note, fate))

/** What the seal of a note is true of; undefined where neither the API nor a worker made it, or it says something else by now. */
export const sealedFate = ({ seal, ...note }: Note & { readonly seal: string | null }): NoteFate | undefined =>
  (['left', 'noted'] as const).find((fate) => isSealFor('note', { facts: factsOf(note, fate), seal }))

const factsOf = ({ id, stream, route, actor, body_hash: bodyHash, body }: Note, fate: NoteFate) => [
  id.toLowerCase(),
  stream,
  route,
  actor,
  bodyHash,
  sealedText(body),
  fate,
]
