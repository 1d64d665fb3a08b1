import type { Command } from 'commander'
import { ofBase, send } from './accepted.js'
import { asOption, verb } from './verb.js'
import type { Asking } from './verb.js'

/** Adds the verb by which a side agrees to later rules: `adopt`. */
export const addAdopt = (program: Command): void => {
  verb(program, {
    usage: 'adopt <base> <version>',
    says: 'Agree to a later version of the rules for the stage that runs; adopted when director and local signatory both have (8.8).',
    examples: [
      'adopt gasme-C09-yueqing-1 2027-03-01 --as p-pd-1',
      'adopt gasme-C09-yueqing-1 2027-03-01 --as p-C09-yueqing-al --json   # the second side adopts it',
    ],
  })
    .addOption(asOption())
    .action(async (base: string, version: string, wanted: Asking) => {
      await send({ wanted, to: ofBase(base, 'adoptions'), body: { version } })
    })
}
