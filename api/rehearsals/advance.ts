import { randomUUID } from 'node:crypto'
import { listBases, readBase } from '../../db/reads/bases.js'
import { nextDue, readProgramme } from '../../db/reads/programmes.js'
import { baseWorkflowId, programmeWorkflowId } from '../../domain/ids.js'
import type { Instant } from '../../domain/ids.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { unavailable } from '../problems.js'

/** How long one move may take before it is called stuck, in milliseconds. */
const patienceMs = 20_000
const lookAgainMs = 20
/** How many workflows are moved at a time: the server holds one lease per move. */
const together = 16

export interface Advanced {
  readonly now: Instant
  readonly nextDueAt: Instant | null
  readonly moved: number
}

/**
 * Moves a rehearsal's clock to the next moment at which something is due, or to `until` where that comes first, and
 * waits until what was due there is in the read models. Every workflow that lags behind is brought to the same moment;
 * none is ever moved past something that is due to it, since the moment is the earliest due of them all (0011).
 */
export const advance = (parts: ApiParts, move: Move): Promise<Advanced> => {
  const before = moving.get(move.programme) ?? Promise.resolve()
  const mine = before.then(() => moveTogether(parts, move))
  moving.set(
    move.programme,
    mine.then(
      () => undefined,
      () => undefined,
    ),
  )
  return mine
}

interface Move {
  readonly programme: string
  readonly namespace: string
  readonly until?: Instant | undefined
}

// One move of a rehearsal at a time: two that overlap would each add their own distance, and pass what is due between.
const moving = new Map<string, Promise<void>>()

const moveTogether = async (parts: ApiParts, { programme, namespace, until }: Move): Promise<Advanced> => {
  const due = await nextDue(parts.db, { programme })
  const target = earliest(due?.at, until)
  const clocks = await clocksOf(parts, { programme, namespace })
  if (target === undefined) return { now: latest(clocks, parts), nextDueAt: null, moved: 0 }
  const behind = clocks.filter(({ now }) => now < target)
  for (let first = 0; first < behind.length; first += together) {
    await Promise.all(behind.slice(first, first + together).map((clock) => moveTo(parts, { ...clock, target })))
  }
  const dueThere = due === undefined || due.at > target ? [] : due.streams
  await Promise.all(dueThere.map((stream) => untilHandled(parts, { stream, programme, target })))
  const next = await nextDue(parts.db, { programme })
  const now = [target, ...clocks.map((clock) => clock.now)].toSorted().at(-1) ?? target
  return { now, nextDueAt: next?.at ?? null, moved: behind.length }
}

interface Clock {
  readonly namespace: string
  readonly workflow: string
  readonly now: Instant
}

/** The programme's and every open base's own time, as the server keeps it. */
const clocksOf = async (
  { db, temporal }: ApiParts,
  { programme, namespace }: { programme: string; namespace: string },
): Promise<readonly Clock[]> => {
  const bases = await everyPage((page) => listBases(db, { programme, ...page }))
  const open = bases.flatMap(({ id, closedAt }) => (closedAt === null ? [baseWorkflowId(id)] : []))
  const found = await Promise.all(
    [programmeWorkflowId(programme), ...open].map(async (workflow) => {
      const now = await temporal.clockOf({ namespace, workflow })
      return now === undefined ? [] : [{ namespace, workflow, now }]
    }),
  )
  return found.flat()
}

const moveTo = async (
  { temporal }: ApiParts,
  { target, now, ...place }: Clock & { target: Instant },
): Promise<void> => {
  const byMs = Date.parse(target) - Date.parse(now)
  const arrived = await temporal.fastForward(place, { byMs, id: randomUUID(), patienceMs })
  if (arrived === 'not_yet') throw unavailable(`The clock of ${place.workflow}`)
}

/** Waits for the fact that a stream has nothing left that was due by `target`: its next due instant has moved on. */
const untilHandled = async (
  { db }: ApiParts,
  { stream, programme, target }: { stream: string; programme: string; target: Instant },
): Promise<void> => {
  const dueOf = async (): Promise<Instant | null | undefined> =>
    stream === programme
      ? (await readProgramme(db, { id: programme }))?.nextDueAt
      : (await readBase(db, { id: stream }))?.nextDueAt
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const at = await dueOf()
    if (at === null || at === undefined || at > target) return
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
  }
  throw unavailable(`The worker of ${stream}`)
}

const earliest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.flatMap((instant) => (instant === undefined ? [] : [new Date(instant).toISOString()])).toSorted()[0]

const latest = (clocks: readonly Clock[], { clock }: ApiParts): Instant =>
  clocks
    .map(({ now }) => now)
    .toSorted()
    .at(-1) ?? clock().toISOString()
