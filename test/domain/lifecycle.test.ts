import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { canMove, isActive, isFinal, lifecycle, stageLabel, stages, statuses } from '../../domain/lifecycle.js'

/** The matrix of moves: a row per status, a column per status in the same order. */
const matrix = (): string =>
  statuses.map((from) => `${statuses.map((to) => (canMove(from, to) ? '✓' : '·')).join(' ')}  ${from}`).join('\n')

test('the moves between statuses, seen whole', () => {
  expect(`\n${matrix()}\n`).toMatchInlineSnapshot(`
   "
   · ✓ · · · · · · · · · · · · ✓ ✓ ✓ ✓ · ✓ ✓ · · · ·  expression_of_interest
   · · ✓ · · · · · · · · · · · ✓ ✓ ✓ ✓ · ✓ ✓ · · · ·  nominated
   · · · ✓ · · · · · · · · · · ✓ ✓ ✓ ✓ · ✓ ✓ · · · ·  screening
   · · · · ✓ · · · · · · · · · ✓ ✓ · · · ✓ ✓ · · · ·  shortlisted
   · · · · · ✓ ✓ · · · · · · · ✓ ✓ · · ✓ ✓ ✓ · · · ·  in_due_diligence
   · · · · ✓ · · · · · · · · · ✓ ✓ · · · ✓ ✓ · · · ·  deferred
   · · · · ✓ · · ✓ · · · · · · ✓ ✓ ✓ · ✓ ✓ ✓ · · · ·  recommended
   · · · · · · · · ✓ · · · · · ✓ ✓ · · · ✓ ✓ · · · ·  slot_reserved
   · · · · · · · · · ✓ · · · · ✓ ✓ · · · ✓ ✓ · · · ·  mou_in_negotiation
   · · · · · · · · · · ✓ · · · ✓ ✓ · · · ✓ ✓ · · · ·  mou_signed
   · · · · · · · · · · · ✓ · · ✓ ✓ · · · ✓ ✓ · · · ·  preparing_launch
   · · · · · · · · · · · · ✓ ✓ ✓ ✓ · · · · · · ✓ ✓ ✓  active_green
   · · · · · · · · · · · ✓ · ✓ ✓ ✓ · · · · · · ✓ ✓ ✓  active_role_model
   · · · · · · · · · · · ✓ ✓ · ✓ ✓ · · · · · · ✓ ✓ ✓  active_yellow
   ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ · ✓ · · · ✓ ✓ · · · ·  on_hold
   ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ · ✓ ✓ · ✓ ✓ · ✓ ✓ ✓  suspended
   · · ✓ ✓ · · ✓ ✓ · · · · · · · ✓ · · · ✓ ✓ ✓ · · ·  waiting_list
   · · · · · · · · · · · · · · · · · · · · · · · · ·  declined
   · · · · · · · · · · · · · · · · · · · · · · · · ·  not_recommended
   · · · · · · · · · · · · · · · · · · · · · · · · ·  withdrawn_by_nominee
   · · · · · · · · · · · · · · · · · · · · · · · · ·  lapsed
   · · · · · · · · · · · · · · · · · · · · · · · · ·  removed
   · · · · · · · · · · · · · · · · · · · · · · · · ·  red
   · · · · · · · · · · · · · · · · · · · · · · · · ·  ended_by_agreement
   · · · · · · · · · · · · · · · · · · · · · · · · ·  expired
   "
  `)
})

test('final ones have no next, and nothing else is final', () => {
  expect(statuses.filter(isFinal)).toEqual([
    'declined',
    'not_recommended',
    'withdrawn_by_nominee',
    'lapsed',
    'removed',
    'red',
    'ended_by_agreement',
    'expired',
  ])
})

test('every status that is not final can be left, and every one but the first can be reached', () => {
  expect(statuses.filter((status) => !isFinal(status) && lifecycle[status].next.length === 0)).toEqual([])
  expect(statuses.filter((to) => !statuses.some((from) => canMove(from, to)))).toEqual([])
})

test('no status moves to itself', () => {
  expect(statuses.filter((status) => canMove(status, status))).toEqual([])
})

test('a base counts toward the ten from the reservation on, while it stands or is suspended (8.1)', () => {
  expect(statuses.filter((status) => lifecycle[status].holdsSlot)).toEqual([
    'slot_reserved',
    'mou_in_negotiation',
    'mou_signed',
    'preparing_launch',
    'active_green',
    'active_role_model',
    'active_yellow',
    'suspended',
  ])
})

test('every status before activation can be held, withdrawn by the nominee and suspended; an active one can be held too (R2)', () => {
  const before = statuses.filter(
    (status) => !isFinal(status) && !isActive(status) && !['on_hold', 'suspended', 'waiting_list'].includes(status),
  )
  expect(before.length).toBe(11)
  for (const to of ['on_hold', 'withdrawn_by_nominee', 'suspended'] as const)
    expect(before.filter((from) => !canMove(from, to))).toEqual([])
  expect(statuses.filter((from) => isActive(from) && !canMove(from, 'on_hold'))).toEqual([])
})

test('from a hold every status that can be held is found again', () => {
  const held = statuses.filter((from) => canMove(from, 'on_hold'))
  expect(held.filter((status) => !canMove('on_hold', status))).toEqual([])
})

test('the five stages and every status have a name in both languages', () => {
  expect(stages.length).toBe(5)
  const labels = [...stages.map((stage) => stageLabel[stage]), ...statuses.map((status) => lifecycle[status].label)]
  expect(labels.filter((label) => label.en === '' || !/\p{Script=Han}/u.test(label['zh-CN']))).toEqual([])
})

test('the database knows the same statuses, word for word', async () => {
  const migration = await readFile('db/migrations/0003-bases.sql', 'utf8')
  const list = /status text not null check \(status in \(([^)]*)\)/.exec(migration)?.[1] ?? ''
  expect([...list.matchAll(/'(\w+)'/g)].map(([, word]) => word)).toEqual([...statuses])
})
