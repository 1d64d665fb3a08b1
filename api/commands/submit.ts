import type { Actor } from '../../domain/command.js'
import type { IncomingCommand, ReceivedCommand } from '../../db/writes/commands.js'
import { markSent, receiveCommand } from '../../db/writes/commands.js'
import type { NotedCommand } from '../../db/reads/commands.js'
import { readCommand } from '../../db/reads/commands.js'
import { actorOf } from '../auth/actor.js'
import { PendingResponse } from '../contract/answer.js'
import type { ApiParts } from '../parts.js'
import { ProblemError, retryAfter } from '../problems.js'
import type { No } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'
import { storedParcel } from '../temporal/parcel.js'
import type { Answer } from './answer.js'
import { answerOf, answerOfNo } from './answer.js'
import { isSameAsk, noteOfAsk, sentNote } from './ask.js'
import type { Ask } from './ask.js'
import { deliver } from './deliver.js'
import { countInHand } from './in-hand.js'
import { knownAnswer, settle } from './settle.js'

/** A command on its way to a workflow. */
export interface Submission {
  readonly ask: Ask
  /** The base or programme it is about. */
  readonly stream: string
  readonly programme: string
  readonly channel: Actor['channel']
  /** The command, where nothing has to be judged or kept before it is noted. */
  readonly packed?: Parcel | undefined
  /** Judges what the edge can judge, keeps texts, and packs the command. Runs once per key, before it is noted. */
  readonly pack: (actor: Actor) => Promise<Parcel | No>
  /** Why there is no such workflow, when there is none. */
  readonly absent: () => Promise<No>
}

/**
 * The one path of every command: known key, pack, note, send, settle. The same key again gives the first answer, or
 * sends the same command under the same id when there is none yet; with another body, address or person it is refused.
 * Refuses, unread, what comes while the base or programme has as much in hand as it takes at once.
 */
export const submit = (parts: ApiParts, submission: Submission): Promise<Answer> =>
  inHand(submission.stream, () => take(parts, submission))

const inHand = countInHand()

const take = async (parts: ApiParts, submission: Submission): Promise<Answer> => {
  const { ask, programme, channel, packed: ready } = submission
  if (ready !== undefined) {
    // Noting it says as well whether it came before, and nobody waits for the mandates on top.
    const command = note(parts, { submission, packed: ready })
    const noting = receiveCommand(parts.db, command)
    const [received, by] = await Promise.all([noting, actorOf(parts, { person: ask.person, programme, channel })])
    return await goOn(parts, { submission, actor: by, packed: ready, received, command })
  }
  const [known, actor] = await Promise.all([
    readCommand(parts.db, { id: ask.key }),
    actorOf(parts, { person: ask.person, programme, channel }),
  ])
  if (known !== undefined) return await again(parts, { submission, actor, known })
  const packed = await submission.pack(actor)
  const command = note(parts, { submission, packed })
  const received = await receiveCommand(parts.db, command)
  return await goOn(parts, { submission, actor, packed, received, command })
}

const note = (
  parts: ApiParts,
  { submission: { ask, stream, channel }, packed }: { submission: Submission; packed: Parcel | No },
): IncomingCommand => noteOfAsk(ask, { stream, body: { ...packed, channel }, at: parts.clock().toISOString() })

interface Carried {
  readonly submission: Submission
  readonly actor: Actor
  readonly packed: Parcel | No
  /** The note of it. */
  readonly command: IncomingCommand
}

/** Nothing is sent for the first time while its papers could not be kept: the command stays unsent and may come again. */
const goOn = async (
  parts: ApiParts,
  { received, ...carried }: Carried & { readonly received: ReceivedCommand },
): Promise<Answer> => {
  const { submission, actor } = carried
  if (received.kind === 'conflict') throw keyTaken(submission.ask.key)
  if (received.kind !== 'received') return await again(parts, { submission, actor, known: received.command })
  await parts.documents.room()
  return await carry(parts, carried)
}

const again = async (
  parts: ApiParts,
  { submission, actor, known }: { submission: Submission; actor: Actor; known: NotedCommand },
): Promise<Answer> => {
  const { ask } = submission
  if (!isSameAsk(ask, known)) throw keyTaken(ask.key)
  const answer = knownAnswer(known)
  if (answer !== undefined) return answer
  if (known.state === 'unsent') await parts.documents.room()
  const packed = storedParcel(known.body) ?? (await submission.pack(actor))
  const command = noteOfAsk(ask, { stream: known.stream, body: known.body, at: known.receivedAt })
  return await carry(parts, { submission: { ...submission, stream: known.stream }, actor, packed, command })
}

/** Sends a noted command and turns what became of it into an answer. */
const carry = async (parts: ApiParts, { submission: submitted, actor, packed, command }: Carried): Promise<Answer> => {
  const { ask, stream } = submitted
  const submission = { ask, stream, note: command }
  if (isNo(packed)) return (await settle(parts, { submission, delivery: { kind: 'refused', refusal: packed } })).answer
  const by = { id: ask.key, actor, note: sentNote(command) }
  const delivery = await deliver(parts, { parcel: packed, stream, by })
  switch (delivery.kind) {
    case 'accepted':
    case 'refused':
      return (await settle(parts, { submission, delivery })).answer
    case 'no_workflow': {
      const no = await submitted.absent()
      // Once it is revived the same command may come again, so this answer is not kept.
      if (no.code === 'workflow_missing') return notNow(ask, no)
      return (await settle(parts, { submission, delivery: { kind: 'refused', refusal: no } })).answer
    }
    case 'unsent':
      return notNow(ask, { code: 'unavailable', detail: { what: 'Temporal' } })
    case 'not_ready':
      return notNow(ask, { code: 'workflow_not_ready', detail: { stream } })
    case 'busy':
      return notNow(ask, { code: 'too_many', detail: { stream } })
    case 'unanswered':
      await markSent(parts.db, { command, at: parts.clock().toISOString() })
      return answerOf(PendingResponse, { status: 202, value: { command: ask.key, ask: `/commands/${ask.key}` } })
  }
}

const notNow = ({ setting }: Ask, no: No): Answer => answerOfNo(no, { setting, headers: retryAfter })

const isNo = (packed: Parcel | No): packed is No => 'code' in packed

const keyTaken = (key: string): ProblemError => new ProblemError({ code: 'idempotency_conflict', detail: { key } })
