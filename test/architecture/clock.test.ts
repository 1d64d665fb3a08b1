import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

/** What PostgreSQL calls its own clock. The linter looks for the same words in statements; migrations are no TypeScript. */
const serverClock =
  /\b(now\(\)|(clock|statement|transaction)_timestamp\(\)|(current|local)_?(date|time|timestamp)\b)|'(now|today|tomorrow|yesterday)'/i

const withoutComments = (sql: string): string => sql.replaceAll(/--.*$/gm, '')

test('no table, trigger or default goes by the clock of the database server', async () => {
  const folder = 'db/migrations'
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'))
  const texts = await Promise.all(files.map(async (file) => await readFile(join(folder, file), 'utf8')))
  expect(files.length).toBeGreaterThan(15)
  expect(files.filter((_, at) => serverClock.test(withoutComments(texts[at] ?? '')))).toEqual([])
})

test.each([
  ['made_at timestamptz not null default now()', true],
  ['until_at timestamptz default CURRENT_TIMESTAMP', true],
  ['perform clock_timestamp();', true],
  ["opened date default 'today'", true],
  ['-- what is due now() is told elsewhere', false],
  ['current_role text, known_now boolean', false],
])('%s goes by it: %s', (sql, answer) => {
  expect(serverClock.test(withoutComments(sql))).toBe(answer)
})
