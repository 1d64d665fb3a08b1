import { called } from '../called.js'
import { setTimeout as pause } from 'node:timers/promises'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { AdvanceResponse } from '../../api/contract/rehearsal.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { bounded } from './bounded.js'
import { notesYear } from './noting.js'
import { wakesAt } from './pace.js'
import { actOn, hasComeToRest, hasHadYears, isOver, look, rankedStep, ready } from './player.js'
import type { Player, Theatre } from './theatre.js'
import { defined } from '../../domain/values/defined.js'

/** How many bases are played at the same time. */
const atOnce = 4
/** How long a paper or a session's ranking may take before the rehearsal says that nothing moves. */
const patienceMs = 60_000
/** Whoever waits looks less and less often: looking costs what the making is waiting for. */
const longestWaitMs = 400
/** So often the clock may stand still, while something due is still on its way into the read models. */
const idleLimit = 50

export interface Performance extends Theatre {
  readonly programme: string
  readonly players: readonly Player[]
  /** Its bases' own clocks are moved and no other: the programme's stands still, and so do those of its other bases. */
  readonly apart?: boolean
  readonly tell: (line: string) => void
}

/**
 * Plays every base until it is closed, has had its yearly reviews, or stands where its script rests: whoever can act acts, then what is decided in rank
 * order, then a session is convened, and only when nobody can do anything the clock is moved to the next due moment.
 */
export const perform = async (performance: Omit<Performance, 'now'>): Promise<void> => {
  const clock = { now: '', sessions: 0, idle: 0 }
  const stage: Performance = { ...performance, now: () => clock.now }
  await lookAtAll(stage)
  for (;;) {
    clock.now = latest([clock.now, ...stage.players.map(({ view }) => view.lastEntryAt)])
    if (await everybodyActs(stage)) continue
    if (stage.players.every(isDone)) return
    if (await inRankOrder(stage)) continue
    if (await convene(stage, clock)) continue
    if (await somethingIsBeingMade(stage)) continue
    await advance(stage, clock)
  }
}

interface Clock {
  now: string
  sessions: number
  /** How often in a row the clock was asked to move and nothing did. */
  idle: number
}

const latest = (instants: readonly string[]): string => instants.reduce((last, one) => (one > last ? one : last), '')

const isDone = (player: Player): boolean => isOver(player) || (hasHadYears(player) && hasComeToRest(player))

const lookAtAll = ({ client, people, now, players, tell }: Performance): Promise<unknown> =>
  bounded(players, {
    limit: atOnce,
    work: async (player) => {
      const before = `${player.view.stage} ${player.view.status}`
      await look({ client, people, now }, player)
      const after = `${player.view.stage} ${player.view.status}`
      if (before !== after)
        tell(`${player.view.lastEntryAt.slice(0, 10)}  ${player.base}  ${after.replace(' ', ' · ')}`)
    },
  })

/** Every base by itself, as far as its people get without the clock. True when anybody did anything. */
const everybodyActs = async (stage: Performance): Promise<boolean> => {
  const acted = await bounded(stage.players, {
    limit: atOnce,
    work: async (player) => {
      if ((await withdraws(stage, player)) || (await raises(stage, player))) return true
      if (!isDone(player) && (await notesYear(stage, player))) return true
      // A base that has had its reviews waits for the others; its people go on, so that no report is missing meanwhile.
      const steps = isDone(player) && stage.players.length === 1 ? [] : ready(stage, player)
      for (const step of steps) await actOn(stage, { player, step })
      return steps.length > 0
    },
  })
  const anybody = acted.some(Boolean)
  if (anybody) await lookAtAll(stage)
  return anybody
}

const withdraws = async (stage: Performance, player: Player): Promise<boolean> => {
  const { withdraw } = player.script
  if (withdraw === undefined || !player.open.some(({ key }) => key === withdraw.when)) return false
  await stage.client.post(`/bases/${player.base}/withdrawals`, {
    schema: AcceptedResponse,
    as: `p-${player.cluster}-lg`,
    body: { code: withdraw.code, reason: 'Invented for rehearsal. 为演练虚构。' },
  })
  return true
}

const raises = async (stage: Performance, player: Player): Promise<boolean> => {
  const { raises: raised } = player.script
  if (raised === undefined || player.hasRaised === true || !player.open.some(({ key }) => key === raised.when))
    return false
  player.hasRaised = true
  await stage.client.post(`/bases/${player.base}/matters`, {
    schema: AcceptedResponse,
    as: `p-${player.cluster}-lg`,
    body: { matter: raised.matter, code: raised.code, reason: 'Invented for rehearsal. 为演练虚构。' },
  })
  return true
}

/** Scarce places go to the highest score first, one base after the other (R9). True when anybody did anything. */
export const inRankOrder = async (stage: Performance): Promise<boolean> => {
  const waiting = stage.players
    .flatMap((player) => {
      const step = player.view.awaitsSession ? undefined : rankedStep(stage, player)
      return step === undefined ? [] : [{ player, step }]
    })
    .sort(
      ({ player: first }, { player: second }) =>
        (second.view.score ?? 0) - (first.view.score ?? 0) || (first.base < second.base ? -1 : 1),
    )
  for (const { player } of waiting) {
    // Its turn comes with the decision on the one before it: until then nothing is offered.
    await look(stage, player)
    const step = rankedStep(stage, player)
    if (step !== undefined) await actOn(stage, { player, step })
  }
  if (waiting.length > 0) await lookAtAll(stage)
  return waiting.length > 0
}

/** A ranked session of the committee, once every base that can reach it has done so. */
const convene = async (stage: Performance, clock: Clock): Promise<boolean> => {
  const players = stage.players.filter((player) => player.view.awaitsSession && !isDone(player))
  if (players.length === 0) return false
  clock.sessions += 1
  const own = stage.apart === true ? `${players[0]?.cluster}-` : ''
  await holdSession({ ...stage, players }, `session-${own}${clock.sessions}`)
  stage.tell(`${clock.now.slice(0, 10)}  ranked session over ${players.length} base(s)`)
  return true
}

/** Convenes a session over these bases, and waits until it has reached each of them. */
export const holdSession = async (stage: Performance, session: string): Promise<void> => {
  const { client, programme, players } = stage
  await client.post(`/programmes/${programme}/sessions`, {
    schema: AcceptedResponse,
    as: 'p-cs-1',
    body: { session, bases: players.map(({ base }) => base) },
  })
  await until(stage, () => players.every(({ view }) => !view.awaitsSession))
}

/** A base with nobody to act and nothing due waits for a machine: a paper, for a moment. */
const somethingIsBeingMade = async (stage: Performance): Promise<boolean> => {
  const isMade = (player: Player) =>
    isOver(player) ||
    (player.open.length > 0 && player.open.every(({ sees }) => sees === undefined || sees.hashes.length > 0))
  if (stage.players.every(isMade)) return false
  await until(stage, () => stage.players.every(isMade))
  return true
}

const until = async (stage: Performance, isSo: () => boolean): Promise<void> => {
  const giveUp = performance.now() + patienceMs
  for (let waitMs = 50; performance.now() < giveUp; waitMs = Math.min(waitMs * 1.5, longestWaitMs)) {
    await pause(waitMs)
    await lookAtAll(stage)
    if (isSo()) return
  }
  throw stuck(stage)
}

/** Moves the rehearsal's clock to the next due moment, or to the moment at which a sleeping actor wakes before it. */
const advance = async (stage: Performance, clock: Clock): Promise<void> => {
  const wakes = earliest(
    stage.players
      .flatMap((player) => player.open.map((step) => wakesAt(player, step) ?? ''))
      .filter((at) => at > clock.now),
  )
  const moved = await stage.client.post(`/rehearsals/${stage.programme}/advance`, {
    schema: AdvanceResponse,
    as: 'p-pm-1',
    body: defined({
      until: wakes > clock.now ? wakes : undefined,
      bases:
        stage.apart === true ? stage.players.filter((player) => !isOver(player)).map(({ base }) => base) : undefined,
    }),
  })
  clock.idle = moved.moved === 0 && moved.now <= clock.now ? clock.idle + 1 : 0
  if (clock.idle > 0) await pause(100)
  if (clock.idle >= idleLimit) throw stuck(stage)
  clock.now = latest([clock.now, moved.now])
  await lookAtAll(stage)
}

/** The first of some instants; an empty text stands for none. */
const earliest = (instants: readonly string[]): string => instants.filter((one) => one !== '').sort()[0] ?? ''

const stuck = ({ players }: Performance): CliFailure => {
  const waiting = players
    .filter((player) => !isOver(player))
    .map(({ base, open, view }) => `${base} (${view.status}: ${open.map(({ id }) => id).join(', ') || 'nothing open'})`)
  return new CliFailure(
    threePart({
      got: `nothing moves any more: ${waiting.join('; ')}`,
      allowed: 'somebody or the clock must be able to act',
      todo: `look at the base with \`${called} base <id>\``,
    }),
    exits.refused,
  )
}
