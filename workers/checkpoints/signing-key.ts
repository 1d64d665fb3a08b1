import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { WorkerConfig } from '../../config/processes.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import type { NoteSigner } from '../../db/log/note.js'

/** The origin of a trial's checkpoints: a name that can belong to nobody (RFC 2606), so that none passes for a real one. */
export const trialOrigin = 'cornerstone.invalid/trial'

type Settings = Pick<WorkerConfig, 'MODE' | 'CHECKPOINT_KEY' | 'CHECKPOINT_KEY_FILE'>

/**
 * The keys that sign checkpoints, the current one first. To replace a key, put the new one before the old, let both sign
 * for a checkpoint, then take the old one away. A trial makes its key when the file is missing; production refuses that,
 * and refuses a key that a trial has made.
 */
export function signingKeys({
  MODE,
  CHECKPOINT_KEY: text,
  CHECKPOINT_KEY_FILE: file,
}: Settings): readonly NoteSigner[] {
  const lines = (text ?? fromFile(file, MODE)).split(/\s+/).filter((line) => line !== '')
  const signers = lines.map(readSigner)
  if (signers.length === 0) throw new Error(`${file ?? 'CHECKPOINT_KEY'} holds no key. ${howToMake}`)
  const made = signers.find(({ name }) => new URL(`https://${name}`).hostname.endsWith('.invalid'))
  if (MODE === 'production' && made !== undefined)
    throw new Error(`The checkpoint key ${made.name}+${made.id} was made for a trial; MODE is production. ${howToMake}`)
  return signers
}

const howToMake =
  'Make one with npm run checkpoint:key -- <name>, such as example.org/cooperation-bases, and keep it outside the database.'

const fromFile = (file: string | undefined, mode: Settings['MODE']): string => {
  if (file === undefined) throw new Error(`CHECKPOINT_KEY_FILE is missing. ${howToMake}`)
  if (!existsSync(file)) {
    if (mode === 'production') throw new Error(`CHECKPOINT_KEY_FILE names ${file}, which does not exist. ${howToMake}`)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${makeSignerKey(trialOrigin)}\n`, { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8')
}
