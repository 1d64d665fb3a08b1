import { expect, test } from '@jest/globals'
import type { BaseCommand } from '../../domain/command.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const declare: BaseCommand = { type: 'declare_interest', kind: 'direct' }
const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const kinds = (base: ABase): readonly string[] => base.events().map(({ type }) => type)

test('a vote that was cast no longer counts when its member declares an interest (SD5, 8.4)', () => {
  const base = reached('1.10')
  for (const number of [1, 2, 3, 4, 5]) act(base, { key: '1.10', option: 'advance', number })
  base.send(declare, { actor: holderOf('CM', 3) })
  expect(stepOf(base, '1.10').acts.map(({ person }) => person)).toEqual(['p-ch-1', 'p-ch-2', 'p-cm-4', 'p-cm-5'])
  expect(stepOf(base, '1.10').recused).toEqual(['p-cm-3'])
  act(base, { key: '1.10', option: 'advance', number: 6 })
  // Six have voted, but five of them count: the quorum of six is not met by the recused.
  expect(base.openKeys()).toEqual(['1.10'])
  act(base, { key: '1.10', option: 'advance', number: 7 })
  expect(base.openKeys()).toEqual(['1.11'])
})

test('a chair who steps aside before voting leaves the count of seats too, at once and when the step opens later (8.4)', () => {
  const base = reached('1.10')
  base.send(declare, { actor: holderOf('CH', 2) })
  expect(stepOf(base, '1.10').recused).toEqual(['p-ch-2'])
  for (const number of [1, 3, 4, 5, 6, 7]) act(base, { key: '1.10', option: 'advance', number })
  playTo(base, { key: '2.8' })
  expect(stepOf(base, '2.8').recused).toEqual(['p-ch-2'])
})

test('votes that are all that can still come decide at the moment the last member steps aside (8.4)', () => {
  const base = reached('1.10')
  for (const number of [1, 4, 5, 6]) act(base, { key: '1.10', option: 'advance', number })
  for (const number of [7, 8]) act(base, { key: '1.10', option: 'decline', number })
  for (const number of [2, 3]) base.send(declare, { actor: holderOf(number === 2 ? 'CH' : 'CM', number) })
  expect(base.openKeys()).toEqual(['1.10'])
  const last = base.send(declare, { actor: holderOf('CM', 9) })
  expect(last).toMatchObject({ ok: true })
  expect(base.openKeys()).toEqual(['1.11'])
})

test('the same seven votes without an interest close at the sixth', () => {
  const base = reached('1.10')
  for (const number of [1, 2, 3, 4, 5, 6]) act(base, { key: '1.10', option: 'advance', number })
  expect(base.openKeys()).toEqual(['1.11'])
})

test('an interest recuses from every open step of the person’s roles at once, and from those that open later', () => {
  const base = reached('1.9a')
  const actor = { ...holderOf('CS', 9), mandates: [...holderOf('CS', 9).mandates, ...holderOf('CM', 9).mandates] }
  base.send(declare, { actor })
  expect(base.events().slice(-1)).toEqual([
    { type: 'step_recused', step: '1.9a.1', key: '1.9a', person: 'p-cs-9', acted: false },
  ])
  playTo(base, { key: '1.10' })
  expect(stepOf(base, '1.10').recused).toEqual(['p-cs-9'])
  expect(stepOf(base, '1.10').acts).toEqual([])
})

test('an interest that compliance enters works like one that is declared', () => {
  const base = reached('1.10')
  act(base, { key: '1.10', option: 'advance', number: 4 })
  const entered: BaseCommand = { type: 'declare_interest', kind: 'indirect', of: holderOf('CM', 4) }
  expect(base.send(entered, { actor: holderOf('CO', 7) }).ok).toBe(true)
  expect(base.events().slice(-2)).toMatchObject([
    {
      type: 'interest_declared',
      person: 'p-cm-4',
      kind: 'indirect',
      roles: ['CM'],
      by: { person: 'p-co-7', role: 'CO' },
    },
    { type: 'step_recused', step: '1.10.1', person: 'p-cm-4', acted: true },
  ])
})

test('a sheet that was handed in is taken out, and another expert hands in the third', () => {
  const base = reached('1.8')
  act(base, { key: '1.8', option: 'score', number: 1 })
  act(base, { key: '1.8', option: 'score', number: 2 })
  base.send(declare, { actor: holderOf('EX', 2) })
  act(base, { key: '1.8', option: 'score', number: 3 })
  expect(base.openKeys()).toContain('1.8')
  act(base, { key: '1.8', option: 'score', number: 4 })
  expect(base.openKeys()).toContain('1.9a')
  expect(base.state().facts.sheets).toHaveLength(3)
})

test('an interest lasts over stages and years, and is for one base alone', () => {
  const base = reached('1.10')
  base.send(declare, { actor: holderOf('CM', 9) })
  playTo(base, { key: '2.8' })
  const judged = base.send(
    { type: 'decide', step: '2.8.1', option: 'recommend', noInterest: true },
    { actor: holderOf('CM', 9) },
  )
  expect(refusalOf(judged)).toMatchObject({ code: 'interest_declared', detail: { person: 'p-cm-9', needs: 'CM' } })
  expect(aNominatedBase().state().interests).toBeUndefined()
})

test('a step that was given to the person is anybody’s of the role again', () => {
  const base = reached('1.4a')
  base.send({ type: 'reassign', step: '1.4a.1', to: holderOf('SO', 2), code: 'LAT' }, { actor: holderOf('PD') })
  base.send(declare, { actor: holderOf('SO', 2) })
  expect(act(base, { key: '1.4a', option: 'complete', number: 1 }).ok).toBe(true)
  expect(kinds(base)).toEqual(expect.arrayContaining(['step_reassigned', 'interest_declared', 'step_recused']))
})

test('a step is handed on from one holder to the next, and the record says from whom', () => {
  const base = reached('1.4a')
  const give = (number: number) =>
    base.send({ type: 'reassign', step: '1.4a.1', to: holderOf('SO', number), code: 'LAT' }, { actor: holderOf('PD') })
  give(2)
  expect(give(2)).toMatchObject({ ok: true, events: [] })
  give(3)
  expect(base.events().slice(-1)).toMatchObject([
    { type: 'step_reassigned', from: 'p-so-2', to: 'p-so-3', code: 'LAT' },
  ])
  expect(act(base, { key: '1.4a', option: 'complete', number: 3 }).ok).toBe(true)
})
