import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadTables } from '../../db/backup/load.js'
import { connect } from '../../db/connect.js'
import { migrate } from '../../db/migrate.js'
import { fingerprint } from '../../documents/document-store.js'
import type { DocumentStore } from '../../documents/document-store.js'
import type { ExhibitStore } from '../../exhibits/exhibit-store.js'
import { createExhibitFolder } from '../../exhibits/folder-store.js'
import { keptStream } from '../../exhibits/sealed-stream.js'
import { bringUpToDate } from '../bring-up-to-date.js'
import { BackupDamaged, linesIn, rowsFile } from './manifest.js'
import type { BackupManifest } from './manifest.js'

interface Backup {
  readonly folder: string
  readonly manifest: BackupManifest
}

/**
 * Fills an empty database from a checked backup: first brought as far as the database of the backup was, then filled, then
 * brought up to date as any older database is. Refuses a backup of a newer program.
 */
export async function putDatabase({ folder, manifest }: Backup, ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, { upTo: manifest.migrations.at(-1) })
  const db = connect(ownerUrl, { max: 1, name: 'cornerstone restore' })
  try {
    await loadTables(db, (table) => (table in manifest.tables ? linesIn(folder, rowsFile(table)) : undefined))
  } finally {
    await db.destroy()
  }
  await bringUpToDate(ownerUrl)
}

/** Puts the documents of a backup into a store; what is there already stays. Returns how many there are. */
export async function putDocuments({ folder, manifest }: Backup, store: DocumentStore): Promise<number> {
  const documents = manifest.files.filter(({ path }) => path.startsWith('documents/'))
  for (const { path, sha256 } of documents) {
    const bytes = await readFile(join(folder, path))
    if (fingerprint(bytes) !== sha256) throw new BackupDamaged(folder, [`${path} was changed`])
    await store.put(bytes)
  }
  return documents.length
}

/** Puts the sealed files of exhibits into their store. Returns how many parts there are. */
export async function putExhibits({ folder, manifest }: Backup, store: ExhibitStore): Promise<number> {
  const from = createExhibitFolder(join(folder, 'exhibits'))
  const parts = manifest.files.filter(({ path }) => path.startsWith('exhibits/'))
  for (const { path } of parts) {
    const name = basename(path)
    const kept = await from.open(name)
    if (kept === undefined) throw new BackupDamaged(folder, [`${path} is missing`])
    await store.put(name, keptStream(kept))
  }
  return parts.length
}

/** Puts the store of the embedded Temporal server into its folder, which holds none. */
export async function putTemporal({ folder, manifest }: Backup, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const { path } of manifest.files.filter((file) => file.path.startsWith('temporal/')))
    await copyFile(join(folder, path), join(to, path.slice('temporal/'.length)))
}

/** Moves what stands in the place of something out of the way, beside it; nothing is ever deleted. Returns where to. */
export async function setAside(data: string, { part, mark }: { readonly part: string; readonly mark: string }) {
  if (!existsSync(join(data, part))) return undefined
  const aside = join(data, 'replaced', mark)
  await mkdir(aside, { recursive: true, mode: 0o711 })
  await rename(join(data, part), join(aside, part))
  return join(aside, part)
}
