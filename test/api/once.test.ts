import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { HttpAnswer } from '../../api/commands/answer.js'
import type { WriteRequest } from '../../api/commands/ask.js'
import { bodyMark } from '../../api/commands/fingerprint.js'
import { once } from '../../api/commands/once.js'
import { readCommand } from '../../db/reads/commands.js'
import { anApi } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('what the edge does itself')
})
afterAll(() => api.close())

const askWith = (text: string, key: string): WriteRequest => ({
  key,
  person: 'p-pm-1',
  route: 'POST /somewhere',
  ...bodyMark({ text }),
  setting: { locale: 'en', instance: '/somewhere', requestId: 'r' },
})
const says = (status: number, body: string): HttpAnswer => ({ status, body })
const doing = (ask: WriteRequest, work: () => Promise<HttpAnswer>) => once(api.parts, { ask, stream: 'gasme', work })
/** The same in another process of the API, which knows nothing of what is under way in this one. */
const doingElsewhere = (ask: WriteRequest, work: () => Promise<HttpAnswer>) =>
  once({ ...api.parts }, { ask, stream: 'gasme', work })

test('a second click waits for what the first one does, and nothing is done twice', async () => {
  const ask = askWith('clicked', randomUUID())
  const done: string[] = []
  const clicks = ['first', 'second', 'third'].map((click) =>
    doing(ask, async () => {
      done.push(click)
      await readCommand(api.parts.db, { id: ask.key })
      return says(200, click)
    }),
  )
  expect(await Promise.all(clicks)).toEqual(clicks.map(() => says(200, 'first')))
  expect(done).toEqual(['first'])
})

test('a second click is at work itself where the first one failed', async () => {
  const ask = askWith('failed', randomUUID())
  const first = doing(ask, async () => Promise.reject(new Error('away')))
  const second = doing(ask, async () => says(200, 'second'))
  await expect(first).rejects.toThrow('away')
  expect(await second).toEqual(says(200, 'second'))
})

test('two processes that do the same at once are told the same bytes, those that were kept first', async () => {
  const ask = askWith('one', randomUUID())
  const first = await doing(ask, async () => {
    expect(await doingElsewhere(ask, async () => says(200, 'by the second'))).toEqual(says(200, 'by the second'))
    return says(200, 'by the first')
  })
  expect(first).toEqual(says(200, 'by the second'))
  expect(await doing(ask, async () => says(200, 'later'))).toEqual(first)
})

test('a no of the edge is kept as refused, a yes as accepted', async () => {
  const [yes, no] = [randomUUID(), randomUUID()]
  await doing(askWith('yes', yes), async () => says(201, 'done'))
  await doing(askWith('no', no), async () => says(409, 'not done'))
  expect((await readCommand(api.parts.db, { id: yes }))?.state).toBe('accepted')
  expect((await readCommand(api.parts.db, { id: no }))?.state).toBe('refused')
})

test('another text under a key is refused, before its work is done and where it was answered meanwhile', async () => {
  const key = randomUUID()
  const other = doing(askWith('other', key), async () => {
    await api.parts.db
      .updateTable('command')
      .set({ body_hash: bodyMark({ text: 'one' }).bodyHash })
      .where('id', '=', key)
      .execute()
    return says(200, 'the other')
  })
  await expect(other).rejects.toMatchObject({ no: { code: 'idempotency_conflict' } })
  expect(await doing(askWith('one', key), async () => says(200, 'the one'))).toEqual(says(200, 'the one'))
  const never = (): never => {
    throw new Error('done in vain')
  }
  await expect(doing(askWith('other', key), async () => never())).rejects.toMatchObject({
    no: { code: 'idempotency_conflict' },
  })
})
