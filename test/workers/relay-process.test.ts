import { once } from 'node:events'
import { connect as knock } from 'node:net'
import { hostname } from 'node:os'
import { afterEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { heardFrom } from '../../db/reads/sessions.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { messageIdOf } from '../../mail/postman.js'
import { freePort } from '../../workers/embedded/ports.js'
import { relayName } from '../../workers/letters/relay-name.js'
import { aProcess } from './a-process.js'
import { inOffice } from './seated-readers.js'
import { anOutbox, outbox, queue, until } from './an-outbox.js'

type Outbox = Awaited<ReturnType<typeof anOutbox>>
const office = 'office@programme.example'
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('a relay sends what lies in the outbox into the mailbox it holds, and leaves with 0 when it is told to end', async () => {
  const { db, settings } = await opened('the relay process')
  const relay = await started(settings)
  await until(async () => (await isOut(db)) || undefined)
  expect(await arrived(db)).toHaveLength(1)
  relay.kill('SIGINT')
  expect(await once(relay, 'exit')).toEqual([0, null])
  const closed = knock(Number(settings.MAILBOX_SMTP_PORT), '127.0.0.1')
  expect(await once(closed, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }])
})

test('a relay ends when the process that started it is gone', async () => {
  const { settings } = await opened('the relay without a parent')
  const relay = await started(settings)
  relay.disconnect()
  expect(await once(relay, 'exit')).toEqual([0, null])
})

test('a relay that is not told its mail server does not start, and says what to set', async () => {
  const { settings } = await opened('the relay without a server')
  const { SMTP_URL: _, ...incomplete } = settings
  const { process: relay, said } = aProcess('workers/send-letters.ts', incomplete)
  expect(await once(relay, 'close')).toEqual([1, null])
  expect(said()).toContain('SMTP_URL is missing.')
})

test('a relay killed in the middle of its letters loses none and doubles none', async () => {
  const { db, settings } = await opened('the relay killed')
  const people = Array.from({ length: 30 }, (_, index) => aReader(index))
  await savePeople(db, { organisations: [], people })
  // Only whoever may see the base is written to.
  const seat = { ...inOffice, organisation: 'o-yueqing', role: 'PM' } as const
  const mandates = people.map(({ id }) => ({ ...seat, id: `m-${id}`, person: id }))
  await saveBootstrapMandates(db, { programme: 'gasme', mandates })
  for (const { id: to } of people) await queue(db, { kind: 'held', seq: 1, facts: { code: 'FMJ' }, to })
  const first = await started(settings)
  const sentBefore = await until(async () => {
    const sent = (await outbox(db)).filter(({ state }) => state === 'sent').length
    return sent > 0 ? sent : undefined
  })
  first.kill('SIGKILL')
  await once(first, 'exit')
  // What the server was still carrying out for the killed process comes to its end first.
  await until(async () => ((await sessionsOfRelay(db)) === 0 ? true : undefined))
  expect(sentBefore).toBeLessThan(people.length)
  expect(await isOut(db)).toBe(false)
  // What it had taken comes back when its lease has run out; the test does not wait for that minute.
  await db
    .updateTable('letter')
    .set({ next_attempt_at: '2026-01-01T00:00:00.000Z' })
    .where('state', '=', 'queued')
    .execute()
  await started(settings)
  await until(async () => (await isOut(db)) || undefined)
  const ids = (await arrived(db)).map(({ message_id: id }) => id).sort()
  expect(ids).toEqual((await outbox(db)).map(({ id }) => messageIdOf(id, office)).sort())
  expect(ids).toHaveLength(people.length + 1)
}, 180_000)

test('the health check finds a relay that works, and none where none does', async () => {
  const { db, settings } = await opened('the relay and its health')
  const check = async (): Promise<unknown> => {
    const { process: checking } = aProcess('workers/relay-health.ts', settings)
    return (await once(checking, 'exit'))[0]
  }
  expect(await check()).toBe(1)
  const relay = await started(settings)
  expect(await check()).toBe(0)
  relay.kill('SIGKILL')
  await once(relay, 'exit')
  expect(await until(async () => ((await check()) === 1 ? 'silent' : undefined))).toBe('silent')
  expect(await heardFrom(db, { name: 'cornerstone', withinSeconds: 60 })).toBe(true)
})

const opened = async (title: string) => {
  const it = await anOutbox(title)
  closing.push(it.close)
  const port = String(await freePort())
  const settings = {
    MODE: 'embedded',
    LOG_LEVEL: 'warn',
    DATABASE_URL: it.url,
    MAIL_FROM: office,
    MAILBOX_SMTP_PORT: port,
    API_PUBLIC_URL: 'http://127.0.0.1:4310',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  }
  return { db: it.db, settings }
}

const started = async (settings: Readonly<Record<string, string>>) => {
  const { process: relay } = aProcess('workers/send-letters.ts', settings)
  closing.push(async () => {
    if (relay.exitCode !== null || relay.signalCode !== null) return
    relay.kill('SIGKILL')
    await once(relay, 'exit')
  })
  expect(await once(relay, 'message')).toEqual([{ ready: true }, undefined])
  return relay
}

const sessionsOfRelay = async (db: Outbox['db']): Promise<number> => {
  const { rows } = await sql<{ sessions: number }>`
    select count(*)::int as sessions from pg_stat_activity
    where datname = current_database() and application_name = ${relayName(hostname())}`.execute(db)
  return rows[0]?.sessions ?? 0
}

const aReader = (index: number) => ({
  id: `p-reader-${index}`,
  email: `reader-${index}@yueqing.example`,
  language: 'en' as const,
  name: { en: `Reader ${index}`, local: `读者 ${index}` },
})

const isOut = async (db: Outbox['db']): Promise<boolean> => (await outbox(db)).every(({ state }) => state === 'sent')

const arrived = (db: Outbox['db']) => db.selectFrom('mailbox_message').select('message_id').execute()
