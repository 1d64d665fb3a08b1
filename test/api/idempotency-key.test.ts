import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { commandIdOf } from '../../api/commands/ask.js'
import { accepted, anApi, bodyOf, type AnApi } from './an-api.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let base = ''
beforeAll(async () => {
  api = await anApi('names of writes')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})

const comment = async (key: string, { as = 'p-pm-1', text = 'The map came by post.' } = {}) =>
  await api.app.inject({
    method: 'POST',
    url: `/bases/${base}/comments`,
    headers: await api.write(as, key),
    payload: { text },
  })

test.each([
  ['one letter', 'x'],
  ['words', 'my third try, in May'],
  ['255 characters', 'y'.repeat(255)],
  ['a UUID', '8E03978E-40D5-43DD-BC93-6894A57F9324'],
  ['what looks like a statement', "'; drop table command; --"],
])('a key may be %s, and the same again gives the first answer and sends nothing', async (_what, key) => {
  const first = await comment(key)
  expect(first.statusCode).toBe(200)
  expect((await comment(key)).body).toBe(first.body)
  expect(api.door.sent.map(({ id }) => id)).toEqual([commandIdOf({ person: 'p-pm-1', key })])
  expect(first.json()).toMatchObject({ command: commandIdOf({ person: 'p-pm-1', key }) })
})

/** As a header travels: byte for byte. */
const inBytes = (text: string): string => Buffer.from(text).toString('latin1')

test('characters are counted and not bytes, and by what was written the command is found', async () => {
  const key = '钥'.repeat(255)
  const sent = await comment(inBytes(key))
  expect([sent.statusCode, sent.json()]).toMatchObject([200, { command: commandIdOf({ person: 'p-pm-1', key }) }])
  const url = `/commands/${encodeURIComponent('三个字')}`
  await comment(inBytes('三个字'))
  expect((await api.app.inject({ url, headers: await api.as('p-pm-1') })).json()).toMatchObject({ state: 'accepted' })
  const longer = await comment(inBytes('钥'.repeat(256)))
  expect([longer.statusCode, bodyOf(longer).code]).toEqual([400, 'idempotency_key_missing'])
})

test('the same key with another body is refused', async () => {
  expect((await comment('twice')).statusCode).toBe(200)
  const other = await comment('twice', { text: 'Something else.' })
  expect([other.statusCode, bodyOf(other).code]).toEqual([409, 'idempotency_conflict'])
})

test('a key is one’s own: the same of another person is another command, and neither learns of the other', async () => {
  const [mine, theirs] = [await comment('shared'), await comment('shared', { as: 'p-pm-2', text: 'Mine.' })]
  expect([mine.statusCode, theirs.statusCode]).toEqual([200, 200])
  expect(new Set(api.door.sent.map(({ id }) => id)).size).toBe(2)
})

test('in quotes, as the draft of the header has it, it is the same key as bare', async () => {
  const bare = await comment('say "when" \\ now')
  expect((await comment('"say \\"when\\" \\\\ now"')).body).toBe(bare.body)
  expect((await comment('"another"')).body).not.toBe(bare.body)
  expect(api.door.sent).toHaveLength(2)
})

test('whoever sent it finds what became of it by the key, and nobody else does', async () => {
  const sent = await comment('found again')
  const url = `/commands/${encodeURIComponent('found again')}`
  const found = await api.app.inject({ url, headers: await api.as('p-pm-1') })
  expect(found.json()).toMatchObject({ command: bodyOf(sent)['command'], state: 'accepted' })
  expect((await api.app.inject({ url, headers: await api.as('p-pm-2') })).statusCode).toBe(404)
})

test('the key itself is kept nowhere: the ids that follow from it are', async () => {
  const key = 'a-key-somebody-could-guess'
  await comment(key)
  await comment(key, { text: 'Something else.' })
  for (const table of ['command', 'refused_attempt', 'access_log', 'text']) {
    const { rows } = await sql<{
      kept: string
    }>`select row_to_json(one)::text as kept from ${sql.table(table)} one`.execute(api.parts.db)
    expect(rows.filter(({ kept }) => kept.includes(key))).toEqual([])
  }
  const { rows } = await sql<{ id: string }>`select id from command`.execute(api.parts.db)
  expect(rows.map(({ id }) => id)).toContain(commandIdOf({ person: 'p-pm-1', key }))
})
