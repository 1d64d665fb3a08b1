import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { loadTables } from '../../db/backup/load.js'
import { tablesOf } from '../../db/backup/tables.js'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { logAccess } from '../../db/writes/access-log.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { checkBackup } from '../../workers/backup/check-backup.js'
import { linesIn, rowsFile } from '../../workers/backup/manifest.js'
import { putDatabase, putDocuments } from '../../workers/backup/put-back.js'
import { takeBackup } from '../../workers/backup/take-backup.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { foundProgramme, idOf, nominate, requestOf, yueqing } from './an-example.js'

let folder: string
let source: TestDatabase
let db: Kysely<Database>
const targets: TestDatabase[] = []
const looked = { person: 'p-PM', kind: 'read', subject: 'base', stream: yueqing } as const
const signer = readSigner(makeSignerKey('example.org/gasme'))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cornerstone-backup-'))
  source = await cloneDatabase('backup source')
  db = connect(source.ownerUrl)
  await foundProgramme(db)
  await nominate(db)
  await makeCheckpoint(db, { signers: [signer], atOnce: true })
  await logAccess(db, { ...looked, at: '2027-01-05T08:00:00.000Z' })
  const store = createFolderStore({ folder: join(folder, 'documents'), freeBytesAtLeast: 0 })
  const { sha256, size } = await store.put(Buffer.from('A letter of the place.'))
  await db
    .insertInto('scan')
    .values({
      base: yueqing,
      sha256,
      size,
      media: 'application/pdf',
      added_by: 'p-PM',
      added_at: '2027-01-04T10:00:00.000Z',
    })
    .execute()
  await db
    .insertInto('text')
    .values({
      id: idOf('words'),
      stream: yueqing,
      author: 'p-PM',
      salt: 'a',
      hash: 'b'.repeat(64),
      body: null,
      created_at: '2027-01-04T10:00:00.000Z',
    })
    .execute()
  const backup = await takeBackup(join(folder, 'backup'), { ownerUrl: source.ownerUrl, store })
  expect(backup.manifest.lostDocuments).toEqual([])
})
afterAll(async () => {
  await db.destroy()
  for (const database of [source, ...targets]) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const aTarget = async (): Promise<TestDatabase> => {
  const target = await cloneDatabase(`backup target ${targets.length}`)
  targets.push(target)
  return target
}

/** Seals of seats; whoever brings a database up to date puts its rules there anew, and seals them. */
const seatsIn = (seals = ''): readonly string[] => seals.split('\n').filter((line) => line.includes('"kind": "seat"'))

/** Every row of every table, as a backup of it would hold them. */
const everything = async (url: string): Promise<Record<string, string>> => {
  const place = join(folder, `look ${targets.length}`)
  const store = createFolderStore({ folder: join(folder, 'documents'), freeBytesAtLeast: 0 })
  const { manifest } = await takeBackup(place, { ownerUrl: url, store })
  const rows = Object.keys(manifest.tables).map(
    (table) => [table, readFileSync(join(place, rowsFile(table)), 'utf8')] as const,
  )
  rmSync(place, { recursive: true })
  return Object.fromEntries<string>(rows)
}

test('a database comes back row for row, with its documents, and counts on from there', async () => {
  const manifest = await checkBackup(join(folder, 'backup'))
  expect(manifest.tables).toMatchObject({ ledger_entry: 3, ledger_leaf: 3, checkpoint: 1, scan: 1, text: 1 })
  const target = await aTarget()
  await putDatabase({ folder: join(folder, 'backup'), manifest }, target.ownerUrl)
  const { procedure: _, row_seal: seals, ...came } = await everything(target.ownerUrl)
  const { procedure: __, row_seal: sealed, ...was } = await everything(source.ownerUrl)
  expect(came).toEqual(was)
  expect(seatsIn(seals)).toEqual(seatsIn(sealed))
  expect(seatsIn(sealed)).toHaveLength(3)
  const store = createFolderStore({ folder: join(folder, 'elsewhere'), freeBytesAtLeast: 0 })
  expect(await putDocuments({ folder: join(folder, 'backup'), manifest }, store)).toBe(1)
  const restored = connect(target.ownerUrl)
  const closed = requestOf({ name: 'go on', after: 3, events: [{ type: 'cancel_refused' }] })
  expect(await recordEntries(restored, closed)).toMatchObject({ kind: 'recorded', head: 4 })
  await logAccess(restored, { ...looked, at: '2027-01-05T09:00:00.000Z' })
  expect(await restored.selectFrom('access_log').select('id').orderBy('id').execute()).toEqual([{ id: 1 }, { id: 2 }])
  await restored.destroy()
})

test('a database in which anything lies is not restored into', async () => {
  const manifest = await checkBackup(join(folder, 'backup'))
  const target = await aTarget()
  const own = connect(target.ownerUrl)
  await foundProgramme(own)
  await own.destroy()
  const restoring = putDatabase({ folder: join(folder, 'backup'), manifest }, target.ownerUrl)
  await expect(restoring).rejects.toThrow(/The database is not empty: there are rows in/)
})

const changed = (name: string, change: (place: string) => void): string => {
  const place = join(folder, name)
  cpSync(join(folder, 'backup'), place, { recursive: true })
  change(place)
  return place
}

test.each([
  [
    'a byte more',
    'database/base.jsonl was changed',
    (at: string) => appendFileSync(join(at, 'database/base.jsonl'), ' '),
  ],
  ['a file less', 'database/step.jsonl is missing', (at: string) => rmSync(join(at, 'database/step.jsonl'))],
  ['a file more', 'database/x.jsonl was added', (at: string) => writeFileSync(join(at, 'database/x.jsonl'), '')],
  ['another manifest', 'manifest.json was changed', (at: string) => appendFileSync(join(at, 'manifest.json'), ' ')],
  ['no manifest', 'it was never finished', (at: string) => rmSync(join(at, 'manifest.sha256'))],
])('a backup with %s is refused and says so', async (name, says, change) => {
  await expect(checkBackup(changed(name, change))).rejects.toThrow(says)
})

test('no guard is off while rows come back: an entry that does not continue its chain is refused', async () => {
  const target = await aTarget()
  const own = connect(target.ownerUrl)
  const loading = loadTables(own, (table) => {
    const lines = linesIn(join(folder, 'backup'), rowsFile(table))
    return table === 'ledger_entry' ? withoutFirst(lines) : lines
  })
  await expect(loading).rejects.toThrow(/does not continue its chain/)
  expect(await own.selectFrom('programme').selectAll().execute()).toEqual([])
  await own.destroy()
})

async function* withoutFirst(lines: AsyncIterable<string>): AsyncIterable<string> {
  let seen = 0
  for await (const line of lines) if ((seen += 1) > 1) yield line
}

test('every table of the program is in a backup, each after those its rows point to', async () => {
  const { rows } = { rows: await tablesOf(db) }
  const names = rows.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['ledger_entry', 'person_key', 'reconciliation', 'erasure']))
  for (const [one, other] of [
    ['programme', 'base'],
    ['ledger_entry', 'ledger_leaf'],
    ['ledger_leaf', 'checkpoint'],
    ['step', 'step_act'],
  ] as const)
    expect(names.indexOf(one)).toBeLessThan(names.indexOf(other))
})
