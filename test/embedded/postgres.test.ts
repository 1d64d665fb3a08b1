import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { startPostgres } from '../../workers/embedded/postgres.js'
import { freePort } from '../../workers/embedded/ports.js'

const folder = mkdtempSync(join(tmpdir(), 'cornerstone-postgres-'))
// The user PostgreSQL runs as when we are root must be able to pass.
chmodSync(folder, 0o711)
const said: string[] = []
const start = async (port: number) => startPostgres({ folder, port, fast: true, say: (line) => said.push(line) })
const stops: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const stop of stops) await stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a server whose starter was killed is taken over, with what was written to it', async () => {
  const first = await start(await freePort())
  stops.push(first.stop)
  await ask(first.ownerUrl, "create table base (name text); insert into base values ('乐清电气')")
  const second = await start(await freePort())
  expect(second).toMatchObject({ reused: true, pid: first.pid, appUrl: first.appUrl })
  expect(said.join('\n')).toContain(`still running on this data folder (process ${first.pid})`)
  expect(await ask(second.ownerUrl, 'select name as said from base')).toBe('乐清电气')
})

test('a stopped server keeps its data, and a taken port is told and passed by', async () => {
  const before = await start(await freePort())
  await before.stop()
  const taken = await freePort()
  const squatter = createServer().listen(taken, '127.0.0.1')
  const after = await start(taken)
  stops.push(after.stop)
  squatter.close()
  expect(after.reused).toBe(false)
  expect(after.port).not.toBe(taken)
  expect(said).toContain(`Port ${taken} is taken; PostgreSQL uses ${after.port}.`)
  expect(await ask(after.ownerUrl, 'select name as said from base')).toBe('乐清电气')
})

test('the program works as a role that owns nothing, and its passwords are for its owner only', async () => {
  const postgres = await start(await freePort())
  expect(await ask(postgres.readerUrl, "select current_setting('server_encoding') as said")).toBe('UTF8')
  await expect(ask(postgres.appUrl, 'create table mine (id int)')).rejects.toThrow('permission denied')
  expect(statSync(join(folder, 'passwords.json')).mode & 0o077).toBe(0)
})

test('whoever takes all connections that the program is let have leaves the sequencer some', async () => {
  const postgres = await start(await freePort())
  const open: pg.Client[] = []
  const taken = async (): Promise<unknown> => {
    for (;;) {
      const client = new pg.Client({ connectionString: postgres.appUrl })
      client.on('error', () => undefined)
      const refused = await client.connect().then(
        () => undefined,
        (error: unknown) => error,
      )
      if (refused !== undefined) return refused
      open.push(client)
    }
  }
  expect(await taken()).toMatchObject({ code: '53300' })
  expect(await ask(postgres.sequencerUrl, 'select current_user as said')).toBe('cornerstone_sequencer')
  await expect(ask(postgres.readerUrl, 'select current_user as said')).rejects.toMatchObject({ code: '53300' })
  await Promise.all(open.map((client) => client.end()))
})

test('a cluster of another major version is refused with what to do', async () => {
  const postgres = await start(await freePort())
  await postgres.stop()
  const file = join(folder, 'data', 'PG_VERSION')
  const right = readFileSync(file, 'utf8')
  writeFileSync(file, '15\n')
  await expect(start(await freePort())).rejects.toThrow(/made by PostgreSQL 15, .* Dump it with PostgreSQL 15/s)
  writeFileSync(file, right)
})

test('a server that cannot start shows the end of its log', async () => {
  writeFileSync(join(folder, 'data', 'postgresql.auto.conf'), "shared_buffers = 'a lot'\n")
  await expect(start(await freePort())).rejects.toThrow(/did not start[\s\S]*shared_buffers/)
  writeFileSync(join(folder, 'data', 'postgresql.auto.conf'), '')
})

async function ask(connectionString: string, sql: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const answer = await client.query<{ said: string }>(sql)
    return answer.rows?.[0]?.said
  } finally {
    await client.end()
  }
}
