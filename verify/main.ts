import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { readKept } from './check-kept.js'
import type { Kept } from './check-kept.js'
import { fault } from './fault.js'
import { told } from './told.js'
import { verdictOf, verifyEvidence } from './verdict.js'
import type { Trust, Verdict } from './verdict.js'
import { NotAZip, openZip } from './zip.js'
import type { Files } from './zip.js'

const usage = `Usage: node verify-evidence.mjs FILE.zip [--checkpoint <file or size:root>]... [--key <public key>]... [--language en|zh-CN] [--json]`

/** A text given as it stands, or as the name of a file. */
const givenText = (given: string): string => {
  try {
    return readFileSync(given, 'utf8')
  } catch {
    return given
  }
}

/** What the auditor brings, from the words of a command line. Throws for a checkpoint that is none. */
export function trustFrom({ checkpoints, keys }: { checkpoints: readonly string[]; keys: readonly string[] }): Trust {
  const kept = checkpoints.map((given): Kept => {
    const read = readKept(givenText(given))
    if (read === undefined)
      throw new Error(`${given} is no checkpoint; allowed is a signed note or its short form, 1234:9f86d081884c7d65`)
    return read
  })
  return { kept, keys: keys.flatMap((given) => givenText(given).split('\n')).filter((line) => line.trim() !== '') }
}

/** Opens an evidence file; what cannot be read as one is a verdict and no error. */
export async function verifyFile(file: string, check: (files: Files) => Verdict | Promise<Verdict>): Promise<Verdict> {
  try {
    return await check(openZip(readFileSync(file)))
  } catch (error) {
    if (!(error instanceof NotAZip)) throw error
    const says = {
      en: `${file} cannot be read as a zip: ${error.message}.`,
      'zh-CN': `${file} 无法作为 zip 读取：${error.message}。`,
    }
    return verdictOf({ faults: [fault('file', says)], figures: {}, keys: [] })
  }
}

/** The verifier as a program of its own: exit 0 when everything fits, 1 when not, 2 when used wrongly. */
export async function main(words: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        checkpoint: { type: 'string', multiple: true, default: [] },
        key: { type: 'string', multiple: true, default: [] },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new Error('one file is to be checked')
    const trust = trustFrom({ checkpoints: values.checkpoint, keys: values.key })
    const verdict = await verifyFile(file, (files) => verifyEvidence(files, trust))
    const language = values.language === 'zh-CN' ? 'zh-CN' : 'en'
    process.stdout.write(
      `${values.json ? JSON.stringify(verdict, null, 2) : told(verdict, { language, kept: trust.kept.length })}\n`,
    )
    return verdict.sound ? 0 : 1
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
    return 2
  }
}
