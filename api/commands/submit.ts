import type { Actor } from '../../domain/command.js'
import { markSent, receiveCommand } from '../../db/writes/commands.js'
import { readCommand } from '../../db/reads/commands.js'
import { actorOf } from '../auth/actor.js'
import { PendingResponse } from '../contract/answer.js'
import type { ApiParts } from '../parts.js'
import { ProblemError, retryAfter } from '../problems.js'
import type { No } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'
import { storedParcel } from '../temporal/parcel.js'
import type { Answer } from './answer.js'
import { answerOf, answerOfNo, StoredAnswer } from './answer.js'
import type { Ask } from './ask.js'
import { settle } from './settle.js'

/** A command on its way to a workflow. */
export interface Submission {
  readonly ask: Ask
  /** The base or programme it is about. */
  readonly stream: string
  readonly programme: string
  readonly channel: Actor['channel']
  /** Judges what the edge can judge, keeps texts, and packs the command. Runs once per key, before it is noted. */
  readonly pack: (actor: Actor) => Promise<Parcel | No>
  /** Why there is no such workflow, when there is none. */
  readonly absent: () => Promise<No>
}

/**
 * The one path of every command: known key, pack, note, send, settle. The same key again gives the first answer, or
 * sends the same command under the same id when there is none yet; with another body, address or person it is refused.
 */
export const submit = async (parts: ApiParts, submission: Submission): Promise<Answer> => {
  const { ask, stream, programme, channel } = submission
  const [known, actor] = await Promise.all([
    readCommand(parts.db, { id: ask.key }),
    actorOf(parts, { person: ask.person, programme, channel }),
  ])
  if (known !== undefined) return await again(parts, { submission, actor, known })
  // Nothing new is decided while its papers could not be kept.
  await parts.documents.room()
  const packed = await submission.pack(actor)
  const received = await receiveCommand(parts.db, {
    id: ask.key,
    stream,
    route: ask.route,
    actor: ask.person,
    bodyHash: ask.bodyHash,
    body: { ...packed, channel },
    at: parts.clock().toISOString(),
  })
  if (received.kind === 'conflict') throw keyTaken(ask.key)
  if (received.kind === 'answered') return StoredAnswer.parse(received.outcome)
  return await carry(parts, { submission, actor, packed })
}

type Known = NonNullable<Awaited<ReturnType<typeof readCommand>>>

const again = async (
  parts: ApiParts,
  { submission, actor, known }: { submission: Submission; actor: Actor; known: Known },
): Promise<Answer> => {
  const { ask } = submission
  const isSame = known.actor === ask.person && known.route === ask.route && known.bodyHash === ask.bodyHash
  if (!isSame) throw keyTaken(ask.key)
  if (known.outcome !== null) return StoredAnswer.parse(known.outcome)
  const packed = storedParcel(known.body) ?? (await submission.pack(actor))
  return await carry(parts, { submission: { ...submission, stream: known.stream }, actor, packed })
}

/** Sends a noted command and turns what became of it into an answer. */
const carry = async (
  parts: ApiParts,
  { submission, actor, packed }: { submission: Submission; actor: Actor; packed: Parcel | No },
): Promise<Answer> => {
  const { ask, stream } = submission
  if (isNo(packed)) return await settle(parts, { submission, delivery: { kind: 'refused', refusal: packed } })
  const delivery = await parts.temporal.send(packed, { id: ask.key, actor })
  switch (delivery.kind) {
    case 'accepted':
    case 'refused':
      return await settle(parts, { submission, delivery })
    case 'no_workflow':
      return await settle(parts, { submission, delivery: { kind: 'refused', refusal: await submission.absent() } })
    case 'unsent':
      return answerOfNo(
        { code: 'unavailable', detail: { what: 'Temporal' } },
        { setting: ask.setting, headers: retryAfter },
      )
    case 'busy':
      return answerOfNo({ code: 'too_many', detail: { stream } }, { setting: ask.setting, headers: retryAfter })
    case 'unanswered':
      await markSent(parts.db, { id: ask.key, at: parts.clock().toISOString() })
      return answerOf(PendingResponse, { status: 202, value: { command: ask.key, ask: `/commands/${ask.key}` } })
  }
}

const isNo = (packed: Parcel | No): packed is No => 'code' in packed

const keyTaken = (key: string): ProblemError => new ProblemError({ code: 'idempotency_conflict', detail: { key } })
