import type { Command } from 'commander'
import type { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import type { Connection } from '../connection.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { askForm, NobodyAnswers } from '../forms/ask-form.js'
import { atTheKeyboard } from '../forms/at-the-keyboard.js'
import { filledFrom } from '../forms/filled-from.js'
import { formIn, wholeBegun } from '../forms/shown-form.js'
import { codeOption, ofStep, sentBy } from './accepted.js'
import { keepingDraft } from './draft.js'
import { shownForm } from './form.js'
import { isStepId, openStep } from './open-step.js'
import { actor, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { defined } from '../../domain/values/defined.js'

interface Deciding extends AskingOptions {
  readonly code?: string
  readonly reason?: string
  readonly seen?: readonly string[]
  readonly ask?: true
  readonly file?: readonly string[]
  /** Commander sets it to false when `--no-interest` is given. */
  readonly interest?: boolean
}

/** Adds `decide`, which finds the open step by its key and reads what the step must bring from a file. */
export const addDecide = (program: Command): void => {
  verb(program, {
    usage: 'decide <base> <step> <option>',
    says: 'Decide an open step. The step is its id (1.4a.1) or, while one of that kind is open, its key (1.4a).',
    examples: [
      'decide gasme-C09-yueqing-1 1.4a complete --as p-so-1',
      'decide gasme-C09-yueqing-1 1.4a return --code INC --reason "part 13 is missing" --as p-so-1',
      'decide gasme-C09-yueqing-1 1.2b invite --ask --as p-pm-1',
      'decide gasme-C09-yueqing-1 1.2b invite --file answers.json --as p-pm-1',
      'decide gasme-C09-yueqing-1 3.9a approve --seen <sha256> <sha256> --as p-lc-3',
    ],
  })
    .addOption(codeOption())
    .option('--reason <text>', 'the reason in words')
    .option('--seen <sha256...>', 'hashes of the text you have read, where the step shows one')
    .option('--no-interest', 'say that you have no interest in this base, where the step asks')
    .option('--ask', 'ask for the form of the step field by field')
    .option(
      '--file <file...>',
      'the form filled in: JSON with its answers, XLSX with its tables, or CSV with the rows of one of them',
    )
    .addOption(asOption())
    .action(async (base: string, step: string, option: string, wanted: Deciding) => {
      await sentBy(wanted, (connection) => decide(connection, { base, step, option, wanted }))
    })
}

const decide = async (
  connection: Connection,
  { base, step, option, wanted }: { base: string; step: string; option: string; wanted: Deciding },
): Promise<z.infer<typeof AcceptedResponse>> => {
  const { code, reason, seen, interest } = wanted
  const id = isStepId(step) ? step : await openStep(connection, { base, key: step, wanted })
  const form = await filledIn(connection, { base, step: id, option, wanted })
  return connection.client.post(ofStep(base, { step: id, rest: 'decisions' }), {
    ...actor(wanted, connection),
    schema: AcceptedResponse,
    body: {
      option,
      code,
      reason,
      seen,
      ...defined({
        noInterest: interest === false ? true : undefined,
        form,
      }),
    },
  })
}

/** What is filled in: from files, from the keyboard, or nothing. */
const filledIn = async (
  connection: Connection,
  { base, step, option, wanted }: { base: string; step: string; option: string; wanted: Deciding },
): Promise<FormAnswers | undefined> => {
  if (wanted.ask === undefined && wanted.file === undefined) return undefined
  const shown = await shownForm(connection, { base, step, wanted })
  const form = formIn(shown)
  const fromFiles = wanted.file === undefined ? {} : await filledFrom(form, wanted.file)
  if (wanted.ask === undefined || form === undefined) return fromFiles
  const talk = atTheKeyboard()
  try {
    const prefilled = { ...wholeBegun(shown), ...shown.prefilled, ...shown.draft?.answers, ...fromFiles }
    const keeping = shown.mayAct ? { keep: keepingDraft(connection, { base, step, wanted, shown }) } : {}
    return await askForm(form, { option, prefilled, talk: { ...talk, things: shown.things }, ...keeping })
  } catch (error) {
    if (!(error instanceof NobodyAnswers)) throw error
    throw new CliFailure(
      threePart({
        got: { en: 'the answers ended before the form did', 'zh-CN': '填写中断，表格尚未填完' },
        allowed: { en: 'a line for each question', 'zh-CN': '每个问题一行' },
        todo: {
          en: 'what was typed is kept as a draft: ask again with --ask for the rest, or hand in a file with --file',
          'zh-CN': '已填内容已存为草稿：请再次用 --ask 填写其余部分，或用 --file 提交文件',
        },
      }),
      exits.usage,
    )
  } finally {
    talk.end()
  }
}
