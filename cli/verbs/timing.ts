import { Option } from 'commander'
import type { Command } from 'commander'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { print } from '../printing.js'
import { acceptedText, codeOption } from './accepted.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
import type { Asking } from './verb.js'

interface Extending extends Asking {
  readonly days: number
  readonly code: string
  readonly reason?: string
}

/** Adds the verb by which a deadline is moved: `extend`. */
export const addExtend = (program: Command): void => {
  verb(program, {
    usage: 'extend <base> <step>',
    says: 'Give an open step more time: the director once, the chair twice, never who acts on it (8.5).',
    examples: [
      'extend gasme-C09-yueqing-1 2.2b.1 --days 10 --code DAT --reason "the register is closed for the count" --as p-pd-1',
      'extend gasme-C09-yueqing-1 3.5.1 --days 5 --code FMJ --as p-ch-1 --json',
    ],
  })
    .addOption(new Option('--days <number>', 'working days to add').argParser(Number).makeOptionMandatory())
    .addOption(codeOption().makeOptionMandatory())
    .option('--reason <text>', 'the reason in words')
    .addOption(asOption())
    .action(async (base: string, step: string, wanted: Extending) => {
      const { days, code, reason } = wanted
      const path = `/bases/${encodeURIComponent(base)}/steps/${encodeURIComponent(step)}/extensions`
      const accepted = await overTheLine({}, (connection) =>
        connection.client.post(path, {
          ...actor(wanted, connection),
          schema: AcceptedResponse,
          body: { days, code, reason },
        }),
      )
      print(accepted, { json: wanted.json === true, text: () => acceptedText(accepted) })
    })
}
