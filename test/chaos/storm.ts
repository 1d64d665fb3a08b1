import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { connect } from '../../db/connect.js'
import { commandsUnderWay, untilCalm } from './calm.js'
import type { Chance } from './chance.js'
import { check } from './check.js'
import { parsed } from './check-commands.js'
import { cameAgain } from './check-letters.js'
import { actNext, lanesOf, nominateNext } from './deeds.js'
import type { Lane } from './deeds.js'
import type { Facts } from './facts.js'
import { gather } from './gather.js'
import { byStatus, countFaults, firstOfEach, recoveries } from './report.js'
import type { Report } from './report.js'
import { openStage, untilCallIsOpen } from './stage.js'
import type { Stage } from './stage.js'
import { everythingRuns, strike, strikesByChance } from './strikes.js'
import type { Field, Strike, StrikeKind } from './strikes.js'

/** What a run is asked to do. */
export interface Plan {
  readonly seed: string
  readonly minutes: number
  readonly bases: number
  readonly clients: number
  /** Milliseconds each client rests between two wishes, on the average. */
  readonly paceMs: number
  /** The strikes in turn; left out: all kinds for ever, by chance. */
  readonly strikes?: readonly StrikeKind[]
  /** Whether lines go through proxies and folders lie on small disks, where that can be had. */
  readonly network: boolean
  readonly disks: boolean
  readonly workers?: 1 | 2
  /** A copy of the project with faults in it, which people then work with. */
  readonly root?: string
  readonly senderPatienceMs?: number
  readonly strikePatienceMs?: number
  readonly tell: (line: string) => void
}

/** Brings up an installation, lets people work while it is struck, and holds what they were told against what was done. */
export const storm = async (plan: Plan): Promise<Report> => {
  const stage = await openStage(plan)
  try {
    return await play(plan, stage)
  } finally {
    await stage.close()
  }
}

const play = async (plan: Plan, stage: Stage): Promise<Report> => {
  const { chance, journal, mail, installation, sender, field } = stage
  const { tell, clients, bases } = plan
  const before = loadavg()[0] ?? 0
  const lanes = lanesOf({ apis: installation.apis, sender, chance, clients, bases })
  await untilCallIsOpen(sender)
  await Promise.all(lanes.map(halfIsNominated))
  tell(`the storm begins, seed ${plan.seed}`)
  const end = {
    at: journal.now() + plan.minutes * 60_000,
    isOver: () => journal.now() > end.at || end.isDone,
    isDone: false,
  }
  const striking = strikeInTurn(plan, { field, chance: chance.of('strikes'), isOver: end.isOver }).then((done) => {
    if (plan.strikes !== undefined) end.isDone = true
    return done
  })
  const working = lanes.map((lane) => work(lane, { paceMs: plan.paceMs, isOver: end.isOver }))
  const strikes = await striking
  mail.calmDown()
  tell('the storm is over; everything comes back')
  await Promise.all(working)
  await sender.idle()
  const db = connect(installation.readerUrl, { max: 2 })
  try {
    const leftOver = await untilCalm({ installation, journal, db, tell })
    const commandsLeft = await commandsUnderWay(db)
    const facts = await gather({ ...stage, apis: installation.apis, db, tell })
    return reportOf(plan, { stage, strikes, facts, leftOver, commandsLeft, before })
  } finally {
    await db.destroy()
  }
}

const halfIsNominated = async (lane: Lane): Promise<void> => {
  for (const _ of lane.waiting.slice(0, Math.ceil(lane.waiting.length / 2))) await nominateNext(lane)
}

const work = async (lane: Lane, { paceMs, isOver }: { paceMs: number; isOver: () => boolean }): Promise<void> => {
  while (!isOver()) {
    await actNext(lane)
    await pause(lane.chance.between(0, 2 * paceMs))
  }
}

interface Striking {
  readonly field: Field
  readonly chance: Chance
  readonly isOver: () => boolean
}

/** Strikes one after the other; now and then the next one comes before everything is back. */
const strikeInTurn = async (plan: Plan, { field, chance, isOver }: Striking): Promise<readonly Strike[]> => {
  const strikes: Strike[] = []
  let alone = true
  for (const kind of plan.strikes ?? strikesByChance(chance, field)) {
    await pause(chance.between(1_000, 4_000))
    if (isOver()) break
    const done = await strike(field, { kind, chance, alone })
    if (done !== undefined) {
      strikes.push(done)
      plan.tell(
        `${(done.at / 1000).toFixed(1)} s  ${done.what}  back after ${done.recoveredMs ?? '–'} ms${alone ? '' : ' (not alone)'}`,
      )
    }
    alone = plan.strikes !== undefined || !chance.oneIn(5)
    if (alone) await everythingRuns(field.installation)
  }
  return strikes
}

interface Played {
  readonly stage: Stage
  readonly strikes: readonly Strike[]
  readonly facts: Facts
  readonly leftOver: Report['leftOver']
  readonly commandsLeft: Report['commandsLeft']
  readonly before: number
}

const reportOf = (plan: Plan, { stage, strikes, facts, leftOver, commandsLeft, before }: Played): Report => {
  const { journal, mail, notRun } = stage
  const faults = check(facts)
  const answered = facts.commands.filter(({ answers }) => answers.length > 0)
  const accepted = answered.filter(({ answers }) => (answers[0]?.status ?? 0) < 300).length
  const counted = (kind: StrikeKind) => strikes.filter((one) => one.kind === kind).length
  const { seed, minutes, bases, clients } = plan
  return {
    seed,
    minutes,
    bases,
    clients,
    notRun,
    leftOver,
    commandsLeft,
    entries: facts.entries.length,
    papers: facts.papers.length,
    load: { before: rounded(before), after: rounded(loadavg()[0] ?? 0) },
    commands: {
      sent: facts.commands.length,
      acknowledged: answered.length,
      accepted,
      refused: answered.length - accepted,
    },
    requests: byStatus(journal.attempts),
    defects: defectsIn(stage.installation),
    slowestMs: journal.attempts.reduce((slowest, { from, to }) => Math.max(slowest, to - from), 0),
    strikes: Object.fromEntries([...new Set(strikes.map(({ kind }) => kind))].map((kind) => [kind, counted(kind)])),
    struck: strikes,
    recovery: recoveries(strikes),
    notRecovered: strikes.flatMap(({ what, at, recoveredMs }) =>
      recoveredMs === undefined ? [`${what} at ${at} ms`] : [],
    ),
    mail: {
      moods: mail.moods(),
      letters: facts.letters.length,
      cameAgain: cameAgain(facts),
      unknown: facts.letters.filter(({ state }) => state === 'unknown').length,
    },
    faults: countFaults(faults),
    evidence: firstOfEach(faults),
  }
}

/** The names and first words of what was logged as an answer of 500. */
const defectsIn = ({ data }: Stage['installation']): readonly string[] => {
  const lines = ['api-1', 'api-2'].flatMap((api) => readFileSync(join(data, `${api}.log`), 'utf8').split('\n'))
  const met = lines.flatMap((line) => {
    const { msg, err } = Logged.catch({}).parse(parsed(line))
    return msg === 'a request failed' && err !== undefined
      ? [`${err.type} ${err.code ?? ''} ${err.message.slice(0, 160)}`]
      : []
  })
  return [...new Set(met)].slice(0, 10)
}
const Logged = z.object({
  msg: z.string().optional(),
  err: z.object({ type: z.string(), code: z.string().optional(), message: z.string() }).optional(),
})

const rounded = (figure: number): number => Math.round(figure * 10) / 10
