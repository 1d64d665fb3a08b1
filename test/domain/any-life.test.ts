import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BaseEvent } from '../../domain/event.js'
import type { Judgement } from '../../domain/judge/draft.js'
import { canMove, isFinal, lifecycle } from '../../domain/lifecycle.js'
import { full } from '../../domain/procedures/full.js'
import type { ClaimRefusal } from '../../domain/record.js'
import { openSteps, type StepState } from '../../domain/state.js'
import { aBase, type ABase, type Saved } from '../support/a-base.js'
import { decisionOn, makePapers } from '../support/acting.js'
import { aDossier, aDossierToWaive, evenReview, evenSheet, holderOf } from '../support/an-example.js'
import { broughtTo } from '../support/roads.js'

/** Where the lives begin: each stage, and a review of its own. */
const beginnings: readonly (Saved | undefined)[] = [
  '1.2a',
  '1.8',
  '2.1a',
  '2.8',
  '3.1a',
  '3.8a',
  '4.1a',
  '4.9',
  '5.1',
  '5.8',
].map((key) => broughtTo({ key, option: full.steps[key]?.order[0] ?? '' })?.saved())

/** What somebody or something does next; the share says how good the facts are. */
const move = fc.record({
  kind: fc.constantFrom(
    'go_on',
    'go_on',
    'go_on',
    'choose',
    'choose',
    'wait',
    'wait',
    'hold',
    'resume',
    'rank',
    'papers',
    'papers',
  ),
  step: fc.nat({ max: 8 }),
  option: fc.nat({ max: 8 }),
  person: fc.integer({ min: 1, max: 60 }),
  share: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
  refused: fc.option(fc.constantFrom<ClaimRefusal['code']>('quota_full', 'no_free_slot', 'territory_taken'), {
    freq: 6,
    nil: undefined,
  }),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

const make = (base: ABase, { kind, ...chosen }: Move): Judgement | undefined => {
  switch (kind) {
    case 'go_on':
    case 'choose':
      return decide(base, { ...chosen, option: kind === 'go_on' ? 0 : chosen.option })
    case 'wait':
      base.turnTo([base.nextDueAt() ?? base.now(), base.now()].sort().at(-1) ?? '')
      return base.send({ type: 'tick' })
    case 'hold':
      return chosen.option === 0 ? base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') }) : undefined
    case 'resume':
      return base.send({ type: 'resume' }, { actor: holderOf('PD') })
    case 'rank':
      return base.send({ type: 'rank', session: `s${base.state().ranks.length}`, place: 1, of: 1 })
    case 'papers':
      makePapers(base)
  }
  return undefined
}

const decide = (base: ABase, chosen: Omit<Move, 'kind'>): Judgement | undefined => {
  const open = openSteps(base.state())
  const step: StepState | undefined = open[chosen.step % Math.max(1, open.length)]
  if (step === undefined) return undefined
  const options = full.steps[step.key]?.order ?? []
  const option = options[chosen.option % options.length] ?? ''
  if (full.steps[step.key]?.runsFull === true && base.now() < step.dueAt) base.turnTo(step.dueAt)
  const brings = {
    dossier: chosen.share < 0.2 ? aDossierToWaive : aDossier,
    sheets: [evenSheet(chosen.share)],
    reviewSheet: evenReview(chosen.share),
  }
  return base.send(decisionOn(base, { step, option, brings }), {
    actor: holderOf(step.role, chosen.person),
    claimRefusal: chosen.refused === undefined ? undefined : refusalOf(chosen.refused),
  })
}

const refusalOf = (code: ClaimRefusal['code']): ClaimRefusal =>
  code === 'territory_taken' ? { code, base: 'gasme-C03-wenzhou-1' } : { code: 'quota_full', have: 10, allowed: 10 }

/** What is wrong with a base at rest, whatever happened to it. */
const wrongWith = (base: ABase): readonly string[] => {
  const state = base.state()
  const waits =
    state.heldAt !== undefined || base.openKeys().length > 0 || base.awaitsSession() || state.orders.length > 0
  return [
    ...(state.closed && !isFinal(state.status) ? [`closed as ${state.status}`] : []),
    ...(state.closed && base.openKeys().length > 0 ? ['closed with open steps'] : []),
    ...(!state.closed && !waits ? [`waits for nothing in ${state.status}`] : []),
    ...(!state.closed &&
    isFinal(state.status) &&
    !base.openKeys().some((key) => ['1.11', 'R0', 'R1', 'R2'].includes(key))
      ? [`lives on as ${state.status}`]
      : []),
    ...(state.closed && state.facts.slot !== undefined ? ['keeps its slot'] : []),
    ...(lifecycle[state.status].holdsSlot && state.status !== 'suspended' && state.facts.slot === undefined
      ? [`${state.status} without a slot`]
      : []),
    ...base.events().flatMap(wrongMove),
  ]
}

const wrongMove = (event: BaseEvent): readonly string[] =>
  event.type === 'status_changed' && event.from !== event.to && !canMove(event.from, event.to)
    ? [`${event.from} to ${event.to}`]
    : []

test('whatever people, clock and database do, a base keeps to the table and always waits for something', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: beginnings.length - 1 }),
      fc.array(move, { minLength: 40, maxLength: 160 }),
      (start, moves) => {
        const from = beginnings[start]
        const base = aBase(from === undefined ? {} : { from })
        for (const one of moves) {
          make(base, one)
          expect(wrongWith(base)).toEqual([])
        }
      },
    ),
    { seed: 2026, numRuns: 60 },
  )
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
  expect(wrongMove({ type: 'status_changed', from: 'red', to: 'active_green' })).toEqual(['red to active_green'])
})
