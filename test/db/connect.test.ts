import { once } from 'node:events'
import { connect as connectTo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { z } from 'zod'
import { isDatabaseAway } from '../../api/failures.js'
import { connect, isRetriable } from '../../db/connect.js'
import { migrate } from '../../db/migrate.js'
import { cloneDatabase, testPostgres } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'

let database: TestDatabase

beforeAll(async () => {
  database = await cloneDatabase('connect')
})

afterAll(async () => {
  await database.drop()
})

const read = async (expression: ReturnType<typeof sql>): Promise<unknown> => {
  const db = connect(database.appUrl, { max: 1 })
  try {
    const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(db)
    return rows[0]?.value
  } finally {
    await db.destroy()
  }
}

test('an instant is read as text in UTC with milliseconds, wherever it was written', async () => {
  expect(await read(sql`timestamptz '2027-01-01 08:00:00+08'`)).toBe('2027-01-01T00:00:00.000Z')
})

test('a date stays the date that was written', async () => {
  expect(await read(sql`date '2027-03-31'`)).toBe('2027-03-31')
})

test('a count is a number, and one that no number can hold is refused', async () => {
  expect(await read(sql`count(*)`)).toBe(1)
  await expect(read(sql`9007199254740993::bigint`)).rejects.toThrow('9007199254740993')
})

test('a server that closes a connection, idle or in use, does not end the program, which finds another', async () => {
  const db = connect(database.appUrl, { max: 1 })
  const admin = connect((await testPostgres()).adminUrl, { max: 1 })
  const pidOf = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
  // A connection that is being closed may be handed out once more before the pool hears of it.
  const pidAgain = (): Promise<number | undefined> => pidOf().catch(pidAgain)
  const close = async (pid: number | undefined, whenIn: string): Promise<void> => {
    const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid = ${pid} and state = ${whenIn}`.execute(admin)
    if (rows.length === 0) await close(pid, whenIn)
  }
  const first = await pidOf()
  await close(first, 'idle')
  const second = await pidAgain()
  expect(second).not.toBe(first)
  const running = sql`select pg_sleep(30)`.execute(db)
  await Promise.all([expect(running).rejects.toThrow(), close(second, 'active')])
  expect(await pidAgain()).not.toBe(second)
  await Promise.all([db.destroy(), admin.destroy()])
})

/** Passes everything on to the database until it is frozen: then nothing comes through any more, and nobody is told. */
const aFreezer = async (url: string) => {
  const { hostname: host, port } = new URL(url)
  let frozen = false
  const server = createServer((near) => {
    const far = connectTo({ host, port: Number(port) })
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => frozen || near.write(bytes))
    near.on('close', () => far.destroy()).on('error', () => undefined)
    far.on('close', () => near.destroy()).on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url)
  Object.assign(through, {
    hostname: '127.0.0.1',
    port: String(z.object({ port: z.number() }).parse(server.address()).port),
  })
  return { url: through.href, freeze: (is: boolean) => void (frozen = is), close: () => server.close() }
}

test('a server that is frozen holds nobody: the connection is given up, with what it did, and another serves', async () => {
  const freezer = await aFreezer(database.appUrl)
  const db = connect(freezer.url, { max: 1, silentMs: 300 })
  const pid = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
  const first = await pid()
  const half = db.transaction().execute(async (trx) => {
    await sql`set local application_name = 'half done'`.execute(trx)
    freezer.freeze(true)
    await sql`select 1`.execute(trx)
  })
  const failed = await half.catch((error: unknown) => error)
  expect(isDatabaseAway(failed)).toBe(true)
  freezer.freeze(false)
  expect(await pid()).not.toBe(first)
  await db.destroy()
  freezer.close()
})

test('a server that answers late, and within its time, is waited for', async () => {
  const db = connect(database.appUrl, { max: 1, silentMs: 10_000 })
  expect((await sql`select pg_sleep(0.5)`.execute(db)).rows).toHaveLength(1)
  await db.destroy()
})

test('only lost races are worth another try at once', () => {
  expect([{ code: '40001' }, { code: '40P01' }].every(isRetriable)).toBe(true)
  expect([{ code: '23505' }, new Error('no'), undefined].some(isRetriable)).toBe(false)
})

test('a database that is up to date is left as it is', async () => {
  expect(await migrate(database.ownerUrl)).toEqual([])
})

test('a migration by somebody who may not create tables fails and says so', async () => {
  await expect(migrate(database.readerUrl)).rejects.toThrow('could not be migrated')
})
