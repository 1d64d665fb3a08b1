import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { parse } from 'yaml'
import { z } from 'zod'
import { freePort } from '../../workers/embedded/ports.js'
import { postgresPrograms, type PostgresPrograms } from '../../workers/embedded/postgres-programs.js'
import { startPostgres } from '../../workers/embedded/postgres.js'
import { endProcess } from '../../workers/embedded/running-process.js'

const root = new URL('../../', import.meta.url)
const File = z.object({ services: z.object({ postgres: z.object({ command: z.array(z.string()) }) }) })
const { command } = File.parse(parse(readFileSync(new URL('docker-compose.yml', root), 'utf8'))).services.postgres
const howTo = readFileSync(new URL('docs/how-to/restore.md', root), 'utf8')

let folder: string
let programs: PostgresPrograms
let adminUrl: string
const running: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cornerstone-archive-'))
  chmodSync(folder, 0o711)
  mkdirSync(join(folder, 'archive', 'wal'), { recursive: true })
  programs = postgresPrograms(folder, () => undefined)
  // Roles, passwords and a cluster as the embedded mode makes them; what is tried here are the settings of the file.
  const made = await startPostgres({ folder, port: await freePort(), fast: true, say: () => undefined })
  adminUrl = made.adminUrl
  await made.stop()
  own(folder)
}, 60_000)
afterAll(async () => {
  for (const { pid } of running) if (pid !== undefined) await end(pid)
  rmSync(folder, { recursive: true, force: true })
})

/** The server runs as a user of its own where we are root. */
const own = (path: string): void => {
  if (programs.user === undefined) return
  const { uid, gid } = programs.user
  spawnSync('chown', ['-R', `${uid}:${gid}`, path])
}
const end = (pid: number): Promise<void> => endProcess(pid, { first: 'SIGINT', then: 'SIGQUIT', patienceMs: 20_000 })

/** Starts the server on a cluster with these settings and gives a client of it. */
const serve = async (data: string, settings: readonly string[]): Promise<{ client: pg.Client; pid: number }> => {
  const port = await freePort()
  const fixed = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off']
  const child = spawn(programs.postgres, ['-D', data, '-p', String(port), ...fixed, ...settings], {
    ...programs.user,
    env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' },
    cwd: folder,
    stdio: 'ignore',
  })
  running.push(child)
  const url = Object.assign(new URL(adminUrl), { port: String(port) }).href
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    if (
      await client.connect().then(
        () => true,
        () => false,
      )
    )
      return { client, pid: child.pid ?? 0 }
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await pause(50)
  }
}

/** Settings as they stand in the file, with the volume in a folder of ours. */
const here = (text: string): string => text.replaceAll('/archive/', `${join(folder, 'archive')}/`)

const rowsOf = async (client: pg.Client): Promise<readonly string[]> =>
  (await client.query<{ word: string }>('select word from said order by word')).rows.map(({ word }) => word)

test('the settings of the file archive every change, and the lines of the how-to bring back a moment in between', async () => {
  const { client, pid } = await serve(join(folder, 'data'), command.slice(1).map(here))
  await client.query('create table said (word text)')
  await client.query("insert into said values ('a, before the copy')")
  await client.query("select pg_backup_start('copy', true)")
  const copy = join(folder, 'copy')
  const isLeft = (path: string): boolean => !path.endsWith('postmaster.pid') && !/pg_wal\/./.test(path)
  cpSync(join(folder, 'data'), copy, { recursive: true, filter: isLeft })
  const stopped = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()')
  writeFileSync(join(copy, 'backup_label'), stopped.rows[0]?.labelfile ?? '')
  await client.query("insert into said values ('b, after the copy')")
  const moment = (await client.query<{ now: string }>('select clock_timestamp()::text as now')).rows[0]?.now ?? ''
  await client.query("insert into said values ('c, after the moment')")
  const { rows } = await client.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file')
  const archived = () => readdirSync(join(folder, 'archive', 'wal'))
  while (!archived().includes(rows[0]?.file ?? '')) await pause(50)
  expect(archived().filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await rowsOf(client)).toHaveLength(3)
  await client.end()
  await end(pid)

  const lines = /restore_command = .+\nrecovery_target_time = .+\nrecovery_target_action = .+\n/.exec(howTo)?.[0] ?? ''
  writeFileSync(join(copy, 'recovery.signal'), '')
  const settings = here(lines).replace(/(recovery_target_time = )'[^']+'/, `$1'${moment}'`)
  writeFileSync(join(copy, 'postgresql.auto.conf'), settings, { flag: 'a' })
  own(copy)
  const restored = await serve(copy, [])
  for (;;) {
    const { rows: state } = await restored.client.query<{ over: boolean }>('select not pg_is_in_recovery() as over')
    if (state[0]?.over === true) break
    await pause(50)
  }
  expect(await rowsOf(restored.client)).toEqual(['a, before the copy', 'b, after the copy'])
  await restored.client.end()
}, 90_000)
