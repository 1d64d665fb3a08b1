import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { openSteps } from '../../domain/state.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { aProgrammeIn, recordLife } from './a-recorded-base.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('kept in the row')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** What lists of bases are put in order by, as the state of the base has it. */
const ofState = (base: ABase) => {
  const { stage, facts } = base.state()
  return {
    first_due_at:
      openSteps(base.state())
        .map(({ dueAt }) => dueAt)
        .toSorted()[0] ?? null,
    stage_entered_at: stage?.enteredAt ?? null,
    ends_on: facts.endsOn ?? null,
  }
}

test('through a whole life the row of a base has what its state has: what is due first, since when it stands there, and the end of its term', async () => {
  const base = aNominatedBase()
  const seen: unknown[] = []
  let written = 0
  for (const key of ['1.4a', '2.3a', '3.5', '4.1a', '4.10a', '5.2a', '5.8', '3.13g']) {
    playTo(base, { key })
    await recordLife(db, { ...base, recorded: base.recorded.slice(written) })
    written = base.recorded.length
    const row = await db
      .selectFrom('base')
      .select(['first_due_at', 'stage_entered_at', 'ends_on'])
      .where('id', '=', exampleBase)
      .executeTakeFirstOrThrow()
    expect({ key, ...row }).toEqual({ key, ...ofState(base) })
    seen.push(row.ends_on)
  }
  expect([...new Set(seen)]).toHaveLength(2)
})
