import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import type { DocumentRequest } from '../../activities/contract.js'
import { createMakeDocuments } from '../../activities/make-documents.js'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { keepVersion } from '../../db/writes/negotiated-texts.js'
import { DocumentStoreFull, type DocumentStore } from '../../documents/document-store.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { textHashOf } from '../../documents/hash-of-text.js'
import { openPaperSeal } from '../../documents/paper-seal.js'
import { createTypesetter } from '../../documents/typesetter.js'
import type { DocumentFile } from '../../domain/values/document-file.js'
import { readPaperSeal } from '../../stamps/read-paper-seal.js'
import { asDrawn, readPdf } from '../documents/pdf-text.js'
import { aNominatedBase } from '../support/a-base.js'
import { aSealKey } from '../support/a-seal-key.js'
import { evenReview, exampleBase } from '../support/an-example.js'
import { exampleContent } from '../support/negotiating.js'
import { play } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { aProgrammeIn, ordersOf, recordLife } from './a-recorded-base.js'

/** What both sides made, by its hash. */
const agreed = textHashOf(exampleContent)

/** One life that orders every kind of paper a standing base has, and ends with the withdrawal of the name. */
const life = aNominatedBase()
play(life, { answers: { '5.8': 'red_proposal' }, brings: { reviewSheet: evenReview(0.35) }, until: () => false })

let database: TestDatabase
let db: Kysely<Database>
let folder = ''
const typesetter = createTypesetter()

beforeAll(async () => {
  database = await cloneDatabase('papers from the ledger')
  db = connect(database.appUrl)
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-papers-'))
  await aProgrammeIn(db)
  await recordLife(db, life)
})
afterAll(async () => {
  await typesetter.close()
  await db.destroy()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const make = (store: DocumentStore = createFolderStore({ folder }), beat: () => void = () => undefined) =>
  createMakeDocuments({ db, store, typesetter, beat })

test('no memorandum is made where the words that both sides made cannot be read', async () => {
  await expect(make()(orderOf('mou_text'))).rejects.toThrow(`(${agreed}) cannot be read, so no paper is made of it.`)
  expect(await stored()).toEqual([])
  await keepVersion(db, { base: exampleBase, hash: agreed, body: JSON.stringify(exampleContent), at: life.now() })
})

test('every paper a base ordered is printed in both languages, and printing again changes nothing', async () => {
  const orders = ordersOf(life)
  expect(orders.map(({ kind }) => kind)).toEqual([
    'dossier_receipt',
    'session_minutes',
    'decision_letter',
    'due_diligence_report',
    'session_minutes',
    'public_notice',
    'session_minutes',
    'approval_resolution',
    'decision_letter',
    'concordance_certificate',
    'mou_text',
    'authority_record',
    'custody_record',
    'name_licence',
    'launch_record',
    'session_minutes',
    'session_minutes',
    'review_letter',
    'session_minutes',
    'withdrawal_resolution',
  ])
  for (const order of orders) {
    const files = await make()(order)
    expect(files.map(({ language, kind }) => ({ language, kind }))).toEqual([
      { language: 'en', kind: order.kind },
      { language: 'zh-CN', kind: order.kind },
    ])
    expect(await make()(order)).toEqual(files)
  }
  expect(await stored()).toHaveLength(orders.length * 2)
})

test('a paper tells what the ledger knows: names, slot, its number and the head it was ordered at', async () => {
  const text = await readTogether(orderOf('withdrawal_resolution'), 'en')
  const entry = await entryOf('withdrawal_resolution')
  for (const said of [
    'Yueqing government',
    'GASME/R/2028/1',
    'within 30 days',
    entry.hash.slice(0, 12),
    `entry ${entry.seq}`,
  ]) {
    expect(text).toContain(asDrawn(said))
  }
})

test('the memorandum is the text that will be signed: what both sides made and nothing beside it, and no page says draft', async () => {
  const english = await readTogether(orderOf('mou_text'), 'en')
  for (const said of ['title en 0', '1 areas en 0', '第二条 money zh-CN 0', '3 notices en 0'])
    expect(english).toContain(asDrawn(said))
  expect(english).not.toContain(asDrawn('force majeure'))
  expect(english).not.toMatch(/draft/i)
  expect(await readTogether(orderOf('mou_text'), 'zh-CN')).not.toContain('草案')
})

test('whoever makes a paper says so while it is made, and is silent afterwards', async () => {
  let beats = 0
  const slow = createFolderStore({ folder })
  const store = {
    ...slow,
    put: async (bytes: Uint8Array) => {
      while (beats === 0) await pause(20)
      return await slow.put(bytes)
    },
  }
  await make(store, () => (beats += 1))(orderOf('mou_text'))
  const before = beats
  await pause(1_500)
  expect({ before: before > 0, after: beats - before }).toEqual({ before: true, after: 0 })
})

test('where the programme has a seal, what is kept and told is the sealed file, the same at each repeat; what is rehearsed bears none', async () => {
  const seal = await openPaperSeal(await aSealKey())
  const store = createFolderStore({ folder })
  const sealing = createMakeDocuments({ db, store, typesetter, seal, beat: () => undefined })
  const [sealed] = await sealing(orderOf('name_licence'))
  const [plain] = await make()(orderOf('name_licence'))
  const read = async (file: DocumentFile | undefined) =>
    readPaperSeal((await store.get(file?.sha256 ?? '')) ?? Buffer.alloc(0))
  expect(await read(sealed)).toMatchObject({ holds: true })
  expect(await read(plain)).toBeUndefined()
  expect((await sealing(orderOf('name_licence')))[0]).toEqual(sealed)
  const owner = connect(database.ownerUrl)
  const rehearse = (rehearsal: boolean) =>
    owner.updateTable('base').set({ rehearsal }).where('id', '=', exampleBase).execute()
  await rehearse(true)
  const [rehearsed] = await sealing(orderOf('name_licence'))
  expect(await read(rehearsed)).toBeUndefined()
  await rehearse(false)
  await owner.destroy()
})

test('an order the ledger does not know is a defect that names it', async () => {
  const unknown = { ...orderOf('mou_text'), order: 'mou_text-1' }
  await expect(make()(unknown)).rejects.toThrow('The order mou_text-1 of gasme-C09-yueqing-1 is not in the database.')
})

test('a full store is a fault that says what is wrong, what is allowed and what to do', async () => {
  const problem = { what: 'The disk is full.', allowed: 'A document is kept whole.', next: 'Free some space.' }
  const store = { ...createFolderStore({ folder }), put: () => Promise.reject(new DocumentStoreFull(problem)) }
  await expect(make(store)(orderOf('mou_text'))).rejects.toThrow(
    'The disk is full. A document is kept whole. Free some space.',
  )
})

const orderOf = (kind: DocumentRequest['kind']): DocumentRequest => {
  const order = ordersOf(life).find((one) => one.kind === kind)
  if (order === undefined) throw new Error(`the example orders no ${kind}`)
  return order
}

const entryOf = (kind: DocumentRequest['kind']) =>
  db
    .selectFrom('document_order')
    .innerJoin('ledger_entry', (join) =>
      join.onRef('stream', '=', 'base').onRef('ledger_entry.seq', '=', 'document_order.ordered_seq'),
    )
    .select(['ledger_entry.seq', 'hash'])
    .where('document_order.id', '=', orderOf(kind).order)
    .executeTakeFirstOrThrow()

const readTogether = async (order: DocumentRequest, language: 'en' | 'zh-CN'): Promise<string> => {
  const files = await make()({ ...order, languages: [language] })
  const bytes = await createFolderStore({ folder }).get(files[0]?.sha256 ?? '')
  return readPdf(bytes ?? new Uint8Array()).pages.join('')
}

const stored = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
