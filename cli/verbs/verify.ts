import { existsSync, readFileSync } from 'node:fs'
import type { X509Certificate } from 'node:crypto'
import { Option } from 'commander'
import type { Command } from 'commander'
import { certificatesFrom } from '../../stamps/chain.js'
import { readKept } from '../../verify/check-kept.js'
import { exitOf, trustFrom, verifyFile } from '../../verify/main.js'
import { readVerifierKey, readWitnessKey } from '../../verify/note.js'
import { withoutPrivateKeys } from '../../verify/private-keys.js'
import { asJson, told } from '../../verify/told.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print } from '../printing.js'
import { withStamps } from '../evidence/stamps.js'
import type { Trust } from '../../verify/verdict.js'
import { verifyInTwo } from '../evidence/verify-in-two.js'
import { languageOption, verb } from './verb.js'
import type { Common } from './verb.js'

interface Verifying extends Common {
  readonly checkpoint: readonly string[]
  readonly key: readonly string[]
  readonly witness: readonly string[]
  readonly authority: readonly string[]
  readonly language: 'en' | 'zh-CN'
}

/** Adds `verify`: checks an evidence file with no network, no database and no server. */
export const addVerify = (program: Command): void => {
  verb(program, {
    usage: 'verify <file>',
    says: 'Check an evidence file: everything is computed again, the state is replayed. Exit code 0, 1, or 2 when it cannot be read.',
    examples: [
      'verify yueqing.zip --checkpoint kept.txt',
      'verify gasme.zip --checkpoint 1234:9f86d081884c7d65 --witness witness.txt --authority tsa.pem',
    ],
  })
    .addOption(several('--checkpoint <kept>', 'a checkpoint you kept: a file, or the short form; may be repeated'))
    .addOption(several('--key <key>', 'a public key you have from elsewhere: a file, or the key; may be repeated'))
    .addOption(several('--witness <key>', 'the key of a witness who must have cosigned; may be repeated'))
    .addOption(several('--authority <pem>', 'a certificate of a time-stamp authority: a file; may be repeated'))
    .addOption(languageOption('verdict'))
    .action(async (file: string, wanted: Verifying) => {
      mustExist(file)
      for (const given of wanted.checkpoint) mustBeKept(given)
      for (const given of wanted.key) mustBeKey(given)
      for (const given of wanted.witness) mustBeWitness(given)
      const authorities = wanted.authority.flatMap(certificatesIn)
      const trust = brought(wanted)
      const verdict = await verifyFile(file, async (files) =>
        withStamps(await verifyInTwo(files, trust), { files, authorities }),
      )
      const counts = { kept: trust.kept.length, witnesses: trust.witnesses?.length ?? 0 }
      const text = () => told(verdict, { language: wanted.language, ...counts })
      print(asJson(verdict), { json: wanted.json, text })
      if (!verdict.sound)
        throw new CliFailure(
          verdict.first?.says[wanted.language] ?? 'the file does not fit',
          exitOf(verdict) === 2 ? exits.usage : exits.refused,
        )
    })
}

/** An option that may be repeated, each with one value: the file may stand before or behind it, as with the program in the file. */
const several = (flags: string, says: string): Option =>
  new Option(flags, says)
    .default([])
    .argParser((given: string, before: readonly string[]): readonly string[] => [...before, given])

/** What the auditor brings; what is none of it is a wrong use, as for the program in the file. */
const brought = ({ checkpoint: checkpoints, key: keys, witness: witnesses }: Verifying): Trust => {
  try {
    return trustFrom({ checkpoints, keys, witnesses })
  } catch (error) {
    throw wrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** A private key typed by mistake is said back nowhere. */
const wrongUse = (said: string): CliFailure => new CliFailure(withoutPrivateKeys(said), exits.usage)

const mustExist = (file: string): void => {
  if (existsSync(file)) return
  const what = {
    got: { en: `${file} does not exist`, 'zh-CN': `${file} 不存在` },
    allowed: { en: 'an evidence file is a zip', 'zh-CN': '证据文件为 zip 文件' },
    todo: { en: 'make one with `evidence`', 'zh-CN': '请用 `evidence` 制作' },
  }
  throw wrongUse(threePart(what))
}

const mustBeKept = (given: string): void => {
  if (existsSync(given) || readKept(given) !== undefined) return
  const allowed = 'a checkpoint is a file with a signed note, or its short form such as 1234:9f86d081884c7d65'
  throw wrongUse(threePart({ got: `got ${given}`, allowed, todo: 'give one that you kept' }))
}

const mustBeKey = (given: string): void => {
  if (existsSync(given) || readVerifierKey(given) !== undefined) return
  const isOfAWitness = readWitnessKey(given) !== undefined
  const got = isOfAWitness ? `${given}: this is the key of a witness` : `got ${given}`
  const allowed = 'a key is a file with public keys, or one as GET /checkpoints/keys shows it, name+id+base64'
  const todo = isOfAWitness
    ? 'give it with --witness, and the key of the log with --key'
    : 'give one you have from elsewhere'
  throw wrongUse(threePart({ got, allowed, todo }))
}

const mustBeWitness = (given: string): void => {
  if (existsSync(given) || readWitnessKey(given) !== undefined) return
  const allowed = 'the key of a witness is a file with such keys, or one, name+id+base64 (C2SP tlog-cosignature)'
  throw wrongUse(threePart({ got: `got ${given}`, allowed, todo: 'ask the witness for it' }))
}

const certificatesIn = (file: string): readonly X509Certificate[] => {
  try {
    return certificatesFrom(readFileSync(file, 'utf8'))
  } catch (error) {
    const got = `${file}: ${error instanceof Error ? error.message : String(error)}`
    const allowed = 'an authority is a file with one certificate or more (PEM)'
    throw wrongUse(threePart({ got, allowed, todo: 'ask the authority for it' }))
  }
}
