import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import type { Procedure } from '../../domain/procedure.js'
import { openSteps } from '../../domain/state.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, decisionOn, type Brings } from '../support/acting.js'
import { evenSheet, holderOf } from '../support/an-example.js'
import { allBrings, deadEndsIn, digestOf, type DeadEnd } from '../support/dead-ends.js'
import { drawn, drawnBy, howMuch } from '../support/how-much.js'
import { movable, playTo } from '../support/playing.js'
import { make, move, type Move } from '../support/random-moves.js'
import { broughtTo, type Choice } from '../support/roads.js'
import { choicesOf, taken } from '../support/walk.js'

interface Search {
  readonly procedure: Procedure
  readonly choices: readonly Choice[]
  readonly seen: Set<string>
  readonly opened: Set<string>
  readonly taken: Set<string>
  readonly found: Map<string, DeadEnd>
  begun: number
  /** Commands that people, clock and database sent, beside those by which each moment is looked at. */
  commands: number
}

const searchIn = (procedure: Procedure): Search => ({
  procedure,
  choices: choicesOf(procedure),
  seen: new Set(),
  opened: new Set(),
  taken: new Set(),
  found: new Map(),
  begun: 0,
  commands: 0,
})

/** Looks at a moment that was not seen before. */
const look = (search: Search, base: ABase): void => {
  for (const { key } of openSteps(base.state())) search.opened.add(key)
  const digest = digestOf(base)
  if (search.seen.has(digest)) return
  search.seen.add(digest)
  for (const end of deadEndsIn(base))
    search.found.set(`${end.step.slice(0, end.step.lastIndexOf('.'))} ${JSON.stringify(end.refused)}`, end)
}

interface Step {
  readonly move: Move
  readonly brings: number
}

/** People decide with facts of every kind; whatever else happens is as in any life. */
const go = (base: ABase, { move: one, brings }: Step): boolean => {
  if (one.kind !== 'choose' && one.kind !== 'go_on') return make(base, one) !== undefined
  const keys = movable(base)
  const open = openSteps(base.state()).filter(({ key }) => keys.includes(key))
  const step = open[one.step % Math.max(1, open.length)]
  const order = base.procedure.steps[step?.key ?? '']?.order ?? []
  const option = order[one.kind === 'go_on' ? 0 : one.option % Math.max(1, order.length)]
  if (step === undefined || option === undefined) return false
  if (base.procedure.steps[step.key]?.runsFull === true && base.now() < step.dueAt) base.turnTo(step.dueAt)
  const decision = decisionOn(base, { step, option, brings: allBrings[brings % allBrings.length] ?? {} })
  base.send(decision, { actor: holderOf(step.role, one.person) })
  return true
}

/** Takes an option, by people or the clock: whether it stands in the ledger then, and was not refused. */
const isTaken = (base: ABase, choice: Choice): boolean => {
  const before = base.events().length
  taken(base, choice)
  return base
    .events()
    .slice(before)
    .some(
      (event) =>
        (event.type === 'step_acted' || event.type === 'step_closed') &&
        event.key === choice.key &&
        event.option === choice.option,
    )
}

/** A life from before one choice on, which is taken first: every option of every step is so taken at least once. */
const live = (search: Search, steps: readonly Step[]): void => {
  const choice = search.choices[search.begun++ % search.choices.length]
  const base = choice === undefined ? undefined : broughtTo(choice, search.procedure)
  if (choice === undefined || base === undefined) return
  look(search, base)
  if (isTaken(base, choice)) search.taken.add(`${choice.key} ${choice.option}`)
  look(search, base)
  for (const step of steps) {
    if (base.state().closed) return
    search.commands += go(base, step) ? 1 : 0
    look(search, base)
  }
}

const seed = 2027
const length = howMuch({ short: 6, long: 120 })
const rounds = howMuch({ short: 1, long: 6 })

test.each([full, light])(
  `in lives of ${length} moves from before every option on (seed ${seed}), no step of $id leaves whoever may act without an act that is taken`,
  (procedure) => {
    const search = searchIn(procedure)
    const step = fc.record({ move, brings: fc.nat({ max: 100 }) })
    const lives = fc.array(step, { minLength: length, maxLength: length, size: 'max' })
    const numRuns = search.choices.length * rounds
    const run = fc.check(
      fc.property(lives, (steps) => live(search, steps)),
      { seed, numRuns, endOnFailure: true },
    )
    if (run.failed) throw run.errorInstance
    process.stderr.write(
      `dead ends in ${procedure.id}, seed ${seed}: ${search.commands} commands in ${search.begun} lives, ${search.seen.size} states seen, ${search.opened.size} of ${Object.keys(procedure.steps).length} steps opened, ` +
        `${search.taken.size} of ${search.choices.length} options taken, ${search.found.size} dead ends\n`,
    )
    expect([...search.found.keys()]).toEqual([])
    expect(search.commands).toBeGreaterThan(howMuch({ short: 800, long: 100_000 }))
    expect(Object.keys(procedure.steps).filter((key) => !search.opened.has(key))).toEqual([])
    expect(search.choices.map(({ key, option }) => `${key} ${option}`).filter((one) => !search.taken.has(one))).toEqual(
      [],
    )
  },
  howMuch({ short: 120_000, long: 3_600_000 }),
)

test('an option that is refused whenever it is chosen is not counted as taken: the twin', () => {
  const never = withUnheard(full, '3.5')
  const choice = { key: '3.5', option: 'unheard' }
  expect(choicesOf(never)).toContainEqual(choice)
  const [before, other] = [broughtTo(choice, never), broughtTo({ ...choice, option: 'accept' }, never)]
  if (before === undefined || other === undefined) throw new Error('3.5 is never reached')
  expect([isTaken(before, choice), isTaken(other, { ...choice, option: 'accept' })]).toEqual([false, true])
})

/** Steps at which people choose: nearly all. */
const walkable = Object.values(full.steps).filter(({ order, options }) =>
  order.some((option) => options[option]?.byClock !== true),
)

const unwalkable = drawn(walkable, { short: 40, of: 'steps made unwalkable' })

test(`each of ${unwalkable.length} steps (drawn by ${drawnBy}) is found where every offered act is refused, though the clock answers for whoever is silent: the twin`, () => {
  const found = unwalkable.map(({ key, order }) => {
    const base = broughtTo({ key, option: order[0] ?? '' })
    if (base === undefined) throw new Error(`${key} is never reached`)
    const blocked = { ...base, procedure: withoutWayOut(base.procedure, key) }
    return [key, deadEndsIn(base).length, deadEndsIn(blocked).filter(({ step }) => step === base.open(key)?.id).length]
  })
  expect(found.filter(([, before, after]) => before !== 0 || after !== 1)).toEqual([])
  expect(walkable.length).toBeGreaterThan(150)
}, 120_000)

/** The rules with nothing offered at a step but an option that is refused; what the clock says of silence stays. */
const withoutWayOut = (procedure: Procedure, key: StepKey): Procedure => {
  const { [key]: step } = withUnheard(procedure, key).steps
  if (step === undefined) throw new Error(`there is no ${key}`)
  const left = Object.entries(step.options).filter(([name, { byClock }]) => name === 'unheard' || byClock === true)
  const alone = { ...step, order: ['unheard'], options: Object.fromEntries(left) }
  return { ...procedure, steps: { ...procedure.steps, [key]: alone } }
}

/** The rules with one more option at a step, which is used up before it was ever chosen. */
const withUnheard = (procedure: Procedure, key: StepKey): Procedure => {
  const step = procedure.steps[key]
  const { refuse } = procedure.steps['1.4a']?.options ?? {}
  if (step === undefined || refuse === undefined) throw new Error(`there is no ${key}, or 1.4a refuses nothing`)
  const unheard = { ...refuse, leads: { back: key, limit: 0, then: 'not_offered' as const } }
  const more = { ...step, order: [...step.order, 'unheard'], options: { ...step.options, unheard } }
  return { ...procedure, steps: { ...procedure.steps, [key]: more } }
}

/** The rules without some options of a step. */
const without = (key: string, ...gone: readonly string[]): Procedure => {
  const step = full.steps[key]
  if (step === undefined) throw new Error(`there is no ${key}`)
  const order = step.order.filter((option) => !gone.includes(option))
  const options = Object.fromEntries(Object.entries(step.options).filter(([option]) => !gone.includes(option)))
  return { ...full, steps: { ...full.steps, [key]: { ...step, order, options } } }
}

/** A report that was sent back once, as it came again. */
const reportedAgain = (procedure: Procedure, leavesOut: number): ABase => {
  const gaps: Brings = { report: { leavesOut: 1 } }
  const base = playTo(aNominatedBase({ procedure }), { key: '5.3a', brings: gaps })
  act(base, { key: '5.3a', option: 'return' })
  return playTo(base, { key: '5.3a', brings: { report: { leavesOut } } })
}

test('a report that came twice incomplete, and of which only a misstatement could still be said, is found: the twin', () => {
  const narrow = without('5.3a', 'incomplete')
  expect(deadEndsIn(reportedAgain(narrow, 1)).map(({ step }) => step)).toEqual(['5.3a.2'])
  expect(deadEndsIn(reportedAgain(narrow, 0))).toEqual([])
  expect(deadEndsIn(reportedAgain(full, 1))).toEqual([])
})

test('a green base that cannot renew, because its years do not count, is found: the twin', () => {
  const base = playTo(aNominatedBase(), { key: '3.13f' })
  expect(deadEndsIn(base)).toEqual([])
  // No year of the running term counts, as where two reviews had to fit into a term too short for them.
  const settings = { ...full.settings, mouTermYears: -5 }
  expect(deadEndsIn({ ...base, procedure: { ...full, settings } }).map(({ step }) => step)).toEqual(['3.13f.1'])
})

test('two moments that differ in nothing but what is on file are two, and of sheets wide apart the way out is looked for', () => {
  const wide = without('1.9a', 'fourth_scorer')
  const at = (brings: Brings): ABase => playTo(aNominatedBase({ procedure: wide }), { key: '1.9a', brings })
  const [alike, apart] = [at({}), at({ sheets: [evenSheet(0.2), evenSheet(1), evenSheet(1)] })]
  expect(digestOf(alike)).not.toBe(digestOf(apart))
  expect(deadEndsIn(alike)).toEqual([])
  expect(deadEndsIn(apart).map(({ step }) => step)).toEqual(['1.9a.1'])
  expect(digestOf(reportedAgain(full, 0))).not.toBe(digestOf(reportedAgain(full, 1)))
})
