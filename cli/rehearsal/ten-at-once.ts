import { called } from '../called.js'
import { SlotResponse, WaitingResponse } from '../../api/contract/ten.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { bounded } from './bounded.js'
import { drawnOrder } from './drawn-order.js'
import { perform } from './perform.js'
import { actOnce, look, nominate, reader } from './player.js'
import type { Player, Theatre } from './theatre.js'
import { castFor, openRehearsal, sample } from './rehearse.js'
import type { Wish } from './rehearse.js'
import { noScript } from './story.js'

/** Eleven clusters of the sample that break no cap together (8.2): one more than there are slots. */
export const eleven: readonly string[] = [
  'C01-dali',
  'C04-xindu',
  'C07-shengzhou',
  'C09-yueqing',
  'C10-hangji',
  'C11-wendeng',
  'C12-chenghai',
  'C13-dongguan',
  'C14-yongkang',
  'C15-changzhou',
  'W04-detroit',
]

export interface Race {
  /** Draws the order in which the boards cast their deciding votes. */
  readonly seed: number
  /** All deciding votes in one moment: then the database alone decides who comes last. */
  readonly together: boolean
}

/** What the race came to: base ids by number of the slot, and the waiting list in its order. */
export interface TenOutcome {
  readonly slots: readonly string[]
  readonly waiting: readonly string[]
}

/** Plays eleven bases up to the board's deciding vote, and then lets them race for the ten slots (8.1, 14.1). */
export const rehearseTen = async (wish: Wish, { seed, together }: Race): Promise<TenOutcome> => {
  const { client, tell, procedure } = wish
  const { clusters, dossiers, people } = sample(procedure)
  const cast = castFor(
    { clusters, dossiers },
    { ids: eleven, scriptOf: (id) => ({ ...noScript(id, 0), rests: ['2.10'] }) },
  )
  const { programme } = await openRehearsal(wish)
  const stage: Theatre = { client, people, now: () => '' }
  const players = await bounded(cast, {
    limit: 4,
    work: (player) => nominate(stage, { ...player, programme, procedure }),
  })
  await perform({ client, people, programme, players, tell })
  await bounded(players, { limit: 4, work: (player) => vote(stage, player) })
  const order = drawnOrder(players, seed)
  tell(`Seed ${seed}: the boards decide in the order ${order.map(({ cluster }) => cluster.slice(0, 3)).join(' ')}.`)
  await bounded(order, { limit: together ? order.length : 1, work: (player) => vote(stage, player) })
  return await outcomeOf(stage, programme)
}

/** One member of the board approves. Two of three decide, so the first vote leaves the step open and the second closes it. */
const vote = async (stage: Theatre, player: Player): Promise<void> => {
  await look(stage, player)
  const step = player.open.find(({ key }) => key === '2.10')
  if (step === undefined)
    throw new CliFailure(
      threePart({
        got: `${player.base} is not before the Board (${player.view.status})`,
        allowed: 'all eleven race for the slots',
        todo: `look at the base with \`${called} base <id>\``,
      }),
      exits.refused,
    )
  await actOnce(stage, { player, step })
}

const outcomeOf = async ({ client }: Theatre, programme: string): Promise<TenOutcome> => {
  const path = `/programmes/${programme}`
  const slots = await client.all(`${path}/slots`, { schema: SlotResponse, as: reader })
  const waiting = await client.all(`${path}/waiting-list`, { schema: WaitingResponse, as: reader })
  return {
    slots: slots.flatMap(({ holder }) => (holder === null ? [] : [holder.base])),
    waiting: waiting.map(({ base }) => base),
  }
}
