import type { Command } from 'commander'
import { ofStep, send } from './accepted.js'
import { asOption, verb } from './verb.js'
import type { Asking } from './verb.js'

/** Adds the verb by which a body is made whole: `draw-substitutes`. */
export const addBodies = (program: Command): void => {
  const example = 'draw-substitutes gasme-C09-yueqing-1 1.10.1 --as p-cs-1'
  verb(program, {
    usage: 'draw-substitutes <base> <step>',
    says: 'Draw substitutes by lot where recusals leave a body without its quorum (8.4).',
    examples: [example, `${example} --json`],
  })
    .addOption(asOption())
    .action(async (base: string, step: string, wanted: Asking) => {
      await send({ wanted, to: ofStep(base, { step, rest: 'substitutes' }), body: {} })
    })
}
