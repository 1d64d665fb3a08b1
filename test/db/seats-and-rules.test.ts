import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Insertable, Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { holdInstallationKeys, installationKeys, makeInstallationKey } from '../../db/seals/installation-key.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { createRecorder } from '../../db/record/record-at-once.js'
import { mandatesOf, seatsInRole } from '../../db/reads/people.js'
import { newestVersion, readProcedure } from '../../db/reads/procedures.js'
import { firstUngranted } from '../../db/seals/seat-seal.js'
import type { Database } from '../../db/schema.js'
import type { MandateTable } from '../../db/schema/programme-tables.js'
import { sealWhatLiesOpen } from '../../db/writes/seal-people.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import { full } from '../../domain/gicc/full.js'
import { personKeyOfTests } from '../support/hold-keys.js'
import { inventedSeal } from '../support/forging.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { by, due, foundProgramme, idOf, limits, morning, nominate, requestOf, yueqing } from './an-example.js'

let database: TestDatabase
let app: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('seats and rules')
  app = connect(database.appUrl)
  await foundProgramme(app)
  await nominate(app)
  await seedProcedures(app, { procedures: [full], at: '2026-01-01T00:00:00.000Z' })
})
afterAll(async () => {
  await app.destroy()
  await database.drop()
})

/** A seat as whoever has the role of the program can write it. */
const forged = (id: string, changes: Partial<Insertable<MandateTable>> = {}): Insertable<MandateTable> => ({
  id,
  programme: 'gasme',
  base: null,
  person: 'p-PM',
  organisation: 'o-programme',
  role: 'PD',
  from_at: '2026-01-01T00:00:00.000Z',
  until_at: null,
  revoked_at: null,
  granted_seq: 1,
  ...changes,
})

let acts = 0
/** An act with a seat, step by step and at once behind an entry of the recorder's own. */
const acting = async (mandate: string) => {
  const base = `gasme-C${70 + (acts += 1)}-yueqing-1`
  await nominate(app, { base })
  const record = createRecorder(app)
  const act = (name: string, after: number) =>
    requestOf({ base, name, after, as: 'PM', events: [{ type: 'cancel_refused' }] })
  await record(act('before', 3))
  const claims = [{ claim: 'mandate', mandate } as const]
  const atOnce = await record({ ...act('at once', 4), claims })
  const after = atOnce.kind === 'recorded' ? 5 : 4
  const stepByStep = await recordEntries(app, { ...act('step by step', after), claims })
  const behind = stepByStep.kind === 'recorded' ? after + 1 : after
  const first = await recordEntries(app, {
    ...act('with other claims', behind),
    claims: [...claims, { claim: 'release_slot' as const }],
  })
  return [atOnce, stepByStep, first].map((one) => (one.kind === 'refused' ? one.refusal.code : one.kind))
}

const nowhere = ['mandate_not_in_force', 'mandate_not_in_force', 'mandate_not_in_force']

test('a seat that was granted lets its holder act, however it is recorded', async () => {
  expect(await acting('m-PM')).toEqual(['recorded', 'recorded', 'recorded'])
})

test('a seat that an entry of the programme grants is sealed with it', async () => {
  const grant = { id: 'm-granted', person: 'p-SO', organisation: 'o-programme', role: 'CO', from: morning } as const
  await recordEntries(app, {
    stream: 'gasme',
    kind: 'programme',
    commandId: idOf('grants'),
    expectedHead: 0,
    by: by('PM'),
    channel: 'api',
    events: [{ type: 'mandates_granted', mandates: [grant], by: by('PM') }],
    occurredAt: morning,
    claims: [],
    rulesVersion: '2026.1',
    workflowRun: 'run-1',
    limits,
    view: { nextDueAt: due, openCall: null, windowEnds: null },
  })
  expect(await firstUngranted(app, ['m-granted'])).toBeUndefined()
  expect(await acting('m-granted')).toEqual(['recorded', 'recorded', 'recorded'])
})

test.each([
  ['without a seal', 'm-bare', []],
  ['with an invented seal', 'm-invented', [inventedSeal]],
  ['with the seal of another seat', 'm-copied', ['of m-PM']],
])('a seat that nobody granted lets nobody decide, %s', async (_, id, seals) => {
  await app.insertInto('mandate').values(forged(id)).execute()
  const [other] = await app.selectFrom('row_seal').select('seal').where('subject', '=', 'm-PM').execute()
  for (const seal of seals)
    await app
      .insertInto('row_seal')
      .values({ kind: 'seat', subject: id, seal: seal === inventedSeal ? seal : (other?.seal ?? '') })
      .execute()
  expect(await firstUngranted(app, ['m-PM', id])).toBe(id)
  expect(await acting(id)).toEqual(nowhere)
  expect((await mandatesOf(app, { person: 'p-PM' })).map((held) => held.id)).toEqual(['m-PM'])
  expect(await seatsInRole(app, { programme: 'gasme', role: 'PD', base: yueqing })).toEqual([])
})

test.each([
  ['become another role', { role: 'PD' as const }],
  ['become another person’s', { person: 'p-SO' }],
  ['be for another base', { base: null }],
  ['last longer', { until_at: '2099-01-01T00:00:00.000Z' }],
])('a seat that was granted cannot %s', async (_, change) => {
  const changed = app.updateTable('mandate').set(change).where('id', '=', 'm-LG').execute()
  await expect(changed).rejects.toMatchObject({ code: '42501' })
})

test('a seat that was taken back is not given back', async () => {
  const back = (at: string | null) =>
    app.updateTable('mandate').set({ revoked_at: at }).where('id', '=', 'm-granted').execute()
  await back(morning)
  expect(await acting('m-granted')).toEqual(nowhere)
  await expect(back(null)).rejects.toMatchObject({ code: '42501' })
})

test('rules that nobody put in place judge nothing, though they are the newest in force', async () => {
  const at = '2027-06-01T00:00:00.000Z'
  const mine = { ...full, version: '2027-01-01' }
  await app
    .insertInto('procedure')
    .values({
      id: 'full',
      version: mine.version,
      body: JSON.stringify(mine),
      in_force_from: '2027-01-01T00:00:00.000Z',
    })
    .execute()
  await app
    .insertInto('row_seal')
    .values({ kind: 'rules', subject: `full@${mine.version}`, seal: inventedSeal })
    .execute()
  expect(await readProcedure(app, { id: 'full', version: mine.version })).toBeUndefined()
  expect((await readProcedure(app, { id: 'full', at }))?.version).toBe(full.version)
  expect(await newestVersion(app, { id: 'full', at })).toBe(full.version)
  const ours = { ...full, version: '2027-02-01' }
  await seedProcedures(app, { procedures: [ours], at: '2027-02-01T00:00:00.000Z' })
  expect(await newestVersion(app, { id: 'full', at })).toBe(ours.version)
  expect(await readProcedure(app, { id: 'full', version: ours.version })).toEqual(ours)
})

test('rules the program ships judge also where the process that put them there holds no key', async () => {
  const other = await cloneDatabase('rules without a key')
  const owner = connect(other.ownerUrl)
  holdInstallationKeys([])
  await seedProcedures(owner, { procedures: [full], at: morning })
  holdInstallationKeys(installationKeys({ MODE: 'embedded', PERSON_KEY: personKeyOfTests }))
  expect(await owner.selectFrom('row_seal').selectAll().execute()).toEqual([])
  expect(await readProcedure(owner, { id: 'full', at: morning })).toEqual(full)
  await owner.destroy()
  await other.drop()
})

test('under a new key of the installation seats are sealed anew, and hold when the former key is gone', async () => {
  const next = installationKeys({ MODE: 'embedded', PERSON_KEY: makeInstallationKey() })
  const former = installationKeys({ MODE: 'embedded', PERSON_KEY: personKeyOfTests })
  holdInstallationKeys([...next, ...former])
  await sealWhatLiesOpen(app)
  holdInstallationKeys(next)
  expect(await firstUngranted(app, ['m-PM', 'm-LG'])).toBeUndefined()
  expect(await firstUngranted(app, ['m-bare'])).toBe('m-bare')
  holdInstallationKeys(former)
})
