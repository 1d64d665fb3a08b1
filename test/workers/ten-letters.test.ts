import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { exampleBase } from '../support/an-example.js'
import { offerSlot, playTo } from '../support/playing.js'
import { untilAsked } from '../support/roads.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { reader } from './an-outbox.js'

let database: TestDatabase
let db: Kysely<Database>

/** A base that lets one offer pass, takes the next, and whose reservation runs out and is prolonged. */
const aLongWay = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '2.10w', answers: { '2.10': 'waiting_list' } })
  offerSlot(base)
  while (base.open('2.10o') !== undefined) {
    base.turnTo(base.nextDueAt() ?? '')
    base.send({ type: 'tick' })
  }
  offerSlot(base)
  act(base, { key: '2.10o', option: 'accept' })
  playTo(base, { key: '3.2a' })
  untilAsked(base)
  for (const number of [1, 2]) act(base, { key: 'R5', option: 'prolong', number })
  return base
}

beforeAll(async () => {
  database = await cloneDatabase('letters of the ten')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  const organisation = { programme: 'gasme', id: 'o-yueqing', name: { en: 'Yueqing', local: '乐清' }, country: 'CN' }
  await savePeople(db, { organisations: [organisation], people: [{ ...reader, language: 'zh-CN' }] })
  const mandate = { id: 'm-LG-1', person: reader.id, organisation: organisation.id, role: 'LG' } as const
  const from = '2026-01-01T00:00:00.000Z'
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...mandate, from, base: exampleBase }] })
  await recordLife(db, aLongWay())
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const lettersOf = async (kind: 'slot_offered' | 'offer_lapsed' | 'reservation_ran_out' | 'reservation_moved') =>
  await db.selectFrom('letter').select(['step', 'facts']).where('kind', '=', kind).orderBy('seq').execute()

test('the place is told of each offer of a slot, and of the one it let lapse (8.3)', async () => {
  expect((await lettersOf('slot_offered')).map(({ step }) => step)).toEqual(['2.10o.1', '2.10o.2'])
  expect((await lettersOf('offer_lapsed')).map(({ step }) => step)).toEqual(['2.10o.1'])
  const opened = await db.selectFrom('letter').select('step').where('kind', '=', 'step_opened').execute()
  expect(opened.filter(({ step }) => step?.startsWith('2.10o'))).toEqual([])
})

test('the place is told when its reservation has run out, and until when the Board prolonged it (R5)', async () => {
  expect(await lettersOf('reservation_ran_out')).toHaveLength(1)
  const [moved] = await lettersOf('reservation_moved')
  const asked = await db.selectFrom('step').select('opened_at').where('id', '=', 'R5.1').executeTakeFirstOrThrow()
  expect((moved?.facts.until ?? '') > asked.opened_at).toBe(true)
})
