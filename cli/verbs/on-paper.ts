import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { paper } from '../../api/contract/commands/paper.js'
import { ScanResponse } from '../../api/contract/on-paper.js'
import { scanMedia, scanMediaOf } from '../../domain/scan.js'
import type { FormAnswers } from '../../domain/form/form.js'
import type { Connection } from '../connection.js'
import { filledFrom } from '../forms/filled-from.js'
import { formIn } from '../forms/shown-form.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { date } from '../moments.js'
import { print } from '../printing.js'
import { codeOption, ofBase, ofStep, send } from './accepted.js'
import { addVerbs } from './from-table.js'
import { shownForm } from './form.js'
import { askAs, asOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import { defined } from '../../domain/values/defined.js'

/** Adds the verbs for what came on paper (R16): `scan`, `enter-paper`, `confirm-paper`, `refuse-paper`. */
export const addPaperActs = (program: Command): void => {
  addScan(program)
  addEnter(program)
  addVerbs(program, paper)
}

const addScan = (program: Command): void => {
  verb(program, {
    usage: 'scan <base> <file>',
    says: 'Hand in the scan of a paper (PDF, PNG or JPEG); prints the fingerprint by which it is named from then on.',
    examples: ['scan gasme-C09-yueqing-1 letter.pdf --as p-cs-1', 'scan gasme-C09-yueqing-1 letter.pdf --json'],
  })
    .addOption(asOption())
    .action(async (base: string, file: string, wanted: AskingOptions) => {
      const body = bytesOf(file)
      const contentType = scanMediaOf(body)
      if (contentType === undefined) throw noScan(file)
      const kept = await askAs(wanted).post(ofBase(base, 'scans'), { schema: ScanResponse, body, contentType })
      print(kept, { json: wanted.json, text: () => `${kept.sha256}  ${kept.size} bytes, ${kept.media}` })
    })
}

const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch {
    throw new CliFailure(
      threePart({
        got: { en: `${file} cannot be read`, 'zh-CN': `无法读取 ${file}` },
        allowed: { en: 'a file of your own', 'zh-CN': '应为您自己的文件' },
        todo: { en: 'check its name', 'zh-CN': '请核对文件名' },
      }),
      exits.usage,
    )
  }
}

const noScan = (file: string): CliFailure =>
  new CliFailure(
    threePart({
      got: { en: `${file} is no scan`, 'zh-CN': `${file} 不是扫描件` },
      allowed: scanMedia.join(', '),
      todo: { en: 'scan the paper as one of these', 'zh-CN': '请按上述格式之一扫描' },
    }),
    exits.usage,
  )

interface Entering extends AskingOptions {
  readonly signatory: string
  readonly number: string
  readonly signedOn: string
  readonly scan: string
  readonly code?: string
  readonly reason?: string
  readonly seen?: readonly string[]
  readonly file?: readonly string[]
  /** Commander sets it to false when `--no-interest` is given. */
  readonly interest?: boolean
}

const addEnter = (program: Command): void => {
  verb(program, {
    usage: 'enter-paper <base> <step> <option>',
    says: 'Enter an act that came on paper, as its scan shows it; nothing follows until another person confirms (R16).',
    examples: [
      'enter-paper gasme-C09-yueqing-1 1.7.1 endorse --signatory p-sa-1 --number "ZJ [2027] 15" --signed-on 2027-03-01 --scan <sha256> --as p-cs-1',
    ],
  })
    .requiredOption('--signatory <person>', 'whose act it is: the person who signed')
    .requiredOption('--number <number>', 'the number the document bears')
    .requiredOption('--signed-on <date>', 'the day it bears: 2027-03-01', date)
    .requiredOption('--scan <sha256>', 'the fingerprint that `scan` printed')
    .addOption(codeOption())
    .option('--reason <text>', 'the reason in words, as the paper says it')
    .option('--seen <sha256...>', 'hashes of the text that was signed, where the step shows one')
    .option('--no-interest', 'the paper says that the signatory has no interest, where the step asks')
    .option(
      '--file <file...>',
      'the form as the paper has it: JSON with its answers, XLSX with its tables, or CSV with the rows of one of them',
    )
    .addOption(asOption())
    .action(async (base: string, step: string, option: string, wanted: Entering) => {
      const { signatory, number, signedOn, scan, code, reason, seen, file, interest } = wanted
      const form =
        file && (await overTheLine({}, (connection) => filledOnPaper(connection, { base, step, file, wanted })))
      const body = {
        option,
        signatory,
        number,
        signedOn,
        scan,
        code,
        reason,
        seen,
        ...defined({
          noInterest: interest === false ? true : undefined,
          form,
        }),
      }
      await send({ wanted, to: ofStep(base, { step, rest: 'papers' }), body })
    })
}

/** What the paper says, as it was typed off it into files. */
const filledOnPaper = async (
  connection: Connection,
  { base, step, file, wanted }: { base: string; step: string; file: readonly string[]; wanted: Entering },
): Promise<FormAnswers> => filledFrom(formIn(await shownForm(connection, { base, step, wanted })), file)
