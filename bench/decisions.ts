import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { now } from '../clock/machine-clock.js'
import { bounded } from '../cli/rehearsal/bounded.js'
import { post } from './post.js'
import { actOn, look, nominate, ready } from '../cli/rehearsal/player.js'
import type { Player, Theatre } from '../cli/rehearsal/theatre.js'
import { noScript } from '../cli/rehearsal/story.js'
import type { Play } from '../cli/rehearsal/story.js'
import { clientOf } from '../cli/http-client.js'
import type { Client, ApiWrite } from '../cli/http-client.js'
import type { Pacing } from './pacing.js'
import { sampleClusters, sampleDossiers, samplePeople } from '../cli/sample-data.js'

/** Real decisions on the sample programme: stage 1 of every base, each step by the people who may act on it. */
export interface Decisions {
  readonly bases: readonly string[]
  /** The ids of the commands that were accepted. */
  readonly sent: readonly string[]
  /** Makes ready what can be decided next, at most so many; an empty list when the bases have come to their session. */
  readonly prepare: (count: number) => Promise<readonly TimedAct[]>
  /** Sends prepared decisions and gives what each took, in milliseconds. Throws when one is not accepted. */
  readonly run: (acts: readonly TimedAct[], pacing: Pacing) => Promise<number[]>
  readonly close: () => void
}

/** One decision, ready to be sent. */
export interface TimedAct {
  readonly path: string
  readonly token: string
  readonly body: string
}

const programme = 'gasme'

/** Nominates the sample clusters in the open call and hands out the tokens of everybody beforehand. */
export const openDecisions = async (api: string): Promise<Decisions> => {
  const client = clientOf({ api, patienceMs: 30_000 })
  const people = samplePeople()
  const agent = new http.Agent({ keepAlive: true })
  const players = await nominateAll({ client, people, now })
  const sent: string[] = []
  return {
    bases: players.map(({ base }) => base),
    sent,
    prepare: async (count) => {
      const notes: Note[] = []
      const stage: Theatre = { client: noting(client, notes), people, now }
      for (const player of players) {
        if (notes.length >= count) break
        await look(stage, player)
        for (const step of ready(stage, player)) await actOn(stage, { player, step })
      }
      // Those who were asked first are asked last the next time, so that all bases go on side by side.
      players.push(...players.splice(0, players.length / 2))
      return await Promise.all(
        notes.map(async ({ path, as, body }) => ({ path, token: (await client.tokenOf(as)).token, body })),
      )
    },
    run: async (acts, { concurrency: limit, pace }) => {
      const work = async (act: TimedAct): Promise<number> => {
        await pause(pace)
        return await timed(act, { url: new URL(act.path, api), agent, sent })
      }
      return [...(await bounded(acts, { limit, work }))]
    },
    close: () => agent.destroy(),
  }
}

const nominateAll = async (stage: Theatre): Promise<Player[]> => {
  const plays = sampleDossiers().clusters
  const players: Player[] = []
  for (const [turn, { id: cluster, iso_3166_1_alpha2: country }] of sampleClusters().clusters.entries()) {
    const play = plays[cluster]
    // A base that is declined halfway would close under decisions that are prepared for it.
    if (play === undefined || isDeclined(play)) continue
    players.push(
      await nominate(stage, {
        programme,
        cluster,
        country,
        turn,
        play,
        script: noScript(cluster, 0),
        procedure: 'full',
      }),
    )
  }
  return players
}

const isDeclined = ({ answers }: Play): boolean =>
  [answers['1.5a']].flat().some((answer) => answer?.option === 'not_eligible')

interface Note {
  readonly path: string
  readonly as: string
  readonly body: string
}

/** Reads like the real client, but only notes what would be sent: what is timed is then sent without a pause between. */
const noting = (client: Client, notes: Note[]): Client => ({
  ...client,
  post: async <S extends z.ZodType>(path: string, write: ApiWrite<S>) => {
    // What a decision rests on, such as a proof, must be there before it.
    if (!path.endsWith('/decisions')) return await client.post(path, write)
    const { as = '', body, schema } = write
    notes.push({ path, as, body: JSON.stringify(body) })
    return schema.parse({ command: randomUUID(), head: 0, entries: [] })
  },
})

const Answered = z.object({ command: z.string() })

interface Sending {
  readonly url: URL
  readonly agent: http.Agent
  readonly sent: string[]
}

const timed = async (act: TimedAct, { url, agent, sent }: Sending): Promise<number> => {
  const key = randomUUID()
  const since = performance.now()
  const { status, text } = await post(url, {
    agent,
    body: act.body,
    headers: { authorization: `Bearer ${act.token}`, 'idempotency-key': key },
  })
  const took = performance.now() - since
  if (status !== 200) throw new Error(`${act.path} was answered with ${status}: ${text}`)
  sent.push(Answered.parse(JSON.parse(text)).command)
  return took
}
