import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { deadlineIn, now } from '../../clock/machine-clock.js'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { connect } from '../../db/connect.js'
import { makeInstallationKey } from '../../db/seals/installation-key.js'
import { makeSignerKey } from '../../db/log/note.js'
import type { Database } from '../../db/schema.js'
import { freePorts } from '../../workers/embedded/ports.js'
import { ensureNamespaces } from '../../workers/embedded/temporal-namespaces.js'
import { aClamd, type AClamd } from '../exhibits/a-clamd.js'
import { ended, isReady, withoutOurs } from '../support/a-stack.js'
import { theCli } from '../support/the-cli.js'
import { services } from '../support/services.js'

const page = readFileSync('docs/how-to/found-a-programme.md', 'utf8')
/** What the page has its reader type, block by block. */
const typed = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)

const database = `t_founding_${process.pid}`
let admin: pg.Client
let folder: string
let settings: Record<string, string>
let issuer: Server
let scanner: AClamd
let reader: Kysely<Database>
const running: ChildProcess[] = []

beforeAll(async () => {
  const { adminUrl, ownerUrl, appUrl, sequencerUrl, temporalAddress } = await services()
  admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(['create database', database, 'owner cornerstone_owner'].join(' '))
  const inside = (url: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-founding-'))
  // Of its own: beside the bases of other tests this database would be one that lost their entries, and take nothing.
  await ensureNamespaces(temporalAddress, [database])
  const [api = 0, issuing = 0] = await freePorts(2)
  issuer = await anIssuer(issuing)
  scanner = await aClamd()
  settings = {
    MODE: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: inside(appUrl),
    SEQUENCER_DATABASE_URL: inside(sequencerUrl),
    DATABASE_OWNER_URL: inside(ownerUrl),
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: database,
    TEMPORAL_TASK_QUEUE: database,
    API_PORT: String(api),
    API_PUBLIC_URL: `http://127.0.0.1:${api}`,
    CORNERSTONE_API_URL: `http://127.0.0.1:${api}`,
    TOKEN_ISSUER: 'https://issuer.example',
    TOKEN_AUDIENCE: 'cornerstone',
    TOKEN_JWKS_URL: `http://127.0.0.1:${issuing}/keys`,
    OIDC_ISSUER: 'https://issuer.example',
    OIDC_CLIENT_ID: 'bases',
    PERSON_KEY: makeInstallationKey(),
    EXHIBIT_STORE: `folder:${join(folder, 'exhibits')}`,
    EXHIBIT_SCANNER: `clamd:127.0.0.1:${scanner.port}`,
    CHECKPOINT_KEY: makeSignerKey('example.org/gicc'),
    DOCUMENT_STORE: `folder:${join(folder, 'documents')}`,
    REPOSITORY: process.cwd(),
    PATH: [folder, process.env['PATH'] ?? ''].join(delimiter),
  }
  await aProgram('cornerstone', `exec node ${theCli().join(' ')} "$@"`)
  await aProgram('token', `exec cat "${join(folder, 'token-of-')}$1"`)
  await aProgram('npm', 'cd "$REPOSITORY" && exec node --import tsx workers/migrate.ts')
  reader = connect(settings['DATABASE_OWNER_URL'] ?? '', { max: 1 })
}, 180_000)
afterAll(async () => {
  await Promise.all(running.map(ended))
  await new Promise((closed) => issuer.close(closed))
  await scanner.close()
  await reader.destroy()
  await admin.query(['drop database', database, 'with (force)'].join(' '))
  await admin.end()
  await rm(folder, { recursive: true, force: true })
}, 90_000)

/** An issuer outside the programme, as production asks for: it publishes its keys, and has given everybody named on the page a token. */
const anIssuer = async (port: number): Promise<Server> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }
  const tokenOf = (person: string): Promise<string> =>
    new SignJWT({ auth_time: Math.floor(Date.parse(now()) / 1000) })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject(person)
      .setIssuer('https://issuer.example')
      .setAudience('cornerstone')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey)
  for (const person of new Set(page.match(/p-[a-z0-9-]+/g)))
    await writeFile(join(folder, `token-of-${person}`), await tokenOf(person))
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })))
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return server
}

/** A program of that name on the path of whoever types. */
const aProgram = async (name: string, script: string): Promise<void> => {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, name), 0o755)
}

/** Types one block after what was typed before it that only says how things are called. */
const type = (block: string): Promise<{ readonly code: number | null; readonly out: string }> =>
  new Promise((tell) => {
    const child = spawn('bash', ['-e', '-o', 'pipefail'], { cwd: folder, env: withoutOurs(settings) })
    running.push(child)
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()))
    child.once('close', (code) => tell({ code, out }))
    child.stdin.end(block)
  })

const start = (script: string): ChildProcess => {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: withoutOurs(settings),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.push(child)
  return child
}

/** Waits for API and worker; the error says what the API misses, or which of them has ended. */
const untilReady = async (parts: readonly ChildProcess[]): Promise<void> => {
  const url = settings['CORNERSTONE_API_URL'] ?? ''
  const until = performance.now() + 150_000
  while (!(await isReady(url))) {
    const over = parts.filter(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null)
    if (over.length > 0 || performance.now() > until) {
      const says = await fetch(new URL('/health/ready', url)).then((answer) => answer.text(), String)
      const ends = over.map(({ spawnargs, exitCode }) => `${spawnargs.at(-1)} ended with ${exitCode}`)
      throw new Error(`API and worker did not become ready: ${[...ends, says].join('; ')}`)
    }
    await new Promise((again) => setTimeout(again, 200))
  }
}

const ledger = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ type: string }>`
    select type from ledger_entry where stream = 'gicc' order by seq`.execute(reader)
  return rows.map(({ type }) => type)
}

test('what the page has its reader type founds a programme in production mode, from an empty database', async () => {
  const [found = '', ...others] = typed
  const alone = await type(found.replaceAll('"p-bo"', '"p-ada"'))
  expect(alone).toMatchObject({ code: 1, out: expect.stringContaining('founded by two different persons; named: 1.') })
  const before = await type(found)
  expect(before).toMatchObject({ code: 0, out: expect.stringContaining('Programme gicc is noted.') })
  expect((await type(found)).out).toContain('Programme gicc stands already; it is founded once.')
  await untilReady([start('api/server.ts'), start('workers/worker.ts')])
  const after = await type(others.join('\n'))
  expect([after.code, after.out.slice(-3000)]).toEqual([0, expect.stringContaining('In due diligence')])
  expect((await ledger()).slice(0, 3)).toEqual(['programme_founded', 'founder_seated', 'founder_seated'])
  const { rows } = await sql<{ status: string; country: string }>`select status, country from base`.execute(reader)
  expect(rows).toEqual([{ status: 'in_due_diligence', country: 'VN' }])
}, 600_000)

test('a number of it was changed by two administrators without a release, for a day to come', async () => {
  expect((await ledger()).slice(-4)).toEqual([
    'rules_proposed',
    'proposal_withdrawn',
    'rules_proposed',
    'rules_confirmed',
  ])
  const proposals = await reader.selectFrom('rules_proposal').selectAll().execute()
  const published = await reader
    .selectFrom('procedure')
    .selectAll()
    .where('id', '=', 'light')
    .orderBy('in_force_from', 'desc')
    .limit(1)
    .execute()
  expect(published).toMatchObject([{ body: { settings: { passMark: 72 } } }])
  expect(proposals).toMatchObject([
    { proposed_by: 'p-ada', confirmed_by: 'p-bo', in_force_from: published[0]?.in_force_from },
  ])
  // Near enough that a reader who typed it can still make a change of his or her own before long.
  expect(Date.parse(published[0]?.in_force_from ?? '')).toBeLessThan(deadlineIn(100 * 86_400_000))
})

test('every seat of it was given by two persons on a paper, and the founders alone before them', async () => {
  const seats = await reader.selectFrom('mandate').select(['person', 'role', 'granted_seq']).execute()
  expect(seats.length).toBe(17)
  expect(
    seats
      .filter(({ role }) => role === 'AD')
      .map(({ person }) => person)
      .sort(),
  ).toEqual(['p-ada', 'p-bo'])
  const proposals = await reader.selectFrom('seat_proposal').selectAll().execute()
  expect(proposals.length).toBe(15)
  for (const { proposed_by: one, confirmed_by: other, paper } of proposals) {
    expect([one, other]).toEqual(['p-ada', 'p-bo'])
    expect(paper).toMatchObject({ date: '2026-11-20' })
  }
})

test('the ledger and the histories say the same of it', async () => {
  const answer = await type('CORNERSTONE_TOKEN=$(token p-ada) cornerstone reconcile --programme gicc')
  expect(answer).toMatchObject({ code: 0 })
})
