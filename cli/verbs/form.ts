import type { Command } from 'commander'
import { FormResponse } from '../../api/contract/form.js'
import type { Connection } from '../connection.js'
import { exampleWith } from '../forms/pointed.js'
import { formIn, formText, type ShownForm } from '../forms/shown-form.js'
import { print } from '../printing.js'
import { ofStep } from './accepted.js'
import { isStepId, openStep } from './open-step.js'
import { actor, asOption, languageOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds `form`: what a step asks of whoever acts on it, or answers that fit it, to be changed and handed in. */
export const addForm = (program: Command): void => {
  verb(program, {
    usage: 'form <base> <step>',
    says: 'Say what a step asks: its options with what follows, its fields with what fits, and whether you may decide it.',
    examples: [
      'form gasme-C09-yueqing-1 1.2a --as p-C09-yueqing-lg',
      'form gasme-C09-yueqing-1 1.4a.1 --example return > answers.json',
      'form gasme-C09-yueqing-1 1.4a --json',
    ],
  })
    .option('--example <option>', 'print answers that fit this option, plainly invented, for decide --file')
    .addOption(languageOption('form'))
    .addOption(asOption())
    .action(async (base: string, step: string, wanted: AskingOptions & { readonly example?: string }) => {
      const shown = await overTheLine({}, (connection) => shownForm(connection, { base, step, wanted }))
      const form = formIn(shown)
      if (wanted.example === undefined) print(shown, { json: wanted.json, text: () => formText(shown) })
      else {
        const example = form === undefined ? {} : exampleWith(form, { option: wanted.example, shown })
        print({ ...example }, { json: true, text: () => '' })
      }
    })
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
