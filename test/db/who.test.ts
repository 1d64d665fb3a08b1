import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { listDelegations } from '../../db/reads/delegations.js'
import { interestsIn, interestsOf } from '../../db/reads/interests.js'
import { listLetters } from '../../db/reads/letters.js'
import { mandatesOf } from '../../db/reads/people.js'
import { inboxOf } from '../../db/reads/inbox.js'
import { waitingSteps } from '../../db/reads/steps.js'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import type { AnyEvent } from '../../domain/event.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import {
  by,
  due,
  foundProgramme,
  idOf,
  limits,
  morning,
  nominate,
  requestOf,
  stepOpened,
  yueqing,
} from './an-example.js'
import { defined } from '../../domain/values/defined.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('who may decide')
  db = connect(database.appUrl)
  await foundProgramme(db, ['EX', 'CM', 'PD'])
  await nominate(db)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

let programmeHead = 0
/** What the programme's own workflow would record. */
const inProgramme = async (event: AnyEvent, at = morning): Promise<void> => {
  const answer = await recordEntries(db, {
    stream: 'gasme',
    kind: 'programme',
    commandId: idOf(`programme ${programmeHead}`),
    claims: [],
    limits,
    expectedHead: programmeHead,
    events: [event],
    by: by('SO'),
    channel: 'api',
    occurredAt: at,
    rulesVersion: '2026.1',
    workflowRun: 'run-1',
    view: { nextDueAt: due, openCall: '2027', windowEnds: due },
  })
  if (answer.kind === 'recorded') programmeHead = answer.head
}
let head = 3
const inBase = async (name: string, events: readonly AnyEvent[]) => {
  const answer = await recordEntries(db, requestOf({ name, after: head, events }))
  if (answer.kind === 'recorded') head = answer.head
  return answer
}

const until = '2027-12-31T00:00:00.000Z'
const lent = (id: string, { to, steps }: { to: string; steps?: readonly string[] }): AnyEvent => ({
  type: 'seat_delegated',
  mandate: {
    id,
    person: to,
    organisation: 'o-programme',
    role: 'SO',
    from: '2026-06-01T00:00:00.000Z',
    until,
    delegation: { delegator: 'p-SO', mandate: 'm-SO', ...defined({ steps }) },
  },
  by: by('SO'),
})
const inbox = async (person: string, now = morning): Promise<readonly string[]> =>
  (await inboxOf(db, { person, now })).items.map(({ id }) => id)
const recipients = async (kind: string, step: string): Promise<readonly string[]> =>
  (await listLetters(db, { base: yueqing, limit: 200 })).items
    .filter((letter) => letter.kind === kind && letter.step === step)
    .map(({ recipient }) => recipient)
    .toSorted()
const claimOf = async (name: string, mandate: string) => {
  const request = requestOf({ name, after: head, events: [{ type: 'cancel_refused' }] })
  const answer = await recordEntries(db, { ...request, claims: [{ claim: 'mandate', mandate }] })
  if (answer.kind === 'recorded') head = answer.head
  return answer.kind
}

test('a step that opens says who holds its role and with which other seats, and one that nobody holds says nobody', async () => {
  const answer = await inBase('open', [stepOpened('1.4a.1', 'SO'), stepOpened('3.8a.1', 'TR')])
  expect(answer).toMatchObject({
    kind: 'recorded',
    holders: { '1.4a.1': [{ person: 'p-SO', seats: [{ role: 'SO', country: 'US' }] }], '3.8a.1': [] },
  })
  expect(await inBase('nothing opened', [{ type: 'cancel_refused' }])).not.toHaveProperty('holders')
})

test('the same answer is given when the command is recorded a second time', async () => {
  const again = await recordEntries(
    db,
    requestOf({ name: 'open', after: 3, events: [stepOpened('1.4a.1', 'SO'), stepOpened('3.8a.1', 'TR')] }),
  )
  expect(again).toMatchObject({ holders: { '3.8a.1': [] } })
})

test('a vacancy is a letter to the programme manager and a mark on the step, until it is filled', async () => {
  const vacancy = { step: '3.8a.1', key: '3.8a' }
  await inBase('vacant', [{ type: 'vacancy_found', ...vacancy, role: 'TR', needs: 1, have: 0 }])
  expect(await recipients('vacancy_found', '3.8a.1')).toEqual(['p-PM'])
  const marks = async () => (await waitingSteps(db, [yueqing])).get(yueqing)?.map(({ key, vacant }) => [key, vacant])
  expect(await marks()).toEqual(
    expect.arrayContaining([
      ['3.8a', true],
      ['1.4a', false],
    ]),
  )
  await inBase('filled', [{ type: 'vacancy_filled', ...vacancy }])
  expect(await marks()).toEqual(expect.arrayContaining([['3.8a', false]]))
})

test('a lent seat is read with the person in whose place it is, and gives the steps it was lent for', async () => {
  await inProgramme(lent('d-1', { to: 'p-CM', steps: ['1.4a'] }))
  expect((await mandatesOf(db, { person: 'p-CM' })).find(({ id }) => id === 'd-1')).toMatchObject({
    role: 'SO',
    until,
    country: 'US',
    delegation: { delegator: 'p-SO', mandate: 'm-SO', steps: ['1.4a'] },
  })
  expect(await inbox('p-CM')).toEqual(['1.4a.1'])
  await inProgramme(lent('d-2', { to: 'p-EX', steps: ['1.5a'] }))
  expect(await inbox('p-EX')).toEqual([])
  expect((await listDelegations(db, { person: 'p-SO', now: morning })).items.map(({ id }) => id)).toEqual([
    'd-1',
    'd-2',
  ])
})

test('the letter of a step goes to whoever holds its role and to whoever stands in on it', async () => {
  await inBase('second check', [stepOpened('1.4a.2', 'SO')])
  expect(await recipients('step_opened', '1.4a.2')).toEqual(['p-CM', 'p-SO'])
})

test('a delegation that is ended gives nothing any more, though the step is still open (14.19)', async () => {
  expect(await claimOf('before', 'd-1')).toBe('recorded')
  await inProgramme({ type: 'delegation_ended', delegation: 'd-1', by: by('SO') }, '2026-11-26T12:00:00.000Z')
  expect(await claimOf('after', 'd-1')).toBe('refused')
  expect(await claimOf('own', 'm-SO')).toBe('recorded')
  expect(await inbox('p-CM')).toEqual([])
  const over = (await mandatesOf(db, { person: 'p-CM' })).find(({ id }) => id === 'd-1')
  expect(over?.until).toBe('2026-11-26T12:00:00.000Z')
})

test('a lent seat falls with the own seat it was lent from', async () => {
  expect(await claimOf('lent', 'd-2')).toBe('recorded')
  await inProgramme({ type: 'mandate_revoked', mandate: 'm-SO', code: 'WDR', by: by('PD') })
  expect(await claimOf('fallen', 'd-2')).toBe('refused')
  const again = {
    id: 'm-SO-2',
    person: 'p-SO',
    organisation: 'o-programme',
    role: 'SO',
    from: '2026-01-01T00:00:00.000Z',
  } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [again] })
})

test('a step that was given to one person is in no other inbox, and reminds nobody else', async () => {
  const given = { step: '1.4a.1', key: '1.4a', to: 'p-PD', code: 'LAT', by: by('PD') } as const
  expect(await inbox('p-SO')).toContain('1.4a.1')
  await inBase('given', [{ type: 'step_reassigned', ...given }])
  expect(await recipients('step_opened', '1.4a.1')).toContain('p-PD')
  expect(await inbox('p-SO')).not.toContain('1.4a.1')
  const reminded = { type: 'reminded', step: '1.4a.1', key: '1.4a', rung: 0, tells: ['actor'] } as const
  await inBase('reminded', [reminded])
  expect(await recipients('reminded', '1.4a.1')).toEqual([])
})

test('whoever declares an interest hears no more of the base, and finds it in no inbox (SD5)', async () => {
  expect(await inbox('p-SO')).toContain('1.4a.2')
  const declared = { person: 'p-SO', kind: 'direct', roles: ['SO'], by: by('SO') } as const
  await inBase('declared', [
    { type: 'interest_declared', ...declared },
    { type: 'step_recused', step: '1.4a.2', key: '1.4a', person: 'p-SO', acted: false },
  ])
  expect(await inbox('p-SO')).toEqual([])
  await inBase('third check', [stepOpened('1.4a.3', 'SO')])
  expect(await recipients('step_opened', '1.4a.3')).toEqual([])
  expect(await interestsIn(db, { base: yueqing })).toMatchObject([{ person: 'p-SO', kind: 'direct', since: morning }])
  expect(await interestsOf(db, { person: 'p-SO' })).toMatchObject([{ base: yueqing }])
})
