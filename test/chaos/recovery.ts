import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import type { Chance } from './chance.js'
import { commenting, decisions, lanesOf, nominateNext } from './deeds.js'
import type { Lane } from './deeds.js'
import { grantedAfter } from './journal.js'
import type { Journal } from './journal.js'
import { recoveryOf } from './report.js'
import type { Recovery } from './report.js'
import { openStage, untilCallIsOpen } from './stage.js'
import type { Stage } from './stage.js'
import { everythingRuns } from './strikes.js'

export interface RecoveryPlan {
  readonly seed: string
  readonly tries: number
  /** With one, it is its restart that is waited for; with two, the other takes over. */
  readonly workers: 1 | 2
  readonly tell: (line: string) => void
}

/** How long until a killed worker is not missed any more, in milliseconds from the kill. */
export interface RecoveryReport {
  readonly seed: string
  readonly tries: number
  readonly workers: 1 | 2
  readonly rows: readonly Recovery[]
  /** Papers that were not made within the time this waits for them. */
  readonly papersNotMade: number
}

/** Kills a worker again and again, each time with a decision in its hands and a paper ordered, and takes the times. */
export const measureRecovery = async (plan: RecoveryPlan): Promise<RecoveryReport> => {
  const stage = await openStage({ ...plan, network: false, disks: false })
  const { installation, sender, chance, mail } = stage
  const db = connect(installation.readerUrl, { max: 2 })
  mail.calmDown()
  try {
    await untilCallIsOpen(sender)
    const [lane] = lanesOf({ apis: installation.apis, sender, chance, clients: 1, bases: 22 })
    if (lane === undefined) throw new Error('a crowd of one client has one lane')
    const trying: Trying = { stage, lane, workers: plan.workers, madeAt: (base) => paperOf(db, base) }
    const taken: Taken[] = []
    for (let turn = 1; turn <= plan.tries; turn += 1) {
      const one = await tryOnce(trying, chance.of(`try ${turn}`))
      plan.tell(`try ${turn}: in hand ${one.inHand ?? '–'}, next ${one.next ?? '–'}, paper ${one.paper ?? '–'} ms`)
      taken.push(one)
    }
    return reportOf(plan, taken)
  } finally {
    await db.destroy()
    await stage.close()
  }
}

interface Trying {
  readonly stage: Stage
  readonly lane: Lane
  readonly workers: 1 | 2
  /** Whether the paper of a base is made; undefined while none is ordered. */
  readonly madeAt: (base: string) => Promise<boolean | undefined>
}

/** Milliseconds from the kill; undefined where there was nothing to wait for, or it never came. */
interface Taken {
  /** To the answer to the decision the worker had in its hands. */
  readonly inHand: number | undefined
  /** To the first decision that was sent after it. */
  readonly next: number | undefined
  readonly paper: number | undefined
  readonly paperOpen: boolean
}

const longestMs = 180_000

const tryOnce = async ({ stage, lane, workers, madeAt }: Trying, chance: Chance): Promise<Taken> => {
  const { journal, sender, installation, field } = stage
  await everythingRuns(installation)
  const pid = await installation.pidOf(workers === 2 && chance.oneIn(2) ? 'worker-2' : 'worker')
  const base = await orderPaper(lane, chance)
  const sending = sender.sendPlainly(commenting({ base }, chance), { chance }).then(() => journal.now())
  await pause(chance.between(2, 25))
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  const over = journal.now()
  const wasMade = await madeAt(base)
  await field.probe({ kind: 'worker', base, chance })
  const next = grantedAfter(journal, { from: over })
  const answered = await sending
  const paper = wasMade === false ? await untilMade({ madeAt, journal }, base) : undefined
  // A child that dies young is not started again at once.
  if (workers === 1) await pause(6_000)
  return {
    inHand: answered > over ? answered - over : undefined,
    next: next === undefined ? undefined : next - over,
    paper: paper === undefined ? undefined : paper - over,
    paperOpen: wasMade === false && paper === undefined,
  }
}

/** Nominates the next base and hands in its dossier, for which a receipt is ordered; a base of before where none is left. */
const orderPaper = async (lane: Lane, chance: Chance): Promise<string> => {
  await nominateNext({ ...lane, chance, invites: true })
  const player = lane.players.at(-1)
  if (player === undefined) throw new Error('No base could be nominated.')
  for (const wish of await decisions(lane, player)) await lane.sender.sendPlainly(wish, { chance })
  return player.base
}

const paperOf = async (db: Kysely<Database>, base: string): Promise<boolean | undefined> => {
  const order = await db.selectFrom('document_order').select('made_at').where('base', '=', base).executeTakeFirst()
  return order && order.made_at !== null
}

const untilMade = async (
  { madeAt, journal }: Pick<Trying, 'madeAt'> & { readonly journal: Journal },
  base: string,
): Promise<number | undefined> => {
  const until = journal.now() + longestMs
  while (journal.now() < until) {
    if (await madeAt(base)) return journal.now()
    await pause(100)
  }
  return undefined
}

const reportOf = ({ seed, tries, workers }: RecoveryPlan, taken: readonly Taken[]): RecoveryReport => {
  const row = (kind: string, of: 'inHand' | 'next' | 'paper'): readonly Recovery[] => {
    const times = taken.flatMap((one) => one[of] ?? []).sort((one, other) => one - other)
    return times.length === 0 ? [] : [recoveryOf(kind, times)]
  }
  const rows = [...row('decision in hand', 'inHand'), ...row('next decision', 'next'), ...row('paper', 'paper')]
  return { seed, tries, workers, rows, papersNotMade: taken.filter(({ paperOpen }) => paperOpen).length }
}
