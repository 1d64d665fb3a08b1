import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { sweepFiles } from '../../api/uploads/file-sweeper.js'
import { connect } from '../../db/connect.js'
import { listExhibits } from '../../db/reads/exhibits.js'
import { readModelsDiverge } from '../../db/reads/read-models.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { noteBrought } from '../../db/writes/exhibit-ends.js'
import { addPart, beginFile, endFile, keyUnderBase, readFile } from '../../db/writes/exhibit-files.js'
import { fingerprint } from '../../documents/document-store.js'
import { createFolderStore } from '../../documents/folder-store.js'
import type { ExhibitReaders } from '../../domain/exhibits/exhibit.js'
import { createBuiltInScanner } from '../../exhibits/built-in.js'
import { exhibitLimits } from '../../domain/exhibits/media.js'
import { placeOf, type ExhibitStore } from '../../exhibits/exhibit-store.js'
import { createExhibitFolder } from '../../exhibits/folder-store.js'
import { makeFileKey, sealStream } from '../../exhibits/sealed-stream.js'
import { sourceOf } from '../../exhibits/source.js'
import { isTheFile, liesWhole, openFile } from '../../exhibits/whole-file.js'
import { checkBackup } from '../../workers/backup/check-backup.js'
import { putDatabase, putExhibits } from '../../workers/backup/put-back.js'
import { takeBackup } from '../../workers/backup/take-backup.js'
import { exhibitId, received } from '../exhibits/exhibit-events.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { by, foundProgramme, nominate, requestOf, yueqing } from './an-example.js'

let folder: string
let database: TestDatabase
let db: Kysely<Database>
let owner: Kysely<Database>
let store: ExhibitStore
let head = 3

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cornerstone-exhibits-'))
  database = await cloneDatabase('files of exhibits')
  ;[db, owner] = [connect(database.appUrl), connect(database.ownerUrl, { max: 1 })]
  store = createExhibitFolder(join(folder, 'files'))
  await foundProgramme(db)
  await nominate(db)
  for (const [no, readers] of [
    [1, 'PAR'],
    [2, 'FRM'],
    [3, 'CPL'],
  ] as const)
    await bring(exhibitId(no), readers)
  const of = { exhibit: exhibitId(1), readers: 'PAR', broughtBy: 'p-PM', by: by('SO') } as const
  await record({ type: 'exhibit_checked', class: 3, ...of })
  await record({ type: 'exhibit_accepted', class: 3, ...of })
}, 60_000)
afterAll(async () => {
  await db.destroy()
  await owner.destroy()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const at = '2027-01-04T09:00:00.000Z'
const bytesOf = (id: string): Buffer => Buffer.from(`${id} `.repeat(9_000))

/** A file that was taken and, unless it is left so, brought; that of compliance lies under the key of its person. */
const bring = async (id: string, readers: ExhibitReaders): Promise<void> => {
  const bytes = await handIn(id)
  const kept = await readFile(db, id)
  if (kept?.key === undefined) throw new Error('the key of a file that was just made is gone')
  if (readers !== 'CPL') await keyUnderBase(db, { id, base: yueqing, key: kept.key })
  const file = { sha256: fingerprint(bytes), size: bytes.byteLength, media: 'text/csv', scan: 'unscanned' } as const
  await record({ ...received(id, { by: by('PM'), readers }), file })
}

const handIn = async (id: string): Promise<Buffer> => {
  const [bytes, key, part] = [bytesOf(id), makeFileKey(), `${id}.1`]
  await beginFile(db, { id, base: yueqing, person: 'p-PM', name: 'a.csv', size: bytes.byteLength, key, at })
  await store.put(part, sealStream(sourceOf(bytes).stream(), { under: { key, name: part } }))
  await addPart(db, { id, offset: 0, part: { name: part, size: bytes.byteLength } })
  const found = { sha256: fingerprint(bytes), size: bytes.byteLength, media: 'text/csv', scan: 'unscanned' } as const
  await endFile(db, { id, at, found })
  return bytes
}

const record = async (event: Parameters<typeof requestOf>[0]['events'][number]): Promise<void> => {
  const as = event.type === 'exhibit_received' ? 'PM' : 'SO'
  const request = requestOf({ name: `after ${head}`, after: head, events: [event], as })
  expect(await recordEntries(db, request)).toMatchObject({ kind: 'recorded', head: head + 1 })
  head += 1
}

type Looks = typeof liesWhole | typeof isTheFile
/** What of the exhibits is at odds; words are not kept in this example. */
const told = async (how: Looks = liesWhole): Promise<readonly string[]> => {
  const looked = { isSound: async () => true, isThere: (file: Parameters<typeof isTheFile>[1]) => how(store, file) }
  const all = await readModelsDiverge(db, { stream: yueqing, store: looked })
  return all.flatMap(({ code, subject = '' }) => (code.startsWith('exhibit_') ? [`${code} ${subject}`] : []))
}

test('exhibits that follow from their entries, and whose files are there, are told of nowhere', async () => {
  expect([await told(), await told(isTheFile)]).toEqual([[], []])
})

const harms: readonly (readonly [string, RawBuilder<unknown>])[] = [
  ['another state', sql`update exhibit set status = 'returned' where id = ${exhibitId(1)}`],
  ['a better class', sql`update exhibit set class = 1 where id = ${exhibitId(1)}`],
  ['another hash', sql`update exhibit set sha256 = repeat('0', 64) where id = ${exhibitId(1)}`],
  ['other readers', sql`update exhibit set readers = 'PUB' where id = ${exhibitId(1)}`],
  ['another officer', sql`update exhibit set checked_by = 'p-PM' where id = ${exhibitId(1)}`],
  ['a later end', sql`update exhibit set expires_on = '2049-01-01' where id = ${exhibitId(1)}`],
  ['a row that is gone', sql`delete from exhibit where id = ${exhibitId(1)}`],
]

test.each(harms)('%s than the entries say is told, and undone it is not', async (_, harm) => {
  const kept = await sql<{
    row: string
  }>`select to_jsonb(exhibit)::text as row from exhibit where id = ${exhibitId(1)}`.execute(db)
  await harm.execute(owner)
  expect(await told()).toEqual([`exhibit_differs ${exhibitId(1)}`])
  await sql`delete from exhibit where id = ${exhibitId(1)}`.execute(owner)
  await sql`insert into exhibit select (jsonb_populate_record(null::exhibit, ${kept.rows[0]?.row}::jsonb)).*`.execute(
    owner,
  )
  expect(await told()).toEqual([])
})

test('a file that is gone, or cut off, is told without a key; one changed inside by whoever reads it to its end', async () => {
  const path = join(folder, 'files', placeOf(`${exhibitId(1)}.1`))
  const whole = readFileSync(path)
  writeFileSync(path, whole.subarray(0, -1))
  expect(await told()).toEqual([`exhibit_missing ${exhibitId(1)}`])
  rmSync(path)
  expect(await told()).toEqual([`exhibit_missing ${exhibitId(1)}`])
  const changed = Buffer.from(whole)
  changed[200_000] = (changed[200_000] ?? 0) ^ 1
  writeFileSync(path, changed)
  expect([await told(), await told(isTheFile)]).toEqual([[], [`exhibit_missing ${exhibitId(1)}`]])
  writeFileSync(path, whole)
  expect(await told(isTheFile)).toEqual([])
})

test('a backup brings the files back, to be read under their keys; one without them says so, and names what was lost', async () => {
  const documents = createFolderStore({ folder: join(folder, 'documents'), freeBytesAtLeast: 0 })
  const source = { ownerUrl: database.ownerUrl, store: documents }
  const place = join(folder, 'backup')
  await takeBackup(place, { ...source, exhibits: store })
  const manifest = await checkBackup(place)
  expect(manifest).toMatchObject({ exhibits: true, lostExhibits: [] })
  expect(manifest.files.filter(({ path }) => path.startsWith('exhibits/'))).toHaveLength(3)
  const target = await cloneDatabase('files of exhibits, restored')
  await putDatabase({ folder: place, manifest }, target.ownerUrl)
  const elsewhere = createExhibitFolder(join(folder, 'elsewhere'))
  expect(await putExhibits({ folder: place, manifest }, elsewhere)).toBe(3)
  const restored = connect(target.appUrl)
  const found: Buffer[] = []
  for (const id of [exhibitId(1), exhibitId(3)]) {
    const file = await readFile(restored, id)
    const opened = file && (await openFile(elsewhere, file))
    found.push(Buffer.from((await opened?.read(0, 1_000_000)) ?? []))
  }
  expect(found.map((bytes, at) => bytes.equals(bytesOf(exhibitId(at === 0 ? 1 : 3))))).toEqual([true, true])
  await restored.destroy()
  await target.drop()
  const without = await takeBackup(join(folder, 'without'), source)
  expect(without.manifest).toMatchObject({ exhibits: false, lostExhibits: [] })
  const empty = createExhibitFolder(join(folder, 'empty'))
  const lost = await takeBackup(join(folder, 'lost'), { ...source, exhibits: empty })
  expect(lost.manifest.lostExhibits).toEqual([1, 2, 3].map((no) => `${exhibitId(no)}.1`))
}, 60_000)

const sweep = (now: string) =>
  sweepFiles({
    db,
    clock: () => new Date(now),
    config: { EXHIBIT_UPLOAD_HOURS: 24 },
    exhibits: { store, scanner: createBuiltInScanner(), limits: exhibitLimits },
  })
const ends = async () =>
  (await listExhibits(db, { base: yueqing, limit: 10 })).items.map(({ file_end: end, sha256 }) => [end, sha256.length])

test('an upload that nobody brings as an exhibit goes after a day, and not while it is being brought', async () => {
  const [left, going] = [exhibitId(8), exhibitId(9)]
  for (const id of [left, going]) await handIn(id)
  await noteBrought(db, { id: going, at: '2027-01-05T08:00:00.000Z' })
  expect(await sweep('2027-01-05T08:59:59.999Z')).toBe(0)
  expect(await sweep('2027-01-05T09:00:00.001Z')).toBe(1)
  expect([await readFile(db, left), await store.open(`${left}.1`)]).toEqual([undefined, undefined])
  expect((await readFile(db, going))?.key).toBeDefined()
  expect(await sweep('2027-01-06T08:00:00.001Z')).toBe(1)
  expect(await ends()).toEqual([
    [null, 64],
    [null, 64],
    [null, 64],
  ])
})

test('what one firm gave goes three years after its stage, unless its records are held; its number and hash stay (8.13)', async () => {
  await sql`update base_stage set left_at = '2027-03-01T12:00:00Z' where base = ${yueqing} and no = 1`.execute(owner)
  expect(await sweep('2030-02-28T12:00:00.000Z')).toBe(0)
  await sql`insert into record_hold (programme, id, person, base, code, state, asked_at)
    values ('gasme', 'h-1', null, ${yueqing}, 'LEG', 'held', '2027-01-04T09:00:00Z')`.execute(owner)
  expect(await sweep('2030-03-02T12:00:00.000Z')).toBe(0)
  await sql`update record_hold set state = 'released'`.execute(owner)
  expect(await sweep('2030-03-02T12:00:00.000Z')).toBe(1)
  expect((await ends()).map(([end]) => end)).toEqual([null, 'retention', null])
  expect([await store.open(`${exhibitId(2)}.1`), (await readFile(db, exhibitId(2)))?.key]).toEqual([
    undefined,
    undefined,
  ])
  expect(await told()).toEqual([])
})

test('with whoever was erased goes the file that holds personal data, and no other; it says so (8.13)', async () => {
  await sql`delete from person_key where person = 'p-PM'`.execute(owner)
  await sql`update person set erased_at = '2030-03-01T09:00:00Z', name = null, email = null where id = 'p-PM'`.execute(
    owner,
  )
  expect((await ends()).map(([end]) => end)).toEqual([null, 'retention', 'erasure'])
  expect(await sweep('2030-03-02T12:00:00.000Z')).toBe(1)
  expect(await store.open(`${exhibitId(3)}.1`)).toBeUndefined()
  // That no entry says so is told: a file is not missed only where the ledger knows of the erasure.
  expect(await told()).toEqual([`exhibit_missing ${exhibitId(3)}`])
})

test('with the records of a base the rest goes, ten years after its end (8.13)', async () => {
  await sql`update base set closed_at = '2031-05-01T10:00:00Z' where id = ${yueqing}`.execute(owner)
  expect(await sweep('2041-04-30T12:00:00.000Z')).toBe(0)
  expect(await sweep('2041-05-02T12:00:00.000Z')).toBe(1)
  expect((await ends()).map(([end]) => end)).toEqual(['retention', 'retention', 'erasure'])
})
