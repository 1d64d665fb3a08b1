import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { z } from 'zod'
import { connect } from '../../db/connect.js'
import { sequence } from '../../db/log/sequence.js'
import type { Database } from '../../db/schema.js'
import {
  heldKeys,
  holdInstallationKeys,
  installationKeys,
  makeInstallationKey,
} from '../../db/seals/installation-key.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { endWebhook, makeWebhook, redeliver } from '../../db/writes/webhooks.js'
import { isInside } from '../../workers/webhooks/inside-addresses.js'
import { postOutside, type PostAnswer, type PostedMessage } from '../../workers/webhooks/post-outside.js'
import { sendWebhooks } from '../../workers/webhooks/send-webhooks.js'
import { listening } from '../cli/listening.js'
import { foundProgramme, nominate } from '../db/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
let sequencer: Kysely<Database>
let owner: Kysely<Database>
let went: PostedMessage[] = []
let answer: PostAnswer = { status: 204 }
const url = 'https://news.example.org/cornerstone'
const at = '2027-03-02T00:00:00.000Z'
const log = pino({ level: 'silent' })
const round = (now = at) =>
  sendWebhooks(
    {
      db,
      log,
      post: async (message) => {
        went.push(message)
        return answer
      },
    },
    { clock: () => new Date(now) },
  )
const aWebhook = async (kinds: readonly string[] = [], programme = 'gasme') => {
  const made = await makeWebhook(db, { programme, url, kinds, by: 'p-ad-1', at })
  if (made === undefined) throw new Error('none was made')
  return made
}
const logOf = async (webhook: string) =>
  await db
    .selectFrom('webhook_delivery')
    .select(['id', 'type', 'state', 'attempts', 'response', 'next_attempt_at as next'])
    .where('webhook', '=', webhook)
    .orderBy('seq')
    .execute()
const recorded = async (base: string) => {
  await nominate(db, { base })
  await sequence(sequencer)
}

beforeAll(async () => {
  database = await cloneDatabase('what other programs are told')
  db = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl, { max: 1 })
  owner = connect(database.ownerUrl, { max: 1 })
  await foundProgramme(db, ['AU', 'PD'])
  await recorded('gasme-C01-dali-1')
})
beforeEach(() => {
  went = []
  answer = { status: 204 }
})
afterAll(async () => {
  await Promise.all([db.destroy(), sequencer.destroy(), owner.destroy()])
  await database.drop()
})

const Body = z.strictObject({
  type: z.string(),
  timestamp: z.string(),
  data: z.strictObject({ programme: z.string(), base: z.string(), seq: z.int() }),
})

test('what is recorded from then on is told once, by ids and kinds, signed as whoever has the secret can check', async () => {
  const { id, secret } = await aWebhook()
  await round()
  expect(went).toEqual([])
  await recorded('gasme-C09-yueqing-1')
  await round()
  await round()
  const told = await logOf(id)
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter(({ state, attempts }) => state !== 'delivered' || attempts !== 1)).toEqual([])
  expect(went.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(told.map((one) => one.id).toSorted())
  for (const { body, headers } of went) {
    expect(Body.parse(JSON.parse(body)).data).toMatchObject({ programme: 'gasme', base: 'gasme-C09-yueqing-1' })
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    expect(headers['webhook-timestamp']).toBe(String(Date.parse(at) / 1000))
  }
  const kinds = new Set(told.map(({ type }) => type))
  expect([kinds.has('base_nominated'), kinds.has('step_opened')]).toEqual([true, false])
  await endWebhook(db, { id, by: 'p-ad-1', at })
})

test('only the kinds that were asked for, of the own programme alone, and nothing once it is ended', async () => {
  const chosen = await aWebhook(['stage_entered'])
  const label = { en: 'Elsewhere', 'zh-CN': '其他' }
  const other = { id: 'other', namespace: 'cornerstone', rehearsal: false, procedure: 'full' as const, at, label }
  await createProgramme(db, other)
  const elsewhere = await aWebhook(['stage_entered'], 'other')
  await recorded('gasme-C10-hangji-1')
  await round()
  expect(new Set((await logOf(chosen.id)).map(({ type }) => type))).toEqual(new Set(['stage_entered']))
  expect(await logOf(elsewhere.id)).toEqual([])
  for (const { id } of [chosen, elsewhere]) await endWebhook(db, { id, by: 'p-ad-1', at })
  went = []
  await recorded('gasme-C11-wendeng-1')
  await round()
  expect(went).toEqual([])
})

test('what is not taken is tried again later and later, then given up; 410 gives it up at once; once more is under the same id', async () => {
  const { id } = await aWebhook(['base_nominated'])
  await recorded('gasme-C12-lunjiao-1')
  answer = { status: 500 }
  const waits: number[] = []
  let now = at
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await round(now)
    const [message] = await logOf(id)
    expect([message?.attempts, message?.response]).toEqual([attempt, 'HTTP 500'])
    if (attempt === 10) expect(message?.state).toBe('failed')
    else {
      waits.push((Date.parse(String(message?.next)) - Date.parse(now)) / 1000)
      const [before] = [went.length]
      await round(now)
      expect(went).toHaveLength(before)
      now = String(message?.next)
    }
  }
  expect(waits).toEqual([5, 300, 1800, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * 3600)])
  const [failed] = await logOf(id)
  const sentAs = new Set(went.map(({ headers }) => headers['webhook-id']))
  expect(await redeliver(db, { id: String(failed?.id), webhook: id, at: now })).toBe(true)
  answer = { status: 410 }
  await round(now)
  expect(await logOf(id)).toMatchObject([{ state: 'failed', response: 'HTTP 410', attempts: 1 }])
  expect(new Set(went.map(({ headers }) => headers['webhook-id']))).toEqual(sentAs)
  await round(new Date(Date.parse(now) + 31 * 86_400_000).toISOString())
  expect(await logOf(id)).toEqual([])
  await endWebhook(db, { id, by: 'p-ad-1', at })
})

test('the secret stays when the key of the installation is replaced', async () => {
  const { id, secret } = await aWebhook(['base_nominated', 'stage_entered'])
  await recorded('gasme-C19-humen-1')
  const former = heldKeys()
  const [next] = installationKeys({ MODE: 'embedded', PERSON_KEY: makeInstallationKey() })
  try {
    holdInstallationKeys([next, ...former])
    await round()
  } finally {
    holdInstallationKeys(former)
  }
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  expect(went).toHaveLength(2)
  for (const { body, headers } of went) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  }
  await endWebhook(db, { id, by: 'p-ad-1', at })
})

test('an address that somebody wrote into the database is sent nothing', async () => {
  const { id } = await aWebhook(['base_nominated'])
  await owner.updateTable('webhook').set({ url: 'https://elsewhere.example.org' }).where('id', '=', id).execute()
  await recorded('gasme-C13-chenghai-1')
  await round()
  expect([went, await logOf(id)]).toEqual([[], [expect.objectContaining({ state: 'failed', response: 'not ours' })]])
})

test('a message that somebody wrote into the database is not sent: what it says is not recorded, or is not told outside', async () => {
  const { id } = await aWebhook(['base_nominated'])
  await recorded('gasme-C12-haining-1')
  const [entry] = await db
    .selectFrom('ledger_entry')
    .select(['stream', 'seq', 'recorded_at'])
    .where('stream', '=', 'gasme-C12-haining-1')
    .where('type', '=', 'step_opened')
    .execute()
  if (entry === undefined) throw new Error('no step was opened')
  const forged = [
    { ...entry, seq: 77, type: 'base_nominated' },
    { ...entry, type: 'step_opened' },
  ]
  await db
    .insertInto('webhook_delivery')
    .values(forged.map((row) => ({ ...row, webhook: id, next_attempt_at: '2027-03-01T00:00:00.000Z' })))
    .execute()
  await round()
  expect(went).toHaveLength(1)
  expect((await logOf(id)).map(({ type, state, response }) => [type, state, response])).toEqual([
    ['base_nominated', 'delivered', 'HTTP 204'],
    ['step_opened', 'failed', 'not ours'],
    ['base_nominated', 'failed', 'not ours'],
  ])
  await endWebhook(db, { id, by: 'p-ad-1', at })
})

test('one that was ended stays ended, whoever writes rows', async () => {
  const { id } = await aWebhook()
  await endWebhook(db, { id, by: 'p-ad-1', at })
  const opened = db.updateTable('webhook').set({ ended_at: null, ended_by: null }).where('id', '=', id).execute()
  await expect(opened).rejects.toThrow('a webhook that was ended stays ended')
  await endWebhook(db, { id, by: 'p-ad-1', at })
})

test('whoever answers in another protocol has answered, and nobody waits for more', async () => {
  const server = createTcpServer((socket) => {
    socket.on('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    )
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const where = server.address()
  const port = typeof where === 'object' ? where?.port : undefined
  const sent = { url: `http://127.0.0.1:${port}/`, headers: { 'content-length': '2' }, body: '{}' }
  expect(await postOutside({ isTrial: true })(sent)).toEqual({ status: 101 })
  server.close()
})

test('nothing is posted behind the wall, by a figure or by a name, nor where a redirect leads, nor over a plain line outside trials', async () => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(String(request.url))
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  const here = await listening(server)
  const { port } = new URL(here)
  const message = (to: string) => ({ url: to, headers: { 'content-length': '2' }, body: '{}' })
  const real = postOutside({ isTrial: false })
  const trial = postOutside({ isTrial: true })
  try {
    for (const host of ['127.0.0.1', '[::1]', '10.0.0.1', '169.254.169.254', '[::ffff:10.0.0.1]', 'localhost'])
      expect([host, await real(message(`https://${host}:${port}/a`))]).toEqual([host, { fault: 'inside address' }])
    expect(await real(message(`http://127.0.0.1:${port}/b`))).toEqual({ fault: 'not https' })
    expect(await trial(message('http://10.0.0.1/c'))).toEqual({ fault: 'inside address' })
    expect(heard).toEqual([])
    expect(await trial(message(`http://127.0.0.1:${port}/d`))).toEqual({ status: 302 })
    expect(heard).toEqual(['/d'])
  } finally {
    await new Promise((closed) => server.close(closed))
  }
  for (const outside of ['8.8.8.8', '223.255.255.1', '2606:4700::1111'])
    expect([outside, isInside(outside)]).toEqual([outside, false])
  for (const inside of [
    '172.31.9.9',
    '100.64.0.1',
    '239.0.0.1',
    '::ffff:8.8.8.8',
    'fd00::1',
    'fe80::1',
    '64:ff9b::a00:1',
    '3fff::1',
    '100:0:0:1::1',
    'nothing',
  ])
    expect([inside, isInside(inside)]).toEqual([inside, true])
})
