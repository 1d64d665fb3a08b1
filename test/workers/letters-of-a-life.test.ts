import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { letterNotNeeded, letterNotYet, letterSent, takeLetters, type OutgoingLetter } from '../../db/writes/letters.js'
import { openSteps, type StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { letters } from '../../domain/letters/letters.js'
import { stepsOf } from '../../workers/letters/letter-steps.js'
import { mailsOf } from '../../workers/letters/mails.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { decisionOn } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { arrive, canAct, timePasses } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { lifeSeats, seated } from './seated-readers.js'
import { untrueOptions, whyUntrue } from './untrue-letters.js'

const actors: ReadonlyMap<string, Actor> = new Map(
  lifeSeats.map(([role, number]) => [holderOf(role, number).person, holderOf(role, number)]),
)

interface Told {
  readonly left: OutgoingLetter[]
  readonly keptBack: OutgoingLetter[]
  readonly untrue: string[]
  /** What would have been untrue, had everything left that was queued. */
  readonly wouldBeUntrue: string[]
  mails: number
  /** Options that letters named, and those of them that the judge would not have taken at that moment. */
  options: number
  readonly untrueOptions: string[]
  /** The same, had each letter named whatever the procedure knows of its step, to whoever reads it. */
  readonly wouldBeUntrueOptions: string[]
}

let database: TestDatabase
let db: Kysely<Database>
const told: Told = {
  left: [],
  keptBack: [],
  untrue: [],
  wouldBeUntrue: [],
  mails: 0,
  options: 0,
  untrueOptions: [],
  wouldBeUntrueOptions: [],
}

beforeAll(async () => {
  database = await cloneDatabase('letters of a life')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  await seated(db, lifeSeats)
  await livesPatiently(aNominatedBase())
}, 600_000)

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('no letter of a whole life says at its sending what is not so', () => {
  expect(told.left.length).toBeGreaterThan(100)
  expect(told.untrue).toEqual([])
})

test('its twin: letters that were not held against the state would', () => {
  expect(told.wouldBeUntrue.length).toBeGreaterThan(0)
})

test('no letter of a whole life names an option that the judge would not take of its reader at that moment', () => {
  expect(told.options).toBeGreaterThan(200)
  expect(told.untrueOptions).toEqual([])
})

test('its twin: letters that named whatever the procedure knows of a step would', () => {
  expect(told.wouldBeUntrueOptions.length).toBeGreaterThan(10)
})

test('people who take a day for each act get three quarters of the mails at most that each letter by itself would be', () => {
  const queued = told.left.length + told.keptBack.length
  expect(told.mails).toBeLessThanOrEqual(0.75 * queued)
})

/** Lives to the second review; after each act everybody reads, and the next act is a day later. */
const livesPatiently = async (base: ABase): Promise<void> => {
  for (let turn = 0; turn < 3_000 && !base.state().closed; turn += 1) {
    arrive(base)
    await look(base)
    if ((base.state().stage?.year ?? 0) >= 2029) return
    const step = openSteps(base.state()).find((one) => canAct(base, one))
    if (step === undefined) {
      if (!timePasses(base, undefined)) throw new Error(`nothing more comes; open: ${base.openKeys().join(', ')}`)
      continue
    }
    await aDayLater(base)
    if (base.open(step.key) !== undefined) decided(base, base.open(step.key) ?? step)
  }
}

const dayMs = 24 * 60 * 60 * 1000

const aDayLater = async (base: ABase): Promise<void> => {
  const then = new Date(Date.parse(base.now()) + dayMs).toISOString()
  for (let due = base.nextDueAt(); due !== null && due <= then; due = base.nextDueAt()) {
    base.turnTo(due > base.now() ? due : base.now())
    base.send({ type: 'tick' })
    await look(base)
  }
  base.turnTo(then)
}

/** The first of the programme's people whose decision is taken. */
const decided = (base: ABase, step: StepState): void => {
  const refused = new Set<string>()
  for (const option of base.procedure.steps[step.key]?.order ?? []) {
    for (const [role, number] of lifeSeats) {
      const judgement = base.send(withTeam(base, { step, option }), { actor: holderOf(role, number) })
      if (judgement.ok) return
      refused.add(`${option} ${role} ${judgement.refusal.code}`)
    }
  }
  throw new Error(
    `nobody decides ${step.id}: ${[...refused].filter((one) => !one.endsWith('not_your_role')).join('; ')}`,
  )
}

const team = [
  holderOf('DL'),
  holderOf('SV'),
  holderOf('SV', 2),
  ...[1, 2, 3, 4].map((number) => holderOf('SP', number)),
].map(({ person }) => person)

const withTeam = (base: ABase, asked: { step: StepState; option: string }) => {
  const decision = decisionOn(base, asked)
  return decision.facts?.team === undefined ? decision : { ...decision, facts: { team: { members: team } } }
}

let written = 0

/** The relay's look at this moment, with every letter read. */
const look = async (base: ABase): Promise<void> => {
  await recordLife(db, { ...base, recorded: base.recorded.slice(written) })
  written = base.recorded.length
  const whyKept = keptBack(db)
  const needed: OutgoingLetter[] = []
  for (const letter of await takeLetters(db, { limit: 500 })) {
    const reader = actors.get(letter.recipient) ?? holderOf('LG')
    const untrue = whyUntrue(letter, { base, reader })
    if (untrue !== undefined) told.wouldBeUntrue.push(untrue)
    const back = await whyKept(letter)
    if (back !== undefined && 'until' in back) {
      // A step whose notice still runs asks nobody to act: its letter waits for the day.
      await letterNotYet(db, { id: letter.id, againMs: 0 })
      continue
    }
    if (back !== undefined) {
      told.keptBack.push(letter)
      await letterNotNeeded(db, { id: letter.id, response: back.why })
      continue
    }
    needed.push(letter)
    await readOptions(base, { letter, reader })
    if (untrue !== undefined) told.untrue.push(untrue)
    await letterSent(db, { id: letter.id, response: 'ok' })
  }
  told.left.push(...needed)
  told.mails += mailsOf(needed).length
}

/** Holds the options of a letter against the judge. */
const readOptions = async (
  base: ABase,
  { letter, reader }: { readonly letter: OutgoingLetter; readonly reader: Actor },
): Promise<void> => {
  const step = (await stepsOf([letter], { db })).get(letter.id)
  if (step === undefined || letters[letter.kind].choosesNothing === true) return
  const known = base.procedure.steps[step.key]?.options ?? {}
  const all = Object.keys(known).filter((option) => known[option]?.byClock !== true)
  told.options += step.reader.options.length
  told.untrueOptions.push(...untrueOptions(letter, { base, reader, named: step.reader.options }))
  told.wouldBeUntrueOptions.push(...untrueOptions(letter, { base, reader, named: all }))
}
