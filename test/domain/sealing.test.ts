import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import type { Role } from '../../domain/role.js'
import { sealedFor, unopened, type SealingStep } from '../../domain/sealing.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenSheet, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const sheets = [0.4, 0.85, 0.8, 0.84].map((share) => evenSheet(share))

/** The visits of a base's steps as the read model has them. */
const visitsOf = (base: ABase): readonly SealingStep[] =>
  Object.values(base.state().stage?.steps ?? {}).map(({ id, key, outcome, acts }) => ({
    id,
    key,
    stageNo: 1,
    isOpen: outcome === undefined,
    outcome: outcome?.option ?? null,
    people: acts.map(({ person }) => person),
  }))

interface Reader {
  readonly person: string
  readonly role: Role
}

/** Whose sheets somebody finds in the ledger. */
const seenBy = (base: ABase, { person, role }: Reader): readonly string[] => {
  const sealed = sealedFor({ person, roles: [role] }, { visits: visitsOf(base), procedure: full })
  return base.events().flatMap((event) => {
    const shown = unopened(event, { person, sealed })
    return event.type === 'step_acted' && 'facts' in shown && event.facts?.sheet !== undefined ? [event.by.person] : []
  })
}

/** Whether somebody finds the score of the sheets in the ledger. */
const scoreSeenBy = (base: ABase, { person, role }: Reader): boolean => {
  const sealed = sealedFor({ person, roles: [role] }, { visits: visitsOf(base), procedure: full })
  return base.events().some((event) => 'score' in unopened(event, { person, sealed }))
}

const score = (base: ABase, { key, number }: { key: string; number: number }): void =>
  void act(base, { key, option: 'score', number, brings: { sheets } })

test('while a sheet is awaited nobody sees those that are in, and everybody sees the own one (1.8)', () => {
  const base = playTo(aNominatedBase(), { key: '1.8' })
  score(base, { key: '1.8', number: 1 })
  score(base, { key: '1.8', number: 2 })
  expect(seenBy(base, { person: 'p-pm-1', role: 'PM' })).toEqual([])
  expect(seenBy(base, { person: 'p-au-1', role: 'AU' })).toEqual([])
  expect(seenBy(base, { person: 'p-ex-3', role: 'EX' })).toEqual([])
  expect(seenBy(base, { person: 'p-ex-2', role: 'EX' })).toEqual(['p-ex-2'])
})

/** All three sheets are in, far apart. */
const allIn = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '1.8' })
  for (const number of [1, 2, 3]) score(base, { key: '1.8', number: number })
  return base
}

test('when all are in, they are open to all but an assessor who may still be asked for a fourth (R13)', () => {
  const base = allIn()
  expect(base.open('1.9a')).toBeDefined()
  const three = ['p-ex-1', 'p-ex-2', 'p-ex-3']
  expect([seenBy(base, { person: 'p-pm-1', role: 'PM' }), seenBy(base, { person: 'p-ex-1', role: 'EX' })]).toEqual([
    three,
    three,
  ])
  expect(seenBy(base, { person: 'p-ex-4', role: 'EX' })).toEqual([])
  expect([
    scoreSeenBy(base, { person: 'p-pm-1', role: 'PM' }),
    scoreSeenBy(base, { person: 'p-ex-4', role: 'EX' }),
  ]).toEqual([true, false])
})

test('a fourth sheet that is awaited seals the first three again, with their score, for everybody', () => {
  const base = allIn()
  act(base, { key: '1.9a', option: 'fourth_scorer' })
  expect(seenBy(base, { person: 'p-pm-1', role: 'PM' })).toEqual([])
  expect([scoreSeenBy(base, { person: 'p-pm-1', role: 'PM' }), base.view().score]).toEqual([false, undefined])
  score(base, { key: '1.8b', number: 4 })
  expect(seenBy(base, { person: 'p-pm-1', role: 'PM' })).toHaveLength(4)
})

test('once the score is locked the sheets are open to every assessor', () => {
  const base = allIn()
  act(base, { key: '1.9a', option: 'fourth_scorer' })
  score(base, { key: '1.8b', number: 4 })
  act(base, { key: '1.9a', option: 'accept_mean' })
  expect(seenBy(base, { person: 'p-ex-9', role: 'EX' })).toEqual([])
  act(base, { key: '1.9b', option: 'lock', number: 9 })
  expect(seenBy(base, { person: 'p-ex-8', role: 'EX' })).toHaveLength(4)
})

test('a sealed entry keeps who acted and when, and loses sheet, reasons and score', () => {
  const base = playTo(aNominatedBase(), { key: '1.8' })
  const facts = { sheet: evenSheet(0.4) }
  const reason = { id: 't1', hash: 'f'.repeat(64) }
  base.send(
    { type: 'decide', step: '1.8.1', option: 'score', facts, reason, noInterest: true },
    { actor: holderOf('EX') },
  )
  const entry = base.events().at(-1)
  if (entry === undefined) throw new Error('nothing happened')
  const shown = unopened(entry, { person: 'p-pm-1', sealed: new Set(['1.8.1']) })
  expect(shown).toMatchObject({ type: 'step_acted', step: '1.8.1', option: 'score', sealed: true })
  expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['facts']))
  expect(JSON.stringify(shown)).not.toMatch(/0\.4|ffff/)
  expect(unopened(entry, { person: 'p-pm-1', sealed: new Set() })).toBe(entry)
})

test('the sheets of a review are sealed until the second is in, and then to nobody', () => {
  const base = playTo(aNominatedBase(), { key: '5.6' })
  act(base, { key: '5.6', option: 'score', number: 11 })
  const review = (person: string, role: 'PM' | 'EX') =>
    seenBy(base, { person, role }).filter((one) => /1[12]$/.test(one))
  expect([review('p-pm-1', 'PM'), review('p-ex-11', 'EX')]).toEqual([[], ['p-ex-11']])
  act(base, { key: '5.6', option: 'score', number: 12 })
  expect([review('p-pm-1', 'PM'), review('p-ex-20', 'EX')]).toEqual([
    ['p-ex-11', 'p-ex-12'],
    ['p-ex-11', 'p-ex-12'],
  ])
})
