import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sampleProgramme } from '../../api/contract/rehearsal.js'
import { keepMailboxMessage } from '../../db/writes/mailbox.js'
import { anApi, type AnApi } from './an-api.js'
import { signedInAt } from './signed-in.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let [real, sampled] = ['', '']

beforeAll(async () => {
  api = await anApi('time and letters of a sample')
  const begun = { method: 'POST', url: '/rehearsals', payload: { id: sampleProgramme } } as const
  await api.app.inject({ ...begun, headers: await api.write('p-pm-1') })
  real = await reviewedAt('gasme')
  sampled = await reviewedAt(sampleProgramme)
}, 60_000)
afterAll(() => api.close())

/** What came last is of the first of January 2099, which is today for a rehearsal alone; its review opens in February. */
const reviewedAt = async (programme: string): Promise<string> => {
  const base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64), programme })
  const { db } = api.parts
  const [entered, last] = ['2098-11-20T09:00:00.000Z', '2099-01-01T00:00:00.000Z']
  await db
    .updateTable('base')
    .set({ stage: 'yearly_review', status: 'active_green', updated_at: last })
    .where('id', '=', base)
    .execute()
  const stage = { base, no: 1, stage: 'yearly_review', year: 2098, entered_at: entered, left_at: null } as const
  await db
    .insertInto('base_stage')
    .values({ ...stage, outcome: null, code: null })
    .execute()
  await openStep(api, { base, key: '5.1', role: 'PM' })
  await db.updateTable('step').set({ due_at: '2099-02-01T00:00:00.000Z' }).where('base', '=', base).execute()
  return base
}

test('a review is ahead within ninety days of the clock of its own base, and not of the clock on the wall', async () => {
  const manager = await signedInAt(api.app, 'p-pm-1')
  const ahead = async (query: string) => (await manager.ask(`/bases?view=reviews&lang=en${query}`)).body
  expect(await ahead(`&programme=${sampleProgramme}`)).toContain(sampled)
  expect(await ahead('')).not.toContain(real)
})

test('a review under way is since the day it was opened, whatever sheet of the year was opened since', async () => {
  const { db } = api.parts
  const opening = { opened_seq: 1, closed_at: '2098-12-31T16:00:00.000Z' }
  await db.updateTable('step').set(opening).where('base', '=', sampled).where('key', '=', '5.1').execute()
  await openStep(api, { base: sampled, key: '5.14a', role: 'CLO' })
  const manager = await signedInAt(api.app, 'p-pm-1')
  const { body } = await manager.ask(`/bases?view=reviews&lang=en&programme=${sampleProgramme}`)
  expect(body).toMatch(/under way since <time dateTime="2098-12-31T16:00:00.000Z"/i)
})

const mailed = async ({
  base,
  programme,
  subject,
}: Readonly<Record<'base' | 'programme' | 'subject', string>>): Promise<void> => {
  const id = randomUUID()
  const at = '2027-01-05T09:00:00.000Z'
  const row = { id, programme, base, seq: 2, kind: 'step_opened', step: '5.1.1', recipient: 'p-pm-1' } as const
  await api.parts.db
    .insertInto('letter')
    .values({ ...row, language: 'en', facts: '{}', state: 'sent', queued_at: at, next_attempt_at: at, sent_at: at })
    .execute()
  const mail = { receivedAt: at, from: 'office@cornerstone.invalid', to: 'pm@x.example', text: 'Hello', html: null }
  await keepMailboxMessage(api.parts.db, { ...mail, subject, messageId: `<${id}@cornerstone.invalid>` })
}

test('the mailbox of a trial shows the letters of one world at a time, and says of which', async () => {
  await mailed({ base: real, programme: 'gasme', subject: 'A real letter' })
  await mailed({ base: sampled, programme: sampleProgramme, subject: 'A letter of the sample' })
  const unsigned = { receivedAt: '2027-01-05T09:00:00.000Z', from: 'a@x', to: 'b@x', text: 'Hello', html: null }
  await keepMailboxMessage(api.parts.db, { ...unsigned, subject: 'Of no programme', messageId: '<m9@x>' })
  const shown = async (url: string) => {
    const { body } = await api.app.inject(`${url}${url.includes('?') ? '&' : '?'}lang=en`)
    const subjects = ['A real letter', 'A letter of the sample', 'Of no programme'].filter((one) => body.includes(one))
    return { subjects, isMarked: body.includes('everything on this page is invented') }
  }
  expect(await shown('/mailbox')).toEqual({ subjects: ['A real letter', 'Of no programme'], isMarked: false })
  expect(await shown(`/mailbox?programme=${sampleProgramme}`)).toEqual({
    subjects: ['A letter of the sample'],
    isMarked: true,
  })
})

test('the mailbox of a trial is searched by the address of a person and by words of a subject', async () => {
  const shown = async (q: string) => {
    const { body } = await api.app.inject(`/mailbox?lang=en&q=${encodeURIComponent(q)}`)
    return ['A real letter', 'Of no programme'].filter((one) => body.includes(one))
  }
  expect(await shown('PM@x')).toEqual(['A real letter'])
  expect(await shown('programme no')).toEqual(['Of no programme'])
  expect((await api.app.inject('/mailbox?lang=en&q=nobody@')).body).toContain('No letter with these words.')
})

test('programmes are a page, and a list that has none is given to a browser whatever language its address names', async () => {
  const manager = await signedInAt(api.app, 'p-pm-1')
  const page = await manager.ask('/programmes?lang=zh-CN')
  expect(page.body).toContain('您任职的各个项目')
  expect(page.body).toContain(`href="/programmes/${sampleProgramme}/people"`)
  const list = '/programmes/gasme/calls?lang=zh-CN'
  expect((await manager.ask(list)).statusCode).toBe(200)
  const asProgram = await api.app.inject({ url: list, headers: await api.as('p-pm-1') })
  expect([asProgram.statusCode, asProgram.json()]).toMatchObject([400, { errors: [{}] }])
})
