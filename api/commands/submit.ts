import type { ProgrammeId } from '../../domain/ids.js'
import type { Actor } from '../../domain/values/actor.js'
import { defined } from '../../domain/values/defined.js'
import type { IncomingCommand, ReceivedCommand } from '../../db/writes/commands.js'
import { markSent, receiveCommand } from '../../db/writes/commands.js'
import type { NotedCommand } from '../../db/reads/commands.js'
import { readCommand } from '../../db/reads/commands.js'
import { actorOf } from '../auth/actor.js'
import { factorOf } from '../auth/proof.js'
import { PendingResponse } from '../contract/answer.js'
import type { ApiParts } from '../parts.js'
import { retryAfter } from '../problems.js'
import type { No } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'
import { storedFactor, storedParcel } from '../temporal/parcel.js'
import type { HttpAnswer } from './answer.js'
import { answerOf, answerOfNo } from './answer.js'
import { whyAbsent } from './absent.js'
import { isSameAsk, keyTaken, noteOfAsk, sentNote } from './ask.js'
import type { WriteRequest } from './ask.js'
import { answeredFirst } from './answered-first.js'
import { deliver } from './deliver.js'
import { countInHand } from './in-hand.js'
import { knownAnswer, settle } from './settle.js'
import type { Conclusion } from './settle.js'

/** A command on its way to a workflow. */
export interface Submission {
  readonly ask: WriteRequest
  /** The base or programme it is about. */
  readonly stream: string
  readonly programme: ProgrammeId
  readonly channel: Actor['channel']
  /** The command, where nothing has to be judged or kept before it is noted. */
  readonly packed?: Parcel | undefined
  /** Judges what the edge can judge, keeps texts, and packs the command. Runs before it is noted, and again where that says nothing: it must be harmless to repeat. */
  readonly pack: (actor: Actor) => Promise<Parcel | No>
}

/**
 * The one path of every command: known key, pack, note, send, settle. The same key again gives the first answer, or
 * sends the same command under the same id when there is none yet; with another body, address or person it is refused.
 * Refuses, unread, what comes while the base or programme has as much in hand as it takes at once. A command that was answered at
 * its commit is in hand until Temporal has completed it.
 */
export const submit = (parts: ApiParts, submission: Submission): Promise<HttpAnswer> => {
  const whole = inHand(submission.stream, () => take(parts, submission))
  return answeredFirst(parts, { ask: submission.ask, whole })
}

const inHand = countInHand()

const take = async (parts: ApiParts, submission: Submission): Promise<HttpAnswer> => {
  const { ask, programme, channel, packed: ready } = submission
  const factor = await factorOf(parts, { proof: ask.proof, programme })
  const sender = { person: ask.person, programme, channel, factor }
  if (ready !== undefined) {
    // Noting it says as well whether it came before, and nobody waits for the mandates on top.
    const command = note(parts, { submission, packed: ready, factor })
    const noting = receiveCommand(parts.db, command)
    const [received, by] = await Promise.all([noting, actorOf(parts, sender)])
    return await goOn(parts, { submission, actor: by, packed: ready, received, command })
  }
  const [known, actor] = await Promise.all([readCommand(parts.db, { id: ask.key }), actorOf(parts, sender)])
  if (known !== undefined) return await again(parts, { submission, actor, known })
  const packed = await submission.pack(actor)
  const command = note(parts, { submission, packed, factor })
  const received = await receiveCommand(parts.db, command)
  return await goOn(parts, { submission, actor, packed, received, command })
}

interface Noting {
  readonly submission: Pick<Submission, 'ask' | 'stream' | 'channel'>
  readonly packed: Parcel | No
  readonly factor: Actor['factor'] | undefined
}

const note = (parts: ApiParts, { submission, packed, factor }: Noting): IncomingCommand =>
  noteOfAsk(submission.ask, {
    stream: submission.stream,
    body: { ...packed, channel: submission.channel, ...defined({ factor }) },
    at: parts.clock().toISOString(),
  })

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
): Promise<HttpAnswer> => {
  const { submission, actor } = carried
  if (received.kind === 'conflict') throw keyTaken(submission.ask.key)
  if (received.kind !== 'received') return await again(parts, { submission, actor, known: received.command })
  await parts.documents.room()
  return await carry(parts, carried)
}

const again = async (
  parts: ApiParts,
  { submission, actor, known }: { submission: Submission; actor: Actor; known: NotedCommand },
): Promise<HttpAnswer> => {
  const { ask } = submission
  if (!isSameAsk(ask, known)) throw keyTaken(ask.key)
  const answer = knownAnswer(known)
  if (answer !== undefined) return answer
  if (known.state === 'unsent') await parts.documents.room()
  // A note that is not ours, or was changed, says nothing of what was sent; the sender who is here does.
  const stored = known.sealed === undefined ? undefined : storedParcel(known.body)
  const packed = stored ?? (await submission.pack(actor))
  const { stream, body } =
    known.sealed === undefined
      ? { ...submission, body: { ...packed, channel: submission.channel, ...defined({ factor: actor.factor }) } }
      : known
  const command = noteOfAsk(ask, { stream, body, at: known.receivedAt })
  // It is sent as what it was when it first came.
  const { factor: _, ...sender } = actor
  const by = { ...sender, ...defined({ factor: storedFactor(body) }) }
  return await carry(parts, { submission: { ...submission, stream }, actor: by, packed, command })
}

/** Sends a noted command and turns what became of it into an answer. */
const carry = async (
  parts: ApiParts,
  { submission: submitted, actor, packed, command }: Carried,
): Promise<HttpAnswer> => {
  const { ask, stream } = submitted
  const settled = async (conclusion: Conclusion): Promise<HttpAnswer> =>
    (await settle(parts, { submission: { ask, stream, note: command }, conclusion })).answer
  if (isNo(packed)) return await settled({ kind: 'refused', refusal: packed })
  const by = { id: ask.key, actor, note: sentNote(command) }
  const delivery = await deliver(parts, { parcel: packed, stream, by })
  switch (delivery.kind) {
    case 'accepted':
    case 'refused':
      return await settled(delivery)
    case 'no_workflow': {
      const { no, isFinal } = await whyAbsent(parts, stream)
      return isFinal ? await settled({ kind: 'refused', refusal: no }) : notNow(ask, no)
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

const notNow = ({ setting }: WriteRequest, no: No): HttpAnswer => answerOfNo(no, { setting, headers: retryAfter })

const isNo = (packed: Parcel | No): packed is No => 'code' in packed
