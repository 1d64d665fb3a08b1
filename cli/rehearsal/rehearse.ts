import { RehearsalResponse } from '../../api/contract/rehearsal.js'
import { CliFailure, exits, threePart } from '../failure.js'
import type { Client } from '../http-client.js'
import { sampleClusters, sampleDossiers, samplePeople } from '../sample-data.js'
import type { ClusterFile, People } from '../sample-data.js'
import { bounded } from './bounded.js'
import { checkTen } from './check-ten.js'
import type { TenChecked } from './check-ten.js'
import { lettersAndPapersAreOut, outcomeOf } from './outcome.js'
import type { RehearsedBase } from './outcome.js'
import { perform } from './perform.js'
import { isOver, look, nominate, reviewsOf } from './player.js'
import type { CastBase, Player, Theatre } from './theatre.js'
import { noScript, playedUnder, scripted } from './story.js'
import type { Play, Script } from './story.js'
import { defined } from '../../domain/values/defined.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

export interface Wish {
  readonly client: Client
  readonly years: number
  readonly procedure?: ProcedureId | undefined
  readonly tell: (line: string) => void
}

/** What `rehearse --all` comes to. */
export interface WholeOutcome {
  readonly programme: string
  readonly bases: readonly {
    readonly base: string
    readonly cluster: string
    readonly status: string
    readonly code?: string
    readonly score?: number
    readonly slot?: number
    readonly reviews: number
  }[]
  /** Clusters whose base stands and has had all its yearly reviews. */
  readonly passed: readonly string[]
  readonly wallSeconds: number
  readonly check: TenChecked
}

/** Plays one base from nomination to its last yearly review. Refuses, as a wrong use, a cluster that is not in the sample. */
export const rehearseOne = async (wish: Wish, script: Script): Promise<RehearsedBase> => {
  const { clusters, dossiers, people } = sample(wish.procedure)
  const cast = castFor({ clusters, dossiers }, { ids: [script.cluster], scriptOf: () => script })
  const since = performance.now()
  const { programme } = await openRehearsal(wish)
  const { client, tell, procedure } = wish
  const stage: Theatre = { client, people, now: () => '' }
  const players = await bounded(cast, {
    limit: 1,
    work: (player) => nominate(stage, { ...player, programme, procedure }),
  })
  await perform({ client, people, programme, players, tell })
  const [player] = players
  if (player === undefined) throw new TypeError('a rehearsal of one base has one player')
  await everythingIsOut(stage, { players, tell })
  return outcomeOf(stage, { player, since })
}

/** The counts are read when nothing is under way any more; what does not leave in time is said, not hidden. */
const everythingIsOut = async (
  stage: Theatre,
  { players, tell }: { players: readonly Player[]; tell: (line: string) => void },
): Promise<void> => {
  for (const player of players) {
    if (await lettersAndPapersAreOut(stage, player)) continue
    tell(`Letters or papers of ${player.base} are still under way; the counts leave them out.`)
    return
  }
}

/** Plays all sample clusters in one call and checks the ten that stand at the end against 8.2. */
export const rehearseAll = async (wish: Wish): Promise<WholeOutcome> => {
  const { clusters, dossiers, people } = sample(wish.procedure)
  const { client, tell, years, procedure } = wish
  const ids = clusters.clusters.map(({ id }) => id)
  const cast = castFor({ clusters, dossiers }, { ids, scriptOf: (id) => noScript(id, years) })
  const since = performance.now()
  const { programme } = await openRehearsal(wish)
  const stage: Theatre = { client, people, now: () => '' }
  const players = await bounded(cast, {
    limit: 4,
    work: (player) => nominate(stage, { ...player, programme, procedure }),
  })
  await perform({ client, people, programme, players, tell })
  await everythingIsOut(stage, { players, tell })
  for (const player of players) await look(stage, player)
  const standing = players.filter((player) => !isOver(player) && player.view.slot !== undefined)
  return {
    programme,
    bases: players.map(rowOf),
    passed: standing.filter((player) => reviewsOf(player) >= years).map(({ cluster }) => cluster),
    wallSeconds: Math.round((performance.now() - since) / 100) / 10,
    check: checkTen(
      standing.map(({ cluster }) => cluster),
      clusters,
    ),
  }
}

const rowOf = (player: Player): WholeOutcome['bases'][number] => {
  const { status, code, score, slot } = player.view
  return {
    base: player.base,
    cluster: player.cluster,
    status,
    ...defined({ code, score, slot }),
    reviews: reviewsOf(player),
  }
}

interface Sample {
  readonly clusters: ClusterFile
  readonly dossiers: Readonly<Record<string, Play>>
  readonly people: People
}

/** The sample, read once for a rehearsal: its people and plays are those of the procedure. */
export const sample = (procedure: Wish['procedure'] = 'full'): Sample => ({
  clusters: sampleClusters(),
  dossiers: Object.fromEntries(
    Object.entries(sampleDossiers().clusters).map(([id, play]) => [id, playedUnder(procedure, play)]),
  ),
  people: samplePeople(procedure),
})

/** Opens a rehearsal programme with a call; under `light` with its small staff. */
export const openRehearsal = async ({ client, procedure, tell }: Wish) => {
  const rehearsal = await client.post('/rehearsals', {
    schema: RehearsalResponse,
    as: 'p-pm-1',
    body: procedure === undefined ? {} : { procedure },
  })
  tell(`Rehearsal ${rehearsal.programme}, call ${rehearsal.call}: everything in it is invented.`)
  return rehearsal
}

/** The bases of a rehearsal before they are nominated, each with its play. Refuses a cluster that is not in the sample. */
export const castFor = (
  { clusters, dossiers }: Pick<Sample, 'clusters' | 'dossiers'>,
  { ids, scriptOf }: { ids: readonly string[]; scriptOf: (id: string) => Script },
): readonly CastBase[] =>
  ids.map((cluster, turn) => {
    const record = clusters.clusters.find(({ id }) => id === cluster)
    const usual = dossiers[cluster]
    if (record === undefined || usual === undefined) throw unknownCluster(cluster, clusters)
    const script = scriptOf(cluster)
    return { cluster, country: record.iso_3166_1_alpha2, turn, script, play: scripted(usual, script) }
  })

/** Refuses a cluster that is not in the sample, before anything is started for it. */
export const knownCluster = (cluster: string): string => {
  const clusters = sampleClusters()
  if (clusters.clusters.some(({ id }) => id === cluster)) return cluster
  throw unknownCluster(cluster, clusters)
}

const unknownCluster = (cluster: string, { clusters }: ClusterFile): CliFailure =>
  new CliFailure(
    threePart({
      got: `there is no sample cluster ${cluster}`,
      allowed: `one of ${clusters.map(({ id }) => id).join(', ')}`,
      todo: 'name one of these, or use --all',
    }),
    exits.usage,
  )
