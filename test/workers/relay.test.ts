import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import pino from 'pino'
import { linkOfToken } from '../../db/reads/links.js'
import { listMailbox, readMailboxMessage } from '../../db/reads/mailbox.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { keepMailboxMessage } from '../../db/writes/mailbox.js'
import { createMailbox, type Mailbox } from '../../mail/mailbox.js'
import { createPostman, messageIdOf, type Postman } from '../../mail/postman.js'
import { startRelay } from '../../workers/relay.js'
import { type RelayParts } from '../../workers/letters/relay-parts.js'
import { startScriptedServer } from '../mail/scripted-server.js'
import { anOutbox, outbox, queue, reader, until } from './an-outbox.js'

type Outbox = Awaited<ReturnType<typeof anOutbox>>
const from = { name: 'Programme office', address: 'office@programme.example' }
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('a letter leaves at once when it is queued, once, in the words and the language of its reader', async () => {
  const { db, url } = await opened('letters leave')
  const mailbox = await mailboxOf(db)
  relay({ db, databaseUrl: url, postman: postmanTo(`smtp://127.0.0.1:${mailbox.port}`) })
  const message = await until(() => db.selectFrom('mailbox_message').selectAll().executeTakeFirst())
  const [letter] = await until(async () =>
    (await outbox(db)).every(({ state }) => state === 'sent') ? outbox(db) : undefined,
  )
  expect(message.recipient).toBe(reader.email)
  expect(message.message_id).toBe(messageIdOf(letter?.id ?? '', from.address))
  for (const said of ['林女士', '乐清低压电器', '提交合作意向函', 'http://127.0.0.1:4310/act#', '2027年']) {
    expect(message.text).toContain(said)
  }
  const { letters_sent: sent } = await db.selectFrom('base').select('letters_sent').executeTakeFirstOrThrow()
  expect(sent).toBe(1)
})

test('a letter that asks for an act bears a link for just that, and its token lies nowhere in the database (0051)', async () => {
  const { db, url } = await opened('letters with links')
  const mailbox = await mailboxOf(db)
  await queue(db, { kind: 'held', seq: 1, facts: { code: 'FMJ' } })
  relay({ db, databaseUrl: url, postman: postmanTo(`smtp://127.0.0.1:${mailbox.port}`) })
  await until(async () => (await outbox(db)).every(({ state }) => state === 'sent') || undefined)
  const read = await Promise.all(
    (await listMailbox(db, { limit: 10 })).items.map(({ id }) => readMailboxMessage(db, { id })),
  )
  const tokens = read.flatMap((mail) =>
    [...(mail?.text ?? '').matchAll(/\/act#([\w-]{43})\n/g)].map(([, token]) => token),
  )
  // The same link in each language of the letter.
  expect(new Set(tokens).size).toBe(1)
  expect(await linkOfToken(db, tokens[0] ?? '')).toMatchObject({
    person: reader.id,
    seat: 'm-LG-1',
    base: 'gasme-C09-yueqing-1',
    step: '1.2a.1',
    documents: [],
    isRevoked: false,
  })
  const { rows } = await sql<{ all: string }>`select database_to_xml(true, false, '')::text as all`.execute(db)
  expect(rows[0]?.all).toContain('/act#')
  expect(rows[0]?.all).not.toContain(tokens[0])
  expect(rows[0]?.all).toContain(tokenHash(tokens[0] ?? ''))
})

test('two relays on one outbox send each letter once, and what waits for one reader together', async () => {
  const { db, url } = await opened('two relays')
  const mailbox = await mailboxOf(db)
  for (let seq = 1; seq <= 3; seq += 1) {
    await queue(db, { kind: 'held', seq, facts: { code: 'FMJ' } })
    await queue(db, { kind: 'resumed', seq, facts: {} })
  }
  const postman = postmanTo(`smtp://127.0.0.1:${mailbox.port}`)
  relay({ db, databaseUrl: url, postman })
  relay({ db, databaseUrl: url, postman })
  await until(async () => (await outbox(db)).every(({ state }) => state === 'sent') || undefined)
  expect((await outbox(db)).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1, 1, 1])
  const mails = await db.selectFrom('mailbox_message').select('text').execute()
  const told = mails.flatMap(({ text }) => text.match(/起暂停办理，各项|起恢复办理，暂停|现由贵方办理/g) ?? [])
  expect([mails.length < 7, told.length]).toEqual([true, 7])
})

test('a letter that a server asks to be sent again later is tried again, and given up when refused for good', async () => {
  const { db } = await opened('later and never')
  const busy = await scripted(451)
  const first = relay({ db, postman: postmanTo(busy.url) })
  const [waiting] = await until(async () => (((await outbox(db))[0]?.attempts ?? 0) > 1 ? outbox(db) : undefined))
  expect(waiting).toMatchObject({ state: 'queued', response: expect.stringContaining('451') })
  await first.stop()
  const refusing = await scripted(550)
  relay({ db, postman: postmanTo(refusing.url) })
  const [refused] = await until(async () => ((await outbox(db))[0]?.state === 'failed' ? outbox(db) : undefined))
  expect(refused?.response).toContain('550')
})

test('a letter that cannot be written is given up and holds up none behind it', async () => {
  const { db } = await opened('unwritable')
  const mailbox = await mailboxOf(db)
  await db.updateTable('step').set({ calendar: 'CN@Nowhere/Land' }).execute()
  const behind = await queue(db, { kind: 'held', seq: 1, facts: { code: 'FMJ' } })
  relay({ db, postman: postmanTo(`smtp://127.0.0.1:${mailbox.port}`) })
  const letters = await until(async () => {
    const rows = await outbox(db)
    return rows.every(({ state }) => state !== 'queued' && state !== 'unknown') ? rows : undefined
  })
  expect(letters.find(({ id }) => id === behind)?.state).toBe('sent')
  expect(letters.find(({ kind }) => kind === 'step_opened')).toMatchObject({
    state: 'failed',
    response: 'not sent: the letter could not be written; the log of the relay says why',
  })
})

test('letters of a rehearsal never go to a server that may reach the world', async () => {
  const { db } = await opened('rehearsal letters')
  await db.updateTable('base').set({ rehearsal: true }).execute()
  const mailbox = await mailboxOf(db)
  relay({ db, postman: postmanTo(`smtp://127.0.0.1:${mailbox.port}`), sendsRehearsals: false })
  const [kept] = await until(async () => ((await outbox(db))[0]?.state === 'failed' ? outbox(db) : undefined))
  expect(kept?.response).toBe('not sent: letters of a rehearsal go to the mailbox of the same machine only')
  expect(await db.selectFrom('mailbox_message').select('id').execute()).toEqual([])
})

test('a relay killed between sending and noting leaves a binding notice unknown, and nobody sends it again', async () => {
  const { db, url } = await opened('killed in between')
  const mailbox = await mailboxOf(db)
  await db.updateTable('letter').set({ state: 'sent' }).execute()
  const files = [{ language: 'zh-CN' as const, sha256: 'f'.repeat(64) }]
  const id = await queue(db, { kind: 'document_made', seq: 1, facts: { kind: 'decision_letter', files } })
  await killedAfterSending({ url, port: mailbox.port })
  await db.updateTable('letter').set({ next_attempt_at: '2026-01-01T00:00:00.000Z' }).where('id', '=', id).execute()
  const later = await queue(db, { kind: 'held', seq: 2, facts: {} })
  relay({ db, databaseUrl: url, postman: postmanTo(`smtp://127.0.0.1:${mailbox.port}`) })
  const states = await until(async () => {
    const rows = new Map((await outbox(db)).map((letter) => [letter.id, letter.state]))
    return rows.get(later) === 'sent' ? rows : undefined
  })
  expect(states.get(id)).toBe('unknown')
  expect(await arrivals(db, id)).toBe(1)
})

test('a relay killed between sending and noting sends a reminder again under the same Message-ID', async () => {
  const { db, url } = await opened('reminded twice')
  const mailbox = await mailboxOf(db)
  const [reminder] = await outbox(db)
  const id = reminder?.id ?? ''
  await killedAfterSending({ url, port: mailbox.port })
  expect((await outbox(db))[0]?.state).toBe('queued')
  await db.updateTable('letter').set({ next_attempt_at: '2026-01-01T00:00:00.000Z' }).execute()
  relay({ db, databaseUrl: url, postman: postmanTo(`smtp://127.0.0.1:${mailbox.port}`) })
  const [sent] = await until(async () => ((await outbox(db))[0]?.state === 'sent' ? outbox(db) : undefined))
  expect(sent?.attempts).toBe(2)
  expect(await arrivals(db, id)).toBe(1)
})

const opened = async (title: string): Promise<Outbox> => {
  const it = await anOutbox(title)
  closing.push(it.close)
  return it
}

const mailboxOf = async (db: Outbox['db']): Promise<Mailbox> => {
  const keep = ({ to, ...mail }: Parameters<Parameters<typeof createMailbox>[0]['keep']>[0]) =>
    keepMailboxMessage(db, { ...mail, to: to.join(', ') })
  const mailbox = await createMailbox({ port: 0, host: '127.0.0.1', keep })
  closing.push(mailbox.close)
  return mailbox
}

const postmanTo = (smtpUrl: string): Postman => {
  const postman = createPostman({ smtpUrl, from })
  closing.push(postman.close)
  return postman
}

const relay = (parts: Pick<RelayParts, 'db' | 'postman'> & Partial<RelayParts>) => {
  const running = startRelay({
    log: pino({ level: 'silent' }),
    publicUrl: 'http://127.0.0.1:4310',
    sendsRehearsals: true,
    ...parts,
  })
  closing.push(running.stop)
  return running
}

const scripted = async (answer: number) => {
  const server = await startScriptedServer({ after: 'DATA', answer })
  closing.push(server.close)
  return server
}

const killedAfterSending = async (where: { readonly url: string; readonly port: number }): Promise<void> => {
  const child = fork(fileURLToPath(new URL('./dying-relay.ts', import.meta.url)), [JSON.stringify(where)], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

const arrivals = async (db: Outbox['db'], id: string): Promise<number> => {
  const messageId = messageIdOf(id, from.address)
  return (await db.selectFrom('mailbox_message').select('id').where('message_id', '=', messageId).execute()).length
}
