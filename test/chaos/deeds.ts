import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { now } from '../../clock/machine-clock.js'
import { CreatedResponse } from '../../api/contract/answer.js'
import { BaseResponse } from '../../api/contract/base.js'
import type { Client, ApiWrite } from '../../cli/http-client.js'
import { clientOf } from '../../cli/http-client.js'
import { actOn, entering, look, rankedStep, reader, ready } from '../../cli/rehearsal/player.js'
import type { Player, Theatre } from '../../cli/rehearsal/theatre.js'
import { castFor, sample } from '../../cli/rehearsal/rehearse.js'
import { noScript } from '../../cli/rehearsal/story.js'
import type { Chance } from './chance.js'
import type { Journal, SentWish, Wish } from './journal.js'
import type { Sender } from './sender.js'
import type { Probe } from './strikes.js'

const programme = 'gasme'
type Cast = ReturnType<typeof castFor>[number]

/** One client: some bases of its own, whose steps it has decided one after the other, and a word on any of them. */
export interface Lane {
  readonly chance: Chance
  readonly players: Player[]
  /** Bases that are not nominated yet. */
  readonly waiting: Cast[]
  readonly stage: Theatre
  readonly sender: Sender
  /** Wishes that were thought of and not sent yet. */
  readonly next: Wish[]
  /** Whether places are invited already when they are nominated; left out: by chance. */
  readonly invites?: boolean
}

export interface Crowd {
  readonly apis: readonly [string, string]
  readonly sender: Sender
  readonly chance: Chance
  readonly clients: number
  readonly bases: number
}

/** The clients of a run, the sample's bases dealt out among them by chance. */
export const lanesOf = ({ apis, sender, chance, clients, bases }: Crowd): readonly Lane[] => {
  const { clusters, dossiers, people } = sample()
  const ids = chance.shuffled(clusters.clusters.map(({ id }) => id)).slice(0, bases)
  const cast = castFor({ clusters, dossiers }, { ids, scriptOf: (id) => noScript(id, 0) })
  return Array.from({ length: clients }, (_, lane) => ({
    chance: chance.of(`client ${lane}`),
    players: [],
    waiting: cast.filter((_base, turn) => turn % clients === lane),
    stage: { client: clientOf({ api: apis[lane % 2 === 0 ? 0 : 1], patienceMs: 20_000 }), people, now: nowIs },
    sender,
    next: [],
  }))
}

/** The sample's people act now; there is no other time in a storm. */
const nowIs = (): string => now()

/** Nominates the next base of a lane; nothing when all are nominated. */
export const nominateNext = async (lane: Lane): Promise<void> => {
  const cast = lane.waiting.shift()
  if (cast === undefined) return
  const wish: Wish = {
    does: 'nominate',
    path: `/programmes/${programme}/bases`,
    as: 'p-pm-1',
    body: { cluster: cast.cluster, invited: lane.invites ?? lane.chance.oneIn(2) },
  }
  const sent = await lane.sender.send(wish, lane.chance.of(`nominate ${cast.cluster}`))
  const base = createdBy(sent)
  if (base === undefined) return
  const view = await within(lane.stage.client.get(`/bases/${base}`, { schema: BaseResponse, as: reader }))
  if (view !== undefined) lane.players.push(entering(cast, { base, view }))
}

/** The base a nomination became. One that was refused in error stands all the same, under the only name it can have. */
const createdBy = ({ answers }: SentWish): string | undefined => {
  const [first] = answers.filter(({ status }) => status === 201)
  return first === undefined ? undefined : CreatedResponse.parse(JSON.parse(first.body)).base
}

/** Does the next thing of a lane: mostly a word or a decision, now and then a nomination or a hold. */
export const actNext = async (lane: Lane): Promise<void> => {
  const { chance, sender } = lane
  if (lane.waiting.length > 0 && (lane.players.length === 0 || chance.oneIn(6))) return await nominateNext(lane)
  if (lane.players.length === 0) return void (await pause(500))
  const player = chance.pick(lane.players)
  if (lane.next.length === 0 && chance.oneIn(2)) lane.next.push(...(await decisions(lane, player)))
  if (lane.next.length === 0) lane.next.push(...(chance.oneIn(25) ? holding(player) : [commenting(player, chance)]))
  const wish = lane.next.shift()
  if (wish === undefined) return
  await sender.send(wish, chance.of(`${wish.does} ${chance.next()}`))
}

/** A word of the programme manager on a base: as small a command as there is. */
export const commenting = ({ base }: Pick<Player, 'base'>, chance: Chance): Wish => ({
  does: 'comment',
  path: `/bases/${base}/comments`,
  as: 'p-pm-1',
  body: { text: `The map of sheet ${chance.below(10_000)} came by post.` },
})

/** A hold, and its end: both tell the place and the manager. */
const holding = ({ base }: Pick<Player, 'base'>): readonly [Wish, Wish] => [
  { does: 'hold', path: `/bases/${base}/holds`, as: 'p-pm-1', body: { code: 'FMJ', reason: 'flood' } },
  { does: 'resume', path: `/bases/${base}/resumptions`, as: 'p-pm-1', body: { reason: 'The storm is over.' } },
]

/** Wishes that can be sent at any moment: a word on a base, or for the relay's sake one that sends letters. */
export const probing =
  (sender: Sender) =>
  async ({ kind, base, chance, api }: Probe): Promise<void> => {
    const wishes = kind === 'relay' ? holding({ base }) : [commenting({ base }, chance)]
    for (const wish of wishes) await sender.sendPlainly(wish, { chance, api })
  }

/** The bases that were nominated so far and whose senders know it. */
export const basesIn = ({ sent }: Journal): readonly string[] =>
  sent.flatMap((one) => (one.wish.does === 'nominate' ? (createdBy(one) ?? []) : []))

/** What the people of a base would decide now, as wishes; a session where that is what the base waits for. */
export const decisions = async (lane: Lane, player: Player): Promise<readonly Wish[]> => {
  const wishes: Wish[] = []
  const stage = { ...lane.stage, client: noting(lane.stage.client, wishes) }
  const thought = async (): Promise<void> => {
    await look(stage, player)
    if (player.view.awaitsSession) wishes.push(convening(player, lane.chance))
    for (const step of [...ready(stage, player), ...[rankedStep(stage, player) ?? []].flat()].slice(0, 1))
      await actOn(stage, { player, step })
  }
  await within(thought())
  return wishes
}

const convening = ({ base }: Player, chance: Chance): Wish => ({
  does: 'convene',
  path: `/programmes/${programme}/sessions`,
  as: 'p-cs-1',
  body: { session: `session-${chance.uuid().slice(0, 8)}`, bases: [base] },
})

/** Acts like the real client, but only notes what would be decided: what proves it is brought at once. */
const noting = (client: Client, wishes: Wish[]): Client => ({
  ...client,
  post: async <S extends z.ZodType>(path: string, send: ApiWrite<S>) => {
    if (!path.endsWith('/decisions')) return await client.post(path, send)
    const { as = '', body, schema } = send
    wishes.push({ does: 'decide', path, as, body: typeof body === 'object' && body !== null ? { ...body } : {} })
    return schema.parse({ command: randomUUID(), head: 0, entries: [] })
  },
})

/** What somebody thinks of must not take longer than this; whoever cannot read in a storm does something else. */
const patienceMs = 25_000

const within = async <T>(work: Promise<T>): Promise<T | undefined> => {
  const giveUp = new AbortController()
  const late = pause(patienceMs, undefined, { signal: giveUp.signal }).catch(() => undefined)
  try {
    return await Promise.race([work.catch(() => undefined), late])
  } finally {
    giveUp.abort()
  }
}
