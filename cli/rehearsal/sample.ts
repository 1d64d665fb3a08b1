import { BaseSummary } from '../../api/contract/base.js'
import { sampleProgramme, RehearsalResponse } from '../../api/contract/rehearsal.js'
import { CliFailure } from '../failure.js'
import type { Client } from '../http-client.js'
import { sampleScripts } from '../sample-data.js'
import { bounded } from './bounded.js'
import { rankedInSession } from './answers.js'
import { holdSession, inRankOrder, perform } from './perform.js'
import { hasComeToRest, hasHadYears, isOver, look, nominate, reader } from './player.js'
import { castFor, sample } from './rehearse.js'
import { noScript, type Script } from './story.js'
import type { CastBase, Player, Theatre } from './theatre.js'
import { defined } from '../../domain/values/defined.js'

/** How many bases of the sample are played beside the longest: enough that two cores have something to do, few enough that it goes on. */
const atOnce = 3

export interface SampleWish {
  readonly client: Client
  /** Shifts who acts where, so that another sample is played by other people. */
  readonly seed: number
  /** These clusters alone; left out: all of the sample. */
  readonly clusters?: readonly string[] | undefined
  readonly tell: (line: string) => void
  /** Told once the programme is there, before anything is played in it. */
  readonly founded?: () => void
  /** Told each time a base has come to where it rests. */
  readonly progress?: (at: { readonly done: number; readonly total: number }) => void
}

/** What the sample came to. */
export interface SampleOutcome {
  readonly programme: string
  readonly seed: number
  readonly bases: readonly SampleBase[]
  /** Seconds until all its clusters were nominated, and until each stood where it rests. */
  readonly nominatedAfter: number
  readonly wallSeconds: number
}
interface SampleBase {
  readonly base: string
  readonly cluster: string
  readonly stage: string
  readonly status: string
  readonly open: readonly string[]
  /** What stopped it before it came to where its script rests. */
  readonly broke?: string
}

/**
 * Plays the sample programme: nominates its clusters, and plays each base by itself to where its script rests, on a clock of
 * its own. Harmless to repeat: a cluster that has its base already is left as it stands. A base that breaks is told, and the
 * others go on.
 */
export const playSample = async (wish: SampleWish): Promise<SampleOutcome> => {
  const { client, seed, clusters } = wish
  const since = performance.now()
  const seconds = () => Math.round((performance.now() - since) / 100) / 10
  const scripts = sampleScripts().filter(({ cluster }) => clusters?.includes(cluster) ?? true)
  const { programme } = await client.post('/rehearsals', {
    schema: RehearsalResponse,
    as: 'p-pm-1',
    body: { id: sampleProgramme },
  })
  wish.founded?.()
  const cast = await notThereYet(wish, scripts)
  const stage: Theatre = { client, people: sample().people, now: () => '' }
  const players = await bounded(cast, {
    limit: atOnce,
    work: (one) => nominate(stage, { ...one, turn: one.turn + seed, programme }),
  })
  const nominatedAfter = seconds()
  wish.progress?.({ done: 0, total: players.length })
  const atRest = new Set<string>()
  const rests = ({ base }: Player) => {
    atRest.add(base)
    wish.progress?.({ done: atRest.size, total: players.length })
  }
  const playing = { ...wish, stage, programme, rests }
  const toRest = (some: readonly Player[]) =>
    bounded(some, { limit: atOnce, work: (player) => toItsRest(playing, player) })
  const isLongest = ({ script: { years } }: Player) => years > 0
  const [longest, others] = await Promise.all([
    toRest(players.filter(isLongest)),
    (async () => {
      const shorter = players.filter((player) => !isLongest(player))
      await session(playing, shorter)
      return await toRest(shorter)
    })(),
  ])
  const bases = [...longest, ...others]
  return { programme, seed, bases, nominatedAfter, wallSeconds: seconds() }
}

interface Playing extends SampleWish {
  readonly stage: Theatre
  readonly programme: string
  /** Told of each base that has come to where it rests. */
  readonly rests: (player: Player) => void
}

/**
 * All bases that come before the committee, in one session and before many have a slot: places on the shortlist are fewer then. The
 * one that lives longest went ahead, in a session of its own: it alone takes as long as all the others.
 */
const session = async (playing: Playing, players: readonly Player[]): Promise<void> => {
  const { programme, stage, tell } = playing
  await bounded(players, {
    limit: atOnce,
    work: async (player) => {
      const { rests } = player.script
      await apart(playing, { ...player, script: { ...player.script, rests: [...rests, rankedInSession] } })
      await look(stage, player)
      if (isAtRest(player)) playing.rests(player)
    },
  })
  const ranked = players.filter(({ view, script: { rests } }) => view.awaitsSession && !rests.includes(rankedInSession))
  if (ranked.length === 0) return
  const committee = { ...stage, programme, players: ranked, tell }
  // A base that breaks in the session is told; those it does not keep waiting go on.
  await told(tell, async () => {
    await holdSession(committee, `session-${ranked[0]?.cluster}`)
    await inRankOrder(committee)
  })
}

/** Where its own script rests: it has been looked at since it was nominated. */
const isAtRest = (player: Player): boolean =>
  isOver(player) || (player.open.length > 0 && hasHadYears(player) && hasComeToRest(player))

const notThereYet = async ({ client }: SampleWish, scripts: readonly Script[]): Promise<readonly CastBase[]> => {
  const { clusters, dossiers } = sample()
  const there = await client.all(`/bases?programme=${sampleProgramme}`, { schema: BaseSummary, as: reader })
  const left = scripts.filter(({ cluster }) => !there.some((base) => base.cluster === cluster))
  const scriptOf = new Map(left.map((script) => [script.cluster, script]))
  return castFor(
    { clusters, dossiers },
    {
      ids: [...scriptOf.keys()],
      scriptOf: (id) => scriptOf.get(id) ?? noScript(id, 0),
    },
  )
}

/** Plays one base by itself, on its own clock. What stopped it; undefined: nothing did. */
const apart = ({ client, stage: { people }, programme, tell }: Playing, player: Player): Promise<string | undefined> =>
  told(tell, () => perform({ client, people, programme, players: [player], apart: true, tell: () => undefined }))

/** Does something and tells what stopped it, where that is something people are told. */
const told = (tell: SampleWish['tell'], work: () => Promise<void>): Promise<string | undefined> =>
  work().then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof CliFailure)) throw error
      tell(error.message)
      return error.message
    },
  )

const toItsRest = async (playing: Playing, player: Player): Promise<SampleBase> => {
  const broke = isAtRest(player) ? undefined : await apart(playing, player)
  await look(playing.stage, player)
  if (broke === undefined) playing.rests(player)
  const { stage, status } = player.view
  const open = player.open.map(({ key }) => key)
  return { base: player.base, cluster: player.cluster, stage, status, open, ...defined({ broke }) }
}
