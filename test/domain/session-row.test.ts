import { expect, test } from '@jest/globals'
import { plainDate } from '../../domain/calendar-date.js'
import { sessionRowOf, votesIn, type SessionEntry } from '../../domain/session-row.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, memberOf, stepOf } from '../support/acting.js'
import { someWords } from '../support/filling.js'
import { playTo } from '../support/playing.js'

const keys = ['1.10']
const entriesOf = (base: ABase): readonly SessionEntry[] =>
  base.recorded.map(({ occurredAt: at, event }) => ({ at, event }))
const rowIn = (base: ABase, session: string) => sessionRowOf(entriesOf(base), { session, keys })
const sessionOf = (base: ABase): string => base.state().ranks[0]?.session ?? ''

test('a base waits for its turn, is before the body, and is decided on; the votes that count say by whom and how many (8.4)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  const session = sessionOf(base)
  expect(rowIn(base, 'another')).toMatchObject({ status: 'waiting', seats: 0, present: [] })
  expect(rowIn(base, session)).toMatchObject({ status: 'open', key: '1.10', seats: 9, convened: 1, present: [] })
  for (const number of [1, 2, 3]) act(base, { key: '1.10', option: 'advance', number })
  act(base, { key: '1.10', option: 'waiting_list', number: 4 })
  const voted = rowIn(base, session)
  expect([voted.present.length, votesIn(voted)]).toEqual([4, { advance: 3, waiting_list: 1 }])
  for (let number = 5; base.open('1.10') !== undefined; number += 1)
    act(base, { key: '1.10', option: 'advance', number })
  expect(rowIn(base, session)).toMatchObject({ status: 'decided', result: { option: 'advance', how: 'vote' } })
})

test('whoever steps aside is told with the moment, and the vote cast before counts no more (SD5)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  act(base, { key: '1.10', option: 'advance', number: 3 })
  const member = memberOf(base, { step: stepOf(base, '1.10'), number: 3 })
  base.send({ type: 'declare_interest', kind: 'direct', reason: someWords }, { actor: member })
  expect(rowIn(base, sessionOf(base))).toMatchObject({
    present: [],
    recused: [{ person: member.person, at: base.now() }],
  })
})

test('a meeting without a quorum is followed by another, and then by a written procedure (E4)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  const row = () => rowIn(base, sessionOf(base))
  const forms = new Set<string>()
  for (let round = 0; round < 30 && row().form !== 'written'; round += 1) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
    forms.add(`${row().form} ${row().convened}`)
  }
  expect([...forms]).toEqual(['meeting 1', 'meeting 2', 'written 2'])
})

test('a base hears that the day of its session was moved while that session decides on it, and of no other', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  const meets = { on: plainDate('2099-06-21'), mode: 'by_link' } as const
  const moved = (session: string) => base.send({ type: 'meeting_moved', session, meets, code: 'FMJ' })
  const heard = () => base.events().filter(({ type }) => type === 'meeting_moved')
  moved('another')
  expect(heard()).toEqual([])
  moved(sessionOf(base))
  expect(heard()).toEqual([{ type: 'meeting_moved', session: sessionOf(base), meets, code: 'FMJ' }])
  for (let number = 1; base.open('1.10') !== undefined; number += 1)
    act(base, { key: '1.10', option: 'advance', number })
  moved(sessionOf(base))
  expect(heard()).toHaveLength(1)
})
