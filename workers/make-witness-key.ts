import process from 'node:process'
import { makeCosignerKey, readCosigner } from '../db/cosigning/keys.js'

/**
 * Makes a key with which this installation cosigns for other logs: `npm run -s witness:key -- witness.example.org/gasme`. Prints the
 * private key on standard output, for a file or a secret, and the public one beside it, for the logs and the auditors.
 */
const [name = ''] = process.argv.slice(2)
try {
  const key = makeCosignerKey(name)
  process.stdout.write(`${key}\n`)
  process.stderr.write(`The public key, to give to logs and auditors: ${readCosigner(key).verifierKey}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.stderr.write('Say: npm run -s witness:key -- <name>, such as witness.example.org/gasme\n')
  process.exitCode = 2
}
