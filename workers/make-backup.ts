import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { backupConfig } from '../config/processes.js'
import { copyKeys } from './backup/keys.js'
import { dataFolder, mustBeThere, openDatabase, openDocuments, openExhibits } from './backup/places.js'
import { takeBackup } from './backup/take-backup.js'
import { runCommand } from './run-command.js'
import { defined } from '../domain/values/defined.js'

/**
 * Takes a backup: `npm run -s backup -- <folder> [--keys <folder>]`. The embedded installation may run meanwhile. Ends with
 * 1 and says why when there is none.
 */
const usage = 'Say: npm run -s backup -- <folder> [--keys <another folder>]'

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new Error(usage)
  await backUp(resolve(folder), values.keys)
})

async function backUp(folder: string, keys: string | undefined): Promise<void> {
  const config = backupConfig()
  mustBeThere(config)
  const isEmbedded = config.DATABASE_OWNER_URL === undefined
  const data = dataFolder(config)
  if (keys !== undefined) copyKeys({ from: data, to: resolve(keys) }, { apartFrom: folder })
  const [database, documents] = [await openDatabase(config), await openDocuments(config)]
  try {
    const { manifest, seal } = await takeBackup(folder, {
      ownerUrl: database.at,
      store: documents.at,
      exhibits: openExhibits(config),
      ...defined({ temporalFolder: isEmbedded ? join(data, 'temporal') : undefined }),
    })
    const { ledger, files, lostDocuments, lostExhibits, personKeys } = manifest
    say(
      `${ledger.entries} entries of ${ledger.streams} streams and ${files.length} files are in ${folder}, and were checked.`,
    )
    say(`Its fingerprint: ${seal}`)
    if (!manifest.temporal) say('Temporal is not in it: back its own database up where it lies.')
    if (!manifest.exhibits)
      say('Files of exhibits are not in it: set EXHIBIT_STORE, or back their folder up where it lies.')
    if (lostExhibits.length > 0) say(`Files of exhibits, gone or cut off before: ${lostExhibits.join(', ')}`)
    if (lostDocuments.length > 0) say(`Gone or damaged before: ${lostDocuments.join(', ')}`)
    if (personKeys.length > 0 && keys === undefined)
      say(`Not in it, and needed to read a name: the key ${personKeys.join(', ')}. Keep it apart from the backup.`)
  } finally {
    await documents.close()
    await database.close()
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
