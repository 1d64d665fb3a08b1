import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { commandIdOf } from '../../api/commands/ask.js'
import { buildApi } from '../../api/app.js'
import { sweep } from '../../api/commands/sweeper.js'
import { bodyMark } from '../../api/commands/fingerprint.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import { readCommand } from '../../db/reads/commands.js'
import { listRefusedAttempts } from '../../db/reads/logs.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

const base = 'gasme-C09-yueqing-1'
let api: AnApi
beforeAll(async () => {
  api = await anApi('commands of the API')
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
  api.door.isUp = true
})

const comment = async (headers: Readonly<Record<string, string>>, text = 'The annex is on its way.') =>
  await api.app.inject({ method: 'POST', url: `/bases/${base}/comments`, headers, payload: { text } })

/** The id of a command that somebody sent under a key. */
const idOf = (key = '', person = 'p-pm-1'): string => commandIdOf({ person, key })

test('a decision is sent under its own key, by the person of the token, with their mandates and without words', async () => {
  const key = randomUUID()
  const answer = await api.app.inject({
    method: 'POST',
    url: `/bases/${base}/steps/1.4a.1/decisions`,
    headers: await api.write('p-so-1', key),
    payload: { option: 'return', code: 'INC', reason: 'Annex 3 lacks a signature.' },
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({
    command: idOf(key, 'p-so-1'),
    ...(accepted.kind === 'accepted' ? accepted.accepted : {}),
  })
  const [sent] = api.door.sent
  expect(sent?.id).toBe(idOf(key, 'p-so-1'))
  expect(sent?.actor).toEqual({
    person: 'p-so-1',
    channel: 'api',
    factor: 'token',
    mandates: [expect.objectContaining({ role: 'SO' })],
  })
  expect(sent?.parcel).toEqual({
    namespace: 'cornerstone',
    workflow: `base/${base}`,
    update: 'decide',
    command: {
      type: 'decide',
      step: '1.4a.1',
      option: 'return',
      code: 'INC',
      reason: { id: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  })
  expect(JSON.stringify(sent)).not.toContain('Annex')
})

test('the same key again gives the first answer byte for byte and sends nothing', async () => {
  const headers = await api.write('p-pm-1')
  const first = await comment(headers)
  api.door.answer = () => ({ kind: 'unanswered' })
  const second = await comment(headers)
  expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body])
  expect(api.door.sent).toHaveLength(1)
})

test('the same key with another body or address is refused', async () => {
  const key = randomUUID()
  await comment(await api.write('p-pm-1', key))
  const others = [
    await comment(await api.write('p-pm-1', key), 'Something else.'),
    await api.app.inject({
      method: 'POST',
      url: `/bases/gasme-C01-dali-1/comments`,
      headers: await api.write('p-pm-1', key),
      payload: { text: 'The annex is on its way.' },
    }),
  ]
  expect(others.map((answer) => [answer.statusCode, bodyOf(answer).code])).toEqual(
    others.map(() => [409, 'idempotency_conflict']),
  )
  expect(api.door.sent).toHaveLength(1)
})

test('whoever waited on an act that was recorded under another text hears that the key is taken', async () => {
  const key = randomUUID()
  const note = (hash: string) =>
    api.parts.db.updateTable('command').set({ body_hash: hash }).where('id', '=', idOf(key)).execute()
  for (const delivery of [accepted, nothingDone, refusal]) {
    // What `record` does where it finds the note of another text.
    api.door.answer = async () => {
      await note('f'.repeat(64))
      return delivery
    }
    const answer = await comment(await api.write('p-pm-1', key))
    expect([answer.statusCode, bodyOf(answer).code]).toEqual([409, 'idempotency_conflict'])
    expect(await readCommand(api.parts.db, { id: idOf(key) })).toMatchObject({ outcome: null })
    await note(bodyMark({ text: 'The annex is on its way.' }).bodyHash)
    await api.parts.db
      .updateTable('command')
      .set({ accepted: null, state: 'unsent' })
      .where('id', '=', idOf(key))
      .execute()
  }
})

const nothingDone: Delivery = { kind: 'accepted', accepted: { head: 2, entries: [] } }
const refusal: Delivery = { kind: 'refused', refusal: { code: 'already_acted', detail: { step: '1.10.1' } } }

test('a refusal is answered by its kind, kept under the key, and logged', async () => {
  api.door.answer = () => ({ kind: 'refused', refusal: { code: 'already_acted', detail: { step: '1.10.1' } } })
  const headers = await api.write('p-pm-1')
  const first = await comment(headers)
  expect([first.statusCode, first.json()]).toEqual([
    409,
    expect.objectContaining({ code: 'already_acted', status: 409 }),
  ])
  expect(bodyOf(first).detail).toContain('1.10.1')
  api.door.answer = () => accepted
  expect((await comment(headers)).body).toBe(first.body)
  const { items } = await listRefusedAttempts(api.parts.db, { stream: base, limit: 1 })
  expect(items).toMatchObject([{ actor: 'p-pm-1', code: 'already_acted', commandId: idOf(headers['idempotency-key']) }])
})

test('while Temporal is away nothing is sent, the answer is 503, and the same key works later', async () => {
  const headers = await api.write('p-pm-1')
  api.door.isUp = false
  const away = await comment(headers)
  expect([away.statusCode, bodyOf(away).code, away.headers['retry-after']]).toEqual([503, 'unavailable', '5'])
  expect(bodyOf(away).detail).toContain('Temporal')
  expect(await sweep(api.parts, { waitedMs: -1000 })).toBe(0)
  api.door.isUp = true
  expect((await comment(headers)).statusCode).toBe(200)
})

test('a command without an answer is 202, can be asked for, and is sent again until it has one', async () => {
  api.door.answer = () => ({ kind: 'unanswered' })
  const headers = await api.write('p-pm-1')
  const pending = await comment(headers)
  expect([pending.statusCode, pending.json()]).toEqual([
    202,
    { command: idOf(headers['idempotency-key']), ask: `/commands/${idOf(headers['idempotency-key'])}` },
  ])
  const ask = async () => await api.app.inject({ url: bodyOf(pending).ask, headers: await api.as('p-pm-1') })
  expect((await ask()).json()).toMatchObject({ state: 'sent', answer: null })
  expect(await sweep(api.parts, { waitedMs: -1000 })).toBe(0)
  api.door.answer = () => accepted
  expect(await sweep(api.parts, { waitedMs: -1000 })).toBe(1)
  expect(new Set(api.door.sent.map(({ id }) => id))).toEqual(new Set([idOf(headers['idempotency-key'])]))
  expect((await ask()).json()).toMatchObject({ state: 'accepted', answer: { status: 200 } })
  expect((await comment(headers)).statusCode).toBe(200)
  expect(await sweep(api.parts, { waitedMs: -1000 })).toBe(0)
})

test('whoever may not know of a command hears that there is none', async () => {
  const headers = await api.write('p-pm-1')
  await comment(headers)
  const url = `/commands/${idOf(headers['idempotency-key'])}`
  const stranger = await api.app.inject({ url, headers: await api.as('p-C01-dali-lg') })
  expect([stranger.statusCode, bodyOf(stranger).code]).toEqual([404, 'not_found'])
  expect((await api.app.inject({ url, headers: await api.as('p-au-1') })).statusCode).toBe(200)
})

test('what stands in the way is said by its name', async () => {
  const cases: readonly (readonly [Delivery, number, string])[] = [
    [{ kind: 'busy' }, 429, 'too_many'],
    [{ kind: 'no_workflow' }, 404, 'not_nominated'],
  ]
  for (const [delivery, status, code] of cases) {
    api.door.answer = () => delivery
    const answer = await comment(await api.write('p-pm-1'))
    expect([answer.statusCode, bodyOf(answer).code]).toEqual([status, code])
  }
})

test('a base of a programme that does not exist is not there', async () => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/bases/nowhere-C01-dali-1/comments',
    headers: await api.write('p-pm-1'),
    payload: { text: 'a' },
  })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([404, 'not_found'])
  expect(bodyOf(answer).detail).toContain('nowhere-C01-dali-1')
})

test('while no paper could be kept nothing new is sent, and the answer says why; a repeat hears what it heard', async () => {
  const [key, words] = [randomUUID(), 'The annex is on its way.']
  const before = await comment(await api.write('p-pm-1', key), words)
  const greedy = createFolderStore({ folder: tmpdir(), freeBytesAtLeast: Number.MAX_SAFE_INTEGER })
  const full = await buildApi({ ...api.parts, documents: greedy })
  const post = async (headers: Readonly<Record<string, string>>) =>
    await full.inject({ method: 'POST', url: `/bases/${base}/comments`, headers, payload: { text: words } })
  const refused = await post(await api.write('p-pm-1'))
  expect([refused.statusCode, bodyOf(refused).code]).toEqual([507, 'document_store_full'])
  expect((await post(await api.write('p-pm-1', key))).body).toBe(before.body)
  expect(api.door.sent).toHaveLength(1)
  await full.close()
})

test('a defect behind the edge is 500 with a number and nothing of the inside', async () => {
  api.door.answer = () => Promise.reject(new Error('select secret from inside'))
  const answer = await comment(await api.write('p-pm-1'))
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([500, 'unexpected'])
  expect(answer.body).not.toMatch(/secret|at .*\.ts/)
  expect(bodyOf(answer).detail).toContain(bodyOf(answer).requestId)
})

test('a key under which a defect was met may come again: it is sent under the same id, and another text is refused', async () => {
  const key = randomUUID()
  api.door.answer = () => Promise.reject(new Error('broken'))
  expect((await comment(await api.write('p-pm-1', key))).statusCode).toBe(500)
  const other = await comment(await api.write('p-pm-1', key), 'Something else.')
  expect([other.statusCode, bodyOf(other).code]).toEqual([409, 'idempotency_conflict'])
  api.door.answer = () => accepted
  const again = await comment(await api.write('p-pm-1', key))
  expect(again.statusCode).toBe(200)
  expect(api.door.sent.map(({ id }) => id)).toEqual([idOf(key), idOf(key)])
  expect((await comment(await api.write('p-pm-1', key))).body).toBe(again.body)
})

test('hold, resume, withdraw, what comes back and what is raised are sent as what they are', async () => {
  const reason = 'because of the flood'
  const kept = { reason: { id: expect.any(String), hash: expect.any(String) } }
  const acts: readonly (readonly [string, object, object])[] = [
    ['holds', { code: 'INC', reason }, { type: 'hold', code: 'INC', ...kept }],
    ['resumptions', {}, { type: 'resume' }],
    ['withdrawals', { code: 'WDR', reason }, { type: 'withdraw', code: 'WDR', ...kept }],
    ['steps/1.2b.1/revocations', { code: 'DAT', reason }, { type: 'revoke', step: '1.2b.1', code: 'DAT', ...kept }],
    ['steps/1.2b.1/voids', { code: 'DAT', reason }, { type: 'propose_void', step: '1.2b.1', code: 'DAT', ...kept }],
    ['steps/1.2b.1/voids/confirmations', { seq: 3 }, { type: 'confirm_void', step: '1.2b.1', seq: 3 }],
    [
      'matters',
      { matter: 'amendment', code: 'TXT', reason },
      { type: 'raise', matter: 'amendment', code: 'TXT', ...kept },
    ],
  ]
  for (const [resource, payload, command] of acts) {
    const headers = await api.write('p-pm-1')
    const answer = await api.app.inject({ method: 'POST', url: `/bases/${base}/${resource}`, headers, payload })
    expect(answer.statusCode).toBe(200)
    expect(api.door.sent.at(-1)?.parcel.command).toEqual(command)
  }
})
