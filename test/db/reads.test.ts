import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { listBases, listCandidates, readNominations } from '../../db/reads/bases.js'
import { documentsOf, listDocuments } from '../../db/reads/documents.js'
import { listHistory } from '../../db/reads/history.js'
import { listLetters } from '../../db/reads/letters.js'
import type { Page } from '../../db/reads/page.js'
import { listPeople, mandatesOf } from '../../db/reads/people.js'
import { nextDue, readProgramme } from '../../db/reads/programmes.js'
import { inboxOf } from '../../db/reads/inbox.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { due, foundProgramme, handInDossier, morning, nominate, requestOf, stepOpened, yueqing } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>
const others = ['gasme-C01-suzhou-1', 'gasme-C02-wuxi-1', 'gasme-C03-foshan-1']

beforeAll(async () => {
  database = await cloneDatabase('reads')
  db = connect(database.appUrl)
  await foundProgramme(db, ['CM', 'CH'])
  await nominate(db)
  await recordEntries(db, handInDossier())
  for (const base of others) await nominate(db, { base })
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const everyPage = async <T>(read: (after: string | undefined) => Promise<Page<T>>): Promise<readonly T[][]> => {
  const pages: T[][] = []
  let after: string | undefined
  do {
    const page = await read(after)
    pages.push([...page.items])
    after = page.next ?? undefined
  } while (after !== undefined)
  return pages
}

test('bases come in the order of their ids, a page at a time, none twice and none left out', async () => {
  const pages = await everyPage((after) => listBases(db, { programme: 'gasme', limit: 3, after }))
  expect(pages.map((page) => page.map(({ id }) => id))).toEqual([others, [yueqing]])
})

test('a page that is exactly full and the last one has no next', async () => {
  expect(await listBases(db, { limit: 4 })).toMatchObject({ next: null })
})

test('a page never holds more than two hundred, and at least one', async () => {
  expect((await listBases(db, { limit: 100_000 })).items).toHaveLength(4)
  expect((await listBases(db, { limit: 0 })).items).toHaveLength(1)
})

test.each(['nonsense', '', Buffer.from('["a","b"]').toString('base64url')])(
  'an `after` that no page has given is refused: "%s"',
  async (after) => {
    await expect(listBases(db, { after, limit: 2 })).rejects.toThrow('was not given by a page of this list')
  },
)

test('bases are found by stage and status', async () => {
  const found = await listBases(db, { stage: 'nomination', status: 'screening', limit: 10 })
  expect(found.items.map(({ id }) => id)).toEqual([yueqing])
})

test('a history is read from its first entry, and each page goes on where the last one ended', async () => {
  const pages = await everyPage((after) => listHistory(db, { stream: yueqing, limit: 4, after }))
  expect(pages.map((page) => page.map(({ seq }) => seq))).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7],
  ])
})

test('letters of one instant are all read, none twice', async () => {
  const ids = (await everyPage((after) => listLetters(db, { limit: 1, after }))).flat().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength((await listLetters(db, { limit: 200 })).items.length)
})

test('a person finds in the inbox the steps of their role, where they hold it, until they have acted', async () => {
  expect((await inboxOf(db, { person: 'p-SO', now: morning })).items).toMatchObject([{ base: yueqing, id: '1.4.1' }])
  expect((await inboxOf(db, { person: 'p-LG', now: morning })).items).toEqual([])
  const vote = { type: 'step_acted', step: '1.10.1', key: '1.10', option: 'advance' } as const
  const voter = { person: 'p-CM', role: 'CM', mandate: 'm-CM', onBehalfOf: 'o-programme' } as const
  const opened = requestOf({
    name: 'vote',
    after: 7,
    events: [stepOpened('1.10.1', 'CM')],
    view: { status: 'screening' },
  })
  await recordEntries(db, opened)
  expect((await inboxOf(db, { person: 'p-CM', now: morning })).items).toHaveLength(1)
  const voted = requestOf({ name: 'voted', after: 8, events: [{ ...vote, by: voter }], view: { status: 'screening' } })
  await recordEntries(db, voted)
  expect((await inboxOf(db, { person: 'p-CM', now: morning })).items).toEqual([])
  expect((await inboxOf(db, { person: 'p-SO', now: '2025-01-01T00:00:00.000Z' })).items).toEqual([])
})

test('an inbox is read a page at a time, the most urgent first', async () => {
  const own = await db.selectFrom('mandate').selectAll().where('id', '=', 'm-LG').executeTakeFirstOrThrow()
  await db
    .insertInto('mandate')
    .values(others.map((base) => ({ ...own, id: `m-LG-${base}`, base })))
    .execute()
  const pages = await everyPage((after) => inboxOf(db, { person: 'p-LG', now: morning, limit: 2, after }))
  expect(pages.map((page) => page.map(({ base }) => base))).toEqual([others.slice(0, 2), others.slice(2)])
})

test('papers are listed as they were made and found by the hash of their bytes', async () => {
  const sha256 = 'c'.repeat(64)
  const file = { kind: 'dossier_receipt', language: 'en', sha256, size: 2_048 } as const
  const receipt = requestOf({
    name: 'receipt',
    after: 9,
    view: { status: 'screening' },
    events: [
      { type: 'document_ordered', order: 'o-1', kind: 'dossier_receipt', languages: ['en', 'zh-CN'] },
      { type: 'document_made', order: 'o-1', files: [file, { ...file, language: 'zh-CN', sha256: 'd'.repeat(64) }] },
    ],
  })
  await recordEntries(db, receipt)
  const pages = await everyPage((after) => listDocuments(db, { base: yueqing, limit: 1, after }))
  expect(pages.flat().map(({ language }) => language)).toEqual(['en', 'zh-CN'])
  expect(await documentsOf(db, { sha256 })).toMatchObject([{ base: yueqing, order: 'o-1', size: 2_048, madeSeq: 11 }])
  expect(await documentsOf(db, { sha256: 'e'.repeat(64) })).toEqual([])
})

test('people are found by role and by the base they hold it for', async () => {
  const all = await everyPage((after) => listPeople(db, { programme: 'gasme', limit: 2, after }))
  expect(all.flat().map(({ id }) => id)).toEqual(['p-CH', 'p-CM', 'p-LG', 'p-PM', 'p-SO'])
  const managers = await listPeople(db, { programme: 'gasme', role: 'PM', base: yueqing })
  expect(managers.items).toMatchObject([{ id: 'p-PM', roles: [{ role: 'PM', base: null }] }])
  expect(await mandatesOf(db, { person: 'p-PM', programme: 'gasme' })).toMatchObject([{ id: 'm-PM', role: 'PM' }])
})

test('the next due instant of a programme names every stream that is due then', async () => {
  expect(await nextDue(db, { programme: 'gasme' })).toEqual({ at: due, streams: [...others, yueqing] })
  expect(await nextDue(db, { programme: 'rh2027' })).toBeUndefined()
  expect(await nextDue(db, { programme: 'gasme', bases: [yueqing] })).toEqual({ at: due, streams: [yueqing] })
  expect(await nextDue(db, { programme: 'gasme', bases: ['gasme-C01-dali-9'] })).toBeUndefined()
})

test('bases that await a session come best score first', async () => {
  for (const [index, base] of others.entries()) {
    const view = { awaitsSession: true, score: 60 + 10 * index, overlaps: ['C09'] }
    await recordEntries(db, requestOf({ base, name: 'ready', after: 3, events: [{ type: 'cancel_refused' }], view }))
  }
  const candidates = await listCandidates(db, { programme: 'gasme' })
  expect(candidates.map(({ base, score }) => [base, score])).toEqual(
    others.map((base, index) => [base, 60 + 10 * index]).reverse(),
  )
})

test('a cluster says how often it was nominated and which of its bases is open', async () => {
  expect(await readNominations(db, { programme: 'gasme', cluster: 'C09-yueqing' })).toEqual({ count: 1, open: yueqing })
  expect(await readNominations(db, { programme: 'gasme', cluster: 'C99' })).toEqual({ count: 0, open: null })
})

test('a programme is read with the head of its own ledger', async () => {
  expect(await readProgramme(db, { id: 'gasme' })).toMatchObject({
    rehearsal: false,
    ledger: { entries: 0, head: null },
  })
  expect(await readProgramme(db, { id: 'nothing' })).toBeUndefined()
})
