import { programmeOfBase } from '../../domain/ids.js'
import { unansweredCommands } from '../../db/writes/commands.js'
import { actorOf } from '../auth/actor.js'
import type { ApiParts } from '../parts.js'
import { storedChannel, storedParcel } from '../temporal/parcel.js'
import { noteOfAsk, sentNote } from './ask.js'
import type { Ask } from './ask.js'
import { deliver } from './deliver.js'
import { settle } from './settle.js'

/** How long a command may be without an answer before it is sent again, in milliseconds. */
const patienceMs = 10_000
const pauseMs = 5_000

/**
 * Sends commands that were sent and never answered once more, under their own id, until each has an outcome. Commands
 * that never left are not sent: whoever sent them was told that nothing was done. Returns a function that stops it.
 */
export const startSweeper = (parts: ApiParts): (() => Promise<void>) => {
  let isStopping = false
  let round: Promise<void> = Promise.resolve()
  const turn = setInterval(() => {
    round = round.then(() => (isStopping ? undefined : sweepQuietly(parts)))
  }, pauseMs)
  return async () => {
    isStopping = true
    clearInterval(turn)
    await round
  }
}

const sweepQuietly = (parts: ApiParts): Promise<void> =>
  sweep(parts).then(
    () => undefined,
    (error: unknown) => parts.log.warn({ err: error }, 'unanswered commands could not be sent again; next try soon'),
  )

/** One round: sends every unanswered command, or those of one stream, again and says how many have an outcome now. */
export const sweep = async (
  parts: ApiParts,
  { waitedMs = patienceMs, stream }: { waitedMs?: number; stream?: string } = {},
): Promise<number> => {
  const olderThan = new Date(parts.clock().getTime() - waitedMs).toISOString()
  let settled = 0
  for (const command of await unansweredCommands(parts.db, { olderThan, stream })) {
    const parcel = storedParcel(command.body)
    if (parcel === undefined) continue
    const programme = programmeOfBase(command.stream)
    const actor = await actorOf(parts, { person: command.actor, programme, channel: storedChannel(command.body) })
    const ask = askAgain(command)
    const note = noteOfAsk(ask, { stream: command.stream, body: command.body, at: command.receivedAt })
    const by = { id: command.id, actor, note: sentNote(note) }
    const delivery = await deliver(parts, { parcel, stream: command.stream, by })
    if (delivery.kind !== 'accepted' && delivery.kind !== 'refused') continue
    const submission = { ask, stream: command.stream, note }
    await (
      await settle(parts, { submission, delivery })
    ).noted
    settled += 1
  }
  return settled
}

const askAgain = (command: { id: string; actor: string; route: string; bodyHash: string }): Ask => ({
  key: command.id,
  person: command.actor,
  route: command.route,
  bodyHash: command.bodyHash,
  formerHashes: [],
  setting: { locale: 'en', instance: command.route.split(' ')[1] ?? '/', requestId: command.id },
})
