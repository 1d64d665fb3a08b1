import process from 'node:process'
import { parseArgs } from 'node:util'
import { backupConfig } from '../config/processes.js'
import { takeDataFolder } from './embedded/data-folder.js'
import { narrator } from './embedded/narrator.js'
import { dataFolder } from './backup/places.js'
import { healPlaces } from './healing/heal-places.js'
import { inWords } from './healing/in-words.js'
import { parts, restoreParts, type Part } from './backup/restore-parts.js'
import { runCommand } from './run-command.js'

/**
 * Restores a backup, or parts of one, and brings database and Temporal together: see docs/how-to/restore.md. Ends with 1 and
 * says why when it could not, and with 1 when a stream could not be healed.
 */
const usage = [
  'Say: npm run -s restore -- <folder> [--only database,temporal,documents,exhibits] [--keys <folder>] [--heal]',
  ' or: npm run -s restore -- --heal [--json]',
].join('\n')

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      keys: { type: 'string' },
      heal: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [folder] = positionals
  if (positionals.length > 1 || (folder === undefined && !values.heal)) throw new Error(usage)
  await restore({ ...values, folder, only: partsIn(values.only) })
})

function partsIn(only: string | undefined): readonly Part[] {
  if (only === undefined) return parts
  const asked = only.split(',')
  const known = parts.filter((part) => asked.includes(part))
  if (known.length !== asked.length) throw new Error(`--only takes ${parts.join(', ')}; got ${only}.\n${usage}`)
  return known
}

interface Wanted {
  readonly folder: string | undefined
  readonly only: readonly Part[]
  readonly keys?: string | undefined
  readonly heal: boolean
  readonly json: boolean
}

/** The data folder of a trial is ours alone meanwhile; a production installation has its processes stopped by whoever restores. */
async function restore({ folder, only, keys, heal, json }: Wanted): Promise<void> {
  const config = backupConfig()
  const tell = narrator({ quiet: json })
  const taken = config.DATABASE_OWNER_URL === undefined ? await takeDataFolder(dataFolder(config)) : undefined
  if (taken !== undefined && 'heldBy' in taken)
    throw new Error(`Cornerstone runs on ${dataFolder(config)} (process ${taken.heldBy}). Stop it first, with Ctrl-C.`)
  try {
    if (folder !== undefined) await restoreParts(config, { folder, only, keys, tell })
    if (!heal) return
    const healed = await tell.step('database and Temporal are brought together', () => healPlaces(config, tell))
    process.stdout.write(json ? `${JSON.stringify(healed)}\n` : `${inWords(healed)}\n`)
    if (healed.refused.length > 0) process.exitCode = 1
  } finally {
    taken?.giveBack()
  }
}
