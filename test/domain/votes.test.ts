import { expect, test } from '@jest/globals'
import { verdictOf } from '../../domain/body.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import type { Act } from '../../domain/state.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, decisionOn, memberOf, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const committee = {
  by: 'votes',
  seats: 9,
  quorum: 6,
  twoThirds: ['advance'],
  otherwise: 'waiting_list',
} as const
const board = { by: 'votes', seats: 3, quorum: 2, twoThirds: ['last_term'], otherwise: 'withdraw' } as const

/** Votes written short: `6 advance, 1 decline`. */
const votes = (text: string): readonly Act[] =>
  text
    .split(', ')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [count = '0', option = ''] = part.split(' ')
      return Array.from({ length: Number(count) }, (_, index) => ({ person: `${option}-${index}`, option }))
    })

test.each([
  ['', 'open'],
  ['5 advance', 'open'],
  ['6 advance', 'advance'],
  ['5 advance, 1 decline', 'open'],
  ['6 advance, 2 decline', 'advance'],
  ['5 decline', 'open'],
  ['5 decline, 1 advance', 'decline'],
  ['4 decline, 4 advance', 'open'],
  ['4 decline, 5 advance', 'waiting_list'],
  ['3 decline, 3 advance, 3 defer', 'waiting_list'],
  ['4 decline, 5 defer', 'defer'],
])('of nine seats with a quorum of six, %p decides %s', (cast, verdict) => {
  const acts = votes(cast)
  expect(verdictOf({ acts, seats: 9 }, { body: committee, over: false }) ?? 'open').toBe(verdict)
})

test.each([
  ['5 advance', 'open'],
  ['4 advance, 2 decline', 'advance'],
  ['3 advance, 3 decline', 'waiting_list'],
  ['4 decline, 2 advance', 'decline'],
])('when a meeting is over, %p decides %s on the votes cast', (cast, verdict) => {
  expect(verdictOf({ acts: votes(cast), seats: 9 }, { body: committee, over: true }) ?? 'open').toBe(verdict)
})

test.each([
  ['1 withdraw', 'open'],
  ['2 withdraw', 'withdraw'],
  ['1 withdraw, 1 last_term', 'open'],
  ['1 withdraw, 2 last_term', 'last_term'],
])('of three seats with a quorum of two, %p decides %s', (cast, verdict) => {
  const acts = votes(cast)
  expect(verdictOf({ acts, seats: 3 }, { body: board, over: false }) ?? 'open').toBe(verdict)
})

/** Sends votes of the next members until the step is closed or the votes are used up. */
const cast = (base: ABase, { key, option, times, refused }: Cast): void => {
  for (let time = 0; time < times; time += 1) {
    const step = stepOf(base, key)
    base.send(decisionOn(base, { step, option }), {
      actor: memberOf(base, { step, number: step.acts.length + 1 }),
      claimRefusal: step.acts.length === times - 1 ? refused : undefined,
    })
  }
}
interface Cast {
  readonly key: string
  readonly option: string
  readonly times: number
  readonly refused?: ClaimRefusal
}

test('a committee decides with the vote that settles it, and later votes come too late', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  cast(base, { key: '1.10', option: 'advance', times: 5 })
  expect(base.open('1.10')?.acts.length).toBe(5)
  cast(base, { key: '1.10', option: 'advance', times: 1 })
  expect([base.openKeys(), base.state().status]).toEqual([['1.11'], 'screening'])
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'step_closed', key: '1.10', how: 'vote' }))
  expect(() => act(base, { key: '1.10', option: 'decline' })).toThrow('1.10 is not open')
})

test('the reason code of a vote is that of the first member who gave one', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  act(base, { key: '1.10', option: 'decline', code: 'COM' })
  for (let vote = 0; vote < 5; vote += 1) act(base, { key: '1.10', option: 'decline', code: 'SCA' })
  act(base, { key: '1.11', option: 'notified' })
  expect(base.state()).toMatchObject({ status: 'declined', code: 'COM', closed: false })
})

test.each([
  [{ code: 'quota_full', have: 15, allowed: 15 }, 'QUO'],
  [{ code: 'category_full', have: 2, allowed: 2 }, 'CAP'],
  [{ code: 'province_full', have: 3, allowed: 3 }, 'CAP'],
  [{ code: 'territory_taken', base: 'gasme-C03-wenzhou-1' }, 'CAP'],
] as const)('the vote that advances goes to the waiting list when the database says %p', (refused, code) => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  cast(base, { key: '1.10', option: 'advance', times: 6, refused })
  expect(base.openKeys()).toEqual(['1.11'])
  act(base, { key: '1.11', option: 'notified' })
  expect(base.state()).toMatchObject({ status: 'waiting_list', code })
})

test.each([
  [{ code: 'no_free_slot', have: 10, allowed: 10 }, 'QUO'],
  [{ code: 'category_full', have: 2, allowed: 2 }, 'CAP'],
] as const)('the board that approves puts the base first on the list when the database says %p', (refused, code) => {
  const base = playTo(aNominatedBase(), { key: '2.10' })
  cast(base, { key: '2.10', option: 'approve', times: 2, refused })
  expect(base.state()).toMatchObject({ status: 'waiting_list', code })
  expect([base.openKeys(), base.state().facts.slot]).toEqual([['2.10w'], undefined])
})

test('the same votes take the place and the slot when the database has nothing against it', () => {
  const base = playTo(aNominatedBase(), { key: '2.10' })
  const step = stepOf(base, '2.10')
  act(base, { key: '2.10', option: 'approve' })
  const last = base.send(decisionOn(base, { step, option: 'approve' }), { actor: holderOf('BD', 2) })
  expect(last.ok && last.claims).toEqual([
    { claim: 'mandate', mandate: 'm-BD-2' },
    { claim: 'slot', programme: 'gasme' },
    // The memorandum begins with this vote, under the newest rules (8.8).
    { claim: 'rules', procedure: 'full', version: base.procedure.version },
  ])
  expect(base.state()).toMatchObject({ status: 'mou_in_negotiation', facts: { slot: 1 } })
})

test('an expert who recuses makes room for another, and his sheet is not counted', () => {
  const base = playTo(aNominatedBase(), { key: '1.8' })
  for (const option of ['score', 'recuse', 'score']) act(base, { key: '1.8', option })
  expect(base.open('1.8')?.acts.length).toBe(3)
  act(base, { key: '1.8', option: 'score' })
  expect([base.open('1.8'), base.state().facts.sheets.length]).toEqual([undefined, 3])
})
