import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { pino } from 'pino'
import { inRounds } from '../../api/in-rounds.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const everyMs = 1_000

/** Rounds that each last until they are ended by hand. */
const handled = ({ atOnce = true } = {}) => {
  const said: string[] = []
  const rounds: { readonly end: () => void; readonly fail: () => void; readonly isStopping: () => boolean }[] = []
  const stop = inRounds({
    work: (isStopping) =>
      new Promise<void>((resolve, reject) => {
        rounds.push({ end: resolve, fail: () => reject(new Error('no room')), isStopping })
      }),
    everyMs,
    atOnce,
    log: pino({}, { write: (line: string) => said.push(line) }),
    waits: 'it waits',
  })
  return { rounds, said, stop }
}

test('a round that lasts longer than three pauses stands alone, and the next one follows at the next turn, once', async () => {
  const { rounds, stop } = handled()
  await jest.advanceTimersByTimeAsync(3.5 * everyMs)
  expect(rounds).toHaveLength(1)
  rounds[0]?.end()
  await jest.advanceTimersByTimeAsync(0)
  expect(rounds).toHaveLength(1)
  await jest.advanceTimersByTimeAsync(everyMs)
  expect(rounds).toHaveLength(2)
  rounds[1]?.end()
  await stop()
})

test('who stops it waits for the round that has begun, which is told, and no other begins', async () => {
  const { rounds, stop } = handled()
  let stopped = false
  expect(rounds[0]?.isStopping()).toBe(false)
  const stopping = stop().then(() => {
    stopped = true
  })
  await jest.advanceTimersByTimeAsync(2 * everyMs)
  expect([stopped, rounds.length, rounds[0]?.isStopping()]).toEqual([false, 1, true])
  rounds[0]?.end()
  await stopping
  await jest.advanceTimersByTimeAsync(2 * everyMs)
  expect(rounds).toHaveLength(1)
})

test('a round that goes wrong is told in the log, and the next one comes at its turn', async () => {
  const { rounds, said, stop } = handled()
  rounds[0]?.fail()
  await jest.advanceTimersByTimeAsync(everyMs)
  expect(rounds).toHaveLength(2)
  expect(said).toEqual([expect.stringMatching(/no room.*it waits/)])
  rounds[1]?.end()
  await stop()
})

test('where nothing is to be done at once the first round comes after a pause', async () => {
  const { rounds, stop } = handled({ atOnce: false })
  await jest.advanceTimersByTimeAsync(everyMs - 1)
  expect(rounds).toHaveLength(0)
  await jest.advanceTimersByTimeAsync(1)
  expect(rounds).toHaveLength(1)
  rounds[0]?.end()
  await stop()
})
