import type { Command } from 'commander'
import type { z } from 'zod'
import { DelegationResponse } from '../../api/contract/who.js'
import { print, table, when } from '../printing.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds `delegations`. */
export const addDelegations = (program: Command): void => {
  verb(program, {
    usage: 'delegations',
    says: 'List the delegations you gave or have.',
    examples: ['delegations --as p-so-1', 'delegations --programme gasme --json'],
  })
    .option('--programme <id>', 'only those of this programme; left out: of each that is no rehearsal')
    .addOption(asOption())
    .action(async ({ programme, ...wanted }: AskingOptions & { readonly programme?: string }) => {
      const query = programme === undefined ? '' : `?${new URLSearchParams({ programme }).toString()}`
      const items = await askAs(wanted).all(`/delegations${query}`, DelegationResponse)
      print({ items }, { json: wanted.json, text: () => delegationsText(items) })
    })
}

const delegationsText = (items: readonly z.infer<typeof DelegationResponse>[]): string =>
  table(
    ['delegation', 'seat', 'for', 'in place of', 'acts', 'until'],
    items.map(({ id, role, base, zone, steps, delegator, delegate, until }) => [
      id,
      steps === null ? role : `${role} ${steps.join(' ')}`,
      base ?? 'every base',
      delegator,
      delegate,
      when(until, { zone }),
    ]),
  )
