import { existsSync } from 'node:fs'
import { Option } from 'commander'
import type { Command } from 'commander'
import { readKept } from '../../verify/check-kept.js'
import { trustFrom, verifyFile } from '../../verify/main.js'
import { told } from '../../verify/told.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print } from '../printing.js'
import { verifyInTwo } from '../evidence/verify-in-two.js'
import { verb } from './verb.js'
import type { Common } from './verb.js'

interface Verifying extends Common {
  readonly checkpoint: readonly string[]
  readonly key: readonly string[]
  readonly language: 'en' | 'zh-CN'
}

/** Adds `verify`: checks an evidence file with no network, no database and no server. */
export const addVerify = (program: Command): void => {
  verb(program, {
    usage: 'verify <file>',
    says: 'Check an evidence file: everything is computed again, the state is replayed. Exit code 0 or 1.',
    examples: ['verify yueqing.zip --checkpoint kept.txt', 'verify gasme.zip --checkpoint 1234:9f86d081884c7d65'],
  })
    .addOption(new Option('--checkpoint <kept...>', 'a checkpoint you kept: a file, or the short form').default([]))
    .addOption(new Option('--key <key...>', 'a public key you have from elsewhere: a file, or the key').default([]))
    .addOption(new Option('--language <language>', 'language of the verdict').choices(['en', 'zh-CN']).default('en'))
    .action(async (file: string, wanted: Verifying) => {
      mustExist(file)
      for (const given of wanted.checkpoint) mustBeKept(given)
      const trust = trustFrom({ checkpoints: wanted.checkpoint, keys: wanted.key })
      const verdict = await verifyFile(file, (files) => verifyInTwo(files, trust))
      const text = () => told(verdict, { language: wanted.language, kept: trust.kept.length })
      print(verdict, { json: wanted.json === true, text })
      if (!verdict.sound)
        throw new CliFailure(verdict.first?.says[wanted.language] ?? 'the file does not fit', exits.refused)
    })
}

const mustExist = (file: string): void => {
  if (existsSync(file)) return
  const what = { got: `${file} does not exist`, allowed: 'an evidence file is a zip', todo: 'make one with `evidence`' }
  throw new CliFailure(threePart(what), exits.usage)
}

const mustBeKept = (given: string): void => {
  if (existsSync(given) || readKept(given) !== undefined) return
  const allowed = 'a checkpoint is a file with a signed note, or its short form such as 1234:9f86d081884c7d65'
  throw new CliFailure(threePart({ got: `got ${given}`, allowed, todo: 'give one that you kept' }), exits.usage)
}
