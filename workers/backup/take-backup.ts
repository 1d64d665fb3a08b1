import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { now } from '../../clock/machine-clock.js'
import { dumpTables } from '../../db/backup/dump.js'
import { connect } from '../../db/connect.js'
import { keyOf, soundBytes } from '../../documents/document-store.js'
import type { DocumentStore } from '../../documents/document-store.js'
import type { FilePart } from '../../db/schema/exhibit-tables.js'
import { placeOf, type ExhibitStore } from '../../exhibits/exhibit-store.js'
import { createExhibitFolder } from '../../exhibits/folder-store.js'
import { keptStream, sealedSize } from '../../exhibits/sealed-stream.js'
import { checkBackup } from './check-backup.js'
import { fileIn, rowsFile, writeManifest } from './manifest.js'
import type { BackupFile, BackupManifest } from './manifest.js'
import { copyTemporalStore } from './temporal-store.js'

/** What a backup is taken of. */
export interface BackupSource {
  readonly ownerUrl: string
  readonly store: DocumentStore
  /** Where the sealed files of exhibits lie; absent: that is another's, and backed up there. */
  readonly exhibits?: ExhibitStore | undefined
  /** Where the embedded Temporal server keeps its store; absent: Temporal is somebody else's, and backed up there. */
  readonly temporalFolder?: string | undefined
}

/**
 * Takes a backup into a new folder while everybody goes on working, checks it as it lies there, and gives it its name only
 * then. Temporal's store comes first: so the ledger of a backup is never behind its workflows, which take over by themselves
 * what they lack. Returns the manifest and its fingerprint. Refuses a folder in which anything lies.
 */
export async function takeBackup(
  folder: string,
  source: BackupSource,
): Promise<{ readonly manifest: BackupManifest; readonly seal: string }> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty. A backup is made in a folder of its own; name a new one.`)
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(join(unfinished, 'database'), { recursive: true, mode: 0o700 })
  const temporal = source.temporalFolder === undefined ? [] : await temporalIn(unfinished, source.temporalFolder)
  const { migrations, documents, exhibits, personKeys, tables } = await databaseIn(unfinished, source.ownerUrl)
  const { kept, lost } = await documentsIn(unfinished, { store: source.store, documents })
  const files =
    source.exhibits === undefined ? undefined : await exhibitsIn(unfinished, { from: source.exhibits, exhibits })
  const paths = [...temporal, ...Object.keys(tables).map(rowsFile), ...kept, ...(files?.kept ?? [])]
  const listed: BackupFile[] = []
  for (const path of paths) listed.push(await fileIn(unfinished, path))
  const seal = await writeManifest(unfinished, {
    format: 2,
    madeAt: now(),
    migrations,
    tables,
    personKeys,
    files: listed,
    ledger: { streams: tables['ledger_head'] ?? 0, entries: tables['ledger_entry'] ?? 0 },
    temporal: temporal.length > 0,
    lostDocuments: lost,
    exhibits: files !== undefined,
    lostExhibits: files?.lost ?? [],
  })
  const manifest = await checkBackup(unfinished)
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
  return { manifest, seal }
}

const temporalIn = async (folder: string, from: string): Promise<readonly string[]> =>
  (await copyTemporalStore(from, join(folder, 'temporal'))).map((name) => `temporal/${name}`)

async function databaseIn(folder: string, ownerUrl: string) {
  const db = connect(ownerUrl, { max: 1, name: 'cornerstone backup' })
  const tables: Record<string, number> = {}
  try {
    const dumped = await dumpTables(db, async (table, lines) => {
      tables[table] = 0
      const counted = async function* (): AsyncIterable<string> {
        for await (const line of lines) {
          tables[table] = (tables[table] ?? 0) + 1
          yield `${line}\n`
        }
      }
      await pipeline(Readable.from(counted()), createWriteStream(join(folder, rowsFile(table)), { mode: 0o600 }))
    })
    const { migrations, documents, exhibits, personKeys } = dumped
    return { documents, exhibits, migrations: [...migrations], personKeys: [...personKeys], tables }
  } finally {
    await db.destroy()
  }
}

interface Files {
  readonly from: ExhibitStore
  readonly exhibits: readonly FilePart[]
}

/** Sealed bytes are copied as they lie: no key is needed, and none is in the backup in the open. */
async function exhibitsIn(folder: string, { from, exhibits }: Files) {
  const to = createExhibitFolder(join(folder, 'exhibits'))
  const [kept, lost]: [string[], string[]] = [[], []]
  for (const { name, size } of exhibits) {
    const found = await from.open(name)
    if (found === undefined || found.size !== sealedSize(size)) {
      lost.push(name)
      continue
    }
    await to.put(name, keptStream(found))
    kept.push(`exhibits/${placeOf(name)}`)
  }
  return { kept, lost }
}

interface Papers {
  readonly store: DocumentStore
  readonly documents: readonly string[]
}

/** A document that is gone or damaged is told and left out: the rest is worth keeping all the same. */
async function documentsIn(folder: string, { store, documents }: Papers) {
  const [kept, lost]: [string[], string[]] = [[], []]
  for (const sha256 of documents) {
    const bytes = await soundBytes(store, sha256)
    const path = `documents/${keyOf(sha256)}`
    if (bytes === undefined) {
      lost.push(sha256)
      continue
    }
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
    await writeFile(join(folder, path), bytes, { mode: 0o600 })
    kept.push(path)
  }
  return { kept, lost }
}
