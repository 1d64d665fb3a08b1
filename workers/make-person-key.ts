import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { makeInstallationKey, retiredLine } from '../db/seals/installation-key.js'
import { runCommand } from './run-command.js'

/**
 * Makes a key for the keys of persons to lie under: `npm run -s person:key`. Prints it on standard output, for a file or a
 * secret that is backed up apart from the database: with both somebody reads every name, without it nobody any more. With
 * `--retire FILE` it prints what is to stay of each key in the file when the key is destroyed.
 */
await runCommand(() => {
  const { values } = parseArgs({ options: { retire: { type: 'string' } } })
  const lines = values.retire === undefined ? [makeInstallationKey()] : retired(values.retire)
  process.stdout.write(`${lines.join('\n')}\n`)
})

function retired(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split(/\s+/)
  return lines.filter((line) => line !== '').map(retiredLine)
}
