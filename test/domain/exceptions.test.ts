import { expect, test } from '@jest/globals'
import { csvOf } from '../../domain/csv.js'
import { examinedTypes, exceptionKinds, exceptionRows, exceptionsIn } from '../../domain/exceptions.js'
import type { Actor } from '../../domain/values/actor.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { aDossierToWaive, holderOf } from '../support/an-example.js'
import { actOnPaper, entering } from '../support/on-paper.js'
import { playTo, waitOut } from '../support/playing.js'

const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const foundIn = (base: ABase) =>
  exceptionsIn(
    base.recorded.map(({ seq, occurredAt: at, event }) => ({ stream: 'gasme-C09-yueqing-1', seq, at, event })),
  )
const briefly = (base: ABase) => foundIn(base).map(({ kind, what, person, detail }) => [kind, what, person, detail])

test('a life that follows the usual way has no exceptions', () => {
  expect(foundIn(reached('2.8'))).toEqual([])
})

test('an extension, with who gave it and how many days (8.5)', () => {
  const base = reached('1.4a')
  base.send({ type: 'extend', step: stepOf(base, '1.4a').id, days: 5, code: 'FMJ' }, { actor: holderOf('PD') })
  expect(foundIn(base)).toMatchObject([
    { kind: 'extension', what: 'deadline', step: '1.4a.1', person: 'p-pd-1', role: 'PD', code: 'FMJ', detail: '5' },
  ])
})

test('a step given to somebody else (PD)', () => {
  const base = reached('1.4a')
  const { person, mandates } = holderOf('SO', 2)
  base.send(
    { type: 'reassign', step: stepOf(base, '1.4a').id, to: { person, mandates }, code: 'LAT' },
    { actor: holderOf('PD') },
  )
  expect(briefly(base)).toEqual([['override', 'reassigned', 'p-pd-1', 'p-so-2']])
})

test('a closing by silence, answered for by nobody (R3)', () => {
  const base = reached('1.7')
  waitOut(base, '1.7')
  expect(briefly(base)).toContainEqual(['silence', 'not_answered', null, null])
})

test('an act under a delegation, with the person in whose place it was done (SD7)', () => {
  const base = reached('1.4a')
  const delegate: Actor = {
    person: 'p-delegate',
    channel: 'api',
    mandates: holderOf('SO').mandates.map((seat) => ({
      ...seat,
      id: 'd-1',
      until: '2099-01-01T00:00:00.000Z',
      delegation: { delegator: 'p-so-1', mandate: seat.id },
    })),
    delegators: { 'p-so-1': holderOf('SO').mandates },
  }
  base.send(decisionOn(base, { step: stepOf(base, '1.4a'), option: 'complete' }), { actor: delegate })
  expect(briefly(base)).toEqual([['delegation', 'acted', 'p-delegate', 'p-so-1']])
})

test('an act on paper, its signatory’s, with the day it bears; and one that was turned away (R16)', () => {
  const base = reached('1.7')
  base.send(entering(base, { key: '1.7', option: 'endorse' }), { actor: holderOf('CS') })
  const { id: step } = stepOf(base, '1.7')
  base.send({ type: 'refuse_paper', step, signatory: 'p-sa-1', code: 'DAT' }, { actor: holderOf('PD') })
  actOnPaper(base, { key: '1.7', option: 'endorse' })
  const day = base.events().flatMap((event) => (event.type === 'paper_entered' ? [event.signedOn] : []))
  expect(briefly(base)).toEqual([
    ['paper', 'refused', 'p-pd-1', 'p-sa-1'],
    ['paper', 'acted', 'p-sa-1', day[0]],
  ])
})

test('a voided decision, once, whatever else rested on it (R17, 8.7)', () => {
  const base = reached('2.8')
  base.send({ type: 'revoke', step: '2.3c.1', code: 'DAT' }, { actor: holderOf('SP', 3) })
  expect(briefly(base)).toEqual([['void', 'revoked', 'p-sp-3', null]])
})

test('a gate that is waived, by whoever granted it (6.1)', () => {
  const road = { answers: { '1.5a': 'waiver' }, brings: { dossier: aDossierToWaive } }
  const base = playTo(aNominatedBase(), { key: '1.5c', ...road })
  act(base, { key: '1.5c', option: 'grant' })
  expect(briefly(base)).toEqual([['waiver', '1.5c grant', 'p-pd-1', null]])
})

test('what a body sets aside is the body’s exception, and no member’s vote is one (E6)', () => {
  const place = { stream: 'gasme-C09-yueqing-1', seq: 1, at: '2027-01-05T09:00:00.000Z' }
  const lift = { step: 'E6b.1', key: 'E6b', option: 'lift' }
  const by = { person: 'p-bd-1', role: 'BD', mandate: 'm-BD-1', onBehalfOf: 'programme' } as const
  expect(exceptionsIn([{ ...place, event: { type: 'step_acted', ...lift, by } }])).toEqual([])
  expect(exceptionsIn([{ ...place, event: { type: 'step_closed', ...lift, how: 'vote' } }])).toMatchObject([
    { kind: 'override', what: 'E6b lift', person: null },
  ])
})

test('only types that are examined are ever found, and every kind has its word', () => {
  expect(examinedTypes).toContain('step_acted')
  expect(exceptionKinds).toHaveLength(7)
})

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '=HYPERLINK("x","y")'])(
  'the table lets no spreadsheet run %j',
  (what) => {
    const place = { stream: 'gasme-C09-yueqing-1', seq: 1, at: '2027-01-05T09:00:00.000Z' }
    const text = csvOf(
      exceptionRows([{ kind: 'void', what, step: null, person: null, role: null, code: null, detail: null, ...place }]),
    )
    const cell = text.split('\r\n')[1]?.split(',').slice(4)[0] ?? ''
    expect(cell).toMatch(/^"?'/)
  },
)
