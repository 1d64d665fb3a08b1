import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { z } from 'zod'
import { headOf } from '../../db/reads/heads.js'
import { makeApiToken } from '../../db/writes/api-tokens.js'
import { messageIdOf, type AddressedLetter } from '../../mail/postman.js'
import { mailQuestions } from '../../workers/letters/third-party-letters.js'
import { stepOpened } from '../db/an-example.js'
import { exampleBase } from '../support/an-example.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'
import { recordAfter } from './a-recorded-life.js'
import { recording, sendForm } from './by-link.js'
import { reportOf } from './mails-that-come-in.js'
import { activity, clusterBody, notedActivities } from './noted-activities.js'

let api: AnApi
let machine: string

beforeAll(async () => {
  api = await anApi('asking somebody outside')
  const base = await notedActivities(api)
  const after = await headOf(api.parts.db, exampleBase)
  // Who checks the work reads of it as long as the check is open.
  await recordAfter(api, { base, after, by: clusterBody, events: [stepOpened('5.3b.1', 'SO')] })
  api.door.answer = recording(api)
  const { token } = await makeApiToken(api.parts.db, {
    programme: 'gasme',
    person: 'p-ad-1',
    name: 'mail-server',
    scopes: ['mail'],
    endsAt: '2098-01-01T00:00:00.000Z',
    by: 'p-pd-1',
    at: dayOfTheApi,
  })
  machine = `Bearer ${token}`
}, 60_000)
afterAll(() => api.close())

interface Asked {
  readonly email: string
  readonly of?: string
  readonly as?: string
}

const ask = async ({ email, of = activity('r1'), as = 'p-C09-yueqing-clo' }: Asked) =>
  api.app.inject({
    method: 'POST',
    url: `/bases/${exampleBase}/third-parties`,
    headers: { ...(await api.as(as)), 'idempotency-key': randomUUID() },
    payload: { activity: of, email },
  })
const kept = async (): Promise<number> => (await api.parts.db.selectFrom('third_party').select('id').execute()).length

/** Mails what waits, and gives the Message-ID and the token of the last letter. */
const mailed = async (after = 0): Promise<{ readonly message: string; readonly token: string }> => {
  const letters: AddressedLetter[] = []
  const postman = {
    send: async (letter: AddressedLetter) => {
      letters.push(letter)
      return { accepted: true, response: '250 taken' } as const
    },
    close: () => undefined,
  }
  const log = pino({ enabled: false })
  const { db } = api.parts
  const parts = { db, postman, log, publicUrl: 'http://127.0.0.1:4310', sendsRehearsals: false }
  await mailQuestions(parts, new Date(Date.parse(dayOfTheApi) + after))
  const last = letters.at(-1)
  if (last === undefined) throw new Error('a question waits to be mailed')
  const message = messageIdOf(last.outboxId, 'office@example.org').replace(/^<(.*)@example\.org>$/, '$1')
  return { message, token: /\/confirm#([\w-]{43})/.exec(last.text)?.[1] ?? '' }
}
/** Brings a report about a mail of ours as the mail server does. */
const comesBack = async (letter: string, action: 'failed' | 'delayed' = 'failed') =>
  api.app.inject({
    method: 'POST',
    url: '/programmes/gasme/mail',
    headers: { authorization: machine, 'content-type': 'message/rfc822' },
    payload: reportOf({ letter, action }),
  })
const opens = async (token: string): Promise<number> =>
  (await sendForm(api, { url: '/confirm', fields: { token, lang: 'en' } })).statusCode
const Followed = z.object({ items: z.array(z.looseObject({ id: z.string(), thirdParty: z.unknown().optional() })) })
const standing = async () => {
  const url = `/bases/${exampleBase}/follow-up?kind=activity`
  const headers = await api.as('p-C09-yueqing-clo')
  const { items } = Followed.parse((await api.app.inject({ url, headers })).json())
  return items.find(({ id }) => id === activity('r1'))?.thirdParty
}

test.each([
  ['the own one', 'zeng.meiling@yueqing.example'],
  ['the own one in other letters', 'Zeng.Meiling@YUEQING.example'],
  ['the own one behind a plus', 'zeng.meiling+buyer@yueqing.example'],
  ['one of the local government of the base', 'han.jingwen@yueqing.example'],
  ['a visitor of the programme, who has no seat of a base', 'gunther.nordmann@nordhafen.example'],
  ['the manager of the programme', 'eleanor.whitcombe@programme.example'],
  ['somebody of another place', 'huang.mingzhe@dali.example'],
])('whoever noted the work names no address on record in the programme, here %s', async (_which, email) => {
  const before = await kept()
  const answer = await ask({ email })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([409, 'third_party_not_outside'])
  // Whose it is is told to nobody, and nothing of it is kept.
  expect(answer.body).not.toMatch(/zeng|han\.|p-C09|Meiling|Jingwen|nordmann|whitcombe|mingzhe|p-sv|p-pm/i)
  expect([await kept(), api.door.sent.length]).toEqual([before, 0])
})

test('whoever once held a seat in the programme stays inside when it has ended', async () => {
  const { db } = api.parts
  await db.updateTable('mandate').set({ revoked_at: dayOfTheApi }).where('person', '=', 'p-C01-dali-clo').execute()
  expect(bodyOf(await ask({ email: 'huang.mingzhe@dali.example' })).code).toBe('third_party_not_outside')
})

test('who checks the work names no colleague of the own organisation, and whoever may not ask is told nothing of addresses', async () => {
  const colleague = 'eleanor.whitcombe@programme.example'
  expect(bodyOf(await ask({ email: colleague, as: 'p-so-1' })).code).toBe('third_party_not_outside')
  for (const email of [colleague, 'zeng.meiling@yueqing.example', 'nobody@outside.example'])
    expect(bodyOf(await ask({ email, as: 'p-pm-1' })).code).toBe('not_your_role')
  api.door.sent.length = 0
})

test('somebody outside is asked, also from the domain of the own side: the twin', async () => {
  expect((await ask({ email: 'visitor@yueqing.example' })).statusCode).toBe(200)
  expect(await standing()).toMatchObject({ state: 'waits' })
})

test('a question that came back is told as not delivered, its link is dead, and another address may be named at once', async () => {
  const first = await mailed()
  expect(await opens(first.token)).toBe(200)
  expect((await comesBack(first.message, 'delayed')).json()).toMatchObject({ kind: 'delayed', base: exampleBase })
  // As long as it waits nobody else is asked, and the id of the question, which the ledger tells, makes up no report.
  expect(bodyOf(await ask({ email: 'another@outside.example' })).code).toBe('third_party_waits')
  const guessed = first.message.replace(/[0-9a-f]{32}$/, '0'.repeat(32))
  expect((await comesBack(guessed)).json()).toMatchObject({ kind: 'not_ours' })
  expect([await standing(), await opens(first.token)]).toMatchObject([{ state: 'waits' }, 200])

  const taken = await comesBack(first.message)
  expect(taken.json()).toEqual({ kind: 'bounced', base: exampleBase, letters: [] })
  expect([await standing(), await opens(first.token)]).toMatchObject([
    { state: 'not_delivered', stateLabel: { en: 'The question could not be delivered' } },
    410,
  ])
  api.door.answer = recording(api, new Date(Date.parse(dayOfTheApi) + 60_000).toISOString())
  expect((await ask({ email: 'another@outside.example' })).statusCode).toBe(200)
  expect(await standing()).toMatchObject({ state: 'waits' })
  const entries = await api.parts.db
    .selectFrom('ledger_entry')
    .select('payload')
    .where('stream', '=', exampleBase)
    .where('type', '=', 'third_party_asked')
    .orderBy('seq')
    .execute()
  const [one, other] = entries.map(({ payload }) => z.looseObject({ confirmation: z.string() }).parse(payload))
  expect([one?.['instead'], other?.['instead']]).toEqual([undefined, one?.confirmation])
  const second = await mailed(120_000)
  expect([await opens(first.token), await opens(second.token)]).toEqual([410, 200])
})

test('an answer that was given is not taken away by a report that comes later', async () => {
  const { db } = api.parts
  const [row] = await db
    .selectFrom('third_party')
    .select(['id', 'token_hash'])
    .where('token_hash', 'is not', null)
    .execute()
  if (typeof row?.token_hash !== 'string') throw new Error('the second question waits')
  const answered = { answer: 'confirmed', answered_at: dayOfTheApi, seal: '00000000.'.padEnd(73, '0') } as const
  await db.updateTable('third_party').set(answered).where('id', '=', row.id).execute()
  const message = `question-${row.id}-${row.token_hash.slice(0, 32)}`
  expect((await comesBack(message)).json()).toMatchObject({ kind: 'not_ours' })
})
