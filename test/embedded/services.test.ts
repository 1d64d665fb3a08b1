import { afterAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { cloneDatabase, services } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { serverVersion, skipsTime } from '../../workers/embedded/temporal-namespaces.js'

const databases: TestDatabase[] = []
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()))
})

test('each test file is given a database of its own that the program may enter and does not own', async () => {
  const [one, other] = await Promise.all([cloneDatabase('one of its own'), cloneDatabase('one of its own')])
  databases.push(one, other)
  expect(one.name).not.toBe(other.name)
  expect(await answer(one.appUrl, 'select current_database() || current_user as said')).toBe(
    `${one.name}cornerstone_app`,
  )
  expect(await answer(one.sequencerUrl, 'select current_user as said')).toBe('cornerstone_sequencer')
  for (const url of [one.appUrl, one.sequencerUrl])
    await expect(answer(url, 'create table mine (id int)')).rejects.toThrow('permission denied')
  expect(await answer(one.ownerUrl, 'create table ours (id int)')).toBeUndefined()
})

test('the test server skips time in the rehearsal namespace and nowhere else', async () => {
  const { temporalAddress, namespace, rehearsalNamespace } = await services()
  expect(await serverVersion(temporalAddress)).toMatch(/^1\.3[2-9]/)
  expect(await skipsTime(temporalAddress, rehearsalNamespace)).toBe(true)
  expect(await skipsTime(temporalAddress, namespace)).toBe(false)
})

async function answer(connectionString: string, sql: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const answered = await client.query<{ said: string }>(sql)
    return answered.rows[0]?.said
  } finally {
    await client.end()
  }
}
