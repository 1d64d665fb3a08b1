import { programmeOfBase } from '../../domain/ids.js'
import type { NotedCommand } from '../../db/reads/commands.js'
import { standingUnder, takeUnanswered } from '../../db/writes/commands.js'
import { actorOf } from '../auth/actor.js'
import { inRounds } from '../in-rounds.js'
import type { ApiParts } from '../parts.js'
import { storedChannel, storedFactor, storedParcel } from '../temporal/parcel.js'
import type { Delivery } from '../temporal/parcel.js'
import { whyAbsent } from './absent.js'
import { noteOfAsk, sentNote } from './ask.js'
import type { WriteRequest } from './ask.js'
import { deliver } from './deliver.js'
import { settle } from './settle.js'
import type { Conclusion } from './settle.js'

/** How long a command may be without an answer before it is sent again, in milliseconds. */
const patienceMs = 10_000
const pauseMs = 5_000

/**
 * Sends commands that were sent and never answered once more, under their own id, until each has an outcome. Commands
 * that never left are not sent: whoever sent them was told that nothing was done. Nor is one of which neither the API nor a
 * worker noted that it left: it would be carried out in the name of somebody who never sent it. Returns a function that
 * stops it.
 */
export const startSweeper = (parts: ApiParts): (() => Promise<void>) =>
  inRounds({
    work: () => sweep(parts),
    everyMs: pauseMs,
    atOnce: false,
    log: parts.log,
    waits: 'unanswered commands could not be sent again; next try soon',
  })

/**
 * One round: sends unanswered commands, or those of one stream, again, a hundred at most, and says how many have an outcome
 * now. One that cannot be sent or settled keeps no other from its turn; it is told in the log and comes again.
 */
export const sweep = async (
  parts: ApiParts,
  { waitedMs = patienceMs, stream }: { waitedMs?: number; stream?: string } = {},
): Promise<number> => {
  const now = parts.clock()
  const olderThan = new Date(now.getTime() - waitedMs).toISOString()
  let [settled, strange] = [0, 0]
  for (let turn = 0; turn < turns; turn += 1) {
    const taken = await takeUnanswered(parts.db, { olderThan, stream, at: now.toISOString(), limit: atOnce })
    const ours: NotedCommand[] = []
    for (const command of taken) if (await mayHaveLeft(parts, command)) ours.push(command)
    strange += taken.length - ours.length
    for (const command of ours) if (await isSettledNow(parts, command)) settled += 1
    if (ours.length > 0 || taken.length < atOnce) break
  }
  if (strange > 0)
    parts.log.error(
      { commands: strange },
      'commands were noted, or were said to have left, by nobody of ours; they are not sent',
    )
  return settled
}

/** How many are taken at once; and how often, where all of them are nobody's of ours and would keep those of people from their turn. */
const [atOnce, turns] = [100, 20]

const isSettledNow = (parts: ApiParts, command: NotedCommand): Promise<boolean> =>
  sendAgain(parts, command).catch((error: unknown) => {
    parts.log.warn({ err: error, command: command.id, stream: command.stream }, 'a command could not be sent again')
    return false
  })

/** Sends one command once more; says whether it has an outcome now. */
const sendAgain = async (parts: ApiParts, command: NotedCommand): Promise<boolean> => {
  const parcel = storedParcel(command.body)
  if (parcel === undefined) return false
  const { id, stream } = command
  const programme = programmeOfBase(stream)
  const [channel, factor] = [storedChannel(command.body), storedFactor(command.body)]
  const actor = await actorOf(parts, { person: command.actor, programme, channel, factor })
  const ask = askAgain(command)
  const note = noteOfAsk(ask, { stream, body: command.body, at: command.receivedAt })
  const delivery = await deliver(parts, { parcel, stream, by: { id, actor, note: sentNote(note) } })
  const conclusion = await conclusionOf(parts, { stream, delivery })
  if (conclusion === undefined) return false
  const { noted } = await settle(parts, { submission: { ask, stream, note }, conclusion })
  await noted
  return true
}

/** Whoever sent it was not told that nothing was done: its note says that it left, or the ledger has what it became. */
const mayHaveLeft = async ({ db }: ApiParts, { id, sealed }: NotedCommand): Promise<boolean> =>
  sealed === 'left' || (sealed === 'noted' && (await standingUnder(db, id)) !== undefined)

const conclusionOf = async (
  parts: ApiParts,
  { stream, delivery }: { readonly stream: string; readonly delivery: Delivery },
): Promise<Conclusion | undefined> => {
  if (delivery.kind === 'accepted' || delivery.kind === 'refused') return delivery
  if (delivery.kind !== 'no_workflow') return undefined
  const { no, isFinal } = await whyAbsent(parts, stream)
  return isFinal ? { kind: 'refused', refusal: no } : undefined
}

const askAgain = (command: { id: string; actor: string; route: string; bodyHash: string }): WriteRequest => ({
  key: command.id,
  person: command.actor,
  route: command.route,
  bodyHash: command.bodyHash,
  formerHashes: [],
  setting: { locale: 'en', instance: command.route.split(' ')[1] ?? '/', requestId: command.id },
})
