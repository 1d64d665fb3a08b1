import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BaseEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import type { Procedure, StepDefinition } from '../../domain/procedure.js'
import { openSteps } from '../../domain/state.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'
import { howMuch } from '../support/how-much.js'
import { promisedOtherwise, reasonless, wrongEvent, wrongWith } from '../support/invariants.js'
import { make, move, type Move } from '../support/random-moves.js'
import { isReviewed, leftBy, leftBySilence, silences } from '../support/silent-place.js'
import { broughtTo, type Choice } from '../support/roads.js'
import { choicesOf, taken } from '../support/walk.js'

/** A life from before one choice on: the choice is taken first, so that every option is accepted at least once. */
const begin = (run: Run): ABase => {
  const { procedure, choices, begun: number } = run
  const choice = choices[number % choices.length]
  const base = choice === undefined ? undefined : broughtTo(choice, procedure)
  if (choice === undefined || base === undefined) throw new Error(`choice ${number} is never reached`)
  taken(base, choice)
  for (const option of chosenIn(base)) run.chosen.add(option)
  return number % 4 === 1 ? screenedSoon(base) : base
}

/** The same life, in which the clock asks for a screening soon and every three months from then on (1.6). */
const screenedSoon = (base: ABase): ABase => {
  const { state, now } = base.saved()
  const { screening } = state
  const from = { now, state: screening === undefined ? state : { ...state, screening: { ...screening, next: now } } }
  return aBase({ from, procedure: base.procedure, screensAgain: true })
}

/** What was chosen in a life: by people, or by the clock. */
const chosenIn = (base: ABase): readonly string[] =>
  base.events().flatMap((event) => {
    if (event.type === 'step_acted' || event.type === 'step_closed') return [`${event.key} ${event.option}`]
    return []
  })

interface Run {
  readonly procedure: Procedure
  readonly choices: readonly Choice[]
  commands: number
  begun: number
  /** Years of an active base that were lived to their end without the place, without the programme, and without both. */
  years: number
  readonly chosen: Set<string>
}

const next = (run: Run): ABase => {
  const base = begin(run)
  run.begun += 1
  return base
}

/** Makes the moves in one life after another, and looks after each of them. */
const live = (run: Run, moves: readonly Move[]): void => {
  let base = next(run)
  let read = 0
  for (const one of moves) {
    try {
      run.commands += make(base, one) === undefined ? 0 : 1
    } catch (cause) {
      throw new Error(story(base, one), { cause })
    }
    const wrong = [
      ...wrongWith(base),
      ...base.recorded.slice(read).flatMap(({ event }) => [...wrongEvent(event), ...reasonless(event)]),
    ]
    if (wrong.length > 0) throw new Error(`${wrong.join(', ')}: ${story(base, one)}`)
    read = base.recorded.length
    if (!base.state().closed) continue
    for (const option of chosenIn(base)) run.chosen.add(option)
    base = next(run)
    read = 0
  }
  for (const option of chosenIn(base)) run.chosen.add(option)
  if (run.begun % everySoManyLives === 0) run.years += yearsEndIn(base, run.begun)
}

/** Each year, and what is left until the term ends, costs as much as some hundred commands. */
const everySoManyLives = howMuch({ short: 16, long: 3 })

/**
 * From here on nobody of one side or of both does anything, one office alone is silent, or no reminder reaches the place: says how many
 * years ended so, and throws where one would not (R3, E3).
 */
const yearsEndIn = (base: ABase, begun: number): number => {
  const open = openSteps(base.state())
  const { key: leaves } = open[begun % Math.max(1, open.length)] ?? {}
  const ways = [
    ...silences.map((silent) => ({ silent, ...how(silent.join(' and ')) })),
    { silent: [], ...how(`${leaves ?? ''} alone`), leaves },
    { silent: ['partner'] as const, ...how('partner, whom no reminder reaches,'), bounces: true as const },
  ]
  for (const { said, ...left } of ways) {
    const open = leftBy(base, left)
    if (open.length > 0) throw new Error(`${said} silent, and ${open.join(', ')} stays open: ${saidOf(base)}`)
  }
  return isReviewed(base) ? ways.length : 0
}

const how = (said: string) => ({ said })

/** The end of a life that went wrong, to be read by people. */
const story = (base: ABase, last: Move): string => [saidOf(base), JSON.stringify(last)].join('\n')

const saidOf = (base: ABase): string =>
  base
    .events()
    .slice(-25)
    .map((one) => JSON.stringify(one).slice(0, 160))
    .join('\n')

/** Moves from one beginning on; two of three are commands that are accepted. */
const moves = howMuch({ short: 60, long: 320 })

const seed = 2026

test.each([
  { procedure: full, commands: howMuch({ short: 12_000, long: 100_000 }) },
  { procedure: light, commands: howMuch({ short: 8_000, long: 100_000 }) },
])(
  `in $commands commands of people, clock and database (seed ${seed}) a base under $procedure.id keeps to the rules, takes every option, and ends each year and matter that place, programme, both or one office leaves to itself`,
  ({ procedure, commands }) => {
    const run: Run = { procedure, choices: choicesOf(procedure), commands: 0, begun: 0, years: 0, chosen: new Set() }
    const lives = fc.property(fc.array(move, { minLength: moves - 20, maxLength: moves + 20, size: 'max' }), (some) =>
      live(run, some),
    )
    // What went wrong is said by the life itself; so many moves in a row tell nobody anything.
    const { failed, errorInstance } = fc.check(lives, {
      seed,
      numRuns: Math.ceil((commands * 2) / moves),
      endOnFailure: true,
    })
    if (failed) throw errorInstance
    const all = run.choices.map(({ key, option }) => `${key} ${option}`)
    const never = all.filter((option) => !run.chosen.has(option))
    process.stderr.write(
      `any life under ${procedure.id}, seed ${seed}: ${run.commands} commands in ${run.begun} lives, ${all.length - never.length} of ${all.length} options ` +
        `taken, ${run.years} years and matters left by place, programme, both or one office lived to their end\n`,
    )
    expect(run.commands).toBeGreaterThanOrEqual(commands)
    expect(run.years).toBeGreaterThan(10)
    expect(never).toEqual([])
  },
  howMuch({ short: 120_000, long: 3_600_000 }),
)

test('a year, and a matter, that would wait for the place for ever are found: the twin', () => {
  const { '5.2b': endorsement, '3.13b': clearance } = full.steps
  if (endorsement === undefined || clearance === undefined) throw new Error('5.2b and 3.13b are steps')
  const waiting = ({ silence: _, ...step }: StepDefinition): StepDefinition => step
  const yearUnder = (procedure: Procedure) => playTo(aNominatedBase({ procedure }), { key: '5.2a' })
  const leftUnder = (procedure: Procedure) => {
    const base = yearUnder(procedure)
    base.send({ type: 'raise', matter: 'amendment', code: 'GOV' }, { actor: holderOf('PM') })
    playTo(base, { key: '3.13b', leaves: '5.2a' })
    playTo(base, { key: '5.2b', leaves: '3.13b' })
    return leftBySilence(base)
  }
  expect(leftUnder(full)).toEqual([])
  const steps = { ...full.steps, '5.2b': waiting(endorsement) }
  expect(leftUnder({ ...full, steps })).toEqual(['the year 2028'])
  expect(leftUnder({ ...full, steps: { ...full.steps, '3.13b': waiting(clearance) } })).toEqual(['amendment no. 1'])
})

test('a year that would wait for a silent programme for ever is found: the twin', () => {
  const { letLie: _, ...settings } = full.settings
  const leftUnder = (procedure: Procedure) => {
    const base = playTo(aNominatedBase({ procedure }), { key: '5.2a' })
    return silences.map((silent) => leftBySilence(base, silent))
  }
  expect(leftUnder(full)).toEqual([[], [], []])
  expect(leftUnder({ ...full, settings })).toEqual([[], ['the year 2028'], ['the year 2028']])
})

test('a base that is not as it ought to be is noticed', () => {
  const saved = broughtTo({ key: '3.5', option: 'accept' })?.saved()
  if (saved === undefined) throw new Error('3.5 is never reached')
  const broken = (change: object): readonly string[] =>
    wrongWith(aBase({ from: { ...saved, state: { ...saved.state, ...change } } }))
  expect(broken({})).toEqual([])
  expect(broken({ closed: true })).toEqual(['closed as mou_in_negotiation', 'closed with open steps', 'keeps its slot'])
  expect(broken({ facts: { ...saved.state.facts, slot: undefined } })).toEqual(['mou_in_negotiation without a slot'])
  expect(broken({ status: 'lapsed' })).toEqual(['lives on as lapsed'])
  const early = Object.fromEntries(
    Object.entries(saved.state.stage?.steps ?? {}).map(([id, step]) => [
      id,
      { ...step, dueAt: '2026-11-30T09:00:00.000Z' },
    ]),
  )
  expect(broken({ stage: { ...saved.state.stage, steps: early } })).toEqual(['3.5.1 ends at 2026-11-30T09:00:00.000Z'])
  expect(broken({ heldUntil: '2026-11-30T09:00:00.000Z' })).toEqual(['the hold ends at 2026-11-30T09:00:00.000Z'])
  const interests = { 'p-lg-9': { kind: 'direct', roles: ['LG'], at: saved.now } }
  const steps = Object.fromEntries(
    Object.entries(saved.state.stage?.steps ?? {}).map(([id, step]) => [id, { ...step, holder: 'p-lg-9' }]),
  )
  expect(broken({ interests, stage: { ...saved.state.stage, steps } })).toEqual(['p-lg-9 counts on 3.5.1'])
})

const opens = { type: 'step_opened', role: 'LG', calendar: 'CN@Asia/Shanghai', alarms: [], seats: 1 } as const

test.each([
  [{ type: 'status_changed', from: 'red', to: 'active_green' }, 'red to active_green'],
  [{ type: 'stage_entered', stage: 'launch', no: 2, procedure: 'full', rulesVersion: '1' }, 'launch as no. 2'],
  // 24:00 of a Sunday where the place is.
  [
    { ...opens, step: '3.5.1', key: '3.5', dueAt: '2026-11-29T16:00:00.000Z' },
    '3.5.1 due on a day off, 2026-11-29T16:00:00.000Z',
  ],
] as const)('an event that must not be is noticed: %j', (event, told) => {
  expect(wrongEvent(event)).toEqual([told])
})

test('a letter that promises redress where none is offered, or until another moment, is noticed', () => {
  const base = broughtTo({ key: 'R0', option: 'accept' })
  if (base === undefined) throw new Error('R0 is never reached')
  const ordered: BaseEvent = { type: 'document_ordered', order: 'd-1', kind: 'decision_letter', languages: ['en'] }
  const until = base.open('R0')?.dueAt ?? ''
  const opened: BaseEvent = {
    type: 'step_opened',
    step: 'R0.1',
    key: 'R0',
    role: 'LG',
    dueAt: until,
    calendar: 'CN@Asia/Shanghai',
    alarms: [],
    seats: 1,
  }
  expect(promisedOtherwise([{ ...ordered, redressUntil: until }, opened])).toEqual([])
  expect(promisedOtherwise([{ ...ordered, redressUntil: until }])).toHaveLength(1)
  expect(promisedOtherwise([ordered, opened])).toHaveLength(1)
  expect(promisedOtherwise([{ ...ordered, redressUntil: '2027-01-01T00:00:00.000Z' }, opened])).toHaveLength(1)
})

/** A judge that does not ask for words or codes: what the procedure says of them is gone. */
const unasking: Procedure = {
  ...full,
  steps: Object.fromEntries(
    Object.entries(full.steps).map(([key, step]) => {
      const options = Object.entries(step.options).map(([option, { codes: _, says: __, ...rule }]) => [option, rule])
      return [key, { ...step, options: Object.fromEntries(options) }]
    }),
  ),
}

test('under a judge that asks for no words and no code, the ledger has decisions and endings without: the twin', () => {
  const base = aNominatedBase({ procedure: unasking })
  playTo(base, { key: '2.8', answers: { '1.5b': 'return', '2.5b': 'differ' } })
  play(base, { answers: { '2.8': 'not_recommend' }, until: () => base.state().closed })
  const found = new Set(base.events().flatMap((event) => reasonless(event, full)))
  expect([...found]).toEqual(
    expect.arrayContaining([
      '1.5b.1 return without a reason',
      '2.8.1 not_recommend without a code',
      '2.8.1 not_recommend without a reason',
      'not_recommended without a code',
      'closed as not_recommended without a code',
    ]),
  )
})

test.each([
  [{ type: 'status_changed', from: 'active_green', to: 'active_yellow' }, 'active_yellow without a code'],
  [{ type: 'review_concluded', year: 2029, colour: 'red', total: 40 }, 'red without a code'],
  [
    { type: 'step_closed', step: '5.11a.1', key: '5.11a', option: 'no_plan', how: 'silence' },
    '5.11a.1 no_plan without a code',
  ],
] as const)('a colour or an outcome without its code is noticed: %j', (event, told) => {
  expect(reasonless(event)).toEqual([told])
})
