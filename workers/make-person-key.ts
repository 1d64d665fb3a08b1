import process from 'node:process'
import { makeInstallationKey } from '../db/installation-key.js'

/**
 * Makes a key for the keys of persons to lie under: `npm run -s person:key`. Prints it on standard output, for a file or a
 * secret that is backed up apart from the database: with both somebody reads every name, without it nobody any more.
 */
process.stdout.write(`${makeInstallationKey()}\n`)
