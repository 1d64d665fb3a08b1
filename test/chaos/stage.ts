import { rmSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { aDataFolder } from '../support/a-stack.js'
import { chanceOf } from './chance.js'
import type { Chance } from './chance.js'
import { basesIn, commenting, probing } from './deeds.js'
import { bringUp } from './installation.js'
import type { Installation } from './installation.js'
import { openJournal } from './journal.js'
import type { Journal } from './journal.js'
import { startMailDouble } from './mail-double.js'
import type { MailDouble } from './mail-double.js'
import { senderOf } from './sender.js'
import type { Sender } from './sender.js'
import { mountSmallDisks } from './small-disks.js'
import type { Field } from './strikes.js'
import { startNetwork } from './toxiproxy.js'
import { defined } from '../../domain/values/defined.js'

/** How a stage is set. */
export interface StagePlan {
  readonly seed: string
  /** Whether lines go through proxies, and folders lie on small disks, where that can be had. */
  readonly network: boolean
  readonly disks: boolean
  readonly workers?: 1 | 2
  readonly root?: string | undefined
  /** How long a sender asks before he gives up, in milliseconds. */
  readonly senderPatienceMs?: number | undefined
  /** How long a strike waits for what comes back, where some of it never does. */
  readonly strikePatienceMs?: number | undefined
  readonly tell: (line: string) => void
}

/** Everything a run needs, and how to put it away. */
export interface Stage {
  readonly chance: Chance
  readonly journal: Journal
  readonly mail: MailDouble
  readonly installation: Installation
  readonly sender: Sender
  readonly field: Field
  readonly notRun: readonly string[]
  readonly close: () => Promise<void>
}

/** Brings up an installation on a data folder of its own, with bad mail, and with proxies and small disks where they are wanted. */
export const openStage = async ({
  seed,
  network: wantsNetwork,
  disks: wantsDisks,
  workers = 1,
  root,
  senderPatienceMs,
  strikePatienceMs,
  tell,
}: StagePlan): Promise<Stage> => {
  const chance = chanceOf(seed)
  const closing: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const one of closing.splice(0).reverse()) await one()
  }
  putAwayOnSignal(close, closing)
  try {
    const data = await aDataFolder()
    closing.push(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))
    const small = wantsDisks ? mountSmallDisks(data) : 'disks were not asked for'
    if (typeof small !== 'string') closing.push(small.unmount)
    const lines = wantsNetwork ? await startNetwork() : 'disturbed lines were not asked for'
    if (typeof lines !== 'string') closing.push(lines.close)
    const journal = openJournal()
    const mail = await startMailDouble(chance.of('mail'), journal.now)
    closing.push(mail.close)
    const [network, disks] = [orNothing(lines), orNothing(small)]
    tell('bringing up the installation')
    const installation = await bringUp({ data, network, workers, root, mailPort: mail.port })
    closing.push(installation.stop)
    const sender = senderOf(installation.apis, { journal, patienceMs: senderPatienceMs })
    const notRun = [reason('disturbed lines', lines), reason('full disks', small)].flat()
    const struck = { installation, journal, network, disks, mail, sender, ...defined({ patienceMs: strikePatienceMs }) }
    const field = fieldOf(struck)
    return { chance, journal, mail, installation, notRun, close, sender, field }
  } catch (error) {
    await close()
    throw error
  }
}

/** Whoever interrupts a run must not find a database and a server left behind. */
const putAwayOnSignal = (close: () => Promise<void>, closing: (() => unknown)[]): void => {
  const interrupted = (): void => void close().finally(() => process.exit(130))
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, interrupted)
    closing.push(() => process.off(name, interrupted))
  }
}

const orNothing = <T>(had: T | string): T | undefined => (typeof had === 'string' ? undefined : had)

const reason = (what: string, had: unknown): readonly string[] => (typeof had === 'string' ? [`${what}: ${had}`] : [])

type Set = Pick<Field, 'installation' | 'journal' | 'network' | 'disks' | 'patienceMs'> & Pick<Stage, 'mail' | 'sender'>

const fieldOf = ({ mail, sender, ...set }: Set): Field => ({
  ...set,
  letterAfter: (from) => mail.copies().find(({ at }) => at >= from)?.at,
  probe: probing(sender),
  bases: () => basesIn(set.journal),
  bait: (base, chance) => void sender.send(commenting({ base }, chance), chance).catch(() => undefined),
})

/** Waits until nominations are taken. */
export const untilCallIsOpen = async (sender: Sender): Promise<void> => {
  for (let turn = 0; turn < 600; turn += 1) {
    const answer = await sender.read('/programmes/gasme', { as: 'p-pm-1' })
    if (answer?.body.includes('"openCall":"') === true) return
    await pause(100)
  }
  throw new Error('The first call of the sample programme did not open.')
}
