import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, nominate, requestOf, yueqing } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

const office = 'o-programme'
const institute = 'o-institute'
const from = '2026-01-01T00:00:00.000Z'

beforeAll(async () => {
  database = await cloneDatabase('a team from outside')
  db = connect(database.appUrl)
  await foundProgramme(db, ['PD', 'CM'])
  const name = { en: 'Institute', local: '研究所' }
  await savePeople(db, { people: [], organisations: [{ programme: 'gasme', id: institute, name, country: 'DE' }] })
  await saveBootstrapMandates(db, {
    programme: 'gasme',
    mandates: [
      { id: 'm-inside', person: 'p-PM', organisation: office, role: 'SV', from },
      { id: 'm-outside', person: 'p-SO', organisation: institute, role: 'DL', from },
      { id: 'm-both-1', person: 'p-LG', organisation: institute, role: 'SV', from },
      { id: 'm-both-2', person: 'p-LG', organisation: office, role: 'DL', from },
    ],
  })
  await nominate(db, { base: yueqing })
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** What the database says of a team of these people. */
const saidOf = async (
  members: readonly string[],
  { at = '2027-01-04T09:00:00.000Z', after = 3 }: { at?: string; after?: number } = {},
) => {
  const name = `${members.join(' ')} ${at} ${after}`
  const request = requestOf({ base: yueqing, name, after, events: [{ type: 'cancel_refused' }], at })
  const claim = { claim: 'outsider', of: 'gasme', members, roles: ['DL', 'SV'], inside: 'PD' } as const
  const answer = await recordEntries(db, { ...request, claims: [claim] })
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}

test.each([
  ['one person of the office', ['p-PM']],
  ['somebody who has no seat for this work', ['p-PM', 'p-CM']],
  ['somebody who holds a seat of the office as well', ['p-PM', 'p-LG']],
])('a team of %s has nobody from outside (2.1)', async (_, members) => {
  expect(await saidOf(members)).toEqual({ code: 'nobody_from_outside', inside: 'PD', members })
})

test('a seat that has not begun brings nobody from outside', async () => {
  expect(await saidOf(['p-SO'], { at: '2025-12-31T00:00:00.000Z' })).toMatchObject({ code: 'nobody_from_outside' })
})

test('one person of another organisation is enough, whoever else is in the team', async () => {
  expect(await saidOf(['p-PM', 'p-SO', 'p-LG'])).toBe('recorded')
})

test('where the director acts for that organisation, its people come from inside, and those of the office from outside', async () => {
  await db.updateTable('mandate').set({ revoked_at: from }).where('id', '=', 'm-PD').execute()
  await saveBootstrapMandates(db, {
    programme: 'gasme',
    mandates: [{ id: 'm-director-2', person: 'p-PD', organisation: institute, role: 'PD', from }],
  })
  expect(await saidOf(['p-SO'], { after: 4 })).toMatchObject({ code: 'nobody_from_outside' })
  expect(await saidOf(['p-PM'], { after: 4 })).toBe('recorded')
})
