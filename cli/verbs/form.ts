import type { Command } from 'commander'
import { FormResponse } from '../../api/contract/form.js'
import { machineClock } from '../../clock/machine-clock.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { makeWorkbook } from '../../exhibits/tables/make-workbook.js'
import type { Connection } from '../connection.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { tablesIn } from '../forms/filled-from.js'
import { exampleWith } from '../forms/pointed.js'
import { formIn, formText, type ShownForm } from '../forms/shown-form.js'
import { print } from '../printing.js'
import { save } from '../saving.js'
import { spoken, told } from '../tongue.js'
import { ofStep } from './accepted.js'
import { isStepId, openStep } from './open-step.js'
import { actor, asOption, languageOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Showing extends AskingOptions {
  readonly example?: string
  readonly xlsx?: string
}

/** Adds `form`: what a step asks of whoever acts on it, or answers that fit it, to be changed and handed in. */
export const addForm = (program: Command): void => {
  verb(program, {
    usage: 'form <base> <step>',
    says: 'Say what a step asks: its options with what follows, its fields with what fits, and whether you may decide it.',
    examples: [
      'form gasme-C09-yueqing-1 1.2a --as p-C09-yueqing-lg',
      'form gasme-C09-yueqing-1 1.4a.1 --example return > answers.json',
      'form gasme-C09-yueqing-1 1.2a --xlsx tables.xlsx --language zh-CN',
      'form gasme-C09-yueqing-1 1.4a --json',
    ],
  })
    .option('--example <option>', 'print answers that fit this option, plainly invented, for decide --file')
    .option('--xlsx <file>', 'write its tables into an empty workbook, to be filled in for decide --file')
    .addOption(languageOption('form'))
    .addOption(asOption())
    .action(async (base: string, step: string, wanted: Showing) => {
      const shown = await overTheLine({}, (connection) => shownForm(connection, { base, step, wanted }))
      const form = formIn(shown)
      if (wanted.xlsx !== undefined) saveTables(form, { file: wanted.xlsx, json: wanted.json, step: shown.step })
      else if (wanted.example === undefined) print(shown, { json: wanted.json, text: () => formText(shown) })
      else print({ ...exampleOf(shown, { option: wanted.example, form }) }, { json: true, text: () => '' })
    })
}

/** Answers that fit an option. Refuses, as a wrong use of the command, an option that the step does not have. */
export const exampleOf = (
  shown: Pick<ShownForm, 'step' | 'things' | 'prefilled' | 'example'> & {
    readonly options: readonly { readonly option: string }[]
  },
  { option, form }: { readonly option: string; readonly form: Form | undefined },
): FormAnswers => {
  const known = shown.options.map((one) => one.option)
  if (!known.includes(option))
    throw new CliFailure(
      threePart({
        got: { en: `${shown.step} has no option "${option}"`, 'zh-CN': `${shown.step} 没有选项“${option}”` },
        allowed: { en: `it has: ${known.join(', ') || '–'}`, 'zh-CN': `可选：${known.join(', ') || '–'}` },
        todo: { en: 'ask for an example of one of them', 'zh-CN': '请就其中一项索取示例' },
      }),
      exits.usage,
    )
  return form === undefined ? {} : exampleWith(form, { option, shown })
}

/** Puts the empty tables of a form into a file. Refuses, as a wrong use of the command, a form without tables. */
const saveTables = (
  form: Form | undefined,
  { file, json, step }: { readonly file: string; readonly json: boolean | undefined; readonly step: string },
): void => {
  const tables = tablesIn(form)
  if (tables.length === 0)
    throw new CliFailure(
      threePart({
        got: { en: `the form of ${step} has no table`, 'zh-CN': `${step} 的表格不含表` },
        allowed: { en: '--xlsx for a form with tables', 'zh-CN': '--xlsx 仅用于含表的表格' },
        todo: { en: 'fill it in with decide --ask', 'zh-CN': '请用 decide --ask 填写' },
      }),
      exits.usage,
    )
  const says = told({
    en: 'Fill in the rows and hand it in with decide --file.',
    'zh-CN': '请填写各行，并用 decide --file 提交。',
  })
  save(makeWorkbook(tables, { locale: spoken(), at: machineClock() }), { file, json, says })
}

/** The form of an open step, by its id or key, as the person wanted sees it. */
export const shownForm = async (
  connection: Connection,
  { base, step, wanted }: { readonly base: string; readonly step: string; readonly wanted: AskingOptions },
): Promise<ShownForm> => {
  const id = isStepId(step) ? step : await openStep(connection, { base, key: step, wanted })
  return connection.client.get(ofStep(base, { step: id, rest: 'form' }), {
    ...actor(wanted, connection),
    schema: FormResponse,
  })
}
