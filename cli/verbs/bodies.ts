import type { Command } from 'commander'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { print } from '../printing.js'
import { acceptedText } from './accepted.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
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
      const path = `/bases/${encodeURIComponent(base)}/steps/${encodeURIComponent(step)}/substitutes`
      const accepted = await overTheLine({}, (connection) =>
        connection.client.post(path, { ...actor(wanted, connection), schema: AcceptedResponse, body: {} }),
      )
      print(accepted, { json: wanted.json === true, text: () => acceptedText(accepted) })
    })
}
