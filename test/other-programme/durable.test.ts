import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import pino from 'pino'
import { openTemporalDoor, type TemporalDoor } from '../../api/temporal/door.js'
import type { Delivery, Parcel } from '../../api/temporal/parcel.js'
import { deadlineIn } from '../../clock/machine-clock.js'
import { connect } from '../../db/connect.js'
import { listHistory } from '../../db/reads/history.js'
import { readBase } from '../../db/reads/bases.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { createTypesetter } from '../../documents/typesetter.js'
import type { Actor } from '../../domain/values/actor.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { asModernCode } from '../../workers/modern-code.js'
import type * as keysThere from '../../db/seals/installation-key.js'
import type * as migrateThere from '../../db/migrate.js'
import type * as wiringThere from '../../workers/wiring.js'
import { aCommandId } from '../support/a-worker.js'
import { nomination } from '../support/an-example.js'
import { personKeyOfTests } from '../support/hold-keys.js'
import { quietRuntime } from '../support/quiet-runtime.js'
import { cloneDatabase, services, type TestDatabase } from '../support/services.js'
import { holder } from './a-twinning.js'
import { otherHouse, type OtherHouse } from './house.js'
import { roleCodes } from './tables.js'

quietRuntime()

/** Everything a worker is made of, with the other programme in the place of ours. */
const rooms = ['activities', 'clock', 'config', 'db', 'documents', 'domain', 'mail', 'reconciliation', 'stamps']
const base = 'gasme-L01-ghent-1'

let house: OtherHouse
let database: TestDatabase
let worker: Awaited<ReturnType<typeof wiringThere.startWorker>>
let door: TemporalDoor
let namespace: string
let typesetter: ReturnType<typeof createTypesetter>
let db: ReturnType<typeof connect>

beforeAll(async () => {
  house = await otherHouse([...rooms, 'exhibits', 'workers', 'workflows'])
  database = await cloneDatabase('another programme')
  await holdKeys()
  await found()
  const { temporalAddress, namespace: given } = await services()
  namespace = given
  db = connect(database.appUrl)
  typesetter = createTypesetter()
  const { startWorker } = await house.module<typeof wiringThere>('workers/wiring.ts')
  worker = await startWorker({
    db,
    temporalAddress,
    typesetter,
    taskQueue: database.name,
    namespaces: [namespace],
    store: createFolderStore({ folder: join(house.folder, 'papers') }),
    bundle: await bundled(),
    log: pino({ level: 'silent' }),
  })
  door = openTemporalDoor({ address: temporalAddress, taskQueue: database.name })
}, 240_000)
afterAll(async () => {
  await door.close()
  await worker.stop()
  await typesetter.close()
  await db.destroy()
  await database.drop()
  await house.remove()
})

/** A copied house holds no key until it is given one: that of all tests. */
const holdKeys = async (): Promise<void> => {
  const keys = await house.module<typeof keysThere>('db/seals/installation-key.ts')
  keys.holdInstallationKeys(keys.installationKeys({ MODE: 'embedded', PERSON_KEY: personKeyOfTests }))
}

const bundled = () =>
  bundleWorkflowCode({
    workflowsPath: join(house.folder, 'workflows/index.ts'),
    workflowInterceptorModules: [join(house.folder, 'workflows/interceptors.ts')],
    webpackConfigHook: asModernCode,
    logger: new DefaultLogger('ERROR'),
  })

interface Writes {
  readonly seedProcedures: (db: unknown, asked: object) => Promise<void>
  readonly createProgramme: (db: unknown, asked: object) => Promise<unknown>
  readonly savePeople: (db: unknown, asked: object) => Promise<void>
  readonly saveBootstrapMandates: (db: unknown, asked: object) => Promise<void>
}

/** Founds the programme with nine holders of each role, in tables that accept its own words once they are brought up to date. */
const found = async (): Promise<void> => {
  const owner = connect(database.ownerUrl)
  const { migrate } = await house.module<typeof migrateThere>('db/migrate.ts')
  await migrate(database.ownerUrl)
  const { library } = await house.module<{ readonly library: object }>('test/other-programme/programme.ts')
  const { seedProcedures } = await house.module<Writes>('db/writes/procedures.ts')
  const { createProgramme } = await house.module<Writes>('db/writes/programmes.ts')
  const { savePeople, saveBootstrapMandates } = await house.module<Writes>('db/writes/people.ts')
  const from = '2026-01-01T00:00:00.000Z'
  await seedProcedures(owner, { procedures: [library], at: from })
  const label = { en: 'Sister libraries', 'zh-CN': '结对图书馆' }
  await createProgramme(owner, { id: 'gasme', namespace: 'n', rehearsal: false, label, procedure: 'library' })
  const holders = roleCodes.flatMap((role) => Array.from({ length: 9 }, (_, index) => holder(role, index + 1)))
  await savePeople(owner, {
    organisations: [{ programme: 'gasme', id: 'o', name: { en: 'o', local: 'o' }, country: 'US' }],
    people: holders.map(({ person: id }) => {
      return { id, name: { en: id, local: id }, email: `${id}@library.example`, language: 'en' }
    }),
  })
  const mandates = holders.flatMap(({ person, mandates: held }) => held.map((mandate) => ({ ...mandate, person })))
  await saveBootstrapMandates(owner, { programme: 'gasme', mandates })
  await owner.destroy()
}

const sent = async (parcel: object, by: object): Promise<Delivery> => {
  const packed: Parcel = JSON.parse(JSON.stringify({ namespace, workflow: baseWorkflowId(base), ...parcel }))
  const actor: Actor = JSON.parse(JSON.stringify(by))
  const id = aCommandId()
  for (let turn = 0; ; turn += 1) {
    const delivery = await door.send(packed, { id, actor })
    if (delivery.kind !== 'unanswered' || turn === 6) return delivery
  }
}

interface Chosen {
  readonly step: string
  readonly option: string
  readonly by: readonly [role: string, person: number]
  readonly more?: object
}

const decide = ({ step, option, by: [role, person], more }: Chosen): Promise<Delivery> =>
  sent({ update: 'decide', command: { type: 'decide', step, option, ...more } }, holder(role, person))

const reason = { id: '00000000-0000-4000-8000-000000000814', hash: 'c'.repeat(64) }
const sheet = { facts: { sheet: { books: 0.8, readers: 0.6 } } }

const life: readonly Chosen[] = [
  { step: 'apply.1', option: 'send', by: ['LIB', 1] },
  { step: 'check.1', option: 'return', by: ['SEC', 1], more: { reason } },
  { step: 'apply.2', option: 'send', by: ['LIB', 1] },
  { step: 'check.2', option: 'complete', by: ['SEC', 1] },
  { step: 'form.1', option: 'filled', by: ['VIS', 1], more: sheet },
  { step: 'form.1', option: 'filled', by: ['VIS', 2], more: sheet },
  { step: 'jury.1', option: 'invite', by: ['JUR', 1] },
  { step: 'jury.1', option: 'invite', by: ['JUR', 2] },
  { step: 'jury.1', option: 'invite', by: ['JUR', 3] },
  { step: 'jury.1', option: 'invite', by: ['JUR', 4] },
  { step: 'date.1', option: 'named', by: ['LIB', 1] },
  { step: 'tour.1', option: 'fit', by: ['VIS', 3] },
  { step: 'confirm.1', option: 'confirm', by: ['SEC', 1] },
  { step: 'sign_here.1', option: 'sign', by: ['MAY', 1] },
  { step: 'sign_there.1', option: 'sign', by: ['PRE', 1] },
]

test('another programme lives on the real Temporal server, with its ledger in PostgreSQL', async () => {
  const windowEnds = new Date(deadlineIn(60 * 24 * 3600 * 1000)).toISOString()
  const input = { base, place: { country: 'CN', zone: 'Asia/Shanghai' }, procedure: 'library' }
  const command = { ...nomination, procedure: 'library', windowEnds }
  const begun = { update: 'nominate', command, start: { type: 'cooperationBase', input, summary: base } }
  expect(await sent(begun, holder('SEC'))).toMatchObject({ kind: 'accepted' })
  for (const one of life) expect([one.step, await decide(one)]).toMatchObject([one.step, { kind: 'accepted' }])
  expect(await decide({ step: 'rest.1', option: 'over', by: ['SEC', 1] })).toMatchObject({ kind: 'refused' })
  const stands = await readBase(db, { id: base })
  expect(stands).toMatchObject({ status: 'twinned', stage: 'twinning' })
  expect(stands?.waitsFor.map(({ key }) => key)).toEqual(['rest'])
  const withdrawn = {
    update: 'withdraw',
    command: {
      type: 'withdraw',
      code: 'LATE',
      reason: { id: '00000000-0000-4000-8000-000000000814', hash: 'c'.repeat(64) },
    },
  }
  // Twinned it is ended by a verdict; its library takes it back no longer.
  expect(await sent(withdrawn, holder('LIB'))).toMatchObject({ kind: 'refused' })
  expect(await readBase(db, { id: base })).toMatchObject({ status: 'twinned' })
  const { items } = await listHistory(db, { stream: base, limit: 200 })
  expect(items.filter(({ type }) => type === 'step_acted')).toHaveLength(life.length)
  expect(items.filter(({ type }) => type === 'stage_entered')).toHaveLength(4)
})

test('its tables hold its words, and take none of ours', async () => {
  const owner = connect(database.ownerUrl)
  const ours = owner.updateTable('base').set({ status: 'nominated' }).where('id', '=', base)
  await expect(ours.execute()).rejects.toThrow('base_status_is_a_word')
  await owner.destroy()
})
