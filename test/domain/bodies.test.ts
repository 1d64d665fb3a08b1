import { expect, test } from '@jest/globals'
import { bodiesOf } from '../../domain/body-view.js'
import { verdictOf, type Voting } from '../../domain/body.js'
import { drawn } from '../../domain/lot.js'
import { full } from '../../domain/gicc/full.js'
import type { Act } from '../../domain/state.js'
import { baseInWords } from '../../domain/why-base.js'
import { aNominatedBase, rules, type ABase } from '../support/a-base.js'
import { act, decisionOn, memberOf, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo, waitOut } from '../support/playing.js'
import { withRecused } from '../support/recusing.js'

const bodyOn = (key: string): Voting => {
  const decides = full.steps[key]?.decides
  if (decides?.by !== 'votes') throw new Error(`${key} is not decided by a body`)
  const { otherwise } = decides
  if (typeof otherwise !== 'string') throw new Error(`${key} comes to what the score calls for`)
  return { ...decides, otherwise }
}
const committee = bodyOn('2.8')
const board = bodyOn('2.10')

/** Votes written short: `CH defer, 3 defer, 4 not_recommend`; the role stands in place of a number for one chair. */
const cast = (text: string): readonly Act[] =>
  text.split(', ').flatMap((part, group): readonly Act[] => {
    const [count = '', option = ''] = part.split(' ')
    if (count === 'CH') return [{ person: `chair-${group}`, role: 'CH', option }]
    return Array.from({ length: Number(count) }, (_, index) => ({ person: `${group}-${index}`, option }))
  })

test.each([
  ['6 recommend', 'open'],
  ['CH recommend, 5 recommend', 'recommend'],
  ['CH recommend, 4 recommend', 'open'],
  ['CH defer, 6 recommend', 'recommend'],
])('in a meeting of the committee %p decides %s: without chair or deputy six are no quorum (8.4)', (votes, verdict) => {
  expect(verdictOf({ acts: cast(votes), seats: 9 }, { body: committee, over: true }) ?? 'open').toBe(verdict)
})

test.each([
  ['CH defer, 3 defer, 4 not_recommend', 'defer'],
  ['CH not_recommend, 3 not_recommend, 4 defer', 'not_recommend'],
  ['CH not_recommend, 2 not_recommend, 3 recommend', 'not_recommend'],
  ['CH recommend, 2 recommend, 3 not_recommend', 'not_recommend'],
  ['CH defer, CH not_recommend, 3 defer, 3 not_recommend', 'not_recommend'],
  ['CH defer, 1 defer, 3 recommend, 3 not_recommend', 'not_recommend'],
])('of a tie such as %p it becomes %s: the chair breaks it on procedure only (8.4)', (votes, verdict) => {
  expect(verdictOf({ acts: cast(votes), seats: 9 }, { body: committee, over: true })).toBe(verdict)
})

test('a chair whose body breaks ties for nothing leaves the same tie as it is', () => {
  const { casting: _, ...body } = committee
  const tie = { acts: cast('CH defer, 3 defer, 4 recommend'), seats: 9 }
  expect([committee, body].map((one) => verdictOf(tie, { body: one, over: true }))).toEqual(['defer', 'not_recommend'])
})

test('a vote that was cast before its member stepped aside counts neither for the quorum nor for the majority', () => {
  const acts = cast('CH recommend, 5 recommend')
  const step = { acts, seats: 9 }
  expect(verdictOf(step, { body: committee, over: true })).toBe('recommend')
  expect(verdictOf({ ...step, recused: ['1-0'] }, { body: committee, over: true })).toBeUndefined()
})

test('two-thirds are counted over the seats that are left, so recusals lower the number that is needed', () => {
  const five = { acts: cast('CH recommend, 4 recommend, 1 defer'), seats: 9 }
  expect(verdictOf(five, { body: committee, over: false })).toBeUndefined()
  expect(verdictOf({ ...five, recused: ['a', 'b'] }, { body: committee, over: false })).toBe('recommend')
})

test.each([
  [9, 7],
  [8, 7],
  [7, 6],
  [6, 5],
])('in writing, of %d members %d must agree, and no chair is asked for (8.4, E4)', (members, needs) => {
  const recused = Array.from({ length: 9 - members }, (_, index) => `aside-${index}`)
  const agreeing = (count: number) => ({
    acts: cast(`${count} recommend`),
    seats: 9,
    recused,
    form: 'written' as const,
  })
  const decides = (count: number) => verdictOf(agreeing(count), { body: committee, over: false })
  expect([decides(Math.max(needs, 6)), needs > 6 ? decides(needs - 1) : undefined]).toEqual(['recommend', undefined])
})

test('in writing all three of a board agree, or it is what the board decides otherwise', () => {
  const written = (votes: string) => ({ acts: cast(votes), seats: 3, form: 'written' as const })
  expect(verdictOf(written('2 approve'), { body: board, over: true })).toBeUndefined()
  expect(verdictOf(written('3 approve'), { body: board, over: false })).toBe('approve')
  expect(verdictOf(written('2 approve, 1 return'), { body: board, over: false })).toBe('reject')
})

const at = (key: string): ABase => playTo(aNominatedBase(), { key })

test('chair and deputy sit in the committee by that role alone, and the entry says in which they voted', () => {
  const base = at('2.8')
  act(base, { key: '2.8', option: 'recommend', number: 1 })
  expect(base.events().at(-1)).toMatchObject({ type: 'step_acted', by: { person: 'p-ch-1', role: 'CH' } })
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'step_opened', key: '2.8', also: ['CH'] }))
  const elsewhere = at('2.10')
  const vote = decisionOn(elsewhere, { step: stepOf(elsewhere, '2.10'), option: 'approve' })
  expect(elsewhere.send(vote, { actor: holderOf('CH') })).toMatchObject({ ok: false })
})

/** A committee of which five stepped aside, with its pool of substitutes. */
const broken = (): ABase => withRecused(at('2.8'), { key: '2.8', numbers: [5, 6, 7, 8, 9] })
const pool = (...numbers: readonly number[]) =>
  numbers.flatMap((number) => {
    const { person, mandates } = holderOf('SM', number)
    return mandates.map((mandate) => ({ person, mandate }))
  })
const draw = (base: ABase, standbys = pool(1, 2, 3, 4, 5, 6, 7)) =>
  base.send({ type: 'draw_substitutes', step: stepOf(base, '2.8').id, pool: standbys }, { actor: holderOf('CS') })

test('substitutes are drawn by lot, one for each who stepped aside, and the entry lets anybody draw again', () => {
  const base = broken()
  expect(draw(base).ok).toBe(true)
  const entry = base.events().at(-1)
  if (entry?.type !== 'substitutes_drawn') throw new Error('nobody was drawn')
  expect([entry.drawn.length, entry.pool.length]).toEqual([5, 7])
  expect(drawn(entry.pool, { seed: entry.seed, count: 5 })).toEqual(entry.drawn)
  expect(stepOf(base, '2.8').substitutes).toEqual(entry.drawn)
})

test('who is drawn depends on the seed, so nobody is drawn always and nobody never', () => {
  const people = ['p-sm-1', 'p-sm-2', 'p-sm-3', 'p-sm-4', 'p-sm-5']
  const times = new Map<string, number>()
  for (let round = 0; round < 1000; round += 1)
    for (const person of drawn(people, { seed: `round ${round}`, count: 2 }))
      times.set(person, (times.get(person) ?? 0) + 1)
  expect([...times.keys()].sort()).toEqual(people)
  for (const count of times.values()) expect(Math.abs(count - 400)).toBeLessThan(80)
  expect(drawn([...people].reverse(), { seed: 's', count: 3 })).toEqual(drawn(people, { seed: 's', count: 3 }))
})

test('a substitute votes where drawn and nowhere else, and the database is asked for the mandate', () => {
  const base = broken()
  const judged = draw(base, pool(1))
  expect(judged.ok && judged.claims).toContainEqual({ claim: 'mandate', mandate: 'm-SM-1' })
  const vote = decisionOn(base, { step: stepOf(base, '2.8'), option: 'recommend' })
  expect(base.send(vote, { actor: holderOf('SM', 2) })).toMatchObject({ ok: false })
  expect(base.send(vote, { actor: holderOf('SM', 1) })).toMatchObject({ ok: true })
  expect(stepOf(base, '2.8').acts).toMatchObject([{ person: 'p-sm-1', role: 'SM' }])
})

test('nobody is drawn who declared an interest before the step opened, in the substitutes’ own role (SD5)', () => {
  const base = broken()
  base.send({ type: 'declare_interest', kind: 'direct' }, { actor: holderOf('SM', 1) })
  expect(stepOf(base, '2.8').recused).toHaveLength(5)
  draw(base, pool(1, 2))
  expect(stepOf(base, '2.8').substitutes).toEqual(['p-sm-2'])
})

test('nobody is drawn who acted against it before, stepped aside, or sits already', () => {
  const base = broken()
  draw(base, pool(1))
  const [first] = pool(2)
  if (first === undefined) throw new Error('there is a second')
  const team = { ...first, person: 'p-dl-3' }
  const aside = { ...first, person: memberOf(base, { step: stepOf(base, '2.8'), number: 9 }).person }
  expect(draw(base, [...pool(1), team, aside])).toMatchObject({ refusal: { code: 'nobody_to_draw' } })
  const again = broken()
  expect(draw(again, [aside, team])).toMatchObject({ ok: false, refusal: { code: 'nobody_to_draw' } })
})

test('without a quorum a second meeting follows after ten working days, then the written procedure, then a meeting', () => {
  const base = at('2.8')
  act(base, { key: '2.8', option: 'recommend', number: 1 })
  const id = stepOf(base, '2.8').id
  const forms = [1, 2, 3, 4].map(() => {
    base.turnTo(stepOf(base, '2.8').dueAt)
    base.send({ type: 'tick' })
    const moved = base.events().findLast((event) => event.type === 'deadline_moved')
    return moved?.type === 'deadline_moved' ? moved.cause : 'nothing'
  })
  expect(forms).toEqual(['reconvene', 'written', 'reconvene', 'written'])
  expect(stepOf(base, '2.8')).toMatchObject({ id, form: 'written', reconvened: 2 })
})

test('votes cast stand: the written procedure closes with the seventh that agrees', () => {
  const base = at('2.8')
  const vote = (number: number) => act(base, { key: '2.8', option: 'recommend', number })
  for (const number of [3, 4, 5, 6]) vote(number)
  for (let round = 0; round < 2; round += 1) {
    base.turnTo(stepOf(base, '2.8').dueAt)
    base.send({ type: 'tick' })
  }
  for (const number of [7, 8]) vote(number)
  expect(stepOf(base, '2.8').acts.length).toBe(6)
  vote(9)
  expect(base.openKeys()).toEqual(['2.9a'])
})

test('six who meet twice without chair or deputy are asked in writing; a seventh that agrees is enough', () => {
  const base = at('2.8')
  for (const number of [3, 4, 5, 6, 7, 8, 9]) act(base, { key: '2.8', option: 'recommend', number })
  expect(base.open('2.8')).toBeDefined()
  expect(waitOut(base, '2.8')).toBe(true)
  expect(base.openKeys()).toEqual(['2.9a'])
})

test('a body that nobody comes to decides nothing, however often it is convened', () => {
  const base = at('2.8')
  expect(waitOut(base, '2.8')).toBe(false)
  expect(base.state().status).toBe('in_due_diligence')
})

test('what is missing for a valid decision is worked out with every entry', () => {
  const base = broken()
  act(base, { key: '2.8', option: 'recommend', number: 3 })
  expect(bodiesOf(base.state(), full)).toMatchObject([
    { step: '2.8.1', form: 'meeting', convened: 1, seats: 9, members: 4, quorum: 6, cast: 1 },
  ])
  expect(base.view().bodies?.[0]?.missing).toEqual({ votes: 5, chair: true, substitutes: 5 })
  draw(base)
  act(base, { key: '2.8', option: 'recommend', number: 1 })
  expect(base.view().bodies?.[0]?.missing).toEqual({ votes: 4, chair: false, substitutes: 0 })
  expect(baseInWords(base.state(), { ...rules, now: base.now() })).toContain('(2 of 9 have acted; 5 recused, 5 drawn)')
  expect(at('2.7').view().bodies).toBeUndefined()
})
