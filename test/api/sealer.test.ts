import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startSealer } from '../../api/evidence/sealer.js'
import { aNominatedBase } from '../support/a-base.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('the sealer of histories')
  await recordLife(api, { base: aNominatedBase(), after: 0 })
  // All but the turns of the rounds stays real, so that the database answers as ever.
  jest.useFakeTimers({ doNotFake: ['Date', 'performance', 'nextTick', 'setImmediate', 'setTimeout', 'clearTimeout'] })
})
afterAll(async () => {
  jest.useRealTimers()
  await api.close()
})

test('the sealer begins no second round while the server lets the first one wait, and is stopped when that one is over', async () => {
  let begun = 0
  let answer = (): void => undefined
  const asked = new Promise<void>((resolve) => {
    api.door.historyOf = async () => {
      resolve()
      await new Promise<void>((go) => {
        answer = go
      })
      return undefined
    }
  })
  const counting = Object.defineProperty({ ...api.parts }, 'db', {
    get: () => {
      begun += 1
      return api.parts.db
    },
  })
  const stop = startSealer(counting)
  await asked
  const byTheFirst = begun
  jest.advanceTimersByTime(60 * 60_000)
  expect(begun).toBe(byTheFirst)
  answer()
  await stop()
})
