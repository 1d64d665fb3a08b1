import { Option } from 'commander'
import type { Command } from 'commander'
import type { z } from 'zod'
import { DelegationResponse } from '../../api/contract/who.js'
import { interestKinds } from '../../domain/commands/who.js'
import { dayBegins, dayEnds, moment } from '../moments.js'
import { print, table, when } from '../printing.js'
import { codeOption, ofBase, ofStep, send } from './accepted.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
import type { Asking } from './verb.js'

/** Adds the verbs about who may act: `delegate`, `delegations`, `end-delegation`, `interest`, `reassign`. */
export const addStandingIn = (program: Command): void => {
  addDelegate(program)
  addDelegations(program)
  addEndDelegation(program)
  addInterest(program)
  addReassign(program)
}

interface Delegating extends Asking {
  readonly to: string
  readonly until: string
  readonly from?: string
  readonly base?: string
  readonly steps?: readonly string[]
  readonly programme: string
}

const addDelegate = (program: Command): void => {
  verb(program, {
    usage: 'delegate <role>',
    says: 'Lend your own seat to a named person until a date (SD7). Both names stand in the record of each act.',
    examples: [
      'delegate SO --to p-so-3 --until 2027-03-31 --as p-so-1',
      'delegate LC --to p-lc-4 --until 2027-03-31T22:00:00Z --steps 3.2b 3.3a --base gasme-C09-yueqing-1 --as p-lc-1',
    ],
  })
    .requiredOption('--to <person>', 'who may then act in your place')
    .requiredOption('--until <moment>', `when it ends; a date at ${dayEnds}`, moment)
    .option('--from <moment>', `when it begins; a date at ${dayBegins}; left out: now`, moment)
    .option('--base <base>', 'only for this base')
    .option('--steps <key...>', 'only these steps of the role')
    .option('--programme <id>', 'the programme', 'gasme')
    .addOption(asOption())
    .action(async (role: string, wanted: Delegating) => {
      const { to, until, from, base, steps, programme } = wanted
      await send({
        wanted,
        to: `/programmes/${encodeURIComponent(programme)}/delegations`,
        body: { role, to, until, from, base, steps },
      })
    })
}

const addDelegations = (program: Command): void => {
  verb(program, {
    usage: 'delegations',
    says: 'List the delegations you gave or have.',
    examples: ['delegations --as p-so-1', 'delegations --json'],
  })
    .addOption(asOption())
    .action(async (wanted: Asking) => {
      const items = await overTheLine({}, (connection) =>
        connection.client.all('/delegations', { ...actor(wanted, connection), schema: DelegationResponse }),
      )
      print({ items }, { json: wanted.json === true, text: () => delegationsText(items) })
    })
}

const delegationsText = (items: readonly z.infer<typeof DelegationResponse>[]): string =>
  table(
    ['delegation', 'seat', 'for', 'in place of', 'acts', 'until'],
    items.map(({ id, role, base, steps, delegator, delegate, until }) => [
      id,
      steps === null ? role : `${role} ${steps.join(' ')}`,
      base ?? 'every base',
      delegator,
      delegate,
      when(until),
    ]),
  )

const addEndDelegation = (program: Command): void => {
  verb(program, {
    usage: 'end-delegation <delegation>',
    says: 'End a delegation before its date; from then on nobody acts under it.',
    examples: ['end-delegation 0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11 --as p-so-1'],
  })
    .addOption(asOption())
    .action(async (delegation: string, wanted: Asking) => {
      await send({ wanted, to: `/delegations/${encodeURIComponent(delegation)}/endings`, body: {} })
    })
}

const addInterest = (program: Command): void => {
  verb(program, {
    usage: 'interest <base>',
    says: 'Declare an interest in a base (SD5): it takes access and vote, and nobody lifts it.',
    examples: [
      'interest gasme-C09-yueqing-1 --kind direct --reason "advised the cluster body in 2025" --as p-ex-2',
      'interest gasme-C09-yueqing-1 --kind indirect --of p-cm-4 --as p-co-1',
    ],
  })
    .addOption(new Option('--kind <kind>', 'how near it is').choices(interestKinds).makeOptionMandatory())
    .option('--of <person>', 'whose interest it is, entered by compliance; left out: your own')
    .option('--reason <text>', 'what it consists in')
    .addOption(asOption())
    .action(async (base: string, wanted: Asking & { kind: string; of?: string; reason?: string }) => {
      const { kind, of: person, reason } = wanted
      await send({ wanted, to: ofBase(base, 'interests'), body: { kind, person, reason } })
    })
}

const addReassign = (program: Command): void => {
  verb(program, {
    usage: 'reassign <base> <step>',
    says: 'Give an open step to one holder of its role, as a director.',
    examples: ['reassign gasme-C09-yueqing-1 1.4a.1 --to p-so-3 --code LAT --reason "illness" --as p-pd-1'],
  })
    .requiredOption('--to <person>', 'the holder of the role who is to act')
    .addOption(codeOption().makeOptionMandatory())
    .option('--reason <text>', 'the reason in words')
    .addOption(asOption())
    .action(async (base: string, step: string, wanted: Asking & { to: string; code: string; reason?: string }) => {
      const { to, code, reason } = wanted
      await send({ wanted, to: ofStep(base, { step, rest: 'reassignments' }), body: { to, code, reason } })
    })
}
