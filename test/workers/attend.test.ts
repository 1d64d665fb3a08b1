import { expect, test } from '@jest/globals'
import pg from 'pg'
import { pino } from 'pino'
import { attend } from '../../workers/attend.js'
import { testPostgres } from '../support/services.js'
import { until } from './an-outbox.js'

/** Longer than any test waits: whoever sleeps so long sleeps until it is stopped. */
const forEver = 3_600_000
const said: string[] = []
const log = pino({ level: 'warn' }, { write: (line) => said.push(line) })

test('a round follows at once where one was not enough, and then it sleeps until it is stopped', async () => {
  const rounds: boolean[] = []
  const work = async ({ called }: { called: boolean }) => {
    rounds.push(called)
    return rounds.length < 3
  }
  const duty = attend({ work, everyMs: forEver, log, waits: 'it waits' })
  await until(async () => rounds[2])
  await duty.stop()
  expect(rounds).toEqual([false, false, false])
})

test('a round that went wrong is said and is not the last', async () => {
  let rounds = 0
  const work = async () => {
    rounds += 1
    if (rounds === 1) throw new Error('the database is away')
  }
  const duty = attend({ work, everyMs: 1, log, waits: 'letters wait' })
  await until(async () => (rounds > 1 ? rounds : undefined))
  await duty.stop()
  expect(said.join('')).toMatch(/letters wait/)
})

test('who called for a round that went wrong is heard again in the next', async () => {
  const heard: boolean[] = []
  const work = async ({ called }: { called: boolean }) => {
    heard.push(called)
    if (called && heard.filter(Boolean).length === 1) throw new Error('the database is away')
  }
  const postgres = await testPostgres()
  const duty = attend({
    work,
    everyMs: 20,
    log,
    waits: 'it waits',
    call: { url: postgres.appUrl, channel: 'checkpoint', courtesyMs: 0 },
  })
  const client = new pg.Client({ connectionString: postgres.appUrl })
  await client.connect()
  await until(async () => {
    if (!heard.includes(true)) await client.query('notify checkpoint')
    return heard.filter(Boolean).length > 1 ? true : undefined
  })
  await duty.stop()
  await client.end()
  expect(heard[heard.indexOf(true) + 1]).toBe(true)
})

test('who is stopped ends the round that was begun, and is told in it', async () => {
  const wind: string[] = []
  const duty = attend({
    work: async ({ isStopping }) => {
      wind.push('begun')
      while (!isStopping()) await new Promise((go) => setImmediate(go))
      wind.push('ended')
    },
    everyMs: forEver,
    log,
    waits: 'it waits',
  })
  await until(async () => wind[0])
  await duty.stop()
  expect(wind).toEqual(['begun', 'ended'])
})
