import { called } from '../called.js'
import { Option } from 'commander'
import type { Command } from 'commander'
import { CheckpointResponse } from '../../api/contract/checkpoint.js'
import { print } from '../printing.js'
import { save } from '../saving.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import { isBaseId } from '../../domain/ids.js'

/** Adds `evidence` and `checkpoint`: what an auditor takes home from a running programme. */
export const addEvidence = (program: Command): void => {
  verb(program, {
    usage: 'evidence <base>',
    says: 'Make an evidence file of a base, or of a whole programme by its id: everything, with the program that checks it.',
    examples: [
      'evidence gasme-C09-yueqing-1 --out yueqing.zip --as p-au-1',
      'evidence gasme --out gasme.zip --as p-au-1',
    ],
  })
    .addOption(new Option('--out <file>', 'save it there').makeOptionMandatory())
    .addOption(asOption())
    .action(async (subject: string, wanted: AskingOptions & { readonly out: string }) => {
      const path = isBaseId(subject) ? `/bases/${encodeURIComponent(subject)}` : `/programmes/${subject}`
      const bytes = await askAs(wanted).download(`${path}/evidence`)
      const { out: file, json = false } = wanted
      save(bytes, { file, json, says: `Check it with: ${called} verify ${file}` })
    })
  verb(program, {
    usage: 'checkpoint',
    says: 'Print the last signed checkpoint, to be kept elsewhere and given to `verify`.',
    examples: ['checkpoint > kept.txt', 'checkpoint --json'],
  }).action(async (wanted: AskingOptions) => {
    const last = await askAs(wanted).get('/checkpoints/latest', CheckpointResponse)
    print(last, { json: wanted.json, text: () => last.note.trimEnd() })
  })
}
