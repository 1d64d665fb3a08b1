import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { readKept } from './check-kept.js'
import type { KeptCheckpoint } from './kept-checkpoint.js'
import { fault } from './fault.js'
import type { Said } from './fault.js'
import { NotAZip } from './not-a-zip.js'
import { withoutPrivateKeys } from './private-keys.js'
import { readVerifierKey, readWitnessKey } from './note.js'
import { asJson, told } from './told.js'
import { isUnreadable, verdictOf, verifyEvidence } from './verdict.js'
import type { Trust, Verdict } from './verdict.js'
import type { Files } from './zip.js'
import { openZipFile } from './zip-file.js'

const usage = `Usage: node verify-evidence.mjs FILE.zip [--checkpoint <file or size:root>]... [--key <public key>]... [--witness <public key>]... [--language en|zh-CN] [--json]`

/** A text given as it stands, or as the name of a file. */
const givenText = (given: string): string => {
  try {
    return readFileSync(given, 'utf8')
  } catch {
    return given
  }
}

interface Brought {
  readonly checkpoints: readonly string[]
  readonly keys: readonly string[]
  readonly witnesses?: readonly string[]
}

/** What the auditor brings, from the words of a command line. Throws for a checkpoint or a key that is none. */
export function trustFrom({ checkpoints, keys, witnesses = [] }: Brought): Trust {
  const kept = checkpoints.map((given): KeptCheckpoint => {
    const read = readKept(givenText(given))
    if (read === undefined) throw new Error(withoutPrivateKeys(noCheckpoint(given)))
    return read
  })
  const lines = keys.flatMap((given) => keyLines(given, 'key'))
  for (const line of lines) mustBeOfALog(line)
  const demanded = witnesses.flatMap((given) => keyLines(given, 'key of a witness'))
  for (const line of demanded) mustBeOfAWitness(line)
  return { kept, keys: lines, witnesses: demanded }
}

/** Why what was kept is no checkpoint, and what to do: most are one, saved in another way. */
function noCheckpoint(given: string): string {
  const allowed = 'allowed is a signed note alone in a file, or its short form, 1234:9f86d081884c7d65'
  const text = givenText(given)
  const isWide = text.includes('\0') || /^[\uFFFD]{2}/.test(text)
  const isInside = /^[>\s]*time \d{4}-/m.test(text) && /^[>\s]*\u2014 /m.test(text)
  const todo = isWide
    ? 'it is saved as UTF-16: save it as UTF-8'
    : isInside
      ? 'it holds more than the note, or less: leave nothing in it but the lines from the name of the log to the last one that begins with \u2014'
      : 'give one that you kept'
  return `${given.slice(0, 200)} is no checkpoint; ${allowed}; ${todo}`
}

/** A key of a witness believed for nothing would leave the file to vouch for itself, and whoever gave it would not know. */
const mustBeOfALog = (line: string): void => {
  if (readVerifierKey(line) !== undefined) return
  mustNotBePrivate(line)
  if (readWitnessKey(line) !== undefined)
    throw new Error(`this is the key of a witness; give it with --witness, and the key of the log with --key: ${line}`)
  throw new Error(`${line} is no public key; allowed is name+id+base64, as GET /checkpoints/keys shows ours`)
}

const mustBeOfAWitness = (line: string): void => {
  if (readWitnessKey(line) !== undefined) return
  mustNotBePrivate(line)
  if (readVerifierKey(line) !== undefined)
    throw new Error(
      `${line} is no public key of a witness: this is the key of a log; give it with --key, and that of the witness with --witness`,
    )
  throw new Error(`${line} is no public key of a witness; allowed is name+id+base64 (C2SP tlog-cosignature, Ed25519)`)
}

const mustNotBePrivate = (line: string): void => {
  if (withoutPrivateKeys(line) !== line)
    throw new Error(
      'what was given is a private key, which is not shown here; allowed is the public one, name+id+base64. Give that, and if anybody else has seen the private one, replace it',
    )
}

/** The keys that are given, a line each. Throws where there is none: who gives an empty file believes that he gave a key. */
const keyLines = (given: string, what: string): readonly string[] => {
  const lines = givenText(given)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length === 0) throw new Error(`"${given}" holds no ${what}; allowed is name+id+base64, a line each`)
  return lines
}

/** Opens an evidence file. Whatever cannot be read as one, or checked to its end, is a verdict and no error. */
export async function verifyFile(file: string, check: (files: Files) => Verdict | Promise<Verdict>): Promise<Verdict> {
  try {
    const { files, close } = await openZipFile(file)
    try {
      return await check(files)
    } finally {
      await close()
    }
  } catch (error) {
    const { en, 'zh-CN': chinese } = error instanceof NotAZip ? error.says : saidBy(error)
    const says = {
      en: withoutPrivateKeys(`${file} cannot be read as a zip of ours: ${en}. ${whatToDo.en}`),
      'zh-CN': withoutPrivateKeys(`${file} 无法作为证据 zip 读取：${chinese}。${whatToDo['zh-CN']}`),
    }
    return verdictOf({ faults: [fault('file', says)], figures: {}, keys: [] })
  }
}

const whatToDo: Said = {
  en: 'Hand in the zip as it was given out, neither unpacked and packed again nor saved as text; fetch it once more, or ask for it anew.',
  'zh-CN': '请原样提供所发出的 zip，勿解开后重新打包，勿另存为文本；请重新下载或重新索取。',
}

/** A file may be made so that memory, or the stack, does not suffice for it: then it is not sound either. */
const saidBy = (error: unknown): Said => {
  const text = error instanceof Error ? error.message : String(error)
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return { en: 'there is no such file', 'zh-CN': '没有该文件' }
  if (code === 'EISDIR')
    return { en: 'it is a folder, and not the zip it came as', 'zh-CN': '这是文件夹，而不是所发出的 zip' }
  return { en: `it could not be checked to its end (${text})`, 'zh-CN': `未能核验完毕（${text}）` }
}

/** How a verdict ends a program: 0 everything fits, 1 something does not, 2 it could not be read as an evidence file. */
export const exitOf = (verdict: Verdict): 0 | 1 | 2 => (verdict.sound ? 0 : isUnreadable(verdict) ? 2 : 1)

/** The verifier as a program of its own. Exit 2 also when it is used wrongly. */
export async function main(words: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        checkpoint: { type: 'string', multiple: true, default: [] },
        key: { type: 'string', multiple: true, default: [] },
        witness: { type: 'string', multiple: true, default: [] },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file] = positionals
    const { language } = values
    if (language !== 'en' && language !== 'zh-CN')
      throw new Error(`the verdict is not told in "${language}"; allowed are en and zh-CN: give one of them`)
    if (file === undefined || positionals.length > 1) throw new Error('one file is to be checked')
    const trust = trustFrom({ checkpoints: values.checkpoint, keys: values.key, witnesses: values.witness })
    const verdict = await verifyFile(file, (files) => verifyEvidence(files, trust))
    const wanted = { language, kept: trust.kept.length, witnesses: trust.witnesses?.length ?? 0 } as const
    process.stdout.write(`${values.json ? JSON.stringify(asJson(verdict), null, 2) : told(verdict, wanted)}\n`)
    return exitOf(verdict)
  } catch (error) {
    process.stderr.write(`${withoutPrivateKeys(error instanceof Error ? error.message : String(error))}\n${usage}\n`)
    return 2
  }
}
