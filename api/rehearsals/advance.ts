import { randomUUID } from 'node:crypto'
import { listBases, readBase } from '../../db/reads/bases.js'
import { nextDue, readProgramme } from '../../db/reads/programmes.js'
import { baseWorkflowId, programmeWorkflowId } from '../../domain/ids.js'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { notFound, unavailable } from '../problems.js'

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
 * none is ever moved past something that is due to it, since the moment is the earliest due of them all (0011). Where bases
 * are named, they alone are moved (0069). Refuses a base that is not of the rehearsal.
 */
export const advance = async (parts: ApiParts, move: Move): Promise<Advanced> => {
  const before = [...underWay].filter(({ of }) => overlap(of, move))
  const mine = Promise.allSettled(before.map(({ ends }) => ends)).then(() => moveTogether(parts, move))
  const entry = { of: move, ends: mine }
  underWay.add(entry)
  try {
    return await mine
  } finally {
    underWay.delete(entry)
  }
}

interface Move {
  readonly programme: ProgrammeId
  readonly namespace: string
  readonly until?: Instant | undefined
  readonly bases?: readonly string[] | undefined
}

// A workflow is moved by one at a time: two moves that overlap would each add their own distance, and pass what is due between.
const underWay = new Set<{ readonly of: Move; readonly ends: Promise<Advanced> }>()

const overlap = (one: Move, other: Move): boolean =>
  one.programme === other.programme &&
  (one.bases === undefined || other.bases === undefined || one.bases.some((base) => other.bases?.includes(base)))

const moveTogether = async (parts: ApiParts, move: Move): Promise<Advanced> => {
  const { programme, bases, until } = move
  const clocks = await clocksOf(parts, move)
  const due = await nextDue(parts.db, { programme, bases })
  const target = earliest(due?.at, until)
  if (target === undefined) return { now: latest(clocks, parts), nextDueAt: null, moved: 0 }
  const behind = clocks.filter(({ now }) => now < target)
  for (let first = 0; first < behind.length; first += together) {
    await Promise.all(behind.slice(first, first + together).map((clock) => moveTo(parts, { ...clock, target })))
  }
  const dueThere = due === undefined || due.at > target ? [] : due.streams
  await Promise.all(dueThere.map((stream) => untilHandled(parts, { stream, programme, target })))
  const next = await nextDue(parts.db, { programme, bases })
  const now = [target, ...clocks.map((clock) => clock.now)].toSorted().at(-1) ?? target
  return { now, nextDueAt: next?.at ?? null, moved: behind.length }
}

interface Clock {
  readonly namespace: string
  readonly workflow: string
  readonly now: Instant
}

/** The own time of whatever is moved, as the server keeps it: of the bases named, or of the programme and every open base. */
const clocksOf = async (parts: ApiParts, move: Move): Promise<readonly Clock[]> => {
  const { namespace, programme, bases } = move
  const workflows =
    bases === undefined
      ? [programmeWorkflowId(programme), ...(await openBases(parts, programme))]
      : await named(parts, move)
  const found = await Promise.all(
    workflows.map(async (workflow) => {
      const now = await parts.temporal.clockOf({ namespace, workflow })
      return now === undefined ? [] : [{ namespace, workflow, now }]
    }),
  )
  return found.flat()
}

const openBases = async ({ db }: ApiParts, programme: ProgrammeId): Promise<readonly string[]> => {
  const bases = await everyPage((page) => listBases(db, { programme, ...page }))
  return bases.flatMap(({ id, closedAt }) => (closedAt === null ? [baseWorkflowId(id)] : []))
}

const named = async ({ db }: ApiParts, { programme, bases = [] }: Move): Promise<readonly string[]> => {
  const found = await Promise.all(bases.map((id) => readBase(db, { id })))
  return found.flatMap((base, index) => {
    if (base?.programme !== programme) throw notFound(`base ${bases[index]} of ${programme}`)
    return base.closedAt === null ? [baseWorkflowId(base.id)] : []
  })
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
  { stream, programme, target }: { stream: string; programme: ProgrammeId; target: Instant },
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
