import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { hasRoom } from '../../db/compared-runs.js'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { inventedSeal } from '../support/forging.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let app: Kysely<Database>
beforeAll(async () => {
  database = await cloneDatabase('room for comparisons')
  app = connect(database.appUrl, { max: 1 })
})
afterAll(async () => {
  await app.destroy()
  await database.drop()
})

interface SpokenFor {
  readonly entries: number[]
  readonly commands: string[]
}

const bare = {
  stream: 'gasme',
  first_seq: null,
  last_seq: null,
  continues: null,
  found: [],
  sha256: 'a'.repeat(64),
  told: 'a'.repeat(64),
  held: 'a'.repeat(64),
  compared_at: '2027-02-01T00:00:00.000Z',
  seal: inventedSeal,
}

/** Whether the table itself takes such a row. */
const isTaken = ({ entries, commands }: SpokenFor, run: string): Promise<boolean> =>
  app
    .insertInto('compared_run')
    .values({ ...bare, run, entries, commands })
    .execute()
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && error.message.includes('compared_run_is_readable')) return false
        throw error
      },
    )

const entries = (count: number): SpokenFor => ({
  entries: Array.from({ length: count }, (_, index) => index + 1),
  commands: [],
})
const commands = (count: number): SpokenFor => ({
  entries: [],
  commands: Array.from({ length: count }, (_, index) => `c-${index}`),
})
/** Ids that PostgreSQL has to quote, of so many bytes in all as it writes them; the last one is of two bytes to a sign. */
const bytes = (count: number): SpokenFor => {
  const rest = count - '{"x y",""}'.length
  return { entries: [], commands: ['x y', `${'é'.repeat(Math.floor(rest / 2) - 1)} ${'x'.repeat(1 + (rest % 2))}`] }
}

test.each([
  ['twenty thousand entries', entries(20_000), true],
  ['one entry more', entries(20_001), false],
  ['ten thousand commands', commands(10_000), true],
  ['one command more', commands(10_001), false],
  ['ids of four hundred thousand bytes', bytes(400_000), true],
  ['ids of one byte more', bytes(400_001), false],
  ['no command at all', commands(0), true],
])('of %s the program and the table say the same: there is room, or none', async (run, spokenFor, room) => {
  expect(await isTaken(spokenFor, run.replaceAll(' ', '-'))).toBe(room)
  expect(hasRoom(spokenFor)).toBe(room)
})
