import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { foundProgramme, limits, nominate, requestOf } from '../db/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('role models of a year')
  db = connect(database.appUrl)
  await foundProgramme(db)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

interface Proposal {
  readonly base: string
  readonly year: number
  readonly total: number
  readonly evidence: number
  readonly greenYears: number
}

/** The panel proposes a base for a year. */
const proposed = async ({ base, ...figures }: Proposal): Promise<void> => {
  await nominate(db, { base })
  const request = requestOf({ base, name: 'propose', after: 3, events: [{ type: 'role_model_proposed', ...figures }] })
  await recordEntries(db, request)
}

/** The board's deciding vote, with what the database answers. */
const confirmed = async (base: string, { year, roleModels = 2 }: { year: number; roleModels?: number }) => {
  const request = requestOf({
    base,
    name: `confirm ${roleModels}`,
    after: 4,
    events: [{ type: 'role_model_granted', year }],
    claims: [{ claim: 'role_model', programme: 'gasme', year }],
  })
  const answer = await recordEntries(db, { ...request, limits: { ...limits, roleModels } })
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}

test('of three equal scores the better evidence is a role model, then the longer green run, and the third is not (14.24, 6.5)', async () => {
  const same = { year: 2030, total: 95 }
  await proposed({ base: 'gasme-C01-a-1', ...same, evidence: 0.8, greenYears: 2 })
  await proposed({ base: 'gasme-C02-b-1', ...same, evidence: 0.8, greenYears: 3 })
  await proposed({ base: 'gasme-C03-c-1', ...same, evidence: 0.9, greenYears: 1 })
  const ahead = ['gasme-C03-c-1', 'gasme-C02-b-1']
  const full = { code: 'role_models_full', allowed: 2, ahead }
  expect(await confirmed('gasme-C01-a-1', { year: 2030 })).toEqual(full)
  expect(await confirmed('gasme-C02-b-1', { year: 2030 })).toBe('recorded')
  expect(await confirmed('gasme-C03-c-1', { year: 2030 })).toBe('recorded')
  expect(await confirmed('gasme-C01-a-1', { year: 2030 })).toEqual(full)
})

test('with room for three the third of equal scores is a role model too (14.24, 6.5)', async () => {
  expect(await confirmed('gasme-C01-a-1', { year: 2030, roleModels: 3 })).toBe('recorded')
})

test('who is a role model already stays one when a better proposal of the same year comes later (6.5)', async () => {
  for (const [base, total] of [
    ['gasme-C04-d-1', 91],
    ['gasme-C05-e-1', 92],
  ] as const) {
    await proposed({ base, year: 2031, total, evidence: 0.8, greenYears: 2 })
    expect(await confirmed(base, { year: 2031 })).toBe('recorded')
  }
  await proposed({ base: 'gasme-C06-f-1', year: 2031, total: 99, evidence: 1, greenYears: 5 })
  expect(await confirmed('gasme-C06-f-1', { year: 2031 })).toEqual({
    code: 'role_models_full',
    allowed: 2,
    ahead: ['gasme-C05-e-1', 'gasme-C04-d-1'],
  })
})

test('a title of the year before that is still held takes a place, and gives it back when it is lost (6.5, 11)', async () => {
  const held = 'gasme-C05-e-1'
  const turned = (name: string, { after, status }: { after: number; status: 'active_role_model' | 'active_yellow' }) =>
    recordEntries(db, requestOf({ base: held, name, after, view: { status }, events: [{ type: 'cancel_refused' }] }))
  await turned('titled', { after: 5, status: 'active_role_model' })
  const figures = { year: 2032, evidence: 0.8, greenYears: 2 }
  await proposed({ base: 'gasme-C07-g-1', ...figures, total: 93 })
  await proposed({ base: 'gasme-C08-h-1', ...figures, total: 99 })
  const full = { code: 'role_models_full', allowed: 2, ahead: [held, 'gasme-C08-h-1'] }
  expect(await confirmed('gasme-C07-g-1', { year: 2032 })).toEqual(full)
  expect(await confirmed('gasme-C08-h-1', { year: 2032 })).toBe('recorded')
  await turned('yellow', { after: 6, status: 'active_yellow' })
  expect(await confirmed('gasme-C07-g-1', { year: 2032 })).toBe('recorded')
})
