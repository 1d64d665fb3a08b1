import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { aBase, aNominatedBase } from '../support/a-base.js'
import { decisionOn, memberOf, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { verdictOf, type Voting } from '../../domain/body.js'
import { full } from '../../domain/gicc/full.js'
import type { Act } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'

/**
 * A second, independent reading of 8.4, R14 and E4, over tallies instead of lists, held against the core over random
 * bodies. Nothing of it is taken from domain/body.ts.
 */
interface Scene {
  readonly size: number
  readonly quorum: number
  readonly hasChair: boolean
  readonly wide: boolean
  readonly castingOnA: boolean
  readonly needs: number
  readonly isWritten: boolean
  readonly isOver: boolean
  readonly drawn: number
  /** Per member: the vote (absent: none yet), whether as chair, whether aside. */
  readonly members: readonly { readonly vote?: string; readonly isChair: boolean; readonly isAside: boolean }[]
}

const oracle = (scene: Scene): string => {
  const present = scene.members.filter(({ isAside }) => !isAside)
  const ballots = present.flatMap(({ vote, isChair }) => (vote === undefined ? [] : [{ vote, isChair }]))
  const mayVote = scene.size - (scene.members.length - present.length) + scene.drawn
  const tally = new Map(['a', 'b', 'c'].map((one) => [one, ballots.filter(({ vote }) => vote === one).length]))
  const everybody = scene.isOver || ballots.length >= mayVote
  const chairs = new Set(ballots.filter(({ isChair }) => isChair).map(({ vote }) => vote))
  if (ballots.length < scene.quorum) return 'open'
  if (scene.isWritten) {
    // needs : size = wanted : mayVote, and a part of a vote is a whole one
    let wanted = 0
    while (wanted * scene.size < scene.needs * mayVote) wanted += 1
    const agreed = [...tally].filter(([, count]) => count > 0 && count >= wanted).map(([one]) => one)
    if (agreed.length > 0) return agreed.length === 1 ? (agreed[0] ?? '') : 'several'
    return everybody && ballots.length >= wanted ? 'otherwise' : 'open'
  }
  if (scene.hasChair && chairs.size === 0) return 'open'
  const base = everybody ? ballots.length : mayVote
  for (const [one, count] of tally) {
    const share = count / base
    if (scene.wide && one === 'b' ? share >= 2 / 3 - 1e-9 : share > 0.5 + 1e-9) return one
  }
  if (!everybody) return 'open'
  const top = Math.max(...tally.values())
  const tied = [...tally].filter(([, count]) => count === top).map(([one]) => one)
  const isTie = tied.length > 1
  return isTie && scene.castingOnA && tied.includes('a') && chairs.size === 1 && chairs.has('a') ? 'a' : 'otherwise'
}

const scene: fc.Arbitrary<Scene> = fc
  .integer({ min: 1, max: 11 })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      quorum: fc.integer({ min: 1, max: size }),
      hasChair: fc.boolean(),
      wide: fc.boolean(),
      castingOnA: fc.boolean(),
      needs: fc.integer({ min: Math.floor(size / 2) + 1, max: size }),
      isWritten: fc.boolean(),
      isOver: fc.boolean(),
      drawn: fc.integer({ min: 0, max: 2 }),
      members: fc.array(
        fc.record({
          vote: fc.option(fc.constantFrom('a', 'a', 'b', 'b', 'c'), { nil: undefined, freq: 4 }),
          isChair: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
          isAside: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
        }),
        { minLength: size, maxLength: size },
      ),
    }),
  )
  .map(({ members, ...rest }) => ({
    ...rest,
    members: members.map(({ vote, ...member }) => (vote === undefined ? member : { ...member, vote })),
  }))

const bodyOf = ({ size, quorum, hasChair, wide, castingOnA, needs }: Scene): Voting => ({
  by: 'votes',
  seats: size,
  quorum,
  twoThirds: wide ? ['b'] : [],
  otherwise: 'otherwise',
  ...defined({ chair: hasChair ? 'CH' : undefined, casting: castingOnA ? ['a'] : undefined }),
  written: { needs, within: { unit: 'wd', n: 10 } },
})

const core = (one: Scene): string => {
  const acts = one.members.flatMap(({ vote, isChair }, index): readonly Act[] =>
    vote === undefined
      ? []
      : [
          {
            person: `member-${index}`,
            option: vote,
            ...defined({ role: isChair && one.hasChair ? ('CH' as const) : undefined }),
          },
        ],
  )
  const recused = one.members.flatMap(({ isAside }, index) => (isAside ? [`member-${index}`] : []))
  const substitutes = Array.from({ length: one.drawn }, (_, index) => `substitute-${index}`)
  const form = one.isWritten ? { form: 'written' as const } : {}
  const step = { acts, seats: one.size, recused, substitutes, ...form }
  return verdictOf(step, { body: bodyOf(one), over: one.isOver }) ?? 'open'
}

/** Chairs stand for nothing in a body without one. */
const plain = (one: Scene): Scene =>
  one.hasChair ? one : { ...one, members: one.members.map((member) => ({ ...member, isChair: false })) }

test('the core decides as an independent reading of 8.4 does, over random bodies, votes, recusals and convenings', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(scene, (one) => {
      const expected = oracle(plain(one))
      seen.set(expected, (seen.get(expected) ?? 0) + 1)
      expect(core(one)).toBe(expected)
    }),
    { seed: 84, numRuns: 30_000 },
  )
  // Otherwise the property would say little: every kind of end was met often.
  for (const end of ['open', 'a', 'b', 'c', 'otherwise']) expect(seen.get(end) ?? 0).toBeGreaterThan(300)
})

test('a reading that lets the recused count towards the quorum is found out', () => {
  const careless = (one: Scene): string =>
    oracle(plain({ ...one, members: one.members.map((member) => ({ ...member, isAside: false })) }))
  expect(() =>
    fc.assert(
      fc.property(scene, (one) => core(one) === careless(one)),
      { seed: 84, numRuns: 5_000 },
    ),
  ).toThrow()
})

/** What happens to an open committee: a vote, a recusal, a draw, the passing of its date. */
const happening = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constant('vote' as const),
      who: fc.nat({ max: 11 }),
      option: fc.constantFrom(0, 0, 0, 0, 2, 3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('aside' as const), who: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.constant({ what: 'draw' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'date' as const }) },
)

const before = playTo(aNominatedBase(), { key: '2.8' }).saved()
const options = full.steps['2.8']?.order ?? []

test('whatever happens to a committee, it decides only with a quorum of members who did not step aside (8.4)', () => {
  let decided = 0
  fc.assert(
    fc.property(fc.array(happening, { minLength: 10, maxLength: 40 }), (happenings) => {
      let base = aBase({ from: before })
      const aside = new Set<string>()
      const votes = new Map<string, string>()
      for (const one of happenings) {
        const step = base.open('2.8')
        if (step === undefined) break
        const person = 'who' in one ? memberOf(base, { step, number: one.who }).person : ''
        if (one.what === 'aside') {
          aside.add(person)
          base = aBase({ from: setAside(base.saved(), [...aside]) })
          continue
        }
        const sent = send(base, one)
        if (sent.voter !== undefined && sent.ok) votes.set(sent.voter, sent.option)
        if (base.open('2.8') !== undefined) continue
        const counted = [...votes].filter(([voter]) => !aside.has(voter))
        decided += 1
        expect(counted.length).toBeGreaterThanOrEqual(6)
      }
    }),
    { seed: 2026, numRuns: 1_000 },
  )
  expect(decided).toBeGreaterThan(150)
})

type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never

const setAside = (saved: typeof before, recused: readonly string[]): typeof before => {
  const { stage } = saved.state
  const step = stage?.steps['2.8.1']
  if (stage === undefined || step === undefined) return saved
  return {
    ...saved,
    state: { ...saved.state, stage: { ...stage, steps: { ...stage.steps, '2.8.1': { ...step, recused } } } },
  }
}

/** Sends what happens; a vote by whoever sits: a member who is not aside, or somebody drawn. */
const send = (base: ReturnType<typeof aBase>, one: Happening): { ok: boolean; voter?: string; option: string } => {
  const step = stepOf(base, '2.8')
  if (one.what === 'vote') {
    const drawn = (step.substitutes ?? []).map((person) => Number(person.slice(person.lastIndexOf('-') + 1)))
    const actor =
      one.who > 9 || one.who === 0
        ? holderOf('SM', drawn[one.who % Math.max(1, drawn.length)] ?? 1)
        : memberOf(base, { step, number: one.who })
    if (step.recused?.includes(actor.person) === true) return { ok: false, option: '' }
    const option = options[one.option] ?? ''
    const { ok } = base.send(decisionOn(base, { step, option }), { actor })
    return { ok, voter: actor.person, option }
  }
  if (one.what === 'date') {
    base.turnTo(step.dueAt)
    return { ok: base.send({ type: 'tick' }).ok, option: '' }
  }
  const pool = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((number) => {
    const { person, mandates } = holderOf('SM', number)
    return mandates.map((mandate) => ({ person, mandate }))
  })
  const { ok } = base.send({ type: 'draw_substitutes', step: step.id, pool }, { actor: holderOf('CS') })
  return { ok, option: '' }
}
