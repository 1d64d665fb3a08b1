import { copyFileSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { BackupConfig } from '../../config/processes.js'
import { holdInstallationKeys, installationKeys, isWhole } from '../../db/seals/installation-key.js'
import { dataFolder } from './places.js'

/** The files of a trial that must outlive it and must not lie beside a backup. */
const keyFiles = ['person-key', 'checkpoint-key'] as const

interface Copying {
  readonly from: string
  readonly to: string
}

/**
 * Copies the keys of a trial, writing over none. Refuses to put them into the backup: with both somebody reads every name,
 * even that of a person who was erased since (docs/decisions/0029).
 */
export function copyKeys({ from, to }: Copying, { apartFrom }: { readonly apartFrom: string }): readonly string[] {
  if (`${resolve(to)}${sep}`.startsWith(`${resolve(apartFrom)}${sep}`))
    throw new Error('Keys are kept apart from the backup: name a folder that does not lie in it.')
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const wanted = keyFiles.filter((name) => existsSync(join(from, name)) && !existsSync(join(to, name)))
  for (const name of wanted) copyFileSync(join(from, name), join(to, name), constants.COPYFILE_EXCL)
  return wanted
}

/** Holds the keys of the installation that is brought together: what is healed from histories must bear a worker's seal. */
export function holdKeysAtHand(config: BackupConfig): void {
  const PERSON_KEY_FILE = config.PERSON_KEY_FILE ?? join(dataFolder(config), 'person-key')
  holdInstallationKeys(installationKeys({ MODE: 'production', PERSON_KEY: config.PERSON_KEY, PERSON_KEY_FILE }))
}

/** Refuses where a key is not at hand under which names of the backup lie: they could never be read again. */
export function mustHoldKeys(config: BackupConfig, needed: readonly string[]): void {
  if (needed.length === 0) return
  const file = config.PERSON_KEY_FILE ?? join(dataFolder(config), 'person-key')
  const text = config.PERSON_KEY
  const isThere = text !== undefined || existsSync(file)
  const held = isThere
    ? installationKeys({ MODE: 'production', PERSON_KEY: text, PERSON_KEY_FILE: file })
        .filter(isWhole)
        .map(({ id }) => id)
    : []
  const missing = needed.filter((id) => !held.includes(id))
  if (missing.length === 0) return
  throw new Error(
    `The names in the backup lie under the key ${missing.join(', ')} of the installation, which is not in ${text === undefined ? file : 'PERSON_KEY'}. ` +
      'Put it there, or name the folder it was kept in with --keys; without it nobody reads a name again.',
  )
}
