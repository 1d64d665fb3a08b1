import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BackupConfig } from '../../config/processes.js'
import type { DocumentStore } from '../../documents/document-store.js'
import type { ExhibitStore } from '../../exhibits/exhibit-store.js'
import { createExhibitFolder } from '../../exhibits/folder-store.js'
import { documentStore } from '../document-store.js'
import { obtainTemporalServer } from '../embedded/obtain-temporal.js'
import { startPostgres } from '../embedded/postgres.js'
import { startTemporal } from '../embedded/temporal.js'
import type { Narrator } from '../embedded/narrator.js'

/** Something that was opened, and how it is left as it was found. */
export interface Opened<T> {
  readonly at: T
  readonly close: () => Promise<void>
}

/** The folder of the embedded installation. */
export const dataFolder = (config: BackupConfig): string => resolve(config.CORNERSTONE_DATA)

/** The database as the role that owns it: the one that was named, or the embedded one, which runs on if it ran. */
export async function openDatabase(config: BackupConfig): Promise<Opened<string>> {
  if (config.DATABASE_OWNER_URL !== undefined) return { at: config.DATABASE_OWNER_URL, close: async () => undefined }
  const postgres = await startPostgres({ folder: join(dataFolder(config), 'postgres'), say: () => undefined })
  return { at: postgres.ownerUrl, close: postgres.reused ? async () => undefined : postgres.stop }
}

/** The address of Temporal: the server that was named, or the embedded one, which runs on if it ran. */
export async function openTemporal(config: BackupConfig, tell: Narrator): Promise<Opened<string>> {
  if (config.TEMPORAL_ADDRESS !== undefined) return { at: config.TEMPORAL_ADDRESS, close: async () => undefined }
  const server = await startTemporal({
    program: await obtainTemporalServer({ say: tell.say, progress: tell.progress }),
    folder: join(dataFolder(config), 'temporal'),
    namespace: config.TEMPORAL_NAMESPACE,
    rehearsalNamespace: config.TEMPORAL_REHEARSAL_NAMESPACE,
    say: () => undefined,
  })
  return { at: server.address, close: server.reused ? async () => undefined : server.stop }
}

/** The document store that was named, or the folder of the embedded installation. */
export async function openDocuments(config: BackupConfig): Promise<Opened<DocumentStore>> {
  const DOCUMENT_STORE = config.DOCUMENT_STORE ?? { kind: 'folder', path: join(dataFolder(config), 'documents') }
  const { store, close } = await documentStore({ ...config, DOCUMENT_STORE })
  return { at: store, close: async () => close() }
}

/** The folder of sealed files that was named, or that of the embedded installation; undefined where neither is there. */
export function openExhibits(config: BackupConfig): ExhibitStore | undefined {
  if (config.EXHIBIT_STORE !== undefined) return createExhibitFolder(config.EXHIBIT_STORE.folder)
  return config.DATABASE_OWNER_URL === undefined ? createExhibitFolder(join(dataFolder(config), 'exhibits')) : undefined
}

/** Refuses where the embedded installation was asked for and there is none. */
export function mustBeThere(config: BackupConfig): void {
  if (config.DATABASE_OWNER_URL !== undefined || existsSync(join(dataFolder(config), 'postgres'))) return
  throw new Error(
    `There is no installation in ${dataFolder(config)}. Set CORNERSTONE_DATA to its folder, or DATABASE_OWNER_URL to its database.`,
  )
}
