import { expect, test } from '@jest/globals'
import type { Holder } from '../../domain/values/holders.js'
import type { Role } from '../../domain/role.js'
import { baseInWords } from '../../domain/why-base.js'
import { aNominatedBase, rules, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const inWords = (base: ABase): string => baseInWords(base.state(), { ...rules, now: base.now() })
const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const holder = (person: string, ...roles: readonly Role[]): Holder => ({
  person,
  seats: roles.map((role) => ({ role, country: 'US' })),
})
/** What the database says of the holders of one open step; the events that come of it. */
const heard = (base: ABase, { key, holders }: { key: string; holders: readonly Holder[] }) => {
  const judged = base.send({ type: 'holders', holders: { [stepOf(base, key).id]: holders } })
  return judged.ok ? judged.events : []
}

test('a step whose role nobody holds is vacant at once, and filled when somebody does', () => {
  const base = reached('1.4a')
  const found = { type: 'vacancy_found', step: '1.4a.1', key: '1.4a', role: 'SO', needs: 1, have: 0 }
  expect(heard(base, { key: '1.4a', holders: [] })).toEqual([found])
  expect(inWords(base)).toContain('of whom too few may act')
  expect(heard(base, { key: '1.4a', holders: [] })).toEqual([])
  const filled = { type: 'vacancy_filled', step: '1.4a.1', key: '1.4a' }
  expect(heard(base, { key: '1.4a', holders: [holder('p-so-1', 'SO')] })).toEqual([filled])
  expect(inWords(base)).not.toContain('too few may act')
})

test('a second officer who is the first one over again fills no vacancy (SD2)', () => {
  const base = reached('1.5a')
  act(base, { key: '1.5a', option: 'eligible', number: 1 })
  expect(heard(base, { key: '1.5b', holders: [holder('p-so-1', 'SO')] })).toMatchObject([
    { type: 'vacancy_found', step: '1.5b.1', have: 0 },
  ])
  expect(heard(base, { key: '1.5b', holders: [holder('p-so-2', 'SO')] })).toMatchObject([{ type: 'vacancy_filled' }])
})

test('neither a seat that never acts nor a declared interest nor the own country fills one (SD5, SD9)', () => {
  const base = reached('1.8')
  base.send({ type: 'declare_interest', kind: 'direct' }, { actor: holderOf('EX', 3) })
  const away = [
    holder('p-ex-2', 'EX', 'AU'),
    holder('p-ex-3', 'EX'),
    { person: 'p-ex-4', seats: [{ role: 'EX', country: 'CN' } as const] },
  ]
  const two = [holder('p-ex-5', 'EX'), holder('p-ex-6', 'EX')]
  expect(heard(base, { key: '1.8', holders: [...away, ...two] })).toMatchObject([{ needs: 3, have: 2 }])
  expect(heard(base, { key: '1.8', holders: [...away, ...two, holder('p-ex-7', 'EX')] })).toMatchObject([
    { type: 'vacancy_filled' },
  ])
})

test('a body needs as many as its quorum still lacks', () => {
  const base = reached('1.10')
  const members = (count: number) => [
    holder('p-ch-1', 'CH'),
    ...Array.from({ length: count - 1 }, (_, index) => holder(`p-cm-${index + 2}`, 'CM')),
  ]
  expect(heard(base, { key: '1.10', holders: members(5) })).toMatchObject([{ needs: 6, have: 5 }])
  expect(heard(base, { key: '1.10', holders: members(6) })).toMatchObject([{ type: 'vacancy_filled' }])
  act(base, { key: '1.10', option: 'advance', number: 1 })
  // Of six members one has voted: the five who have not are enough for the five votes that lack.
  expect(heard(base, { key: '1.10', holders: members(6) })).toEqual([])
})

test('a committee whose chair and deputy stepped aside is vacant until it has a chair, however many members it has (8.4)', () => {
  const base = reached('1.10')
  const members = [3, 4, 5, 6, 7, 8].map((number) => holder(`p-cm-${number}`, 'CM'))
  const chairs = [1, 2].map((number) => holder(`p-ch-${number}`, 'CH'))
  expect(heard(base, { key: '1.10', holders: [...chairs, ...members] })).toEqual([])
  for (const number of [1, 2])
    base.send({ type: 'declare_interest', kind: 'direct' }, { actor: holderOf('CH', number) })
  expect(heard(base, { key: '1.10', holders: [...chairs, ...members] })).toMatchObject([
    { type: 'vacancy_found', role: 'CH', needs: 1, have: 0 },
  ])
  expect(heard(base, { key: '1.10', holders: [...chairs, holder('p-ch-3', 'CH'), ...members] })).toMatchObject([
    { type: 'vacancy_filled' },
  ])
})

test('what only the clock decides is never vacant', () => {
  const base = reached('5.1')
  expect(heard(base, { key: '5.1', holders: [] })).toEqual([])
})

test('a step that was given to somebody who no longer holds the role is vacant, whoever else does', () => {
  const base = reached('1.4a')
  base.send({ type: 'reassign', step: '1.4a.1', to: holderOf('SO', 2), code: 'LAT' }, { actor: holderOf('PD') })
  expect(heard(base, { key: '1.4a', holders: [holder('p-so-1', 'SO')] })).toMatchObject([{ type: 'vacancy_found' }])
})
