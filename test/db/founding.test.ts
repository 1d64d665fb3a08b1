import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { takeUnanswered } from '../../db/writes/commands.js'
import { foundProgramme, type Founder, type Founding } from '../../db/writes/founding.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let owner: Kysely<Database>
beforeAll(async () => {
  database = await cloneDatabase('founding')
  owner = connect(database.ownerUrl)
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
})

const founder = (subject: string): Founder => ({
  subject,
  name: { en: subject, local: subject },
  email: `${subject}@office.example`,
  language: 'en',
})
const founding: Founding = {
  programme: 'gicc',
  namespace: 'cornerstone',
  label: { en: 'Cooperation bases', 'zh-CN': '合作基地' },
  procedure: 'light',
  organisation: { id: 'o-office', name: { en: 'Office', local: 'Office' }, country: 'US' },
  founders: [founder('p-ada'), founder('p-bo')],
}
const codeOf = async (changed: Partial<Founding>) => (await foundProgramme(owner, { ...founding, ...changed }))?.code
const programmes = async () => (await owner.selectFrom('programme').select('id').execute()).map(({ id }) => id)

test.each([
  ['one founder', [founder('p-ada')]],
  ['the same subject twice', [founder('p-ada'), { ...founder('p-ada'), email: 'other@office.example' }]],
  ['the same address twice', [founder('p-ada'), { ...founder('p-bo'), email: 'P-ADA@office.example ' }]],
])('%s founds nothing, and leaves nothing behind', async (_, founders) => {
  expect(await codeOf({ founders })).toBe('founders_not_two')
  expect(await programmes()).toEqual([])
  expect(await owner.selectFrom('person').select('id').execute()).toEqual([])
})

test('two founders and the programme are kept together, and its founding is noted to be sent in the name of the first', async () => {
  expect(await codeOf({})).toBeUndefined()
  expect(await programmes()).toEqual(['gicc'])
  const people = await owner.selectFrom('person').select(['id', 'name', 'email']).orderBy('id').execute()
  expect(people.map(({ id }) => id)).toEqual(['p-ada', 'p-bo'])
  expect(JSON.stringify(people)).not.toContain('office.example')
  const [noted, ...others] = await takeUnanswered(owner, { olderThan: '2999-01-01T00:00:00.000Z' })
  expect(others).toEqual([])
  expect(noted).toMatchObject({ sealed: 'left', actor: 'p-ada', stream: 'gicc' })
  expect(noted?.body).toMatchObject({
    update: 'found',
    workflow: 'programme/gicc',
    command: { organisation: { kind: 'organisation', country: 'US' }, seats: [{ role: 'AD' }, { role: 'AD' }] },
    start: { input: { programme: 'gicc', procedure: 'light' } },
  })
  expect(JSON.stringify(noted?.body)).not.toContain('office.example')
})

test('a programme of that name that stands is not founded again, and nobody is added by trying', async () => {
  expect(await codeOf({ founders: [founder('p-cy'), founder('p-di')] })).toBe('programme_stands')
  expect(await codeOf({ programme: 'other' })).toBeUndefined()
  const people = await owner.selectFrom('person').select('id').orderBy('id').execute()
  expect(people).toEqual([{ id: 'p-ada' }, { id: 'p-bo' }])
})

test('the role of the program founds nothing by hand: a note that nobody sealed is not sent', async () => {
  await owner.updateTable('command').set({ seal: null }).where('stream', '=', 'other').execute()
  const noted = await takeUnanswered(owner, { olderThan: '2999-01-01T00:00:00.000Z', stream: 'other' })
  expect(noted.map(({ sealed }) => sealed)).toEqual([undefined])
})
