import { Option } from 'commander'
import type { Command } from 'commander'
import { CheckpointResponse } from '../../api/contract/checkpoint.js'
import { print } from '../printing.js'
import { save } from '../saving.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
import type { Asking } from './verb.js'

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
    .action(async (subject: string, wanted: Asking & { readonly out: string }) => {
      const path = subject.includes('-') ? `/bases/${encodeURIComponent(subject)}` : `/programmes/${subject}`
      const bytes = await overTheLine({}, (connection) =>
        connection.client.download(`${path}/evidence`, actor(wanted, connection)),
      )
      const { out: file, json = false } = wanted
      save(bytes, { file, json, says: `Check it with: cornerstone verify ${file}` })
    })
  verb(program, {
    usage: 'checkpoint',
    says: 'Print the last signed checkpoint, to be kept elsewhere and given to `verify`.',
    examples: ['checkpoint > kept.txt', 'checkpoint --json'],
  }).action(async (wanted: Asking) => {
    const last = await overTheLine({}, (connection) =>
      connection.client.get('/checkpoints/latest', { ...actor(wanted, connection), schema: CheckpointResponse }),
    )
    print(last, { json: wanted.json === true, text: () => last.note.trimEnd() })
  })
}
