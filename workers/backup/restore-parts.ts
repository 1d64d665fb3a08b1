import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { now } from '../../clock/machine-clock.js'
import type { BackupConfig } from '../../config/processes.js'
import { endOrphanedPostgres, endOrphanedTemporal } from '../embedded/end-orphans.js'
import type { Narrator } from '../embedded/narrator.js'
import { underRestore } from '../embedded/whole-folder.js'
import { checkBackup } from './check-backup.js'
import { copyKeys, mustHoldKeys } from './keys.js'
import type { BackupManifest } from './manifest.js'
import { dataFolder, openDatabase, openDocuments, openExhibits } from './places.js'
import { putDatabase, putDocuments, putExhibits, putTemporal, setAside } from './put-back.js'

/** What a backup is made of, and what can be restored by itself. */
export const parts = ['database', 'temporal', 'documents', 'exhibits'] as const
export type Part = (typeof parts)[number]

interface Wanted {
  readonly folder: string
  readonly only: readonly Part[]
  readonly keys?: string | undefined
  readonly tell: Narrator
}

/**
 * Restores parts of a backup after it was read whole and found sound. In a trial what stood there is set aside, and nothing
 * is deleted; a database that is named in the settings must be empty. Documents are only ever added.
 */
export async function restoreParts(config: BackupConfig, wanted: Wanted): Promise<void> {
  const { only, keys, tell } = wanted
  const folder = resolve(wanted.folder)
  const manifest = await tell.step('the backup is checked', () => checkBackup(folder))
  const data = dataFolder(config)
  if (keys !== undefined) copyKeys({ from: resolve(keys), to: data }, { apartFrom: folder })
  if (only.includes('database')) mustHoldKeys(config, manifest.personKeys)
  const backup = { folder, manifest }
  const isTrial = config.DATABASE_OWNER_URL === undefined
  // Between setting aside and filling nothing may start on what is not there.
  if (isTrial) await writeFile(underRestore(data), '')
  if (isTrial) await clear(data, { only, manifest, tell })
  if (only.includes('temporal') && manifest.temporal && config.DATABASE_OWNER_URL === undefined)
    await tell.step('Temporal', () => putTemporal(backup, join(data, 'temporal')))
  if (only.includes('database')) {
    const database = await openDatabase(config)
    await tell.step('database', () => putDatabase(backup, database.at)).finally(() => database.close())
  }
  if (only.includes('documents')) {
    const store = await openDocuments(config)
    await tell.step('documents', () => putDocuments(backup, store.at)).finally(() => store.close())
  }
  if (only.includes('exhibits') && manifest.exhibits) {
    const store = openExhibits(config)
    if (store === undefined)
      throw new Error(
        'The backup holds files of exhibits. Set EXHIBIT_STORE to the folder they belong into, or name other parts with --only.',
      )
    await tell.step('files of exhibits', () => putExhibits(backup, store))
  }
  if (isTrial) await rm(underRestore(data), { force: true })
}

interface Clearing {
  readonly only: readonly Part[]
  readonly manifest: BackupManifest
  readonly tell: Narrator
}

/** Ends what a killed supervisor left running on the parts that are replaced, and sets them aside. */
async function clear(data: string, { only, manifest, tell }: Clearing): Promise<void> {
  const mark = now().replaceAll(/[:.]/g, '-')
  const replaced: string[] = []
  if (only.includes('database')) {
    await endOrphanedPostgres(join(data, 'postgres'))
    replaced.push('postgres')
  }
  if (only.includes('temporal') && manifest.temporal) {
    await endOrphanedTemporal(join(data, 'temporal'))
    replaced.push('temporal')
  }
  for (const part of replaced) {
    const aside = await setAside(data, { part, mark })
    if (aside !== undefined) tell.say(`What stood there before lies in ${aside}.`)
  }
}
