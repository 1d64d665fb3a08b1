import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import type { Activities } from '../../activities/contract.js'
import { createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import { connect } from '../../db/connect.js'

import { listLetters } from '../../db/reads/letters.js'
import { seatedAtVacancies } from '../../db/reads/newly-seated.js'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import { baseRevival } from '../../db/reads/revival.js'
import { openSteps, unborn, type BaseState } from '../../domain/state.js'

import { cores } from '../../workers/cores.js'
import { aProgrammeOfNine } from '../support/a-seated-programme.js'
import { dayOfNomination, exampleBase, holderOf } from '../support/an-example.js'
import { sentByTheDoor } from '../support/sent-by-the-door.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { nominating } from './a-nomination-sent.js'

let database: TestDatabase
let db: Kysely<Database>
let owner: Kysely<Database>
let record: Activities['record']

beforeAll(async () => {
  database = await cloneDatabase('seated later')
  db = connect(database.appUrl)
  owner = connect(database.ownerUrl)
  await aProgrammeOfNine(database, { base: exampleBase, namespace: 'cornerstone' })
  record = sentByTheDoor(
    createRecord({ db, cores, rulesOf: createRulesOf({ db }), onDefect: ({ error }) => expect(error).toBeUndefined() }),
  )
})
afterAll(async () => {
  await Promise.all([db.destroy(), owner.destroy()])
  await database.drop()
})

const request = nominating('00000000-0000-4000-8000-0000000000b1')

/** The seats of the place are taken back before anything opened, and one is given after: no entry of the base says either. */
const unseat = async (): Promise<void> => {
  await owner.updateTable('mandate').set({ revoked_at: dayOfNomination }).where('role', '=', 'LG').execute()
}
const seatAgain = async (): Promise<void> => {
  const { person, mandates } = holderOf('LG')
  const [seat] = mandates
  if (seat === undefined) throw new Error('nobody ever held the seat')
  const given = { ...seat, id: 'm-LG-later', person, from: dayOfNomination, base: exampleBase }
  await saveBootstrapMandates(owner, { programme: 'gasme', mandates: [given] })
}
const stateNow = async (): Promise<BaseState> =>
  (await baseRevival(db, exampleBase))?.carried?.state ?? unborn(exampleBase)
/** What a workflow does that is only told to look: the types of what it takes over. */
const look = async (): Promise<readonly string[]> => {
  const { command: _, actor: __, ...looking } = { ...request, state: await stateNow(), id: 'look' }
  return (await record(looking)).entries.map(({ event }) => event.type)
}
const asked = async (kind: string): Promise<readonly string[]> =>
  (await listLetters(db, { base: exampleBase, limit: 200 })).items
    .filter((letter) => letter.kind === kind)
    .map(({ recipient }) => recipient)
const watched = async () => await seatedAtVacancies(db, { now: dayOfNomination, most: 10 })

test('whoever is given a vacant seat after its step opened is asked to act, once, and nobody before', async () => {
  await unseat()
  await record(request)
  expect(openSteps(await stateNow()).filter((step) => step.vacant === true)).toMatchObject([{ role: 'LG' }])
  expect([await look(), await watched(), await asked('step_opened')]).toEqual([[], [], []])

  await seatAgain()
  expect(await watched()).toMatchObject([{ base: exampleBase, namespace: 'cornerstone' }])
  expect(await look()).toEqual(['vacancy_filled'])
  expect(openSteps(await stateNow()).filter((step) => step.vacant === true)).toEqual([])
  const letters = await asked('step_opened')
  expect(letters).not.toEqual([])
  expect([await look(), await watched(), await asked('step_opened')]).toEqual([[], [], letters])
})
