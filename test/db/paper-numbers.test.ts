import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql, type Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { applyChanges } from '../../db/record/change.js'
import { numberedOrder } from '../../db/record/numbered-order.js'
import type { Database } from '../../db/schema.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import { paperNumberInWords } from '../../domain/words/paper-number.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
beforeAll(async () => {
  database = await cloneDatabase('numbers of papers')
  db = connect(database.appUrl, { max: 8 })
  await aProgrammeIn(db)
  await recordLife(db, aNominatedBase())
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

interface Ordered {
  readonly no: number
  readonly kind?: DocumentKind
  readonly at?: string
  /** What happens before it is written for good. */
  readonly before?: () => Promise<void> | void
}

/** Orders a paper as the record does. */
const order = ({ no, kind = 'decision_letter', at = '2027-03-01T08:00:00.000Z', before = () => undefined }: Ordered) =>
  db.transaction().execute(async (trx) => {
    const event = { type: 'document_ordered', order: `order-${no}`, kind, languages: ['en'] } as const
    const placed = {
      stream: exampleBase,
      programme: 'gasme',
      seq: 2,
      at,
      base: undefined,
      stageNo: undefined,
    }
    await applyChanges(trx, numberedOrder(trx, { ...placed, event }))
    await before()
  })

const numbers = async (series: 'L' | 'C', year = 2027): Promise<readonly (number | null)[]> => {
  const rows = await db
    .selectFrom('paper_number')
    .select('number')
    .where('series', '=', series)
    .where('year', '=', year)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1)

test('papers ordered at once, some of which come to nothing, have every number from one on and none twice', async () => {
  const fails = (no: number) => no % 3 === 0
  const ordered = await Promise.allSettled(
    upTo(24).map((no) =>
      order({
        no,
        before: () => {
          if (fails(no)) throw new Error('the record could not be written')
        },
      }),
    ),
  )
  expect(ordered.filter(({ status }) => status === 'rejected')).toHaveLength(8)
  expect(await numbers('L')).toEqual(upTo(16))
})

test('a connection that is killed when its paper was numbered takes no number along', async () => {
  const before = (await numbers('L')).length
  const killed = order({
    no: 100,
    before: async () => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`.execute(db)
    },
  })
  await expect(killed).rejects.toThrow()
  await order({ no: 101 })
  expect(await numbers('L')).toEqual(upTo(before + 1))
})

test('each kind of number and each year of New York counts by itself', async () => {
  await order({ no: 200, kind: 'feedback_sheet' })
  await order({ no: 201, kind: 'launch_record' })
  await order({ no: 202, kind: 'feedback_sheet', at: '2028-01-01T03:00:00.000Z' })
  await order({ no: 203, kind: 'feedback_sheet', at: '2028-01-01T06:00:00.000Z' })
  expect(await numbers('C')).toEqual([1, 2, 3])
  expect(await numbers('C', 2028)).toEqual([1])
})

test('a number is written in the way of each language, and that of a rehearsal says so', () => {
  const number = { programme: 'gasme', rehearsal: false, series: 'L', year: 2027, number: 15 } as const
  expect(paperNumberInWords(number)).toEqual({ en: 'GASME/L/2027/15', 'zh-CN': 'GASME函〔2027〕15号' })
  expect(paperNumberInWords({ ...number, programme: 'rh0003', rehearsal: true })).toEqual({
    en: 'REHEARSAL GASME/L/2027/15',
    'zh-CN': '演练GASME函〔2027〕15号',
  })
})
