import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { connect } from '../../db/connect.js'
import { sequence } from '../../db/log/sequence.js'
import type { Database } from '../../db/schema.js'
import { endWebhook, makeWebhook } from '../../db/writes/webhooks.js'
import type { PostAnswer, PostedMessage, PostMessage } from '../../workers/webhooks/post-outside.js'
import { sendWebhooks } from '../../workers/webhooks/send-webhooks.js'
import { foundProgramme, nominate } from '../db/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
let other: Kysely<Database>
let sequencer: Kysely<Database>
let time = 0
let made: string[] = []
const url = 'https://news.example.org/cornerstone'
const at = '2027-03-02T00:00:00.000Z'
const log = pino({ level: 'silent' })
const clock = () => new Date(time)
const pass = (ms: number) => {
  time += ms
}
const round = (post: PostMessage, by = db) => sendWebhooks({ db: by, log, post }, { clock })

beforeAll(async () => {
  database = await cloneDatabase('other programs are told in time')
  db = connect(database.appUrl)
  other = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl, { max: 1 })
  await foundProgramme(db, ['AU', 'PD'])
})
beforeEach(async () => {
  time = Date.parse(at)
  for (const id of made) await endWebhook(db, { id, by: 'p-ad-1', at })
  made = []
})
afterAll(async () => {
  await Promise.all([db.destroy(), other.destroy(), sequencer.destroy()])
  await database.drop()
})

const aWebhook = async (to = url) => {
  const webhook = await makeWebhook(db, { programme: 'gasme', url: to, kinds: [], by: 'p-ad-1', at })
  if (webhook === undefined) throw new Error('none was made')
  made.push(webhook.id)
  return webhook.id
}
const recorded = async (base: string) => {
  await nominate(db, { base })
  await sequence(sequencer)
}
const logOf = async (webhook: string) =>
  await db.selectFrom('webhook_delivery').selectAll().where('webhook', '=', webhook).execute()
/** Something that is waited for, and whoever brings it about. */
const fact = () => {
  let happens = (): void => undefined
  const happened = new Promise<void>((done) => (happens = done))
  return { happened, happens: () => happens() }
}

test('each message is signed with the moment at which it goes, and is this relay’s for a minute from then, however long the round takes', async () => {
  await aWebhook()
  await recorded('gasme-C14-shengzhou-1')
  const seen: (readonly [signed: number, sent: number, minute: number])[] = []
  const post = async ({ headers }: PostedMessage): Promise<PostAnswer> => {
    const message = String(headers['webhook-id'])
    const row = await db
      .selectFrom('webhook_delivery')
      .select('next_attempt_at as until')
      .where('id', '=', message)
      .executeTakeFirstOrThrow()
    const sent = clock().getTime()
    seen.push([Number(headers['webhook-timestamp']) * 1000, sent, Date.parse(row.until) - sent])
    pass(1_000)
    return { status: 204 }
  }
  await round(post)
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).toEqual(
    seen.map((_, nth) => {
      const sent = Date.parse(at) + nth * 1_000
      return [sent, sent, 60_000]
    }),
  )
})

test('a slow address keeps no other waiting: what goes to the others goes, while it has one message under way and gets no second', async () => {
  const slow = await aWebhook('https://slow.example.org')
  const quick = await aWebhook()
  await recorded('gasme-C15-yongkang-1')
  const [toSlow, toQuick]: [string[], string[]] = [[], []]
  let all = 0
  const others = fact()
  const post = async ({ url: to, headers }: PostedMessage): Promise<PostAnswer> => {
    if (to !== url) {
      toSlow.push(String(headers['webhook-id']))
      await others.happened
      pass(9_000)
      return { status: 204 }
    }
    all ||= (await logOf(quick)).length
    toQuick.push(String(headers['webhook-id']))
    if (toQuick.length === all) others.happens()
    return { status: 204 }
  }
  expect(await round(post)).toBe(true)
  expect([toSlow.length, toQuick.length, all > 1]).toEqual([1, all, true])
  expect((await logOf(slow)).filter(({ state }) => state === 'queued')).toHaveLength(all - 1)
  await round(post)
  expect(toSlow).toHaveLength(2)
})

test('eight messages are under way at once and no more, none beside another to the same address', async () => {
  const of: string[] = []
  for (let nth = 0; nth < 10; nth += 1) of.push(await aWebhook(`https://p${nth}.example.org`))
  await recorded('gasme-C16-keqiao-1')
  const underWay: string[] = []
  const most: number[] = []
  const twice: string[] = []
  const eight = fact()
  const post = async ({ url: to }: PostedMessage): Promise<PostAnswer> => {
    if (underWay.includes(to)) twice.push(to)
    underWay.push(to)
    most.push(underWay.length)
    if (underWay.length === 8) eight.happens()
    await eight.happened
    // Long enough for a ninth to be taken, if one were.
    for (let look = 0; look < 10; look += 1) await logOf(String(of[0]))
    underWay.splice(underWay.indexOf(to), 1)
    return { status: 204 }
  }
  while (await round(post));
  expect([Math.max(...most), twice]).toEqual([8, []])
  const logs = await Promise.all(of.map(logOf))
  expect(logs.flat().filter(({ state, attempts }) => state !== 'delivered' || attempts !== 1)).toEqual([])
})

test('of two relays each message is sent by one; what a relay took and never answered for is sent by the other a minute later', async () => {
  const id = await aWebhook()
  await recorded('gasme-C17-xindu-1')
  const ids: string[] = []
  const post = async ({ headers }: PostedMessage): Promise<PostAnswer> => {
    ids.push(String(headers['webhook-id']))
    return { status: 204 }
  }
  await Promise.all([round(post), round(post, other)])
  expect(ids.toSorted()).toEqual((await logOf(id)).map((one) => one.id).toSorted())
  await recorded('gasme-C18-nanan-1')
  await expect(round(() => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off')
  const left = async () => (await logOf(id)).filter(({ state }) => state === 'queued').length
  const before = await left()
  pass(59_000)
  await round(post, other)
  expect([before - (await left()), await left()]).toEqual([before - 1, 1])
  pass(1_000)
  await round(post, other)
  expect(await left()).toBe(0)
})
