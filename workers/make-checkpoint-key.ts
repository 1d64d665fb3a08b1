import process from 'node:process'
import { makeSignerKey, readSigner } from '../db/log/note.js'

/**
 * Makes a key for signing checkpoints: `npm run -s checkpoint:key -- example.org/cooperation-bases`. Prints the private
 * key on standard output, for a file or a secret, and the public one beside it, for auditors and witnesses.
 */
const [name = ''] = process.argv.slice(2)
try {
  const key = makeSignerKey(name)
  process.stdout.write(`${key}\n`)
  process.stderr.write(`The public key, to give to auditors: ${readSigner(key).verifierKey}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.stderr.write('Say: npm run -s checkpoint:key -- <name>, such as example.org/cooperation-bases\n')
  process.exitCode = 2
}
