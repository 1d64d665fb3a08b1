import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { seatedWatch } from '../../api/commands/seated-watch.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'

let api: AnApi
const told: string[] = []
beforeAll(async () => {
  api = await anApi('who was given a vacant seat')
  await recordLife(api, { base: aNominatedBase(), after: 0 })
  api.door.catchUp = async ({ workflow }) => {
    told.push(workflow)
  }
})
afterAll(() => api.close())

const vacant = async (isSo: boolean): Promise<void> => {
  await api.parts.db.updateTable('step').set({ vacant: isSo }).where('base', '=', exampleBase).execute()
}

test('a base is told once that somebody holds a seat for which its step waits, and not where it waits for nobody', async () => {
  const look = seatedWatch(api.parts)
  expect(await look()).toBe(0)
  await vacant(true)
  expect([await look(), await look(), await look()]).toEqual([1, 0, 0])
  expect(told).toHaveLength(1)
  // A process that begins has told nobody yet.
  expect(await seatedWatch(api.parts)()).toBe(1)
})

test('where Temporal is away the base is told with a later round', async () => {
  const look = seatedWatch(api.parts)
  const { catchUp } = api.door
  api.door.catchUp = () => Promise.reject(new Error('away'))
  expect(await look()).toBe(0)
  api.door.catchUp = catchUp
  expect(await look()).toBe(1)
})
