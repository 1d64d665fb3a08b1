import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saveText } from '../../db/writes/texts.js'
import { howMuch } from '../support/how-much.js'
import { recordMore, yueqing } from '../verify/a-ledger.js'
import { aTarget } from './after-an-act.js'
import { refusedComparisons, takenComparisons } from './acts/on-comparisons.js'
import { forgedEntries, noEntries } from './acts/on-entries.js'
import { asks, heldOpen, noLog, refusedAsks, wellMadeLog } from './acts/on-the-log.js'
import { refusedRows, takenRows } from './acts/on-rules-and-seats.js'
import { overThePast, roundRights, roundTables } from './acts/on-the-server.js'

/**
 * Somebody has the password of the role the program works under, and nothing else: no key, no other role. Whatever PostgreSQL refuses must be
 * refused for being tried; whatever it lets in must be taken for true by nobody and must stop nobody else.
 */
let target: Awaited<ReturnType<typeof aTarget>>
beforeAll(async () => {
  target = await aTarget('as the application')
})
afterAll(() => target.close())

const refused = [
  ...noEntries,
  ...noLog,
  ...wellMadeLog,
  ...refusedAsks,
  ...refusedRows,
  ...overThePast,
  ...roundTables,
  ...roundRights,
  ...refusedComparisons,
]
const letIn = [...forgedEntries, ...takenRows, ...asks, ...heldOpen, ...takenComparisons]

/** What is let in is looked after for a second and more each: every second one in the short form. */
const tried = letIn.filter((_, at) => at % howMuch({ short: 2, long: 1 }) === 0)

/** For want of a right, by a guard, by a condition, or because such a row is there; never because it was wrongly written. */
const saysNo = /^(42501|23514|23505|428C9)$/

test.each(refused)('PostgreSQL refuses $title', async (act) => {
  expect(await target.tried(act)).toEqual({ refused: expect.stringMatching(saysNo), found: [] })
})

test.each(tried)('$title: is let in, is taken for true by nobody, and stops nobody else', async (act) => {
  expect(await target.tried(act)).toEqual({ refused: undefined, found: [] })
})

test('words that are taken away or replaced under an entry are told by the evidence, and by nothing else held up', async () => {
  const { app } = target
  const text = await saveText(app, { stream: yueqing, author: 'p-PM', body: 'Words.' })
  if (text === undefined) throw new Error('the words were not kept')
  const by = { person: 'p-PM', role: 'PM', mandate: 'm-PM', onBehalfOf: 'o-programme' } as const
  await recordMore(app, { words: 'with words', event: { type: 'commented', text, by } })
  const [kept] = await app.selectFrom('text').select('body').where('id', '=', text.id).execute()
  for (const body of [null, 's1.x']) {
    await app.updateTable('text').set({ body }).where('id', '=', text.id).execute()
    const { found } = await target.tried({ title: 'nothing more', text: 'select' }, { atOnce: true })
    expect(found).toEqual([expect.stringMatching(/^evidence: /)])
  }
  await app
    .updateTable('text')
    .set({ body: kept?.body ?? null })
    .where('id', '=', text.id)
    .execute()
  expect(await target.tried({ title: 'nothing more', text: 'select' }, { atOnce: true })).toEqual({
    refused: undefined,
    found: [],
  })
})

test(`${refused.length + tried.length} acts were tried of more than four hundred, of which ${refused.length} were refused`, () => {
  const titles = [...refused, ...letIn].map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles.length).toBeGreaterThanOrEqual(400)
})
