import { Option } from 'commander'
import type { Command } from 'commander'
import { codeOption, ofStep, send } from './accepted.js'
import { asOption, verb } from './verb.js'
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
      await send({ wanted, to: ofStep(base, { step, rest: 'extensions' }), body: { days, code, reason } })
    })
}
