import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { full } from '../../domain/gicc/full.js'
import { statuses as ourStatuses, stages as ourStages } from '../../domain/lifecycle.js'
import { matters as ourMatters } from '../../domain/matters.js'
import { reasonCodes as ourCodes } from '../../domain/reason-code.js'
import { roleCodes as ourRoles } from '../../domain/role.js'
import { howMuch } from '../support/how-much.js'
import { aTwinning, engineOf, holder, type ATwinning, type Engine } from './a-twinning.js'
import { otherHouse, type OtherHouse } from './house.js'
import * as tables from './tables.js'

let house: OtherHouse
let engine: Engine
beforeAll(async () => {
  house = await otherHouse()
  engine = await engineOf(house)
})
afterAll(() => house.remove())

const declared = ['programme.ts', 'tables.ts']

const reason = { id: '00000000-0000-4000-8000-000000000814', hash: 'c'.repeat(64) }

test('another programme is declared in at most 400 lines, and shares no step, role, status, stage, matter or code with ours', async () => {
  const texts = await Promise.all(declared.map((file) => readFile(`test/other-programme/${file}`, 'utf8')))
  expect(texts.join('').split('\n').length).toBeLessThanOrEqual(400)
  const ours = [...Object.keys(full.steps), ...ourRoles, ...ourStatuses, ...ourStages, ...ourCodes]
  const theirs = [...Object.keys(engine.library.steps), ...tables.roleCodes, ...tables.statuses, ...tables.stages]
  const both = [...theirs, ...tables.reasonCodes].filter((word) => ours.some((one) => one === word))
  expect(both).toEqual([])
  expect(Object.keys(tables.matters).filter((kind) => Object.hasOwn(ourMatters, kind))).toEqual([])
  expect(Object.keys(engine.library.steps)).toHaveLength(13)
})

test('its stories are walked, and nothing is wrong with its rules', () => {
  expect(engine.library.steps['jury']?.options['invite']?.leads).toEqual({ stage: 'visit' })
  expect(engine.library.steps['check']?.options['complete']?.leads).toEqual({ to: ['form'] })
  expect(engine.library.steps['verdict']?.options['go_on']?.leads).toEqual({ to: ['rest'] })
  expect(engine.faultsOf(engine.library)).toEqual([])
})

/** Everybody takes the option that goes on, until a step is open. */
const playTo = (life: ATwinning, key: string): void => {
  for (let turn = 0; turn < 200 && life.open(key) === undefined; turn += 1) {
    const step = engine.openSteps(life.state()).find((one) => engine.library.steps[one.key]?.decides.by !== 'clock')
    if (step === undefined) {
      ring(life)
      continue
    }
    const option = engine.library.steps[step.key]?.order[0] ?? ''
    const answer = life.act(step.key, { option, person: turn + 10 })
    if (!answer.ok) throw new Error(`${step.id}: ${JSON.stringify(answer.refusal)}`)
  }
  if (life.open(key) === undefined) throw new Error(`${key} was never opened`)
}

const ring = (life: ATwinning): void => {
  const due = engine.nextDueAt(life.state(), life.rules)
  if (due !== null && due > life.now()) life.turnTo(due)
  life.send({ type: 'tick' })
}

test('a twinning goes through its four stages, and the last one comes round', () => {
  const life = aTwinning(engine)
  playTo(life, 'verdict')
  expect(life.state()).toMatchObject({ status: 'twinned', stage: { stage: 'twinning', no: 4 } })
  expect(life.state().facts.score).toBeUndefined()
  expect(life.act('verdict', { option: 'go_on' }).ok).toBe(true)
  expect(life.state()).toMatchObject({ status: 'twinned', stage: { stage: 'twinning', no: 5 } })
  playTo(life, 'verdict')
  expect(life.act('verdict', { option: 'part' }).ok).toBe(true)
  expect(life.state()).toMatchObject({ status: 'dissolved', code: 'LOST', closed: true })
})

test('what is sent back comes round as often as its rules say, and ends the matter then', () => {
  const life = aTwinning(engine)
  for (const _ of [1, 2]) {
    playTo(life, 'check')
    expect(life.act('check', { option: 'return' }).ok).toBe(true)
    expect(life.open('apply')).toBeDefined()
  }
  playTo(life, 'check')
  life.act('check', { option: 'return' })
  expect(life.state()).toMatchObject({ status: 'turned_down', code: 'SMALL', closed: true })
})

test('the form is filled in by two people, each criterion of its own, and makes a score', () => {
  const life = aTwinning(engine)
  playTo(life, 'form')
  const wrong = { type: 'decide', step: 'form.1', option: 'filled', facts: { sheet: { books: 0.8 } } }
  expect(life.send(wrong, holder('VIS'))).toMatchObject({ refusal: { code: 'sheet_of_other_criteria' } })
  life.act('form', { option: 'filled', person: 1 })
  expect(life.act('form', { option: 'filled', person: 1 })).toMatchObject({ refusal: { code: 'already_acted' } })
  life.act('form', { option: 'filled', person: 2 })
  expect(life.recorded.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ type: 'step_closed', key: 'form', score: 72 }),
  )
})

test('the jury needs its two thirds, and whoever filled in the form does not sit in it', () => {
  const life = aTwinning(engine)
  playTo(life, 'jury')
  const filled = life.recorded.flatMap(({ event }) =>
    event.type === 'step_acted' && event.key === 'form' ? [event.by.person] : [],
  )
  const vote = { type: 'decide', step: 'jury.1', option: 'invite' }
  expect(life.send(vote, { ...holder('JUR'), person: filled[0] })).toMatchObject({
    refusal: { code: 'separation_of_duties', detail: { rule: 'SD2', other: 'form' } },
  })
  for (const person of [1, 2, 3]) life.act('jury', { option: 'invite', person })
  expect(life.open('jury')).toBeDefined()
  life.act('jury', { option: 'invite', person: 4 })
  expect(life.state().stage?.stage).toBe('visit')
})

test('a complaint freezes a twinning, and it goes on where it stood', () => {
  const life = aTwinning(engine)
  playTo(life, 'tour')
  expect(life.send({ type: 'raise', matter: 'complaint', code: 'RUDE', reason }, holder('LIB')).ok).toBe(true)
  expect(life.state().status).toBe('frozen')
  expect(life.act('tour', { option: 'fit' })).toMatchObject({ refusal: { code: 'base_frozen' } })
  expect(life.act('hear', { option: 'settled' }).ok).toBe(true)
  expect(life.state().status).toBe('invited')
  expect(life.act('tour', { option: 'fit' }).ok).toBe(true)
})

test('why it waits is said in its own words, in both languages', () => {
  const life = aTwinning(engine)
  playTo(life, 'check')
  const said = engine.baseInWords(life.state(), { ...life.rules, now: life.now() })
  expect(said).toContain('Interested · 有意')
  expect(said).toContain('Check the application')
  expect(said).toContain('核对申请')
  expect(said).toContain('Secretary (SEC)')
  expect(engine.viewOf(life.state(), life.rules)).toMatchObject({ status: 'interested', stage: 'application' })
})

const kinds = [
  'act',
  'act',
  'act',
  'act',
  'act',
  'wait',
  'wait',
  'raise',
  'hold',
  'resume',
  'revoke',
  'void',
  'withdraw',
]
const move = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat({ max: 60 }),
  option: fc.nat({ max: 5 }),
  person: fc.integer({ min: 1, max: 30 }),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

const make = (life: ATwinning, { kind, which, option, person }: Move): boolean => {
  const visits = Object.values(life.state().stage?.steps ?? {})
  const visit = visits[which % Math.max(1, visits.length)]
  const step = visit?.id ?? ''
  const doer = holder(visit?.role ?? 'SEC', person)
  switch (kind) {
    case 'act': {
      const open = engine.openSteps(life.state())
      const one = open[which % Math.max(1, open.length)]
      const { order = [] } = engine.library.steps[one?.key ?? ''] ?? {}
      return one !== undefined && life.act(one.key, { option: order[option % order.length] ?? '', person }).ok
    }
    case 'wait':
      ring(life)
      return true
    case 'raise':
      return (
        option < 2 && life.send({ type: 'raise', matter: 'complaint', code: 'LOST', reason }, holder('SEC', person)).ok
      )
    case 'hold':
      return option < 2 && life.send({ type: 'hold', code: 'LATE', reason }, holder('SEC')).ok
    case 'resume':
      return life.send({ type: 'resume' }, holder('PRE')).ok
    case 'revoke':
      return life.send({ type: 'revoke', step, code: 'LOST', reason }, doer).ok
    case 'void':
      return (
        life.send({ type: 'propose_void', step, code: 'LOST', reason }, doer).ok &&
        life.send({ type: 'confirm_void', step, seq: life.state().seq }, holder('PRE', person)).ok
      )
    default:
      return which === 0 && life.send({ type: 'withdraw', code: 'LATE', reason }, holder('LIB')).ok
  }
}

/** What is not as it ought to be after a move. */
const wrongWith = (life: ATwinning, from: number): readonly string[] => {
  const state = life.state()
  const open = engine.openSteps(state)
  const moved = life.recorded.slice(from).flatMap(({ event }) => {
    if (event.type !== 'status_changed' || engine.canMove(event.from, event.to)) return []
    return [`${event.from} to ${event.to}`]
  })
  if (state.closed)
    return [...moved, ...(open.length > 0 || !engine.isFinal(state.status) ? ['closed unfinished'] : [])]
  const told = engine.tell(engine.lifeOf(state), { state, procedure: engine.library })
  const said = engine.baseInWords(state, { ...life.rules, now: life.now() })
  return [
    ...moved,
    ...(state.heldAt === undefined && told.due.length > 0 ? ['something ought to have happened'] : []),
    ...(state.heldAt === undefined && open.length === 0 ? ['waits for nobody'] : []),
    ...(state.heldAt === undefined && engine.nextDueAt(state, life.rules) === null ? ['waits for no time'] : []),
    ...(/undefined|\[object/.test(said) ? [`says ${said}`] : []),
  ]
}

/** Each state that a life was in comes back from its entries alone, as of its moment. */
const comesBack = (life: ATwinning): void => {
  const entries = life.recorded.map((entry) => ({ ...entry, recordedAt: entry.occurredAt, effectiveOn: null }))
  for (const [index, { occurredAt: at }] of life.recorded.entries()) {
    if (life.recorded[index + 1]?.occurredAt === at) continue
    const moment = { at, on: at.slice(0, 10), by: 'happened' }
    expect(engine.baseAsOf(life.id, { entries, moment })).toEqual(life.states[index])
  }
}

const commands = howMuch({ short: 2_000, long: 40_000 })

test(`in ${commands} accepted commands of people and clock it keeps to its rules, takes every option and is told as of each moment`, () => {
  const chosen = new Set<string>()
  let accepted = 0
  const over = (life: ATwinning): void => {
    comesBack(life)
    for (const { event } of life.recorded)
      if (event.type === 'step_acted' || event.type === 'step_closed') chosen.add(`${event.key} ${event.option}`)
  }
  const lives = fc.property(fc.array(move, { minLength: 150, maxLength: 200, size: 'max' }), (moves) => {
    let life = aTwinning(engine)
    for (const one of moves) {
      const before = life.recorded.length
      accepted += make(life, one) ? 1 : 0
      const wrong = wrongWith(life, before)
      if (wrong.length > 0) throw new Error(`${wrong.join(', ')} after ${JSON.stringify(one)}`)
      // The calendars of the examples end with the year 2035.
      if (!life.state().closed && life.now() < '2034') continue
      over(life)
      life = aTwinning(engine)
    }
    over(life)
  })
  const { failed, errorInstance } = fc.check(lives, { seed: 2026, numRuns: commands / 50, endOnFailure: true })
  if (failed) throw errorInstance
  expect(accepted).toBeGreaterThanOrEqual(commands)
  const all = Object.values(engine.library.steps).flatMap(({ key, order }) => order.map((option) => `${key} ${option}`))
  expect(all.filter((option) => !chosen.has(option))).toEqual([])
})

test('a life that is not as it ought to be is noticed', () => {
  const life = aTwinning(engine)
  playTo(life, 'tour')
  expect(wrongWith(life, 0)).toEqual([])
  const state = life.state()
  const broken = (change: object): readonly string[] =>
    wrongWith({ ...life, state: () => ({ ...state, ...change }) }, life.recorded.length)
  expect(broken({ closed: true })).toEqual(['closed unfinished'])
  expect(broken({ stage: { ...state.stage, steps: {} } })).toEqual([
    'something ought to have happened',
    'waits for nobody',
    'waits for no time',
  ])
})
