import { Option } from 'commander'
import type { Command } from 'commander'
import { changesOfPlace, raisedByPeople } from '../../domain/matters.js'
import { codeOption, ofBase, ofStep, send } from './accepted.js'
import { asOption, verb } from './verb.js'
import type { Asking } from './verb.js'

interface Wanted extends Asking {
  readonly code?: string
  readonly reason?: string
}
interface Raising extends Wanted {
  readonly change?: string
  readonly share?: number
}

/** Adds the verbs by which decisions come back and matters are raised: `revoke`, `void`, `confirm-void`, `raise`. */
export const addReturning = (program: Command): void => {
  addOnStep(program, {
    usage: 'revoke <base> <step>',
    path: 'revocations',
    says: 'Take back a decision whose ground has gone; what rests on it is asked again.',
    example: 'revoke gasme-C09-yueqing-1 2.3c.1 --code DAT --reason "the source withdrew its figures" --as p-sp-3',
  })
  addOnStep(program, {
    usage: 'void <base> <step>',
    path: 'voids',
    says: 'Say that a decision was entered by mistake; a director or chair confirms it (R17).',
    example: 'void gasme-C09-yueqing-1 1.2b.1 --code DAT --reason "wrong line of the minutes"',
  })
  addOnStep(program, {
    usage: 'confirm-void <base> <step>',
    path: 'voids/confirmations',
    says: 'Confirm, as the second person, that a decision was entered by mistake (R17).',
    example: 'confirm-void gasme-C09-yueqing-1 1.2b.1 --as p-pd-1',
  })
  addRaise(program)
}

const addOnStep = (
  program: Command,
  { usage, path, says, example }: { usage: string; path: string; says: string; example: string },
): void => {
  const command = verb(program, { usage, says, examples: [example, `${example} --json`] })
  const second = path.endsWith('confirmations')
  if (!second) command.addOption(codeOption().makeOptionMandatory()).option('--reason <text>', 'the reason in words')
  command.addOption(asOption()).action(async (base: string, step: string, wanted: Wanted) => {
    const { code, reason } = wanted
    await send({ wanted, to: ofStep(base, { step, rest: path }), body: second ? {} : { code, reason } })
  })
}

const addRaise = (program: Command): void => {
  verb(program, {
    usage: 'raise <base>',
    says: 'Raise a matter beside the stage: an integrity stop, a review, a change, an amendment, an ending.',
    examples: [
      'raise gasme-C09-yueqing-1 --matter integrity_stop --code INT --as p-co-1',
      'raise gasme-C09-yueqing-1 --matter change --change boundary --share 0.12 --code GOV',
    ],
  })
    .addOption(new Option('--matter <matter>', 'what is raised').choices(raisedByPeople).makeOptionMandatory())
    .addOption(codeOption().makeOptionMandatory())
    .option('--reason <text>', 'the reason in words')
    .addOption(new Option('--change <what>', 'what changed at the place').choices(changesOfPlace))
    .option('--share <number>', 'share of the area by which the boundary moved, 0 to 1', Number)
    .addOption(asOption())
    .action(async (base: string, wanted: Raising & { readonly matter: string }) => {
      const { matter, code, reason, change, share } = wanted
      const facts = change === undefined ? undefined : { change, share }
      await send({ wanted, to: ofBase(base, 'matters'), body: { matter, code, reason, facts } })
    })
}
