import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import type { BaseCommand } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { confirmingVoid, decisionOn, stepOf } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { entering } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { lent, lettersWritten, seated, type Seat } from './seated-readers.js'

const onPaper = { key: '1.7', option: 'no_objection' } as const
let database: TestDatabase
let db: Kysely<Database>
let letters: Awaited<ReturnType<typeof lettersWritten>>

/** A minute after the act before, so that it is a record of its own. */
const next = (base: ABase, { command, actor }: { command: BaseCommand; actor: Actor }): void => {
  base.turnTo(new Date(Date.parse(base.now()) + 60_000).toISOString())
  expect(base.send(command, { actor })).toMatchObject({ ok: true })
}

/** To whom the manager has lent the seat for a while. */
const delegate: Actor = {
  person: 'p-tr-1',
  channel: 'api',
  delegators: { 'p-pm-1': holderOf('PM').mandates },
  mandates: holderOf('PM').mandates.map((mandate) => ({
    ...mandate,
    id: 'm-lent',
    until: '2027-12-31T00:00:00.000Z',
    delegation: { delegator: 'p-pm-1', mandate: mandate.id },
  })),
}

/** A delegate's invitation voided by two persons, a paper turned away twice, and a sheet taken back by its author. */
const putRight = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '1.2b' })
  const invites = decisionOn(base, { step: stepOf(base, '1.2b'), option: 'invite' })
  next(base, { command: invites, actor: delegate })
  next(base, { command: { type: 'propose_void', step: '1.2b.1', code: 'DAT' }, actor: holderOf('CS') })
  next(base, { command: confirmingVoid(base, '1.2b.1'), actor: holderOf('PD') })
  playTo(base, { key: onPaper.key })
  for (const clerk of ['PD', 'CS'] as const) {
    next(base, { command: entering(base, onPaper), actor: holderOf('CS') })
    const { id: step } = stepOf(base, onPaper.key)
    const signatory = holderOf('SA').person
    next(base, { command: { type: 'refuse_paper', step, signatory, code: 'DAT' }, actor: holderOf(clerk) })
  }
  playTo(base, { key: '1.9b' })
  next(base, { command: { type: 'revoke', step: '1.8.1', code: 'SCA' }, actor: holderOf('EX', 1) })
  return base
}

const seats: readonly Seat[] = [
  ['PD', 1, 'en'] as const,
  ['PM', 1, 'zh-CN'] as const,
  ['CS', 1, 'en'] as const,
  ['CS', 2, 'en'] as const,
  ['SA', 1, 'zh-CN'] as const,
  ['LG', 1, 'zh-CN'] as const,
  ['TR', 1, 'en'] as const,
  ['EX', 1, 'en'] as const,
  ['EX', 2, 'zh-CN'] as const,
  ['EX', 3, 'en'] as const,
  ['EX', 4, 'en'] as const,
]

beforeAll(async () => {
  database = await cloneDatabase('letters of correction')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  await seated(db, seats)
  await lent(db, { role: 'PM', to: 'p-tr-1', base: exampleBase })
  await recordLife(db, putRight())
  letters = await lettersWritten(db)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const readersOfVoid = (step: string) =>
  letters.of('step_voided').flatMap(({ letter }) => (letter.step === step ? [letter.recipient] : []))

test('whoever entered a paper that another turned away is told why and by whom; its signatory is not (R16)', () => {
  expect(letters.readersOf('paper_refused')).toEqual(['p-cs-1'])
  const text = letters.textTo('paper_refused', 'p-cs-1')
  const said = [
    'A paper of Holder of SA',
    'was turned away by Holder of PD (Programme director)',
    'The reason: the data',
    'The date of the matter, ',
  ]
  for (const one of said) expect(text).toContain(one)
  expect(text).not.toMatch(/You may:|Entered by|p-sa-1/)
})

test('a clerk who turns the own entry away is told nothing: who did it knows', () => {
  expect(letters.of('paper_awaits').filter(({ letter }) => letter.recipient === 'p-pd-1')).toHaveLength(2)
  expect(letters.of('paper_refused')).toHaveLength(1)
})

test('an act voided as a mistake is told to whoever did it and in whose place, with the cause and the second person (R17, SD7)', () => {
  expect(readersOfVoid('1.2b.1').toSorted()).toEqual(['p-pm-1', 'p-tr-1'])
  const text = letters.textTo('step_voided', 'p-tr-1')
  for (const said of [
    'The cause: entered by mistake',
    'Decided by: Holder of PD (Programme director)',
    'The reason: the data',
  ])
    expect(text).toContain(said)
  expect(letters.textTo('step_voided', 'p-pm-1')).toMatch(/作废原因：误录。决定人：.+（项目主任）/)
  expect(text).not.toMatch(/You may:|Please answer by|It follows from/)
})

test('an act that was taken back is told to all who had acted, but not to whoever takes it back, nor to who never acted (8.7)', () => {
  expect(readersOfVoid('1.8.1').toSorted()).toEqual(['p-ex-2', 'p-ex-3'])
  expect(letters.textTo('step_voided', 'p-ex-2')).toContain('作废原因：已撤回。')
})

test('with a step all acts that rest on it go, and those who did them are told which step it follows from (8.7)', () => {
  expect(readersOfVoid('1.9a.1')).toEqual(['p-cs-1'])
  const text = letters.textTo('step_voided', 'p-cs-1')
  expect(text).toContain('The cause: what it rests on changed. It follows from: ')
  expect(text).toMatch(/Decided by: .+ \(Expert assessor\)/)
  // Nobody had acted on it yet.
  expect(readersOfVoid('1.9b.1')).toEqual([])
})

test('what is queued of them are ids, keys and codes: no name, and nothing of the document’s number', () => {
  const facts = [...letters.of('paper_refused'), ...letters.of('step_voided')].map(({ letter }) => letter.facts)
  expect(facts).toHaveLength(6)
  expect(JSON.stringify(facts)).not.toMatch(/Holder of|先生|example\.org|n-1|"number"/)
  expect(facts[0]?.paper).toEqual({
    signatory: 'p-sa-1',
    enteredBy: { person: 'p-cs-1' },
    refusedBy: { person: 'p-pd-1', role: 'PD' },
  })
  expect(facts.find(({ key }) => key === '1.9a')?.voided).toEqual({
    cause: 'inputs_changed',
    because: '1.8',
    decidedBy: { person: 'p-ex-1', role: 'EX' },
  })
})
