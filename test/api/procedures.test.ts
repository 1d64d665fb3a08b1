import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ProcedureBody, ProcedureResponse } from '../../api/contract/procedure.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('the rules as they are kept')
  await recordLife(api, { base: aNominatedBase(), after: 0 })
})
afterAll(() => api.close())

const read = async (url: string) => await api.app.inject({ url, headers: await api.as('p-C09-yueqing-lg') })
const agree = async (version: string) =>
  await api.app.inject({
    method: 'POST',
    url: `/bases/${exampleBase}/adoptions`,
    headers: await api.write('p-pd-1'),
    payload: { version },
  })

test('every version of the rules is listed, and whoever acts may read by what', async () => {
  const { items } = bodyOf(await read('/procedures'))
  expect(items.map(({ id, version }) => `${String(id)}@${String(version)}`)).toEqual([
    `full@${full.version}`,
    `light@${light.version}`,
  ])
})

test.each([full, light])('$id is given back as it was seeded, in the form a check takes', async (procedure) => {
  const shown = ProcedureResponse.parse(
    JSON.parse((await read(`/procedures/${procedure.id}/${procedure.version}`)).body),
  )
  expect(shown.body).toEqual(JSON.parse(JSON.stringify(procedure)))
  expect(ProcedureBody.safeParse(shown.body).success).toBe(true)
})

test('a version that is not kept is not there', async () => {
  expect((await read('/procedures/full/1999-01-01')).statusCode).toBe(404)
})

test('only a version in force is agreed to: it is looked up before anything is sent (8.8)', async () => {
  const unknown = await agree('2027-03-01')
  expect([unknown.statusCode, bodyOf(unknown).code]).toEqual([404, 'not_found'])
  expect(api.door.sent).toHaveLength(0)
  await seedProcedures(api.parts.db, { procedures: [{ ...full, version: '2027-03-01' }], at: dayOfTheApi })
  expect((await agree('2027-03-01')).statusCode).toBe(200)
  expect(api.door.sent.at(-1)?.parcel.command).toEqual({ type: 'adopt_procedure', version: '2027-03-01' })
})
